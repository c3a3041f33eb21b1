import type { DocumentModel } from './document-model';
import type { Span } from './occurrences';
import { occurrencesOf } from './occurrences';
import { targetAt } from './target';

/** Marks shown at once; more than any screen and scroll bar can tell apart. */
const MAX_HIGHLIGHTS = 5_000;

/** Every place of the connection, broker, address, process life or memory row under the cursor; empty where nothing recurs. */
export function highlightsAt(model: DocumentModel, line: number, column: number): readonly Span[] {
  const target = targetAt(model, line, column);
  return target === null ? [] : occurrencesOf(model, target, MAX_HIGHLIGHTS).spans;
}
