import assert from 'node:assert/strict';
import { formats } from '../../server/src/engine/formats/generated';
import type { Evaluation } from '../../server/src/engine/match/evaluate';
import { DEFAULT_SETTINGS, Triage } from '../../server/src/engine/triage';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';

const LINE = 'Jan 20 09:00:00 fra-ac-02 zpa-connector-child[3276]:';

function triage(files: Readonly<Record<string, string>>): Evaluation {
  const ports = {
    createDecoder: (): never => {
      throw new Error('these are texts');
    },
    clock: () => Date.UTC(2026, 0, 22),
  };
  const engine = new Triage(catalogue, formats, ports, DEFAULT_SETTINGS);
  for (const [path, text] of Object.entries(files)) engine.addText(path, text);
  return engine.evaluate();
}

/** Rules from the effect to its cause. */
function chainOf({ findings }: Evaluation, effect: string): string[] {
  const chain: string[] = [];
  let at = findings.find((one) => one.ruleId === effect);
  while (at !== undefined) {
    chain.push(at.ruleId);
    const { causedBy } = at;
    at = findings.find((one) => one.id === causedBy);
  }
  return chain;
}

const LOST =
  'Reference ID    : 00000000 ()\nStratum         : 0\nSystem time     : 0.000000000 seconds fast of NTP time\nLeap status     : Not synchronised\n';

describe('causes in clock and configuration files', () => {
  it('lead from a certificate that is not yet valid to the missing time source', () => {
    const evaluation = triage({
      'journal.txt': `${LINE} Certificates retrieved do not successfully verify: depth 0:certificate is not yet valid, cert=\n${LINE} Certificate enrollment failed.\n${LINE} Time skew: - 312.400000s\n`,
      'chronyc.txt': LOST,
      'chrony.conf': 'driftfile /var/lib/chrony/drift\nrtcsync\n',
    });
    assert.deepEqual(chainOf(evaluation, 'enrollment/certificate-not-yet-valid').slice(-2), [
      'health/clock-unsynchronized',
      'config/no-time-source',
    ]);
    assert.equal(chainOf(evaluation, 'health/time-skew')[1], 'health/clock-unsynchronized');
    assert.deepEqual(
      evaluation.rootCauses.map((one) => one.ruleId),
      ['config/no-time-source'],
    );
  });

  it('lead from a DNS failure to the resolver file', () => {
    const evaluation = triage({
      'journal.txt': `${LINE} DNS resolution failed for api.private.zscaler.com\n${LINE} Could not create HTTP client\n${LINE} Certificate enrollment failed.\n`,
      'resolv.conf': 'search kestrelmoor.example\n',
    });
    assert.deepEqual(chainOf(evaluation, 'enrollment/dns-resolution-failed'), [
      'enrollment/dns-resolution-failed',
      'config/no-nameserver',
    ]);
  });

  it('lead from paused snapshots to the disk', () => {
    const evaluation = triage({
      'df.txt':
        'Filesystem             Size  Used Avail Use% Mounted on\n/dev/mapper/rhel-root   63G   58G  5.2G  92% /\n',
      'dr.txt': 'App#1 name: branch-erp app_gid: 145257608574402742\n',
    });
    assert.deepEqual(chainOf(evaluation, 'dr/snapshots-paused'), ['dr/snapshots-paused', 'health/disk-high']);
  });

  it('never show the password of a proxy line', () => {
    const evaluation = triage({ proxy: 'svc:Example-1@10.20.1.8:8080\n' });
    const [finding] = evaluation.findings;
    assert.equal(finding?.ruleId, 'config/proxy-malformed');
    assert.doesNotMatch(JSON.stringify([finding.message, finding.data]), /Example-1/u);
  });
});
