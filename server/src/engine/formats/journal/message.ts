/** Level words that some versions put in front of a message (`notice:` in the vendor’s runbook, `ERROR ` in courses). */
const LEVELS = [
  'notice:',
  'error:',
  'warning:',
  'info:',
  'debug:',
  'crit:',
  'alert:',
  'emerg:',
  'ERROR ',
  'WARN ',
  'INFO ',
  'NOTICE ',
];

/** Offset behind a level word, or `start` where there is none. */
export function skipLevel(text: string, start: number, end: number): number {
  const unit = text.charCodeAt(start);
  const mayBegin =
    (unit >= 97 && unit <= 119) ||
    unit === 69 /* E */ ||
    unit === 87 /* W */ ||
    unit === 73 /* I */ ||
    unit === 78; /* N */
  if (!mayBegin) return start;
  for (const level of LEVELS) {
    if (!text.startsWith(level, start)) continue;
    const after = start + level.length;
    return after < end && text.charCodeAt(after) === 32 ? after + 1 : after;
  }
  return start;
}
