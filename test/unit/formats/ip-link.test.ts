import assert from 'node:assert/strict';
import { ipLink } from '../../../server/src/engine/formats/network/ip-link';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const LINK = `[admin@fra-ac-02 ~]$ ip link
1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000
    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00
2: ens192: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP mode DEFAULT group default qlen 1000
    link/ether 00:50:56:aa:bb:cc brd ff:ff:ff:ff:ff:ff
    altname enp11s0
3: ens224: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc mq state DOWN mode DEFAULT group default qlen 1000
    link/ether 00:50:56:aa:bb:cd brd ff:ff:ff:ff:ff:ff
`;
const ADDR = `2: eth0@if7: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1400 qdisc fq_codel state UP group default qlen 1000
    link/ether 02:42:0a:14:04:11 brd ff:ff:ff:ff:ff:ff link-netnsid 0
    inet 10.20.4.17/24 brd 10.20.4.255 scope global dynamic noprefixroute eth0
       valid_lft 85000sec preferred_lft 85000sec
    inet6 fe80::42:aff:fe14:411/64 scope link
       valid_lft forever preferred_lft forever
`;
const STATISTICS = `2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP mode DEFAULT group default qlen 1000
    link/ether 52:54:00:12:34:56 brd ff:ff:ff:ff:ff:ff
    RX:  bytes packets errors dropped  missed   mcast
    1871912321 5421311      3      17       0     120
    TX:  bytes packets errors dropped carrier collsns
    982711211 3311221      0       4       0       0
`;

describe('ip-link', () => {
  it('reads interfaces with size and state', () => {
    const interfaces = factsOf(ipLink, LINK)[0]?.interfaces ?? [];
    assert.deepEqual(
      interfaces.map(({ name, up, loopback, mtu, state }) => [name, up, loopback, mtu, state]),
      [
        ['lo', true, true, 65_536, 'UNKNOWN'],
        ['ens192', true, false, 1500, 'UP'],
        ['ens224', true, false, 1500, 'DOWN'],
      ],
    );
    assert.deepEqual([interfaces[1]?.line, interfaces[1]?.start, interfaces[1]?.end], [3, 49, 53]);
  });
  it('reads addresses, and the interface of a container', () => {
    const [eth] = factsOf(ipLink, ADDR)[0]?.interfaces ?? [];
    assert.deepEqual([eth?.name, eth?.mtu], ['eth0', 1400]);
    assert.deepEqual(eth?.addresses, ['10.20.4.17', 'fe80::42:aff:fe14:411']);
  });
  it('reads counters of both directions', () => {
    const [eth] = factsOf(ipLink, STATISTICS)[0]?.interfaces ?? [];
    assert.deepEqual(eth?.received, { bytes: 1_871_912_321, packets: 5_421_311, errors: 3, dropped: 17, line: 3 });
    assert.deepEqual(eth.sent, { bytes: 982_711_211, packets: 3_311_221, errors: 0, dropped: 4, line: 5 });
  });
  it('reads the brief form after its command', () => {
    const text =
      '$ ip -br link show\nlo               UNKNOWN        00:00:00:00:00:00\neth0             UP             52:54:00:12:34:56\n';
    assert.deepEqual(
      factsOf(ipLink, text)[0]?.interfaces.map(({ name, state }) => [name, state]),
      [
        ['lo', 'UNKNOWN'],
        ['eth0', 'UP'],
      ],
    );
  });
  it('takes no size from a cut line', () => {
    const text = '2: eth0: <BROADCAST,UP> mtu 1400 qdisc mq\n3: eth1: <BROADCAST,UP> mtu 15x\n';
    assert.deepEqual(
      factsOf(ipLink, text)[0]?.interfaces.map((one) => one.mtu),
      [1400, null],
    );
  });
  it('names the values of its lines', () => {
    assert.deepEqual(valuesOf(ipLink, LINK.split('\n')[3] ?? ''), [
      'ip-link.name=ens192',
      'ip-link.flags=BROADCAST,MULTICAST,UP,LOWER_UP',
      'ip-link.mtu=1500',
      'ip-link.qdisc=mq',
      'ip-link.state=UP',
      'ip-link.qlen=1000',
    ]);
    assert.deepEqual(valuesOf(ipLink, '    1871912321 5421311      3      17       0     120'), [
      'ip-link.bytes=1871912321',
      'ip-link.packets=5421311',
      'ip-link.errors=3',
      'ip-link.dropped=17',
    ]);
    assertCovered(
      ipLink,
      [...LINK.split('\n').slice(1), ...ADDR.split('\n')].filter(
        (line) => !/valid_lft|altname|loopback 00/u.test(line),
      ),
      /^(?:\d:|mode|DEFAULT|group|default|brd|[\da-f:.]{7,17}|link-netnsid|0|global|dynamic|noprefixroute|eth0)$/u,
    );
  });
  it('leaves foreign lines alone', () => {
    for (const text of ['1: first\n2: second\n', '2024: <b>bold</b> mtu\n', 'eth0 UP\n']) {
      assert.ok(
        readArtifact(text, 'notes.txt').sections.every((section) => section.format === null),
        text,
      );
    }
  });
  it('is robust', () => {
    for (const text of [LINK, ADDR, STATISTICS]) assertRobust(ipLink, text);
  });
});
