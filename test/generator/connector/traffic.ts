import type { Random } from '../random';

/** What a process has counted since it started. All counters only grow, but `active` and `freeQueue`. */
export interface Counters {
  /** Requests for a tunnel, by who asked: dispatcher, the user's broker. Their sum is the tunnels ever created. */
  fromDispatcher: number;
  fromUserBroker: number;
  /** Requests answered directly, that is refused. */
  refused: number;
  binds: number;
  bindAcks: number;
  discoveries: number;
  routes: number;
  routesDropped: number;
  dnsChecks: number;
  ends: number;
  pauses: number;
  resumes: number;
  windows: number;
  controlRedirects: number;
  configRedirects: number;
  statsRedirects: number;
  overrideRedirects: number;
  healthReports: number;
  healthDropped: number;
  comprehensive: number;
  /** Tunnels: open now, most ever open, objects in memory, and how the created ones divide. */
  active: number;
  peakActive: number;
  peakAtMs: number;
  objects: number;
  withoutHealth: number;
  udp: number;
  icmp: number;
  /** Bytes of application data. */
  toBroker: number;
  fromBroker: number;
}

/** Bytes that went over the connections within a minute. */
export interface MinuteBytes {
  readonly toBroker: number;
  readonly fromBroker: number;
}

/** Which connections to the cloud are up. */
export interface Links {
  readonly control: boolean;
  readonly data: boolean;
}

/** Tunnel requests in a busy minute. */
const BUSY_MINUTE = 190;
/** Tunnel ends come from both sides: 1.65 to 1.70 for each bind in all published rows. */
const ENDS_EACH_BIND = 1.66;
/** Binds on their way to the broker and back, and streams held at any moment: small and steady when all is well. */
const UNACKED = 12;
const HELD = 22;

/** The work of one child process, minute by minute, with counters that obey the laws of published samples. */
export class Traffic {
  readonly counters: Counters;
  #minutes = 0;
  #pending = 0;

  /** `ageMinutes`: how long the process has worked before the log begins; its counters start accordingly. */
  constructor(
    private readonly random: Random,
    startMs: number,
    ageMinutes: number,
  ) {
    const requests = Math.round(ageMinutes * BUSY_MINUTE * 0.45);
    const refused = Math.round(requests * 0.0005);
    const fromDispatcher = Math.round(requests * 0.3);
    const active = ageMinutes === 0 ? 0 : 96;
    const discoveries = ageMinutes * 24;
    const binds = requests - refused;
    const resumes = Math.round(binds * 0.062);
    this.counters = {
      fromDispatcher,
      fromUserBroker: requests - fromDispatcher,
      refused,
      binds,
      bindAcks: Math.max(0, binds - UNACKED),
      discoveries,
      routes: discoveries * 96,
      routesDropped: 0,
      dnsChecks: Math.round(ageMinutes * 0.7),
      ends: Math.round(binds * ENDS_EACH_BIND),
      pauses: ageMinutes === 0 ? 0 : resumes + HELD,
      resumes,
      windows: binds * 13,
      controlRedirects: ageMinutes === 0 ? 0 : 4,
      configRedirects: ageMinutes === 0 ? 0 : 3,
      statsRedirects: ageMinutes === 0 ? 0 : 1,
      overrideRedirects: ageMinutes === 0 ? 0 : 4,
      healthReports: ageMinutes * 41,
      healthDropped: ageMinutes === 0 ? 0 : 21,
      comprehensive: Math.floor(ageMinutes / 5),
      active,
      peakActive: active * 2,
      peakAtMs: startMs - 7_200_000,
      objects: active * 2 + 640,
      withoutHealth: Math.round(requests * 0.004),
      udp: Math.round(requests * 0.08),
      icmp: Math.round(requests * 0.0001),
      toBroker: requests * 37_913,
      fromBroker: requests * 17_259,
    };
  }

  /** All tunnels ever created: one for each request. */
  get created(): number {
    return this.counters.fromDispatcher + this.counters.fromUserBroker;
  }

  get freed(): number {
    return this.created - this.counters.active;
  }

  /** Works for a minute. `activity`: 0 (night) to 1 (peak). Without a control connection nothing new is asked. */
  minute(links: Links, activity: number, nowMs: number): MinuteBytes {
    this.#minutes += 1;
    if (!links.control) {
      // Tunnels live on over data connections, and are gone with them.
      this.counters.active = links.data ? Math.floor(this.counters.active * 0.8) : 0;
      return { toBroker: 0, fromBroker: 0 };
    }
    const { random, counters: c } = this;
    const requests = Math.max(1, Math.round(BUSY_MINUTE * activity * (0.75 + random.next() * 0.5)));
    this.#requests(requests);
    this.#tunnels(requests, activity, nowMs);
    const discoveries = Math.round(8 + 40 * activity * random.next());
    c.discoveries += discoveries;
    c.routes += discoveries * random.integer(90, 104);
    if (random.chance(0.4)) c.dnsChecks += random.integer(1, 2);
    c.healthReports += random.integer(36, 47);
    if (this.#minutes % 5 === 0) c.comprehensive += 1;
    const toBroker = requests * random.integer(24_000, 52_000);
    const fromBroker = requests * random.integer(9_000, 25_000);
    c.toBroker += toBroker;
    c.fromBroker += fromBroker;
    return { toBroker, fromBroker };
  }

  #requests(requests: number): void {
    const { random, counters: c } = this;
    const fromDispatcher = Math.round(requests * (0.25 + random.next() * 0.1));
    c.fromDispatcher += fromDispatcher;
    c.fromUserBroker += requests - fromDispatcher;
    const refused = random.chance(requests * 0.0005) ? 1 : 0;
    c.refused += refused;
    const pending = Math.min(requests - refused, random.integer(0, 2));
    const binds = requests - refused + this.#pending - pending;
    this.#pending = pending;
    c.binds += binds;
    c.bindAcks = Math.max(c.bindAcks, c.binds - UNACKED - random.integer(-2, 2));
    c.ends += Math.round(binds * ENDS_EACH_BIND);
    const resumes = Math.round(binds * 0.062);
    c.resumes += resumes;
    c.pauses = Math.max(c.pauses, c.resumes + HELD + random.integer(-1, 1));
    c.windows += binds * random.integer(12, 14);
  }

  #tunnels(requests: number, activity: number, nowMs: number): void {
    const { random, counters: c } = this;
    const aim = Math.round(30 + 120 * activity);
    const step = Math.max(-requests, Math.min(requests, Math.round((aim - c.active) * 0.4) + random.integer(-7, 7)));
    c.active = Math.max(1, c.active + step);
    if (c.active > c.peakActive) {
      c.peakActive = c.active;
      c.peakAtMs = nowMs;
    }
    c.objects = Math.max(c.objects, c.peakActive + 640);
    if (random.chance(requests * 0.004)) c.withoutHealth += 1;
    c.udp += Math.round(requests * 0.08);
    if (random.chance(0.02)) c.icmp += 1;
  }
}

/** How busy an enterprise is at a moment: 0.12 at night, 1 in the late morning, weekends quiet. */
export function activityAt(ms: number): number {
  const date = new Date(ms);
  const hour = date.getUTCHours() + date.getUTCMinutes() / 60;
  const day = Math.exp(-(((hour - 10.5) / 3.6) ** 2)) * 0.8 + Math.exp(-(((hour - 14.5) / 2.4) ** 2)) * 0.35;
  const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
  return Math.min(1, 0.12 + day * (weekend ? 0.15 : 1));
}
