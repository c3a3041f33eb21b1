import { lifeLines } from './life-lines';
import type { DocumentModel } from './document-model';
import type { Span } from './occurrences';
import { firstOccurrence, placesIn } from './occurrences';
import type { Target } from './target';
import { connectionOf, lifeAt, targetAt } from './target';

/** Messages with which a connection begins: the connector's own, and libevent's flag. */
const OPENS = /successfully connected to Zscaler Cloud|: BEV_EVENT_CONNECTED\b/u;

/**
 * Where that under the cursor begins: a connection at the line that opened it, a process at the first line of its life,
 * an allocator at its row of the first sample, a broker or address at its first mention. Elsewhere on a connection's
 * line: the line that opened it. Null where nothing of that kind stands.
 */
export function definitionAt(model: DocumentModel, line: number, column: number): Span | null {
  const target = targetAt(model, line, column) ?? connectionOf(model, line);
  if (target === null) return null;
  return target.kind === 'connection' ? openingOf(model, target, line) : firstOccurrence(model, target);
}

/** The nearest opening at or above the line within its process life, else the first line of the connection there. */
function openingOf(model: DocumentModel, target: Target, line: number): Span | null {
  // After a restart the same port may be another connection.
  const life = lifeAt(model, line);
  const [from] = life === null ? [target.firstLine] : lifeLines(life);
  for (let above = line; above >= from; above -= 1) {
    const text = model.lines[above] ?? '';
    const [start] = placesIn(text, target);
    if (start !== undefined && OPENS.test(text)) return { line: above, start, end: start + target.needle.length };
  }
  return firstOccurrence(model, target, from);
}
