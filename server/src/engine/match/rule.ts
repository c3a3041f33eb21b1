/**
 * What a rule is. Rules are data of the knowledge room; the engine only knows their shape and runs them.
 */
import type { ProcessRole } from '../formats/format';
import type { BundleFacts } from '../facts/bundle-facts';
import type { Thresholds } from './thresholds';

export type Severity = 'error' | 'warning' | 'info' | 'hint';
export type Confidence = 'high' | 'medium' | 'low';
/** `category/kebab-name`, stable for ever. */
export type RuleId = string;

/** A log message with its own form. Found by process role and first characters, then confirmed by its expression. */
export interface Message {
  readonly id: string;
  /** Which processes write it. `other`: foreign processes of the host. */
  readonly roles: readonly ProcessRole[];
  /** Literal beginnings; `digit`: begins with any digit. */
  readonly starts: readonly string[] | 'digit';
  /** Anchored with ^, flag u, named groups; no two unbounded parts. */
  readonly pattern: RegExp;
  /** What it tells, one sentence, for hovers. */
  readonly meaning: string;
  readonly source: Source;
  /** Literal messages (without journal prefix) that must match. */
  readonly examples: readonly string[];
}

/** Where a statement comes from. */
export interface Source {
  readonly kind: 'documented' | 'inferred' | 'illustration';
  /** Document and place, for people. */
  readonly from: string;
  readonly url?: string;
}

/** Evidence a rule reads; where none is in the bundle, the rule is not evaluable. */
export interface Need {
  /** Any one of these formats, a status-block line kind as `status-block:skew`, or records as `lss-events:user-activity`. */
  readonly anyOf: readonly string[];
  /** What is missing, as a phrase. */
  readonly missing: string;
  /** Command that collects it. */
  readonly command: string;
}

/** A place in the bundle. Text and columns of `field` are looked up when the report is made. */
export interface Place {
  /** Artifact index. */
  readonly artifact: number;
  /** 0-based. */
  readonly line: number;
  /** UTF-16 columns, 0-based, end exclusive; the whole line where left out. */
  readonly start?: number;
  readonly end?: number;
  /** Name of the field token to point at instead of columns. */
  readonly field?: string;
  readonly note?: string;
}

/** What a rule found once. */
export interface Hit {
  readonly at: Place;
  readonly evidence?: readonly Place[];
  /** Values for the message's `{placeholders}` and the finding's `data`. Never a secret. */
  readonly data?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  /** Message that replaces the rule's own, with the same placeholders. */
  readonly message?: string;
  /** Log-clock epoch ms of the (first and last) occurrence; null or absent without a clock. */
  readonly firstMs?: number | null;
  readonly lastMs?: number | null;
  /** Occurrences that this hit stands for. Default 1. */
  readonly count?: number;
  /** Host or connector the hit belongs to: causes are only sought within one scope. */
  readonly scope?: string | null;
}

/** How another rule's finding follows from this one. */
export interface Explains {
  readonly rule: RuleId;
  /** The consequence begins at most this many seconds after the last occurrence of the cause (and not before its first). Left out: time does not matter. */
  readonly withinSeconds?: number;
  /** Name in the cause's data that must be true for the link to hold. */
  readonly given?: string;
}

/** An example: text of one file of the rule's format, or several files by path. */
export type Example = string | Readonly<Record<string, string>>;

export interface FiringExample {
  readonly files: Example;
  /** Part of the message that must appear. */
  readonly says?: string;
  readonly severity?: Severity;
  /** Other rules that rightly fire on the same example. */
  readonly also?: readonly RuleId[];
}

export interface Rule {
  readonly id: RuleId;
  /** Former ids. */
  readonly aliases?: readonly RuleId[];
  /** Names the problem; shown in lists. */
  readonly title: string;
  readonly severity: Severity;
  readonly confidence?: Confidence;
  /** What is wrong when it fires: two or three sentences. */
  readonly means: string;
  /** Why it matters. */
  readonly matters: string;
  /** The first thing to do, an imperative sentence. */
  readonly doNext: string;
  /** Diagnostic text; `{name}` is filled from the hit's data or the message's groups. */
  readonly message: string;
  readonly needs: readonly Need[];
  /** Fires on these messages; occurrences that agree in the `by` groups (and host) are one burst. */
  readonly on?: { readonly messages: readonly Message[]; readonly by?: readonly string[] };
  /** Decides over facts; with `on`, only the messages are collected and this decides alone. */
  readonly evaluate?: (facts: BundleFacts, thresholds: Thresholds) => readonly Hit[];
  readonly explains?: readonly Explains[];
  /** Findings of these rules within the same scope and time become evidence of this one and disappear. */
  readonly absorbs?: readonly Explains[];
  readonly runbook: { readonly id: string; readonly step?: string };
  /** Vendor documentation addresses, the most specific first. */
  readonly documentation: readonly string[];
  readonly source: Source;
  /** Thresholds it reads, by setting name. */
  readonly thresholds?: readonly (keyof Thresholds)[];
  /** Examples on which it fires. */
  readonly fires: readonly FiringExample[];
  /** Examples on which it does not fire, tempting ones above all. */
  readonly silent: readonly Example[];
}
