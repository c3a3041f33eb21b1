/**
 * Stand-ins of the same shape: every letter becomes a letter of its case, every digit a digit, all else stays. So a
 * key stays a key of its length, and base64 stays base64.
 */

// Without vowels: no stand-in spells a word that a rule looks for.
const UPPER = 'BCDFGHJLMNPQRSTVWXZ';
const LOWER = 'bcdfghjlmnpqrstvwxz';
const DIGITS = '23456789';
const HEX_LOWER = '0123456789abcdef';
const HEX_UPPER = '0123456789ABCDEF';

/** 53 bits of a text and a salt: spreads well, and is no defence by itself. The salt is what nobody else knows. */
export function hashOf(text: string, salt: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (const part of [salt, text]) {
    for (let at = 0; at < part.length; at += 1) {
      const unit = part.charCodeAt(at);
      a = Math.imul(a ^ unit, 2_654_435_761);
      b = Math.imul(b ^ unit, 1_597_334_677);
    }
    a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
    b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  }
  return 4_294_967_296 * (2_097_151 & b) + (a >>> 0);
}

/** A stand-in for a secret; the same text and salt give the same one. Escapes such as `\n` stay. */
export function fakeSecret(text: string, salt: string): string {
  const next = generator(hashOf(text, salt));
  return text.replace(
    /(\\[nrt"\\])|([A-Z])|([a-z])|(\d)/gu,
    (unit, escape?: string, upper?: string, lower?: string) => {
      if (escape !== undefined) return unit;
      if (upper !== undefined) return pick(UPPER, next);
      return lower === undefined ? pick(DIGITS, next) : pick(LOWER, next);
    },
  );
}

/** A stand-in for hexadecimal digits with any separators: fingerprints, machine ids, UUIDs. */
export function fakeHex(text: string, salt: string): string {
  const next = generator(hashOf(text.toLowerCase(), salt));
  const digits = /[A-F]/u.test(text) ? HEX_UPPER : HEX_LOWER;
  return text.replace(/[\dA-Fa-f]/gu, () => pick(digits, next));
}

function pick(alphabet: string, next: () => number): string {
  return alphabet.charAt(next() % alphabet.length);
}

/** Mulberry32 over the seed's two halves. */
function generator(seed: number): () => number {
  let state = (seed ^ Math.floor(seed / 4_294_967_296)) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
