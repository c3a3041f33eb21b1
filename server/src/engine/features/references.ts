import { definitionAt } from './definition';
import type { DocumentModel } from './document-model';
import type { Occurrences } from './occurrences';
import { occurrencesOf } from './occurrences';
import { connectionOf, targetAt } from './target';

export const MAX_REFERENCES = 1_000;

/**
 * All lines of the connection, broker, address, process life or memory row under the cursor, at most 1,000; `total` says
 * how many there are. Elsewhere on a connection's line: those of the connection.
 */
export function referencesAt(model: DocumentModel, line: number, column: number, withDefinition: boolean): Occurrences {
  const target = targetAt(model, line, column) ?? connectionOf(model, line);
  if (target === null) return { spans: [], total: 0 };
  const found = occurrencesOf(model, target, MAX_REFERENCES);
  if (withDefinition) return found;
  const definition = definitionAt(model, line, column);
  const spans = found.spans.filter((one) => one.line !== definition?.line);
  return { spans, total: found.total - (found.spans.length - spans.length) };
}
