import { isRedactionMark } from '../../text/redacted';

/**
 * Domains whose TLS must be Zscaler's own: the ZPA clouds and the names of the other Zscaler clouds, with or without
 * the final dot that DNS tools print.
 */
const ZSCALER_DOMAINS =
  /(?:^|\.)(?:zpath\.net|zscaler\.(?:com|net)|zscaler(?:one|two|three|ten|beta)\.net|zpatwo\.net|zpabeta\.net|zpagov\.(?:net|us)|zpapreview\.net|zscalergov\.(?:net|us)|zscloud\.net|zpa-\w{1,20}\.net)\.?$/iu;

/** Whether a host name belongs to the ZPA cloud. */
export function isZscalerName(name: string): boolean {
  return ZSCALER_DOMAINS.test(name);
}

/**
 * Whether a distinguished name is one of Zscaler: its organisation or a host name of a cloud, not a word anywhere in
 * it. Notations: `/O=…/CN=…`, `O = …, CN = …`, and `O=…; CN=…` of curl.
 */
export function isZscalerIssuer(names: string): boolean {
  if (isInspecting(names)) return false;
  if (partsOf(names, 'O').some(isZscalerWord)) return true;
  return partsOf(names, 'CN').some((name) => isZscalerWord(name) || isZscalerName(name.replace(/^\*\./u, '')));
}

/**
 * Whether Zscaler Internet Access signed, which decrypts the TLS of its customers: its authorities name their cloud,
 * `Zscaler Intermediate Root CA (zscalertwo.net) (t)`. No host of ZPA has such a certificate.
 */
function isInspecting(names: string): boolean {
  return partsOf(names, 'CN').some((name) => /^Zscaler Intermediate Root CA \(zs\w{2,20}\.net\)/u.test(name));
}

/** Begins with the firm's name as a word of its own, not as part of a host name. */
function isZscalerWord(value: string): boolean {
  return /^Zscaler\b(?![.-])/iu.test(value);
}

/** Certificate authorities that sign for anybody, and never for a device that intercepts TLS. */
const PUBLIC_AUTHORITIES =
  /^(?:DigiCert|GlobalSign|Let's Encrypt|Internet Security Research Group|Sectigo|COMODO|Entrust|GoDaddy|Amazon$|Google Trust Services|Microsoft Corporation|IdenTrust|GeoTrust|thawte|QuoVadis|Starfield|Certum|SSL Corp|Actalis|Buypass|SwissSign)/iu;

/** Whether a distinguished name is one of a public certificate authority. */
export function isPublicAuthority(names: string): boolean {
  return partsOf(names, 'O').some((organisation) => PUBLIC_AUTHORITIES.test(organisation));
}

/**
 * The issuer's common name, else its organisation. OpenSSL writes subject and issuer one after the other
 * (`/C=…/CN=… /C=…/CN=…`), so the last name is the issuer's.
 */
export function issuerOf(names: string): string {
  const clean = names.replace(/\u001b?\[[\d;]{1,12}m/gu, '');
  return partsOf(clean, 'CN').at(-1) ?? partsOf(clean, 'O').at(-1) ?? 'an unnamed issuer';
}

/** Whether who signed was blacked out: organisation and common name, as far as there are any. */
export function isHiddenIssuer(names: string): boolean {
  const parts = [...partsOf(names, 'O'), ...partsOf(names, 'CN')];
  return parts.length > 0 && parts.every((part) => isRedactionMark(part));
}

/** Values of one attribute in order; a value in quotation marks may hold separators. */
function partsOf(names: string, attribute: 'CN' | 'O'): readonly string[] {
  const part = new RegExp(
    `(?:^|[/,;+] ?)${attribute} ?= ?(?:"(?<quoted>[^"\\n]{1,200})"|(?<plain>[^/,;\\n]{1,200}))`,
    'gu',
  );
  return [...names.matchAll(part)].map(({ groups }) => (groups?.quoted ?? groups?.plain ?? '').trim());
}
