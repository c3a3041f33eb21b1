/** Reads what the generator wrote, with expressions of its own: the tests shall not trust the code that writes. */

/** A journal line in short or short-iso form. */
export interface ReadLine {
  readonly stamp: string;
  readonly ident: string;
  readonly pid: number;
  readonly message: string;
}

const LINE =
  /^((?:[A-Z][a-z]{2} [ \d]\d|\d{4}-\d\d-\d\dT)\s?\d\d:\d\d:\d\d(?:\+0000)?) [\w.-]+ ([\w.-]+)(?:\[(\d+)\])?: (.*)$/u;

/** Lines with a prefix; others (markers, continuations) are left out. */
export function readJournal(text: string): ReadLine[] {
  return text.split('\n').flatMap((line) => {
    const match = LINE.exec(line);
    if (match === null) return [];
    const [, stamp = '', ident = '', pid = '-1', message = ''] = match;
    return [{ stamp, ident, pid: Number(pid), message }];
  });
}

/** Seconds of a stamp within the bundles' year, for comparing. */
export function secondsOf(stamp: string): number {
  const ms = stamp.includes('T')
    ? Date.parse(stamp.replace('+0000', 'Z'))
    : Date.parse(`${stamp.slice(0, 6).replace(/ {2}/u, ' 0')} 2026 ${stamp.slice(7)} UTC`);
  return ms / 1000;
}

/** The number behind a label, NaN where there is none. */
export function figure(message: string, label: string): number {
  const at = message.indexOf(label);
  return at < 0 ? Number.NaN : Number.parseInt(message.slice(at + label.length), 10);
}

/** The figures behind a label, separated by bars. */
export function figures(message: string, label: string): number[] {
  const at = message.indexOf(label);
  const match = /^[\d|]+/u.exec(at < 0 ? '' : message.slice(at + label.length));
  return match === null ? [] : match[0].split('|').map(Number);
}

/** Seconds in `2D:5H:27M:26S`. */
export function uptimeSeconds(text: string): number {
  const unit: Readonly<Record<string, number>> = { D: 86_400, H: 3_600, M: 60, S: 1 };
  return text.split(':').reduce((sum, part) => sum + Number.parseInt(part, 10) * (unit[part.slice(-1)] ?? 0), 0);
}

/** One row of a memory dump: counts and bytes of its columns. */
export interface ReadRow {
  readonly name: string;
  readonly alloc: readonly [count: number, bytes: number];
  readonly free: readonly [count: number, bytes: number];
  readonly drain: readonly [count: number, bytes: number];
  readonly out: readonly [count: number, bytes: number];
  readonly mb: string;
  readonly overhead: string | null;
  readonly each: number | null;
}

const ROW =
  /^(\w+): Alloc: (\d+) (\d+), Free: (\d+) (\d+), (?:Drain: (\d+) (\d+), )?Out: (\d+) (\d+) ([\d.]+)mb(?: Overhead: ([\d.]+)mb)?(?: \((\d+)\))?$/u;

/** Rows of all dumps in a text. */
export function readRows(text: string): ReadRow[] {
  return text.split('\n').flatMap((line) => {
    const match = ROW.exec(line);
    if (match === null) return [];
    const pair = (first: number): [number, number] => [Number(match[first] ?? 0), Number(match[first + 1] ?? 0)];
    return [
      {
        name: match[1] ?? '',
        alloc: pair(2),
        free: pair(4),
        drain: pair(6),
        out: pair(8),
        mb: match[10] ?? '',
        overhead: match[11] ?? null,
        each: match[12] === undefined ? null : Number(match[12]),
      },
    ];
  });
}
