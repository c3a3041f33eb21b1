/** Hovers on the front of a log line: its time, and the process that wrote it. */
import { lifeLines } from './life-lines';
import type { JournalFacts, ProcessLife } from '../formats/journal/facts';
import { LogClock } from '../formats/journal/log-clock';
import type { JournalMode, Prefix } from '../formats/journal/prefix';
import { emptyPrefix, readPrefix } from '../formats/journal/prefix';
import { containerLine } from '../formats/journal/records/container';
import { verboseTime } from '../formats/journal/records/named-fields';
import { escapeMarkdown } from '../pages/markdown';
import { isoTime } from '../report/log-time';
import type { DocumentModel } from './document-model';
import type { Hover } from './hover';
import { lifeAt } from './target';
import { duration } from './values';

const DAY_MS = 86_400_000;
/** Lines looked back for the one before. */
const MAX_BACK = 200;

/** The hover of a log line's time or process; null elsewhere. Columns are 0-based UTF-16. */
export function prefixHover(model: DocumentModel, line: number, text: string, column: number): Hover | null {
  const journal = journalAt(model, line);
  if (journal === null) return null;
  const prefix = emptyPrefix();
  if (!readPrefix(text, 0, text.length, prefix)) return recordHover(model, journal, line, text, column);
  if (column >= prefix.messageStart) return null;
  const timeEnd = [prefix.hostStart, prefix.identStart, prefix.messageStart].find((one) => one >= 0) ?? 0;
  if (column < timeEnd) {
    const markdown = timeText(model, journal, line, timeIn(journal, prefix), prefix.mode);
    return markdown === null ? null : { startColumn: 0, endColumn: timeEnd - 1, markdown };
  }
  if (prefix.identStart < 0 || column < prefix.identStart) return null;
  const life = lifeAt(model, line);
  if (life === null) return null;
  return { startColumn: prefix.identStart, endColumn: prefix.messageStart, markdown: processText(life) };
}

/** The hover of the time that stands in the head of a verbose record, or that a container's tool printed. */
function recordHover(
  model: DocumentModel,
  journal: JournalFacts,
  line: number,
  text: string,
  column: number,
): Hover | null {
  const time = recordTime(text);
  if (time === null || column < time.start || column >= time.end) return null;
  const markdown = timeText(model, journal, line, time.timeMs, journal.mode);
  return markdown === null ? null : { startColumn: time.start, endColumn: time.end, markdown };
}

/** Time of a line without the prefix of a log line, and its columns; null where it has none. */
function recordTime(text: string): { readonly timeMs: number; readonly start: number; readonly end: number } | null {
  const head = verboseTime(text);
  if (head !== null) return { timeMs: head.timeMs, start: 0, end: head.end };
  const wrapped = containerLine(text);
  if (wrapped?.timeAt === undefined || wrapped.timeAt === null || Number.isNaN(wrapped.timeMs)) return null;
  const [start, end] = wrapped.timeAt;
  return { timeMs: wrapped.timeMs, start, end };
}

function journalAt(model: DocumentModel, line: number): JournalFacts | null {
  const found = model.facts
    .sections('journal')
    .find(({ section }) => section.startLine <= line && line <= section.endLine);
  return found?.facts ?? null;
}

function timeText(
  model: DocumentModel,
  journal: JournalFacts,
  line: number,
  time: number | null,
  mode: JournalMode,
): string | null {
  if (time === null) return null;
  const { zoneMinutes, yearAssumed } = journal.clock;
  const parts: string[] = [];
  if (mode === 'short-monotonic') {
    parts.push(`**${escapeMarkdown(duration(time / 1000))}** after the start of the machine`);
  } else {
    const shown = (isoTime(time, zoneMinutes) ?? '').replace('T', ' ');
    parts.push(`**${escapeMarkdown(shown)}** by the clock of the host`);
    parts.push(
      zoneMinutes === null
        ? 'The line names no time zone: compare it with `timedatectl` or the setting zpaTriage.timezone.'
        : 'The log says its time zone.',
    );
    if (yearAssumed !== null) parts.push('The year is not in the line; it is the latest that fits.');
  }
  const since = [
    sincePrevious(model, journal, line, time),
    sinceBoot(model, journal, line, time),
    sinceStart(lifeAt(model, line), time),
  ].filter((one) => one !== null);
  if (since.length > 0) parts.push(escapeMarkdown(since.join('; ')));
  return parts.join('\n\n');
}

/** Log-clock time of a line; of lines without a year, in the year that lies within the journal. */
function timeIn(journal: JournalFacts, prefix: Prefix): number | null {
  const { yearAssumed } = journal.clock;
  const years = yearAssumed === null ? [2000] : [yearAssumed, yearAssumed + 1, yearAssumed - 1];
  const times = years.map((year) => new LogClock({ year, notAfterMs: 0 }).timeOf(prefix));
  const inside = times.find(
    (time) => time !== null && time >= (journal.firstMs ?? 0) - DAY_MS && time <= (journal.lastMs ?? 0) + DAY_MS,
  );
  return inside ?? times[0] ?? null;
}

/** Log-clock time of a line of a journal; null where it has none. */
export function timeOfLine(model: DocumentModel, line: number): number | null {
  const journal = journalAt(model, line);
  return journal === null || journal.mode === 'short-monotonic' ? null : timeAt(model, journal, line);
}

function timeAt(model: DocumentModel, journal: JournalFacts, line: number): number | null {
  const text = model.lines[line] ?? '';
  const prefix = emptyPrefix();
  if (readPrefix(text, 0, text.length, prefix)) return timeIn(journal, prefix);
  return recordTime(text)?.timeMs ?? null;
}

function sincePrevious(model: DocumentModel, journal: JournalFacts, line: number, time: number): string | null {
  for (let above = line - 1; above >= Math.max(0, line - MAX_BACK); above -= 1) {
    const before = timeAt(model, journal, above);
    if (before === null) continue;
    if (before === time) return 'the same moment as the line before';
    return before < time
      ? `${duration((time - before) / 1000)} after the line before`
      : `${duration((before - time) / 1000)} before the line above: the log runs backwards here`;
  }
  return null;
}

function sinceBoot(model: DocumentModel, journal: JournalFacts, line: number, time: number): string | null {
  const boot = journal.breaks.findLast((one) => one.kind === 'boot' && one.line < line);
  if (boot === undefined) return null;
  for (let below = boot.line + 1; below <= Math.min(line, boot.line + MAX_BACK); below += 1) {
    const first = timeAt(model, journal, below);
    if (first !== null) return first <= time ? `${duration((time - first) / 1000)} after the boot` : null;
  }
  return null;
}

function sinceStart(life: ProcessLife | null, time: number): string | null {
  if (life?.firstMs === null || life?.firstMs === undefined || life.firstMs > time) return null;
  return `${duration((time - life.firstMs) / 1000)} after the first line of this process`;
}

const ROLES: Readonly<Record<string, string>> = {
  child: 'the child: enrols, connects, carries traffic',
  parent: 'the Manager: starts and watches the child',
  unit: 'the unit: Manager and child alike',
};

function processText(life: ProcessLife): string {
  const name = `${life.component}${life.role === 'child' ? '-child' : ''}`;
  const pid = life.pid < 0 ? '' : ` [${String(life.pid)}]`;
  const parts = [`**${escapeMarkdown(name + pid)}**: ${ROLES[life.role] ?? 'a process of the host'}`];
  const lived =
    life.firstMs === null || life.lastMs === null ? null : duration(Math.max(0, life.lastMs - life.firstMs) / 1000);
  const [top, bottom] = lifeLines(life);
  const lines = `lines ${String(top + 1)} to ${String(bottom + 1)} of this file`;
  const blocks = life.blocks.length === 0 ? '' : `, ${String(life.blocks.length)} status blocks`;
  parts.push(escapeMarkdown(`${lines}${lived === null ? '' : `, ${lived} in this log`}${blocks}`));
  return parts.join('\n\n');
}
