import { skipAnsi } from '../../text/ansi';
import { flowControlFields, isFlowControlRow, readFlowControlRow } from '../fohh-connection/fields';
import type { FieldToken, Format } from '../format';
import { statusLineFields } from '../status-block/fields';
import { statusLineKind } from '../status-block/kinds';
import { statusLinePlaces } from '../status-block/places';
import type { JournalFacts } from './facts';
import { journalMarker } from './markers';
import { skipLevel } from './message';
import { isOwnMessage } from './own-message';
import { emptyPrefix, readPrefix } from './prefix';
import { identify } from './processes';
import { JournalReader } from './journal-reader';
import { containerLine } from './records/container';
import { messageSpan } from './records/json';
import { recordsOpen } from './records/forms';
import { recordFields } from './records/record-fields';
import { skipWrapping } from './wrapping';

export const journal: Format<JournalFacts> = {
  id: 'journal',
  language: 'zpa-journal',
  title: 'Journal or syslog of the App Connector and its host',
  command: /^journalctl\b/u,
  seesControlCodes: true,
  opens,
  read: (context) => new JournalReader(context),
  fields: journalFields,
  places: journalPlaces,
  seriesKey: journalSeriesKey,
};

function opens(lines: readonly string[]): string | null {
  const first = lines[0] ?? '';
  if (journalMarker(first, 0, first.length) !== null) return 'begins with a line that journalctl writes';
  const records = recordsOpen(lines);
  if (records !== null) return records;
  if (isContainerOfProduct(lines)) return 'App Connector messages in the log of a container';
  const product = productOf(first);
  if (product !== null) return `a log line of ${product}`;
  if (isOwnMessage(first.slice(skipAnsi(first, 0, first.length))))
    return 'an App Connector message without a journal prefix';
  const prefix = emptyPrefix();
  if (!readPrefix(first, 0, first.length, prefix) || prefix.identStart < 0) return null;
  // A dated line of another program is a host journal only where its neighbours agree on the form.
  const agreeing = lines.slice(0, 4).filter((line) => isForeignLogLine(line)).length;
  return agreeing === Math.min(lines.length, 4) ? 'log lines of a host: time, host, process, pid' : null;
}

/** Whether the lines are of a container’s log, and one of them is a message that only the product writes. */
function isContainerOfProduct(lines: readonly string[]): boolean {
  if (containerLine(lines[0] ?? '') === null) return false;
  return lines.some((line) => isOwnMessage(containerLine(line)?.message ?? ''));
}

function productOf(line: string): string | null {
  const prefix = emptyPrefix();
  if (!readPrefix(line, 0, line.length, prefix)) return null;
  if (prefix.identStart >= 0) {
    const ident = line.slice(prefix.identStart, prefix.identEnd);
    return identify(ident) === null ? null : ident;
  }
  return isOwnMessage(line.slice(prefix.messageStart)) ? 'the App Connector, printed with its time only' : null;
}

function isForeignLogLine(line: string): boolean {
  const prefix = emptyPrefix();
  const isWrapped = skipWrapping(line, 0) > 0;
  return !isWrapped && readPrefix(line, 0, line.length, prefix) && prefix.identStart >= 0 && prefix.hostStart >= 0;
}

/** Offset where the message of a log line begins, behind prefix, colour codes and level word. */
export function messageOffset(line: string): number {
  return messageOf(line).start;
}

/** Columns of the message of a log line or record. */
function messageOf(line: string): { readonly start: number; readonly end: number } {
  const [from, end] = wrappedMessage(line) ?? prefixedMessage(line) ?? recordMessage(line) ?? [0, line.length];
  return { start: skipLevel(line, skipAnsi(line, from, end), end), end };
}

/** The message behind what a container tool puts in front of it. */
function wrappedMessage(line: string): [start: number, end: number] | null {
  const found = containerLine(line);
  return found === null ? null : [found.start, found.end];
}

function prefixedMessage(line: string): [start: number, end: number] | null {
  const prefix = emptyPrefix();
  return readPrefix(line, 0, line.length, prefix) ? [prefix.messageStart, line.length] : null;
}

/** The message in a line of a mode that prints each field by its name; null in other lines. */
function recordMessage(line: string): [start: number, end: number] | null {
  const named = /^ {0,4}MESSAGE=/u.exec(line);
  if (named !== null) return [named[0].length, line.length];
  return /"MESSAGE" ?: ?"/u.test(line) ? messageSpan(line) : null;
}

function journalFields(line: string): readonly FieldToken[] {
  const { start, end } = messageOf(line);
  const kind = statusLineKind(line, start, end);
  if (kind !== null) return statusLineFields(kind, line, start, end);
  return isFlowControlRow(line, start) ? flowControlFields(line.slice(0, end), start) : [];
}

/** Names of the status line in their other places; the fields of a record. */
function journalPlaces(line: string): readonly FieldToken[] {
  const { start, end } = messageOf(line);
  const kind = statusLineKind(line, start, end);
  const places =
    kind === null ? [] : statusLinePlaces(kind, line, start, end, statusLineFields(kind, line, start, end));
  return [...places, ...recordFields(line)];
}

/** Same process and status line, or same flow-control connection. */
function journalSeriesKey(line: string): string | null {
  const prefix = emptyPrefix();
  const prefixed = readPrefix(line, 0, line.length, prefix);
  const source = prefixed
    ? `${line.slice(prefix.hostStart, prefix.hostEnd)}|${line.slice(prefix.identStart, prefix.identEnd)}|${String(prefix.pid)}`
    : '';
  const start = messageOffset(line);
  const kind = statusLineKind(line, start, line.length);
  if (kind === 'connection') return `${source}|${line.slice(start, start + 40).replace(/ connection.*$/u, '')}`;
  if (kind !== null) return `${source}|${kind}`;
  if (!isFlowControlRow(line, start)) return null;
  const row = readFlowControlRow(line.slice(start));
  return row === null ? null : `${source}|${row.key}`;
}
