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
  /** At least one; in order. A span without width stands for a carriage return or an empty line. */
  readonly at: readonly KeySpan[];
  /** What exactly is off, as a phrase. Never holds text of the key's token. */
  readonly detail: string | null;
}

/** Version and API host of a key, and where it stands. The token is never kept. */
export interface KeyParts {
  readonly version: number;
  readonly host: string;
  /** Characters of the token; 0 where it was left out or blacked out. */
  readonly tokenLength: number;
  /** Where the whole key stands (first line of it when it is wrapped). */
  readonly at: KeySpan;
  readonly token: KeySpan;
}

/**
 * What a provision_key file holds. The token itself is never kept: only where it stands and how long it is.
 */
export interface ProvisionKeyFacts {
  /** Nothing in it but blanks, quotes and marks that cannot be seen. */
  readonly empty: boolean;
  /** `absent` and `denied`: the command that should have printed the file said so. */
  readonly outcome: 'read' | 'absent' | 'denied';
  /** Null where no key of the form `n|host|token` can be made out. */
  readonly key: KeyParts | null;
  readonly faults: readonly KeyFaultAt[];
  /** Lines of the file that hold anything. */
  readonly contentLines: number;
}
