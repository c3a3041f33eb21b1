/** What the fixtures unpack to. */

/** Log lines with enough change to need every kind of code, and enough likeness to stay small. */
export function logText(lines: number): string {
  let seed = 7;
  const next = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const words = ['connected', 'broker', 'timeout', 'retry', 'enrolled', 'closed', 'tunnel'];
  return Array.from({ length: lines }, (_, line) => {
    const minute = String(Math.floor(line / 60) % 60).padStart(2, '0');
    const second = String(line % 60).padStart(2, '0');
    return `Mar 17 09:${minute}:${second} host zpa-connector-child[${String(1_000 + next(3))}]: ${words[next(7)] ?? ''} ${String(next(40))}\n`;
  }).join('');
}

/** Bytes that cannot be packed any smaller. */
export function noise(length: number): Uint8Array {
  let seed = 11;
  return Uint8Array.from({ length }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed >>> 24;
  });
}

/** More than a block of each packing holds: the same lines again and again, each time under another heading. */
export function longText(): string {
  const lines = logText(60);
  return Array.from({ length: 100 }, (_, part) => `== part ${String(part)}\n${lines}`).join('');
}
