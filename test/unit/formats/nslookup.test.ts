import assert from 'node:assert/strict';
import { nslookup } from '../../../server/src/engine/formats/network/nslookup';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const ANSWER = `[root@fra-ac-02 ~]# sudo -u zscaler nslookup co2br.prod.zpath.net
Server:\t\t10.20.0.53
Address:\t10.20.0.53#53

Non-authoritative answer:
co2br.prod.zpath.net\tcanonical name = co2br.gslb.prod.zpath.net.
co2br.gslb.prod.zpath.net\tcanonical name = fra4.co2br.gslb.prod.zpath.net.
Name:\tfra4.co2br.gslb.prod.zpath.net
Address: 198.51.100.23
Name:\tfra4.co2br.gslb.prod.zpath.net
Address: 203.0.113.61

`;
const MISSING = `Server:\t\t10.20.0.53
Address:\t10.20.0.53#53

** server can't find hr.corp.example: NXDOMAIN

Server:\t\t10.20.0.54
Address:\t10.20.0.54#53

** server can't find api.private.zscaler.com: SERVFAIL

`;
const BUSYBOX = `$ nslookup api.private.zscaler.com
Server:    10.20.0.53
Address 1: 10.20.0.53 dns.corp.example

nslookup: can't resolve 'api.private.zscaler.com': Name does not resolve
`;
const SILENT_NEW = `$ nslookup api.private.zscaler.com
;; communications error to 10.20.0.53#53: timed out
;; communications error to 10.20.0.53#53: timed out
;; no servers could be reached

`;

describe('nslookup', () => {
  it('reads an answer; the address of the resolver is none of it', () => {
    const [lookup, more] = factsOf(nslookup, ANSWER)[0]?.lookups ?? [];
    assert.equal(more, undefined);
    assert.deepEqual(
      [lookup?.name, lookup?.status, lookup?.addresses, lookup?.aliases],
      [
        'co2br.prod.zpath.net',
        'NOERROR',
        [
          { address: '198.51.100.23', line: 8 },
          { address: '203.0.113.61', line: 10 },
        ],
        2,
      ],
    );
  });
  it('reads refusals of several runs without their commands', () => {
    const lookups = factsOf(nslookup, MISSING).flatMap((facts) => facts.lookups);
    assert.deepEqual(
      lookups.map(({ name, status, line }) => ({ name, status, line })),
      [
        { name: 'hr.corp.example', status: 'NXDOMAIN', line: 3 },
        { name: 'api.private.zscaler.com', status: 'SERVFAIL', line: 8 },
      ],
    );
  });
  it('reads BusyBox, and servers that do not answer', () => {
    const [lookup] = factsOf(nslookup, BUSYBOX)[0]?.lookups ?? [];
    assert.deepEqual([lookup?.name, lookup?.status, lookup?.line], ['api.private.zscaler.com', 'NXDOMAIN', 4]);
    for (const text of [
      SILENT_NEW,
      '# sudo -u zscaler nslookup api.private.zscaler.com\n;; connection timed out; no servers could be reached\n',
    ]) {
      const [failed, more] = factsOf(nslookup, text)[0]?.lookups ?? [];
      assert.deepEqual([failed?.name, failed?.failure, more], ['api.private.zscaler.com', 'timed out', undefined]);
    }
    const bare = ';; connection timed out; no servers could be reached\n';
    assert.deepEqual(factsOf(nslookup, bare)[0]?.lookups[0]?.name, null);
  });
  it('takes the name as asked, not with a search domain behind it', () => {
    const text = `$ nslookup api.private.zscaler.com 10.20.0.53\nServer:\t\t10.20.0.53\nAddress:\t10.20.0.53#53\n\n** server can't find api.private.zscaler.com.corp.example: NXDOMAIN\n`;
    const [lookup] = factsOf(nslookup, text)[0]?.lookups ?? [];
    assert.deepEqual([lookup?.name, lookup?.server], ['api.private.zscaler.com', '10.20.0.53']);
  });
  it('takes no failure where only the other address family failed', () => {
    const text = `${ANSWER.trimEnd()}\n** server can't find fra4.co2br.gslb.prod.zpath.net: SERVFAIL\n`;
    const lookups = factsOf(nslookup, text)[0]?.lookups ?? [];
    assert.deepEqual(
      lookups.map((one) => one.status),
      ['NOERROR'],
    );
  });
  it('names the values of its lines', () => {
    assert.deepEqual(valuesOf(nslookup, "** server can't find hr.corp.example: NXDOMAIN"), [
      'dig.name=hr.corp.example',
      'dig.status=NXDOMAIN',
    ]);
    const lines = [ANSWER, MISSING, BUSYBOX, SILENT_NEW].flatMap((text) => text.split('\n'));
    assertCovered(
      nslookup,
      lines.filter((line) => !/^[[$]|^Non-authoritative/u.test(line)),
      /^(?:\*\*|server|[Cc]an't|find|=|;;|communications|error|to|nslookup:|resolve|\d:|dns\.corp\.example)$/u,
    );
  });
  it('leaves foreign lines alone', () => {
    for (const text of [
      'Server: nginx\nAddress book\n',
      "** can't find the file\n",
      'Name: value\nAddress: 1 Main St\n',
    ]) {
      assert.ok(
        readArtifact(text, 'notes.txt').sections.every((section) => section.format === null),
        text,
      );
    }
  });
  it('is robust', () => {
    for (const text of [ANSWER, MISSING, BUSYBOX]) assertRobust(nslookup, text);
  });
});
