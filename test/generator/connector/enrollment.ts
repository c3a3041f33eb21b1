import type { Identity } from '../cast';
import type { ConnectorLife } from './connector-life';

/** An enrolment begins: there is no certificate yet. */
export function beginEnrollment(life: ConnectorLife, identity: Identity): void {
  life.say('Resolve read certificatefailed');
  life.say('No valid certificate. Attempting to enroll');
  life.say(`Enroll: Connecting to ${identity.apiHost} via co2br.${identity.cloud}.`);
}

/** The resolver gives no address for the API host; the attempt ends. */
export function failByName(life: ConnectorLife, identity: Identity): void {
  life.say(`DNS resolution failed for ${identity.apiHost}`);
  life.say('Could not create HTTP client');
  life.say('Certificate enrollment failed.');
}

/** A certificate comes, but begins later than this machine's clock. `pem`: lines that follow the message. */
export function failByClock(
  life: ConnectorLife,
  identity: Identity,
  pem: readonly string[],
  addLines: (lines: readonly string[]) => void,
): void {
  life.say('This provisioning key has already been enrolled. Attempting to re-enroll');
  const path = `${identity.apiHost}/shift/api/v1/admin/assistant/onboard/csr`;
  life.say(`Send CSR from ${path} failed: Expected HTTP 204, got HTTP 400`);
  life.say('Send CSR failed, but that may be because we posted it in the past, so it is ok.');
  life.say('Certificates retrieved do not successfully verify: depth 0:certificate is not yet valid, cert=');
  addLines(pem);
  life.say('Certificate enrollment failed.');
}

/** The sealed identity cannot be opened on this machine; OpenSSL's own line comes without a pid. */
export function failByHardware(life: ConnectorLife, openSslLine: (message: string) => void): void {
  life.say('Cannot decrypt data from instance_id.crypt');
  life.say('Cannot get instance id');
  openSslLine(
    '139944367298368:error:06065064:digital envelope routines:EVP_DecryptFinal_ex:bad decrypt:evp_enc.c:590:',
  );
}

/** The parent notes a child that died at once. */
export function exitedTooFast(life: ConnectorLife, seconds: number): void {
  life.manage(`zpa-connector-child exited too fast, was running for ${String(seconds)} seconds`);
}

/** After several such deaths the parent falls back to the packaged software. */
export function revertToDefault(life: ConnectorLife): void {
  life.manage('zpa-connector-child failed too many times in a row- reverting to default software');
}
