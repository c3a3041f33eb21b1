import type { FieldToken, Format, SectionReader, Take } from '../format';
import { pairFields, pairsOf } from '../json/pairs';
import type { LssFacts, LssReason, LssStatus } from './facts';
import type { LssRecord } from './record';
import { nameOf, recordOf } from './record';
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
    const kind = hasMark(line) ? recordOf(line)?.kind : undefined;
    return kind === undefined ? null : `a record of the Log Streaming Service (${kind.replace('-', ' ')})`;
  },
  read: () => new LssReader(),
  fields: (line) => {
    const record = recordOf(line);
    if (record === null) return [];
    const brace = line.indexOf('{');
    const isJson = [...record.values.values()].some((value) => value.keyEnd > value.keyStart);
    if (isJson) return pairFields(pairsOf(line, brace), 'lss.').map(canonical);
    return [...record.values].map(([name, { start, end, keyStart, keyEnd }]) => ({
      name: `lss.${name}`,
      nameStart: keyStart,
      nameEnd: keyEnd,
      valueStart: start,
      valueEnd: end,
    }));
  },
  seriesKey: (line) => {
    const record = recordOf(line);
    if (record === null || !/-(?:status|metrics)$/u.test(record.kind) || record.kind === 'user-status') return null;
    const name = NAMES.map((key) => record.values.get(key)?.text).find((text) => text !== undefined);
    return name === undefined ? null : `${record.kind}|${name}`;
  },
};

function canonical(token: FieldToken): FieldToken {
  return { ...token, name: `lss.${nameOf(token.name.slice('lss.'.length))}` };
}

/** Words that every record has: looked for before anything is parsed. */
function hasMark(line: string): boolean {
  return line.includes('"LogTime') || line.includes('zpa-lss:') || line.includes('uditOperationType"');
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
  readonly #reasons = new Map<string, Tally>();
  #ended = 0;

  take(text: string, start: number, end: number, line: number): Take {
    const content = text.slice(start, end);
    if (content.trim() === '') return 'maybe';
    const record = hasMark(content) ? recordOf(content) : null;
    if (record === null) return hasMark(content) ? 'maybe' : 'refused';
    this.#counts[record.kind] = (this.#counts[record.kind] ?? 0) + 1;
    if (record.kind === 'user-activity') this.#activity(record, line);
    else this.#status(record, line);
    return 'taken';
  }

  finish(): LssFacts {
    const reasons = [...this.#reasons].map(([code, tally]) => ({
      ...tally,
      code,
      applications: [...tally.applications],
    }));
    reasons.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
    return { counts: this.#counts, statuses: this.#statuses, ended: this.#ended, reasons };
  }

  #status(record: LssRecord, line: number): void {
    const kind = COMPONENTS.find(([one]) => one === record.kind);
    const status = record.values.get('SessionStatus');
    const name = textOf(record, kind?.[2] ?? '');
    if (kind === undefined || status === undefined || name === null || this.#statuses.length >= MAX_STATUSES) return;
    this.#statuses.push({
      line,
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

  #activity(record: LssRecord, line: number): void {
    const reason = record.values.get('InternalReason');
    const code = reason?.text ?? '';
    if (code !== '' || record.values.get('ConnectionStatus')?.text === 'close') this.#ended += 1;
    if (reason === undefined || !/^[A-Z][A-Z0-9_]{2,80}$/u.test(code)) return;
    const tally = this.#tallyOf(code);
    if (tally === null) return;
    const place = { line, start: reason.start, end: reason.end };
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
