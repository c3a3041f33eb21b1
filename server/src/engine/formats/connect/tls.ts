/** A distinguished name of a certificate as a tool prints it. */
export interface CertificateName {
  /** The name, at most 300 characters. */
  readonly names: string;
  /** 0-based line; columns are UTF-16 units, end exclusive. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Why no certificate was shown. */
export interface TlsFailure {
  /** `no-certificate`: the peer showed none; `handshake`: an alert or a broken record; `closed`: the peer hung up; `silent`: nothing was printed at all. */
  readonly kind: 'no-certificate' | 'handshake' | 'closed' | 'silent';
  readonly line: number;
}

/** One TLS handshake as openssl s_client or curl report it. */
export interface TlsHandshake {
  /** Name the certificate was asked for (SNI), else the host of the address; null where no command is known. */
  readonly serverName: string | null;
  readonly host: string | null;
  readonly port: number | null;
  /** Of the certificate the peer showed; null where none is printed. */
  readonly subject: CertificateName | null;
  readonly issuer: CertificateName | null;
  readonly failure: TlsFailure | null;
}

/** A name cut to its bound, with the place of the whole. */
export function certificateName(text: string, line: number, start: number): CertificateName {
  const names = text.trimEnd();
  return { names: names.slice(0, 300), line, start, end: start + names.length };
}
