import type { JournalMode } from '../prefix';
import { ContainerLines, containerLine } from './container';
import { JsonLines, JsonPretty } from './json';
import { ExportRecords, isVerboseHead, VerboseRecords } from './named-fields';
import type { RecordForm, RecordSink } from './record';

const JOURNALD_FIELD = /"(?:__REALTIME_TIMESTAMP|__CURSOR|_SYSTEMD_UNIT|SYSLOG_IDENTIFIER|_BOOT_ID|_HOSTNAME)" ?:/u;

interface RecordMode {
  readonly mode: JournalMode;
  /** For people. */
  readonly reason: string;
  readonly create: (sink: RecordSink) => RecordForm;
}

const JSON_LINES: RecordMode = {
  mode: 'json',
  reason: 'journal records as journalctl -o json prints them',
  create: (sink) => new JsonLines(sink),
};
const JSON_PRETTY: RecordMode = {
  mode: 'json-pretty',
  reason: 'journal records as journalctl -o json-pretty prints them',
  create: (sink) => new JsonPretty(sink),
};
const EXPORT: RecordMode = {
  mode: 'export',
  reason: 'journal records as journalctl -o export prints them',
  create: (sink) => new ExportRecords(sink),
};
const VERBOSE: RecordMode = {
  mode: 'verbose',
  reason: 'journal records as journalctl -o verbose prints them',
  create: (sink) => new VerboseRecords(sink),
};
const CONTAINER_TIMED: RecordMode = {
  mode: 'json',
  reason: 'App Connector messages in the log of a container',
  create: (sink) => new ContainerLines(sink),
};
const CONTAINER_BARE: RecordMode = { ...CONTAINER_TIMED, mode: 'cat' };

/** Why a section that begins with these lines is a journal of records; null when it is none. */
export function recordsOpen(lines: readonly string[]): string | null {
  const mode = journaldModeOf(lines[0] ?? '');
  if (mode !== JSON_PRETTY) return mode?.reason ?? null;
  // A brace alone begins any JSON: fields of journald must follow.
  const fields = lines.slice(1).filter((line) => JOURNALD_FIELD.test(line.slice(0, 200)));
  return fields.length >= 2 ? mode.reason : null;
}

/** A reader for the mode that a section's first line tells; null for the modes of one line an entry. */
export function formOf(
  first: string,
  sink: RecordSink,
): { readonly mode: JournalMode; readonly form: RecordForm } | null {
  const mode = modeOf(first);
  return mode === null ? null : { mode: mode.mode, form: mode.create(sink) };
}

/** The mode of a journal that begins with this line. */
function modeOf(first: string): RecordMode | null {
  return journaldModeOf(first) ?? containerModeOf(first);
}

/** A container’s log may be of any program: whether it is ours is asked before (`opens`). */
function containerModeOf(first: string): RecordMode | null {
  const found = containerLine(first);
  if (found === null) return null;
  return Number.isNaN(found.timeMs) ? CONTAINER_BARE : CONTAINER_TIMED;
}

function journaldModeOf(first: string): RecordMode | null {
  const unit = first.charCodeAt(0);
  if (unit === 95 /* _ */) return /^__CURSOR=s=[0-9a-f]/u.test(first) ? EXPORT : null;
  if (unit >= 65 && unit <= 90) return isVerboseHead(first) ? VERBOSE : null;
  if (/^[[{]\s*$/u.test(first)) return JSON_PRETTY;
  if (!/^(?:\u001e|data: )?\{"/u.test(first)) return null;
  const head = first.slice(0, 65_536);
  return head.includes('"MESSAGE":') && JOURNALD_FIELD.test(head) ? JSON_LINES : null;
}
