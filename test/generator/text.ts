/** Template tag for log text: takes strings and numbers alike and joins them as they are. */
export function text(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  let joined = parts[0] ?? '';
  for (let index = 0; index < values.length; index += 1) joined += `${String(values[index])}${parts[index + 1] ?? ''}`;
  return joined;
}

/** Lines as a file's content: each ended by one line feed. */
export function fileOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

/**
 * Rows as columns, one blank apart, padded to the widest cell. `align` says `<` (left) or `>` (right) for each
 * column, `least` how wide the columns are at the least.
 */
export function table(rows: readonly (readonly string[])[], align: string, least: readonly number[] = []): string[] {
  const widths = [...least];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
  }
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return align.charAt(column) === '>' ? cell.padStart(width) : cell.padEnd(width);
      })
      .join(' ')
      .trimEnd(),
  );
}
