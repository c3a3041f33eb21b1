import type { FieldToken } from '../format';

/** A value of a line: its canonical name, and an expression (flags d and u) whose group `value` is it; `label`, where printed. */
export type TokenForm = readonly [name: string, pattern: RegExp];

/** The named values that the forms find in a line, in the order of the line. Offsets are UTF-16 units of the line. */
export function tokensOf(line: string, forms: readonly TokenForm[]): FieldToken[] {
  const tokens: FieldToken[] = [];
  for (const [name, pattern] of forms) {
    const groups = pattern.exec(line)?.indices?.groups;
    const value = groups?.value;
    if (value === undefined) continue;
    const label = groups?.label ?? value;
    tokens.push({ name, nameStart: label[0], nameEnd: label[1], valueStart: value[0], valueEnd: value[1] });
  }
  return tokens.sort((a, b) => a.valueStart - b.valueStart);
}
