import type { Message, Source } from '../../engine/match/rule';
import { ILLUSTRATION, inferred, RUNBOOK, TROUBLESHOOTING } from '../evidence';

const SERVICE_EDGES: Source = {
  kind: 'documented',
  from: 'Zscaler Help: Troubleshooting ZPA Private Service Edges',
  url: 'https://help.zscaler.com/zpa/troubleshooting-zpa-private-service-edges',
};

function child(
  id: string,
  starts: string,
  pattern: RegExp,
  meaning: string,
  example: string,
  source: Source = TROUBLESHOOTING,
): Message {
  return { id: `enrollment.${id}`, roles: ['child'], starts: [starts], pattern, meaning, source, examples: [example] };
}

export const checkingEnrollment = child(
  'checking',
  'Checking Enrollment',
  /^Checking Enrollment/u,
  'The child has started and looks for its certificate: an enrolment attempt begins here when it has none.',
  'Checking Enrollment',
);

/** Names a host that could not be resolved while enrolling. */
export const dnsResolutionFailed = child(
  'dns-resolution-failed',
  'DNS resolution failed for ',
  /^DNS resolution failed for (?<host>[\w.-]{1,253})/u,
  'The connector asked its resolver for this name and got no address.',
  'DNS resolution failed for api.private.zscaler.com',
);

export const httpClientFailed = child(
  'http-client-failed',
  'Could not create HTTP client',
  /^Could not create HTTP client/u,
  'No connection for the enrolment request could be prepared; usually the line before says why.',
  'Could not create HTTP client',
);

export const certificateEnrollmentFailed = child(
  'certificate-enrollment-failed',
  'Certificate enrollment failed',
  /^Certificate enrollment failed/u,
  'The enrolment attempt ended without a certificate.',
  'Certificate enrollment failed.',
);

export const loginRequestFailed: Message = {
  ...child(
    'login-request-failed',
    'Login request failed - http status(',
    /^Login request failed - http status\((?<status>\d{3})\)(?: nonce\(<(?<version>\d)\|(?<host>[\w.-]{1,253})\|)?/u,
    'The API host refused the login with the provisioning key (in the log: nonce).',
    'Login request failed - http status(401) nonce(<3|api-release.prod.zpath.net|0/Z6lDT...>) fingerprint(<oXaN4RRiMc...>)',
    RUNBOOK,
  ),
};

/** A teaching page prints it under the manager's name. */
export const keyRejected: Message = {
  ...child(
    'key-rejected',
    'enrollment rejected: ',
    /^enrollment rejected: provisioning key (?<reason>[\w/ ]{1,60})/u,
    'The cloud refused the provisioning key.',
    'enrollment rejected: provisioning key invalid/expired',
    ILLUSTRATION,
  ),
  roles: ['child', 'parent'],
};

export const sendCsrFailed = child(
  'send-csr-failed',
  'Send CSR from ',
  /^Send CSR from (?<host>[\w.-]{1,253})\/\S{0,200} failed: Expected HTTP (?<expected>\d{3}), got HTTP (?<got>\d{3})/u,
  'The certificate request was not accepted; when the next line says that it may have been posted before, enrolment goes on.',
  'Send CSR from api.private.zscaler.com/shift/api/v1/admin/assistant/onboard/csr failed: Expected HTTP 204, got HTTP 400',
);

export const sendCsrHarmless = child(
  'send-csr-harmless',
  'Send CSR failed, but that may be because',
  /^Send CSR failed, but that may be because we posted it in the past/u,
  'The connector itself calls the refused certificate request harmless: it was posted before.',
  'Send CSR failed, but that may be because we posted it in the past, so it is ok.',
);

/** A Service Edge asks for the fields of its certificate request first; host and address are printed without a blank between. */
export const fetchCsrFieldsFailed = child(
  'fetch-csr-fields-failed',
  'Fetch CSR Fields from ',
  /^Fetch CSR Fields from (?<host>[\w.-]{1,253}?)(?:https?:\/\/\S{1,300})? failed: Expected HTTP (?<expected>\d{3}), got HTTP (?<got>\d{3})/u,
  'The API host did not say what the certificate request should hold; its answer follows in JSON.',
  'Fetch CSR Fields from api-f4.prod.zpath.nethttps://api-f4.prod.zpath.net/zpn/api/v2/admin/broker/onboard/details failed: Expected HTTP 200, got HTTP 400',
  SERVICE_EDGES,
);

/** Closing words of an attempt that failed earlier. */
export const couldNotEnroll: Message = {
  id: 'enrollment.could-not-enroll',
  roles: ['child'],
  starts: ['Failed to enroll', 'Could not fetch CSR fields', 'Error: ZPATH_RESULT_ERR, Could not enroll'],
  pattern: /^(?:Failed to enroll|Could not fetch CSR fields|Error: ZPATH_RESULT_ERR, Could not enroll)/u,
  meaning: 'The enrolment attempt is given up; a line before it says why.',
  source: SERVICE_EDGES,
  examples: [
    'Failed to enroll.',
    'Could not fetch CSR fields',
    'Error: ZPATH_RESULT_ERR, Could not enroll Service Edge',
  ],
};

export const alreadyEnrolled = child(
  'already-enrolled',
  'This provisioning key has already been enrolled',
  /^This provisioning key has already been enrolled\. Attempting to re-enroll/u,
  'The key was used by this machine before; the connector enrols again.',
  'This provisioning key has already been enrolled. Attempting to re-enroll',
);

export const certificateNotYetValid = child(
  'certificate-not-yet-valid',
  'Certificates retrieved do not successfully verify',
  /^Certificates retrieved do not successfully verify: depth (?<depth>\d{1,2}):certificate is not yet valid/u,
  'The new certificate begins later than the clock of this machine: the clock is behind.',
  'Certificates retrieved do not successfully verify: depth 0:certificate is not yet valid, cert=',
);

/** The same verify error where another part of the connector prints it. */
export const certificateNotYetValidElsewhere: Message = {
  id: 'enrollment.certificate-not-yet-valid-elsewhere',
  roles: ['child', 'parent'],
  starts: [
    'certificate is',
    'Certificate is',
    'TLS ',
    'SSL ',
    'mTLS ',
    'verify error',
    'handshake ',
    'Handshake ',
    'x509',
  ],
  pattern:
    /^(?:certificate is not yet valid|(?:TLS|SSL|mTLS|verify error|handshake|x509)[^\n]{0,200}? certificate is not yet valid)/iu,
  meaning: 'A certificate begins later than the clock of this machine.',
  source: ILLUSTRATION,
  examples: ['TLS handshake failed: certificate is not yet valid', 'certificate is not yet valid'],
};

export const cannotDecryptInstanceId: Message = {
  ...child(
    'cannot-decrypt-instance-id',
    'Cannot decrypt data from instance_id.crypt',
    /^Cannot decrypt data from instance_id\.crypt/u,
    'The identity of the connector is sealed to the hardware; the hardware is another one now.',
    'Cannot decrypt data from instance_id.crypt',
    RUNBOOK,
  ),
  roles: ['child', 'parent'],
};

export const cannotGetInstanceId = child(
  'cannot-get-instance-id',
  'Cannot get instance id',
  /^Cannot get instance id/u,
  'Without its sealed identity the connector cannot go on.',
  'Cannot get instance id',
  RUNBOOK,
);

/** OpenSSL's own error queue, written by the manager: 1.x and 3.x forms, thread number in front or `error:` taken as the level. */
export const badDecrypt: Message = {
  id: 'enrollment.bad-decrypt',
  roles: ['parent', 'child'],
  starts: '0123456789ABCDEFabcdef'.split(''),
  pattern: /^(?:[0-9A-Fa-f]{4,20}:error:)?[0-9A-Fa-f]{8}:[\w ]{1,60}:[\w ]{0,60}:bad decrypt/u,
  meaning: 'OpenSSL could not decrypt the sealed identity: the key is derived from the hardware, which has changed.',
  source: RUNBOOK,
  examples: [
    '139944367298368:error:06065064:digital envelope routines:EVP_DecryptFinal_ex:bad decrypt:evp_enc.c:590:',
    '40F7A1B2C37F0000:error:1C800064:Provider routines:ossl_cipher_unpadblock:bad decrypt:providers/implementations/ciphers/ciphercommon_block.c:129:',
    '1C800064:Provider routines::bad decrypt',
  ],
};

export const fingerprintMismatch: Message = {
  ...child(
    'fingerprint-mismatch',
    'fingerprint mismatch',
    /^fingerprint mismatch/u,
    'The hardware fingerprint differs from the enrolled one.',
    'fingerprint mismatch - host identity changed',
    ILLUSTRATION,
  ),
  roles: ['child', 'parent'],
};

/** In the answer of the API host: JSON of one or several lines, behind `Fetch CSR Response` or below it. */
export const nonceUsageExceeded: Message = {
  id: 'enrollment.nonce-usage-exceeded',
  roles: ['child'],
  starts: ['{', '"', 'Fetch CSR Response'],
  pattern: /^(?:Fetch CSR Response|[{"])[^\n]{0,600}?nonce\.usage\.exceeded/u,
  meaning: 'The provisioning key (nonce) has been used as often as it may be.',
  source: SERVICE_EDGES,
  examples: [
    '{"reason": "nonce usage count reached the limit nonce.maxUsage","id": "nonce.usage.exceeded","params":["nonce.maxUsage"]}',
    '"id": "nonce.usage.exceeded",',
  ],
};

export const oauthStarted: Message = {
  id: 'enrollment.oauth-started',
  roles: ['parent', 'child'],
  starts: ['[OAuth] '],
  pattern: /^\[OAuth\] Started provisioning/u,
  meaning: 'The connector enrols by OAuth and needs no provisioning key.',
  source: inferred('a published lab and the Zscaler Help on OAuth enrolment'),
  examples: ['[OAuth] Started provisioning this device using OAuth2.0 method'],
};
