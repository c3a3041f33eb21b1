import type { RuleId, Severity } from '../../server/src/engine/match/rule';

/** A finding that a case must give. */
export interface Expected {
  readonly rule: RuleId;
  readonly severity?: Severity;
  /** Path of the file and part of the line that the finding points at. */
  readonly at?: readonly [path: string, line: string];
  /** Part of the message. */
  readonly says?: string;
  /** The rule whose finding it follows from. */
  readonly causedBy?: RuleId;
}

/** A small bundle, written by hand, and what the triage must make of it. */
export interface Case {
  readonly name: string;
  /** Text by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly found: readonly (Expected | RuleId)[];
  /** Rule of the first root cause; null: nothing but notes. Left out where the evidence does not decide. */
  readonly rootCause?: RuleId | null;
  /** Rules that may fire as well, warnings and errors included. All others at warning or above are false alarms. */
  readonly tolerated?: readonly RuleId[];
  /** Rules that must not fire at any severity. */
  readonly absent?: readonly RuleId[];
}

/** Material that is none of ours, or ours and healthy. */
export interface Quiet {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** Notes (information, hint) that are right to appear. Without this, nothing at all may be said. */
  readonly notes?: readonly RuleId[] | 'any';
}
