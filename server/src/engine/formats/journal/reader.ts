import { skipAnsi } from '../../text/ansi';
import { FlowControlCollector } from '../fohh-connection/series';
import { isFlowControlRow } from '../fohh-connection/fields';
import type { MessageMatcher, SectionContext, SectionReader, Take } from '../format';
import { statusLineKind } from '../status-block/kinds';
import { EventCollector } from './events';
import type { JournalFacts, StatusGap, TimeBreak } from './facts';
import { LogClock } from './log-clock';
import { journalMarker } from './markers';
import { skipLevel } from './message';
import { emptyPrefix, readPrefix } from './prefix';
import type { JournalMode, Prefix } from './prefix';
import { identify, ProcessTable } from './processes';
import type { Identity, OpenLife } from './processes';

/** Status blocks come once a minute; a silence longer than this is a fact worth a rule's look. */
const GAP_MS = 150_000;
/** Clock steps smaller than this are jitter of the journal's own ordering. */
const BACKWARDS_MS = 2_000;
const MAX_LISTED = 2_000;

/** Reads one journal, line by line, into facts. Memory grows with what happened, not with the number of lines. */
export class JournalReader implements SectionReader<JournalFacts> {
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
  /** Offset of the current line in its text window. */
  #lineStart = 0;

  constructor(context: SectionContext) {
    this.#clock = new LogClock(context.assumptions);
    this.#messages = context.messages;
  }

  take(text: string, start: number, end: number, line: number): Take {
    this.#lineStart = start;
    const prefix = this.#prefix;
    if (!readPrefix(text, start, end, prefix)) return this.#takeOther(text, start, end, line);
    this.#mode ??= prefix.mode;
    this.#lineCount += 1;
    const time = this.#clock.timeOf(prefix) ?? Number.NaN;
    this.#noteTime(time, line);
    const identity = this.#identityOf(text, prefix);
    if (identity === null) {
      this.#event('other', -1, text, prefix.messageStart, end, line, time);
      return 'taken';
    }
    this.#productLineCount += 1;
    const life = this.#lifeOf(text, prefix, identity, line, time);
    this.#message(life, text, prefix.messageStart, end, line, time);
    return 'taken';
  }

  /** A line without a prefix: the continuation of a message, or a message where the whole section has no prefixes. */
  keep(text: string, start: number, end: number, line: number): void {
    this.#lineStart = start;
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

  finish(): JournalFacts {
    return {
      mode: this.#mode ?? 'short',
      clock: this.#clock.notes,
      lineCount: this.#lineCount,
      productLineCount: this.#productLineCount,
      firstMs: Number.isFinite(this.#minMs) ? this.#minMs : null,
      lastMs: Number.isFinite(this.#maxMs) ? this.#maxMs : null,
      hosts: [...this.#hosts],
      processes: this.#processes.lives,
      events: this.#events.logs,
      flows: this.#flows.series,
      gaps: this.#gaps,
      breaks: this.#breaks,
      empty: this.#empty,
    };
  }

  #takeOther(text: string, start: number, end: number, line: number): Take {
    const marker = journalMarker(text, start, end);
    if (marker === null) return 'maybe';
    this.#lineCount += 1;
    if (marker === 'boot') {
      this.#list(this.#breaks, { line, kind: 'boot', byMs: 0 });
      this.#processes.forgetKeys();
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
    const ident = text.slice(prefix.identStart, prefix.identEnd);
    const known = this.#identities.get(ident);
    if (known !== undefined) return known;
    const identity = identify(ident);
    this.#identities.set(ident, identity);
    return identity;
  }

  #lifeOf(text: string, prefix: Prefix, identity: Identity, line: number, time: number): OpenLife {
    let host: string | null = null;
    if (prefix.hostStart >= 0) {
      if (
        !text.startsWith(this.#lastHost, prefix.hostStart) ||
        prefix.hostEnd - prefix.hostStart !== this.#lastHost.length
      ) {
        this.#lastHost = text.slice(prefix.hostStart, prefix.hostEnd);
        this.#hosts.add(this.#lastHost);
      }
      host = this.#lastHost;
    }
    const life = this.#processes.at(host, identity, prefix.pid, line);
    life.lastLine = line;
    if (!Number.isNaN(time)) {
      life.firstMs ??= time;
      life.lastMs = time;
    }
    return life;
  }

  #message(life: OpenLife, text: string, messageStart: number, end: number, line: number, time: number): void {
    const start = skipLevel(text, skipAnsi(text, messageStart, end), end);
    const kind = statusLineKind(text, start, end);
    if (kind !== null) {
      if (life.blocks.add(kind, text, start, end, line, time)) this.#noteBlock(life, line, time);
      return;
    }
    if (isFlowControlRow(text, start)) {
      this.#flows.add(text, start, end, line, time);
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
