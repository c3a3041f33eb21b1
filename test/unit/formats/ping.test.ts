import assert from 'node:assert/strict';
import { ping } from '../../../server/src/engine/formats/network/ping';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const GOOD = `[admin@fra-ac-02 ~]$ ping co2br.prod.zpath.net
PING fra4.co2br.gslb.prod.zpath.net (198.51.100.23) 56(84) bytes of data.
64 bytes from 198.51.100.23 (198.51.100.23): icmp_seq=1 ttl=54 time=1.24 ms
64 bytes from 198.51.100.23 (198.51.100.23): icmp_seq=2 ttl=54 time=1.22 ms
^C
--- fra4.co2br.gslb.prod.zpath.net ping statistics ---
2 packets transmitted, 2 received, 0% packet loss, time 1002ms
rtt min/avg/max/mdev = 1.212/1.221/1.244/0.011 ms
[admin@fra-ac-02 ~]$ `;
const UNREACHABLE = `PING 10.20.9.40 (10.20.9.40) from 10.20.4.17 eth0: 56(84) bytes of data.
From 10.20.4.17 icmp_seq=1 Destination Host Unreachable
From gw.corp.example (10.20.4.1) icmp_seq=2 Time to live exceeded

--- 10.20.9.40 ping statistics ---
4 packets transmitted, 0 received, +2 errors, 100% packet loss, time 3054ms
pipe 3
`;
const TOO_LONG = `# ping -M do -s 1472 -c 2 hr.corp.example
PING hr.corp.example (10.20.9.40) 1472(1500) bytes of data.
From gw.corp.example (10.20.4.1) icmp_seq=1 Frag needed and DF set (mtu = 1420)
ping: local error: message too long, mtu=1400

--- hr.corp.example ping statistics ---
2 packets transmitted, 0 received, +2 errors, 100% packet loss, time 1001ms

`;
const BUSYBOX = `PING 198.51.100.23 (198.51.100.23): 56 data bytes
64 bytes from 198.51.100.23: seq=0 ttl=54 time=0.123 ms

--- 198.51.100.23 ping statistics ---
4 packets transmitted, 3 packets received, 25% packet loss
round-trip min/avg/max = 0.123/0.200/0.301 ms
`;

describe('ping', () => {
  it('reads a run', () => {
    assert.deepEqual(factsOf(ping, GOOD)[0]?.runs, [
      {
        target: 'fra4.co2br.gslb.prod.zpath.net',
        address: '198.51.100.23',
        dataBytes: 56,
        line: 1,
        summary: {
          sent: 2,
          received: 2,
          lossPercent: 0,
          errors: 0,
          averageMs: 1.221,
          line: 6,
          lossStart: 35,
          lossEnd: 37,
        },
        tooLong: null,
        unresolved: null,
        unreachable: false,
      },
    ]);
  });
  it('reads errors of the way', () => {
    const [run] = factsOf(ping, UNREACHABLE)[0]?.runs ?? [];
    assert.equal(run?.unreachable, true);
    assert.deepEqual([run.summary?.errors, run.summary?.lossPercent, run.summary?.sent], [2, 100, 4]);
  });
  it('keeps the smallest size the path takes', () => {
    const [run, more] = factsOf(ping, TOO_LONG)[0]?.runs ?? [];
    assert.equal(more, undefined);
    assert.deepEqual([run?.target, run?.dataBytes], ['hr.corp.example', 1472]);
    assert.deepEqual(run?.tooLong, { mtu: 1400, line: 3, start: 41, end: 45 });
    const alone = '$ ping -M do -s 1472 hr.corp.example\nping: local error: message too long, mtu=1400\n';
    assert.deepEqual(factsOf(ping, alone)[0]?.runs[0]?.target, 'hr.corp.example');
  });
  it('reads BusyBox, and several runs in one text', () => {
    const runs = factsOf(ping, `${BUSYBOX}${UNREACHABLE}`).flatMap((facts) => facts.runs);
    assert.deepEqual(
      runs.map(({ target, summary }) => [target, summary?.lossPercent]),
      [
        ['198.51.100.23', 25],
        ['10.20.9.40', 100],
      ],
    );
  });
  it('reads names that do not resolve', () => {
    for (const line of [
      'ping: co2br.prod.zpath.net: Name or service not known',
      'ping: co2br.prod.zpath.net: Temporary failure in name resolution',
      'ping: unknown host co2br.prod.zpath.net',
      "ping: bad address 'co2br.prod.zpath.net'",
    ]) {
      const [run] = factsOf(ping, `${line}\n`)[0]?.runs ?? [];
      assert.deepEqual([run?.target, run?.unresolved?.line], ['co2br.prod.zpath.net', 0], line);
    }
  });
  it('gives no loss for a cut summary', () => {
    const cut = BUSYBOX.slice(0, BUSYBOX.indexOf(' packet loss'));
    assert.equal(factsOf(ping, cut)[0]?.runs[0]?.summary, null);
  });
  it('names the values of its lines', () => {
    assert.deepEqual(valuesOf(ping, 'rtt min/avg/max/mdev = 1.212/1.221/1.244/0.011 ms'), [
      'ping.min=1.212',
      'ping.avg=1.221',
      'ping.max=1.244',
      'ping.mdev=0.011',
    ]);
    assert.deepEqual(valuesOf(ping, '4 packets transmitted, 0 received, +2 errors, 100% packet loss, time 3054ms'), [
      'ping.transmitted=4',
      'ping.received=0',
      'ping.errors=2',
      'ping.loss=100%',
      'ping.time=3054',
    ]);
    const lines = [GOOD, UNREACHABLE, TOO_LONG, BUSYBOX].flatMap((text) => text.split('\n'));
    assertCovered(
      ping,
      lines.filter((line) => !/^[[#^]|^pipe|^From/u.test(line)),
      /^(?:PING|from|bytes|of|data|data\.|packets?|---|ping|statistics|rtt|round-trip|=|ms|ping:|local|error:|long,|transmitted,|10\.20\.4\.17|eth0:)$/u,
    );
  });
  it('leaves foreign lines alone', () => {
    for (const text of [
      'PING me tomorrow\n',
      'ping: pong\n',
      '--- a/file.txt\n+++ b/file.txt\n',
      '100% packet loss\n',
    ]) {
      assert.ok(
        readArtifact(text, 'notes.txt').sections.every((section) => section.format === null),
        text,
      );
    }
  });
  it('is robust', () => {
    for (const text of [GOOD, TOO_LONG, BUSYBOX]) assertRobust(ping, text);
  });
});
