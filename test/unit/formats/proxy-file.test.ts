import assert from 'node:assert/strict';
import { proxyFile } from '../../../server/src/engine/formats/config/proxy-file';
import type { ProxyFileFacts } from '../../../server/src/engine/formats/config/proxy-file';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

/** Facts of the text as the file /opt/zscaler/var/proxy. */
function read(text: string): ProxyFileFacts | undefined {
  return readArtifact(text, 'opt/zscaler/var/proxy').sections.find((one) => one.format === 'proxy-file')
    ?.facts as ProxyFileFacts;
}

describe('proxy file', () => {
  it('reads host and port', () => {
    const facts = read('10.20.1.8:8080\n');
    assert.deepEqual(
      [facts?.valid, facts?.host, facts?.port, facts?.line, facts?.contentLines, facts?.fault],
      [true, '10.20.1.8', 8080, 0, 1, null],
    );
    assert.equal(read('\n  proxy.kestrelmoor.example:3128  ')?.host, 'proxy.kestrelmoor.example');
    assert.deepEqual([read('\n [2001:db8::8]:8080')?.host, read('\n [2001:db8::8]:8080')?.line], ['[2001:db8::8]', 1]);
  });

  it('says what keeps a line from being host:port', () => {
    const faults: readonly (readonly [string, string])[] = [
      ['http://10.20.1.8:8080\n', 'scheme'],
      ['http://svc:Example-1@10.20.1.8:8080\n', 'credentials'],
      ['svc:Example-1@10.20.1.8:8080\n', 'credentials'],
      ['10.20.1.8\n', 'no-port'],
      ['10.20.1.8:0\n', 'port-range'],
      ['10.20.1.8:99999\n', 'port-range'],
      ['10.20.1.8:8080/\n', 'path'],
      ['“10.20.1.8:8080”\n', 'quotes'],
      ['<proxy-host>:<port>\n', 'placeholder'],
      ['10.20.1.8:8080\n10.20.1.9:8080\n', 'several-lines'],
      ['10.20.1.8 8080\n', 'form'],
    ];
    for (const [text, fault] of faults) {
      const facts = read(text);
      assert.equal(facts?.fault, fault, text);
      assert.deepEqual([facts.valid, facts.host, facts.port], [false, null, null], text);
    }
  });

  it('takes an empty file, a missing one and another file of this name for no fault', () => {
    assert.deepEqual([read('')?.fault, read('')?.contentLines], [null, 0]);
    const [absent] = factsOf(
      proxyFile,
      '# sudo cat /opt/zscaler/var/proxy\ncat: /opt/zscaler/var/proxy: No such file or directory\n',
    );
    assert.deepEqual([absent?.outcome, absent?.fault], ['absent', null]);
    const script = read('#!/bin/sh\na b\nc d\ne f\ng h\n');
    assert.deepEqual([script?.outcome, script?.fault], ['other', null]);
  });

  it('reads what a command prints, and nothing of what follows', () => {
    const [facts] = factsOf(
      proxyFile,
      '# sudo cat /opt/zscaler/var/proxy\n10.20.1.8:8080\n# uptime\n 12:07 up 3 days\n',
    );
    assert.deepEqual([facts?.valid, facts?.contentLines, facts?.line], [true, 1, 1]);
    const [echoed] = factsOf(proxyFile, '[a@b ~]$ cat /opt/zscaler/var/proxy\nno proxy file set\n');
    assert.equal(echoed?.outcome, 'absent');
    const [nothing] = factsOf(proxyFile, '[a@b ~]$ cat /opt/zscaler/var/proxy\nhostname\nLinux host 5.14\n');
    assert.deepEqual([nothing?.fault, nothing?.contentLines], [null, 0]);
  });

  it('is never recognised by its content alone', () => {
    assert.equal(readArtifact('10.20.1.8:8080\n').format, null);
  });

  it('names every value', () => {
    assertCovered(proxyFile, ['10.20.1.8:8080', ' proxy.kestrelmoor.example:3128']);
    assert.deepEqual(valuesOf(proxyFile, 'http://10.20.1.8:8080'), []);
  });

  it('is not upset by cuts and strange lines', () => {
    assertRobust(proxyFile, '# cat /opt/zscaler/var/proxy\nhttp://10.20.1.8:8080\n');
  });
});
