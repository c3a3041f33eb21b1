import type { Case } from '../case';
import { text } from '../text';

const P = '[admin@waw-zpa-2 ~]$ ';

interface FlowValues {
  readonly tx?: number;
  readonly rx?: number;
  readonly r_rx?: number;
  readonly drop?: number;
  readonly blocked?: number;
  readonly enq?: number;
  readonly deq?: number;
}

const FLOW = (n: number, values: FlowValues, state = 'fohh_connection_connected', port = 41236): string => {
  const tx = values.tx ?? 855_420 + n * 20_000;
  const rx = values.rx ?? 195_538 + n * 6_000;
  const received = values.r_rx ?? tx;
  return `* FC f_conn [10.18.3.4]:${String(port)};broker1b.waw2.prod.zpath.net:[203.0.113.147]:443:${state}, rx = ${String(rx)}, peer_tx = ${String(rx)}, tx = ${String(tx)}, tx_drop = ${String(values.drop ?? 0)}, tx_limit = ${String(received + 33_554_432)}, tx_limit_update = 1780057907248724, r_rx = ${String(received)}, r_tx_limit = ${String(rx + 33_554_432)}, tx_wnd_update = 1780057907248724, rx_wnd_update = 1780057881252092, tx_blocked = ${String(values.blocked ?? 0)}, enq = ${String(values.enq ?? tx)}, deq = ${String(values.deq ?? tx)}`;
};
const AT = (minute: number): string =>
  `Mar 12 14:${String(10 + minute).padStart(2, '0')}:31 waw-zpa-2 zpa-connector-child[4410]: `;
const flows = (count: number, each: (n: number) => FlowValues): string =>
  text(...Array.from({ length: count }, (_, n) => AT(n) + FLOW(n, each(n))));

const DIG = (name: string, status: string, answers: readonly string[]): string[] => [
  `${P}dig ${name}`,
  '',
  '; <<>> DiG 9.18.28-0ubuntu0.22.04.1-Ubuntu <<>> ' + name,
  ';; global options: +cmd',
  ';; Got answer:',
  `;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: 51277`,
  `;; flags: qr rd ra; QUERY: 1, ANSWER: ${String(answers.length)}, AUTHORITY: 0, ADDITIONAL: 1`,
  '',
  ';; QUESTION SECTION:',
  `;${name}.\t\tIN\tA`,
  '',
  ...(answers.length > 0 ? [';; ANSWER SECTION:', ...answers, ''] : []),
  ';; Query time: 12 msec',
  ';; SERVER: 10.18.0.53#53(10.18.0.53) (UDP)',
  ';; WHEN: Thu Mar 12 14:22:01 CET 2026',
  ';; MSG SIZE  rcvd: 96',
  '',
];

const PING = (target: string, sent: number, received: number): string[] => [
  `${P}ping -c ${String(sent)} ${target}`,
  `PING ${target} (203.0.113.147) 56(84) bytes of data.`,
  ...Array.from(
    { length: Math.min(received, 4) },
    (_, n) => `64 bytes from 203.0.113.147: icmp_seq=${String(n + 1)} ttl=52 time=11.${String(n)} ms`,
  ),
  '',
  `--- ${target} ping statistics ---`,
  `${String(sent)} packets transmitted, ${String(received)} received, ${String(Math.round((100 * (sent - received)) / sent))}% packet loss, time ${String(sent * 1001)}ms`,
  ...(received > 0 ? ['rtt min/avg/max/mdev = 11.001/11.201/11.402/0.101 ms'] : []),
  '',
];

const MTR_HEAD = (target: string): string[] => [
  `${P}mtr -rzwbec100 ${target}`,
  'Start: 2026-03-12T14:31:18+0100',
  'HOST: waw-zpa-2.kestrelmoor.example                 Loss%   Snt   Last   Avg  Best  Wrst StDev',
];

export const networkCases: readonly Case[] = [
  {
    name: 'network: co2br answers with one address behind two aliases',
    files: {
      'dig.out': text(
        ...DIG('co2br.prod.zpath.net', 'NOERROR', [
          'co2br.prod.zpath.net.\t5\tIN\tCNAME\tco2br.gslb.prod.zpath.net.',
          'co2br.gslb.prod.zpath.net. 5\tIN\tCNAME\twaw2.co2br.gslb.prod.zpath.net.',
          'waw2.co2br.gslb.prod.zpath.net. 5 IN\tA\t203.0.113.147',
        ]),
      ),
    },
    found: [{ rule: 'tunnel/dns-too-few-answers', severity: 'warning' }],
    absent: ['tunnel/dns-lookup-failed'],
  },
  {
    name: 'network: dig +short gives one address',
    files: { 'short.txt': text(`${P}dig +short co2br.zpatwo.net`, '203.0.113.147', P) },
    found: ['tunnel/dns-too-few-answers'],
  },
  {
    name: 'network: SERVFAIL for co2br',
    files: { 'dns/dig-co2br.txt': text(...DIG('co2br.prod.zpath.net', 'SERVFAIL', [])) },
    found: [{ rule: 'tunnel/dns-lookup-failed', severity: 'error', at: ['dns/dig-co2br.txt', 'SERVFAIL'] }],
    rootCause: 'tunnel/dns-lookup-failed',
    absent: ['tunnel/dns-too-few-answers', 'apps/name-not-found'],
  },
  {
    name: 'network: nslookup as zscaler reaches no server, and its resolv.conf is private (scenario 4)',
    files: {
      'shell.log': text(
        '[root@waw-zpa-2 ~]# ls -l /etc/resolv.conf',
        '-rw------- 1 root root 88 May 30 09:11 /etc/resolv.conf',
        '[root@waw-zpa-2 ~]# sudo -u zscaler nslookup api.private.zscaler.com',
        ';; connection timed out; no servers could be reached',
        '',
        '[root@waw-zpa-2 ~]# ',
      ),
    },
    found: [
      { rule: 'config/resolv-conf-unreadable', severity: 'error', at: ['shell.log', '-rw-------'] },
      { rule: 'tunnel/dns-lookup-failed', causedBy: 'config/resolv-conf-unreadable' },
    ],
    rootCause: 'config/resolv-conf-unreadable',
  },
  {
    name: 'network: one name fails, and the connect to it after it is a consequence',
    files: {
      'checks.txt': text(
        `${P}nslookup co2br.prod.zpath.net`,
        'Server:\t\t10.18.0.53',
        'Address:\t10.18.0.53#53',
        '',
        "** server can't find co2br.prod.zpath.net: NXDOMAIN",
        '',
        `${P}nc -zv co2br.prod.zpath.net 443`,
        'Ncat: Could not resolve hostname "co2br.prod.zpath.net": Name or service not known. QUITTING.',
        P,
      ),
    },
    found: [{ rule: 'tunnel/dns-lookup-failed', severity: 'error' }],
    rootCause: 'tunnel/dns-lookup-failed',
    tolerated: ['tunnel/tcp-connect-failed'],
    absent: ['apps/name-not-found'],
  },
  {
    name: 'network: telnet to an edge times out, port by port',
    files: {
      'telnet.txt': text(
        `${P}telnet broker1b.waw2.prod.zpath.net 443`,
        'Trying 203.0.113.147...',
        'telnet: connect to address 203.0.113.147: Connection timed out',
        P,
      ),
    },
    found: [{ rule: 'tunnel/tcp-connect-failed', severity: 'error', at: ['telnet.txt', 'Connection timed out'] }],
    tolerated: ['tunnel/direct-egress-blocked'],
  },
  {
    name: 'network: nothing reaches the cloud and no proxy is set (scenario 7)',
    files: {
      'proxy.txt': text(
        '[root@waw-zpa-2 ~]# ls -l /opt/zscaler/var/proxy 2>/dev/null || echo "no proxy file set"',
        'no proxy file set',
        '[root@waw-zpa-2 ~]# curl -sv -m 8 https://api.private.zscaler.com 2>&1 | head -3',
        '*   Trying 203.0.113.20:443...',
        '* connect to 203.0.113.20 port 443 failed: Connection timed out',
        '* Failed to connect to api.private.zscaler.com port 443 after 8002 ms: Connection timed out',
      ),
    },
    found: [
      { rule: 'tunnel/direct-egress-blocked', severity: 'warning' },
      { rule: 'tunnel/tcp-connect-failed', causedBy: 'tunnel/direct-egress-blocked' },
    ],
    rootCause: 'tunnel/direct-egress-blocked',
  },
  {
    name: 'network: openssl to an edge without certificate',
    files: {
      'tls.txt': text(
        `${P}openssl s_client -servername kestrelmoor.example.server1.net -connect 203.0.113.147:443`,
        'CONNECTED(00000003)',
        'write:errno=104',
        '---',
        'no peer certificate available',
        '---',
        'No client certificate CA names sent',
        '---',
        'SSL handshake has read 0 bytes and written 324 bytes',
        'Verification: OK',
        '---',
        'New, (NONE), Cipher is (NONE)',
        'Secure Renegotiation IS NOT supported',
        'Compression: NONE',
        'Expansion: NONE',
        'No ALPN negotiated',
        '---',
        P,
      ),
    },
    found: [{ rule: 'tunnel/tls-no-certificate', severity: 'error' }],
    rootCause: 'tunnel/tls-no-certificate',
  },
  {
    name: 'network: a private root of Zscaler does not verify, and that is right',
    files: {
      'tls.txt': text(
        `${P}openssl s_client -servername kestrelmoor.example.server1.net -connect 203.0.113.147:443 2>&1 | grep subject`,
        'subject=/C=US/ST=California/L=San Jose/O=Zscaler/OU=Emerging Technologies/CN=broker1b.waw2.prod.zpath.net',
        `${P}openssl s_client -connect broker1b.waw2.prod.zpath.net:443 </dev/null`,
        'CONNECTED(00000003)',
        'depth=2 C = US, ST = California, O = Zscaler, OU = Emerging Technologies, CN = ZPA Root CA',
        'verify error:num=19:self-signed certificate in certificate chain',
        'verify return:1',
        '---',
        'Certificate chain',
        ' 0 s:C = US, O = Zscaler, CN = broker1b.waw2.prod.zpath.net',
        '   i:C = US, ST = California, O = Zscaler, OU = Emerging Technologies, CN = ZPA Issuing CA 4',
        '---',
        'subject=C = US, O = Zscaler, CN = broker1b.waw2.prod.zpath.net',
        '',
        'issuer=C = US, ST = California, O = Zscaler, OU = Emerging Technologies, CN = ZPA Issuing CA 4',
        '',
        '---',
      ),
    },
    found: [],
    rootCause: null,
    absent: ['tunnel/ssl-interception', 'tunnel/tls-no-certificate'],
  },
  {
    name: 'network: ping loses packets',
    files: { 'ping.txt': text(...PING('co2br.prod.zpath.net', 20, 15)) },
    found: [{ rule: 'tunnel/icmp-loss', severity: 'warning', at: ['ping.txt', '25% packet loss'] }],
  },
  {
    name: 'network: ping is blocked altogether while TCP works',
    files: {
      'a-ping.txt': text(...PING('broker1b.waw2.prod.zpath.net', 5, 0)),
      'b-nc.txt': text(
        `${P}nc -zv broker1b.waw2.prod.zpath.net 443`,
        'Ncat: Version 7.92 ( https://nmap.org/ncat )',
        'Ncat: Connected to 203.0.113.147:443.',
        'Ncat: 0 bytes sent, 0 bytes received in 0.03 seconds.',
      ),
    },
    found: [],
    tolerated: ['tunnel/icmp-loss'],
    rootCause: null,
    absent: ['tunnel/tcp-connect-failed'],
  },
  {
    name: 'network: mtr loses at a hop and to the end',
    files: {
      'mtr.txt': text(
        ...MTR_HEAD('203.0.113.147'),
        '  1. AS???    10.18.0.1                              0.0%   100    0.4   0.5   0.3   1.1   0.1',
        '  2. AS5617   198.51.100.1                          12.0%   100    3.1   3.3   2.9   6.1   0.4',
        '  3. AS5617   198.51.100.9                          14.0%   100    3.4   3.6   3.0   7.0   0.5',
        '  4. AS53813  203.0.113.147                         13.0%   100   11.0  11.4  10.9  19.0   1.1',
      ),
    },
    found: [{ rule: 'tunnel/mtr-loss', severity: 'warning' }],
    absent: ['tunnel/mtr-rate-limited'],
  },
  {
    name: 'network: mtr over TCP, a silent hop and one that limits: no loss at the end',
    files: {
      'mtr-tcp.txt': text(
        `${P}mtr -rzwbec100 --tcp -P443 203.0.113.147`,
        'Start: 2026-03-12T14:31:18+0100',
        'HOST: waw-zpa-2.kestrelmoor.example Loss% Snt Last Avg Best Wrst StDev',
        '1. AS??? 10.18.0.1 0.0% 100 0.4 0.5 0.3 1.1 0.1',
        '2. AS5617 198.51.100.1 45.0% 100 3.1 3.3 2.9 6.1 0.4',
        '3. AS??? ??? 100.0 100 0.0 0.0 0.0 0.0 0.0',
        '4. AS53813 203.0.113.147 0.0% 100 11.0 11.4 10.9 19.0 1.1',
      ),
    },
    found: [{ rule: 'tunnel/mtr-rate-limited', severity: 'info' }],
    rootCause: null,
    absent: ['tunnel/mtr-loss'],
  },
  {
    name: 'network: one sample with drops is a hint',
    files: { 'flow.log': flows(1, () => ({ drop: 4096 })) },
    found: [{ rule: 'tunnel/tx-drop', severity: 'hint' }],
    rootCause: null,
  },
  {
    name: 'network: drops that rise',
    files: { 'flow.log': flows(5, (n) => ({ drop: n * 4096 })) },
    found: [{ rule: 'tunnel/tx-drop', severity: 'warning' }],
    tolerated: ['tunnel/tx-blocked'],
  },
  {
    name: 'network: blocked more and more',
    files: { 'flow.log': flows(5, (n) => ({ blocked: n * 3 })) },
    found: [{ rule: 'tunnel/tx-blocked', severity: 'warning' }],
  },
  {
    name: 'network: a blocked sender named by the process',
    files: {
      'zpa.log': text(
        `${AT(1)}Kick flow control to connection [10.18.3.4]:37480;216199427017146999.pb.private.zscaler.com:[203.0.113.200]:443;0, as it is blocked for more than 1 second.`,
      ),
    },
    found: ['tunnel/tx-blocked'],
  },
  {
    name: 'network: sent and nothing comes back',
    files: { 'flow.log': flows(6, () => ({ rx: 195_538 })) },
    found: [{ rule: 'tunnel/one-way-traffic', severity: 'warning' }],
  },
  {
    name: 'network: a connection stays in backoff among others',
    files: {
      'flow.log': text(
        AT(0) + FLOW(0, {}),
        AT(0) + FLOW(0, { tx: 0, rx: 0 }, 'fohh_connection_backoff', 41990),
        AT(1) + FLOW(1, {}),
        AT(1) + FLOW(0, { tx: 0, rx: 0 }, 'fohh_connection_backoff', 41990),
        AT(2) + FLOW(2, {}),
      ),
    },
    found: ['tunnel/backed-off-connections'],
  },
  {
    name: 'network: flows of a healthy connector, two connections',
    files: {
      'flow.log': text(
        ...[0, 1, 2, 3].flatMap((n) => [AT(n) + FLOW(n, {}), AT(n) + FLOW(n, {}, 'fohh_connection_connected', 41992)]),
      ),
    },
    found: [],
    rootCause: null,
    absent: ['tunnel/tx-blocked', 'tunnel/one-way-traffic', 'tunnel/tx-drop'],
  },
  {
    name: 'network: the built-in test finds the tunnel down',
    files: {
      'conn.txt': text(
        '[admin@bom-ac1 ~]$ sudo zpa-connector troubleshoot connection',
        '[broker] tunnel: DOWN (edge: none)  latency: -',
        '[time]   System clock synchronized: no',
        '[app]    10.20.4.30:443  unreachable',
      ),
    },
    found: [
      { rule: 'tunnel/control-disconnected', severity: 'error', at: ['conn.txt', 'tunnel: DOWN'] },
      { rule: 'health/clock-unsynchronized', severity: 'error', at: ['conn.txt', 'synchronized: no'] },
    ],
    absent: ['apps/port-unreachable'],
  },
  {
    name: 'network: the built-in test finds the app unreachable through a good tunnel',
    files: {
      'conn.txt': text(
        '[broker] tunnel: UP (edge: bom2-vse-01)  latency: 12ms',
        '[time]   System clock synchronized: yes',
        '[app]    10.20.4.30:443  unreachable',
      ),
    },
    found: [{ rule: 'apps/port-unreachable', severity: 'error', at: ['conn.txt', 'unreachable'] }],
    rootCause: 'apps/port-unreachable',
  },
  {
    name: 'network: updates cannot be fetched',
    files: {
      'upd.txt': text(
        `${P}telnet dist.private.zscaler.com 443`,
        'Trying 203.0.113.77...',
        'telnet: connect to address 203.0.113.77: Connection refused',
        P,
      ),
    },
    found: [{ rule: 'upgrade/unreachable-repository', severity: 'error' }],
    rootCause: 'upgrade/unreachable-repository',
  },
];
