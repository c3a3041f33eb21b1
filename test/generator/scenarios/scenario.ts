/** A bundle: path relative to its folder -> content. */
export type Bundle = ReadonlyMap<string, string>;

/** What triage should say of a bundle, as ids of the catalogue. Any other error or warning is one too many. */
export interface Expectation {
  /** The root cause to rank first; null where nothing is wrong. */
  readonly rootCause: string | null;
  /** Findings that must be there, whether on their own or explained by the root cause. */
  readonly findings: readonly string[];
  /** Findings that may be there: marks of what is normal, and consequences that may be folded into evidence. */
  readonly tolerated: readonly string[];
}

/** A story with its bundle. The same seed gives the same bytes. */
export interface Scenario {
  readonly name: string;
  /** What happened, in a sentence or two. */
  readonly note: string;
  readonly expected: Expectation;
  readonly bundle: (seed: number) => Bundle;
}

/** Nothing to find. `tolerated`: informational marks that a healthy bundle may carry. */
export function healthy(...tolerated: string[]): Expectation {
  return { rootCause: null, findings: [], tolerated };
}
