import type { FieldToken } from '../format';

/** One allocator or object row. Counts and bytes keep their digits as text spans; numbers are exact below 2^53. */
export interface MemoryRow {
  readonly name: string;
  /** Calls and bytes of each column; NaN where the row lacks the column. */
  readonly allocCount: number;
  readonly allocBytes: number;
  readonly freeCount: number;
  readonly freeBytes: number;
  readonly outCount: number;
  readonly outBytes: number;
}

const ROW =
  /^([\w.-]{1,80}): Alloc: (\d{1,20}) (\d{1,20}), Free: (\d{1,20}) (\d{1,20}), (?:Drain: (\d{1,20}) (\d{1,20}), )?Out: (-?\d{1,20}) (-?\d{1,20})(?: (-?[\d.]{1,20})mb)?(?: Overhead: (-?[\d.]{1,20})mb)?(?: \((\d{1,6})\))?/u;

/** Whether a line is an allocator or object row, `Total` included. */
export function isMemoryRow(line: string): boolean {
  return ROW.test(line);
}

/** Whether the row has the columns that only /memory/status prints. */
export function isStatusRow(line: string): boolean {
  const match = ROW.exec(line);
  return match !== null && (match[6] !== undefined || match[11] !== undefined);
}

/** Reads a row; null where the line is cut or something else. */
export function readMemoryRow(line: string): MemoryRow | null {
  const match = ROW.exec(line);
  if (match === null) return null;
  const number = (group: number): number => {
    const text = match[group];
    return text === undefined ? Number.NaN : Number(text);
  };
  return {
    name: match[1] ?? '',
    allocCount: number(2),
    allocBytes: number(3),
    freeCount: number(4),
    freeBytes: number(5),
    outCount: number(8),
    outBytes: number(9),
  };
}

const COLUMNS: readonly (readonly [label: string, names: readonly string[], pattern: RegExp])[] = [
  ['Alloc', ['alloc.count', 'alloc.bytes'], /Alloc: (\d{1,20}) (\d{1,20})/u],
  ['Free', ['free.count', 'free.bytes'], /Free: (\d{1,20}) (\d{1,20})/u],
  ['Drain', ['drain.count', 'drain.bytes'], /Drain: (\d{1,20}) (\d{1,20})/u],
  ['Out', ['out.count', 'out.bytes', 'out.mb'], /Out: (-?\d{1,20}) (-?\d{1,20})(?: (-?[\d.]{1,20})mb)?/u],
  ['Overhead', ['overhead.mb'], /Overhead: (-?[\d.]{1,20})mb/u],
];

/** Named values of a row: the allocator or object itself (`allocator` or `object`), then its columns. */
export function memoryFields(line: string, kind: 'allocator' | 'object'): FieldToken[] {
  const name = /^[\w.-]{1,80}(?=: Alloc: )/u.exec(line)?.[0];
  if (name === undefined || !isMemoryRow(line)) return [];
  const tokens: FieldToken[] = [
    { name: `${kind}.${name}`, nameStart: 0, nameEnd: name.length, valueStart: 0, valueEnd: name.length },
  ];
  for (const [label, names, pattern] of COLUMNS) {
    const match = pattern.exec(line);
    if (match === null) continue;
    let at = match.index + label.length + 2;
    for (const [index, column] of names.entries()) {
      const value = match[index + 1];
      if (value === undefined) break;
      tokens.push({
        name: column,
        nameStart: match.index,
        nameEnd: match.index + label.length,
        valueStart: at,
        valueEnd: at + value.length,
      });
      at += value.length + 1;
    }
  }
  const overhead = /\((\d{1,6})\)\s*$/u.exec(line);
  if (overhead !== null) {
    const at = overhead.index + 1;
    tokens.push({
      name: 'overhead.each',
      nameStart: at - 1,
      nameEnd: at,
      valueStart: at,
      valueEnd: at + (overhead[1] ?? '').length,
    });
  }
  return tokens;
}
