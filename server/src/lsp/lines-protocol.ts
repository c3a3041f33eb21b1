/** Requests about the lines of one file: gaps in time, connections, filtered copies. Typed once for both sides. */
import type { TimeGap } from '../engine/features/time-gaps';

export type { TimeGap } from '../engine/features/time-gaps';

export interface LinesParams {
  readonly uri: string;
}

/** A connection that a file tells of. */
export interface ConnectionLines {
  /** `[local address]:port;name of the far end`. */
  readonly key: string;
  readonly count: number;
  /** 0-based. */
  readonly firstLine: number;
  readonly lastLine: number;
}

export interface FilteredCopyParams {
  readonly uri: string;
  /** Key of the connection whose lines are wanted; null: all lines of the connector's own processes. */
  readonly connection: string | null;
}

export interface FilteredCopy {
  /** The lines, without secrets. */
  readonly text: string;
  readonly lineCount: number;
  /** Lines of the file that were read. */
  readonly ofLines: number;
  /** Whether the copy was cut: it is kept small enough for every feature of the editor. */
  readonly truncated: boolean;
}

export const LINES_REQUESTS = {
  /** LinesParams of an open document -> TimeGap[]; null where it is not open. */
  timeGaps: 'zpaTriage/timeGaps',
  /** LinesParams -> ConnectionLines[], those with most lines first, at most 200; null where it cannot be read. */
  connections: 'zpaTriage/connections',
  /** FilteredCopyParams -> FilteredCopy; null where it cannot be read. */
  filteredCopy: 'zpaTriage/filteredCopy',
} as const;

/** What `timeGaps` gives. */
export type TimeGaps = readonly TimeGap[] | null;
