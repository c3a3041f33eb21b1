import type { Case } from '../case';
import type { Writer } from '../text';
import { child, text } from '../text';

const W: Writer = { host: 'cpt1-ac-2', pid: 611, parent: 600, day: 'Dec 02' };
const FLOW = (minute: number, values: string): string =>
  child(
    W,
    `06:${String(10 + minute)}:30`,
    `* FC f_conn [10.18.3.4]:41236;broker1b.cpt1.prod.zpath.net:[203.0.113.147]:443:fohh_connection_connected, ${values}`,
  );
const counters = (tx: number, received: number, enq: number, deq: number, rx: number): string =>
  `rx = ${String(rx)}, peer_tx = ${String(rx)}, tx = ${String(tx)}, tx_drop = 0, tx_limit = ${String(received + 33_554_432)}, tx_limit_update = 1780057907248724, r_rx = ${String(received)}, r_tx_limit = 33749970, tx_wnd_update = 1780057907248724, rx_wnd_update = 1780057881252092, tx_blocked = 0, enq = ${String(enq)}, deq = ${String(deq)}`;
const PS = 'USER       PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND';

/** One kind of evidence, as little of it as there can be. */
export const singleCases: readonly Case[] = [
  {
    name: 'single: more is queued than sent',
    files: {
      'flow.log': text(
        ...[0, 1, 2, 3, 4, 5].map((n) =>
          FLOW(n, counters(900_000 + n * 10, 900_000, 1_000_000 + n * 400_000, 900_000 + n * 10, 200_000 + n * 900)),
        ),
      ),
    },
    found: [{ rule: 'tunnel/tx-blocked', severity: 'warning' }],
  },
  {
    name: 'single: what is sent does not arrive',
    files: {
      'flow.log': text(
        ...[0, 1, 2, 3, 4, 5, 6].map((n) =>
          FLOW(
            n,
            counters(900_000 + n * 500_000, 900_000, 900_000 + n * 500_000, 900_000 + n * 500_000, 200_000 + n * 900),
          ),
        ),
      ),
    },
    found: [{ rule: 'tunnel/one-way-traffic', severity: 'warning' }],
    tolerated: ['tunnel/tx-blocked'],
  },
  {
    name: 'single: pairs of 19.x, the dropped figure rises',
    files: {
      'old.log': text(
        ...[0, 1, 2, 3].map((n) =>
          child(
            W,
            `06:1${String(n)}:30`,
            `RPC Messages: BrkRq = ${String(900 + n)}, BrkRqAck = 4|0, BindReq = ${String(890 + n)}|${String(n * 5)}, BindReqAck = ${String(880 + n)}, AppRtDisc = 12, AppRtReq = 90|0, DsnAstChk = 4`,
          ),
        ),
      ),
    },
    found: [{ rule: 'tunnel/rpc-tx-drop-rising', severity: 'warning' }],
    tolerated: ['health/bind-unacked'],
  },
  {
    name: 'single: the service starts again and again',
    files: {
      'systemctl.txt': text(
        '[root@cpt1-ac-2 ~]# systemctl status zpa-connector',
        '● zpa-connector.service - Zscaler Private Access App Connector',
        '     Loaded: loaded (/usr/lib/systemd/system/zpa-connector.service; enabled; preset: disabled)',
        '     Active: activating (auto-restart) (Result: exit-code) since Wed 2026-12-02 06:10:11 SAST; 2s ago',
      ),
    },
    found: ['health/service-not-running'],
  },
  {
    name: 'single: 380 percent of four processors',
    files: {
      'ps.txt': text(
        '[root@cpt1-ac-2 ~]# ps aux --sort=-pcpu | head -2',
        PS,
        'zscaler    611  380  9.1 1688728 728760 ?      Sl   08:50 900:00 zpa-connector-child',
        '[root@cpt1-ac-2 ~]# nproc',
        '4',
        '[root@cpt1-ac-2 ~]# lscpu',
        'Architecture:        x86_64',
        'CPU op-mode(s):      32-bit, 64-bit',
        'CPU(s):              4',
      ),
    },
    found: [{ rule: 'health/high-cpu', severity: 'warning', at: ['ps.txt', '380'] }],
  },
  {
    name: 'single: 98 percent of one of four processors is a quarter',
    files: {
      'ps.txt': text(
        '[root@cpt1-ac-2 ~]# ps aux --sort=-pcpu | head -2',
        PS,
        'zscaler    611 98.0  9.1 1688728 728760 ?      Sl   08:50 900:00 zpa-connector-child',
        '[root@cpt1-ac-2 ~]# lscpu',
        'Architecture:        x86_64',
        'CPU op-mode(s):      32-bit, 64-bit',
        'CPU(s):              4',
      ),
    },
    found: [],
    rootCause: null,
    absent: ['health/high-cpu'],
  },
  {
    name: 'single: free tells of four percent left',
    files: {
      'free.txt': text(
        '               total        used        free      shared  buff/cache   available',
        'Mem:            7.6Gi       7.1Gi       120Mi       9.0Mi       400Mi       300Mi',
        'Swap:              0B          0B          0B',
      ),
    },
    found: [{ rule: 'health/high-memory', severity: 'warning' }],
    rootCause: 'health/high-memory',
  },
  {
    name: 'single: a memory of one sample, one allocator holds nearly all',
    files: {
      'memory-status.txt': text(
        'libevent: Alloc: 306089 6884713941, Free: 305683 6884633982, Drain: 0 0, Out: 406 79959 0.076mb Overhead: 0.012mb (32)',
        'argo: Alloc: 258011 33172171, Free: 218075 27922487, Drain: 0 0, Out: 39936 5249684 5.006mb Overhead: 1.219mb (32)',
        'fohh: Alloc: 106113 10592532, Free: 103662 4137665, Drain: 0 0, Out: 2451 6454867 6.156mb Overhead: 0.075mb (32)',
        'zpn: Alloc: 19011 9416872440, Free: 11042 4416872440, Drain: 0 0, Out: 7969 5000000000 4768.372mb Overhead: 0.243mb (32)',
        'Total: Alloc: 689224 16345351084, Free: 638462 11333566574, Drain: 0 0, Out: 50762 5011784510 4779.610mb Overhead: 1.549mb',
      ),
    },
    found: [{ rule: 'health/allocator-dominant', severity: 'info', says: 'zpn' }],
    rootCause: null,
    absent: ['health/memory-leak'],
  },
  {
    name: 'single: timedatectl of an older systemd',
    files: {
      'time.txt': text(
        '      Local time: Wed 2026-12-02 06:10:11 SAST',
        '  Universal time: Wed 2026-12-02 04:10:11 UTC',
        '     NTP enabled: no',
        'NTP synchronized: no',
      ),
    },
    found: [{ rule: 'health/clock-unsynchronized', severity: 'error' }],
    rootCause: 'health/clock-unsynchronized',
  },
  {
    name: 'single: a repository does not answer curl',
    files: {
      'curl.txt': text(
        '$ curl -I https://yum.private.zscaler.com',
        'curl: (28) Failed to connect to yum.private.zscaler.com port 443 after 130511 ms: Connection timed out',
      ),
    },
    found: [{ rule: 'upgrade/unreachable-repository', severity: 'error' }],
    tolerated: ['tunnel/tcp-connect-failed', 'tunnel/direct-egress-blocked'],
  },
  {
    name: 'single: a handshake that fails',
    files: {
      'tls.txt': text(
        '$ openssl s_client -connect broker1b.cpt1.prod.zpath.net:443',
        'CONNECTED(00000003)',
        '140735:error:14094410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:s3_pkt.c:1493:SSL alert number 40',
        '---',
        'no peer certificate available',
        '---',
      ),
    },
    found: [{ rule: 'tunnel/tls-no-certificate', severity: 'error' }],
    rootCause: 'tunnel/tls-no-certificate',
  },
  {
    name: 'single: grep subject gives nothing',
    files: {
      'tls.txt': text(
        '[admin@cpt1-ac-2 ~]$ openssl s_client -servername kestrelmoor.example.server1.net -connect 203.0.113.37:443 2>&1 | grep subject',
        '[admin@cpt1-ac-2 ~]$ ',
      ),
    },
    found: [{ rule: 'tunnel/tls-no-certificate', severity: 'error' }],
    rootCause: 'tunnel/tls-no-certificate',
  },
];
