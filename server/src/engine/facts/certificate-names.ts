/** Domains whose TLS must be Zscaler's own. */
const ZSCALER_DOMAINS =
  /(?:^|\.)(?:zpath\.net|zscaler\.(?:com|net)|zpatwo\.net|zpabeta\.net|zpagov\.(?:net|us)|zpapreview\.net|zscalergov\.(?:net|us)|zscloud\.net|zpa-\w{1,20}\.net)$/iu;

/** Whether a host name belongs to the ZPA cloud. */
export function isZscalerName(name: string): boolean {
  return ZSCALER_DOMAINS.test(name);
}

/** Whether a distinguished name (either notation) is one of Zscaler: its organisation, not a word anywhere in it. */
export function isZscalerIssuer(names: string): boolean {
  return /(?:^|[/,] ?)(?:O|CN) ?= ?(?:Zscaler\b|[\w.-]{0,100}\.(?:zpath\.net|zscaler\.com))/iu.test(names);
}

/**
 * The issuer's common name, else its organisation. OpenSSL writes subject and issuer one after the other
 * (`/C=…/CN=… /C=…/CN=…`), so the last name is the issuer's.
 */
export function issuerOf(names: string): string {
  const clean = names.replace(/\u001b?\[[\d;]{1,12}m/gu, '');
  const last = (part: string): string | undefined =>
    [...clean.matchAll(new RegExp(`(?:^|[/,] ?)${part} ?= ?([^/,\\n]{1,200})`, 'gu'))].at(-1)?.[1]?.trim();
  return last('CN') ?? last('O') ?? 'an unnamed issuer';
}
