import type { Case } from '../case';
import type { Writer } from '../text';
import { blockMessages, blocks, child, clock, other, parent, text } from '../text';

const W: Writer = { host: 'mad1-ac-4', pid: 7001, parent: 6990, day: 'Mar 29' };
const P = '[admin@mad1-ac-4 ~]$ ';
const TUPLE = (port: number): string =>
  `[10.44.7.21]:${String(port)};broker3b.mad3.prod.zpath.net:[198.51.100.23]:443;2`;
const CLOSED = (time: string, port: number, reason = 'SOCKET_ERR'): string =>
  child(W, time, `Broker control connection to Zscaler Cloud closed: ${TUPLE(port)} FOHH_CLOSE_REASON_${reason}`);
const OPENED = (time: string, port: number): string =>
  child(W, time, `Broker control connection successfully connected to Zscaler Cloud: ${TUPLE(port)}`);

/** Two outages, told with blocks between them. */
const TWO_OUTAGES = [
  ...blocks(W, '10:00:05', 4, (n) => ({ up: 7000 + n * 60, tuple: TUPLE(40_001) })),
  CLOSED('10:04:01', 40_001),
  OPENED('10:04:03', 40_002),
  ...blocks(W, '10:05:05', 4, (n) => ({
    up: 62 + n * 60,
    tuple: TUPLE(40_002),
    tunnels: [51_400 + n * 9, 51_360 + n * 9],
  })),
  CLOSED('10:09:01', 40_002),
  OPENED('10:09:03', 40_003),
  ...blocks(W, '10:10:05', 4, (n) => ({
    up: 62 + n * 60,
    tuple: TUPLE(40_003),
    tunnels: [51_500 + n * 9, 51_460 + n * 9],
  })),
];

/** Samples of one allocator that grows at first and then stands. */
const warmUp = (outs: readonly number[]): string =>
  text(
    'mad1-ac-4',
    ...outs.flatMap((out, n) => [
      `Sun Mar 29 ${clock(36_000 + n * 60)} CEST 2026`,
      'ps aux --sort=-pmem | head -5',
      'USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND',
      'zscaler   7001  4.3 10.1 1688728 800000 ?      Sl   08:50   2:00 zpa-connector-child',
      'curl -s 127.0.0.1:9000/memory/status',
      `argo: Alloc: 90000 ${String(out + 1_000_000)}, Free: 50000 1000000, Drain: 0 0, Out: 40000 ${String(out)} ${(out / 1_048_576).toFixed(3)}mb Overhead: 1.221mb (32)`,
      'fohh: Alloc: 9000 6454867, Free: 6549 0, Drain: 0 0, Out: 2451 6454867 6.156mb Overhead: 0.075mb (32)',
      `Total: Alloc: 99000 ${String(out + 7_454_867)}, Free: 56549 1000000, Drain: 0 0, Out: 42451 ${String(out + 6_454_867)} ${((out + 6_454_867) / 1_048_576).toFixed(3)}mb Overhead: 1.296mb`,
    ]),
  );

export const twistCases: readonly Case[] = [
  {
    name: 'twist: the same two outages in two files are not four',
    files: { 'var/log/messages': text(...TWO_OUTAGES), 'journalctl-u.txt': text(...TWO_OUTAGES) },
    found: ['tunnel/control-connection-closed'],
    absent: ['tunnel/flapping', 'bundle/fleet-incident'],
    rootCause: 'tunnel/control-connection-closed',
  },
  {
    name: 'twist: the clock goes forward in spring, the blocks go on',
    files: {
      'j.log': text(
        ...blocks(W, '01:55:10', 5, (n) => ({ up: 70_000 + n * 60 })),
        ...blocks(W, '03:00:10', 5, (n) => ({ up: 70_300 + n * 60, tunnels: [51_400 + n * 9, 51_360 + n * 9] })),
      ),
    },
    found: [],
    rootCause: null,
    absent: ['health/status-gap', 'tunnel/uptime-reset'],
  },
  {
    name: 'twist: the clock goes back in autumn, the blocks go on',
    files: {
      'j.log': text(
        ...blocks({ ...W, day: 'Oct 25' }, '02:55:10', 5, (n) => ({ up: 70_000 + n * 60 })),
        ...blocks({ ...W, day: 'Oct 25' }, '02:00:10', 5, (n) => ({
          up: 70_300 + n * 60,
          tunnels: [51_400 + n * 9, 51_360 + n * 9],
        })),
      ),
    },
    found: [{ rule: 'bundle/time-out-of-order', severity: 'info' }],
    rootCause: null,
    absent: ['tunnel/uptime-reset', 'health/status-gap'],
  },
  {
    name: 'twist: over New Year, one outage on either side',
    files: {
      'j.log': text(
        ...blocks({ ...W, day: 'Dec 31' }, '23:57:10', 3, (n) => ({ up: 70_000 + n * 60 })),
        ...blocks({ ...W, day: 'Jan 01' }, '00:00:10', 3, (n) => ({
          up: 70_180 + n * 60,
          tunnels: [51_400 + n * 9, 51_360 + n * 9],
        })),
      ),
    },
    found: [],
    rootCause: null,
    absent: ['health/status-gap', 'bundle/time-out-of-order'],
  },
  {
    name: 'twist: no IPv6 address for co2br, one address for the API host',
    files: {
      'dig6.txt': text(
        `${P}dig AAAA co2br.prod.zpath.net`,
        '',
        '; <<>> DiG 9.18.28 <<>> AAAA co2br.prod.zpath.net',
        ';; global options: +cmd',
        ';; Got answer:',
        ';; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 3536',
        ';; flags: qr rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 1, ADDITIONAL: 1',
        '',
        ';; QUESTION SECTION:',
        ';co2br.prod.zpath.net.\t\tIN\tAAAA',
        '',
        ';; ANSWER SECTION:',
        'co2br.prod.zpath.net.\t5\tIN\tCNAME\tco2br.gslb.prod.zpath.net.',
        '',
        ';; Query time: 3 msec',
      ),
      'api.txt': text(
        `${P}dig +short api.private.zscaler.com`,
        '198.51.100.90',
        `${P}dig +short co2br.prod.zpath.net`,
        '198.51.100.91',
        '198.51.100.92',
        P,
      ),
    },
    found: [],
    rootCause: null,
    absent: ['tunnel/dns-too-few-answers', 'tunnel/dns-lookup-failed'],
  },
  {
    name: 'twist: resolv.conf is a link, and another one has an access list',
    files: {
      'ls1.txt': text(
        `${P}ls -l /etc/resolv.conf`,
        'lrwxrwxrwx 1 root root 39 Feb  1 09:11 /etc/resolv.conf -> ../run/systemd/resolve/stub-resolv.conf',
      ),
      'ls2.txt': text(
        `${P}ls -l /etc/resolv.conf`,
        '-rw-r-----+ 1 root root 88 Feb  1 09:11 /etc/resolv.conf',
        `${P}getfacl /etc/resolv.conf`,
        '# file: etc/resolv.conf',
        'user:zscaler:r--',
        P,
      ),
    },
    found: [],
    rootCause: null,
    absent: ['config/resolv-conf-unreadable'],
  },
  {
    name: 'twist: curl shows who signed the certificate',
    files: {
      'curl.txt': text(
        `${P}curl -v https://api.private.zscaler.com`,
        '*   Trying 198.51.100.90:443...',
        '* Connected to api.private.zscaler.com (198.51.100.90) port 443 (#0)',
        '* SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384',
        '* Server certificate:',
        '*  subject: CN=api.private.zscaler.com',
        '*  start date: Mar  1 00:00:00 2026 GMT',
        '*  expire date: Mar  1 00:00:00 2027 GMT',
        '*  issuer: C=ES; O=Kestrelmoor SA; CN=Kestrelmoor Inspection CA',
        '*  SSL certificate verify result: unable to get local issuer certificate (20), continuing anyway.',
        P,
      ),
    },
    found: [{ rule: 'tunnel/ssl-interception', severity: 'error', says: 'Kestrelmoor' }],
    rootCause: 'tunnel/ssl-interception',
  },
  {
    name: 'twist: ping cannot resolve the name',
    files: {
      'ping.txt': text(
        `${P}ping -c 3 co2br.prod.zpath.net`,
        'ping: co2br.prod.zpath.net: Name or service not known',
        P,
      ),
    },
    found: [{ rule: 'tunnel/dns-lookup-failed', severity: 'error' }],
    rootCause: 'tunnel/dns-lookup-failed',
  },
  {
    name: 'twist: container logs with a time of the runtime in front',
    files: {
      'zpa-0.log': text(
        ...[0, 1, 2].flatMap((n) =>
          blockMessages({ up: 7000 + n * 60, certificate: '2 days, 0 hours, 1 minutes, 2 seconds' }).map(
            (message, line) => `2026-03-29T07:0${String(n)}:02.${String(100_000_000 + line)}Z ${message}`,
          ),
        ),
      ),
    },
    found: [{ rule: 'health/certificate-expiring', severity: 'error' }],
    rootCause: 'health/certificate-expiring',
  },
  {
    name: 'twist: RFC 5424 from a syslog server',
    files: {
      'rfc5424.log': text(
        '<30>1 2026-03-29T07:00:00.123456+02:00 mad1-ac-4 zpa-connector-child 7001 - - Checking Enrollment',
        '<27>1 2026-03-29T07:00:01.123456+02:00 mad1-ac-4 zpa-connector-child 7001 - - Cannot decrypt data from instance_id.crypt',
        '<27>1 2026-03-29T07:00:01.223456+02:00 mad1-ac-4 zpa-connector-child 7001 - - Cannot get instance id',
        '<30>1 2026-03-29T07:00:02.123456+02:00 mad1-ac-4 zpa-connector 6990 - - zscaler-update: zpa-connector-child exited too fast, was running for 1 seconds',
      ),
    },
    found: ['enrollment/hardware-id-changed'],
    tolerated: ['health/process-crash-loop'],
    rootCause: 'enrollment/hardware-id-changed',
  },
  {
    name: 'twist: with-unit, precise, and full times',
    files: {
      'unit.log': text(
        'Sun 2026-03-29 07:00:00 CEST mad1-ac-4 zpa-connector.service[7001]: Checking Enrollment',
        'Sun 2026-03-29 07:00:01 CEST mad1-ac-4 zpa-connector.service[7001]: DNS resolution failed for api.private.zscaler.com',
        'Sun 2026-03-29 07:00:01 CEST mad1-ac-4 zpa-connector.service[7001]: Could not create HTTP client',
        'Sun 2026-03-29 07:00:01 CEST mad1-ac-4 zpa-connector.service[7001]: Certificate enrollment failed.',
      ),
    },
    found: ['enrollment/dns-resolution-failed'],
    rootCause: 'enrollment/dns-resolution-failed',
    absent: ['enrollment/http-client-failed', 'enrollment/certificate-enrollment-failed'],
  },
  {
    name: 'twist: status of the service with its last lines',
    files: {
      'status.txt': text(
        `${P}sudo systemctl status zpa-connector`,
        '● zpa-connector.service - Zscaler Private Access App Connector',
        '     Loaded: loaded (/usr/lib/systemd/system/zpa-connector.service; enabled; preset: disabled)',
        '     Active: active (running) since Sun 2026-03-29 06:59:02 CEST; 3min ago',
        '   Main PID: 6990 (zpa-connector)',
        '      Tasks: 41 (limit: 23001)',
        '     CGroup: /system.slice/zpa-connector.service',
        '             ├─6990 /opt/zscaler/bin/zpa-connector',
        '             └─7001 zpa-connector-child',
        '',
        'Mar 29 07:00:01 mad1-ac-4 zpa-connector-child[7001]: Login request failed - http status(401) nonce(<3|api.private.zscaler.com|Zz8Yy7X...>) fingerprint(<oXaN4RRiMc...>)',
        'Mar 29 07:00:01 mad1-ac-4 zpa-connector-child[7001]: Certificate enrollment failed.',
        P,
      ),
    },
    found: [{ rule: 'enrollment/login-rejected', at: ['status.txt', 'http status(401)'] }],
    rootCause: 'enrollment/login-rejected',
    absent: ['health/service-not-running'],
  },
  {
    name: 'twist: journalctl in a transcript, its header and its hint',
    files: {
      'session.log': text(
        `${P}sudo journalctl -u zpa-connector --since today`,
        '-- Logs begin at Fri 2026-02-06 09:34:04 CET, end at Sun 2026-03-29 07:16:19 CEST. --',
        child(W, '07:00:01', '*Connector not yet connected to cloud, please check connectivity, if this persists*'),
        child(W, '07:00:31', '*Connector not yet connected to cloud, please check connectivity, if this persists*'),
        `${P}sudo cat /opt/zscaler/var/proxy`,
        'proxy.kestrelmoor.example',
        `${P}exit`,
      ),
    },
    found: [
      'tunnel/not-connected-to-cloud',
      { rule: 'config/proxy-malformed', severity: 'error', at: ['session.log', 'proxy.kestrelmoor.example'] },
    ],
    tolerated: ['tunnel/direct-egress-blocked'],
  },
  {
    name: 'twist: allocators that grow at the start and then stand',
    files: { 'memory_report.txt': warmUp([5e6, 9e6, 12e6, 14e6, 15e6, 15e6, 15.1e6, 15e6, 15e6, 15.05e6, 15e6, 15e6]) },
    found: [],
    rootCause: null,
    absent: ['health/memory-leak'],
  },
  {
    name: 'twist: df with types, a wrapped name, blocks instead of sizes',
    files: {
      'df-T.txt': text(
        'Filesystem                                Type     1K-blocks     Used Available Use% Mounted on',
        '/dev/mapper/rhel_mad1--ac--4-root--volume',
        '                                          xfs       17811456 17691456    120000 100% /',
        'tmpfs                                     tmpfs      1940000        0   1940000   0% /dev/shm',
      ),
    },
    found: [{ rule: 'health/disk-full', severity: 'error' }],
    rootCause: 'health/disk-full',
  },
  {
    name: 'twist: never connected, as the API lists it; another with its state in another form',
    files: {
      'connectors.json': JSON.stringify([
        {
          id: '217246525011525100',
          name: 'mad-1',
          enabled: true,
          fingerprint: 'x',
          appConnectorGroupId: '1',
          appConnectorGroupName: 'Madrid',
          upgradeAttempt: '0',
          provisioningKeyId: '7',
          controlChannelStatus: 'ZPN_STATUS_AUTHENTICATED(1)',
          currentVersion: '25.47.1',
          expectedVersion: '25.47.1',
          upgradeStatus: 'COMPLETE',
        },
        {
          id: '217246525011525101',
          name: 'mad-2',
          enabled: true,
          fingerprint: 'y',
          appConnectorGroupId: '1',
          appConnectorGroupName: 'Madrid',
          upgradeAttempt: '0',
          provisioningKeyId: '7',
          controlChannelStatus: 'ZPN_STATUS_AUTHENTICATED',
          currentVersion: '25.47.1',
          expectedVersion: '25.47.1',
          upgradeStatus: 'COMPLETE',
        },
      ]),
    },
    found: [],
    rootCause: null,
  },
  {
    name: 'twist: mtr has no answer from the last hop, TCP has',
    files: {
      'mtr.txt': text(
        `${P}mtr -rnc5 198.51.100.23`,
        'Start: 2026-03-29T07:31:18+0200',
        'HOST: mad1-ac-4                   Loss%   Snt   Last   Avg  Best  Wrst StDev',
        '  1.|-- 10.44.7.1                  0.0%     5    0.4   0.5   0.3   1.1   0.1',
        '  2.|-- 192.0.2.1                  0.0%     5    3.1   3.3   2.9   6.1   0.4',
        '  3.|-- ???                       100.0     5    0.0   0.0   0.0   0.0   0.0',
        `${P}nc -zv 198.51.100.23 443`,
        'Ncat: Connected to 198.51.100.23:443.',
        P,
      ),
    },
    found: [],
    tolerated: ['tunnel/mtr-loss'],
    rootCause: null,
    absent: ['tunnel/tcp-connect-failed'],
  },
  {
    name: 'twist: the process is killed for memory and comes back',
    files: {
      messages: text(
        ...blocks(W, '07:00:10', 3, (n) => ({ up: 70_000 + n * 60 })),
        other(
          W,
          '07:02:40',
          'kernel',
          'Out of memory: Killed process 7001 (zpa-connector-c) total-vm:3688728kB, anon-rss:2911204kB',
        ),
        parent(W, '07:02:44', 'zscaler-update: zpa-connector-child Started from /opt/zscaler/var/image.bin'),
        ...blocks({ ...W, pid: 7200 }, '07:03:50', 3, (n) => ({ up: 61 + n * 60, tunnels: [4 + n * 9, n * 9] })),
      ),
    },
    found: [{ rule: 'health/process-restarted', severity: 'info' }],
    absent: ['tunnel/uptime-reset', 'health/status-gap'],
  },
  {
    name: 'twist: 4 GB as the kernel shows it, 2 processors, 8 GB of disk',
    files: {
      'host.txt': text(
        `${P}lscpu`,
        'Architecture:            x86_64',
        '  CPU op-mode(s):        32-bit, 64-bit',
        'CPU(s):                  2',
        `${P}free -h`,
        '               total        used        free      shared  buff/cache   available',
        'Mem:           3.7Gi       1.2Gi       210Mi       9.0Mi       2.3Gi       2.2Gi',
        'Swap:             0B          0B          0B',
        `${P}df -h /`,
        'Filesystem      Size  Used Avail Use% Mounted on',
        '/dev/sda3       7.9G  3.9G  4.0G  50% /',
      ),
    },
    found: [],
    rootCause: null,
    absent: ['health/undersized'],
  },
  {
    name: 'twist: ports counted by ss against sysctl',
    files: {
      'ports.txt': text(
        `${P}sysctl net.ipv4.ip_local_port_range`,
        'net.ipv4.ip_local_port_range = 32768\t60999',
        `${P}ss -tn state connected | wc -l`,
        '27511',
        `${P}ss -uln | wc -l`,
        '12',
        P,
      ),
    },
    found: [{ rule: 'health/ports-exhausted', severity: 'warning' }],
    rootCause: 'health/ports-exhausted',
  },
  {
    name: 'twist: steal in five samples of vmstat',
    files: {
      'vmstat.txt': text(
        `${P}vmstat 60 6`,
        'procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----',
        ' r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st',
        ...[24, 26, 31, 22, 28, 25].map(
          (st) =>
            ` 3  0      0 933888  10240 3631004    0    0    12    44  210  430 22  8 ${String(70 - st)}  0 ${String(st)}`,
        ),
      ),
    },
    found: [{ rule: 'health/cpu-steal', severity: 'warning' }],
    rootCause: 'health/cpu-steal',
  },
  {
    name: 'twist: key file with CRLF and one with a byte order mark of Windows',
    files: { 'a/provision_key': `3|api.private.zscaler.com|${'Ab3dEf6hIj9k'.repeat(32)}-145257480799129999\r\n` },
    found: ['provision-key/secret-exposed'],
    tolerated: ['provision-key/whitespace'],
    absent: ['provision-key/malformed', 'provision-key/multiple-lines', 'provision-key/invisible-characters'],
  },
  {
    name: 'twist: keys of older forms and of a service edge',
    files: {
      'service-edge/provision_key': `1|api.private.zscaler.com|${'Qw3rTy7uIo9p'.repeat(32)}\n`,
      'pcc/provision_key': `2|api-f4.prod.zpath.net|${'Zx4cVb6nMa8s'.repeat(32)}\n`,
    },
    found: ['provision-key/secret-exposed'],
    rootCause: null,
    absent: ['provision-key/malformed', 'provision-key/unknown-cloud'],
  },
  {
    name: 'twist: an enrolment that failed last month, everything is well today',
    files: {
      'j.log': text(
        child({ ...W, day: 'Feb 20', pid: 400 }, '07:00:01', 'Checking Enrollment'),
        child({ ...W, day: 'Feb 20', pid: 400 }, '07:00:02', 'Certificate enrollment failed.'),
        ...blocks(W, '07:00:10', 5, () => ({})),
      ),
    },
    found: ['enrollment/certificate-enrollment-failed'],
  },
  {
    name: 'twist: the close stands in one file and the way back in the next',
    files: {
      'messages-1': text(
        ...blocks(W, '10:00:05', 4, (n) => ({ up: 7000 + n * 60, tuple: TUPLE(40_001) })),
        CLOSED('10:04:01', 40_001),
      ),
      'messages-2': text(
        OPENED('10:04:09', 40_002),
        ...blocks(W, '10:05:05', 4, (n) => ({
          up: 56 + n * 60,
          tuple: TUPLE(40_002),
          tunnels: [51_400 + n * 9, 51_360 + n * 9],
        })),
      ),
    },
    found: [{ rule: 'tunnel/control-connection-closed', says: '8 s' }],
    rootCause: 'tunnel/control-connection-closed',
    absent: ['tunnel/uptime-reset', 'health/process-restarted'],
  },
  {
    name: 'twist: two machines of one name, each loses its tunnel twice, hours apart from the other',
    files: {
      'ac1/messages': sameName('72060411536470501', 7001, '10', '14'),
      'ac2/messages': sameName('72060411536470502', 9001, '12', '16'),
    },
    found: ['tunnel/control-connection-closed', 'bundle/mixed-connectors'],
    absent: ['health/process-restarted', 'upgrade/version-changed', 'tunnel/flapping', 'enrollment/imdsv2-reenrolled'],
  },
];

/** A day of a connector that calls itself as all do: two outages at the given hours, blocks every hour's first minutes. */
function sameName(id: string, pid: number, first: string, second: string): string {
  const writer: Writer = { host: 'zpa-connector', pid, parent: pid - 10, day: 'Mar 29' };
  const lines = ['09', '10', '11', '12', '13', '14', '15', '16', '17'].flatMap((hour, index) => [
    ...blocks(writer, `${hour}:00:20`, 60, (n) => ({
      id,
      name: `Madrid-${id.slice(-1)}`,
      version: id.endsWith('1') ? '25.47.1' : '25.252.3',
      up: 20 + (index * 60 + n) * 60,
      tuple: TUPLE(40_100 + (hour > first ? 1 : 0) + (hour > second ? 1 : 0)),
      tunnels: [52_000 + (index * 60 + n) * 3, 51_960 + (index * 60 + n) * 3],
    })),
    ...(hour === first || hour === second
      ? [
          `${writer.day} ${hour}:59:40 ${writer.host} zpa-connector-child[${String(pid)}]: Broker control connection to Zscaler Cloud closed: ${TUPLE(40_100)} FOHH_CLOSE_REASON_SOCKET_ERR`,
          `${writer.day} ${hour}:59:45 ${writer.host} zpa-connector-child[${String(pid)}]: Broker control connection successfully connected to Zscaler Cloud: ${TUPLE(40_101)}`,
        ]
      : []),
  ]);
  return text(...lines);
}
