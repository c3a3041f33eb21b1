/** Names for "did you mean": those that hold the query or differ from it by a few letters, the nearest first. */
export function nearest(query: string, names: readonly string[], limit = 5): readonly string[] {
  const wanted = query.toLowerCase().slice(0, MAX_LENGTH);
  const most = Math.max(1, Math.floor(wanted.length / 3));
  const scored = [...new Set(names)].flatMap((name) => {
    const known = name.toLowerCase();
    if (wanted.length >= 3 && known.includes(wanted)) return [{ name, score: 0.5 }];
    const tail = known.slice(known.lastIndexOf('/') + 1);
    const score = Math.min(distance(wanted, known), distance(wanted, tail));
    return score <= most ? [{ name, score }] : [];
  });
  return scored
    .sort((a, b) => a.score - b.score || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ name }) => name);
}

const MAX_LENGTH = 80;

/** Letters to insert, leave out or change. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
