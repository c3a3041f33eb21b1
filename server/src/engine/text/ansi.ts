const ESCAPE = 27;

/**
 * Terminal colour codes, with the ESC byte and without it (`[1;39m`): systemd colours by priority, and
 * browsers and mail programs drop the ESC (Zscaler Help shows such remnants).
 */
const ANSI_CODE = /\u001b\[[0-9;]{0,16}[A-Za-z]|\[(?:0|[01];\d{1,3}(?:;\d{1,3}){0,3})?m/gu;

/** The line without colour codes. */
export function stripAnsi(line: string): string {
  return line.includes('m') ? line.replace(ANSI_CODE, '') : line;
}

/**
 * Offset of the first unit at or after `start` that is not part of a colour code.
 * Runs on every message, so it looks at one unit before anything else.
 */
export function skipAnsi(text: string, start: number, end: number): number {
  let at = start;
  for (;;) {
    const unit = text.charCodeAt(at);
    const open = unit === ESCAPE ? at + 1 : at;
    if (open >= end || text.charCodeAt(open) !== 91 /* [ */) return at;
    let close = open + 1;
    while (close < end && close - open < 16 && isCodeUnit(text.charCodeAt(close))) close += 1;
    if (close >= end || text.charCodeAt(close) !== 109 /* m */) return at;
    at = close + 1;
  }
}

function isCodeUnit(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || unit === 59;
}
