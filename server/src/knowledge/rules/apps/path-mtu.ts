import type { Rule } from '../../../engine/match/rule';
import type { BundleFacts } from '../../../engine/facts/bundle-facts';
import { DOCS, PING } from '../../evidence';

/** What Ethernet takes: a longer probe is refused everywhere. */
const ETHERNET_MTU = 1500;
/** IP and ICMP headers around the data of a probe. */
const HEADERS_V4 = 28;
const HEADERS_V6 = 48;

/** Whether every interface in use is already set to this size or a smaller one. */
function isSetAlready(facts: BundleFacts, mtu: number): boolean {
  const used = facts
    .sections('ip-link')
    .flatMap(({ facts: { interfaces } }) => interfaces)
    .filter((one) => one.up && !one.loopback && one.mtu !== null);
  return used.length > 0 && used.every((one) => (one.mtu ?? ETHERNET_MTU) <= mtu);
}

const rule: Rule = {
  id: 'apps/path-mtu',
  title: 'The path takes shorter packets only',
  severity: 'warning',
  means:
    'A probe that must not be split was too long for the path: a tunnel or overlay between here and the application takes smaller packets.',
  matters: 'Small requests work, large transfers and file shares hang where nobody says so to the sender.',
  doNext:
    'Lower the MTU of the interface to that size, or clamp the MSS on the gateway; then ping with the size named.',
  message:
    'The path{target} takes packets of at most {mtu} bytes: set the MTU to {mtu}, and check with ping -M do -s {data}.',
  needs: [
    {
      ...PING,
      missing: 'a ping with large packets that must not be split',
      command: 'ping -M do -s 1472 -c 2 APPLICATION > ping.txt',
    },
  ],
  evaluate: (facts) =>
    facts.sections('ping').flatMap(({ artifact, facts: { runs } }) =>
      runs.flatMap(({ target, address, tooLong }) => {
        if (tooLong === null || tooLong.mtu >= ETHERNET_MTU || isSetAlready(facts, tooLong.mtu)) return [];
        const { mtu, line, start, end } = tooLong;
        const headers = (address ?? target ?? '').includes(':') ? HEADERS_V6 : HEADERS_V4;
        return [
          {
            at: { artifact: artifact.index, line, start, end },
            data: { target: target === null ? '' : ` to ${target}`, mtu, data: mtu - headers },
          },
        ];
      }),
    ),
  runbook: { id: 'path-mtu-and-split-dns', step: 'set' },
  documentation: [DOCS.troubleshooting],
  source: {
    kind: 'documented',
    from: 'Linux manual, ping(8): option -M do',
    url: 'https://man7.org/linux/man-pages/man8/ping.8.html',
  },
  fires: [
    {
      files: {
        'ping.txt':
          '[admin@fra-ac-02 ~]$ ping -M do -s 1472 -c 2 erp.nordwind.example\nPING erp.nordwind.example (10.20.9.40) 1472(1500) bytes of data.\nping: local error: message too long, mtu=1400\nping: local error: message too long, mtu=1400\n\n--- erp.nordwind.example ping statistics ---\n2 packets transmitted, 0 received, +2 errors, 100% packet loss, time 1001ms\n',
      },
      says: 'set the MTU to 1400, and check with ping -M do -s 1372',
    },
    {
      files: {
        'ping.txt':
          'PING 10.20.9.40 (10.20.9.40) 1472(1500) bytes of data.\nFrom 10.20.4.1 icmp_seq=1 Frag needed and DF set (mtu = 1420)\nping: local error: Message too long, mtu=1420\n\n--- 10.20.9.40 ping statistics ---\n2 packets transmitted, 0 received, +2 errors, 100% packet loss, time 1001ms\n',
      },
      says: '-s 1392',
    },
    { files: { 'ping.txt': 'ping: local error: message too long, mtu=1400\n' }, says: '1400' },
  ],
  silent: [
    {
      'ping.txt':
        'PING erp.nordwind.example (10.20.9.40) 1500(1528) bytes of data.\nping: local error: message too long, mtu=1500\n\n--- erp.nordwind.example ping statistics ---\n1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 0ms\n',
    },
    // The interface is set to that size already, as on some clouds.
    {
      'ping.txt':
        'PING 10.20.9.40 (10.20.9.40) 1472(1500) bytes of data.\nping: local error: message too long, mtu=1460\n',
      'ip.txt':
        '1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue state UNKNOWN mode DEFAULT group default qlen 1000\n    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00\n2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1460 qdisc mq state UP mode DEFAULT group default qlen 1000\n    link/ether 52:54:00:12:34:56 brd ff:ff:ff:ff:ff:ff\n',
    },
    {
      'ping.txt':
        'PING erp.nordwind.example (10.20.9.40) 1472(1500) bytes of data.\n1480 bytes from 10.20.9.40 (10.20.9.40): icmp_seq=1 ttl=63 time=0.5 ms\n\n--- erp.nordwind.example ping statistics ---\n1 packets transmitted, 1 received, 0% packet loss, time 0ms\n',
    },
  ],
};

export default rule;
