import type { Case } from '../case';
import type { Block, Writer } from '../text';
import { blockMessages, blocks, child, clock, second, text } from '../text';

const W: Writer = { host: 'waw1-ac-3', pid: 4410, parent: 4402, day: 'Sep 14' };
const START = second('07:31:12');
const minute = (index: number): string => clock(START + index * 60);

interface Flow {
  readonly port?: number;
  readonly broker?: string;
  readonly state?: string;
  readonly rx: number;
  readonly tx: number;
  readonly drop?: number;
  readonly blocked?: number;
  readonly enq?: number;
  readonly peer?: number;
}

/** One flow-control row as the connector writes it. */
function flow(told: Flow): string {
  const { port = 41_236, broker = 'broker1b.waw2', state = 'fohh_connection_connected', rx, tx } = told;
  const { drop = 0, blocked = 0, enq = tx, peer = tx } = told;
  const figures = [
    `rx = ${String(rx)}, peer_tx = ${String(rx)}, tx = ${String(tx)}, tx_drop = ${String(drop)}`,
    `tx_limit = ${String(peer + 33_554_432)}, tx_limit_update = 1757835072248724, r_rx = ${String(peer)}`,
    `r_tx_limit = ${String(rx + 33_554_432)}, tx_wnd_update = 1757835072248724, rx_wnd_update = 1757835046092092`,
    `tx_blocked = ${String(blocked)}, enq = ${String(enq)}, deq = ${String(tx)}`,
  ];
  return `* FC f_conn [10.60.5.5]:${String(port)};${broker}.prod.zpath.net:[198.51.100.137]:443:${state}, ${figures.join(', ')}`;
}

const flows = (count: number, each: (index: number) => Flow): string[] =>
  Array.from({ length: count }, (_, index) => child(W, minute(index), flow(each(index))));

/** Messages of blocks, a minute each, as `line` writes them. */
function contained(count: number, each: Block, line: (time: string, message: string) => string): string {
  return text(
    ...Array.from({ length: count }, (_, index) =>
      blockMessages({ ...each, up: 90_061 + index * 60 }).map((message) => line(minute(index), message)),
    ).flat(),
  );
}

/** The newer line of Microtunnels. */
const tunnels = (total: number, active: number): string =>
  `Mtunnels(all|health-report-based|no-health-report-based), total ${String(total)}|${String(total)}|0, to broker ${String(total)}|${String(total)}|0, to private broker 0|0|0, unbound/errored 41, current active ${String(active)}|${String(active)}|0, peak active 9100 at cloud time 1757830000123456 us, peak in mem 9200, total mtunnel alloc ${String(total)}, total mtunnel free 4100 types(tcp|udp|icmp|mtls|de|tcp_de|udp_de) ${String(total - 3)}|3|0|0|0|0|0 , reaped 0`;

const METRICS = {
  Connector: 'Warsaw-3',
  CPUUtilization: '18',
  SystemMemoryUtilization: '41',
  ProcessMemoryUtilization: '12',
  AppCount: '61',
  ServiceCount: '140',
  TargetCount: '512',
  AliveTargetCount: '498',
  ActiveConnectionsToPublicSE: '31',
  DisconnectedConnectionsToPublicSE: '0',
  AppConnectionsCreated: '9120',
  AppConnectionsCleared: '9090',
  AppConnectionsActive: '30',
  UsedTCPPortsIPv4: '410',
  UsedUDPPortsIPv4: '22',
  AvailablePorts: '28231',
  ProcessMaximumFileDescriptors: '512000',
  ProcessUsedFileDescriptors: '911',
  AvailableDiskBytes: '31528673280',
};

/** Metrics events five minutes apart. */
const metrics = (count: number, each: (index: number) => Readonly<Record<string, string>>): string[] =>
  Array.from({ length: count }, (_, index) => {
    const time = `Mon Sep 14 07:${String(index * 5).padStart(2, '0')}:10 2026`;
    return JSON.stringify({ LogTimestamp: time, ...METRICS, ...each(index) });
  });

/** A dump of memory/status with two allocators. */
function dump(hour: number, zpn: number): string {
  const row = (name: string, out: number): string => {
    const alloc = 3_000_000_000 + hour * 40_000_000 + out;
    return `${name}: Alloc: ${String(900_000 + hour)} ${String(alloc)}, Free: 800000 ${String(alloc - out)}, Drain: 0 0, Out: 9000 ${String(out)} ${(out / 1_048_576).toFixed(3)}mb Overhead: 0.275mb (32)`;
  };
  return text(
    '[root@waw1-ac-3 ~]# date',
    `Mon Sep 14 ${String(8 + hour).padStart(2, '0')}:00:00 CEST 2026`,
    '[root@waw1-ac-3 ~]# curl -s 127.0.0.1:9000/memory/status',
    row('argo', 5_249_684),
    row('zpn', zpn),
    row('Total', 5_249_684 + zpn + 1_024).replace(' (32)', ''),
    '[root@waw1-ac-3 ~]# ',
  );
}

export const dataPathCases: readonly Case[] = [
  {
    name: 'data path: one connection of two drops, a journal in ISO times',
    files: {
      'waw/journal-0914.txt': text(
        ...Array.from({ length: 5 }, (_, index) =>
          [
            flow({ rx: 195_538 + index * 400, tx: 855_420 + index * 900 }),
            flow({
              port: 41_300,
              broker: 'broker2a.waw2',
              rx: 91_000 + index * 210,
              tx: 44_120 + index * 180,
              drop: [0, 0, 14, 58, 131][index] ?? 0,
            }),
          ].map((message) => `2026-09-14T07:3${String(index)}:12+0200 waw1-ac-3 zpa-connector-child[4410]: ${message}`),
        ).flat(),
      ),
    },
    found: [{ rule: 'tunnel/tx-drop', severity: 'warning', at: ['waw/journal-0914.txt', 'broker2a.waw2'] }],
    rootCause: 'tunnel/tx-drop',
    absent: ['tunnel/tx-blocked', 'tunnel/one-way-traffic'],
  },
  {
    name: 'data path: drops of long ago, and a connection that began anew',
    files: {
      'fc.txt': text(
        ...flows(4, (index) => ({ rx: 195_538 + index * 500, tx: 855_420 + index * 900, drop: 44 })),
        ...[0, 1, 2].map((index) =>
          child(W, minute(5 + index), flow({ port: 51_000, rx: 500 + index * 500, tx: 900 + index * 900, drop: 9 })),
        ),
      ),
    },
    found: [],
    rootCause: null,
    absent: ['tunnel/tx-blocked', 'tunnel/one-way-traffic', 'tunnel/backed-off-connections'],
  },
  {
    name: 'data path: what waits to be sent grows',
    files: {
      'fc.txt': text(
        ...flows(6, (index) => ({ rx: 9_000 + index * 400, tx: 8_000 + index * 90, enq: 8_000 + index * 450_000 })),
      ),
    },
    found: [{ rule: 'tunnel/tx-blocked', severity: 'warning' }],
    rootCause: 'tunnel/tx-blocked',
    absent: ['tunnel/tx-drop'],
  },
  {
    name: 'data path: the other side receives less than is sent',
    files: {
      'fc.txt': text(
        ...flows(7, (index) => ({
          rx: 9_000 + index * 5_000,
          tx: 8_000 + index * 910_000,
          peer: 8_000 + index * 1_200,
        })),
      ),
    },
    found: [{ rule: 'tunnel/one-way-traffic', severity: 'warning' }],
    rootCause: 'tunnel/one-way-traffic',
    tolerated: ['tunnel/tx-blocked'],
  },
  {
    name: 'data path: a sender is kicked for being blocked',
    files: {
      messages: text(
        ...blocks(W, '07:31:12', 3, () => ({})),
        child(
          W,
          '07:33:40',
          'Kick flow control to connection [10.60.5.5]:37480;216199427017146580.pb.private.zscaler.com:[203.0.113.20]:443;0, as it is blocked for more than 1 second.',
        ),
      ),
    },
    found: [{ rule: 'tunnel/tx-blocked', severity: 'warning', at: ['messages', 'Kick flow control'] }],
    rootCause: 'tunnel/tx-blocked',
  },
  {
    name: 'data path: Microtunnels stay, newer line',
    files: {
      'journal.txt': text(
        ...Array.from({ length: 13 }, (_, index) =>
          child(W, minute(index), tunnels(90_000 + index * 400, 170 + index * 385)),
        ),
      ),
    },
    found: [{ rule: 'health/mtunnel-growth', severity: 'warning', at: ['journal.txt', 'current active 170|'] }],
    rootCause: 'health/mtunnel-growth',
  },
  {
    name: 'data path: more Microtunnels in the morning, newer line',
    files: {
      'journal.txt': text(
        ...Array.from({ length: 13 }, (_, index) =>
          child(W, minute(index), tunnels(90_000 + index * 400, 170 + index * 21)),
        ),
      ),
    },
    found: [],
    rootCause: null,
    absent: ['health/mtunnel-growth'],
  },
  {
    name: 'data path: one old block, tunnels without a data connection',
    files: {
      'block.txt': text(
        ...[
          'Control connection state: fohh_connection_connected, [10.60.5.5]:42098;broker1b.waw2.prod.zpath.net:[198.51.100.137]:443',
          'Broker data connection count = 0, backed_off connections = 0',
          'Mtunnels: Total Created = 88120, Total Freed = 88101, Current Active = 19, Alloc = 60, Free_q_cnt = 41',
        ].map((message) => child(W, '07:31:12', message)),
      ),
    },
    found: [{ rule: 'tunnel/no-data-connections', severity: 'warning' }],
    rootCause: 'tunnel/no-data-connections',
  },
  {
    name: 'container: kubectl logs with pod and time in front, at a prompt',
    files: {
      'kubectl.txt': text(
        'ops@jump-1:~$ kubectl -n zpa logs zpa-app-connector-0 --prefix --timestamps',
        contained(
          4,
          { data: [3, 9] },
          (time, message) => `[pod/zpa-app-connector-0/zpa-connector] 2026-09-14T${time}.114503122Z ${message}`,
        ).trimEnd(),
        'ops@jump-1:~$ kubectl -n zpa get pods',
        'NAME                  READY   STATUS    RESTARTS   AGE',
        'zpa-app-connector-0   1/1     Running   0          3d',
      ),
    },
    found: [
      { rule: 'tunnel/backed-off-connections', severity: 'warning', at: ['kubectl.txt', 'backed_off connections = 9'] },
    ],
    rootCause: 'tunnel/backed-off-connections',
  },
  {
    name: 'container: the file of the node, CRI',
    files: {
      'var/log/pods/zpa_zpa-app-connector-0_aa/zpa-connector/0.log': contained(
        4,
        { apps: [18, 11] },
        (time, message) => `2026-09-14T${time}.114503122+02:00 stderr F ${message}`,
      ),
    },
    found: [{ rule: 'health/apps-down', severity: 'warning' }],
    rootCause: 'health/apps-down',
  },
  {
    name: 'container: json-file of Docker',
    files: {
      '5f0c9f7a3a6e-json.log': contained(4, { rtt: [246_000, 251_000] }, (time, message) =>
        JSON.stringify({ log: `${message}\n`, stream: 'stderr', time: `2026-09-14T${time}.114503122Z` }),
      ),
    },
    found: [{ rule: 'tunnel/high-rtt', severity: 'warning' }],
    rootCause: 'tunnel/high-rtt',
  },
  {
    name: 'container: docker compose logs, without times',
    files: {
      'compose.log': contained(
        4,
        { skew: 'local time leads cloud time by 71.301620s' },
        (_, message) => `zpa-connector-1  | ${message}`,
      ),
    },
    found: [{ rule: 'health/time-skew', severity: 'error' }],
    rootCause: 'health/time-skew',
  },
  {
    name: 'bare: the level in front of every line of a block',
    files: {
      'block.txt': text(...blockMessages({ data: [2, 4] }).map((message) => `notice:${message}`)),
    },
    found: [{ rule: 'tunnel/backed-off-connections', severity: 'warning' }],
    rootCause: 'tunnel/backed-off-connections',
  },
  {
    name: 'bare: one line of a block, too many targets',
    files: {
      'line.txt': text(
        'Registered apps count 4410, alive apps 4410, apps with on-access health 4410, service count 900, target count 6120, target alive 6090',
      ),
    },
    found: [{ rule: 'health/target-limit', severity: 'warning', says: '6120' }],
    rootCause: 'health/target-limit',
  },
  {
    name: 'bare: the manager is old, the event alone',
    files: {
      'event.json': text(
        '{"currentSargeVersion":"25.45.1","expectedSargeVersion":"25.48.2","message":"App Connector running outdated sarge version"}',
      ),
    },
    found: [{ rule: 'upgrade/version-mismatch', severity: 'warning', says: '25.48.2' }],
    rootCause: 'upgrade/version-mismatch',
  },
  {
    name: 'lss: busy for twenty minutes, events out of order and behind a relay',
    files: {
      'relay.log': text(
        ...metrics(5, (index) => ({ CPUUtilization: ['30', '95', '97', '93', '41'][index] ?? '' }))
          .reverse()
          .map((event) => `<134>Sep 14 07:59:59 relay-1 zpa-lss: ${event}`),
      ),
    },
    found: [
      { rule: 'health/high-cpu', severity: 'error', at: ['relay.log', '"CPUUtilization":"95"'], says: 'Warsaw-3' },
    ],
    rootCause: 'health/high-cpu',
  },
  {
    name: 'lss: memory, descriptors, ports and disk of one connector at their end',
    files: {
      'metrics.jsonl': text(
        ...metrics(4, () => ({
          SystemMemoryUtilization: '94',
          ProcessUsedFileDescriptors: '490000',
          UsedTCPPortsIPv4: '27900',
          AvailableDiskBytes: '61000000',
        })),
      ),
    },
    found: [
      { rule: 'health/high-memory', severity: 'warning' },
      { rule: 'health/descriptors-exhausted', severity: 'warning' },
      { rule: 'health/ports-exhausted', severity: 'warning' },
      { rule: 'health/disk-full', severity: 'error' },
    ],
    rootCause: 'health/disk-full',
  },
  {
    name: 'lss: metrics as TSV, busy',
    files: {
      'metric.tsv': text(
        ...[0, 5, 10, 15].map((minutes) =>
          [
            `Mon Sep 14 07:${String(minutes).padStart(2, '0')}:10 2026 Connector Metric zpa-lss: `,
            ...'Warsaw-3 83 41 12 61 140 512 498 31 0 0 0 1 1 0 0 9120 9090 30 410 22 1 3 28231 1597377 1952 512000 911 31528673280 0'.split(
              ' ',
            ),
          ].join('\t'),
        ),
      ),
    },
    found: [{ rule: 'health/high-cpu', severity: 'warning' }],
    rootCause: 'health/high-cpu',
  },
  {
    name: 'lss: one event as jq prints it',
    files: {
      'event.json': text(
        ...JSON.stringify(
          {
            LogTimestamp: 'Mon Sep 14 07:31:12 2026',
            Customer: 'Kestrelmoor',
            SessionID: '8A64Qwj9zCkfYDGJVoUZ',
            SessionType: 'ZPN_ASSISTANT_BROKER_CONTROL',
            SessionStatus: 'ZPN_STATUS_DISCONNECTED',
            Version: '25.45.1',
            ZEN: 'EU-PL-9523',
            Connector: 'Warsaw-3',
            ConnectorGroup: 'Warsaw',
            CPUUtilization: 3,
            MemUtilization: 31,
          },
          null,
          2,
        ).split('\n'),
      ),
    },
    found: [
      { rule: 'tunnel/control-disconnected', severity: 'error', at: ['event.json', '"ZPN_STATUS_DISCONNECTED"'] },
    ],
    rootCause: 'tunnel/control-disconnected',
  },
  {
    name: 'lss: a printed list of metrics, memory at its end',
    files: {
      'metrics.json': text(
        ...JSON.stringify(
          metrics(4, () => ({ SystemMemoryUtilization: '98' })).map((event): unknown => JSON.parse(event)),
          null,
          1,
        ).split('\n'),
      ),
    },
    found: [{ rule: 'health/high-memory', severity: 'error', says: 'Warsaw-3' }],
    rootCause: 'health/high-memory',
  },
  {
    name: 'lss: one peak, and two connectors that are busy in turns',
    files: {
      'metrics.jsonl': text(
        ...metrics(8, (index) => ({
          Connector: index % 2 === 0 ? 'Warsaw-3' : 'Warsaw-4',
          CPUUtilization: ['96', '12', '97', '11', '20', '95', '18', '91'][index] ?? '',
        })),
      ),
    },
    found: [],
    rootCause: null,
    absent: ['health/high-cpu'],
  },
  {
    name: 'memory: hourly dumps in a file each',
    files: Object.fromEntries(
      [0, 1, 2, 3, 4, 5, 6].map((hour) => [
        `mem/status-${String(hour)}.txt`,
        dump(hour, 9_000_000 + hour * 21_000_000),
      ]),
    ),
    found: [{ rule: 'health/memory-leak', severity: 'warning', says: 'zpn' }],
    rootCause: 'health/memory-leak',
  },
  {
    name: 'export: the old entry of a machine beside its new one',
    files: {
      'zpa_list_app_connectors.json': JSON.stringify(
        ['24.566.1', '24.650.1', '24.650.1'].map((version, index) => ({
          id: `21724666030302480${String(index)}`,
          name: `aws-key-${String(index)}`,
          enabled: true,
          current_version: version,
          expected_version: version,
          control_channel_status: index === 0 ? 'ZPN_STATUS_DISCONNECTED' : 'ZPN_STATUS_AUTHENTICATED',
          last_broker_connect_time: '1789371000',
          private_ip: index === 2 ? '10.60.9.9' : '10.60.9.4',
          platform_detail: 'AWS',
          app_connector_group_id: '217246660303024000',
        })),
        null,
        2,
      ),
    },
    found: [
      { rule: 'enrollment/imdsv2-reenrolled', severity: 'info', at: ['zpa_list_app_connectors.json', '24.650.1'] },
      'tunnel/control-disconnected',
    ],
  },
  {
    name: 'bundle: the last line of the last block is cut',
    files: { 'tail.log': text(...blocks(W, '07:31:12', 5, () => ({}))).slice(0, -18) },
    found: [{ rule: 'bundle/truncated', severity: 'info' }],
    rootCause: null,
  },
];
