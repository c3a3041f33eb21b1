import type { FieldToken, SectionContext, SectionReader, Take } from '../format';
import { pairFields, pairsOf } from '../json/pairs';
import { JsonScanner } from '../json/scanner';
import type { ApiExport, ApiNamed } from './facts';
import type { ApiKind } from './kinds';
import { apiKindOf } from './kinds';
import type { ApiObject, ApiTarget, ApiValue } from './objects';
import { ObjectCollector } from './objects';

/** Objects kept of one export; tenants have hundreds of connectors. */
const MAX_OBJECTS = 20_000;

/** What one kind of export keeps of its objects. */
export interface ApiShape<Item, Facts> {
  readonly kind: ApiKind;
  /** Plain names of the members to read, beside those of the envelope. */
  readonly wanted: readonly string[];
  item(object: ApiObject): Item;
  facts(items: readonly Item[], common: ApiExport): Facts;
}

/** Reads one export of the API, or several of a kind that follow each other, one a line. */
export class ApiReader<Item, Facts> implements SectionReader<Facts>, ApiTarget {
  readonly #items: Item[] = [];
  readonly #wanted: ReadonlySet<string>;
  #scanner: JsonScanner;
  #collector: ObjectCollector;
  #commandSeen = false;
  #count = 0;
  #totalPages: number | null = null;
  #totalCount: ApiValue | null = null;
  #listed = false;

  constructor(
    private readonly context: SectionContext,
    private readonly shape: ApiShape<Item, Facts>,
  ) {
    this.#wanted = new Set([...NAMED, ...shape.wanted, 'totalpages', 'totalcount']);
    this.#collector = new ObjectCollector(this.#wanted, this);
    this.#scanner = new JsonScanner(this.#collector);
  }

  take(text: string, start: number, end: number, line: number): Take {
    const { state } = this.#scanner;
    if (state === 'broken') return 'refused';
    const begins = text.charCodeAt(start) === 0x7b || text.charCodeAt(start) === 0x5b;
    if (state === 'before' && !begins) return this.#lead(text.slice(start, end));
    if (state === 'done') {
      if (!begins || end - start < 3) return text.slice(start, end).trim() === '' ? 'maybe' : 'refused';
      if (apiKindOf([text.slice(start, Math.min(end, start + 4_096))]) !== this.shape.kind) return 'refused';
      this.#collector = new ObjectCollector(this.#wanted, this);
      this.#scanner = new JsonScanner(this.#collector);
      this.#listed = true;
    }
    return this.#scanner.line(text, start, end, line) === 'broken' ? 'refused' : 'taken';
  }

  /** A line before the export: the command itself, then what it may print first, such as a progress line. */
  #lead(content: string): Take {
    const { command } = this.context;
    if (command === null) return 'refused';
    if (!this.#commandSeen && content.includes(command)) {
      this.#commandSeen = true;
      return 'taken';
    }
    return 'maybe';
  }

  subject(object: ApiObject, listed: boolean): void {
    this.#count += 1;
    this.#listed ||= listed;
    if (this.#items.length < MAX_OBJECTS) this.#items.push(this.shape.item(object));
  }

  page(envelope: ApiObject): void {
    this.#listed = true;
    const pages = countOf(envelope.values.get('totalpages') ?? null);
    if (pages !== null) this.#totalPages = Math.max(this.#totalPages ?? 0, pages);
    this.#totalCount = envelope.values.get('totalcount') ?? this.#totalCount;
  }

  finish(): Facts {
    const complete = this.#scanner.state === 'done';
    this.#collector.finish();
    return this.shape.facts(this.#items, {
      count: this.#count,
      totalPages: this.#totalPages,
      totalCount: this.#totalCount,
      listed: this.#listed,
      complete,
      notAfterMs: this.context.assumptions.notAfterMs,
    });
  }
}

const NAMED = ['id', 'name', 'enabled'];

/** What all objects of the API have. */
export function namedOf(object: ApiObject): ApiNamed {
  const { values, at, complete } = object;
  const name = values.get('name') ?? null;
  const id = values.get('id') ?? null;
  return {
    at: name ?? id ?? at,
    id: textOf(id),
    name: textOf(name),
    enabled: values.get('enabled') ?? null,
    complete,
  };
}

/** Text of a value; null for nothing, an empty text and the word null. */
export function textOf(value: ApiValue | null | undefined): string | null {
  return value === null || value === undefined || value.kind === 'null' || value.text.trim() === '' ? null : value.text;
}

/** The value unless it is empty or null. */
export function filled(value: ApiValue | undefined): ApiValue | null {
  return value === undefined || textOf(value) === null ? null : value;
}

/** A count, printed as number or text; null for everything else. */
export function countOf(value: ApiValue | null): number | null {
  return value !== null && /^\d{1,15}$/u.test(value.text) ? Number(value.text) : null;
}

/** Epoch ms of a time in seconds, or in microseconds as group exports print it; null for none. */
export function epochMs(value: ApiValue | undefined): number | null {
  const text = value?.text ?? '';
  if (/^[1-9]\d{8,10}$/u.test(text)) return Number(text) * 1000;
  if (/^[1-9]\d{12}$/u.test(text)) return Number(text);
  return /^[1-9]\d{15}$/u.test(text) ? Math.floor(Number(text) / 1000) : null;
}

/** Whether a value says that the object is switched off. */
export function isDisabled(object: ApiNamed): boolean {
  return object.enabled?.text === 'false';
}

/** Members whose value nothing may show. */
const SECRET: ReadonlySet<string> = new Set(['api.provisioningKey', 'api.provisioning_key', 'api.fingerprint']);

/** Named values of a line of an export; the places of secrets are left empty. */
export function apiFields(line: string): readonly FieldToken[] {
  return pairFields(pairsOf(line), 'api.').map((token) =>
    SECRET.has(token.name) ? { ...token, valueEnd: token.valueStart } : token,
  );
}
