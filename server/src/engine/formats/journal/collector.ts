import { ownCopy } from '../../text/own-copy';
import { skipAnsi, stripAnsi } from '../../text/ansi';
import { FlowControlCollector } from '../fohh-connection/series';
import { isFlowControlRow } from '../fohh-connection/fields';
import type { KnownLine } from '../shared/known-line';
import { noteFollower } from '../shared/known-line';
import type { LineSkimmer, LineWindow } from '../../text/line-window';
import type { MessageMatcher, SectionContext, SectionReader, Take } from '../format';
import { statusLineKind } from '../status-block/kinds';
import { EventCollector } from './events';
import type { JournalFacts, StatusGap, TimeBreak } from './facts';
import { KnownPrefix } from './known-prefix';
import { LogClock } from './log-clock';
import { journalMarker } from './markers';
import { skipLevel } from './message';
import { emptyPrefix, readPrefix } from './prefix';
import type { JournalMode, Prefix } from './prefix';
import type { JournalRecord } from './records/record';
import { identify, ProcessTable } from './processes';
import type { Identity, OpenLife } from './processes';

/** Status blocks come once a minute; a silence longer than this is a fact worth a rule's look. */
const GAP_MS = 150_000;
/** Clock steps smaller than this are jitter of the journal's own ordering. */
const BACKWARDS_MS = 2_000;
const MAX_LISTED = 2_000;

/** What the prefix of a line says. */
interface Writer {
  /** The prefix as it is written, up to the message. */
  readonly prefix: string;
  /** Log-clock epoch ms; NaN without a clock. */
  readonly time: number;
  /** Null for foreign processes. */
  readonly life: OpenLife | null;
}

/** Collects what the lines or records of one journal say, in the order of time. Memory grows with what happened, not with the number of lines. */
export class JournalCollector implements SectionReader<JournalFacts>, LineSkimmer {
  readonly #prefix: Prefix = emptyPrefix();
  readonly #clock: LogClock;
  readonly #messages: MessageMatcher;
  readonly #processes = new ProcessTable();
  readonly #events = new EventCollector();
  readonly #flows = new FlowControlCollector();
  readonly #gaps: StatusGap[] = [];
  readonly #breaks: TimeBreak[] = [];
  readonly #hosts = new Set<string>();
  readonly #identities = new Map<string, Identity | null>();
  /** Who wrote the line before, and when. */
  #writer: Writer | null = null;
  /** Who wrote the product's last line. */
  #life: OpenLife | null = null;
  #mode: JournalMode | null = null;
  #lineCount = 0;
  #productLineCount = 0;
  #firstMs = Number.NaN;
  #lastMs = Number.NaN;
  #minMs = Number.POSITIVE_INFINITY;
  #maxMs = Number.NEGATIVE_INFINITY;
  /** Longest time without any line of the host since the last status block, ms. */
  #silenceMs = 0;
  #lastHost = '';
  #empty = false;
  #newestFirst = false;
  /** Offset of the current line in its text window. */
  #lineStart = 0;

  constructor(context: SectionContext) {
    this.#clock = new LogClock(context.assumptions);
    this.#messages = context.messages;
  }

  /** `lineStart`: where the line begins, in front of what `start` is behind (see wrapping.ts). */
  take(text: string, start: number, end: number, line: number, lineStart = start): Take {
    this.#lineStart = lineStart;
    const writer = this.#writer;
    if (writer !== null && text.startsWith(writer.prefix, start)) {
      this.#takeFrom(writer, text, start + writer.prefix.length, end, line);
      return 'taken';
    }
    const prefix = this.#prefix;
    if (!readPrefix(text, start, end, prefix)) return this.#takeOther(text, start, end, line);
    this.#mode ??= prefix.mode;
    const time = this.#clock.timeOf(prefix) ?? Number.NaN;
    const identity = this.#identityOf(text, prefix);
    const life = identity === null ? null : this.#lifeOf(text, prefix, identity, line);
    const from = prefix.messageStart;
    // Without an identifier the message's own words decide where the prefix ends.
    const repeats = prefix.identStart >= 0 && text.charCodeAt(from - 1) === 32;
    const found = { prefix: repeats ? text.slice(start, from) : '', time, life };
    this.#writer = repeats ? found : null;
    if (life !== null) this.#notePrefix(life, text, start, prefix.month > 0 && repeats ? from : -1);
    this.#takeFrom(found, text, from, end, line);
    return 'taken';
  }

  get skims(): boolean {
    const { prefix = null, lastKnown = null } = this.#life ?? {};
    return prefix !== null && lastKnown !== null;
  }

  skim(window: LineWindow): void {
    const life = this.#life;
    const prefix = life?.prefix ?? null;
    if (life === null || prefix === null) return;
    for (let last = life.lastKnown; last !== null; last = life.lastKnown) {
      const from = prefix.match(window, window.at);
      if (from < 0) return;
      let found = last.next;
      let after = found?.layout.match(window, from) ?? -1;
      if (after < 0) {
        found = last.beforeNext;
        after = found?.layout.match(window, from) ?? -1;
      }
      if (found === null || after < 0) return;
      const { line } = window;
      const { timeMs } = prefix;
      this.#lineCount += 1;
      this.#noteTime(timeMs, line);
      this.#productLineCount += 1;
      life.lastLine = line;
      life.firstMs ??= timeMs;
      life.lastMs = timeMs;
      if (found.keep(line, timeMs)) this.#noteBlock(life, line, timeMs);
      noteFollower(last, found);
      life.lastKnown = found;
      window.at = after;
      window.line = line + 1;
    }
  }

  /** A line of which the prefix is known: most lines of a status block share theirs to the second. */
  #takeFrom({ time, life }: Writer, text: string, from: number, end: number, line: number): void {
    this.#lineCount += 1;
    this.#noteTime(time, line);
    if (life === null) {
      this.#event('other', -1, text, from, end, line, time);
      return;
    }
    this.#productLineCount += 1;
    life.lastLine = line;
    if (!Number.isNaN(time)) {
      life.firstMs ??= time;
      life.lastMs = time;
    }
    this.#message(life, text, from, end, line, time);
  }

  /** A line without a prefix: the continuation of a message, or a message where the whole section has no prefixes. */
  keep(text: string, start: number, end: number, line: number, lineStart = start): void {
    this.#lineStart = lineStart;
    this.#lineCount += 1;
    if (this.#mode !== null && this.#mode !== 'cat') {
      // journalctl indents what follows to the column of the message.
      let from = start;
      while (from < end && text.charCodeAt(from) === 32) from += 1;
      this.#event('child', this.#processes.lives.length - 1, text, from, end, line, this.#lastMs);
      return;
    }
    this.#mode = 'cat';
    this.#bare(text, start, end, line);
  }

  /** Takes one record of a mode that prints each field by its name. */
  record(mode: JournalMode, record: JournalRecord): void {
    this.#mode ??= mode;
    this.#lineCount += 1;
    const { line, timeMs, start } = record;
    this.#clock.noteZone(record.zoneMinutes);
    this.#noteTime(timeMs, line);
    const [message = '', ...more] = stripAnsi(record.message).split('\n');
    // Columns of events are counted from the line's start: the message is held as a text of its own.
    this.#lineStart = -start;
    const identity = identify(record.identifier);
    if (identity === null) {
      this.#event('other', -1, message, 0, message.length, line, timeMs);
      return;
    }
    this.#productLineCount += 1;
    if (record.host !== null) this.#hosts.add(record.host);
    const life = this.#processes.at(record.host, identity, record.pid, line);
    life.lastLine = line;
    if (!Number.isNaN(timeMs)) {
      life.firstMs ??= timeMs;
      life.lastMs = timeMs;
    }
    this.#message(life, message, 0, message.length, line, timeMs);
    for (const text of more) this.#event('child', life.index, text, 0, text.length, line, timeMs);
  }

  /** Notes that the journal was printed newest first. */
  noteNewestFirst(): void {
    this.#newestFirst = true;
  }

  finish(): JournalFacts {
    return {
      mode: this.#mode ?? 'short',
      clock: this.#clock.notes,
      lineCount: this.#lineCount,
      productLineCount: this.#productLineCount,
      firstMs: Number.isFinite(this.#minMs) ? this.#minMs : null,
      lastMs: Number.isFinite(this.#maxMs) ? this.#maxMs : null,
      hosts: [...this.#hosts],
      processes: this.#processes.facts,
      events: this.#events.logs,
      flows: this.#flows.series,
      gaps: this.#gaps,
      breaks: this.#breaks,
      empty: this.#empty,
      newestFirst: this.#newestFirst,
    };
  }

  #takeOther(text: string, start: number, end: number, line: number): Take {
    const marker = journalMarker(text, skipAnsi(text, start, end), end);
    if (marker === null) return 'maybe';
    this.#lineCount += 1;
    if (marker === 'boot') {
      this.#life = null;
      this.#list(this.#breaks, { line, kind: 'boot', byMs: 0 });
      this.#processes.forgetKeys();
      this.#writer = null;
      this.#lastMs = Number.NaN;
    }
    if (marker === 'empty') this.#empty = true;
    return 'taken';
  }

  /** Cat mode and copied blocks: messages without any prefix, all of one unnamed process. */
  #bare(text: string, start: number, end: number, line: number): void {
    this.#productLineCount += 1;
    const life = this.#processes.at(null, { component: 'zpa-connector', role: 'unit' }, -1, line);
    life.lastLine = line;
    this.#message(life, text, start, end, line, Number.NaN);
  }

  #identityOf(text: string, prefix: Prefix): Identity | null {
    if (prefix.identStart < 0) return { component: 'zpa-connector', role: 'unit' };
    const unit = text.charCodeAt(prefix.identStart);
    // Only `z…` (zpa-*) and `n…` (np-connector) can be ours: most foreign lines end here.
    if (unit !== 122 && unit !== 110) return null;
    const ident = ownCopy(text.slice(prefix.identStart, prefix.identEnd));
    const known = this.#identities.get(ident);
    if (known !== undefined) return known;
    const identity = identify(ident);
    this.#identities.set(ident, identity);
    return identity;
  }

  #lifeOf(text: string, prefix: Prefix, identity: Identity, line: number): OpenLife {
    let host: string | null = null;
    if (prefix.hostStart >= 0) {
      if (
        !text.startsWith(this.#lastHost, prefix.hostStart) ||
        prefix.hostEnd - prefix.hostStart !== this.#lastHost.length
      ) {
        this.#lastHost = ownCopy(text.slice(prefix.hostStart, prefix.hostEnd));
        this.#hosts.add(this.#lastHost);
      }
      host = this.#lastHost;
    }
    return this.#processes.at(host, identity, prefix.pid, line);
  }

  #message(life: OpenLife, text: string, messageStart: number, end: number, line: number, time: number): void {
    const start = skipLevel(text, skipAnsi(text, messageStart, end), end);
    const kind = statusLineKind(text, start, end);
    if (kind !== null) {
      const blocks = this.#processes.blocksOf(life);
      if (blocks.add(kind, text, start, end, line, time, messageStart)) this.#noteBlock(life, line, time);
      followedBy(life, blocks.recent);
      return;
    }
    if (isFlowControlRow(text, start)) {
      this.#flows.add(life.index, text, start, end, line, time, messageStart);
      followedBy(life, this.#flows.recent);
      return;
    }
    this.#event(life.role, life.index, text, start, end, line, time);
  }

  #event(
    role: Identity['role'],
    process: number,
    text: string,
    start: number,
    end: number,
    line: number,
    time: number,
  ): void {
    const match = this.#messages.match(role, text, start, end);
    if (match === null) return;
    this.#events.add({
      message: match.id,
      process,
      line,
      start: start - this.#lineStart,
      end: end - this.#lineStart,
      timeMs: Number.isNaN(time) ? null : time,
      groups: match.groups,
    });
  }

  /** Notes how the lines of a process begin on this day: the prefix at [start, end), none where `end` is -1. */
  #notePrefix(life: OpenLife, text: string, start: number, end: number): void {
    this.#life = life;
    const { dayMs } = this.#clock;
    if (life.prefix?.isAt(text, start, end, dayMs) === true) return;
    // Of a life without a known line nothing is skimmed.
    life.prefix = end < 0 || life.lastKnown === null ? null : KnownPrefix.of(ownCopy(text.slice(start, end)), dayMs);
  }

  #noteTime(time: number, line: number): void {
    if (Number.isNaN(time)) return;
    if (Number.isNaN(this.#firstMs)) this.#firstMs = time;
    if (time - this.#lastMs > this.#silenceMs) this.#silenceMs = time - this.#lastMs;
    if (this.#lastMs - time > BACKWARDS_MS) {
      this.#list(this.#breaks, { line, kind: 'backwards', byMs: this.#lastMs - time });
    }
    this.#lastMs = time;
    if (time < this.#minMs) this.#minMs = time;
    if (time > this.#maxMs) this.#maxMs = time;
  }

  #noteBlock(life: OpenLife, line: number, time: number): void {
    if (time - life.lastBlockMs > GAP_MS) {
      this.#list(this.#gaps, {
        process: life.index,
        beforeLine: life.lastBlockLine,
        afterLine: line,
        beforeMs: life.lastBlockMs,
        afterMs: time,
        // A single line at the thaw is no life: the host was alive when no silence filled half of the gap.
        hostWasAlive: this.#silenceMs < (time - life.lastBlockMs) / 2,
      });
    }
    this.#silenceMs = 0;
    life.lastBlockLine = line;
    life.lastBlockMs = time;
  }

  #list<T>(list: T[], item: T): void {
    if (list.length < MAX_LISTED) list.push(item);
  }
}

/** Notes which line of a process follows which: the next time it is the first to be tried. */
function followedBy(life: OpenLife, line: KnownLine | null): void {
  if (line === null) return;
  if (life.lastKnown !== null) noteFollower(life.lastKnown, line);
  life.lastKnown = line;
}
