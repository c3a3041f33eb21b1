import type { JournalWriter } from './journal-writer';
import type { Random } from './random';

/** Who the connector is and whom it talks to. All values are invented. */
export interface Identity {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly localIp: string;
  readonly brokers: readonly [Broker, ...Broker[]];
  readonly apiHost: string;
  readonly cloud: string;
}

export interface Broker {
  readonly name: string;
  readonly ip: string;
}

/** Counters that obey the invariants of published samples (requests = binds + direct answers; created - freed = active). */
interface Counters {
  requests: number;
  userRequests: number;
  answers: number;
  binds: number;
  bindAcks: number;
  discoveries: number;
  routes: number;
  dnsChecks: number;
  ends: number;
  pauses: number;
  resumes: number;
  windows: number;
  redirects: number;
  health: number;
  freed: number;
  toBroker: number;
  fromBroker: number;
  routeDrops: number;
}

/** One life of the App Connector's child process that writes its journal. */
export class Connector {
  broker: Broker;
  port: number;
  thread: number;
  connectedSince: number | null = null;
  certificateSeconds = 212 * 86_400 + 7_261;
  txDrop = 0;
  #counters: Counters;

  constructor(
    private readonly journal: JournalWriter,
    private readonly random: Random,
    readonly identity: Identity,
    readonly pid: number,
    readonly parentPid: number,
    private readonly form: 'old' | 'new',
  ) {
    this.broker = identity.brokers[0];
    this.port = random.integer(33_000, 60_000);
    this.thread = random.integer(0, 5);
    const requests = random.integer(200_000, 300_000);
    this.#counters = {
      requests,
      userRequests: requests * 2,
      answers: Math.floor(requests * 0.0005),
      binds: requests - Math.floor(requests * 0.0005),
      bindAcks: requests - Math.floor(requests * 0.0005) - 12,
      discoveries: Math.floor(requests / 10),
      routes: requests * 6,
      dnsChecks: 900,
      ends: Math.floor(requests * 1.66),
      pauses: 12_022,
      resumes: 12_000,
      windows: requests * 12,
      redirects: 4,
      health: Math.floor(requests / 3),
      freed: requests - 88,
      toBroker: requests * 37_913,
      fromBroker: requests * 17_259,
      routeDrops: 341,
    };
  }

  say(message: string): void {
    this.journal.line('zpa-connector-child', this.pid, message);
  }

  manager(message: string): void {
    this.journal.line('zpa-connector', this.parentPid, `zscaler-update: ${message}`);
  }

  get tuple(): string {
    return `[${this.identity.localIp}]:${String(this.port)};${this.broker.name}:[${this.broker.ip}]:443;${String(this.thread)}`;
  }

  /** From the start of the process to a control connection. */
  start(): void {
    this.manager('zpa-connector-child Started from /opt/zscaler/var/image.bin');
    this.journal.wait(1);
    this.say('memory_arena_count=14');
    this.say('Checking Enrollment');
    this.say('Waiting for connector to retrieve configuration');
    for (const { ip } of this.identity.brokers) this.say(`Adding name resolution for co2br.${this.identity.cloud} of ${ip}`);
    this.journal.wait(1);
    this.connect(this.identity.brokers[0]);
  }

  connect(broker: Broker): void {
    this.broker = broker;
    this.port = this.random.integer(33_000, 60_000);
    this.connectedSince = this.journal.timeMs;
    this.say(`Received event from ${this.tuple}: BEV_EVENT_CONNECTED, sock=${String(this.random.integer(40, 90))} using ECDHE-RSA-AES128-GCM-SHA256`);
    this.say(`Broker control connection successfully connected to Zscaler Cloud: ${this.tuple}`);
  }

  close(reason: string): void {
    this.say(`Broker control connection to Zscaler Cloud closed: ${this.tuple} ${reason}`);
    this.connectedSince = null;
  }

  /** A redirect to another broker: normal operation. */
  redirect(): void {
    this.say(`Received broker_redirect for control connection: ${this.tuple}`);
    this.close('FOHH_CLOSE_REASON_REDIRECT');
    this.#counters.redirects += 1;
    this.journal.wait(1);
    const others = this.identity.brokers.filter((broker) => broker !== this.broker);
    this.connect(others[0] ?? this.broker);
  }

  /** A minute of work, then the status block. */
  minute(): void {
    this.#work(this.connectedSince !== null);
    this.certificateSeconds -= 60;
    if (this.form === 'old') this.#oldBlock();
    else this.#newBlock();
  }

  /** The flow-control row of the control connection. */
  flowRow(): void {
    const { toBroker, fromBroker } = this.#counters;
    const tx = toBroker % 90_000_000;
    const rx = fromBroker % 40_000_000;
    const stamp = String(this.journal.timeMs * 1000 + 248_724);
    const state = this.connectedSince === null ? 'fohh_connection_backoff' : 'fohh_connection_connected';
    this.say(
      `* FC f_conn ${this.tuple.replace(/;\d+$/u, '')}:${state}, rx = ${String(rx)}, peer_tx = ${String(rx)}, tx = ${String(tx)}, tx_drop = ${String(this.txDrop)}, ` +
        `tx_limit = ${String(tx + 33_554_432)}, tx_limit_update = ${stamp}, r_rx = ${String(tx)}, r_tx_limit = ${String(rx + 33_554_432)}, ` +
        `tx_wnd_update = ${stamp}, rx_wnd_update = ${stamp}, tx_blocked = 0, enq = ${String(tx)}, deq = ${String(tx)}`,
    );
  }

  #work(connected: boolean): void {
    const c = this.#counters;
    if (!connected) {
      c.routeDrops += this.random.integer(40, 90);
      this.txDrop += this.random.integer(3, 9);
      return;
    }
    const requests = this.random.integer(90, 190);
    const failed = this.random.next() < 0.05 ? 1 : 0;
    c.requests += requests;
    c.userRequests += requests * 2 + this.random.integer(0, 30);
    c.answers += failed;
    c.binds += requests - failed;
    c.bindAcks += requests - failed;
    c.discoveries += this.random.integer(10, 40);
    c.routes += requests * 6;
    c.ends += Math.floor(requests * 1.66);
    const paused = this.random.integer(5, 40);
    c.pauses += paused;
    c.resumes += paused;
    c.windows += requests * 12;
    c.health += this.random.integer(40, 60);
    c.freed = c.requests - this.random.integer(60, 140);
    c.toBroker += requests * this.random.integer(20_000, 55_000);
    c.fromBroker += requests * this.random.integer(9_000, 25_000);
  }

  #oldBlock(): void {
    const c = this.#counters;
    const state = this.connectedSince === null ? 'fohh_connection_backoff' : 'fohh_connection_connected';
    this.say(`-------- Connector Status:ID=${this.identity.id}:Name=${this.identity.name}:Ver=${this.identity.version} --------`);
    this.say(this.#certificate());
    this.say(`Control connection state: ${state}, ${this.tuple.replace(/;\d+$/u, '')}`);
    this.say(
      `RPC Messages: BrkRq = ${n(c.requests)}, BrkRqAck = ${n(c.answers)}, BindReq = ${n(c.binds)}, BindReqAck = ${n(c.bindAcks)}, ` +
        `AppRtDisc = ${n(c.discoveries)}, AppRtReq = ${n(c.routes)}, DsnAstChk = ${n(c.dnsChecks)}`,
    );
    this.say(`Broker data connection count = ${this.connectedSince === null ? '0' : '21'}, backed_off connections = ${this.connectedSince === null ? '4' : '0'}`);
    this.say(`Data Transfer: Total ToBroker = ${n(c.toBroker)} bytes, Total FromBroker = ${n(c.fromBroker)} bytes`);
    const active = c.requests - c.freed;
    this.say(
      `Mtunnels: Total Created = ${n(c.requests)}, Total Freed = ${n(c.freed)}, Current Active = ${n(active)}, Alloc = ${n(active + 751)}, Free_q_cnt = 751`,
    );
    this.say(
      'Registered apps count = 33, alive app = 33, passive_health = 33, service_count = 85, target_count = 104, alive_target = 74, aged_target = 0',
    );
    this.say(`Time skew: - 0.0${String(this.random.integer(1000, 19_999)).padStart(5, '0')}s`);
  }

  #newBlock(): void {
    const c = this.#counters;
    const connected = this.connectedSince !== null;
    const state = connected ? 'fohh_connection_connected' : 'fohh_connection_backoff';
    const cpu = this.random.integer(9, 24);
    const up = (this.journal.timeMs - (this.connectedSince ?? this.journal.timeMs)) / 1000;
    this.say(
      `-------- Connector Status:ID=${this.identity.id}:Name=${this.identity.name}:Ver=${this.identity.version}:Mem(System|Process)=31%|9%:` +
        'Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 3880000kB |2210400kB |0kB |0kB |1202800kB |349200kB :' +
        `Disk (Avail|Total)=41.77GB|63.80GB:CPU(Util|Steal|Configured|Avail)=${n(cpu)}%|0%|2|2:Uptime=${uptime(86_400 * 3 + up)} --------`,
    );
    this.say(`-------- Connector thread CPU usage: zthread=0% argo_global_memory_thread=0% event_log=0% statistics_log=1% fohh_thread_0=${n(cpu % 9)}% fohh_thread_1=3% zhealth_probe_thread=1% admin_probe=0%`);
    this.say(this.#certificate());
    const rtt = this.random.integer(18_000, 24_000);
    this.say(
      `Broker control connection, state ${state}, ${this.tuple} uptime ${connected ? uptime(up) : ''}, RTT (tcp|app): ${connected ? n(rtt) : '0'}|${connected ? n(rtt + this.random.integer(-9000, 9000)) : '0'} us, disconnect_duration_s ${connected ? '0' : n(60)}`,
    );
    this.say(
      `RPC Messages, RX: BrkRq[Dsp ${n(c.requests)} UBrk ${n(c.userRequests)} PBrk 0], BindAck ${n(c.bindAcks)}, AppRtDisc ${n(c.discoveries)}, DnsChk[Dsp ${n(c.dnsChecks)} Pbrk 0], ` +
        `MtunnelEnd ${n(c.ends)} TagPause ${n(c.pauses)} TagResume ${n(c.resumes)} WinUpdate ${n(c.windows)} Control Redirect ${n(c.redirects)} Config Redirect 3 Stats Redirect 1 Log redirect 0 Override redirect 4 ` +
        `TX|TX_DROP: BrkRqAck[Dsp ${n(c.answers)}|0, UBrk 6|0, Pbrk 0|0], BindReq ${n(c.binds)}|0, AppRtReq ${n(c.routes)}|${n(c.routeDrops)}, HealthRp ${n(c.health)}|21 ` +
        `DnsChk[Dsp ${n(c.dnsChecks)}|0 PBrk 0|0 NoR 0], ComprehensiveStats 130|0`,
    );
    this.say(`Broker data connection count = ${connected ? '21' : '0'}, backed_off connections = ${connected ? '0' : '4'}`);
    const active = c.requests - c.freed;
    this.say(`Mtunnels: Total Created = ${n(c.requests)}, Total Freed = ${n(c.freed)}, Current Active = ${n(active)}, Alloc = ${n(active + 751)}, Free_q_cnt = 751`);
    this.say('Registered apps count 12, alive apps 12, apps with on-access health 9, service count 31, target count 58, target alive 52');
    this.say(`Time skew: local time lags cloud time by 0.00${String(this.random.integer(1000, 9999))}s`);
    this.say('File descriptors(max|in-use): System 9223372036854775807|2752, Process 512000|611');
    this.say('System Sockets: Created 208 TCP4 in-use 46, TCP4 time-wait 63, UDP4 in-use 4, TCP6 in-use 4, UDP6 in-use 3, Ports available per interface 28232, IPv4 interfaces 2, IPv6 interfaces 3');
  }

  #certificate(): string {
    const s = this.certificateSeconds;
    return `Certificate will expire in ${n(Math.floor(s / 86_400))} days, ${n(Math.floor((s % 86_400) / 3600))} hours, ${n(Math.floor((s % 3600) / 60))} minutes, ${n(s % 60)} seconds`;
  }
}

/** `3D:0H:2M:13S`, leading zero units dropped. */
export function uptime(seconds: number): string {
  const s = Math.floor(seconds);
  const parts: [number, string][] = [
    [Math.floor(s / 86_400), 'D'],
    [Math.floor((s % 86_400) / 3600), 'H'],
    [Math.floor((s % 3600) / 60), 'M'],
    [s % 60, 'S'],
  ];
  const first = parts.findIndex(([value]) => value > 0);
  return parts
    .slice(first < 0 ? 3 : first)
    .map(([value, unit]) => `${String(value)}${unit}`)
    .join(':');
}

function n(value: number): string {
  return String(value);
}
