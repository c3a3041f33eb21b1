import type { Identity } from './cast';
import { BASE64 } from './random';
import type { Random } from './random';

/** Says in clear what the token is: no scanner and no reader shall take it for a secret of somebody. */
const MARK = 'SyntheticProvisioningKey/NotIssuedByZscaler/ForTestsOnly/';
/** A version 3 key has 384 base64 characters before the tenant's number. */
const TOKEN_LENGTH = 384;

/** A well-formed key of version 3 that opens nothing: `3|host|token-tenant`. */
export function syntheticKey(random: Random, identity: Identity): string {
  const token = MARK + random.characters(TOKEN_LENGTH - MARK.length, BASE64);
  return `3|${identity.apiHost}|${token}-${identity.customerId}`;
}

/** How logs show a key: the host and the first seven characters of the token. */
export function keyInLogs(key: string): string {
  const [version = '', host = '', token = ''] = key.split('|');
  return `${version}|${host}|${token.slice(0, 7)}...`;
}
