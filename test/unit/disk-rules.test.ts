import assert from 'node:assert/strict';
import { formats } from '../../server/src/engine/formats/generated';
import type { Evaluation } from '../../server/src/engine/match/evaluate';
import { DEFAULT_SETTINGS, Triage } from '../../server/src/engine/triage';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';

const NOW = Date.UTC(2026, 0, 21);
const FAILED = 'Jan 20 10:00:00 fra-ac-02 zpa-connector[1054]: upgrade (SARGE) failed: package verification error\n';
const DNS =
  'Jan 20 10:00:00 fra-ac-02 zpa-connector-child[2040]: DNS resolution failed for api.private.zscaler.com\nJan 20 10:00:00 fra-ac-02 zpa-connector-child[2040]: Certificate enrollment failed.\n';
const DF_HEAD = 'Filesystem      Size  Used Avail Use% Mounted on\n';

function triage(files: Readonly<Record<string, string>>): Evaluation {
  const ports = {
    createDecoder: (): never => {
      throw new Error('these are texts');
    },
    clock: () => NOW,
  };
  const engine = new Triage(catalogue, formats, ports, DEFAULT_SETTINGS);
  for (const [path, text] of Object.entries(files)) engine.addText(path, text);
  return engine.evaluate();
}

/** `effect < cause`, along the chain. */
function chainOf({ findings }: Evaluation, ruleId: string): string[] {
  const chain: string[] = [];
  for (let at = findings.find((one) => one.ruleId === ruleId); at !== undefined; ) {
    chain.push(at.ruleId);
    const cause = at.causedBy;
    at = findings.find((one) => one.id === cause);
  }
  return chain;
}

function idsOf({ findings }: Evaluation): string[] {
  return findings.map((one) => one.ruleId);
}

describe('disk and file rights: causes over files', () => {
  it('a full disk explains the failed update', () => {
    const result = triage({
      'journal.txt': FAILED,
      'df.txt': `${DF_HEAD}/dev/sda1       8.0G  8.0G     0 100% /opt\n`,
    });
    assert.deepEqual(chainOf(result, 'upgrade/failed'), [
      'upgrade/failed',
      'upgrade/no-disk-space',
      'health/disk-full',
    ]);
    assert.deepEqual(
      result.rootCauses.map((one) => one.ruleId),
      ['health/disk-full'],
    );
  });
  it('the rights of resolv.conf explain the failed resolution', () => {
    const result = triage({
      'journal.txt': DNS,
      'ls.txt': '-rw------- 1 root root 96 Jan  8 12:06 /etc/resolv.conf\n',
    });
    assert.deepEqual(chainOf(result, 'enrollment/dns-resolution-failed'), [
      'enrollment/dns-resolution-failed',
      'config/resolv-conf-unreadable',
    ]);
    assert.equal(result.rootCauses[0]?.ruleId, 'config/resolv-conf-unreadable');
  });
  it('names the listing that would decide where another file was listed', () => {
    const result = triage({ 'journal.txt': DNS, 'ls.txt': '-rw-r--r-- 1 root root 96 Jan  8 12:06 /etc/hosts\n' });
    const missing = result.notEvaluable.find((one) => one.ruleId === 'config/resolv-conf-unreadable');
    assert.match(missing?.command ?? '', /^ls -lL \/etc\/resolv\.conf/u);
    const listed = triage({ 'ls.txt': '-rw-r--r-- 1 root root 96 Jan  8 12:06 /etc/resolv.conf\n' });
    assert.ok(listed.passed.includes('config/resolv-conf-unreadable'));
  });
  it('90 percent is not above 90 percent', () => {
    const use = (percent: number): string[] =>
      idsOf(triage({ 'df.txt': `${DF_HEAD}/dev/sda3        63G   57G  6.3G  ${String(percent)}% /\n` }));
    assert.deepEqual(use(90), []);
    assert.deepEqual(use(91), ['health/disk-high']);
    assert.deepEqual(use(94), ['health/disk-high']);
    assert.deepEqual(use(95), ['health/disk-full']);
  });
  it('tells one full disk once over several samples', () => {
    const sample = `${DF_HEAD}/dev/sda3        14G   14G   20M 100% /\n`;
    const result = triage({ 'df.txt': sample.repeat(3) });
    assert.deepEqual(idsOf(result), ['health/disk-full']);
    assert.equal(result.findings[0]?.count, 3);
  });
});

describe('what is missing or was taken out of a bundle', () => {
  it('says nothing of a file that is whole, or of a bundle of somebody else', () => {
    assert.deepEqual(idsOf(triage({ 'a.txt': 'one\ntwo\n', 'b.log': 'x REDACTED <redacted>\n' })), []);
  });
  it('finds marks in any chunking and only where values stand', () => {
    const result = triage({
      'journal.txt':
        'Jan 20 10:00:00 REDACTED zpa-connector-child[2040]: Checking Enrollment\nJan 20 10:00:01 REDACTED zpa-connector-child[2040]: Checking Enrollment\n',
    });
    const finding = result.findings.find((one) => one.ruleId === 'bundle/redacted');
    assert.equal(finding?.severity, 'info');
    assert.deepEqual(finding.at, { artifact: 0, line: 0, start: 16, end: 24 });
  });
  it('a name alone makes no format', () => {
    const engine = new Triage(
      catalogue,
      formats,
      {
        createDecoder: (): never => {
          throw new Error('these are texts');
        },
        clock: () => NOW,
      },
      DEFAULT_SETTINGS,
    );
    assert.equal(engine.addText('bundle/version', 'release notes of another product\nmore\n').format, null);
    assert.equal(engine.addText('bundle/version', `${DF_HEAD}/dev/sda3 14G 7G 7G 50% /\n`).format, 'df');
    assert.equal(engine.addText('provision_key', '').format, 'provision-key');
  });
});
