/** Certificates that openssl and curl were shown, judged by who signed them. */
import type { BundleFacts } from '../engine/facts/bundle-facts';
import {
  isHiddenIssuer,
  isPublicAuthority,
  isZscalerIssuer,
  issuerOf,
} from '../engine/facts/network/certificate-names';
import type { CertificateName, TlsHandshake } from '../engine/formats/connect/tls';
import type { Place } from '../engine/match/rule';
import { isZpaName, zpaAddresses } from './connect-targets';

/** A certificate for a host of ZPA that is not Zscaler's. */
export interface ForeignCertificate {
  readonly host: string;
  /** Common name of who signed it; of the certificate itself where no issuer is printed. */
  readonly signer: string;
  /** Whether `signer` is the issuer. */
  readonly isIssuer: boolean;
  readonly at: Place;
}

/** Foreign certificates in the order of files and lines. */
export function foreignCertificates(facts: BundleFacts): readonly ForeignCertificate[] {
  const addresses = zpaAddresses(facts);
  return [...facts.sections('openssl-s-client'), ...facts.sections('curl')]
    .flatMap(({ artifact, facts: { handshakes } }) =>
      handshakes.flatMap((handshake) => {
        const host = zpaHost(handshake, addresses);
        const name = host === null ? null : foreignName(handshake);
        if (host === null || name === null) return [];
        const at: Place = { artifact: artifact.index, line: name.line, start: name.start, end: name.end };
        return [{ host, signer: issuerOf(name.names), isIssuer: name === handshake.issuer, at }];
      }),
    )
    .sort((a, b) => a.at.artifact - b.at.artifact || a.at.line - b.at.line);
}

/** A web host of ZPA whose certificate curl does not trust, with nothing printed of who signed it. */
export interface DistrustedHost {
  readonly host: string;
  readonly why: string;
  readonly at: Place;
}

/** Hosts with certificates of public authorities; brokers have a private root that curl never trusts. */
const WEB_HOST = /^(?:api|admin|config|dist|yum|zpa-oauth|zpa-updates)[\w-]{0,30}\./iu;

/** Web hosts that curl distrusts as self-signed or of an unknown signer. */
export function distrustedHosts(facts: BundleFacts): readonly DistrustedHost[] {
  return facts.sections('curl').flatMap(({ artifact, facts: { attempts, distrust, handshakes } }) => {
    const host = attempts.find((one) => one.host !== null)?.host ?? null;
    if (distrust === null || handshakes.length > 0 || host === null) return [];
    if (!isZpaName(host) || !WEB_HOST.test(host)) return [];
    return [{ host, why: distrust.why, at: { artifact: artifact.index, line: distrust.line } }];
  });
}

/** The host of ZPA that was asked, by name or address; where no command tells, the name in the certificate. */
function zpaHost({ serverName, host, subject }: TlsHandshake, addresses: ReadonlySet<string>): string | null {
  if (serverName !== null && isZpaName(serverName)) return serverName;
  if (host !== null && addresses.has(host)) return host;
  if (host !== null || subject === null) return null;
  const name = issuerOf(subject.names).replace(/^\*\./u, '');
  return isZpaName(name) ? name : null;
}

/** The name that shows a stranger; null where the certificate is Zscaler's own or a public authority vouches for it. */
function foreignName({ subject, issuer }: TlsHandshake): CertificateName | null {
  const isOwn = subject === null || isZscalerIssuer(subject.names);
  if (issuer === null) return isOwn ? null : subject;
  if (isZscalerIssuer(issuer.names) || isHiddenIssuer(issuer.names)) return null;
  // Public authorities sign Zscaler's web hosts, and never an intercepting device.
  return isPublicAuthority(issuer.names) && isOwn ? null : issuer;
}
