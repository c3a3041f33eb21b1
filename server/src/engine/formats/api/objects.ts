import type { JsonSink, JsonSpan, JsonValue } from '../json/scanner';

/** A scalar with its place. The text is cut at 200 characters. */
export interface ApiValue extends JsonSpan {
  readonly kind: JsonValue['kind'];
  readonly text: string;
}

/** An object of an export: only the members that were asked for, by their plain names (see plainName). */
export interface ApiObject {
  /** Its opening bracket. */
  readonly at: JsonSpan;
  readonly values: ReadonlyMap<string, ApiValue>;
  readonly objects: ReadonlyMap<string, ApiObject>;
  readonly lists: ReadonlyMap<string, ApiList>;
  /** Its closing bracket was read. */
  readonly complete: boolean;
}

export interface ApiList {
  /** The first ones; `count` has all elements, scalars too. */
  readonly objects: readonly ApiObject[];
  readonly count: number;
  readonly complete: boolean;
}

/** What a collector hands on while the text streams by. */
export interface ApiTarget {
  /** An object that the export is about, when it ends or the text does. */
  subject(object: ApiObject, listed: boolean): void;
  /** The envelope of a page, after the objects in it. */
  page?(envelope: ApiObject): void;
}

/** Keys under which the API and tools around it put the objects of a page. */
const PAGE_KEYS: ReadonlySet<string> = new Set(['list']);
const MAX_TEXT = 200;
/** Objects kept of one list inside an object: a group has a few connectors. */
const MAX_LISTED = 5_000;

/** One name for both spellings: `lastBrokerConnectTime` and `last_broker_connect_time` are `lastbrokerconnecttime`. */
export function plainName(key: string): string {
  return key.replace(/_/gu, '').toLowerCase();
}

interface Building {
  readonly at: JsonSpan;
  readonly values: Map<string, ApiValue>;
  readonly objects: Map<string, ApiObject>;
  readonly lists: Map<string, ApiList>;
  complete: boolean;
  isPage: boolean;
}

interface BuildingList {
  readonly objects: Building[];
  count: number;
  complete: boolean;
}

type Frame =
  | { readonly role: 'subjects' }
  | { readonly role: 'subject' | 'object'; readonly object: Building; readonly listed: boolean }
  | { readonly role: 'list'; readonly list: BuildingList }
  | { readonly role: 'other' };

const OTHER: Frame = { role: 'other' };

/** Makes objects of a scanner's events: one object, a list, or a page with its `list`. Nothing else is kept. */
export class ObjectCollector implements JsonSink {
  readonly #frames: Frame[] = [];

  /** `wanted`: plain names of the members to keep; a secret is never among them. */
  constructor(
    private readonly wanted: ReadonlySet<string>,
    private readonly target: ApiTarget,
  ) {}

  open(kind: 'object' | 'array', key: string | null, at: JsonSpan): void {
    this.#frames.push(this.#frameOf(kind, key === null ? '' : plainName(key), at));
  }

  close(): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    if (frame.role === 'list') frame.list.complete = true;
    if (frame.role !== 'subject' && frame.role !== 'object') return;
    frame.object.complete = true;
    if (frame.role === 'subject') this.#handOver(frame.object, frame.listed);
  }

  value(key: string | null, value: JsonValue): void {
    const frame = this.#frames[this.#frames.length - 1];
    if (frame?.role === 'list') frame.list.count += 1;
    if (key === null || value.text === null || (frame?.role !== 'subject' && frame?.role !== 'object')) return;
    const name = plainName(key);
    if (!this.wanted.has(name)) return;
    const { kind, line, start, end } = value;
    frame.object.values.set(name, { kind, text: value.text.slice(0, MAX_TEXT), line, start, end });
  }

  /** The text has ended: hands over what is open. */
  finish(): void {
    for (let frame = this.#frames.pop(); frame !== undefined; frame = this.#frames.pop()) {
      if (frame.role === 'subject') this.#handOver(frame.object, frame.listed);
    }
  }

  #frameOf(kind: 'object' | 'array', name: string, at: JsonSpan): Frame {
    const parent = this.#frames[this.#frames.length - 1];
    if (parent === undefined) return kind === 'array' ? { role: 'subjects' } : subjectFrame(at, false);
    if (parent.role === 'subjects') return kind === 'object' ? subjectFrame(at, true) : OTHER;
    if (parent.role === 'list') {
      parent.list.count += 1;
      if (kind === 'array' || parent.list.objects.length >= MAX_LISTED) return OTHER;
      const object = building(at);
      parent.list.objects.push(object);
      return { role: 'object', object, listed: true };
    }
    if (parent.role === 'other') return OTHER;
    if (parent.role === 'subject' && kind === 'array' && PAGE_KEYS.has(name)) {
      parent.object.isPage = true;
      return { role: 'subjects' };
    }
    return this.wanted.has(name) ? memberFrame(parent.object, kind, name, at) : OTHER;
  }

  #handOver(object: Building, listed: boolean): void {
    if (object.isPage) this.target.page?.(object);
    else this.target.subject(object, listed);
  }
}

function memberFrame(parent: Building, kind: 'object' | 'array', name: string, at: JsonSpan): Frame {
  if (kind === 'array') {
    const list: BuildingList = { objects: [], count: 0, complete: false };
    parent.lists.set(name, list);
    return { role: 'list', list };
  }
  const object = building(at);
  parent.objects.set(name, object);
  return { role: 'object', object, listed: false };
}

function subjectFrame(at: JsonSpan, listed: boolean): Frame {
  return { role: 'subject', object: building(at), listed };
}

function building(at: JsonSpan): Building {
  return { at, values: new Map(), objects: new Map(), lists: new Map(), complete: false, isPage: false };
}
