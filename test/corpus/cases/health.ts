import type { Case } from '../case';
import type { Writer } from '../text';
import { blockAt, blocks, child, clock, other, parent, text } from '../text';

const W: Writer = { host: 'gru-appconn-5', pid: 1737, parent: 1702, day: 'Aug 23' };
const HEADER = (minute: number, parts: string): string =>
  `-------- Connector Status:ID=217329048513151239:Name=Sao Paulo DC *prod*-2:Ver=25.47.1-PR-882-12-g6641d39042:${parts}:Uptime=${String(2 + Math.floor(minute / 60))}H:${String(minute % 60)}M:6S --------`;
const MEMORY =
  'Mem(System|Process)=31%|9%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 7947776kB |4991068kB |0kB |0kB |2463810kB |715299kB :Disk (Avail|Total)=38.77GB|62.80GB';
const CPU = (used: number, steal = 0): string =>
  `CPU(Util|Steal|Configured|Avail)=${String(used)}%|${String(steal)}%|4|4`;

/** A block of the newest form: header with figures, then the lines given and the usual ones. */
const newest = (minute: number, header: string, lines: readonly string[] = []): string[] =>
  [
    header,
    'Certificate will expire in 364 days, 23 hours, 31 minutes, 8 seconds',
    `Broker control connection, state fohh_connection_connected, [10.10.10.59]:41452;broker2b.gru3.prod.zpath.net:[203.0.113.105]:443;1 uptime 2H:${String(minute)}M:4S, RTT (tcp|app): 34667|13269 us, disconnect_duration_s 0, tx_b 7196, rx_b 8173`,
    ...lines,
    'Time skew: local time lags cloud time by 0.001620s',
  ].map((message) => child(W, clock(9 * 3600 + minute * 60), message));

const many = (count: number, make: (minute: number) => string[]): string =>
  text(...Array.from({ length: count }, (_, minute) => make(minute)).flat());

export const healthCases: readonly Case[] = [
  {
    name: 'health: certificate with 19 days left',
    files: {
      'j.log': text(...blocks(W, '03:00:00', 3, () => ({ certificate: '19 days, 1 hours, 2 minutes, 3 seconds' }))),
    },
    found: [{ rule: 'health/certificate-expiring', severity: 'warning', at: ['j.log', '19 days'] }],
    rootCause: 'health/certificate-expiring',
  },
  {
    name: 'health: certificate with 3 days left, without seconds',
    files: { 'j.log': text(...blocks(W, '03:00:00', 3, () => ({ certificate: '3 days, 21 hours, 39 minutes' }))) },
    found: [{ rule: 'health/certificate-expiring', severity: 'error' }],
  },
  {
    name: 'health: the clock lags by 4 seconds',
    files: { 'j.log': text(...blocks(W, '03:00:00', 3, () => ({ skew: 'local time lags cloud time by 4.221620s' }))) },
    found: [{ rule: 'health/time-skew', severity: 'warning', at: ['j.log', '4.221620s'] }],
  },
  {
    name: 'health: the clock leads by six minutes, older sign form, found at the start too',
    files: {
      'j.log': text(
        child(W, '02:58:00', 'Connector- waiting for time synchronization'),
        child(W, '02:58:01', 'Connector- Time synchronized, Local time - 361.427447s = cloud_time'),
        ...blocks(W, '03:00:00', 3, () => ({ skew: '+ 361.400128s' })),
      ),
    },
    found: [{ rule: 'health/time-skew', severity: 'error' }],
    rootCause: 'health/time-skew',
  },
  {
    name: 'health: chrony has no source (scenario 9)',
    files: {
      'chrony.txt': text(
        '[root@gru-appconn-5 ~]# chronyc tracking',
        'Reference ID    : 00000000 ()',
        'Stratum         : 0',
        'Ref time (UTC)  : Thu Jan 01 00:00:00 1970',
        'System time     : 312.400000000 seconds slow of NTP time',
        'Last offset     : +0.000000000 seconds',
        'RMS offset      : 0.000000000 seconds',
        'Frequency       : 0.000 ppm slow',
        'Leap status     : Not synchronised',
        '[root@gru-appconn-5 ~]# cat /etc/chrony.conf',
        '# no servers are reachable from here',
        '#pool 2.rhel.pool.ntp.org iburst',
        'driftfile /var/lib/chrony/drift',
        'makestep 1.0 3',
        'rtcsync',
      ),
    },
    found: [
      { rule: 'health/clock-unsynchronized', severity: 'error' },
      { rule: 'config/no-time-source', severity: 'error', at: ['chrony.txt', ''] },
    ],
    rootCause: 'config/no-time-source',
  },
  {
    name: 'health: no block for eleven minutes, the rest of the host writes on',
    files: {
      'j.log': text(
        ...blocks(W, '03:00:00', 4, () => ({})),
        ...[4, 6, 8, 10, 12].map((minute) =>
          other(W, clock(3 * 3600 + minute * 60), 'CROND[9911]', '(root) CMD (/usr/lib64/sa/sa1 1 1)'),
        ),
        ...blocks(W, '03:14:00', 4, (n) => ({ up: 90_901 + n * 60, tunnels: [51_500 + n * 9, 51_450 + n * 9] })),
      ),
    },
    found: [{ rule: 'health/status-gap', severity: 'warning' }],
    rootCause: 'health/status-gap',
  },
  {
    name: 'health: exits fast five times, nothing else is said',
    files: {
      'j.log': text(
        ...[0, 1, 2, 3, 4].map((n) =>
          parent(
            W,
            clock(3600 + n * 9),
            `zscaler-update: zpa-connector-child exited too fast, was running for ${String(1 + (n % 3))} seconds`,
          ),
        ),
        parent(
          W,
          '01:00:46',
          'zscaler-update: zpa-connector-child failed too many times in a row- reverting to default software',
        ),
      ),
    },
    found: [
      { rule: 'health/process-crash-loop', severity: 'error' },
      { rule: 'health/reverting-to-default', severity: 'warning', causedBy: 'health/process-crash-loop' },
    ],
    rootCause: 'health/process-crash-loop',
  },
  {
    name: 'health: the service is dead (scenario 1)',
    files: {
      'systemctl.txt': text(
        '[admin@gru-appconn-5 ~]$ sudo systemctl status zpa-connector',
        '● zpa-connector.service - Zscaler Private Access App Connector',
        '     Loaded: loaded (/usr/lib/systemd/system/zpa-connector.service; disabled; preset: disabled)',
        '     Active: inactive (dead) since Sun 2026-08-23 09:12:04 -03; 2h 4min ago',
        '    Process: 2696 ExecStart=/opt/zscaler/bin/zpa-connector (code=killed, signal=TERM)',
        '   Main PID: 2696 (code=killed, signal=TERM)',
      ),
    },
    found: [{ rule: 'health/service-not-running', severity: 'error', at: ['systemctl.txt', 'inactive (dead)'] }],
    rootCause: 'health/service-not-running',
  },
  {
    name: 'health: paused for an upgrade, and a probe refused meanwhile',
    files: {
      'j.log': text(
        child(
          W,
          '03:00:00',
          'Connector(ID = 217329048513151239) (Name = Sao Paulo-2) entering PAUSE mode because of - Software upgrade',
        ),
        child(W, '03:00:30', 'entity is currently in paused mode, not taking any probe commands'),
      ),
    },
    found: [
      { rule: 'health/paused', severity: 'warning', says: 'Software upgrade' },
      { rule: 'health/probe-rejected-paused', severity: 'info' },
    ],
    rootCause: 'health/paused',
  },
  {
    name: 'health: paused for a certificate, the constant is printed',
    files: {
      'j.log': text(
        child(
          W,
          '03:00:00',
          'Connector(ID = 217329048513151239) (Name = Sao Paulo-2) entering PAUSE mode because of - PAUSE_REASON_CERT_EXPIRY',
        ),
      ),
    },
    found: ['health/paused'],
  },
  {
    name: 'health: header says 97% processor over four blocks',
    files: { 'j.log': many(4, (n) => newest(n, HEADER(n, `${MEMORY}:${CPU(97)}`))) },
    found: [{ rule: 'health/high-cpu', severity: 'error', at: ['j.log', 'CPU(Util|Steal|Configured|Avail)=97%'] }],
    rootCause: 'health/high-cpu',
    absent: ['health/cpu-steal'],
  },
  {
    name: 'health: header says 82% processor over four blocks',
    files: { 'j.log': many(4, (n) => newest(n, HEADER(n, `${MEMORY}:${CPU(82)}`))) },
    found: [{ rule: 'health/high-cpu', severity: 'warning' }],
  },
  {
    name: 'health: the hypervisor takes a fifth of the processor',
    files: { 'j.log': many(5, (n) => newest(n, HEADER(n, `${MEMORY}:${CPU(40, 21)}`))) },
    found: [{ rule: 'health/cpu-steal', severity: 'warning' }],
    absent: ['health/high-cpu'],
  },
  {
    name: 'health: top with everything busy and memory gone (scenario 10)',
    files: {
      'load.txt': text(
        '[root@gru-appconn-5 ~]# top -b -n1 | head -12',
        'top - 12:41:07 up 31 days,  4:02,  1 user,  load average: 7.80, 7.20, 6.90',
        'Tasks: 131 total,   3 running, 128 sleeping,   0 stopped,   0 zombie',
        '%Cpu(s): 96.3 us,  2.1 sy,  0.0 ni,  1.2 id,  0.0 wa,  0.0 hi,  0.4 si,  0.0 st',
        'MiB Mem :   3902.0 total,     61.0 free,   3760.0 used,     81.0 buff/cache',
        'MiB Swap:      0.0 total,      0.0 free,      0.0 used.     52.0 avail Mem',
        '',
        '    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND',
        '   2041 zscaler   20   0 2612760   2.9g   9120 R 188.0  77.1   4120:11 zpa-connector-child',
        '[root@gru-appconn-5 ~]# lscpu | head -5',
        'Architecture:        x86_64',
        'CPU op-mode(s):      32-bit, 64-bit',
        'Byte Order:          Little Endian',
        'CPU(s):              2',
        'On-line CPU(s) list: 0,1',
        '[root@gru-appconn-5 ~]# free -m',
        '              total        used        free      shared  buff/cache   available',
        'Mem:           3902        3760          61           9          81          52',
        'Swap:             0           0           0',
      ),
    },
    found: [
      { rule: 'health/high-cpu', severity: 'warning' },
      { rule: 'health/high-memory', severity: 'error' },
    ],
    absent: ['health/undersized', 'health/memory-other-process', 'health/cpu-other-process'],
  },
  {
    name: 'health: another program eats the memory',
    files: {
      'ps.txt': text(
        '[root@gru-appconn-5 ~]# ps aux --sort=-pmem | head -5',
        'USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND',
        'root     11880  0.1 84.7 15407036 13783844 ?   Sl    2025 142:16 /opt/omi/bin/omiagent',
        'zscaler  29894 23.2  6.7 2612760 1105444 ?     Sl   Aug15 15054:18 zpa-connector-child',
        'omsagent  1298  0.1  0.4 456520 69608 ?        Sl    2024 1180:34 /opt/microsoft/omsagent/bin/omsagent',
      ),
    },
    found: [{ rule: 'health/memory-other-process', severity: 'warning', says: 'omiagent' }],
    tolerated: ['health/high-memory'],
    absent: ['health/high-cpu'],
  },
  {
    name: 'health: a scanner eats the processor',
    files: {
      'top.txt': text(
        'top - 09:43:59 up 15:23,  2 users,  load average: 4.01, 3.97, 3.13',
        'Tasks: 199 total,   2 running, 195 sleeping,   0 stopped,   0 zombie',
        '%Cpu(s): 91.4 us,  5.7 sy,  0.0 ni,  1.5 id,  0.0 wa,  0.0 hi,  1.4 si,  0.0 st',
        'KiB Mem :  7994384 total,  4217220 free,  1372796 used,  2404368 buff/cache',
        'KiB Swap:        0 total,        0 free,        0 used.  6174280 avail Mem',
        '',
        '  PID USER      PR  NI    VIRT    RES    SHR S  %CPU %MEM     TIME+ COMMAND',
        ' 9810 root      20   0 3042476 122848  28328 R 376.3  1.6   2:03.24 scand',
        '14216 zscaler   20   0 1688728 134200   8000 S   7.0  1.7   2:11.69 image.bin',
      ),
    },
    found: [{ rule: 'health/cpu-other-process', severity: 'warning', says: 'scand' }, 'health/high-cpu'],
  },
  {
    name: 'health: half the swap is in use',
    files: {
      meminfo: text(
        'MemTotal:        7947776 kB',
        'MemFree:         3632104 kB',
        'MemAvailable:    5034888 kB',
        'Buffers:            1204 kB',
        'Cached:          1709560 kB',
        'SwapCached:        39248 kB',
        'SwapTotal:       2097148 kB',
        'SwapFree:        1006316 kB',
      ),
    },
    found: [{ rule: 'health/swap-in-use', severity: 'info' }],
    rootCause: null,
    absent: ['health/high-memory'],
  },
  {
    name: 'health: smaller than the vendor asks for',
    files: {
      'lscpu.txt': text(
        'Architecture: x86_64',
        'CPU op-mode(s): 32-bit, 64-bit',
        'Byte Order: Little Endian',
        'CPU(s): 1',
        'On-line CPU(s) list: 0',
        'Thread(s) per core: 1',
        'Model name: Intel(R) Xeon(R) Gold 6338',
        'Hypervisor vendor: VMware',
      ),
      'opt/zscaler/var/version': '25.47.1',
    },
    found: [{ rule: 'health/undersized', severity: 'warning', at: ['lscpu.txt', 'CPU(s): 1'] }],
  },
  {
    name: 'health: the root file system is full',
    files: {
      'df.txt': text(
        '[admin@gru-appconn-5 ~]$ sudo df -h /',
        'Filesystem             Size  Used Avail Use% Mounted on',
        '/dev/mapper/rhel-root   17G   17G   41M 100% /',
        '[admin@gru-appconn-5 ~]$ sudo du -a / | sort -n -r | head -n 6',
        '17293268\t/',
        '12719708\t/var',
        '9354600\t/var/log',
        '3301604\t/usr',
        '2951856\t/var/cache/yum',
        '1157772\t/usr/share',
      ),
    },
    found: [
      { rule: 'health/disk-full', severity: 'error', at: ['df.txt', 'rhel-root'] },
      { rule: 'health/disk-consumer', severity: 'info' },
    ],
    rootCause: 'health/disk-full',
    absent: ['health/disk-high'],
  },
  {
    name: 'health: /opt is at 92%, and disaster recovery is set up',
    files: {
      'df -h.txt': text(
        'Filesystem      Size  Used Avail Use% Mounted on',
        'tmpfs           1.9G     0  1.9G   0% /dev/shm',
        '/dev/nvme0n1p4   20G   18G  1.6G  92% /opt',
        '/dev/loop3       64M   64M     0 100% /snap/core20/2015',
      ),
      'dr.txt': text(
        "% curl 'localhost:9000/assistant/zpn_dr/show_configuration'",
        'DR activation domain: dr.kestrelmoor.example',
        'DR publickey uploaded: YES',
        'DR Max auth interval secs: 1209600',
        '%',
      ),
    },
    found: [
      { rule: 'health/disk-high', severity: 'warning', at: ['df -h.txt', '/opt'] },
      { rule: 'dr/snapshots-paused', severity: 'warning', causedBy: 'health/disk-high' },
    ],
    rootCause: 'health/disk-high',
  },
  {
    name: 'health: apps below the registered number for four blocks',
    files: { 'j.log': text(...blocks(W, '03:00:00', 5, (n) => ({ apps: [33, n === 0 ? 33 : 29] }))) },
    found: [{ rule: 'health/apps-down', severity: 'warning', at: ['j.log', 'alive app = 29'] }],
  },
  {
    name: 'health: targets fall, newest wording of the line',
    files: {
      'j.log': many(6, (n) =>
        newest(n, HEADER(n, `${MEMORY}:${CPU(6)}`), [
          `Registered apps count 12, alive apps 12, apps with on-access health 1, service count 40, target count 104, target alive ${String(n < 2 ? 99 : 41)}`,
        ]),
      ),
    },
    found: [{ rule: 'health/targets-down', severity: 'info' }],
    rootCause: null,
  },
  {
    name: 'health: 5,990 targets',
    files: {
      'j.log': many(3, (n) =>
        newest(n, HEADER(n, `${MEMORY}:${CPU(6)}`), [
          'Registered apps count 120, alive apps 120, apps with on-access health 100, service count 400, target count 5990, target alive 5990',
        ]),
      ),
    },
    found: [{ rule: 'health/target-limit', severity: 'warning', at: ['j.log', 'target count 5990'] }],
  },
  {
    name: 'health: tunnels are made and not freed',
    files: { 'j.log': text(...blocks(W, '03:00:00', 12, (n) => ({ tunnels: [51_000 + n * 400, 50_900 + n * 2] }))) },
    found: [{ rule: 'health/mtunnel-growth', severity: 'warning' }],
    tolerated: ['health/bind-unacked'],
  },
  {
    name: 'health: binds that nobody acknowledges',
    files: { 'j.log': text(...blocks(W, '03:00:00', 8, (n) => ({ bind: [51_000 + n * 400, 50_990 + n * 300] }))) },
    found: [{ rule: 'health/bind-unacked', severity: 'warning' }],
  },
  {
    name: 'health: two defunct children',
    files: {
      'ps.txt': text(
        'USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND',
        'zscaler  14216  4.3  2.6 1688728 128760 ?      Sl   08:50   2:00 zpa-connector-child',
        'root     14265  1.9  0.0      0     0 ?        ZN   08:51   0:54 [yumBackend.py] <defunct>',
        'root     14266  0.0  0.0      0     0 ?        Z    08:51   0:00 [sh] <defunct>',
      ),
    },
    found: [{ rule: 'health/zombie-processes', severity: 'info' }],
    rootCause: null,
  },
  {
    name: 'health: descriptors of the process run out, the system has no limit to speak of',
    files: {
      'j.log': many(3, (n) =>
        newest(n, HEADER(n, `${MEMORY}:${CPU(6)}`), [
          `File descriptors(max|in-use): System 9223372036854775807|2752, Process 512000|${String(470_000 + n)}`,
        ]),
      ),
    },
    found: [{ rule: 'health/descriptors-exhausted', severity: 'warning', at: ['j.log', 'Process 512000'] }],
  },
  {
    name: 'health: source ports run out',
    files: {
      'j.log': many(3, (n) =>
        newest(n, HEADER(n, `${MEMORY}:${CPU(6)}`), [
          'System Sockets: Created 29208 TCP4 in-use 27946, TCP4 time-wait 63, UDP4 in-use 4, TCP6 in-use 4, UDP6 in-use 3, Ports available per interface 28232, IPv4 interfaces 1, IPv6 interfaces 1',
        ]),
      ),
    },
    found: [{ rule: 'health/ports-exhausted', severity: 'warning' }],
  },
  {
    name: 'health: thousands of sockets in TIME_WAIT are normal',
    files: {
      'ss.txt': text(
        '[admin@gru-appconn-5 ~]$ ss -s',
        'Total: 412',
        'TCP:   3290 (estab 210, closed 3040, orphaned 0, timewait 3038)',
        '',
        'Transport Total     IP        IPv6',
        'RAW\t  1         0         1',
        'UDP\t  9         6         3',
        'TCP\t  250       247       3',
        'INET\t  260       253       7',
        'FRAG\t  0         0         0',
      ),
    },
    found: [{ rule: 'health/time-wait-expected', severity: 'hint' }],
    rootCause: null,
    absent: ['health/ports-exhausted'],
  },
  {
    name: 'health: resets towards the applications are normal',
    files: {
      'netstat.txt': text(
        '[admin@gru-appconn-5 ~]$ netstat -s',
        'Ip:',
        '    Forwarding: 2',
        '    91827364 total packets received',
        'Tcp:',
        '    210412 active connection openings',
        '    8121 passive connection openings',
        '    48121 failed connection attempts',
        '    9127 connection resets received',
        '    31 connections established',
        '    61213 resets sent',
      ),
    },
    found: [{ rule: 'health/probe-reset-expected', severity: 'hint' }],
    rootCause: null,
  },
  {
    name: 'health: one thread at its end over five blocks',
    files: {
      'j.log': many(5, (n) =>
        newest(n, HEADER(n, `${MEMORY}:${CPU(31)}`), [
          `-------- Connector thread CPU usage: zthread=0% argo_global_memory_thread=0% event_log=1% fohh_thread_0=${String(96 + (n % 3))}% fohh_thread_1=11% zhealth_probe_thread=4%`,
        ]),
      ),
    },
    found: [{ rule: 'health/thread-saturated', severity: 'warning', says: 'fohh_thread_0' }],
    absent: ['health/high-cpu'],
  },
  {
    name: 'health: the stats connection is down while control stands',
    files: {
      'j.log': many(5, (n) =>
        newest(n, HEADER(n, `${MEMORY}:${CPU(6)}`), [
          `Broker config connection, state fohh_connection_connected, [10.10.10.59]:41460;broker2b.gru3.prod.zpath.net:[203.0.113.105]:443;2 uptime 2H:${String(n)}M:3S, RTT (tcp|app): 34667|13269 us, disconnect_duration_s 0, tx_b 7196, rx_b 8173`,
          'Broker static wally config connection - NONE',
          `Broker stats connection, state fohh_connection_backoff, [uninitialized]:0;broker2b.gru3.prod.zpath.net:[203.0.113.105]:443;3 uptime , RTT (tcp|app): 0|0 us, disconnect_duration_s ${String(600 + n * 60)}, tx_b 0, rx_b 0`,
        ]),
      ),
    },
    found: [
      {
        rule: 'health/secondary-connection-down',
        severity: 'warning',
        at: ['j.log', 'stats connection, state fohh_connection_backoff'],
      },
    ],
    tolerated: ['tunnel/backed-off-connections'],
    absent: ['tunnel/control-disconnected'],
  },
  {
    name: 'health: the upgrade notice that means nothing',
    files: {
      'j.log': text(
        child(W, '03:00:01', 'Upgrade prep error for: Connector, err: ZPATH_RESULT_ERR, upgrade_id: 73195382414249999'),
        ...blockAt(W, '03:01:00'),
      ),
    },
    found: [{ rule: 'health/upgrade-prep-expected', severity: 'hint' }],
    rootCause: null,
  },
  {
    name: 'health: a block after 90% memory in the header, three blocks',
    files: {
      'j.log': many(4, (n) =>
        newest(
          n,
          HEADER(
            n,
            `Mem(System|Process)=98%|71%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3994776kB |48068kB |0kB |0kB |3914880kB |2836290kB :Disk (Avail|Total)=38.77GB|62.80GB:${CPU(12)}`,
          ),
        ),
      ),
    },
    found: [{ rule: 'health/high-memory', severity: 'error', at: ['j.log', 'Mem(System|Process)=98%'] }],
    rootCause: 'health/high-memory',
  },
  {
    name: 'health: one block is all there is, apps down and no data connection for tunnels that are open',
    files: { 'j.log': text(...blockAt(W, '03:00:00', { apps: [33, 29], data: [0, 0] })) },
    found: ['health/apps-down', 'tunnel/no-data-connections'],
  },
];
