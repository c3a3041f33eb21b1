import assert from 'node:assert/strict';
import { sysctl } from '../../../server/src/engine/formats/connect/sysctl';
import { factsOf, fieldsOf, formatsOf, readsAnything } from './connect-support';

const TYPED = '[root@fra-ac-02 ~]# sysctl net.ipv4.ip_local_port_range\nnet.ipv4.ip_local_port_range = 32768\t60999\n';
const SEVERAL =
  'fs.file-max = 1000000\nfs.file-nr = 2272\t0\t1000000\nnet.ipv4.ip_local_port_range = 1024\t65000\nkernel.hostname = fra-ac-02\n';

describe('sysctl', () => {
  it('reads the range of source ports', () => {
    assert.deepEqual(factsOf('sysctl', TYPED).portRange, { first: 32768, last: 60999, line: 1 });
  });
  it('reads settings that are numbers', () => {
    const { settings, portRange } = factsOf('sysctl', SEVERAL);
    assert.deepEqual([...settings.keys()], ['fs.file-max', 'fs.file-nr', 'net.ipv4.ip_local_port_range']);
    assert.deepEqual(settings.get('fs.file-nr'), { values: [2272, 0, 1_000_000], line: 1 });
    assert.equal(portRange?.first, 1024);
  });
  it('reads the bare value where the command names it', () => {
    for (const command of ['cat /proc/sys/net/ipv4/ip_local_port_range', 'sysctl -n net.ipv4.ip_local_port_range']) {
      assert.deepEqual(factsOf('sysctl', `# ${command}\n32768\t60999\n`).portRange, {
        first: 32768,
        last: 60999,
        line: 1,
      });
    }
  });
  it('gives no range that is none', () => {
    assert.equal(factsOf('sysctl', 'net.ipv4.ip_local_port_range = 60999 32768\n').portRange, null);
    assert.equal(factsOf('sysctl', 'net.ipv4.ip_local_port_range = 32768\n').portRange, null);
  });
  it('names the value of a line', () => {
    assert.deepEqual(fieldsOf(sysctl, 'net.ipv4.ip_local_port_range = 32768\t60999'), [
      'sysctl.net.ipv4.ip_local_port_range=32768\t60999',
    ]);
    assert.deepEqual(fieldsOf(sysctl, 'fs.file-max = 1000000'), ['sysctl.fs.file-max=1000000']);
    assert.equal(sysctl.seriesKey?.('fs.file-max = 1000000'), 'fs.file-max');
  });
  it('leaves other texts alone', () => {
    for (const text of ['fs.defaultFS = hdfs://a\n', 'a.b = 3\n', 'vm.name = web-1\n', 'network = 10.0.0.0\n']) {
      assert.deepEqual(formatsOf(text), [], text);
    }
  });
  it('reads cut and shuffled output', () => {
    readsAnything(sysctl, TYPED);
    readsAnything(sysctl, SEVERAL);
  });
});
