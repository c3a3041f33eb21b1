import { activityAt, Traffic } from './traffic';
import type { Links } from './traffic';
import { BrokerConnection } from './broker-connection';
import { flowRow } from './flow-row';
import { classicBlock, currentBlock } from './new-block';
import { oldBlock } from './old-block';
import type { BlockForm, NamedConnection, Status } from './status-block';
import { MachineState } from '../host/machine-state';
import type { Broker, Cast } from '../cast';
import type { JournalWriter } from '../journal/journal-writer';
import type { Random } from '../random';
import type { Clock } from '../timeline';

export interface LifeOptions {
  readonly cast: Cast;
  readonly form: BlockForm;
  readonly pid: number;
  readonly parentPid: number;
  /** When the process started; before the log's start for a process that was there already. */
  readonly bornMs: number;
  /** Life left of the certificate when the process started. */
  readonly certificateDays?: number;
  /** Flow-control rows behind each block: the control connection and so many data connections; -1: no rows. */
  readonly flowRows?: number;
}

/** Bytes that the control connection carries in a minute beside the tunnels' data. */
const CONTROL_BYTES = 46_000;
/** Data connections of a connector at work. */
const DATA_CONNECTIONS = 9;
/** Connections that are tried again while nothing gets through. */
const BACKED_OFF = 4;

/**
 * One life of zpa-connector-child: what it says when it starts, connects, is redirected or cut off, and every
 * minute. Scenarios call these in the order of their story.
 */
export class ConnectorLife {
  readonly traffic: Traffic;
  readonly machine: MachineState;
  readonly control: BrokerConnection;
  /** Local clock minus cloud clock, seconds, about which the printed skew moves. */
  skewSeconds = -0.0031;
  readonly #random: Random;
  readonly #side: readonly BrokerConnection[];
  readonly #data: readonly BrokerConnection[];
  readonly #named: readonly NamedConnection[];
  readonly #certificateEndsMs: number;

  constructor(
    private readonly journal: JournalWriter,
    private readonly clock: Clock,
    random: Random,
    private readonly options: LifeOptions,
  ) {
    const { cast, bornMs } = options;
    const { ip } = cast.machine;
    const [first, second] = cast.identity.brokers;
    this.#random = random;
    const ageMinutes = Math.max(0, Math.floor((clock.nowMs - bornMs) / 60_000));
    this.traffic = new Traffic(random.fork('traffic'), clock.nowMs, ageMinutes);
    this.machine = new MachineState(random.fork('machine'), cast.machine);
    const make = (broker: Broker): BrokerConnection => new BrokerConnection(random, ip, broker, clock.nowMs);
    this.control = make(first);
    this.#side = [make(first), make(second), make(first), make(second)];
    this.#data = [make(first), make(second)];
    const [config = null, override = null, stats = null, events = null] = this.#side;
    this.#named = [
      { label: 'Broker control', connection: this.control },
      { label: 'Broker config', connection: config },
      { label: 'Broker config override', connection: override },
      { label: 'Broker static wally config', connection: null },
      { label: 'Broker stats', connection: stats },
      { label: 'Log(event_log)', connection: events },
    ];
    this.#certificateEndsMs = bornMs + Math.round((options.certificateDays ?? 214.382) * 86_400_000);
  }

  /** A message of the child. */
  say(message: string): void {
    this.journal.line('zpa-connector-child', this.options.pid, message);
  }

  /** A message of the parent, which starts and updates the child. */
  manage(message: string): void {
    this.journal.line('zpa-connector', this.options.parentPid, `zscaler-update: ${message}`);
  }

  /** First lines of a child: the parent starts it. */
  start(): void {
    const { version } = this.options.cast.identity;
    this.manage(`Zscaler software update: Currently installed version verified as ${version}`);
    this.manage('zpa-connector-child Started from /opt/zscaler/var/image.bin');
    this.say('memory_arena_count=14');
    this.say('Checking Enrollment');
  }

  /** Clock, configuration and names, as an enrolled child goes through them before it connects. */
  prepare(addresses: readonly string[]): void {
    this.say('Connector- waiting for time synchronization');
    const sign = this.skewSeconds < 0 ? '+' : '-';
    this.say(`Connector- Time synchronized, Local time ${sign} ${Math.abs(this.skewSeconds).toFixed(6)}s = cloud_time`);
    this.resolve(addresses);
  }

  /** One line for each address of the bootstrap name. */
  resolve(addresses: readonly string[]): void {
    this.say('Waiting for connector to retrieve configuration');
    for (const ip of addresses)
      this.say(`Adding name resolution for co2br.${this.options.cast.identity.cloud} of ${ip}`);
  }

  /** Connections that were there before the log begins: nothing is said. */
  alreadyConnected(seconds: number): void {
    this.#openAll(this.control.broker, this.clock.nowMs - seconds * 1000);
  }

  /** The control connection comes up, and with it the others that had been lost. `sock`: say the handshake too. */
  connect(broker: Broker, sock: number | null = null): void {
    this.#openAll(broker, this.clock.nowMs);
    if (sock !== null) this.#event(`BEV_EVENT_CONNECTED, sock=${String(sock)} using ECDHE-RSA-AES128-GCM-SHA256`);
    if (this.options.form === 'old') {
      this.say('Control channel successfully connected to Zscaler Cloud');
      return;
    }
    this.say(`Broker control connection successfully connected to Zscaler Cloud: ${this.control.tuple}`);
  }

  /** A handshake that succeeds and nothing more: call `handshakeEnds` with the same socket. */
  handshake(broker: Broker, sock: number): void {
    this.control.dial(broker, this.clock.nowMs);
    this.#event(`BEV_EVENT_CONNECTED, sock=${String(sock)} using ECDHE-RSA-AES128-GCM-SHA256`);
  }

  /** The other side ends what had just been connected. */
  handshakeEnds(sock: number): void {
    this.#event(`BEV_EVENT_READING BEV_EVENT_ERROR, sock=${String(sock)}`);
  }

  /** A handshake towards the cloud that shows somebody else's certificate. `issuer`: its name in slash form. */
  intercepted(ip: string, sock: number, issuer: string): void {
    const { cloud } = this.options.cast.identity;
    this.say(
      `Received event from [uninitialized]:0;co2br.${cloud}:[${ip}]:443: BEV_EVENT_READING BEV_EVENT_ERROR, sock=${String(sock)} ` +
        `self signed certificate in certificate chain ${issuer} ${issuer}`,
    );
  }

  notYetConnected(): void {
    this.say('*Connector not yet connected to cloud, please check connectivity, if this persists*');
  }

  /** The control connection ends; every other connection with it unless `alone`. */
  close(reason: string, alone = false): void {
    this.say(`Broker control connection to Zscaler Cloud closed: ${this.control.tuple} ${reason}`);
    const { nowMs } = this.clock;
    this.control.close(nowMs);
    if (!alone) for (const connection of [...this.#side, ...this.#data]) connection.close(nowMs);
  }

  /** The Service Edge asks for a move: the control connection alone goes. Connect again a second later. */
  redirected(): void {
    this.say(`Received broker_redirect for control connection: ${this.control.tuple}`);
    this.close('FOHH_CLOSE_REASON_REDIRECT', true);
    this.traffic.counters.controlRedirects += 1;
  }

  /** Another Service Edge than the present one. */
  otherBroker(): Broker {
    const { brokers } = this.options.cast.identity;
    const others = brokers.filter(({ name }) => name !== this.control.broker.name);
    return others[this.#random.integer(0, others.length - 1)] ?? brokers[0];
  }

  /** A minute of work and its status block, with the flow-control rows behind it. */
  minute(): void {
    const { nowMs } = this.clock;
    const activity = activityAt(nowMs);
    const { toBroker, fromBroker } = this.traffic.minute(this.#links, activity, nowMs);
    this.#carry(toBroker, fromBroker);
    const status = this.#status(activity);
    const { form, flowRows = 2 } = this.options;
    const lines = form === 'old' ? oldBlock(status) : form === 'classic' ? classicBlock(status) : currentBlock(status);
    for (const line of lines) this.say(line);
    if (flowRows < 0) return;
    this.say(flowRow(this.control, nowMs));
    for (const connection of this.#data.slice(0, flowRows)) if (connection.isOpen) this.say(flowRow(connection, nowMs));
  }

  get #links(): Links {
    return { control: this.control.isOpen, data: this.#data.some((connection) => connection.isOpen) };
  }

  #event(what: string): void {
    this.say(`Received event from ${this.control.tuple}: ${what}`);
  }

  #openAll(broker: Broker, sinceMs: number): void {
    this.control.dial(broker, sinceMs);
    this.control.open(sinceMs);
    for (const connection of [...this.#side, ...this.#data]) {
      if (connection.isOpen) continue;
      connection.dial(connection.broker, sinceMs);
      connection.open(sinceMs + this.#random.integer(900, 3_900));
    }
  }

  #carry(toBroker: number, fromBroker: number): void {
    if (this.control.isOpen) this.control.carry(CONTROL_BYTES + (toBroker % 21_000), 18_000 + (fromBroker % 9_000));
    // What cannot be sent while there is no connection is dropped.
    else this.control.drop(this.#random.integer(3, 9), this.clock.nowMs);
    for (const connection of this.#side)
      connection.carry(this.#random.integer(700, 4_000), this.#random.integer(300, 2_000));
    // Each of the data connections has its part; the first ones have more.
    for (const [index, connection] of this.#data.entries()) {
      connection.carry(Math.floor(toBroker / (7 + index * 3)), Math.floor(fromBroker / (7 + index * 4)));
    }
  }

  #status(activity: number): Status {
    const { cast, bornMs } = this.options;
    const { nowMs } = this.clock;
    const { control, data } = this.#links;
    const random = this.#random;
    return {
      nowMs,
      identity: cast.identity,
      machine: cast.machine,
      moment: this.machine.moment(control ? activity : 0),
      processSeconds: Math.floor((nowMs - bornMs) / 1000),
      certificateSeconds: Math.floor((this.#certificateEndsMs - nowMs) / 1000),
      control: this.control,
      connections: this.#named,
      dataConnections: data ? DATA_CONNECTIONS + (random.chance(0.2) ? 1 : 0) : 0,
      backedOff: data ? 0 : BACKED_OFF,
      traffic: this.traffic,
      skewSeconds: this.skewSeconds * (0.4 + random.next() * 1.2),
      random,
    };
  }
}
