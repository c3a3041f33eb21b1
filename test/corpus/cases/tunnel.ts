import type { Case } from '../case';
import type { Writer } from '../text';
import { blockAt, blocks, child, other, parent, text } from '../text';

const W: Writer = { host: 'syd1-acx-3', pid: 30412, parent: 30399, day: 'Jun 19' };
const EDGE = (port: number, name = 'broker5a.syd4', ip = '203.0.113.61'): string =>
  `[10.60.2.9]:${String(port)};${name}.prod.zpath.net:[${ip}]:443;3`;
const CLOSED = (time: string, port: number, reason: string, name?: string, ip?: string): string =>
  child(
    W,
    time,
    `Broker control connection to Zscaler Cloud closed: ${EDGE(port, name, ip)} FOHH_CLOSE_REASON_${reason}`,
  );
const OPENED = (time: string, port: number, name?: string, ip?: string): string =>
  child(W, time, `Broker control connection successfully connected to Zscaler Cloud: ${EDGE(port, name, ip)}`);

export const tunnelCases: readonly Case[] = [
  {
    name: 'tunnel: deleted in the portal, colour remnants of journalctl',
    files: {
      'messages-20260619': text(
        child(
          W,
          '08:03:21',
          `[1;39mReceived event from ${EDGE(38864)}: BEV_EVENT_CONNECTED, sock=71 using ECDHE-RSA-AES128-GCM-SHA256[0m`,
        ),
        child(W, '08:03:22', `[1;39mReceived event from ${EDGE(38864)}: BEV_EVENT_READING BEV_EVENT_ERROR, sock=71[0m`),
        child(
          W,
          '08:03:22',
          '[1;39m*Connector not yet connected to cloud, please check connectivity, if this persists*[0m',
        ),
        child(
          W,
          '08:03:52',
          `[1;39mReceived event from ${EDGE(38902)}: BEV_EVENT_CONNECTED, sock=71 using ECDHE-RSA-AES128-GCM-SHA256[0m`,
        ),
        child(W, '08:03:53', `[1;39mReceived event from ${EDGE(38902)}: BEV_EVENT_READING BEV_EVENT_ERROR, sock=71[0m`),
        child(
          W,
          '08:03:53',
          '[1;39m*Connector not yet connected to cloud, please check connectivity, if this persists*[0m',
        ),
      ),
    },
    found: [{ rule: 'tunnel/deleted-in-portal', severity: 'error' }],
    tolerated: ['tunnel/not-connected-to-cloud'],
    rootCause: 'tunnel/deleted-in-portal',
  },
  {
    name: 'tunnel: not yet connected and nothing more is said',
    files: {
      'zpa.log': text(
        child(W, '08:03:22', '*Connector not yet connected to cloud, please check connectivity, if this persists*'),
        other(W, '08:03:24', 'crond[901]', '(root) CMD (run-parts /etc/cron.hourly)'),
        child(W, '08:03:52', '*Connector not yet connected to cloud, please check connectivity, if this persists*'),
      ),
    },
    found: [{ rule: 'tunnel/not-connected-to-cloud', severity: 'error', at: ['zpa.log', 'not yet connected'] }],
    rootCause: 'tunnel/not-connected-to-cloud',
    absent: ['tunnel/deleted-in-portal'],
  },
  {
    name: 'tunnel: interception with the issuer in the journal and in openssl 3, tunnel never up',
    files: {
      'journal.txt': text(
        child(
          W,
          '13:58:18',
          'Received event from [uninitialized]:0;co2br.prod.zpath.net:[203.0.113.14]:443: BEV_EVENT_READING BEV_EVENT_ERROR, sock=54 self signed certificate in certificate chain /C=AU/ST=NSW/O=Wattlebird/OU=Perimeter/CN=Wattlebird Decrypt CA 2 /C=AU/ST=NSW/O=Wattlebird/OU=Perimeter/CN=Wattlebird Decrypt CA 2',
        ),
        child(W, '13:58:19', '*Connector not yet connected to cloud, please check connectivity, if this persists*'),
      ),
      'tls-check': text(
        '[admin@syd1-acx-3 ~]$ openssl s_client -servername wattlebird.example.server1.net -connect 203.0.113.14:443 </dev/null',
        'CONNECTED(00000003)',
        'depth=1 C = AU, ST = NSW, O = Wattlebird, OU = Perimeter, CN = Wattlebird Decrypt CA 2',
        'verify error:num=19:self-signed certificate in certificate chain',
        'verify return:1',
        'depth=0 CN = broker1a.syd4.prod.zpath.net',
        'verify return:1',
        '---',
        'Certificate chain',
        ' 0 s:CN = broker1a.syd4.prod.zpath.net',
        '   i:C = AU, ST = NSW, O = Wattlebird, OU = Perimeter, CN = Wattlebird Decrypt CA 2',
        '---',
        'subject=CN = broker1a.syd4.prod.zpath.net',
        '',
        'issuer=C = AU, ST = NSW, O = Wattlebird, OU = Perimeter, CN = Wattlebird Decrypt CA 2',
        '',
        '---',
        'Verification error: self-signed certificate in certificate chain',
        '[admin@syd1-acx-3 ~]$ ',
      ),
    },
    found: [
      { rule: 'tunnel/ssl-interception', severity: 'error', says: 'Wattlebird Decrypt CA 2' },
      { rule: 'tunnel/not-connected-to-cloud', causedBy: 'tunnel/ssl-interception' },
    ],
    rootCause: 'tunnel/ssl-interception',
  },
  {
    name: 'tunnel: a corporate issuer, one line (scenario 6)',
    files: {
      'issuer.txt': text(
        '[root@pnq-ac ~]# echo | openssl s_client -connect api.private.zscaler.com:443 2>/dev/null | openssl x509 -noout -issuer',
        'issuer=CN = Corporate-SSL-Inspection-CA, O = Kestrelmoor-Proxy',
      ),
    },
    found: [{ rule: 'tunnel/ssl-interception', severity: 'error', at: ['issuer.txt', 'issuer='] }],
    rootCause: 'tunnel/ssl-interception',
  },
  {
    name: 'tunnel: one close by a socket error, connected again after a second',
    files: {
      'journal.txt': text(
        ...blocks(W, '05:25:10', 3, (n) => ({ up: 7200 + n * 60, tuple: EDGE(45316) })),
        CLOSED('05:28:01', 45316, 'SOCKET_ERR'),
        OPENED('05:28:02', 34572),
        ...blocks(W, '05:28:10', 3, (n) => ({
          up: 8 + n * 60,
          tuple: EDGE(34572),
          tunnels: [51_400 + n * 9, 51_350 + n * 9],
        })),
      ),
    },
    found: [{ rule: 'tunnel/control-connection-closed', severity: 'warning', at: ['journal.txt', 'SOCKET_ERR'] }],
    rootCause: 'tunnel/control-connection-closed',
    absent: ['tunnel/uptime-reset', 'tunnel/flapping', 'tunnel/redirected'],
  },
  {
    name: 'tunnel: a redirect to another edge is normal',
    files: {
      'journal.txt': text(
        ...blocks(W, '05:25:10', 3, (n) => ({ up: 7200 + n * 60, tuple: EDGE(45316) })),
        child(W, '05:28:01', `Received broker_redirect for control connection: ${EDGE(45316)}`),
        CLOSED('05:28:01', 45316, 'REDIRECT'),
        OPENED('05:28:02', 34572, 'broker7b.mel2', '203.0.113.99'),
        ...blocks(W, '05:28:10', 3, (n) => ({
          up: 8 + n * 60,
          tuple: EDGE(34572, 'broker7b.mel2', '203.0.113.99'),
          tunnels: [51_400 + n * 9, 51_350 + n * 9],
        })),
      ),
    },
    found: [{ rule: 'tunnel/redirected', severity: 'info' }],
    rootCause: null,
    absent: ['tunnel/uptime-reset', 'tunnel/control-connection-closed'],
  },
  {
    name: 'tunnel: flapping every four minutes, blocks between, no restart',
    files: {
      'journal.txt': text(
        ...[0, 1, 2, 3, 4].flatMap((n) => [
          ...blocks(W, `11:${String(4 * n).padStart(2, '0')}:10`, 3, (m) => ({
            up: 20 + m * 60,
            tuple: EDGE(40000 + n),
            tunnels: [52_000 + n * 40 + m * 9, 51_950 + n * 40 + m * 9],
          })),
          CLOSED(`11:${String(4 * n + 3).padStart(2, '0')}:20`, 40000 + n, 'RX_TIMEOUT'),
          OPENED(`11:${String(4 * n + 3).padStart(2, '0')}:48`, 40001 + n),
        ]),
      ),
    },
    found: [{ rule: 'tunnel/flapping', severity: 'error' }],
    tolerated: ['health/status-gap'],
    rootCause: 'tunnel/flapping',
    absent: ['tunnel/control-connection-closed', 'tunnel/uptime-reset', 'health/process-restarted'],
  },
  {
    name: 'tunnel: flapping as an illustration prints it, times of day only (scenario 12)',
    files: {
      'tail.txt': text(
        'May 30 09:31:02 bom-ac1 zpa-connector[2041]: Control connection state: DISCONNECTED',
        'May 30 09:31:40 bom-ac1 zpa-connector[2041]: Control connection state: CONNECTED',
        'May 30 09:34:11 bom-ac1 zpa-connector[2041]: Control connection state: DISCONNECTED',
        'May 30 09:34:50 bom-ac1 zpa-connector[2041]: Control connection state: CONNECTED',
        'May 30 09:37:20 bom-ac1 zpa-connector[2041]: Control connection state: DISCONNECTED',
        'May 30 09:37:58 bom-ac1 zpa-connector[2041]: Control connection state: CONNECTED',
      ),
    },
    found: [{ rule: 'tunnel/flapping', severity: 'error' }],
    tolerated: ['tunnel/control-disconnected'],
    rootCause: 'tunnel/flapping',
  },
  {
    name: 'tunnel: the uptime starts again and no line says why',
    files: {
      'journal.txt': text(
        ...blocks(W, '02:00:05', 4, (n) => ({ up: 50_000 + n * 60, tuple: EDGE(45316) })),
        ...blocks(W, '02:04:05', 4, (n) => ({
          up: 22 + n * 60,
          tuple: EDGE(45977),
          tunnels: [51_500 + n * 9, 51_450 + n * 9],
        })),
      ),
    },
    found: [{ rule: 'tunnel/uptime-reset', severity: 'warning', at: ['journal.txt', 'uptime 22S'] }],
    rootCause: 'tunnel/uptime-reset',
  },
  {
    name: 'tunnel: control in backoff for six blocks, new form',
    files: {
      'journal.txt': text(
        ...blocks(W, '02:00:05', 3, (n) => ({ up: 50_000 + n * 60 })),
        ...blocks(W, '02:03:05', 6, (n) => ({
          state: 'fohh_connection_backoff',
          tuple: '[uninitialized]:0;co2br.prod.zpath.net:[203.0.113.14]:443;1',
          up: 0,
          rtt: [0, 0],
          broken: 40 + n * 60,
          data: [0, 0],
          tunnels: [51_300, 51_300],
        })),
      ),
    },
    found: [{ rule: 'tunnel/control-disconnected', severity: 'error', at: ['journal.txt', 'fohh_connection_backoff'] }],
    rootCause: 'tunnel/control-disconnected',
    absent: ['tunnel/uptime-reset', 'tunnel/no-data-connections'],
  },
  {
    name: 'tunnel: control in backoff in the old form of 18.x',
    files: {
      'old.log': text(
        ...['10:11:12', '10:12:12', '10:13:12'].flatMap((time) =>
          [
            '-------- Connector Status:ID=72060411536470042:Name=Perth Key-2:Ver=18.87.1 --------',
            'Certificate will expire in 227 days, 21 hours, 26 minutes, 13 seconds',
            'Control connection state: fohh_connection_backoff, [10.60.2.9]:0;co2br.prod.zpath.net:[203.0.113.14]:443',
            'RPC Messages: BrkRq = 24473, BrkRqAck = 9, BindReq = 24464, BindReqAck = 24463, AppRtDisc = 2488, AppRtReq = 154771, DsnAstChk = 1194',
            'Broker data connection count = 0, backed_off connections = 0',
            'Data Transfer: Total ToBroker = 927857936 bytes, Total FromBroker = 42238684 bytes',
            'Mtunnels: Total Created = 24473, Total Freed = 24473, Current Active = 0, Alloc = 88, Free_q_cnt = 88',
            'Registered apps count = 3, alive app = 3, passive_health = 3, service_count = 8, target_count = 10, alive_target = 7, aged_target = 0',
            'Time skew: - 0.012783s',
          ].map((message) => child(W, time, message)),
        ),
      ),
    },
    found: [{ rule: 'tunnel/control-disconnected', severity: 'error' }],
    rootCause: 'tunnel/control-disconnected',
  },
  {
    name: 'tunnel: data connections backed off while control stands',
    files: { 'journal.txt': text(...blocks(W, '02:00:05', 5, (n) => ({ data: [14, n < 2 ? 0 : 3] }))) },
    found: [
      { rule: 'tunnel/backed-off-connections', severity: 'warning', at: ['journal.txt', 'backed_off connections = 3'] },
    ],
    rootCause: 'tunnel/backed-off-connections',
  },
  {
    name: 'tunnel: no data connection while control stands and apps are registered',
    files: { 'journal.txt': text(...blocks(W, '02:00:05', 5, () => ({ data: [0, 0] }))) },
    found: [{ rule: 'tunnel/no-data-connections', severity: 'warning', at: ['journal.txt', 'connection count = 0'] }],
  },
  {
    name: 'tunnel: round trips of 260 ms over five blocks',
    files: { 'journal.txt': text(...blocks(W, '02:00:05', 5, (n) => ({ rtt: [260_111 + n * 900, 271_000] }))) },
    found: [{ rule: 'tunnel/high-rtt', severity: 'warning', at: ['journal.txt', 'RTT (tcp|app): 260111'] }],
    rootCause: 'tunnel/high-rtt',
    absent: ['tunnel/app-rtt-delay'],
  },
  {
    name: 'tunnel: the process answers late, the path does not',
    files: { 'journal.txt': text(...blocks(W, '02:00:05', 5, (n) => ({ rtt: [18_000, 310_500 + n * 2_000] }))) },
    found: [{ rule: 'tunnel/app-rtt-delay', severity: 'warning', at: ['journal.txt', '18000|310500'] }],
    absent: ['tunnel/high-rtt'],
  },
  {
    name: 'tunnel: dropped messages rise from block to block',
    files: { 'journal.txt': text(...blocks(W, '02:00:05', 5, (n) => ({ drops: [3407 + (n > 1 ? n * 12 : 0), 148] }))) },
    found: [{ rule: 'tunnel/rpc-tx-drop-rising', severity: 'warning', at: ['journal.txt', 'AppRtReq 90215|3431'] }],
  },
  {
    name: 'tunnel: dropped messages of long ago are no news',
    files: { 'journal.txt': text(...blocks(W, '02:00:05', 5, () => ({ drops: [3407, 148] }))) },
    found: [],
    rootCause: null,
    absent: ['tunnel/rpc-tx-drop-rising'],
  },
  {
    name: 'tunnel: a far edge and its latency (scenario 8)',
    files: {
      'journal.txt': text(
        'May 30 09:00:00 bom-ac1 zpa-connector[2301]: connected to broker (region: us-west)',
        'May 30 09:00:05 bom-ac1 zpa-connector[2301]: control latency 210 ms',
      ),
    },
    found: [{ rule: 'tunnel/far-service-edge', severity: 'warning' }],
    rootCause: 'tunnel/far-service-edge',
  },
  {
    name: 'tunnel: no route to the broker (scenario 5)',
    files: {
      'journal.txt': text('May 30 09:00:00 bom-ac1 zpa-connector[2210]: broker connect failed: no route / timeout'),
      'curl.txt': text(
        '[admin@bom-ac1 ~]$ curl -sv -m 8 https://api.private.zscaler.com 2>&1 | head',
        '*   Trying 198.51.100.12:443...',
        '* connect to 198.51.100.12 port 443 failed: Connection timed out',
        '* Failed to connect to api.private.zscaler.com port 443: Connection timed out',
        '* Closing connection 0',
      ),
    },
    found: [
      { rule: 'tunnel/broker-connect-failed', severity: 'error' },
      { rule: 'tunnel/tcp-connect-failed', severity: 'error', at: ['curl.txt', 'Connection timed out'] },
      'tunnel/direct-egress-blocked',
    ],
  },
  {
    name: 'tunnel: every edge of one data centre drops, others hold',
    files: {
      'journal.txt': text(
        ...[0, 1, 2, 3, 4].flatMap((n) => {
          const at = (minute: number, sec: string): string =>
            `${String(3 + n * 2).padStart(2, '0')}:${String(minute).padStart(2, '0')}:${sec}`;
          const ip = `203.0.113.${String(60 + n)}`;
          return [
            CLOSED(at(10, '00'), 41000 + n, 'SOCKET_ERR', `broker${String(n + 1)}a.syd4`, ip),
            OPENED(at(10, '30'), 42000 + n, 'broker9c.mel2', '198.51.100.9'),
            child(
              W,
              at(40, '00'),
              `Received broker_redirect for control connection: ${EDGE(42000 + n, 'broker9c.mel2', '198.51.100.9')}`,
            ),
            CLOSED(at(40, '00'), 42000 + n, 'REDIRECT', 'broker9c.mel2', '198.51.100.9'),
            OPENED(at(40, '01'), 41001 + n, `broker${String(n + 2)}a.syd4`, `203.0.113.${String(61 + n)}`),
          ];
        }),
      ),
    },
    found: [{ rule: 'tunnel/broker-prefix-pattern', severity: 'info' }, 'tunnel/control-connection-closed'],
  },
  {
    name: 'tunnel: two journals of a site, both tunnels fall within a minute',
    files: {
      'ac1/journal.log': text(
        ...blocks({ ...W, host: 'mel2-ac-1' }, '09:55:10', 4, (n) => ({
          id: '72060411536470101',
          name: 'Melbourne-1',
          up: 9000 + n * 60,
        })),
        `Jun 19 09:59:04 mel2-ac-1 zpa-connector-child[30412]: Broker control connection to Zscaler Cloud closed: ${EDGE(41000)} FOHH_CLOSE_REASON_SOCKET_ERR`,
        `Jun 19 09:59:40 mel2-ac-1 zpa-connector-child[30412]: Broker control connection successfully connected to Zscaler Cloud: ${EDGE(41400)}`,
      ),
      'ac2/journal.log': text(
        ...blocks({ ...W, host: 'mel2-ac-2', pid: 771 }, '09:55:40', 4, (n) => ({
          id: '72060411536470102',
          name: 'Melbourne-2',
          up: 9000 + n * 60,
        })),
        `Jun 19 09:59:31 mel2-ac-2 zpa-connector-child[771]: Broker control connection to Zscaler Cloud closed: ${EDGE(43000, 'broker2b.syd4', '203.0.113.62')} FOHH_CLOSE_REASON_SOCKET_ERR`,
        `Jun 19 10:00:09 mel2-ac-2 zpa-connector-child[771]: Broker control connection successfully connected to Zscaler Cloud: ${EDGE(43400, 'broker2b.syd4', '203.0.113.62')}`,
      ),
    },
    found: [
      { rule: 'bundle/fleet-incident', severity: 'warning', says: '2 connectors' },
      { rule: 'tunnel/control-connection-closed', causedBy: 'bundle/fleet-incident' },
      { rule: 'bundle/mixed-connectors', severity: 'info' },
    ],
    rootCause: 'bundle/fleet-incident',
  },
  {
    name: 'tunnel: a restart by systemd explains the new uptime',
    files: {
      'journal.txt': text(
        ...blocks(W, '02:00:05', 3, (n) => ({ up: 50_000 + n * 60 })),
        other(W, '02:02:30', 'systemd[1]', 'Stopping Zscaler Private Access Connector...'),
        other(W, '02:02:31', 'systemd[1]', 'Started Zscaler Private Access Connector.'),
        parent(
          { ...W, parent: 31_000 },
          '02:02:31',
          'zscaler-update: zpa-connector-child Started from /opt/zscaler/var/image.bin',
        ),
        child({ ...W, pid: 31_004 }, '02:02:32', 'Checking Enrollment'),
        ...blocks({ ...W, pid: 31_004 }, '02:03:35', 3, (n) => ({ up: 55 + n * 60, tunnels: [4 + n * 9, n * 9] })),
      ),
    },
    found: [{ rule: 'health/process-restarted', severity: 'info' }],
    rootCause: null,
    absent: ['tunnel/uptime-reset', 'health/status-gap'],
  },
  {
    name: 'tunnel: blocks of three connectors side by side, one of them down',
    files: {
      'all.log': text(
        ...[0, 1, 2, 3].flatMap((n) => [
          ...blockAt({ ...W, host: 'ac-a', pid: 11 }, `04:0${String(n)}:01`, {
            id: '72060411536470201',
            name: 'Hobart-1',
            up: 4000 + n * 60,
          }),
          ...blockAt({ ...W, host: 'ac-b', pid: 12 }, `04:0${String(n)}:02`, {
            id: '72060411536470202',
            name: 'Hobart-2',
            state: 'fohh_connection_backoff',
            tuple: '[uninitialized]:0;co2br.prod.zpath.net:[203.0.113.14]:443;1',
            up: 0,
            rtt: [0, 0],
            broken: 900 + n * 60,
            data: [0, 0],
          }),
          ...blockAt({ ...W, host: 'ac-c', pid: 13 }, `04:0${String(n)}:03`, {
            id: '72060411536470203',
            name: 'Hobart-3',
            up: 4000 + n * 60,
          }),
        ]),
      ),
    },
    found: [
      { rule: 'tunnel/control-disconnected', severity: 'error', at: ['all.log', 'ac-b zpa-connector-child[12]'] },
      'bundle/mixed-connectors',
    ],
    tolerated: [],
    rootCause: 'tunnel/control-disconnected',
    absent: ['bundle/fleet-incident'],
  },
];
