import assert from 'node:assert/strict';
import { formats } from '../../server/src/engine/formats/generated';
import type { Evaluation } from '../../server/src/engine/match/evaluate';
import type { Finding } from '../../server/src/engine/match/finding';
import { Triage } from '../../server/src/engine/triage';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';
import { EXAMPLE_KEY } from '../../server/src/knowledge/example-key';

const NOW = Date.UTC(2026, 0, 21);

function triage(files: Readonly<Record<string, string>>): Evaluation {
  const noBytes = (): never => {
    throw new Error('tests add texts');
  };
  const engine = new Triage(catalogue, formats, { createDecoder: noBytes, clock: () => NOW });
  for (const [path, text] of Object.entries(files)) engine.addText(path, text);
  return engine.evaluate();
}

function journal(lines: readonly string[], also: Readonly<Record<string, string>> = {}): Evaluation {
  return triage({ 'journal.txt': `${lines.join('\n')}\n`, ...also });
}

function ids(findings: readonly Finding[]): string[] {
  return findings.map((finding) => finding.ruleId);
}

function only(evaluation: Evaluation, ruleId: string): Finding {
  const found = evaluation.findings.filter((finding) => finding.ruleId === ruleId);
  assert.equal(found.length, 1, `${ruleId}: ${ids(evaluation.findings).join(', ')}`);
  const [finding] = found;
  assert.ok(finding);
  return finding;
}

const child = (message: string, time = '14:32:53', pid = 2040): string =>
  `May 25 ${time} edge-vm-3 zpa-connector-child[${String(pid)}]: ${message}`;
const parent = (message: string, time = '14:32:55'): string =>
  `May 25 ${time} edge-vm-3 zpa-connector[3971]: ${message}`;

const DNS_ATTEMPT = [
  child('Checking Enrollment'),
  child('Resolve read certificatefailed'),
  child('No valid certificate. Attempting to enroll'),
  child('Enroll: Connecting to api.private.zscaler.com via co2br.prod.zpath.net.'),
  child('DNS resolution failed for api.private.zscaler.com'),
  child('Could not create HTTP client'),
  child('Certificate enrollment failed.'),
];
const CRASH = parent('zscaler-update: zpa-connector-child exited too fast, was running for 2 seconds');
const REVERT = parent(
  'zscaler-update: zpa-connector-child failed too many times in a row- reverting to default software',
);

describe('enrolment: cascades', () => {
  it('a DNS failure is the one root cause of its attempt, the crash and the revert', () => {
    const evaluation = journal([...DNS_ATTEMPT, CRASH, REVERT]);
    assert.deepEqual(ids(evaluation.rootCauses), ['enrollment/dns-resolution-failed']);
    const dns = only(evaluation, 'enrollment/dns-resolution-failed');
    assert.deepEqual(
      dns.evidence.map(({ line }) => line),
      [4, 5, 6],
    );
    assert.equal(dns.count, 1);
    assert.equal(ids(evaluation.findings).includes('enrollment/http-client-failed'), false);
    assert.equal(ids(evaluation.findings).includes('enrollment/certificate-enrollment-failed'), false);
    for (const id of ['health/process-crash-loop', 'health/reverting-to-default']) {
      assert.notEqual(only(evaluation, id).causedBy, null, id);
    }
  });

  it('repeated attempts are one finding', () => {
    const again = DNS_ATTEMPT.map((line) => line.replace('14:32:53', '14:33:10').replace('[2040]', '[2077]'));
    const dns = only(journal([...DNS_ATTEMPT, CRASH, ...again]), 'enrollment/dns-resolution-failed');
    assert.equal(dns.count, 2);
    assert.equal(dns.evidence.length, 6);
  });

  it('an attempt without a known reason stays a finding of its own beside one that has one', () => {
    const other = [
      child('Checking Enrollment', '15:40:00', 2200),
      child('No valid certificate. Attempting to enroll', '15:40:00', 2200),
      child('Certificate enrollment failed.', '15:40:02', 2200),
    ];
    const evaluation = journal([...DNS_ATTEMPT, ...other]);
    assert.equal(only(evaluation, 'enrollment/certificate-enrollment-failed').at.line, 9);
    assert.equal(only(evaluation, 'enrollment/dns-resolution-failed').evidence.length, 3);
  });

  it('an HTTP client failure without DNS failure explains the failed enrolment', () => {
    const evaluation = journal(DNS_ATTEMPT.filter((line) => !line.includes('DNS resolution')));
    const failed = only(evaluation, 'enrollment/certificate-enrollment-failed');
    assert.equal(failed.causedBy, only(evaluation, 'enrollment/http-client-failed').id);
    assert.deepEqual(ids(evaluation.rootCauses), ['enrollment/http-client-failed']);
  });

  it('a clock that is behind explains the certificate, the harmless refusal is silent', () => {
    const evaluation = journal([
      child('This provisioning key has already been enrolled. Attempting to re-enroll'),
      child(
        'Send CSR from api.private.zscaler.com/shift/api/v1/admin/assistant/onboard/csr failed: Expected HTTP 204, got HTTP 400',
      ),
      child('Send CSR failed, but that may be because we posted it in the past, so it is ok.'),
      child('Certificates retrieved do not successfully verify: depth 0:certificate is not yet valid, cert='),
      '-----BEGIN CERTIFICATE-----',
      'RVhBTVBMRSBPTkxZ...',
      child('Certificate enrollment failed.'),
      CRASH,
    ]);
    assert.deepEqual(ids(evaluation.rootCauses), ['enrollment/certificate-not-yet-valid']);
    only(evaluation, 'enrollment/key-already-enrolled');
    assert.equal(ids(evaluation.findings).includes('enrollment/csr-rejected'), false);
  });

  it('a changed hardware identity explains the restarts', () => {
    const evaluation = journal([
      child('Checking Enrollment'),
      child('Cannot decrypt data from instance_id.crypt'),
      child('Cannot get instance id'),
      'May 25 14:32:53 edge-vm-3 zpa-connector: 139944367298368:error:06065064:digital envelope routines:EVP_DecryptFinal_ex:bad decrypt:evp_enc.c:590:',
      CRASH,
      parent('zscaler-update: zpa-connector-child Started from /opt/zscaler/var/image.bin'),
    ]);
    assert.deepEqual(ids(evaluation.rootCauses), ['enrollment/hardware-id-changed']);
    assert.equal(only(evaluation, 'enrollment/hardware-id-changed').count, 3);
  });

  it('a used-up key is found in JSON of several lines and explains the refusal', () => {
    const edge = (message: string): string => `Sep 19 14:12:40 edge-vm-4 zpa-service-edge-child[13303]: ${message}`;
    const evaluation = journal([
      edge(
        'Fetch CSR Fields from api-f4.prod.zpath.nethttps://api-f4.prod.zpath.net/zpn/api/v2/admin/broker/onboard/details failed: Expected HTTP 200, got HTTP 400',
      ),
      edge('Fetch CSR Response - nonce(<2|api-f4.prod.zpath.net|Zz9Zz9Z...>) fingerprint(<Qq1Qq1Qq1Q...>)'),
      '{"reason": "nonce usage count reached the limit nonce.maxUsage",',
      '"id": "nonce.usage.exceeded",',
      '"params":["nonce.maxUsage"],"hostname":"localhost"}',
      edge('Could not fetch CSR fields'),
      edge('Certificate enrollment failed.'),
      edge('Failed to enroll.'),
      edge('Error: ZPATH_RESULT_ERR, Could not enroll Service Edge'),
    ]);
    assert.deepEqual(ids(evaluation.rootCauses), ['provision-key/max-usage-reached']);
  });

  it('a damaged key file is the cause of the refused login', () => {
    const login = child(
      'Login request failed - http status(401) nonce(<3|api.private.zscaler.com|Zz9Zz9Z...>) fingerprint(<Qq1Qq1Qq1Q...>)',
    );
    const evaluation = journal([login, child('Certificate enrollment failed.')], {
      'opt/zscaler/var/provision_key': `\u201c${EXAMPLE_KEY}\u201d\n`,
    });
    const rejected = only(evaluation, 'enrollment/login-rejected');
    assert.equal(rejected.causedBy, only(evaluation, 'provision-key/smart-quotes').id);
    assert.equal(rejected.data.status, 401);
    assert.ok(!JSON.stringify(evaluation.findings.map(({ message, data }) => [message, data])).includes('Zz9'));
  });
});

describe('enrolment: secrets and silence', () => {
  it('no finding ever shows a token', () => {
    const token = EXAMPLE_KEY.slice(26, 60);
    const evaluation = triage({
      provision_key: `echo "${EXAMPLE_KEY}" | sudo tee /opt/zscaler/var/provision_key\n`,
      'history.txt': `sudo vi x\necho ${EXAMPLE_KEY} > k\n`,
    });
    const said = evaluation.findings.map(({ message, data, id }) => [message, data, id]);
    assert.ok(said.length >= 3);
    assert.ok(!JSON.stringify(said).includes(token));
  });

  it('names a key that was printed outside its own file, once a file', () => {
    const evaluation = journal([
      child('Checking Enrollment'),
      parent(`using ${EXAMPLE_KEY}`),
      parent(`again ${EXAMPLE_KEY}`),
    ]);
    const exposed = only(evaluation, 'provision-key/secret-exposed');
    assert.equal(exposed.severity, 'warning');
    assert.equal(exposed.count, 2);
    assert.equal(exposed.at.line, 1);
  });

  it('a healthy start is silent', () => {
    const evaluation = journal([
      parent('zscaler-update: zpa-connector-child Started from /opt/zscaler/var/image.bin'),
      child('memory_arena_count=14'),
      child('Checking Enrollment'),
      child('Waiting for connector to retrieve configuration'),
      child('Adding name resolution for co2br.prod.zpath.net of 192.0.2.7'),
    ]);
    const own = ids(evaluation.findings).filter((id) => /^(?:enrollment|provision-key)\//u.test(id));
    assert.deepEqual(own, []);
  });
});
