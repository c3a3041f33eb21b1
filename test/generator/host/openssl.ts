import { text } from '../text';
import { ZSCALER_SUBJECT } from '../cast';
import { syntheticPem } from '../certificate';
import type { Random } from '../random';

/** Whose certificates a TLS server shows. */
export interface ShownChain {
  /** Name in the server's certificate. */
  readonly server: string;
  /** Issuer of it, which is its own issuer too. */
  readonly issuer: string;
  readonly notBefore: string;
  readonly notAfter: string;
}

/** `openssl s_client -connect … </dev/null` of OpenSSL 3.0: the chain ends in a root that this host does not trust. */
export function opensslOutput(chain: ShownChain, random: Random): string[] {
  const subject = `${ZSCALER_SUBJECT}, CN = ${chain.server}`;
  const key = '   a:PKEY: rsaEncryption, 2048 (bit); sigalg: RSA-SHA256';
  return [
    `depth=1 ${chain.issuer}`,
    'verify error:num=19:self-signed certificate in certificate chain',
    'verify return:1',
    `depth=1 ${chain.issuer}`,
    'verify return:1',
    `depth=0 ${subject}`,
    'verify return:1',
    'CONNECTED(00000003)',
    '---',
    'Certificate chain',
    ` 0 s:${subject}`,
    `   i:${chain.issuer}`,
    key,
    `   v:NotBefore: ${chain.notBefore}; NotAfter: ${chain.notAfter}`,
    ` 1 s:${chain.issuer}`,
    `   i:${chain.issuer}`,
    key,
    '   v:NotBefore: Feb  3 08:00:00 2025 GMT; NotAfter: Feb  1 08:00:00 2035 GMT',
    '---',
    'Server certificate',
    ...syntheticPem(random),
    `subject=${subject}`,
    `issuer=${chain.issuer}`,
    '---',
    'No client certificate CA names sent',
    'Peer signing digest: SHA256',
    'Peer signature type: RSA-PSS',
    'Server Temp Key: X25519, 253 bits',
    '---',
    text`SSL handshake has read ${random.integer(2_380, 2_520)} bytes and written 406 bytes`,
    'Verification error: self-signed certificate in certificate chain',
    '---',
    'New, TLSv1.3, Cipher is TLS_AES_256_GCM_SHA384',
    'Server public key is 2048 bit',
    'Secure Renegotiation IS NOT supported',
    'Compression: NONE',
    'Expansion: NONE',
    'No ALPN negotiated',
    'Early data was not sent',
    'Verify return code: 19 (self-signed certificate in certificate chain)',
    '---',
    'DONE',
  ];
}

/** The two lines that `openssl x509 -noout -subject -issuer` leaves of it. */
export function opensslNames(chain: ShownChain): string[] {
  return [`subject=${ZSCALER_SUBJECT}, CN = ${chain.server}`, `issuer=${chain.issuer}`];
}
