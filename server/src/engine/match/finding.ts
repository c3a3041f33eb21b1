import type { Confidence, Hit, Place, Rule, RuleId, Severity } from './rule';

/** What the triage says: a hit with its rule's words, its lines and its place in the chain of causes. */
export interface Finding {
  /** Deterministic: rule, path, line. */
  readonly id: string;
  readonly rule: Rule;
  readonly ruleId: RuleId;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  readonly at: Place;
  readonly evidence: readonly Place[];
  readonly count: number;
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly scope: string | null;
  readonly data: NonNullable<Hit['data']>;
  readonly causedBy: string | null;
  readonly rootCause: boolean;
}

const SEVERITY_ORDER: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** 0 for error, 3 for hint. */
export function severityRank(severity: Severity): number {
  return SEVERITY_ORDER.indexOf(severity);
}

/** Fills `{name}` from the data; an unknown name is left out with its braces. */
export function fillMessage(template: string, data: NonNullable<Hit['data']>): string {
  return template.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = data[name];
    return value === undefined || value === null ? '' : String(value);
  });
}
