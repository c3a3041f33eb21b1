const ESCAPE = 27;
const CARRIAGE_RETURN = 13;

/**
 * What terminals are told between the words: colours and erasing (`ESC[1;39m`, `ESC[K`), modes (`ESC[?2004h`), titles
 * (`ESC]0;…BEL`), character sets (`ESC(B`), keypads (`ESC=`). `script` and `grep --color` keep them in what they print.
 */
const CONTROL =
  '\\u001b\\[[0-9;?]{0,24}[A-Za-z]|\\u001b\\][^\\u0007\\u001b]{0,512}(?:\\u0007|\\u001b\\\\)|\\u001b[()][0-9A-Z]|\\u001b[=>]|\\r';
/** Colour codes without the ESC byte (`[1;39m`): browsers and mail programs drop it (Zscaler Help shows such remnants). */
const REMNANT = '\\[(?:0|[01];\\d{1,3}(?:;\\d{1,3}){0,3})?m';
const ANY_CODE = new RegExp(`${CONTROL}|${REMNANT}`, 'gu');
const REMNANTS = new RegExp(REMNANT, 'gu');
const CODE_HERE = new RegExp(CONTROL, 'uy');

/** Whether a text holds codes that `stripAnsi` takes out, remnants aside. */
export function hasCodes(text: string): boolean {
  return text.includes('\u001b') || text.includes('\r');
}

/** The line without control codes and carriage returns. */
export function stripAnsi(line: string): string {
  if (hasCodes(line)) return line.replace(ANY_CODE, '');
  return line.includes('m') ? line.replace(REMNANTS, '') : line;
}

/**
 * Offset of the first unit at or after `start` that is not part of a control code.
 * Runs on every message, so it looks at one unit before anything else.
 */
export function skipAnsi(text: string, start: number, end: number): number {
  let at = start;
  for (;;) {
    const unit = text.charCodeAt(at);
    if (unit !== ESCAPE && unit !== 91 /* [ */ && unit !== CARRIAGE_RETURN) return at;
    const after = unit === 91 ? behindRemnant(text, at, end) : behindCode(text, at, end);
    if (after <= at) return at;
    at = after;
  }
}

/** Offset behind the control codes that a line begins with; `start` where it begins with none. */
export function leadingCodes(text: string, start: number, end: number): number {
  let at = start;
  for (let after = behindCode(text, at, end); after > at; after = behindCode(text, at, end)) at = after;
  return at;
}

/** Offset behind a code that begins with ESC, or a carriage return; `at` where none stands there. */
function behindCode(text: string, at: number, end: number): number {
  CODE_HERE.lastIndex = at;
  return CODE_HERE.test(text) && CODE_HERE.lastIndex <= end ? CODE_HERE.lastIndex : at;
}

/** Offset behind a colour code whose ESC was lost; `at` where none stands there. */
function behindRemnant(text: string, at: number, end: number): number {
  let close = at + 1;
  while (close < end && close - at < 17 && isCodeUnit(text.charCodeAt(close))) close += 1;
  return close < end && text.charCodeAt(close) === 109 /* m */ ? close + 1 : at;
}

function isCodeUnit(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || unit === 59;
}

/** A text without its codes, and where each of its units stood: `places[i]` is the offset of unit i in the text. */
export interface Plain {
  readonly text: string;
  readonly places: readonly number[];
}

/** The text at [start, end) without its control codes; null where it holds none. */
export function plainText(text: string, start: number, end: number): Plain | null {
  const raw = text.slice(start, end);
  if (!hasCodes(raw)) return null;
  const places: number[] = [];
  let from = 0;
  const keep = (to: number): void => {
    for (let at = from; at < to; at += 1) places.push(start + at);
  };
  for (const code of raw.matchAll(ANY_CODE)) {
    keep(code.index);
    from = code.index + code[0].length;
  }
  keep(raw.length);
  return { text: raw.replace(ANY_CODE, ''), places };
}
