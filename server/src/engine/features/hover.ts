import type { Constant, Field } from '../catalogue';
import type { FieldToken, Format } from '../formats/format';
import { messageOffset } from '../formats/journal';
import { MessageDispatch } from '../match/dispatch';
import type { Message } from '../match/rule';
import { escapeMarkdown, inlineCode } from '../pages/markdown';
import { sourceText } from '../pages/rule-page';
import { maskSecrets } from '../redact/secrets';
import { addressKind, addressUse } from './addresses';
import { signedDifference } from './changes';
import type { DocumentModel } from './document-model';
import { formatAt, isOurs } from './document-model';
import type { BrokerName, Glossary } from './glossary';
import { prefixHover } from './hover-prefix';
import { tupleHover } from './hover-tuple';
import { gapsOf, lawsOf } from './invariants';
import { fieldsAt, placesAt } from './line-fields';
import { previousLine, previousValue } from './previous-sample';
import { decodeValue } from './values';

export interface Hover {
  readonly startColumn: number;
  readonly endColumn: number;
  readonly markdown: string;
}

const MAX_LINE = 16_384;
const WORD = /[\w.@%()/-]{2,200}/gu;
const ADDRESS = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*\d)/gu;

/** What lies under the cursor, explained; null where there is nothing to say. Columns are 0-based UTF-16. */
export function hoverAt(model: DocumentModel, glossary: Glossary, line: number, column: number): Hover | null {
  if (!isOurs(model)) return null;
  const text = (model.lines[line] ?? '').slice(0, MAX_LINE);
  const format = formatAt(model, line);
  const tokens = fieldsAt(model, line);
  const fieldIn = (places: readonly FieldToken[]): Hover | null => {
    const token = places.find((one) => covers(one, column));
    if (format === null || token === undefined) return null;
    return fieldHover({ model, glossary, format, line, text, tokens }, token);
  };
  return (
    fieldIn(tokens) ??
    prefixHover(model, line, text, column) ??
    tupleHover(model, glossary, line, text, column) ??
    fieldIn(placesAt(model, line)) ??
    wordHover(glossary, text, column) ??
    addressHover(model, text, column) ??
    messageHover(model, text, column)
  );
}

function covers(token: FieldToken, column: number): boolean {
  return (
    (column >= token.valueStart && column < Math.max(token.valueEnd, token.valueStart + 1)) ||
    (column >= token.nameStart && column < token.nameEnd)
  );
}

/** A line with its values, looked at once. */
interface LineOf {
  readonly model: DocumentModel;
  readonly glossary: Glossary;
  readonly format: Format;
  readonly line: number;
  readonly text: string;
  readonly tokens: readonly FieldToken[];
}

function fieldHover(of: LineOf, token: FieldToken): Hover | null {
  const { model, glossary, format, text } = of;
  const field = glossary.fieldOf(token.name, format.id);
  if (field === null) return null;
  const raw = rawOf(of, token);
  const secret = token.name.endsWith('.token');
  const label = text.slice(token.nameStart, token.nameEnd) || (field.labels[0] ?? token.name);
  const parts = [
    `**${escapeMarkdown(secret ? (field.labels[0] ?? 'token') : maskSecrets(label))}**: ${escapeMarkdown(field.title)}`,
  ];
  const isGroup = isGroupName(of, field, token);
  if (!secret && !isGroup) parts.push(valueLine(of, field, token, raw), pairText(of, token), lawText(of, token));
  parts.push(field.meaning);
  if (field.healthy !== undefined) parts.push(`**Healthy:** ${field.healthy}`);
  if (field.change !== undefined) parts.push(`**A change:** ${field.change}`);
  parts.push(lookAt(of, field, token));
  const constant = glossary.constant(raw);
  if (constant !== null) parts.push(constantText(constant));
  if (!secret && raw.length < 256) {
    const broker = raw.includes('.') ? glossary.brokerName(raw) : null;
    if (broker !== null) parts.push(brokerText(broker));
    if (/^(?:\d{1,3}\.){3}\d{1,3}$/u.test(raw)) parts.push(addressText(model, raw));
  }
  parts.push(`*${escapeMarkdown(sourceText(field.source))}*`);
  const onName = token.nameEnd > token.nameStart;
  return {
    startColumn: onName ? Math.min(token.nameStart, token.valueStart) : token.valueStart,
    endColumn: Math.max(token.nameEnd, token.valueEnd),
    markdown: parts.filter((part) => part !== '').join('\n\n'),
  };
}

/** Whether a token is the name of a group of values, which stands for no figure of its own. */
function isGroupName(of: LineOf, { counter }: Field, token: FieldToken): boolean {
  if (counter === true && !/\d/u.test(rawOf(of, token))) return true;
  return !of.tokens.includes(token) && token.nameEnd > token.nameStart && token.valueStart === token.nameStart;
}

function rawOf({ text }: Pick<LineOf, 'text'>, token: FieldToken): string {
  return text.slice(token.valueStart, token.valueEnd);
}

function valueOf(of: Pick<LineOf, 'text' | 'tokens'>, name: string): string | null {
  const token = of.tokens.find((one) => one.name === name);
  return token === undefined ? null : rawOf(of, token);
}

function valueLine({ model, line }: LineOf, field: Field, token: FieldToken, raw: string): string {
  const decoded = decodeValue(field, raw);
  const shown = `${inlineCode(maskSecrets(raw).slice(0, 120))}${decoded === null ? '' : ` = ${escapeMarkdown(decoded)}`}`;
  const previous = previousValue(model, line, token.name);
  if (previous === null) return shown;
  const place = `line ${String(previous.line + 1)}`;
  if (previous.raw === raw) return `${shown}, unchanged since the previous sample (${place})`;
  const difference = signedDifference(previous.raw, raw);
  if (difference === null) return `${shown}, before ${inlineCode(maskSecrets(previous.raw).slice(0, 80))} (${place})`;
  const amount = difference.replace(/[+,-]/gu, '');
  const human = field.unit.startsWith('epoch') ? null : decodeValue(field, amount);
  const rate =
    field.counter === true && previous.seconds !== null
      ? `, ${trim(Number(amount) / (previous.seconds / 60))} a minute`
      : '';
  return `${shown}, **${escapeMarkdown(difference)}**${human === null || human === amount ? '' : ` (${escapeMarkdown(human)})`} since the previous sample (${place}${rate})`;
}

function trim(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en-US') : String(Math.round(value * 10) / 10);
}

/** The other half of values printed as `n|m`: both round trips, sent and dropped, limit and use. */
function pairText(of: LineOf, { name }: FieldToken): string {
  const trip = /^(?<channel>.{1,80}\.rtt)\.(?:tcp|app)$/u.exec(name)?.groups?.channel;
  if (trip !== undefined) {
    const tcp = valueOf(of, `${trip}.tcp`);
    const app = valueOf(of, `${trip}.app`);
    if (tcp === null || app === null) return '';
    if (tcp === '0' && app === '0') return 'Both round trips are 0: not measured yet.';
    const milliseconds = (raw: string): string => `${(Number(raw) / 1000).toFixed(1)} ms`;
    return escapeMarkdown(
      `Round trips: network (tcp) ${milliseconds(tcp)}, with the broker's answer (app) ${milliseconds(app)}`,
    );
  }
  const message = /^rpc\.(?:tx\.|drop\.)?(?<message>[A-Z].{0,80})$/u.exec(name)?.groups?.message;
  if (message !== undefined) {
    const dropped = valueOf(of, `rpc.drop.${message}`);
    const sent = valueOf(of, `rpc.tx.${message}`) ?? valueOf(of, `rpc.${message}`);
    if (sent === null || dropped === null) return '';
    return share('sent', sent, 'dropped', dropped);
  }
  const scope = /^(?<scope>descriptors\.\w{1,20})\.(?:max|in-use)$/u.exec(name)?.groups?.scope;
  if (scope === undefined) return '';
  const most = valueOf(of, `${scope}.max`);
  const used = valueOf(of, `${scope}.in-use`);
  return most === null || used === null ? '' : share('limit', most, 'in use', used);
}

/** `sent 98,642, dropped 12 (0.01%)`. */
function share(wholeWord: string, whole: string, partWord: string, part: string): string {
  const [total, some] = [Number(whole), Number(part)];
  const percent = total > 0 ? ` (${String(Math.round((some / total) * 1e4) / 100)}%)` : '';
  return escapeMarkdown(
    `${wholeWord} ${BigInt(whole).toLocaleString('en-US')}, ${partWord} ${BigInt(part).toLocaleString('en-US')}${percent}`,
  );
}

/** What the arithmetic between the values of the line says. */
function lawText(of: LineOf, { name }: FieldToken): string {
  const laws = lawsOf(name, numbersOf(of)).map(({ words, left, right, holds, otherwise }) => {
    const law = `**Check:** ${escapeMarkdown(words)}`;
    if (holds) return `${law}: holds (${left.toLocaleString('en-US')})`;
    return `${law}: ${left.toLocaleString('en-US')} against ${right.toLocaleString('en-US')}. ${otherwise}`;
  });
  const gaps = gapsOf(name, numbersOf(of)).map(({ words, gap, growth, in: inLine }) => {
    const previous = previousLine(of.model, of.line);
    const before =
      previous === null ? null : inLine(numbersOf({ text: previous.text, tokens: fieldsAt(of.model, previous.line) }));
    const earlier = before === null ? '' : ` (${before.toLocaleString('en-US')} in the previous sample)`;
    return `**Check:** ${escapeMarkdown(words)} = ${gap.toLocaleString('en-US')}${earlier}. ${growth}`;
  });
  return [...laws, ...gaps].join('\n\n');
}

/** Whole numbers of a line by the name of their field. */
function numbersOf(of: Pick<LineOf, 'text' | 'tokens'>): (name: string) => bigint | null {
  return (name) => {
    const raw = valueOf(of, name);
    return raw !== null && /^-?\d{1,20}$/u.test(raw) ? BigInt(raw) : null;
  };
}

function lookAt(of: LineOf, field: Field, token: FieldToken): string {
  if (field.lookAt === undefined || field.lookAt.length === 0) return '';
  // Entries name the control channel; the line may be of another one.
  const channel = /^connection\.(?!control\.)[^.]{1,60}\./u.exec(token.name)?.[0];
  const items = field.lookAt.slice(0, 6).map((wanted) => {
    const name = channel === undefined ? wanted : wanted.replace(/^connection\.control\./u, channel);
    const found = valueOf(of, name);
    return found === null ? inlineCode(name) : `${inlineCode(name)} = ${inlineCode(maskSecrets(found).slice(0, 60))}`;
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
      return {
        startColumn: match.index,
        endColumn: match.index + word.length,
        markdown: `**${escapeMarkdown(word)}**\n\n${brokerText(broker)}`,
      };
    }
  }
  return null;
}

/** Role, number, data centre with its city, and cloud of a component's name. */
function brokerText({ title, number, dataCentre, city, cloud }: BrokerName): string {
  const site = dataCentre === null ? null : `data centre ${dataCentre}${city === null ? '' : ` (${city})`}`;
  const parts = [title, number === null ? null : `number ${number}`, site, cloud === null ? null : `cloud ${cloud}`];
  return escapeMarkdown(parts.filter((part) => part !== null).join(', '));
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
    return {
      startColumn: match.index,
      endColumn: match.index + address.length,
      markdown: `**${escapeMarkdown(address)}**\n\n${addressText(model, address)}`,
    };
  }
  return null;
}

function addressText(model: DocumentModel, address: string): string {
  const { roles, lines, firstLine } = addressUse(model, address);
  const kind = addressKind(address);
  const said = [...roles, ...(kind === null ? [] : [kind])].map((one) => maskSecrets(one)).join('; ');
  const where =
    lines <= 1
      ? 'only here in this file'
      : `in ${lines.toLocaleString('en-US')} lines, first in line ${String(firstLine + 1)}`;
  return escapeMarkdown(said === '' ? where : `${said} (${where})`);
}

/** Made once for each list of messages: building it costs more than a look-up. */
const DISPATCH = new WeakMap<readonly Message[], MessageDispatch>();

/** The meaning of a known message, wherever on it the cursor is. */
function messageHover(model: DocumentModel, text: string, column: number): Hover | null {
  const start = messageOffset(text);
  if (column < start || text.length === start) return null;
  const { messages } = model.deps.catalogue;
  let dispatch = DISPATCH.get(messages);
  if (dispatch === undefined) {
    dispatch = new MessageDispatch(messages);
    DISPATCH.set(messages, dispatch);
  }
  const match = dispatch.match('unit', text, start, text.length);
  const message = messages.find((one) => one.id === match?.id);
  if (message === undefined) return null;
  return {
    startColumn: start,
    endColumn: text.length,
    markdown: `${message.meaning}\n\n*${escapeMarkdown(sourceText(message.source))}*`,
  };
}
