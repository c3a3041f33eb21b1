/** Requests of the triage desk: the timeline, runbooks as data, the collection script. Typed once for both sides. */
import type { Effect } from '../engine/catalogue';

export type {
  TimelineChart,
  TimelineData,
  TimelineLane,
  TimelineMark,
  TimelineSpan,
} from '../engine/features/timeline/model';
export type { Effect } from '../engine/catalogue';

export interface RunbookDataParams {
  readonly id: string;
  /** Document whose values fill the commands; the bundle's where it is left out. */
  readonly uri?: string;
}

/** A runbook with the bundle's own values in its commands. Texts are plain. */
export interface RunbookData {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly steps: readonly RunbookDataStep[];
  readonly verify: string;
  readonly escalate: string;
  readonly sources: readonly string[];
  /** What is lost by the destructive steps. */
  readonly loses: string | null;
  /** Host of the connector, where the bundle tells it. */
  readonly host: string | null;
  /** Values that were filled in, by name: `host`, `broker`, `cloud`, `connector`, `api-host`. */
  readonly values: Readonly<Record<string, string>>;
}

export interface RunbookDataStep {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly commands: readonly { readonly run: string; readonly effect: Effect; readonly note: string | null }[];
  readonly good: string | null;
  readonly bad: string | null;
  readonly next: string | null;
}

export const DESK_REQUESTS = {
  /** -> TimelineData of the bundle; null before the first scan. */
  timeline: 'zpaTriage/timeline',
  /** RunbookDataParams -> RunbookData; null for an unknown id. */
  runbookData: 'zpaTriage/runbookData',
  /** -> string: the script that collects a support bundle. */
  collectionScript: 'zpaTriage/collectionScript',
} as const;
