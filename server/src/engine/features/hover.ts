import type { Constant, Field } from '../catalogue';
import type { FieldToken } from '../formats/format';
import { messageOffset } from '../formats/journal';
import { MessageDispatch } from '../match/dispatch';
import { escapeMarkdown, inlineCode } from '../pages/markdown';
import { sourceText } from '../pages/rule-page';
import { maskSecrets } from '../redact/secrets';
import type { DocumentModel } from './document-model';
import { formatAt, isOurs } from './document-model';
import type { Glossary } from './glossary';
import { previousValue } from './previous-sample';
import { decodeValue } from './values';

export interface Hover {
  readonly startColumn: number;
  readonly endColumn: number;
  readonly markdown: string;
}

const MAX_LINE = 16_384;
const WORD = /[\w.@%()/-]{2,200}/gu;
const ADDRESS = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/gu;

/** What lies under the cursor, explained; null where there is nothing to say. Columns are 0-based UTF-16. */
export function hoverAt(model: DocumentModel, glossary: Glossary, line: number, column: number): Hover | null {
  if (!isOurs(model)) return null;
  const text = (model.lines[line] ?? '').slice(0, MAX_LINE);
  const token = formatAt(model, line)
    ?.fields?.(text)
    .find((one) => covers(one, column));
  if (token !== undefined) {
    const hover = fieldHover(model, glossary, line, text, token);
    if (hover !== null) return hover;
  }
  return wordHover(glossary, text, column) ?? addressHover(model, text, column) ?? messageHover(model, text, column);
}

function covers(token: FieldToken, column: number): boolean {
  return (
    (column >= token.valueStart && column < Math.max(token.valueEnd, token.valueStart + 1)) ||
    (column >= token.nameStart && column < token.nameEnd)
  );
}

function fieldHover(
  model: DocumentModel,
  glossary: Glossary,
  line: number,
  text: string,
  token: FieldToken,
): Hover | null {
  const format = formatAt(model, line);
  const field = glossary.fieldOf(token.name, format?.id ?? '');
  if (field === null) return null;
  const raw = text.slice(token.valueStart, token.valueEnd);
  const secret = token.name.endsWith('.token');
  const label = text.slice(token.nameStart, token.nameEnd) || (field.labels[0] ?? token.name);
  const parts = [
    `**${escapeMarkdown(secret ? (field.labels[0] ?? 'token') : maskSecrets(label))}**: ${escapeMarkdown(field.title)}`,
  ];
  if (!secret) parts.push(valueLine(model, field, line, token, raw));
  parts.push(field.meaning);
  if (field.healthy !== undefined) parts.push(`**Healthy:** ${field.healthy}`);
  if (field.change !== undefined) parts.push(`**A change:** ${field.change}`);
  const look = lookAt(model, field, line, text);
  if (look !== '') parts.push(look);
  const constant = glossary.constant(raw);
  if (constant !== null) parts.push(constantText(constant));
  const broker = token.name.endsWith('.broker') ? glossary.brokerName(raw) : null;
  if (broker !== null)
    parts.push(escapeMarkdown([broker.title, broker.city, broker.cloud].filter((one) => one !== null).join(', ')));
  parts.push(`*${escapeMarkdown(sourceText(field.source))}*`);
  const onName = token.nameEnd > token.nameStart;
  return {
    startColumn: onName ? Math.min(token.nameStart, token.valueStart) : token.valueStart,
    endColumn: Math.max(token.nameEnd, token.valueEnd),
    markdown: parts.filter((part) => part !== '').join('\n\n'),
  };
}

function valueLine(model: DocumentModel, field: Field, line: number, token: FieldToken, raw: string): string {
  const decoded = decodeValue(field, raw);
  const shown = `${inlineCode(maskSecrets(raw).slice(0, 120))}${decoded === null ? '' : ` = ${escapeMarkdown(decoded)}`}`;
  const previous = previousValue(model, line, token.name);
  if (previous === null) return shown;
  const now = Number(raw);
  const before = Number(previous.raw);
  if (Number.isNaN(now) || Number.isNaN(before) || raw === '' || previous.raw === '') {
    return previous.raw === raw
      ? `${shown}, as in the sample before`
      : `${shown}, before ${inlineCode(previous.raw.slice(0, 80))} (line ${String(previous.line + 1)})`;
  }
  const delta = now - before;
  if (delta === 0) return `${shown}, unchanged since the previous sample (line ${String(previous.line + 1)})`;
  const sign = delta > 0 ? '+' : '-';
  const human = decodeValue(field, String(Math.abs(delta)));
  const rate =
    field.counter === true && previous.seconds !== null
      ? `, ${trim(Math.abs(delta) / (previous.seconds / 60))} a minute`
      : '';
  return `${shown}, **${sign}${Math.abs(delta).toLocaleString('en-US')}**${human === null || field.unit.startsWith('epoch') ? '' : ` (${escapeMarkdown(human)})`} since the previous sample (line ${String(previous.line + 1)}${rate})`;
}

function trim(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-US') : String(Math.round(value * 10) / 10);
}

function lookAt(model: DocumentModel, field: Field, line: number, text: string): string {
  if (field.lookAt === undefined || field.lookAt.length === 0) return '';
  const tokens = formatAt(model, line)?.fields?.(text) ?? [];
  const items = field.lookAt.slice(0, 6).map((name) => {
    const found = tokens.find((one) => one.name === name);
    return found === undefined
      ? inlineCode(name)
      : `${inlineCode(name)} = ${inlineCode(text.slice(found.valueStart, found.valueEnd).slice(0, 60))}`;
  });
  return `**Look at:** ${items.join(', ')}`;
}

function wordHover(glossary: Glossary, text: string, column: number): Hover | null {
  for (const match of text.matchAll(WORD)) {
    const end = match.index + match[0].length;
    if (column < match.index || column >= end) continue;
    const word = match[0].replace(/[.,)]+$/u, '');
    const constant = glossary.constant(word);
    if (constant !== null)
      return {
        startColumn: match.index,
        endColumn: match.index + word.length,
        markdown: `**${escapeMarkdown(word)}**\n\n${constantText(constant)}`,
      };
    const broker = glossary.brokerName(word);
    if (broker !== null) {
      const details = [
        broker.title,
        broker.number === null ? null : `number ${broker.number}`,
        broker.dataCentre,
        broker.city,
        broker.cloud,
      ];
      return {
        startColumn: match.index,
        endColumn: match.index + word.length,
        markdown: `**${escapeMarkdown(word)}**\n\n${escapeMarkdown(details.filter((one) => one !== null).join(', '))}`,
      };
    }
  }
  return null;
}

function constantText(constant: Constant): string {
  const action =
    constant.action === undefined || constant.action === '' ? '' : `\n\n**What to do:** ${constant.action}`;
  return `${constant.meaning}${action}\n\n*${escapeMarkdown(sourceText(constant.source))}*`;
}

/** The role that an address plays in this file. */
function addressHover(model: DocumentModel, text: string, column: number): Hover | null {
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0];
    if (column < match.index || column >= match.index + address.length) continue;
    const roles = new Set<string>();
    for (const { life } of model.facts.livesWithBlocks) {
      if (life.blocks.text('control.local')?.includes(address) === true) roles.add('local address of the connector');
      const at = life.blocks.text('control.remote')?.lastIndexOf(address) ?? -1;
      if (at >= 0) roles.add(`broker ${life.blocks.text('control.broker')?.[at] ?? ''} of the control connection`);
    }
    if (roles.size === 0) return null;
    return {
      startColumn: match.index,
      endColumn: match.index + address.length,
      markdown: `**${escapeMarkdown(address)}**: ${escapeMarkdown([...roles].join('; '))}`,
    };
  }
  return null;
}

/** The meaning of a known message, wherever on it the cursor is. */
function messageHover(model: DocumentModel, text: string, column: number): Hover | null {
  const start = messageOffset(text);
  if (column < start || text.length === start) return null;
  const { messages } = model.deps.catalogue;
  const match = new MessageDispatch(messages).match('unit', text, start, text.length);
  const message = messages.find((one) => one.id === match?.id);
  if (message === undefined) return null;
  return {
    startColumn: start,
    endColumn: text.length,
    markdown: `${message.meaning}\n\n*${escapeMarkdown(sourceText(message.source))}*`,
  };
}
