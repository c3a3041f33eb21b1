/** The knowledge an engine is given: rules, glossary and runbooks as data. The engine imports none of it. */
import type { Message, Rule, Source } from './match/rule';

export type Unit =
  | 'count'
  | 'bytes'
  | 'kilobytes'
  | 'megabytes'
  | 'percent'
  | 'seconds'
  | 'milliseconds'
  | 'microseconds'
  | 'epoch-seconds'
  | 'epoch-microseconds'
  | 'duration'
  | 'text'
  | 'address'
  | 'state'
  | 'version'
  | 'identifier';

/** A named value of a format. */
export interface Field {
  /** Names as `FieldToken.name` gives them; a trailing `*` stands for any rest. The first is canonical. */
  readonly names: readonly string[];
  /** Names as people write them (`BrkRq`, `tx_drop`): for `explain` and completion. */
  readonly labels: readonly string[];
  readonly formats: readonly string[];
  readonly title: string;
  readonly unit: Unit;
  readonly meaning: string;
  /** Healthy range or state, in words. */
  readonly healthy?: string;
  /** How to read a change. */
  readonly change?: string;
  /** Always growing counter: hovers show its rate. */
  readonly counter?: boolean;
  /** Other field names to look at with it. */
  readonly lookAt?: readonly string[];
  readonly source: Source;
}

/** A word with a fixed meaning: states, close reasons, event flags, status codes, file paths, broker roles. */
export interface Constant {
  readonly name: string;
  /** `close-reason`, `state`, `event-flag`, `pause-reason`, `status-code`, `path`, `cloud` … */
  readonly group: string;
  readonly meaning: string;
  /** What to do about it; empty when nothing. */
  readonly action?: string;
  /** Whether it tells of trouble. */
  readonly severity: 'good' | 'neutral' | 'bad';
  readonly source: Source;
}

export type Effect = 'read-only' | 'changes-the-host' | 'destructive';

export interface RunbookCommand {
  /** `{host}`, `{broker}`, `{cloud}`, `{connector}` are filled with the bundle's own values. */
  readonly run: string;
  readonly effect: Effect;
  readonly note?: string;
}

export interface RunbookStep {
  /** Slug, unique in its runbook; stable. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly commands?: readonly RunbookCommand[];
  readonly good?: string;
  readonly bad?: string;
  /** What to do next, or which step or runbook follows. */
  readonly next?: string;
}

export interface Runbook {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly steps: readonly RunbookStep[];
  readonly verify: string;
  readonly escalate: string;
  readonly sources: readonly string[];
  /** What is lost when the destructive steps are run; shown in the confirmation. */
  readonly loses?: string;
}

export interface Catalogue {
  readonly messages: readonly Message[];
  readonly rules: readonly Rule[];
  readonly fields: readonly Field[];
  readonly constants: readonly Constant[];
  readonly runbooks: readonly Runbook[];
}
