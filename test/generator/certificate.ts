import { BASE64 } from './random';
import type { Random } from './random';

/** A block that looks like a certificate and is none: PEM frame around random base64. */
export function syntheticPem(random: Random, bodyLines = 20): string[] {
  // Real ones begin with an ASN.1 sequence, which base64 spells `MIID`.
  const first = `MIID${random.characters(60, BASE64)}`;
  const rest = Array.from({ length: bodyLines - 2 }, () => random.characters(64, BASE64));
  return [
    '-----BEGIN CERTIFICATE-----',
    first,
    ...rest,
    `${random.characters(42, BASE64)}==`,
    '-----END CERTIFICATE-----',
  ];
}
