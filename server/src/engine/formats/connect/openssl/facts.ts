import type { ConnectFacts } from '../attempt';
import type { TlsHandshake } from '../tls';

/** Output of `openssl s_client`, whole or cut down by `grep` or `openssl x509`. */
export interface OpensslFacts extends ConnectFacts {
  /** Handshakes in order; more than one where a loop ran. */
  readonly handshakes: readonly TlsHandshake[];
  /** Result of the check of the chain, e.g. 19; null where none is printed. Not 0 is normal for Zscaler's private root. */
  readonly verifyCode: number | null;
}

declare module '../../../facts/registry' {
  interface FactsByFormat {
    'openssl-s-client': OpensslFacts;
  }
}
