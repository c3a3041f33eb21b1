import assert from 'node:assert/strict';
import { isPublicAuthority, isZscalerIssuer, issuerOf } from '../../server/src/engine/facts/network/certificate-names';
import { formats } from '../../server/src/engine/formats/generated';
import type { Evaluation } from '../../server/src/engine/match/evaluate';
import { DEFAULT_SETTINGS, Triage } from '../../server/src/engine/triage';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';

const PROMPT = '[admin@fra-ac-02 ~]$ ';
const ISSUER = 'Nordwind TLS Inspection CA';
const JOURNAL = `Jan 20 13:58:18 fra-ac-02 zpa-connector-child[3276]: Received event from [uninitialized]:0;co2br.prod.zpath.net:[198.51.100.24]:443: BEV_EVENT_READING BEV_EVENT_ERROR, sock=54 self signed certificate in certificate chain /C=DE/O=Nordwind Logistics/CN=${ISSUER} /C=DE/O=Nordwind Logistics/CN=${ISSUER}\n`;
const OPENSSL = `${PROMPT}echo | openssl s_client -connect api.private.zscaler.com:443 2>/dev/null | openssl x509 -noout -issuer\nissuer=CN = ${ISSUER}, O = Nordwind Logistics\n`;
const TIMED_OUT = `${PROMPT}curl -sv -m 8 https://api.private.zscaler.com\n*   Trying 203.0.113.61:443...\n* Connection timed out after 8001 milliseconds\ncurl: (28) Connection timed out after 8001 milliseconds\n`;

function triage(files: Readonly<Record<string, string>>): Evaluation {
  const ports = {
    createDecoder: (): never => {
      throw new Error('these are texts');
    },
    clock: () => Date.UTC(2026, 0, 21),
  };
  const engine = new Triage(catalogue, formats, ports, DEFAULT_SETTINGS);
  for (const [path, text] of Object.entries(files)) engine.addText(path, text);
  return engine.evaluate();
}

describe('connection evidence across files', () => {
  it('the certificate shown by hand confirms the journal: one finding with both', () => {
    const { findings, rootCauses } = triage({ 'journal.txt': JOURNAL, 'openssl.txt': OPENSSL });
    const found = findings.filter((one) => one.ruleId === 'tunnel/ssl-interception');
    assert.equal(found.length, 1);
    assert.deepEqual([...new Set(found[0]?.evidence.map((place) => place.artifact))], [0, 1]);
    assert.equal(rootCauses[0]?.ruleId, 'tunnel/ssl-interception');
  });
  it('another issuer is a finding of its own', () => {
    const { findings } = triage({
      'journal.txt': JOURNAL,
      'openssl.txt': OPENSSL.replace(ISSUER, 'Branch Gateway CA'),
    });
    assert.equal(findings.filter((one) => one.ruleId === 'tunnel/ssl-interception').length, 2);
  });
  it('a blocked way out is one chain', () => {
    const { findings, rootCauses } = triage({
      'checks.txt': `${TIMED_OUT}${PROMPT}nc -zv dist.private.zscaler.com 443\nNcat: Connection timed out.\n`,
      'journal.txt':
        'Jan 20 10:00:00 fra-ac-02 zpa-connector-child[3276]: broker connect failed: no route / timeout\nJan 20 10:00:00 fra-ac-02 zpa-connector-child[3276]: *Connector not yet connected to cloud, please check connectivity, if this persists*\n',
    });
    assert.deepEqual(
      rootCauses.map((one) => one.ruleId),
      ['tunnel/direct-egress-blocked'],
    );
    for (const id of ['tunnel/tcp-connect-failed', 'tunnel/broker-connect-failed', 'upgrade/unreachable-repository']) {
      assert.ok(
        findings.some((one) => one.ruleId === id && one.causedBy !== null),
        id,
      );
    }
  });
  it('a malformed proxy file is what blocks the way', () => {
    const { rootCauses } = triage({ 'curl.txt': TIMED_OUT, proxy: 'http://10.20.1.8:8080\n' });
    assert.equal(rootCauses[0]?.ruleId, 'config/proxy-malformed');
  });
});

describe('names of certificates', () => {
  it('knows the organisation in every notation', () => {
    for (const name of [
      '/C=US/O=Zscaler/CN=broker1a.sjc8.prod.zpath.net',
      'C = US, O = Zscaler, OU = Emerging Technologies, CN = a',
      'C=US; ST=California; O=Zscaler, Inc.; CN=*.private.zscaler.com',
      'C = US, O = "Zscaler, Inc.", CN = a',
      'CN=broker2a.zpatwo.net',
    ]) {
      assert.ok(isZscalerIssuer(name), name);
    }
  });
  it('is not taken in by a word elsewhere', () => {
    for (const name of [
      'O = Nordwind, OU = Zscaler rollout, CN = Nordwind CA',
      '/O=Not Zscaler/CN=x',
      'CN=zscaler.com.example.com',
    ]) {
      assert.equal(isZscalerIssuer(name), false, name);
    }
    assert.ok(isPublicAuthority('C=US; O=DigiCert Inc; CN=DigiCert Global G2'));
    assert.equal(isPublicAuthority('O = Nordwind DigiCert Proxy'), false);
  });
  it('names the issuer', () => {
    assert.equal(issuerOf('CN = Nordwind CA, O = Nordwind'), 'Nordwind CA');
    assert.equal(issuerOf('C=DE; O=Nordwind Logistics'), 'Nordwind Logistics');
    assert.equal(issuerOf('C=DE'), 'an unnamed issuer');
  });
});
