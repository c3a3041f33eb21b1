/** The bundle over time: states of the control connections, figures of the status blocks, findings as marks. */
import { isWithin } from '../life-lines';
import { groupBy } from '../../basics/group-by';
import { isConnected } from '../../facts/blocks';
import type { BundleFacts, PlacedLife } from '../../facts/bundle-facts';
import type { Report, ReportFinding } from '../../report/model';
import { memoryRuns } from './memory';
import type { TimelineChart, TimelineData, TimelineLane, TimelineMark, TimelineSpan, TimelineUnit } from './model';
import type { Sample } from './series';
import { CHARTS, samplesOf } from './series';
import { thin } from './thin';

export type { TimelineChart, TimelineData, TimelineLane, TimelineMark, TimelineSpan } from './model';

/** A block speaks for the minute behind it; the last state lasts at most so long after its block. */
const BLOCK_MS = 60_000;
/** Silence longer than this is no state that anybody saw. */
const SILENCE_MS = 5 * BLOCK_MS;

/** Everything that has a time, thinned to what a screen can show. */
export function timeline(facts: BundleFacts, report: Report): TimelineData {
  const notes: string[] = [];
  const paths = facts.artifacts.map((artifact) => artifact.path);
  const monotonic = new Set(
    facts.sections('journal').flatMap((one) => (one.facts.mode === 'short-monotonic' ? [one.artifact.index] : [])),
  );
  const assumed = facts.sections('journal').some((one) => one.facts.clock.yearAssumed !== null);
  const lives = facts.livesWithBlocks.filter((one) => !monotonic.has(one.artifact));
  if (monotonic.size > 0) notes.push('Journals whose times count from the start of the machine are left out.');
  if (assumed) notes.push('The lines name no year; it is assumed.');
  const lanes = [...connectorLanes(lives, paths), ...memoryLanes(facts, paths)];
  const marks = report.findings.flatMap((finding) => markOf(finding, paths, lives));
  const moments = [
    ...lanes.flatMap((lane) => lane.spans.flatMap((span) => [span.startMs, span.endMs])),
    ...lanes.flatMap((lane) => lane.charts.flatMap((chart) => [chart.times[0] ?? [], chart.times.at(-1) ?? []].flat())),
    ...marks.flatMap((mark) => [mark.startMs, mark.endMs]),
  ];
  return {
    lanes,
    marks,
    startMs: moments.reduce((a, b) => Math.min(a, b), moments[0] ?? 0),
    endMs: moments.reduce((a, b) => Math.max(a, b), moments[0] ?? 0),
    notes,
  };
}

function connectorLanes(lives: readonly PlacedLife[], paths: readonly string[]): readonly TimelineLane[] {
  return [...groupBy(lives, laneId)].map(([id, members]) => {
    const [first] = members;
    const name = members.flatMap(({ life }) => life.blocks.text('Name') ?? []).findLast((one) => one !== undefined);
    const host = first?.life.host ?? null;
    const component = first?.life.component ?? '';
    const pids = members.map(({ life }) => life.pid).filter((pid) => pid >= 0);
    const detail = [
      host,
      component,
      pids.length === 0 ? null : `${pids.length === 1 ? 'process' : 'processes'} ${pids.slice(0, 6).join(', ')}`,
    ].filter((one) => one !== null);
    return {
      id,
      title: name ?? host ?? component,
      detail: detail.join(' · '),
      spans: members.flatMap((placed) => spansOf(placed, paths)).sort((a, b) => a.startMs - b.startMs),
      charts: CHARTS.flatMap((spec) =>
        chartOf(
          spec.id,
          spec.title,
          spec.unit,
          spec.series.map((one) => one.label),
          samplesOf(spec, members),
          paths,
        ),
      ),
    };
  });
}

function memoryLanes(facts: BundleFacts, paths: readonly string[]): readonly TimelineLane[] {
  return memoryRuns(facts).map(({ artifact, labels, samples }) => ({
    id: `memory ${String(artifact)}`,
    title: 'Memory by allocator',
    detail: paths[artifact] ?? '',
    spans: [],
    charts: chartOf('allocators', 'Handed out and not given back', 'bytes', labels, samples, paths),
  }));
}

function laneId({ scope, life }: PlacedLife): string {
  return `${scope} ${life.component}`;
}

/** A chart of the series that have values at all; none where there is nothing to see. */
function chartOf(
  id: string,
  title: string,
  unit: TimelineUnit,
  labels: readonly string[],
  all: readonly Sample[],
  paths: readonly string[],
): readonly TimelineChart[] {
  if (all.length === 0) return [];
  const samples = thin(all);
  const used = [...new Set(samples.map((one) => one.artifact))];
  const series = labels
    .map((label, index) => ({ label, values: samples.map((one) => rounded(one.values[index] ?? null)) }))
    .filter(({ values }) => values.some((value) => value !== null));
  return [
    {
      id,
      title,
      unit,
      times: samples.map((one) => one.timeMs),
      paths: used.map((artifact) => paths[artifact] ?? ''),
      places: samples.map((one) => [used.indexOf(one.artifact), one.line + 1] as const),
      series,
    },
  ];
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100;
}

/** Stretches of one state and broker of a process life. */
function spansOf(placed: PlacedLife, paths: readonly string[]): readonly TimelineSpan[] {
  const { blocks } = placed.life;
  const states = blocks.text('control.state');
  const brokers = blocks.text('control.broker');
  if (states === undefined) return [];
  const spans: { state: string; broker: string | null; startMs: number; endMs: number; line: number }[] = [];
  for (const [index, timeMs] of blocks.times.entries()) {
    const state = states[index];
    if (state === undefined || Number.isNaN(timeMs)) continue;
    const broker = brokers?.[index] ?? null;
    const open = spans[spans.length - 1];
    const silent = open !== undefined && timeMs - open.endMs > SILENCE_MS;
    if (open !== undefined && !silent) open.endMs = timeMs;
    if (open === undefined || silent || open.state !== state || (isConnected(state) && open.broker !== broker)) {
      spans.push({ state, broker, startMs: timeMs, endMs: timeMs, line: blocks.lineOf(index, 'connection') });
    }
  }
  const last = spans[spans.length - 1];
  if (last !== undefined) last.endMs = Math.max(last.endMs, Math.min(last.endMs + BLOCK_MS, placed.life.lastMs ?? 0));
  return spans.map(({ state, broker, startMs, endMs, line }) => ({
    state,
    tone: isConnected(state) ? 'good' : /^(?:NONE|unknown)$/iu.test(state) ? 'unknown' : 'bad',
    startMs,
    endMs,
    broker,
    path: paths[placed.artifact] ?? '',
    line: line + 1,
  }));
}

function markOf(
  finding: ReportFinding,
  paths: readonly string[],
  lives: readonly PlacedLife[],
): readonly TimelineMark[] {
  const startMs = clockMs(finding.firstTime);
  if (startMs === null) return [];
  const artifact = paths.indexOf(finding.path);
  const inFile = lives.filter((one) => one.artifact === artifact);
  const line = finding.line - 1;
  const own = inFile.find(({ life }) => isWithin(life, line)) ?? inFile[0];
  return [
    {
      findingId: finding.id,
      ruleId: finding.ruleId,
      severity: finding.severity,
      rootCause: finding.rootCause,
      message: finding.message,
      path: finding.path,
      line: finding.line,
      startMs,
      endMs: Math.max(startMs, clockMs(finding.lastTime) ?? startMs),
      lane: own === undefined ? null : laneId(own),
    },
  ];
}

/** A time of the report on the log's own clock: its digits, whatever zone they are of. */
function clockMs(iso: string | null): number | null {
  if (iso === null) return null;
  const ms = Date.parse(`${iso.replace(/(?:Z|[+-]\d\d:\d\d)$/u, '')}Z`);
  return Number.isNaN(ms) ? null : ms;
}
