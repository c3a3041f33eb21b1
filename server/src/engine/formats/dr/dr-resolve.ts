import type { FieldToken, Format } from '../format';
import { OutputReader } from '../shared/output-reader';
import { labelled } from '../shared/words';

/** How the activation domain of disaster recovery resolves. */
export interface DrResolveFacts {
  readonly domain: string | null;
  /** `A` or `TXT`, in capitals; null where it is not said. */
  readonly recordType: string | null;
  /** 0-based line that names the domain. */
  readonly line: number | null;
  /** Answer lines with a value. */
  readonly answers: number;
  /** Whether the resolver was asked to the end: a further line stands behind the first. */
  readonly finished: boolean;
  /** A line that tells of a failure; null where there is none. */
  readonly failedLine: number | null;
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    'dr-resolve': DrResolveFacts;
  }
}

const HEAD =
  /^(Resolving DR domain)\s{0,4}:\s{0,4}([\w.*-]{0,253}) (record_type)\s{0,4}:\s{0,4}([A-Za-z]{1,10})\s{0,8}$/du;
const MODE = /^(?:Synchronous|Asynchronous)\.?\s{0,8}$/u;
/** `DNS A response addr1 : 192.0.2.18`; the form of a TXT answer is not published, so its label is left open. */
const ANSWER = /^(DNS (?:A|AAAA|TXT) (?:response|record)(?: [\w#]{1,20})?)\s{0,4}:\s{0,4}(\S.{0,2000})$/diu;
const NO_VALUE =
  /^(?:none|null|\(null\)|empty|n\/a|failed|error|not found|no (?:answer|response|record)\b.{0,80})\.?$/iu;
const FAILURE =
  /\b(?:fail(?:ed|ure)?|could ?n[o']t|cannot|not found|no (?:answer|response|record|such)|nxdomain|servfail|timed? ?out|error)\b/iu;

export const drResolve: Format<DrResolveFacts> = {
  id: 'dr-resolve',
  language: 'zpa-diagnostics',
  title: 'Activation domain of disaster recovery (resolve_dr_domain)',
  certainty: 2,
  command: /^curl\b.{0,300}\/zpn_dr\/resolve_dr_domain\b/u,
  opens: (lines) =>
    (lines[0] ?? '').startsWith('Resolving DR domain') && HEAD.test((lines[0] ?? '').slice(0, 400))
      ? 'the domain being resolved, as resolve_dr_domain prints it'
      : null,
  read: (context) => new ResolveReader(context),
  fields,
};

function fields(line: string): readonly FieldToken[] {
  const head = HEAD.exec(line)?.indices;
  const pair = (name: string, label: [number, number], value: [number, number]): FieldToken[] =>
    value[1] > value[0]
      ? [labelled(name, { text: '', start: label[0], end: label[1] }, { text: '', start: value[0], end: value[1] })]
      : [];
  if (head !== undefined) {
    const [, domainLabel = [0, 0], domain = [0, 0], typeLabel = [0, 0], type = [0, 0]] = head;
    return [...pair('dr.DR activation domain', domainLabel, domain), ...pair('dr.record_type', typeLabel, type)];
  }
  const answer = ANSWER.exec(line.trimEnd());
  if (answer?.indices === undefined) return [];
  const kind = /^DNS (\w+)/u.exec(line)?.[1]?.toUpperCase() ?? '';
  const [, label = [0, 0], value = [0, 0]] = answer.indices;
  return pair(`dr.DNS ${kind} response`, label, value);
}

class ResolveReader extends OutputReader<DrResolveFacts> {
  #domain: string | null = null;
  #recordType: string | null = null;
  #line: number | null = null;
  #answers = 0;
  #finished = false;
  #failedLine: number | null = null;

  protected row(content: string, line: number): boolean {
    const head = HEAD.exec(content);
    if (head !== null) {
      if (this.#line !== null) return false;
      this.#domain = head[2] === '' ? null : (head[2] ?? null);
      this.#recordType = head[4]?.toUpperCase() ?? null;
      this.#line = line;
      return true;
    }
    if (this.#line === null) return false;
    const answer = ANSWER.exec(content.trimEnd());
    if (answer !== null) {
      if (NO_VALUE.test(answer[2] ?? '')) this.#failedLine ??= line;
      else this.#answers += 1;
      this.#finished = true;
      return true;
    }
    if (MODE.test(content)) {
      this.#finished = true;
      return true;
    }
    if (content.length > 300 || !/\b(?:DNS|DR|domain|resolv\w{1,10}|record)\b/iu.test(content)) return false;
    if (!FAILURE.test(content)) return false;
    this.#failedLine ??= line;
    this.#finished = true;
    return true;
  }

  finish(): DrResolveFacts {
    return {
      domain: this.#domain,
      recordType: this.#recordType,
      line: this.#line,
      answers: this.#answers,
      finished: this.#finished,
      failedLine: this.#failedLine,
    };
  }
}
