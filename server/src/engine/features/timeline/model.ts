/**
 * What the timeline shows, as plain data. Times are epoch ms of the log's own clock, as if it were UTC; lines are
 * 1-based. Paths are those of the report.
 */

export interface TimelineData {
  readonly lanes: readonly TimelineLane[];
  readonly marks: readonly TimelineMark[];
  readonly startMs: number;
  readonly endMs: number;
  /** What is left out or assumed, one sentence each. */
  readonly notes: readonly string[];
}

/** One connector (host and component) with all its process lives, or one file of memory dumps. */
export interface TimelineLane {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly spans: readonly TimelineSpan[];
  readonly charts: readonly TimelineChart[];
}

/** A stretch of one state of the control connection. */
export interface TimelineSpan {
  readonly state: string;
  readonly tone: 'good' | 'bad' | 'unknown';
  readonly startMs: number;
  readonly endMs: number;
  readonly broker: string | null;
  readonly path: string;
  readonly line: number;
}

export type TimelineUnit = 'ms' | 'bytes' | 'bytes/s' | 'count' | 'percent';

export interface TimelineChart {
  readonly id: string;
  readonly title: string;
  readonly unit: TimelineUnit;
  readonly times: readonly number[];
  /** Where each sample stands: index into `paths`, and the line. */
  readonly paths: readonly string[];
  readonly places: readonly (readonly [path: number, line: number])[];
  readonly series: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
}

export interface TimelineMark {
  readonly findingId: string;
  readonly ruleId: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly rootCause: boolean;
  readonly message: string;
  readonly path: string;
  readonly line: number;
  readonly startMs: number;
  readonly endMs: number;
  /** Id of the lane that it belongs to; null where it belongs to none, or to all. */
  readonly lane: string | null;
}
