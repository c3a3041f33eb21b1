import type { FieldToken, Format } from '../format';
import { OutputReader } from '../shared/output-reader';
import { unlabelled } from '../shared/words';

/** One time source of `chronyc sources`. */
export interface ChronySource {
  readonly name: string;
  /** `*` followed, `+` combined, `-` left out, `?` not reached, `x` wrong, `~` too variable. */
  readonly state: '*' | '+' | '-' | '?' | 'x' | '~';
  readonly stratum: number;
  /** The last eight polls as bits; 0 when none was answered. */
  readonly reach: number;
  readonly line: number;
}

/** `chronyc sources` and `chronyc -n sources -v`. */
export interface ChronycSourcesFacts {
  readonly sources: readonly ChronySource[];
  /** The line that says how many sources there are, or the head; null where neither is there. */
  readonly headLine: number | null;
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    'chronyc-sources': ChronycSourcesFacts;
  }
}

const HEAD = /^MS Name\/IP address\s{1,40}Stratum Poll Reach LastRx Last sample/u;
const COUNT = /^210 Number of sources = \d{1,5}\s{0,8}$/u;
/** The legend of -v, and the rule below the head. */
const DECORATION = /^(?:\s{0,4}\.-- Source mode|\s{0,3}[/|].{0,120}|={20,120}|\s{1,60}\|.{0,80})$/u;
const ROW =
  /^([\^=#])([*+\-?x~]) (\S{1,255})\s{1,60}(\d{1,2})\s{1,8}(-?\d{1,3})\s{1,8}([0-7]{1,3})\s{1,8}(-|\d{1,6}[dhmy]?)\s{1,8}([+-]?\d.{0,80})$/du;
const COLUMNS = ['M', 'S', 'Name/IP address', 'Stratum', 'Poll', 'Reach', 'LastRx', 'Last sample'];

export const chronycSources: Format<ChronycSourcesFacts> = {
  id: 'chronyc-sources',
  language: 'zpa-diagnostics',
  title: 'Time sources (chronyc sources)',
  certainty: 2,
  command: /^(?:\/usr\/bin\/)?chronyc(?: -\S{1,20}){0,4} sources(?: -\w{1,3}){0,3}\s{0,8}$/u,
  opens: (lines) =>
    HEAD.test(lines[0] ?? '') || (COUNT.test(lines[0] ?? '') && lines.slice(1).some((line) => HEAD.test(line)))
      ? 'the table head of chronyc sources'
      : null,
  read: (context) => new SourcesReader(context),
  fields,
  seriesKey: (line) => ROW.exec(line)?.[3] ?? null,
};

function fields(line: string): readonly FieldToken[] {
  const indices = ROW.exec(line)?.indices;
  if (indices === undefined) return [];
  return COLUMNS.map((column, index) => {
    const [start, end] = indices[index + 1] ?? [0, 0];
    return unlabelled(`chronyc-sources.${column}`, { text: line.slice(start, end), start, end });
  });
}

class SourcesReader extends OutputReader<ChronycSourcesFacts> {
  readonly #sources: ChronySource[] = [];
  #headLine: number | null = null;

  protected row(content: string, line: number): boolean {
    if (HEAD.test(content) || COUNT.test(content)) {
      // A head behind rows begins the next table of a loop.
      if (this.#sources.length > 0) return false;
      this.#headLine ??= line;
      return true;
    }
    const match = ROW.exec(content);
    if (match === null) return this.#sources.length === 0 && DECORATION.test(content);
    const [, , state = '?', name = '', stratum, , reach = '0'] = match;
    this.#sources.push({
      name,
      state: state as ChronySource['state'],
      stratum: Number(stratum),
      reach: Number.parseInt(reach, 8),
      line,
    });
    return true;
  }

  finish(): ChronycSourcesFacts {
    return { sources: this.#sources, headLine: this.#headLine };
  }
}
