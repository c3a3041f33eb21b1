import { BOOTSTRAP_ADDRESSES } from '../cast';
import type { Broker, Cast } from '../cast';
import { ConnectorLife } from '../connector/connector-life';
import type { LifeOptions } from '../connector/connector-life';
import { JournalWriter } from '../journal/journal-writer';
import type { JournalOptions } from '../journal/journal-writer';
import { Random } from '../random';
import { Timeline } from '../timeline';

/** Tuesday 17 March 2026, 09:14:02.914 on the log's clock: fixed, so that bundles never change by themselves. */
export const MORNING = Date.UTC(2026, 2, 17, 9, 14, 2, 914);
/** Seconds from the start of a story to its first status block. */
export const FIRST_BLOCK = 43;

/** Where a story plays: its time, the journal that is written, the numbers it draws. */
export interface Stage {
  readonly cast: Cast;
  readonly timeline: Timeline;
  readonly journal: JournalWriter;
  readonly random: Random;
}

export function openStage(seed: number, cast: Cast, options: JournalOptions = {}, startMs = MORNING): Stage {
  const timeline = new Timeline(startMs);
  return { cast, timeline, journal: new JournalWriter(timeline, cast.machine.host, options), random: new Random(seed) };
}

/** A child process on the stage. It starts with the story unless told otherwise. */
export function enterConnector(stage: Stage, options: Partial<LifeOptions> = {}): ConnectorLife {
  const { cast, timeline, journal, random } = stage;
  const pid = options.pid ?? 3276;
  return new ConnectorLife(journal, timeline, random.fork(`life ${String(pid)}`), {
    cast,
    form: 'current',
    pid,
    parentPid: 1054,
    bornMs: timeline.nowMs,
    ...options,
  });
}

/** A child that has worked for days when the log begins. */
export function enterWorking(stage: Stage, options: Partial<LifeOptions> = {}): ConnectorLife {
  const days = stage.random.fork('age').integer(3, 12);
  const life = enterConnector(stage, { bornMs: stage.timeline.nowMs - days * 86_400_000 - 5_021_000, ...options });
  life.alreadyConnected(stage.random.fork('age').integer(90_000, 200_000));
  return life;
}

/** Status blocks once a minute for as long as `goesOn` says so. */
export function blocksEachMinute(stage: Stage, life: ConnectorLife, goesOn?: () => boolean, first = FIRST_BLOCK): void {
  stage.timeline.every(
    first,
    60,
    () => {
      life.minute();
    },
    goesOn,
  );
}

/** From the start of the process to a control connection, with the redirect that usually follows. */
export function startUp(stage: Stage, life: ConnectorLife): void {
  const { timeline, cast } = stage;
  const [first, second] = cast.identity.brokers;
  life.start();
  timeline.after(1, () => {
    life.prepare(BOOTSTRAP_ADDRESSES);
  });
  timeline.after(2, () => {
    life.connect(first, 63);
  });
  timeline.after(3, () => {
    moveTo(stage, life, second);
  });
}

/** A redirect now, and the connection to the other Service Edge a second later. */
export function moveTo(stage: Stage, life: ConnectorLife, broker: Broker): void {
  life.redirected();
  stage.timeline.after(1, () => {
    life.connect(broker);
  });
}

/** Redirects at the given seconds of the story: normal operation. */
export function redirectsAt(stage: Stage, life: ConnectorLife, seconds: readonly number[]): void {
  for (const second of seconds) {
    stage.timeline.at(second, () => {
      if (life.control.isOpen) moveTo(stage, life, life.otherBroker());
    });
  }
}

/** An outage at a second of the story: the close with its reason, and the connection again after so many seconds. */
export function outageAt(
  stage: Stage,
  life: ConnectorLife,
  second: number,
  lastsSeconds: number,
  options: { readonly reason?: string; readonly controlOnly?: boolean } = {},
): void {
  stage.timeline.at(second, () => {
    life.close(options.reason ?? 'FOHH_CLOSE_REASON_SOCKET_ERR', options.controlOnly ?? false);
  });
  stage.timeline.at(second + lastsSeconds, () => {
    life.connect(life.otherBroker());
  });
}
