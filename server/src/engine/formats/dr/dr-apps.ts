import type { FieldToken, Format } from '../format';
import { OutputReader } from '../shared/output-reader';
import { labelled } from '../shared/words';

/** Applications that are designated for disaster recovery. */
export interface DrAppsFacts {
  readonly apps: readonly {
    readonly name: string;
    /** 17 or 18 digits, as text: beyond exact numbers. */
    readonly id: string;
    readonly line: number;
  }[];
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    'dr-apps': DrAppsFacts;
  }
}

const ROW = /^(App#\d{1,6}) name: (.{0,200}) app_gid: (\d{1,20})\s{0,8}$/du;
const MAX_KEPT = 2_000;

export const drApps: Format<DrAppsFacts> = {
  id: 'dr-apps',
  language: 'zpa-diagnostics',
  title: 'Applications for disaster recovery (show_dr_apps)',
  certainty: 2,
  command: /^curl\b.{0,300}\/zpn_dr\/show_dr_apps\b/u,
  opens: (lines) =>
    (lines[0] ?? '').startsWith('App#') && ROW.test((lines[0] ?? '').slice(0, 400))
      ? 'an application row as show_dr_apps prints it'
      : null,
  read: (context) => new AppsReader(context),
  fields,
};

function fields(line: string): readonly FieldToken[] {
  const indices = ROW.exec(line)?.indices;
  if (indices === undefined) return [];
  const word = (group: number): { text: string; start: number; end: number } => {
    const [start, end] = indices[group] ?? [0, 0];
    return { text: line.slice(start, end), start, end };
  };
  const id = word(3);
  const label = { text: 'app_gid', start: id.start - 'app_gid: '.length, end: id.start - ': '.length };
  return [labelled('dr.App', word(1), word(2)), labelled('dr.app_gid', label, id)];
}

class AppsReader extends OutputReader<DrAppsFacts> {
  readonly #apps: { readonly name: string; readonly id: string; readonly line: number }[] = [];

  protected row(content: string, line: number): boolean {
    const match = ROW.exec(content);
    if (match === null) return false;
    const [, , name = '', id = ''] = match;
    if (this.#apps.length < MAX_KEPT) this.#apps.push({ name, id, line });
    return true;
  }

  finish(): DrAppsFacts {
    return { apps: this.#apps };
  }
}
