/** A count and its 0-based line. */
export interface CountAt {
  readonly value: number;
  readonly line: number;
}

/** Sockets of a host by ss or netstat: its summary, its table, or a count of the table's lines. */
export interface SsFacts {
  /** The TCP line of `ss -s`. `inUse`: all but the closed ones (those in TIME-WAIT are counted as closed by ss). */
  readonly summary: {
    readonly line: number;
    readonly established: number;
    readonly closed: number;
    readonly timeWait: number;
    readonly inUse: number;
  } | null;
  /** UDP sockets by the table of `ss -s`. */
  readonly udp: CountAt | null;
  /** Number printed by `| wc -l`, with the kind of socket that was listed. */
  readonly counted: (CountAt & { readonly kind: 'tcp' | 'udp' | 'time-wait' }) | null;
  /** Rows of the table. `line` is that of the first row. */
  readonly table: {
    readonly line: number;
    /** TCP sockets that are neither listening nor in TIME-WAIT. */
    readonly tcp: number;
    readonly udp: number;
    readonly timeWait: number;
  } | null;
  /** Counters of `netstat -s` since the host started. */
  readonly resets: {
    readonly failedAttempts: CountAt | null;
    readonly received: CountAt | null;
    readonly sent: CountAt | null;
  };
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    ss: SsFacts;
  }
}
