import type { ProcessRole } from '../format';
import type { BlockSeries } from '../status-block/series';
import type { FlowControlSeries } from '../fohh-connection/series';
import type { ClockNotes } from './log-clock';
import type { JournalMode } from './prefix';

/** One life of one process: from its first to its last line under one pid. */
export interface ProcessLife {
  readonly index: number;
  /** null where the journal was printed without the host column. */
  readonly host: string | null;
  /** `zpa-connector`, `zpa-service-edge`, `zpa-pcc`, `np-connector`. */
  readonly component: string;
  readonly role: ProcessRole;
  /** -1 where lines carry none. */
  readonly pid: number;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Log-clock epoch ms; null without a clock. */
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly blocks: BlockSeries;
}

/** One occurrence of a known message. */
export interface LogEvent {
  readonly message: string;
  /** Index into `processes`; -1 for lines without a process (cat mode, foreign processes). */
  readonly process: number;
  readonly line: number;
  /** UTF-16 offset of the message in its line. */
  readonly start: number;
  readonly end: number;
  /** Log-clock epoch ms; null without a clock. */
  readonly timeMs: number | null;
  readonly groups: Readonly<Record<string, string>>;
}

/** Occurrences of one message: all counted, the first and the last ones kept. */
export interface EventLog {
  readonly count: number;
  readonly kept: readonly LogEvent[];
}

/** A silence inside one process's life that status blocks (once a minute) should have filled. */
export interface StatusGap {
  readonly process: number;
  /** Lines and times of the blocks before and after the silence. */
  readonly beforeLine: number;
  readonly afterLine: number;
  readonly beforeMs: number;
  readonly afterMs: number;
  /** Whether other processes of the host wrote lines meanwhile: then the log is not cut and the host not frozen. */
  readonly hostWasAlive: boolean;
}

/** A place where the log's time runs backwards or a boot is marked. */
export interface TimeBreak {
  readonly line: number;
  readonly kind: 'boot' | 'backwards';
  readonly byMs: number;
}

export interface JournalFacts {
  readonly mode: JournalMode;
  readonly clock: ClockNotes;
  readonly lineCount: number;
  /** Lines of the product's own processes. */
  readonly productLineCount: number;
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly hosts: readonly string[];
  readonly processes: readonly ProcessLife[];
  /** Message id -> occurrences. */
  readonly events: ReadonlyMap<string, EventLog>;
  readonly flows: readonly FlowControlSeries[];
  readonly gaps: readonly StatusGap[];
  readonly breaks: readonly TimeBreak[];
  /** Set where the journal is marked empty (`-- No entries --`). */
  readonly empty: boolean;
  /** Printed newest first (`journalctl -r`); the facts are in the order of time all the same. */
  readonly newestFirst: boolean;
}
