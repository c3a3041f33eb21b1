import type { Format, SectionReader, Take } from '../format';
import type { LssFacts, LssReason, LssSample, LssStatus } from './facts';
import { figuresOf } from './figures';
import { printedFields, printedKind, PrintedRecords } from './printed';
import type { LssRecord } from './record';
import { recordFields, recordOf } from './record';
import type { LssKind } from './templates';

/** Records kept one by one; each component writes a status record every few minutes at most. */
const MAX_STATUSES = 50_000;
const MAX_PLACES = 20;
const MAX_APPLICATIONS = 5;
/** Different codes kept; the vendor lists about 200. */
const MAX_CODES = 500;
const MAX_TEXT = 200;

const COMPONENTS: readonly (readonly [LssKind, LssStatus['component'], string, string])[] = [
  ['connector-status', 'App Connector', 'Connector', 'ConnectorGroup'],
  ['service-edge-status', 'Service Edge', 'ServiceEdge', 'ServiceEdgeGroup'],
  ['controller-status', 'Private Cloud Controller', 'PrivateCloudController', 'PrivateCloudControllerGroup'],
];
const NAMES = ['Connector', 'ServiceEdge', 'PrivateSE', 'PrivateCloudController'];

export const lssEvents: Format<LssFacts> = {
  id: 'lss-events',
  language: 'zpa-diagnostics',
  title: 'Events of the Log Streaming Service',
  certainty: 3,
  opens: (lines) => {
    const line = lines[0] ?? '';
    const kind = hasMark(line) ? recordOf(line)?.kind : /^[[{]/u.test(line) ? printedKind(lines) : null;
    return kind === undefined || kind === null
      ? null
      : `a record of the Log Streaming Service (${kind.replace('-', ' ')})`;
  },
  read: () => new LssReader(),
  fields: (line) => {
    const fields = recordFields(line);
    return fields.length > 0 ? fields : printedFields(line);
  },
  seriesKey: (line) => {
    const record = recordOf(line);
    if (record === null || !/-(?:status|metrics)$/u.test(record.kind) || record.kind === 'user-status') return null;
    const name = NAMES.map((key) => record.values.get(key)?.text).find((text) => text !== undefined);
    return name === undefined ? null : `${record.kind}|${name}`;
  },
};

/** Words that every record has: looked for before anything is parsed. */
function hasMark(line: string): boolean {
  return line.includes('"LogTime') || line.includes('zpa-lss:') || /uditOperationType\\{0,3}"/u.test(line);
}

interface Tally {
  count: number;
  withoutConnector: number;
  readonly places: LssReason['places'][number][];
  readonly placesWithoutConnector: LssReason['places'][number][];
  readonly applications: Set<string>;
  firstMs: number | null;
  lastMs: number | null;
}

class LssReader implements SectionReader<LssFacts> {
  readonly #counts: Partial<Record<LssKind, number>> = {};
  readonly #statuses: LssStatus[] = [];
  readonly #samples: LssSample[] = [];
  readonly #reasons = new Map<string, Tally>();
  readonly #printed = new PrintedRecords((record, line) => {
    this.#add(record, line);
  });
  #ended = 0;

  take(text: string, start: number, end: number, line: number): Take {
    const content = text.slice(start, end);
    if (content.trim() === '') return 'maybe';
    const record = hasMark(content) ? recordOf(content) : null;
    if (record === null && this.#printed.take(content, line)) return 'taken';
    if (record === null) return hasMark(content) ? 'maybe' : 'refused';
    this.#add(record, line);
    return 'taken';
  }

  #add(record: LssRecord, line: number): void {
    this.#counts[record.kind] = (this.#counts[record.kind] ?? 0) + 1;
    if (record.kind === 'user-activity') this.#activity(record, line);
    else {
      this.#status(record, line);
      this.#sample(record, line);
    }
  }

  finish(): LssFacts {
    const reasons = [...this.#reasons].map(([code, tally]) => ({
      ...tally,
      code,
      applications: [...tally.applications],
    }));
    reasons.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
    return { counts: this.#counts, statuses: this.#statuses, samples: this.#samples, ended: this.#ended, reasons };
  }

  #status(record: LssRecord, line: number): void {
    const kind = COMPONENTS.find(([one]) => one === record.kind);
    const status = record.values.get('SessionStatus');
    const name = textOf(record, kind?.[2] ?? '');
    if (kind === undefined || status === undefined || name === null || this.#statuses.length >= MAX_STATUSES) return;
    this.#statuses.push({
      line: line + status.below,
      start: status.start,
      end: status.end,
      timeMs: record.timeMs,
      component: kind[1],
      name,
      group: textOf(record, kind[3]),
      session: textOf(record, 'SessionID'),
      status: status.text.slice(0, MAX_TEXT),
      version: textOf(record, 'Version'),
      privateIp: textOf(record, 'PrivateIP'),
    });
  }

  #sample(record: LssRecord, line: number): void {
    const figures = figuresOf(record);
    const name = NAMES.map((key) => textOf(record, key)).find((text) => text !== null);
    if (figures === null || name === undefined || this.#samples.length >= MAX_STATUSES) return;
    this.#samples.push({ line, timeMs: record.timeMs, kind: record.kind, name, figures });
  }

  #activity(record: LssRecord, line: number): void {
    const reason = record.values.get('InternalReason');
    const code = reason?.text ?? '';
    if (code !== '' || record.values.get('ConnectionStatus')?.text === 'close') this.#ended += 1;
    if (reason === undefined || !/^[A-Z][A-Z0-9_]{2,80}$/u.test(code)) return;
    const tally = this.#tallyOf(code);
    if (tally === null) return;
    const place = { line: line + reason.below, start: reason.start, end: reason.end };
    tally.count += 1;
    if (tally.places.length < MAX_PLACES) tally.places.push(place);
    if (isWithoutConnector(record)) {
      tally.withoutConnector += 1;
      if (tally.placesWithoutConnector.length < MAX_PLACES) tally.placesWithoutConnector.push(place);
    }
    const application = textOf(record, 'Application') ?? textOf(record, 'Host');
    if (application !== null && tally.applications.size < MAX_APPLICATIONS) tally.applications.add(application);
    if (record.timeMs === null) return;
    tally.firstMs = Math.min(tally.firstMs ?? record.timeMs, record.timeMs);
    tally.lastMs = Math.max(tally.lastMs ?? record.timeMs, record.timeMs);
  }

  #tallyOf(code: string): Tally | null {
    const known = this.#reasons.get(code);
    if (known !== undefined) return known;
    if (this.#reasons.size >= MAX_CODES) return null;
    const tally: Tally = {
      count: 0,
      withoutConnector: 0,
      places: [],
      placesWithoutConnector: [],
      applications: new Set(),
      firstMs: null,
      lastMs: null,
    };
    this.#reasons.set(code, tally);
    return tally;
  }
}

/** Text of a value, at most 200 characters; null for none and an empty one. */
function textOf(record: LssRecord, key: string): string | null {
  const text = record.values.get(key)?.text.trim() ?? '';
  return text === '' || text === 'unset' ? null : text.slice(0, MAX_TEXT);
}

/** The record names the connector as empty or 0, or, in a template without its name, its address so. */
function isWithoutConnector(record: LssRecord): boolean {
  const connector = record.values.get('Connector') ?? record.values.get('ConnectorIP');
  return connector !== undefined && /^(?:0|0\.0\.0\.0|unset)?$/u.test(connector.text.trim());
}
