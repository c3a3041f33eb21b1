import type { FieldToken, Format } from '../format';
import { OutputReader } from '../shared/output-reader';
import { span, unlabelled } from '../shared/words';
import { commandPattern } from './command';

/** One connection of a Private Service Edge. */
export interface FohhServer {
  /** Name behind the own address, e.g. of the connector that is connected. */
  readonly peer: string;
  readonly role: string;
  readonly state: string;
  /** 0-based line of the state, and its columns in UTF-16 units, end exclusive. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The JSON list of `curl localhost:8500/fohh/servers`. */
export interface FohhServersFacts {
  /** In order; the first 10,000. */
  readonly servers: readonly FohhServer[];
  /** Connections in all. */
  readonly count: number;
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    'fohh-servers': FohhServersFacts;
  }
}

const TUPLE =
  /^\[(?<local>[\da-fA-F.:]{2,45})\]:\d{1,5};(?<peer>[^:;"\s]{1,255}):\[(?<remote>[\da-fA-F.:]{2,45})\]:\d{1,5}(?:;\d{1,3})?$/u;
const STRING = /"(?<text>[^"\\]{1,400})"/gu;
const MAX_SERVERS = 10_000;

export const fohhServers: Format<FohhServersFacts> = {
  id: 'fohh-servers',
  language: 'zpa-diagnostics',
  title: 'Connections of a Private Service Edge (/fohh/servers)',
  certainty: 1,
  command: commandPattern('curl\\b.{0,200}:8500/fohh/servers'),
  opens: (lines) => (isOpening(lines) ? 'a JSON list of connections, as /fohh/servers prints it' : null),
  read: (context) => new FohhServersReader(context),
  fields,
};

/** A list whose first string is a connection. */
function isOpening([head = '', ...next]: readonly string[]): boolean {
  if (!/^\s{0,4}\[/u.test(head)) return false;
  for (const line of [head, ...next]) {
    const text = /"(?<text>[^"\\]{1,400})"/u.exec(line.slice(0, 500))?.groups?.text;
    if (text !== undefined) return TUPLE.test(text);
    if (!/^[[\s]{0,12}$/u.test(line)) return false;
  }
  return false;
}

class FohhServersReader extends OutputReader<FohhServersFacts> {
  readonly #servers: FohhServer[] = [];
  #count = 0;
  #peer: string | null = null;
  #role = '';

  protected row(content: string, line: number): boolean {
    if (!/^\s{0,16}[[\]",]/u.test(content)) return false;
    for (const match of content.matchAll(STRING)) this.#take(match.groups?.text ?? '', line, match.index + 1);
    return true;
  }

  finish(): FohhServersFacts {
    return { servers: this.#servers, count: this.#count };
  }

  #take(text: string, line: number, start: number): void {
    const peer = TUPLE.exec(text)?.groups?.peer;
    if (peer !== undefined) {
      this.#peer = peer;
      this.#role = '';
    } else if (/^(?:client|server)$/u.test(text)) this.#role = text;
    else if (/^fohh_connection_\w{1,40}$/u.test(text) && this.#peer !== null) {
      this.#count += 1;
      if (this.#servers.length < MAX_SERVERS) {
        this.#servers.push({ peer: this.#peer, role: this.#role, state: text, line, start, end: start + text.length });
      }
      this.#peer = null;
    }
  }
}

function fields(line: string): readonly FieldToken[] {
  if (!/^\s{0,16}[[",]/u.test(line)) return [];
  return [...line.slice(0, 50_000).matchAll(STRING)].flatMap((match) => {
    const text = match.groups?.text ?? '';
    const name = nameOf(text);
    const start = match.index + 1;
    return name === null ? [] : [unlabelled(`fohh-servers.${name}`, span(line, start, start + text.length))];
  });
}

function nameOf(text: string): string | null {
  if (TUPLE.test(text)) return 'connection';
  if (/^(?:client|server)$/u.test(text)) return 'role';
  if (/^fohh_connection_\w{1,40}$/u.test(text)) return 'state';
  return /^[\w.-]{3,255}$/u.test(text) ? 'name' : null;
}
