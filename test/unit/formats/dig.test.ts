import assert from 'node:assert/strict';
import { dig } from '../../../server/src/engine/formats/network/dig';
import { digShort } from '../../../server/src/engine/formats/network/dig-short';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const RHEL9 = `[admin@fra-ac-02 ~]$ dig co2br.prod.zpath.net

; <<>> DiG 9.16.23-RH <<>> co2br.prod.zpath.net
;; global options: +cmd
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1331
;; flags: qr rd ra; QUERY: 1, ANSWER: 4, AUTHORITY: 0, ADDITIONAL: 1

;; OPT PSEUDOSECTION:
; EDNS: version: 0, flags:; udp: 1232
; COOKIE: 8a7f3c1b2d4e5f60010000006560a1b2c3d4e5f60718293a (good)
;; QUESTION SECTION:
;co2br.prod.zpath.net.          IN\tA

;; ANSWER SECTION:
co2br.prod.zpath.net.           60\tIN\tCNAME\tco2br.gslb.prod.zpath.net.
co2br.gslb.prod.zpath.net.      30\tIN\tCNAME\tfra4.co2br.gslb.prod.zpath.net.
fra4.co2br.gslb.prod.zpath.net. 30\tIN\tA\t198.51.100.23
fra4.co2br.gslb.prod.zpath.net. 30\tIN\tA\t203.0.113.61

;; AUTHORITY SECTION:
prod.zpath.net.                 30\tIN\tA\t192.0.2.99

;; Query time: 12 msec
;; SERVER: 10.20.0.53#53(10.20.0.53)
;; WHEN: Tue Mar 17 12:06:12 UTC 2026
;; MSG SIZE  rcvd: 237

[admin@fra-ac-02 ~]$ `;

/** As pages and tickets show it: blank lines and runs of blanks are lost. */
const PASTED = `; <<>> DiG 9.11.36-RedHat-9.11.36-11.el8_9 <<>> co2br.prod.zpath.net
;; global options: +cmd
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 3536
;; flags: qr rd ra; QUERY: 1, ANSWER: 2, AUTHORITY: 0, ADDITIONAL: 0
;; QUESTION SECTION:
;co2br.prod.zpath.net. IN A
;; ANSWER SECTION:
co2br.prod.zpath.net. 5 IN CNAME bom5.co2br.gslb.prod.zpath.net.
bom5.co2br.gslb.prod.zpath.net. 5 IN A 198.51.100.23
;; Query time: 257 msec
;; SERVER: 192.168.80.2#53(192.168.80.2) (UDP)
;; MSG SIZE rcvd: 210
`;

const TIMED_OUT_OLD = `$ dig @10.20.0.53 co2br.prod.zpath.net api.private.zscaler.com

; <<>> DiG 9.16.23-RH <<>> @10.20.0.53 co2br.prod.zpath.net api.private.zscaler.com
; (1 server found)
;; global options: +cmd
;; connection timed out; no servers could be reached
;; connection timed out; no servers could be reached
`;

const TIMED_OUT_NEW = `;; communications error to 10.20.0.53#53: connection refused
;; communications error to 10.20.0.53#53: connection refused

; <<>> DiG 9.20.4 <<>> co2br.prod.zpath.net
;; global options: +cmd
;; no servers could be reached
`;

const TWO = `; <<>> DiG 9.18.28-1~deb12u2-Debian <<>> -t A co2br.zpatwo.net hr.nordwind.local
;; global options: +cmd
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: SERVFAIL, id: 10
;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 1

;; OPT PSEUDOSECTION:
; EDNS: version: 0, flags: do; udp: 1232
; EDE: 22 (No Reachable Authority): (at delegation zpatwo.net)
;; QUESTION SECTION:
;co2br.zpatwo.net.\t\tIN\tA

;; Query time: 4003 msec

;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 11
;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 1, ADDITIONAL: 1

;; QUESTION SECTION:
;hr.nordwind.local.\t\tIN\tA

;; Query time: 900 usec
`;

const TRACE = `; <<>> DiG 9.16.23-RH <<>> +trace co2br.prod.zpath.net
;; global options: +cmd
.\t\t\t518400\tIN\tNS\ta.root-servers.net.
;; Received 239 bytes from 10.20.0.53#53(10.20.0.53) in 12 ms

net.\t\t\t172800\tIN\tNS\ta.gtld-servers.net.
;; Received 1170 bytes from 198.41.0.4#53(a.root-servers.net) in 20 ms

co2br.prod.zpath.net.\t60\tIN\tCNAME\tco2br.gslb.prod.zpath.net.
;; Received 88 bytes from 192.0.2.10#53(ns.zpath.net) in 30 ms
`;

describe('dig', () => {
  it('reads an answer: addresses and aliases of the answer section, time and outcome', () => {
    const [facts] = factsOf(dig, RHEL9);
    assert.deepEqual(facts?.lookups, [
      {
        name: 'co2br.prod.zpath.net',
        type: 'A',
        server: null,
        status: 'NOERROR',
        failure: null,
        addresses: [
          { address: '198.51.100.23', line: 17 },
          { address: '203.0.113.61', line: 18 },
        ],
        aliases: 2,
        complete: true,
        queryTimeMs: 12,
        timeMs: Date.UTC(2026, 2, 17, 12, 6, 12),
        line: 5,
        start: 39,
        end: 46,
      },
    ]);
  });
  it('reads an answer whose blanks were lost', () => {
    const [lookup] = factsOf(dig, PASTED)[0]?.lookups ?? [];
    assert.equal(lookup?.name, 'co2br.prod.zpath.net');
    assert.deepEqual([lookup.addresses.length, lookup.aliases, lookup.complete, lookup.queryTimeMs], [1, 1, true, 257]);
  });
  it('reads servers that do not answer, of old and new versions, in the order of the names', () => {
    const old = factsOf(dig, TIMED_OUT_OLD)[0]?.lookups ?? [];
    assert.deepEqual(
      old.map(({ name, server, failure, line, start, end }) => ({ name, server, failure, line, start, end })),
      [
        { name: 'co2br.prod.zpath.net', server: '10.20.0.53', failure: 'timed out', line: 5, start: 3, end: 52 },
        { name: 'api.private.zscaler.com', server: '10.20.0.53', failure: 'timed out', line: 6, start: 3, end: 52 },
      ],
    );
    const [lookup, more] = factsOf(dig, TIMED_OUT_NEW)[0]?.lookups ?? [];
    assert.equal(more, undefined);
    assert.deepEqual([lookup?.name, lookup?.failure, lookup?.line], ['co2br.prod.zpath.net', 'connection refused', 5]);
  });
  it('reads several answers of one command', () => {
    const lookups = factsOf(dig, TWO)[0]?.lookups ?? [];
    assert.deepEqual(
      lookups.map(({ name, status, queryTimeMs, complete }) => ({ name, status, queryTimeMs, complete })),
      [
        { name: 'co2br.zpatwo.net', status: 'SERVFAIL', queryTimeMs: 4003, complete: true },
        { name: 'hr.nordwind.local', status: 'NXDOMAIN', queryTimeMs: 0.9, complete: true },
      ],
    );
  });
  it('reads a refused TCP connection', () => {
    const text =
      '; <<>> DiG 9.11.36 <<>> +tcp co2br.prod.zpath.net\n;; global options: +cmd\n;; Connection to 10.20.0.53#53(10.20.0.53) for co2br.prod.zpath.net failed: connection refused.\n';
    const [lookup] = factsOf(dig, text)[0]?.lookups ?? [];
    assert.deepEqual([lookup?.name, lookup?.failure], ['co2br.prod.zpath.net', 'connection refused']);
  });
  it('takes no outcome from a trace, and knows no name that is not there', () => {
    assert.deepEqual(factsOf(dig, TRACE), [{ lookups: [] }]);
    assert.deepEqual(factsOf(dig, '; <<>> DiG 9.18.1 <<>> co2br.prod.zpath.net\n;; global options: +cmd\n'), [
      { lookups: [] },
    ]);
  });
  it('knows a cut or filtered answer', () => {
    const cut = RHEL9.slice(0, RHEL9.indexOf('fra4.co2br.gslb.prod.zpath.net. 30\tIN\tA\t203'));
    assert.equal(factsOf(dig, cut)[0]?.lookups[0]?.complete, false);
    const rows = `$ dig +noall +answer co2br.prod.zpath.net\nco2br.prod.zpath.net. 5 IN A 198.51.100.23\n`;
    assert.deepEqual(factsOf(dig, rows)[0]?.lookups[0]?.addresses, [{ address: '198.51.100.23', line: 1 }]);
    const piped = rows.replace('.net\n', '.net | head -n 1\n');
    assert.equal(factsOf(dig, piped)[0]?.lookups[0]?.complete, false);
  });
  it('names the values of its lines', () => {
    assert.deepEqual(valuesOf(dig, ';; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1331'), [
      'dig.opcode=QUERY',
      'dig.status=NOERROR',
      'dig.id=1331',
    ]);
    assert.deepEqual(valuesOf(dig, ';; flags: qr rd ra; QUERY: 1, ANSWER: 4, AUTHORITY: 0, ADDITIONAL: 1'), [
      'dig.flags=qr rd ra',
      'dig.QUERY=1',
      'dig.ANSWER=4',
      'dig.AUTHORITY=0',
      'dig.ADDITIONAL=1',
    ]);
    assert.deepEqual(valuesOf(dig, 'co2br.prod.zpath.net.  60\tIN\tCNAME\tco2br.gslb.prod.zpath.net.'), [
      'dig.name=co2br.prod.zpath.net.',
      'dig.TTL=60',
      'dig.class=IN',
      'dig.type=CNAME',
      'dig.value=co2br.gslb.prod.zpath.net.',
    ]);
    assert.deepEqual(valuesOf(dig, ';; communications error to 10.20.0.53#53: timed out'), [
      'dig.SERVER=10.20.0.53',
      'dig.status=timed out',
    ]);
    const structure = /^(?:;;?|<<>>|->>HEADER<<-|msec|usec|rcvd:|communications|error|to|bytes|from|in|ms|do;)$/u;
    const lines = [RHEL9, TIMED_OUT_NEW, TWO, TRACE].flatMap((text) => text.split('\n'));
    assertCovered(
      dig,
      lines.filter((line) => !/SECTION:|global options|Got answer|^\[admin/u.test(line)),
      new RegExp(`${structure.source}|^\\(|^version:$|^udp:$|^flags:;$|delegation|zpatwo.net\\)`, 'u'),
    );
  });
  it('leaves foreign lines alone', () => {
    for (const text of [
      '; a comment of an ini file\n;; another\n',
      '10.20.0.53\n10.20.0.54\n',
      'dig deeper into the case\n',
      ';; connection\n',
    ]) {
      assert.ok(
        readArtifact(text, 'notes.txt').sections.every((section) => section.format === null),
        text,
      );
    }
  });
  it('is robust', () => {
    assertRobust(dig, `${TIMED_OUT_NEW}${TWO}`);
    assertRobust(dig, PASTED);
  });
});

describe('dig +short', () => {
  const SHORT = `[admin@fra-ac-02 ~]$ dig +short co2br.prod.zpath.net
co2br.gslb.prod.zpath.net.
fra4.co2br.gslb.prod.zpath.net.
198.51.100.23
203.0.113.61
[admin@fra-ac-02 ~]$ date
`;
  it('reads addresses and aliases after its command at a prompt', () => {
    const [lookup] = factsOf(digShort, SHORT)[0]?.lookups ?? [];
    assert.deepEqual(
      [lookup?.name, lookup?.addresses.map((one) => one.address), lookup?.aliases, lookup?.complete],
      ['co2br.prod.zpath.net', ['198.51.100.23', '203.0.113.61'], 2, true],
    );
  });
  it('reads them after an echoed command', () => {
    const text = '== DNS\n+ dig +short @10.20.0.53 co2br.prod.zpath.net\n198.51.100.23\n\nsome other text\n';
    const [lookup] = factsOf(digShort, text)[0]?.lookups ?? [];
    assert.deepEqual([lookup?.server, lookup?.addresses], ['10.20.0.53', [{ address: '198.51.100.23', line: 2 }]]);
  });
  it('reads a failure, and no answer only where the next prompt follows', () => {
    const failed = '$ dig +short co2br.prod.zpath.net\n;; connection timed out; no servers could be reached\n';
    const [lookup] = factsOf(digShort, failed)[0]?.lookups ?? [];
    assert.deepEqual([lookup?.name, lookup?.failure, lookup?.line], ['co2br.prod.zpath.net', 'timed out', 1]);
    assert.deepEqual(factsOf(digShort, '$ dig +short hr.nordwind.local\n'), [{ lookups: [] }]);
    assert.deepEqual(factsOf(digShort, '$ dig +short hr.nordwind.local\n<removed>\n'), [{ lookups: [] }]);
    const [none] = factsOf(digShort, '$ dig +short hr.nordwind.local\n$ date\n')[0]?.lookups ?? [];
    assert.deepEqual([none?.addresses, none?.complete], [[], true]);
  });
  it('gives no count for two names or a filter', () => {
    const two = '$ dig +short co2br.prod.zpath.net api.private.zscaler.com\n198.51.100.23\n';
    assert.equal(factsOf(digShort, two)[0]?.lookups[0]?.complete, false);
    const piped = '$ dig +short co2br.prod.zpath.net | tail -n1\n198.51.100.23\n';
    assert.equal(factsOf(digShort, piped)[0]?.lookups[0]?.complete, false);
  });
  it('names its values, and is robust', () => {
    assertCovered(digShort, ['198.51.100.23', 'co2br.gslb.prod.zpath.net.', '2001:db8::17']);
    assert.deepEqual(valuesOf(digShort, 'two words'), []);
    assertRobust(digShort, SHORT);
  });
});
