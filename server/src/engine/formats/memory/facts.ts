/** One dump of /memory/status or /memory/argo. */
export interface MemoryFacts {
  /** Log-clock epoch ms of the dump where a report dates it; null for a single dump. */
  readonly timeMs: number | null;
  /** Row names in the order of the dump, without `Total`. */
  readonly names: readonly string[];
  /** Per row: bytes handed out and not given back. */
  readonly outBytes: readonly number[];
  readonly outCounts: readonly number[];
  /** Per row: bytes handed out since the process started. */
  readonly allocBytes: readonly number[];
  /** 0-based line of each row. */
  readonly lines: readonly number[];
  /** The Total row's Out bytes and line; null where the dump has none (memory/argo, or a cut dump). */
  readonly total: { readonly outBytes: number; readonly line: number } | null;
}
