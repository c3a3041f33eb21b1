import assert from 'node:assert/strict';
import type { BundleFacts } from '../../server/src/engine/facts/bundle-facts';
import { formats } from '../../server/src/engine/formats/generated';
import { configurationChanges } from '../../server/src/engine/report/compare-configuration';
import { DEFAULT_SETTINGS, Triage } from '../../server/src/engine/triage';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';

function factsOf(files: Readonly<Record<string, string>>): BundleFacts {
  const ports = {
    createDecoder: () => {
      throw new Error('bundles are texts');
    },
    clock: () => Date.UTC(2026, 0, 21),
  };
  const engine = new Triage(catalogue, formats, ports, DEFAULT_SETTINGS);
  for (const [path, text] of Object.entries(files)) engine.addText(path, text);
  return engine.facts();
}

function free(megabytes: number): string {
  const head = '               total        used        free      shared  buff/cache   available';
  return `$ free -m\n${head}\nMem:           ${String(megabytes)}        1167        3882           9        2601        6171\n`;
}

const OLD = {
  'resolv.conf': 'search example.internal\nnameserver 10.20.0.53\nnameserver 10.20.1.53\n',
  'chrony.conf': 'server 192.0.2.123 iburst\ndriftfile /var/lib/chrony/drift\n',
  'sysctl.txt':
    'net.core.somaxconn = 4096\nnet.ipv4.ip_local_port_range = 32768\t60999\nnet.netfilter.nf_conntrack_count = 12\n',
  'free.txt': free(7651),
};

describe('settings of two bundles', () => {
  it('are compared by what they mean', () => {
    const now = {
      'etc/chrony.conf': 'pool 0.zscaler.pool.ntp.org iburst maxsources 4\n',
      'resolv.conf': 'nameserver 10.20.0.53\n',
      'sysctl.txt':
        'net.ipv4.ip_local_port_range = 1024\t65000\nnet.core.somaxconn = 4096\nnet.netfilter.nf_conntrack_count = 99\n',
      'free.txt': free(15_890),
    };
    assert.deepEqual(
      Object.fromEntries(configurationChanges(factsOf(OLD), factsOf(now)).map((one) => [one.what, [one.old, one.new]])),
      {
        nameservers: ['10.20.0.53, 10.20.1.53', '10.20.0.53'],
        'time sources': ['server 192.0.2.123', 'pool 0.zscaler.pool.ntp.org'],
        'net.ipv4.ip_local_port_range': ['32768 60999', '1024 65000'],
        memory: ['7.5 GB', '15.5 GB'],
      },
    );
  });

  it('are the same in the same bundle, and what one lacks is no change', () => {
    const old = factsOf(OLD);
    assert.deepEqual(configurationChanges(old, old), []);
    assert.deepEqual(configurationChanges(old, factsOf({})), []);
    assert.deepEqual(configurationChanges(factsOf({}), old), []);
    // Rounded by another flag of the same command.
    assert.deepEqual(configurationChanges(old, factsOf({ ...OLD, 'free.txt': free(7700) })), []);
  });
});
