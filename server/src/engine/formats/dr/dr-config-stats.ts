import type { FieldToken, Format } from '../format';
import { OutputReader } from '../shared/output-reader';
import { labelled } from '../shared/words';

/** The configuration files that a disaster recovery snapshot is made of. */
export interface DrConfigStatsFacts {
  readonly files: readonly {
    /** File name as printed, `unknown` included. */
    readonly name: string;
    /** Bytes. */
    readonly size: number;
    readonly line: number;
    /** UTF-16 columns of label and number of the size. */
    readonly start: number;
    readonly end: number;
  }[];
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    'dr-config-stats': DrConfigStatsFacts;
  }
}

const ROW =
  /^(Config file name)\s{0,4}:\s{0,4}([^,]{1,200}), (size)\s{0,4}:\s{0,4}(\d{1,15}) bytes(?:, (last_modified_time)\s{0,4}:\s{0,4}(\S.{0,60}))?$/du;
const NAMES = ['dr.Config file name', 'dr.size', 'dr.last_modified_time'];
const MAX_KEPT = 500;

export const drConfigStats: Format<DrConfigStatsFacts> = {
  id: 'dr-config-stats',
  language: 'zpa-diagnostics',
  title: 'Configuration files for disaster recovery (config_json_stats)',
  certainty: 2,
  command: /^curl\b.{0,300}\/zpn_dr\/config_json_stats\b/u,
  opens: (lines) =>
    (lines[0] ?? '').startsWith('Config file name') && ROW.test((lines[0] ?? '').slice(0, 400).trimEnd())
      ? 'a file row as config_json_stats prints it'
      : null,
  read: (context) => new StatsReader(context),
  fields,
  seriesKey: (line) => ROW.exec(line.trimEnd())?.[2] ?? null,
};

function fields(line: string): readonly FieldToken[] {
  const indices = ROW.exec(line.trimEnd())?.indices;
  if (indices === undefined) return [];
  return NAMES.flatMap((name, index) => {
    const label = indices[index * 2 + 1];
    const value = indices[index * 2 + 2];
    if (label === undefined || value === undefined) return [];
    const [start, end] = label;
    const [from, to] = value;
    return [
      labelled(
        name,
        { text: line.slice(start, end), start, end },
        { text: line.slice(from, to), start: from, end: to },
      ),
    ];
  });
}

class StatsReader extends OutputReader<DrConfigStatsFacts> {
  readonly #files: DrConfigStatsFacts['files'][number][] = [];

  protected row(content: string, line: number): boolean {
    const match = ROW.exec(content.trimEnd());
    if (match?.indices === undefined) return false;
    const name = match[2] ?? '';
    // A name seen again begins the next answer of a loop.
    if (this.#files.some((file) => file.name === name)) return false;
    const [start] = match.indices[3] ?? [0];
    const [, end] = match.indices[4] ?? [0, 0];
    if (this.#files.length < MAX_KEPT) this.#files.push({ name, size: Number(match[4]), line, start, end });
    return true;
  }

  finish(): DrConfigStatsFacts {
    return { files: this.#files };
  }
}
