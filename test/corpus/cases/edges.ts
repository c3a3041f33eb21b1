import type { Case } from '../case';
import type { Writer } from '../text';
import { blocks, child, clock, other, parent, text } from '../text';

const W: Writer = { host: 'lhr3-ac-8', pid: 880, parent: 871, day: 'Jul 14' };
const P = '[root@lhr3-ac-8 ~]# ';
const STATUS = (time: string, session: string, status: string, more: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    LogTimestamp: time,
    Customer: 'Kestrelmoor',
    SessionID: session,
    SessionType: 'ZPN_ASSISTANT_BROKER_CONTROL',
    SessionStatus: status,
    Version: '25.252.3',
    Platform: 'el9',
    ZEN: 'EU-GB-8179',
    Connector: 'London 8',
    ConnectorGroup: 'London',
    PrivateIP: '10.7.0.4',
    PublicIP: '198.51.100.221',
    TimestampAuthentication: '2026-07-14T05:05:23.348Z',
    TimestampUnAuthentication: status.endsWith('DISCONNECTED') ? '2026-07-14T05:09:23.348Z' : '',
    CPUUtilization: 4,
    MemUtilization: 20,
    ServiceCount: 2,
    InterfaceDefRoute: 'eth0',
    DefRouteGW: '10.7.0.1',
    PrimaryDNSResolver: '10.7.0.53',
    HostStartTime: '1783600000',
    ConnectorStartTime: '1783600010',
    ...more,
  });
const BACKOFF = {
  state: 'fohh_connection_backoff',
  tuple: '[uninitialized]:0;co2br.prod.zpath.net:[203.0.113.14]:443;1',
  up: 0,
  rtt: [0, 0],
  data: [0, 0],
} as const;

/** Neighbours of the ordinary: more than one fault, other components, other orders, values at a limit. */
export const edgeCases: readonly Case[] = [
  {
    name: 'edge: the stream of states shows a connector that comes and goes',
    files: {
      'lss-status.jsonl': text(
        ...[0, 1, 2, 3, 4].flatMap((n) => [
          STATUS(
            `Tue Jul 14 05:${String(5 + n * 4).padStart(2, '0')}:22 2026`,
            `8A64Qwj9zCkfYDGJVo${String(n)}Z`,
            'ZPN_STATUS_AUTHENTICATED',
          ),
          STATUS(
            `Tue Jul 14 05:${String(8 + n * 4).padStart(2, '0')}:22 2026`,
            `8A64Qwj9zCkfYDGJVo${String(n)}Z`,
            'ZPN_STATUS_DISCONNECTED',
          ),
        ]),
      ),
    },
    found: [{ rule: 'tunnel/flapping', severity: 'error' }],
    tolerated: ['tunnel/control-disconnected'],
    rootCause: 'tunnel/flapping',
  },
  {
    name: 'edge: the stream of states is quiet, one connector',
    files: {
      'lss-status.jsonl': text(
        ...[0, 1, 2, 3].map((n) =>
          STATUS(`Tue Jul 14 05:${String(10 + n * 5)}:22 2026`, '8A64Qwj9zCkfYDGJVoUZ', 'ZPN_STATUS_AUTHENTICATED'),
        ),
      ),
    },
    found: [],
    rootCause: null,
  },
  {
    name: 'edge: blocked egress tells one story: connect failures, names resolved, no proxy',
    files: {
      'j.log': text(
        child(W, '08:00:01', 'Adding name resolution for co2br.prod.zpath.net of 203.0.113.14'),
        child(W, '08:00:02', 'Adding name resolution for co2br.prod.zpath.net of 203.0.113.15'),
        child(W, '08:00:32', '*Connector not yet connected to cloud, please check connectivity, if this persists*'),
        child(W, '08:01:32', '*Connector not yet connected to cloud, please check connectivity, if this persists*'),
      ),
      'net.txt': text(
        `${P}ls -l /opt/zscaler/var/proxy`,
        "ls: cannot access '/opt/zscaler/var/proxy': No such file or directory",
        `${P}nc -zv -w 5 203.0.113.14 443`,
        'Ncat: Connection timed out.',
        `${P}nc -zv -w 5 co2br.prod.zpath.net 443`,
        'Ncat: Connection timed out.',
        P,
      ),
    },
    found: [
      'tunnel/direct-egress-blocked',
      { rule: 'tunnel/tcp-connect-failed', causedBy: 'tunnel/direct-egress-blocked' },
      'tunnel/not-connected-to-cloud',
    ],
    absent: ['tunnel/ssl-interception', 'apps/port-unreachable'],
  },
  {
    name: 'edge: a disk at exactly ninety percent, and one at ninety-one',
    files: {
      'a/df.txt': text('Filesystem      Size  Used Avail Use% Mounted on', '/dev/sda3        63G   57G  6.3G  90% /'),
      'b/df.txt': text('Filesystem      Size  Used Avail Use% Mounted on', '/dev/sda3        63G   58G  5.6G  91% /'),
    },
    found: [{ rule: 'health/disk-high', severity: 'warning', at: ['b/df.txt', '91%'] }],
    rootCause: 'health/disk-high',
  },
  {
    name: 'edge: exactly thirty days, and a minute less than seven',
    files: {
      'a.log': text(
        ...blocks(W, '08:00:00', 3, () => ({
          id: '1000000000000001',
          certificate: '30 days, 0 hours, 0 minutes, 1 seconds',
        })),
      ),
      'b.log': text(
        ...blocks({ ...W, host: 'lhr3-ac-9' }, '08:00:00', 3, () => ({
          id: '1000000000000002',
          certificate: '6 days, 23 hours, 59 minutes, 1 seconds',
        })),
      ),
    },
    found: [{ rule: 'health/certificate-expiring', severity: 'error', at: ['b.log', '6 days'] }],
    tolerated: [],
    rootCause: 'health/certificate-expiring',
  },
  {
    name: 'edge: round trips at the threshold, high for two blocks only',
    files: {
      'j.log': text(
        ...blocks(W, '08:00:00', 8, (n) => ({ rtt: n === 3 || n === 4 ? [190_000, 195_000] : [149_900, 150_000] })),
      ),
    },
    found: [],
    rootCause: null,
    absent: ['tunnel/high-rtt', 'tunnel/app-rtt-delay'],
  },
  {
    name: 'edge: a private service edge with its own names, connected and healthy',
    files: {
      'pse.log': text(
        ...[0, 1, 2].flatMap((n) =>
          [
            '-------- Service Edge Status:ID=216199427017146580:Name=London PSE-1:Ver=25.252.3 --------',
            'Certificate will expire in 264 days, 23 hours, 31 minutes, 8 seconds',
            `Broker control connection, state fohh_connection_connected, [10.204.5.5]:41131;broker1b.lhr3.prod.zpath.net:[203.0.113.137]:443;1 uptime 1D:${String(n)}M:0S, RTT (tcp|app): 9000|9100 us, disconnect_duration_s 0, tx_b 75698, rx_b 2480`,
            'Log(event_log) connection, state fohh_connection_connected, [10.204.5.5]:41132;broker1b.lhr3.prod.zpath.net:[203.0.113.137]:443;1 uptime , RTT (tcp|app): 0|0 us, tx_b 75698, rx_b 2480',
            'Time skew: local time leads cloud time by 0.000620s',
          ].map((message) => `Jul 14 08:0${String(n)}:39 lhr3-pse-1 zpa-service-edge-child[7069]: ${message}`),
        ),
      ),
    },
    found: [],
    rootCause: null,
  },
  {
    name: 'edge: the control connection is down and the data counters with it: one story',
    files: {
      'j.log': text(
        ...blocks(W, '08:00:00', 4, (n) => ({ up: 7000 + n * 60 })),
        ...blocks(W, '08:04:00', 6, (n) => ({
          ...BACKOFF,
          broken: 30 + n * 60,
          tunnels: [51_400, 51_400],
          apps: [18, 0],
          targets: [64, 0],
        })),
      ),
    },
    found: [{ rule: 'tunnel/control-disconnected', severity: 'error' }],
    tolerated: ['health/apps-down'],
    rootCause: 'tunnel/control-disconnected',
    absent: ['tunnel/no-data-connections', 'tunnel/uptime-reset'],
  },
  {
    name: 'edge: a slow machine: steal, late answers, gaps: the hypervisor first',
    files: {
      'j.log': text(
        ...[0, 1, 2, 3, 4, 5].flatMap((n) =>
          [
            `-------- Connector Status:ID=217329048513151239:Name=London 8:Ver=25.252.3:Mem(System|Process)=31%|9%:CPU(Util|Steal|Configured|Avail)=61%|38%|2|2:Uptime=2H:${String(n)}M:6S --------`,
            `Broker control connection, state fohh_connection_connected, [10.10.10.59]:41452;broker2b.lhr3.prod.zpath.net:[203.0.113.105]:443;1 uptime 2H:${String(n)}M:4S, RTT (tcp|app): 11000|${String(410_000 + n)} us, disconnect_duration_s 0, tx_b 7196, rx_b 8173`,
          ].map((message) => child(W, clock(28_800 + n * 60), message)),
        ),
      ),
    },
    found: [
      { rule: 'health/cpu-steal', severity: 'warning' },
      { rule: 'tunnel/app-rtt-delay', causedBy: 'health/cpu-steal' },
    ],
    rootCause: 'health/cpu-steal',
    absent: ['tunnel/high-rtt'],
  },
  {
    name: 'edge: key disabled in the portal explains the refused login',
    files: {
      'j.log': text(
        child(
          W,
          '08:00:00',
          'Login request failed - http status(401) nonce(<3|api.private.zscaler.com|0/Z6lDT...>) fingerprint(<oXaN4RRiMc...>)',
        ),
        child(W, '08:00:00', 'Certificate enrollment failed.'),
      ),
      'keys.json': JSON.stringify([
        {
          id: '77',
          name: 'London key',
          enabled: false,
          maxUsage: '10',
          usageCount: '3',
          associationType: 'CONNECTOR_GRP',
          zcomponentId: '1',
          zcomponentName: 'London',
        },
      ]),
    },
    found: ['enrollment/login-rejected', { rule: 'provision-key/disabled', severity: 'error' }],
    rootCause: 'provision-key/disabled',
  },
  {
    name: 'edge: the key in the file is wrapped and the login is refused',
    files: {
      'j.log': text(
        child(
          W,
          '08:00:00',
          'Login request failed - http status(401) nonce(<3|api.private.zscaler.com|Ab3dEf6...>) fingerprint(<oXaN4RRiMc...>)',
        ),
        child(W, '08:00:00', 'Certificate enrollment failed.'),
      ),
      'opt/zscaler/var/provision_key': `“3|api.private.zscaler.com|${'Ab3dEf6hIj9k'.repeat(32)}-145257480799129999”\n`,
    },
    found: [
      'provision-key/smart-quotes',
      { rule: 'enrollment/login-rejected', causedBy: 'provision-key/smart-quotes' },
    ],
    rootCause: 'provision-key/smart-quotes',
  },
  {
    name: 'edge: names of a container runtime and a unit template around it',
    files: {
      messages: text(
        other(W, '08:00:00', 'systemd[1]', 'zpa-connector.service: Main process exited, code=exited, status=1/FAILURE'),
        other(W, '08:00:00', 'systemd[1]', "zpa-connector.service: Failed with result 'exit-code'."),
        other(W, '08:00:10', 'systemd[1]', 'zpa-connector.service: Scheduled restart job, restart counter is at 5.'),
        other(W, '08:00:10', 'systemd[1]', 'Started Zscaler Private Access Connector.'),
        parent(W, '08:00:11', 'zscaler-update: zpa-connector-child exited too fast, was running for 1 seconds'),
        parent(W, '08:00:13', 'zscaler-update: zpa-connector-child exited too fast, was running for 1 seconds'),
        parent(W, '08:00:15', 'zscaler-update: zpa-connector-child exited too fast, was running for 1 seconds'),
      ),
    },
    found: ['health/process-crash-loop'],
    rootCause: 'health/process-crash-loop',
  },
  {
    name: 'edge: no space is left for the download, the journal says why',
    files: {
      'j.log': text(
        'Jul 14 02:00:11 lhr3-ac-8 zpa-connector[871]: upgrade (SARGE) failed: write error: No space left on device',
      ),
      'df.txt': text(
        'Filesystem      Size  Used Avail Use% Mounted on',
        '/dev/sda3        14G   14G     0 100% /',
        '/dev/sda2        20G  4.0G   16G  20% /opt',
      ),
    },
    found: ['upgrade/failed', 'health/disk-full'],
    tolerated: ['upgrade/no-disk-space'],
  },
  {
    name: 'edge: a bundle of three machines in three folders, one disk full',
    files: {
      'ac-1/df.txt': text(
        'Filesystem      Size  Used Avail Use% Mounted on',
        '/dev/sda3        63G   16G   47G  26% /',
      ),
      'ac-2/df.txt': text(
        'Filesystem      Size  Used Avail Use% Mounted on',
        '/dev/sda3        63G   63G   12M 100% /',
      ),
      'ac-3/df.txt': text(
        'Filesystem      Size  Used Avail Use% Mounted on',
        '/dev/sda3        63G   17G   46G  27% /',
      ),
      'ac-1/j.log': text(
        ...blocks({ ...W, host: 'ac-1' }, '08:00:00', 3, () => ({ id: '1000000000000011', name: 'L-1' })),
      ),
      'ac-2/j.log': text(
        ...blocks({ ...W, host: 'ac-2' }, '08:00:00', 3, () => ({ id: '1000000000000012', name: 'L-2' })),
      ),
      'ac-3/j.log': text(
        ...blocks({ ...W, host: 'ac-3' }, '08:00:00', 3, () => ({ id: '1000000000000013', name: 'L-3' })),
      ),
    },
    found: [
      { rule: 'health/disk-full', severity: 'error', at: ['ac-2/df.txt', '/dev/sda3'] },
      'bundle/mixed-connectors',
    ],
    rootCause: 'health/disk-full',
  },
  {
    name: 'edge: a clock of an hour off explains the certificate, by the block alone',
    files: {
      'j.log': text(
        child(
          W,
          '08:00:00',
          'Certificates retrieved do not successfully verify: depth 0:certificate is not yet valid, cert=',
        ),
        child(W, '08:00:00', 'Certificate enrollment failed.'),
        child(W, '08:05:00', 'Connector- Time synchronized, Local time + 3612.427447s = cloud_time'),
      ),
    },
    found: [
      { rule: 'enrollment/certificate-not-yet-valid', causedBy: 'health/time-skew' },
      { rule: 'health/time-skew', severity: 'error' },
    ],
    rootCause: 'health/time-skew',
  },
];
