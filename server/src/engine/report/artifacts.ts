import type { Artifact } from '../bundle/artifact';
import type { BundleFacts } from '../facts/bundle-facts';
import type { JournalFacts } from '../formats/journal/facts';
import type { ConnectorRoll } from './connectors';
import type { LogTimes } from './log-time';
import type { ReportArtifact, ReportSection } from './model';

/** Sections listed of one file; a week of minute samples has tens of thousands. */
const MAX_SECTIONS = 2_000;

/** Note on a file that no format claims. */
export const NOT_RECOGNISED = 'no known format: nothing in it was judged';

/** What the source of an artifact said while it was read, beyond what the engine knows. */
export interface SourceNote {
  readonly notes: readonly string[];
  /** Reading stopped before the end. */
  readonly truncated: boolean;
}

/** The report's entry of one file, with notes on everything that was assumed or is missing. */
export function reportArtifact(
  artifact: Artifact,
  facts: BundleFacts,
  roll: ConnectorRoll,
  times: LogTimes,
  note: SourceNote | undefined,
): ReportArtifact {
  const known = artifact.sections.filter((section) => section.format !== null);
  const sections = known.slice(0, MAX_SECTIONS).map(
    (section): ReportSection => ({
      format: section.format ?? '',
      startLine: section.startLine + 1,
      endLine: section.endLine + 1,
    }),
  );
  const notes = [...artifact.notes, ...(note?.notes ?? []), ...assumptions(artifact, facts)];
  if (known.length > sections.length) {
    notes.push(`${String(known.length - sections.length)} further sections are not listed`);
  }
  const connectors = roll.count(artifact.index);
  if (connectors > 1) notes.push(`${String(connectors)} connectors write in this file`);
  return {
    path: artifact.path,
    format: artifact.format,
    sections,
    timeRange: timeRange(artifact, facts, times),
    connector: roll.of(artifact.index),
    bytes: artifact.bytes,
    lines: artifact.lineCount,
    truncated: artifact.truncated || note?.truncated === true,
    notes: [...new Set(notes)],
  };
}

function assumptions(artifact: Artifact, facts: BundleFacts): string[] {
  const notes: string[] = [];
  if (artifact.lineCount === 0) return ['empty'];
  if (artifact.format === null) notes.push(NOT_RECOGNISED);
  const journals = facts.sections('journal').filter((one) => one.artifact.index === artifact.index);
  for (const { facts: journal } of journals) notes.push(...clockNotes(journal));
  if (artifact.endedInMidLine && journals.length > 0) notes.push('ends in mid-line: it may have been cut');
  return notes;
}

function clockNotes(journal: JournalFacts): string[] {
  if (journal.empty && journal.productLineCount === 0) return ['a journal without entries'];
  if (journal.mode === 'cat') return ['lines carry no time'];
  if (journal.mode === 'short-monotonic') return ['times count from the start of the machine: no date is known'];
  const notes: string[] = [];
  if (journal.newestFirst) notes.push('printed newest first: read in the order of time');
  const { yearAssumed, zoneMinutes } = journal.clock;
  if (yearAssumed !== null) notes.push(`year ${String(yearAssumed)} assumed: lines carry none`);
  if (zoneMinutes === null && journal.firstMs !== null) notes.push("time zone unknown: times are the log's own clock");
  if (journal.breaks.some((one) => one.kind === 'backwards')) notes.push('its time runs backwards in places');
  return notes;
}

function timeRange(
  artifact: Artifact,
  facts: BundleFacts,
  times: LogTimes,
): { readonly start: string; readonly end: string } | null {
  let first: { ms: number; line: number } | null = null;
  let last: { ms: number; line: number } | null = null;
  const note = (ms: number | null, line: number): void => {
    if (ms === null) return;
    if (first === null || ms < first.ms) first = { ms, line };
    if (last === null || ms > last.ms) last = { ms, line };
  };
  for (const { artifact: owner, section, facts: journal } of facts.sections('journal')) {
    if (owner.index !== artifact.index) continue;
    note(journal.firstMs, section.startLine);
    note(journal.lastMs, section.startLine);
  }
  for (const section of artifact.sections) if (hasTime(section.facts)) note(section.facts.timeMs, section.startLine);
  return shown(first, last, (ms, line) => times.show(artifact.index, line, ms));
}

type Moment = { readonly ms: number; readonly line: number } | null;

function shown(
  first: Moment,
  last: Moment,
  show: (ms: number, line: number) => string | null,
): { readonly start: string; readonly end: string } | null {
  if (first === null || last === null) return null;
  const start = show(first.ms, first.line);
  const end = show(last.ms, last.line);
  return start === null || end === null ? null : { start, end };
}

/** Dumps of reports and `date` sections carry the time they were taken at. */
function hasTime(facts: unknown): facts is { readonly timeMs: number } {
  return typeof facts === 'object' && facts !== null && 'timeMs' in facts && typeof facts.timeMs === 'number';
}
