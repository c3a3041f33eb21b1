/** A span of one line; columns are UTF-16 units. */
export interface KeySpan {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

export type KeyFault =
  | 'smart-quotes'
  | 'surrounding-quotes'
  | 'whitespace'
  | 'invisible-characters'
  | 'multiple-lines'
  | 'malformed'
  | 'placeholder'
  | 'shell-remnant'
  | 'unusual-length';

/** One thing that is wrong with the key file, and where. */
export interface KeyFaultAt {
  readonly fault: KeyFault;
  readonly at: readonly KeySpan[];
  /** For `malformed`: which part is off. Never holds text of the key's token. */
  readonly detail: string | null;
}

/**
 * What a provision_key file holds. The token itself is never kept: only where it stands and how long it is.
 */
export interface ProvisionKeyFacts {
  readonly empty: boolean;
  /** Version digit and API host of the key; null where no key of the form `n|host|token` can be made out. */
  readonly key: {
    readonly version: number;
    readonly host: string;
    readonly tokenLength: number;
    /** Where the whole key stands (first line of it when it is wrapped). */
    readonly at: KeySpan;
    readonly token: KeySpan;
  } | null;
  readonly faults: readonly KeyFaultAt[];
  /** Lines of the file that hold anything. */
  readonly contentLines: number;
}
