import type { Quiet } from '../case';
import type { Writer } from '../text';
import { blocks, child, clock, other, parent, text } from '../text';

const W: Writer = { host: 'sjc6-corp-2', pid: 6123, parent: 6100, day: 'Nov 08' };

/** A block of 18.x as the vendor prints it for a healthy connector, counters moving. */
const oldBlock = (minute: number): string[] =>
  [
    '-------- Connector Status:ID=72060411536474555:Name=z-sjc6-corp-2:Ver=18.87.1 --------',
    `Certificate will expire in 227 days, 21 hours, ${String(26 - minute)} minutes, 13 seconds`,
    'Control connection state: fohh_connection_connected, [10.32.112.101]:42098;broker1b.sjc8.prod.zpath.net:[203.0.113.165]:443',
    `RPC Messages: BrkRq = ${String(2_447_339 + minute * 31)}, BrkRqAck = 954, BindReq = ${String(2_446_446 + minute * 31)}, BindReqAck = ${String(2_446_346 + minute * 31)}, AppRtDisc = 248816, AppRtReq = 15477198, DsnAstChk = 119426`,
    'Broker data connection count = 55, backed_off connections = 0',
    'Data Transfer: Total ToBroker = 92785793639 bytes, Total FromBroker = 42238684512 bytes',
    `Mtunnels: Total Created = ${String(2_447_339 + minute * 31)}, Total Freed = ${String(2_447_203 + minute * 31)}, Current Active = 136, Alloc = 887, Free_q_cnt = 751`,
    'Registered apps count = 33, alive app = 33, passive_health = 33, service_count = 85, target_count = 104, alive_target = 74, aged_target = 0',
    'Time skew: - 0.012783s',
  ].map((message) => `Nov 08 ${clock(9_000 + minute * 60)} zpa-connector-child[6123]: ${message}`);

export const healthyMaterial: readonly Quiet[] = [
  {
    name: 'healthy: 18.x without a host column, six minutes',
    files: { 'a.log': text(...[0, 1, 2, 3, 4, 5].flatMap(oldBlock)) },
  },
  {
    name: 'healthy: 19.x with pairs, a wrapped control line and a first start',
    files: {
      'a.log': text(
        'Connector- waiting for time synchronization',
        'Connector- Time synchronized, Local time + 0.000447s = cloud_time',
        'Control channel successfully connected to Zscaler Cloud',
        'zscaler-update: Zscaler software update: Currently installed version verified as 19.65.2',
        '-------- Connector Status:ID=144133100000000123:Name=Homelab Key-3:Ver=19.65.2 --------',
        'Certificate will expire in 377 days, 23 hours, 47 minutes, 38 seconds',
        'Control connection state: fohh_connection_connected, local:[10.0.10.31]:53040 ',
        'remote:broker1c.syd4.prod.zpath.net...2.196]:443',
        'RPC Messages: BrkRq = 0, BrkRqAck = 0|0, BindReq = 0|0, BindReqAck = 0, AppRtDisc = 0, AppRtReq = 0|0, DsnAstChk = 0',
        'Broker data connection count = 0, backed_off connections = 0',
        'Data Transfer: Total ToBroker = 0 bytes, Total FromBroker = 0 bytes',
        'Mtunnels: Total Created = 0, Total Freed = 0, Current Active = 0',
        'Registered apps count = 0, alive app = 0, passive_health = 0, service_count = 0, target_count = 0, alive_target = 0',
        'Time skew: + 0.000000s',
      ),
    },
  },
  {
    name: 'healthy: the newer form, eight minutes, old drops that stand still',
    files: { 'a.log': text(...blocks(W, '12:15:22', 8, () => ({ drops: [3407, 148], targets: [104, 74] }))) },
  },
  {
    name: 'healthy: a reboot of the host and a fresh start',
    files: {
      'a.log': text(
        ...blocks(W, '02:10:00', 4, (n) => ({ up: 400_000 + n * 60 })),
        other(W, '02:14:02', 'systemd[1]', 'Stopping Zscaler Private Access App Connector...'),
        other(W, '02:14:03', 'systemd-shutdown[1]', 'Syncing filesystems and block devices.'),
        '-- Boot 1b5c3f7a9d2e4dd0a7c3b0a4b8f5d222 --',
        other(W, '02:15:40', 'kernel', 'Linux version 5.14.0-427.el9.x86_64'),
        other(
          W,
          '02:15:41',
          'kernel',
          'Command line: BOOT_IMAGE=/vmlinuz root=/dev/mapper/rhel-root ro crashkernel=1G',
        ),
        parent(
          { ...W, parent: 901 },
          '02:15:55',
          'zscaler-update: zpa-connector-child Started from /opt/zscaler/var/image.bin',
        ),
        child({ ...W, pid: 933 }, '02:15:56', 'memory_arena_count=9'),
        child({ ...W, pid: 933 }, '02:15:56', 'Checking Enrollment'),
        child({ ...W, pid: 933 }, '02:15:57', 'Waiting for connector to retrieve configuration'),
        child({ ...W, pid: 933 }, '02:15:57', 'Adding name resolution for co2br.prod.zpath.net of 203.0.113.26'),
        child({ ...W, pid: 933 }, '02:15:57', 'Adding name resolution for co2br.prod.zpath.net of 203.0.113.27'),
        child(
          { ...W, pid: 933 },
          '02:15:59',
          'Broker control connection successfully connected to Zscaler Cloud: [10.44.7.21]:40112;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;2',
        ),
        ...blocks({ ...W, pid: 933 }, '02:16:56', 4, (n) => ({ up: 57 + n * 60, tunnels: [3 + n * 8, n * 8] })),
      ),
    },
    notes: ['health/process-restarted'],
  },
  {
    name: 'healthy: redirects at night, again and again',
    files: {
      'a.log': text(
        ...[0, 1, 2, 3].flatMap((n) => [
          ...blocks(W, clock(3 * 3600 + n * 600), 9, (m) => ({
            up: 30 + m * 60,
            tuple: `[10.44.7.21]:${String(40_000 + n)};broker${String(n + 1)}b.fra4.prod.zpath.net:[198.51.100.${String(23 + n)}]:443;2`,
            tunnels: [60_000 + n * 300 + m * 9, 59_960 + n * 300 + m * 9],
          })),
          child(
            W,
            clock(3 * 3600 + n * 600 + 560),
            `Received broker_redirect for control connection: [10.44.7.21]:${String(40_000 + n)};broker${String(n + 1)}b.fra4.prod.zpath.net:[198.51.100.${String(23 + n)}]:443;2`,
          ),
          child(
            W,
            clock(3 * 3600 + n * 600 + 560),
            `Broker control connection to Zscaler Cloud closed: [10.44.7.21]:${String(40_000 + n)};broker${String(n + 1)}b.fra4.prod.zpath.net:[198.51.100.${String(23 + n)}]:443;2 FOHH_CLOSE_REASON_REDIRECT`,
          ),
          child(
            W,
            clock(3 * 3600 + n * 600 + 562),
            `Broker control connection successfully connected to Zscaler Cloud: [10.44.7.21]:${String(40_001 + n)};broker${String(n + 2)}b.fra4.prod.zpath.net:[198.51.100.${String(24 + n)}]:443;2`,
          ),
        ]),
      ),
    },
    notes: ['tunnel/redirected'],
  },
  {
    name: 'healthy: chrony, timedatectl, systemctl, sound machine',
    files: {
      'host.txt': text(
        '[root@sjc6-corp-2 ~]# chronyc tracking',
        'Reference ID    : A29FC801 (time.kestrelmoor.example)',
        'Stratum         : 3',
        'Ref time (UTC)  : Sun Nov 08 10:01:44 2026',
        'System time     : 0.000121345 seconds slow of NTP time',
        'Last offset     : -0.000011931 seconds',
        'Leap status     : Normal',
        '[root@sjc6-corp-2 ~]# timedatectl',
        '               Local time: Sun 2026-11-08 02:01:50 PST',
        'System clock synchronized: yes',
        '              NTP service: active',
        '[root@sjc6-corp-2 ~]# systemctl status zpa-connector',
        '● zpa-connector.service - Zscaler Private Access App Connector',
        '     Loaded: loaded (/usr/lib/systemd/system/zpa-connector.service; enabled; preset: disabled)',
        '     Active: active (running) since Fri 2026-10-30 09:12:04 PDT; 1 week 1 day ago',
        '   Main PID: 6100 (zpa-connector)',
        '[root@sjc6-corp-2 ~]# nproc; lscpu | grep "^CPU(s)"',
        '4',
        'CPU(s):                             4',
        '[root@sjc6-corp-2 ~]# df -h',
        'Filesystem             Size  Used Avail Use% Mounted on',
        '/dev/mapper/rhel-root   63G   56G  6.6G  90% /',
        '/dev/sda1              960M  300M  661M  32% /boot',
        '/dev/sr0               9.9G  9.9G     0 100% /run/media/rhel-9.4',
        '[root@sjc6-corp-2 ~]# ls -l /etc/resolv.conf /opt/zscaler/var/provision_key',
        '-rw-r--r--. 1 root    root    88 Nov  1 09:11 /etc/resolv.conf',
        '-rw-r--r--. 1 zscaler zscaler  0 Nov  1 09:20 /opt/zscaler/var/provision_key',
        '[root@sjc6-corp-2 ~]# ',
      ),
      'a.log': text(...blocks(W, '02:00:00', 4, () => ({}))),
    },
  },
  {
    name: 'healthy: a backup at night loads the host for one sample',
    files: {
      'cpu_report.txt': text(
        ...[0, 1, 2, 3, 4, 5].flatMap((n) => [
          `Sun Nov  8 ${clock(7200 + n * 60)} UTC 2026`,
          'ps aux --sort=-pcpu | head -5',
          'USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND',
          ...(n === 3
            ? ['root      9911 55.0  0.4  52260 31204 ?        R    02:02   0:20 /usr/bin/tar czf /backup/etc.tgz /etc']
            : []),
          'zscaler   6123 12.3  6.1 1688728 491204 ?      Sl   Oct30 201:10 zpa-connector-child',
          'vmstat',
          'procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----',
          ' r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st',
          ` 1  0      0 933888  10240 3631004    0    0    12    44  210  430 ${n === 3 ? '88  9  3' : '12  3 85'}  0  0`,
        ]),
      ),
    },
    notes: 'any',
  },
  {
    name: 'healthy: newest header among ordinary host lines',
    files: {
      messages: text(
        ...[0, 1, 2, 3].flatMap((n) => [
          ...[
            `-------- App Connector Status:ID=217246525011525974:Name=Test App Connector-1:Ver=25.252.3-4-gabc1234:Mem(System|Process)=23%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 7947776kB |4991068kB |0kB |0kB |1863810kB |715299kB :Disk (Avail|Total)=38.77GB|62.80GB:CPU(Util|Steal|Configured|Avail)=7%|0%|4|4:Uptime=3D:${String(n)}M:6S --------`,
            '-------- Connector thread CPU usage: zthread=0% argo_global_memory_thread=0% fohh_thread_0=7% fohh_thread_1=3% zhealth_probe_thread=2%',
            'Certificate will expire in 364 days, 23 hours, 31 minutes, 8 seconds',
            `Broker control connection, state fohh_connection_connected, [10.10.10.59]:41452;broker2b.pdx2.prod.zpath.net:[203.0.113.105]:443;1 uptime 3D:${String(n)}M:4S, RTT (tcp|app): 34667|13269 us, disconnect_duration_s 0, tx_b ${String(7196 + n * 100)}, rx_b 8173`,
            'Broker static wally config connection - NONE',
            `Log(event_log) connection, state fohh_connection_connected, [10.10.10.59]:41131;broker1b.pdx2.prod.zpath.net:[203.0.113.137]:443;1 uptime , RTT (tcp|app): 0|0 us, tx_b 75698, rx_b 2480`,
            'fproxy conn stats (disabled) alloc: 0, free queue: 0, num active conn: 0, total conn: 0, rx bytes: 0, tx bytes: 0',
            'Registered apps count 12, alive apps 12, apps with on-access health 1, service count 0, target count 3466, target alive 3466',
            `Mtunnels(all|health-report-based|no-health-report-based), total ${String(1234 + n)}|1200|34, to broker 1234|1200|34, to private broker 0|0|0, unbound/errored 12, current active 14|14|0, peak active 90 at cloud time 1783400000000000 us, peak in mem 120, total mtunnel alloc ${String(1234 + n)}, total mtunnel free ${String(1220 + n)} types(tcp|udp|icmp|mtls|de|tcp_de|udp_de) 1200|30|4|0|0|0|0 , reaped 0`,
            'File descriptors(max|in-use): System 9223372036854775807|2752, Process 512000|465',
            'System Sockets: Created 208 TCP4 in-use 46, TCP4 time-wait 63, UDP4 in-use 4, TCP6 in-use 4, UDP6 in-use 3, Ports available per interface 28232, IPv4 interfaces 2, IPv6 interfaces 3',
            'Time skew: local time lags cloud time by 0.001620s',
          ].map((message) => child(W, clock(36_000 + n * 60), message)),
          other(W, clock(36_030 + n * 60), 'dbus-broker-launch[811]', 'Ready'),
          other(
            W,
            clock(36_040 + n * 60),
            'sshd[5512]',
            'Did not receive identification string from 10.0.0.9 port 40112',
          ),
        ]),
      ),
    },
  },
  {
    name: 'healthy: the process meets resets of applications and keeps quiet',
    files: {
      'a.log': text(
        ...blocks(W, '08:00:00', 3, () => ({})),
        other(W, '08:02:30', 'kernel', 'TCP: request_sock_TCP: Possible SYN flooding on port 443. Sending cookies.'),
        other(W, '08:02:31', 'systemd[1]', 'Starting dnf makecache...'),
        other(W, '08:02:32', 'dnf[9921]', "Failed to download metadata for repo 'zscaler'"),
        ...blocks(W, '08:03:00', 3, (n) => ({ up: 90_241 + n * 60, tunnels: [51_400 + n * 9, 51_360 + n * 9] })),
      ),
    },
  },
  {
    name: "healthy: dig, openssl and mtr of the vendor's runbook with other values",
    files: {
      'net.txt': text(
        '[auser@sjc6-corp-2 ~]$ dig co2br.prod.zpath.net',
        '; <<>> DiG 9.16.23-RH <<>> co2br.prod.zpath.net',
        ';; global options: +cmd',
        ';; Got answer:',
        ';; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 3536',
        ';; flags: qr rd ra; QUERY: 1, ANSWER: 4, AUTHORITY: 0, ADDITIONAL: 0',
        ';; QUESTION SECTION:',
        ';co2br.prod.zpath.net. IN A',
        ';; ANSWER SECTION:',
        'co2br.prod.zpath.net. 5 IN CNAME co2br.gslb.prod.zpath.net.',
        'co2br.gslb.prod.zpath.net. 5 IN CNAME sjc8.co2br.gslb.prod.zpath.net.',
        'sjc8.co2br.gslb.prod.zpath.net. 5 IN A 203.0.113.17',
        'sjc8.co2br.gslb.prod.zpath.net. 5 IN A 203.0.113.18',
        ';; Query time: 257 msec',
        '[auser@sjc6-corp-2 ~]$ mtr -rzwbec100 203.0.113.17',
        'Start: 2026-03-06T05:51:18+0000',
        'HOST: sjc6-corp-2 Loss% Snt Last Avg Best Wrst StDev',
        '1. AS16509 10.93.8.63 0.0% 1 1.8 1.8 1.8 1.8 0.0',
        '2. AS??? 240.1.168.15 0.0% 1 1490. 1490. 1490. 1490. 0.0',
        '3. AS??? ??? 100.0 1 0.0 0.0 0.0 0.0 0.0',
        '4. AS53813 203.0.113.17 0.0% 1 1.2 1.2 1.2 1.2 0.0',
        '[auser@sjc6-corp-2 ~]$ ping co2br.prod.zpath.net',
        'PING sjc8.co2br.gslb.prod.zpath.net (203.0.113.17) 56(84) bytes of data.',
        '64 bytes from 203.0.113.17 (203.0.113.17): icmp_seq=1 ttl=54 time=1.24 ms',
        '^C',
        '--- sjc8.co2br.gslb.prod.zpath.net ping statistics ---',
        '1 packets transmitted, 1 received, 0% packet loss, time 0ms',
        'rtt min/avg/max/mdev = 1.242/1.242/1.242/0.000 ms',
        '[auser@sjc6-corp-2 ~]$ telnet 203.0.113.17 443',
        'Trying 203.0.113.17...',
        'Connected to 203.0.113.17.',
        "Escape character is '^]'.",
        '^]',
        'telnet> quit',
        'Connection closed.',
        '[auser@sjc6-corp-2 ~]$ ',
      ),
    },
    notes: ['tunnel/mtr-rate-limited'],
  },
  {
    name: 'healthy: nobody works at night, and a connector that is new',
    files: {
      'night.log': text(
        ...blocks(W, '23:00:00', 5, () => ({})),
        ...blocks(W, '23:05:00', 40, (n) => ({
          up: 90_361 + n * 60,
          data: [0, 0],
          tunnels: [51_400, 51_400],
          targets: [64, 60],
        })),
      ),
      'new.log': text(
        ...blocks({ ...W, host: 'sjc6-corp-9', pid: 77 }, '23:00:00', 30, (n) => ({
          id: '72060411536474777',
          up: 60 + n * 60,
          data: [0, 0],
          tunnels: [0, 0],
          apps: [0, 0],
          targets: [0, 0],
          certificate: '1 day, 0 hours, 0 minutes, 1 second'.replace('1 day', '365 days'),
        })),
      ),
    },
    notes: ['bundle/mixed-connectors'],
  },
  {
    name: 'healthy: three rotated files of one process, the newest first by name',
    files: {
      'var/log/messages': text(
        ...blocks({ ...W, day: 'Nov 10' }, '03:10:00', 6, (n) => ({
          up: 400_000 + n * 60,
          tunnels: [90_000 + n * 9, 89_960 + n * 9],
        })),
      ),
      'var/log/messages-20261101': text(
        ...blocks({ ...W, day: 'Oct 31' }, '03:10:00', 6, (n) => ({
          up: 10_000 + n * 60,
          tunnels: [5000 + n * 9, 4960 + n * 9],
        })),
      ),
      'var/log/messages-20261108': text(
        ...blocks({ ...W, day: 'Nov 07' }, '03:10:00', 6, (n) => ({
          up: 200_000 + n * 60,
          tunnels: [60_000 + n * 9, 59_960 + n * 9],
        })),
      ),
    },
  },
  {
    name: 'healthy: a dump of the journal, the service’s own, and its last lines again in the status',
    files: {
      'dump-of-journalctl.txt': text(
        ...blocks(W, '04:00:00', 6, (n) => ({ up: 5000 + n * 60 })),
        other(W, '04:05:30', 'systemd[1]', 'Starting system activity accounting tool...'),
      ),
      'zpa-connector.log': text(...blocks(W, '04:00:00', 6, (n) => ({ up: 5000 + n * 60 }))),
      'status.txt': text(
        '[root@sjc6-corp-2 ~]# systemctl status zpa-connector -l --no-pager',
        '● zpa-connector.service - Zscaler Private Access App Connector',
        '     Active: active (running) since Fri 2026-10-30 09:12:04 PDT; 1 week 1 day ago',
        '',
        ...blocks(W, '04:05:00', 1, () => ({ up: 5300 })),
      ),
    },
  },
];
