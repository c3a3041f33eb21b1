import type { FieldToken, Format } from '../format';
import { OutputReader } from '../shared/output-reader';
import { labelled, span } from '../shared/words';
import { portOf } from './attempt';
import { commandPattern, splitHostPort } from './command';

/** A value and where it stands; `line` is 0-based, columns are UTF-16 units with an exclusive end. */
interface At {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Output of `zpa-connector troubleshoot connection`. The form is known from the illustration of a course only. */
export interface ConnectionTestFacts {
  readonly tunnel: ({ readonly up: boolean; readonly state: string } & At) | null;
  /** Name of the Service Edge; null where none is printed. */
  readonly edge: string | null;
  readonly latencyMs: number | null;
  readonly synchronized: { readonly value: boolean; readonly line: number } | null;
  readonly apps: readonly ({
    readonly host: string;
    readonly port: number | null;
    readonly reachable: boolean;
  } & At)[];
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    'connection-test': ConnectionTestFacts;
  }
}

/** Columns may be padded with blanks. */
const OPENING = /^\[(?:broker\] {1,8}tunnel: |time\] {1,8}System clock synchronized: |app\] {1,8}\S{1,255}:\d{1,5} )/u;
const TUNNEL = /\btunnel: (?<state>[A-Za-z]{2,20})/u;
const EDGE = /\bedge: (?<edge>[\w.-]{1,100})/u;
const LATENCY = /\blatency: (?<ms>\d{1,6}(?:\.\d{1,3})?) ?ms/u;
const SYNCHRONIZED = /\bSystem clock synchronized: (?<value>yes|no)\b/u;
/** A line may hold all parts, one behind the other. */
const APP = /\[app\] {1,8}(?<target>[\w.:[\]-]{1,255}:\d{1,5}) {1,8}(?<answer>[^[]{1,100})/gu;

export const connectionTest: Format<ConnectionTestFacts> = {
  id: 'connection-test',
  language: 'zpa-diagnostics',
  title: 'Connection test of the connector',
  command: commandPattern('zpa-connector troubleshoot\\b'),
  opens: ([head = '']) => (head.startsWith('[') && OPENING.test(head) ? 'the parts of the connection test' : null),
  read: (context) => new ConnectionTestReader(context),
  fields,
};

class ConnectionTestReader extends OutputReader<ConnectionTestFacts> {
  #tunnel: ConnectionTestFacts['tunnel'] = null;
  #edge: string | null = null;
  #latencyMs: number | null = null;
  #synchronized: ConnectionTestFacts['synchronized'] = null;
  readonly #apps: ConnectionTestFacts['apps'][number][] = [];

  protected row(content: string, line: number): boolean {
    if (!/^\s{0,8}\[[a-z]{2,20}\] /u.test(content)) return false;
    const tunnel = TUNNEL.exec(content);
    if (tunnel?.groups?.state !== undefined) {
      const { state } = tunnel.groups;
      const start = tunnel.index + tunnel[0].length - state.length;
      this.#tunnel = { up: /^up$/iu.test(state), state, line, start, end: start + state.length };
    }
    this.#edge = EDGE.exec(content)?.groups?.edge ?? this.#edge;
    const ms = LATENCY.exec(content)?.groups?.ms;
    if (ms !== undefined) this.#latencyMs = Number(ms);
    const value = SYNCHRONIZED.exec(content)?.groups?.value;
    if (value !== undefined) this.#synchronized = { value: value === 'yes', line };
    for (const app of appsOf(content)) this.#apps.push({ ...app, line });
    return true;
  }

  finish(): ConnectionTestFacts {
    return {
      tunnel: this.#tunnel,
      edge: this.#edge,
      latencyMs: this.#latencyMs,
      synchronized: this.#synchronized,
      apps: this.#apps,
    };
  }
}

interface App {
  readonly host: string;
  readonly port: number | null;
  readonly reachable: boolean;
  /** Columns of the answer. */
  readonly start: number;
  readonly end: number;
  readonly targetStart: number;
}

/** Applications with an answer that is understood. */
function appsOf(content: string): readonly App[] {
  return [...content.slice(0, 4_000).matchAll(APP)].flatMap((match) => {
    const { target = '', answer = '' } = match.groups ?? {};
    const word = /^(?:reachable|unreachable|not reachable|timed out|timeout|refused|failed|down)\b/iu.exec(answer)?.[0];
    if (word === undefined) return [];
    const { host, port } = splitHostPort(target);
    const start = match.index + match[0].length - answer.length;
    return [
      {
        host,
        port: portOf(port),
        reachable: /^reachable$/iu.test(word),
        start,
        end: start + word.length,
        targetStart: start - target.length - 1,
      },
    ];
  });
}

function fields(line: string): readonly FieldToken[] {
  const found: FieldToken[] = [];
  for (const [label, pattern, group] of [
    ['tunnel', TUNNEL, 'state'],
    ['edge', EDGE, 'edge'],
    ['latency', LATENCY, 'ms'],
    ['System clock synchronized', SYNCHRONIZED, 'value'],
  ] as const) {
    const match = pattern.exec(line);
    const value = match?.groups?.[group];
    if (match === null || value === undefined) continue;
    const at = match.index + label.length + 2;
    const name = `connection-test.${label}`;
    found.push(labelled(name, span(line, match.index, match.index + label.length), span(line, at, at + value.length)));
  }
  for (const app of appsOf(line)) {
    const target = span(line, app.targetStart, app.start);
    found.push(labelled('connection-test.app', target, span(line, app.start, app.end)));
  }
  return found;
}
