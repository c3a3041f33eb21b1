/** Joins lines into the text of a file. */
export function text(...lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}

/** Whose lines they are: the host and the process of one journal. */
export interface Writer {
  readonly host: string;
  readonly pid: number;
  readonly parent: number;
  /** Month and day as syslog prints them. */
  readonly day: string;
}

/** A journal line of the child. `time`: 08:15:02. */
export function child(writer: Writer, time: string, message: string): string {
  return `${writer.day} ${time} ${writer.host} zpa-connector-child[${String(writer.pid)}]: ${message}`;
}

/** A journal line of the parent process. */
export function parent(writer: Writer, time: string, message: string): string {
  return `${writer.day} ${time} ${writer.host} zpa-connector[${String(writer.parent)}]: ${message}`;
}

/** A journal line of another program of the host. */
export function other(writer: Writer, time: string, program: string, message: string): string {
  return `${writer.day} ${time} ${writer.host} ${program}: ${message}`;
}

/** `HH:MM:SS` of a second of the day. */
export function clock(second: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(second / 3600) % 24)}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}

/** Second of the day of `HH:MM:SS`. */
export function second(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

/** As the connector prints a duration: 2D:5H:27M:26S, units of zero in front left out. */
export function uptime(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor(seconds / 3600) % 24;
  const minutes = Math.floor(seconds / 60) % 60;
  const parts = [`${String(days)}D`, `${String(hours)}H`, `${String(minutes)}M`, `${String(seconds % 60)}S`];
  const first = [days, hours, minutes, 1].findIndex((value) => value > 0);
  return parts.slice(first).join(':');
}

/** What one status block says; everything left out is healthy. */
export interface Block {
  readonly id?: string;
  readonly name?: string;
  readonly version?: string;
  readonly certificate?: string;
  readonly state?: string;
  readonly tuple?: string;
  /** Seconds the control connection is up. */
  readonly up?: number;
  readonly rtt?: readonly [tcp: number, app: number];
  readonly broken?: number;
  readonly bind?: readonly [sent: number, acknowledged: number];
  readonly drops?: readonly [routes: number, health: number];
  readonly data?: readonly [count: number, backedOff: number];
  readonly tunnels?: readonly [created: number, freed: number];
  readonly apps?: readonly [registered: number, alive: number];
  readonly targets?: readonly [count: number, alive: number];
  readonly skew?: string;
  /** Further lines of the block. */
  readonly more?: readonly string[];
}

const TUPLE = '[10.44.7.21]:40112;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;2';

/** What a block says where a case leaves it out. */
const HEALTHY = {
  id: '72060411536474999',
  name: 'Frankfurt DC-1',
  version: '24.488.2',
  certificate: '201 days, 4 hours, 11 minutes, 7 seconds',
  state: 'fohh_connection_connected',
  tuple: TUPLE,
  up: 90_061,
  rtt: [18_200, 9_100],
  broken: 0,
  drops: [0, 0],
  data: [14, 0],
  tunnels: [51_230, 51_190],
  apps: [18, 18],
  targets: [64, 61],
  skew: '+ 0.000812s',
  more: [],
} as const;

/** The messages of one block, newer form. */
export function blockMessages(told: Block): string[] {
  const block = { ...HEALTHY, ...told };
  const [created, freed] = block.tunnels;
  const [sent, acknowledged] = told.bind ?? [created - 12, created - 21];
  const active = String(created - freed);
  return [
    `-------- Connector Status:ID=${block.id}:Name=${block.name}:Ver=${block.version} --------`,
    `Certificate will expire in ${block.certificate}`,
    `Broker control connection, state ${block.state}, ${block.tuple} uptime ${uptime(block.up)}, RTT (tcp|app): ${block.rtt.join('|')} us, disconnect_duration_s ${String(block.broken)}`,
    `RPC Messages, RX: BrkRq[Dsp ${String(created)} UBrk 0 PBrk 0], BindAck ${String(acknowledged)}, AppRtDisc 811, DnsChk[Dsp 77 Pbrk 0], MtunnelEnd ${String(created)} TagPause 61 TagResume 60 WinUpdate 90412 Control Redirect 2 Config Redirect 2 Stats Redirect 1 Log redirect 0 Override redirect 1 TX|TX_DROP: BrkRqAck[Dsp 12|0, UBrk 0|0, Pbrk 0|0], BindReq ${String(sent)}|0, AppRtReq 90215|${String(block.drops[0])}, HealthRp 4022|${String(block.drops[1])} DnsChk[Dsp 77|0 PBrk 0|0 NoR 0], ComprehensiveStats 300|0`,
    `Broker data connection count = ${String(block.data[0])}, backed_off connections = ${String(block.data[1])}`,
    `Data Transfer: Total ToBroker = ${String(created * 3301)} bytes, Total FromBroker = ${String(created * 1211)} bytes`,
    `Mtunnels: Total Created = ${String(created)}, Total Freed = ${String(freed)}, Current Active = ${active}, Alloc = ${String(created - freed + 300)}, Free_q_cnt = 300`,
    `Registered apps count = ${String(block.apps[0])}, alive app = ${String(block.apps[1])}, passive_health = ${String(block.apps[0])}, service_count = 40, target_count = ${String(block.targets[0])}, alive_target = ${String(block.targets[1])}, aged_target = 0`,
    `Time skew: ${block.skew}`,
    ...block.more,
  ];
}

/** Lines of one block at a time. */
export function blockAt(writer: Writer, time: string, block: Block = {}): string[] {
  return blockMessages(block).map((message) => child(writer, time, message));
}

/** One block a minute: `each` gives the block for the n-th minute (0 first). */
export function blocks(writer: Writer, from: string, count: number, each: (minute: number) => Block): string[] {
  return Array.from({ length: count }, (_, minute) =>
    blockAt(writer, clock(second(from) + minute * 60), {
      up: 90_061 + minute * 60,
      tunnels: [51_230 + minute * 23, 51_190 + minute * 23],
      ...each(minute),
    }),
  ).flat();
}
