/** Hovers on connection tuples outside of status lines: in events, and on the parts that are no field. */
import { escapeMarkdown } from '../pages/markdown';
import { sourceText } from '../pages/rule-page';
import { isoTime } from '../report/log-time';
import { definitionAt } from './definition';
import type { DocumentModel } from './document-model';
import type { Glossary } from './glossary';
import type { Hover } from './hover';
import { timeOfLine } from './hover-prefix';
import { occurrencesOf } from './occurrences';
import type { Tuple } from './target';
import { targetAt, tuplesOf } from './target';

/** The hover of a tuple's ends and thread; null elsewhere, and on its broker and remote address, which have their own. */
export function tupleHover(
  model: DocumentModel,
  glossary: Glossary,
  line: number,
  text: string,
  column: number,
): Hover | null {
  const tuple = tuplesOf(text).find((one) => column >= one.start && column < one.end);
  if (tuple === undefined) return null;
  const { name, remote, thread } = tuple;
  if (thread !== null && column >= thread.start - 1) return threadHover(glossary, thread);
  const isOther = [name, remote].some(({ start, end }) => column >= start && column < end);
  return isOther ? null : connectionHover(model, tuple, line);
}

function threadHover(glossary: Glossary, { start, end, text }: NonNullable<Tuple['thread']>): Hover | null {
  const field = glossary.fieldOf('connection.control.thread', 'journal');
  if (field === null) return null;
  const parts = [
    `**;${text}**: ${escapeMarkdown(field.title)}`,
    field.meaning,
    `*${escapeMarkdown(sourceText(field.source))}*`,
  ];
  return { startColumn: start - 1, endColumn: end, markdown: parts.join('\n\n') };
}

/** Which connection it is, since when, and how often this file tells of it. */
function connectionHover(model: DocumentModel, tuple: Tuple, line: number): Hover | null {
  const target = targetAt(model, line, tuple.start);
  if (target?.kind !== 'connection') return null;
  const { total } = occurrencesOf(model, target, 0);
  const opening = definitionAt(model, line, tuple.start);
  const parts = [`**Connection to ${escapeMarkdown(tuple.name.text)}**`];
  if (tuple.local.text === 'uninitialized') {
    parts.push('The socket was never bound: the attempt failed before it had a local address.');
  } else if (opening !== null) {
    const at = isoTime(timeOfLine(model, opening.line), null)?.replace('T', ' ');
    const since = at === undefined ? '' : ` (${escapeMarkdown(at)})`;
    parts.push(
      `Begins in line ${String(opening.line + 1)} of this file${since}; ${total.toLocaleString('en-US')} mentions.`,
    );
  }
  parts.push('Local address and port, name and address of the other side, and the worker thread.');
  return { startColumn: target.start, endColumn: target.end, markdown: parts.join('\n\n') };
}
