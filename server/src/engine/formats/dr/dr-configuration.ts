import type { FieldToken, Format } from '../format';
import { OutputReader } from '../shared/output-reader';
import { labelled, span } from '../shared/words';

/** Settings of disaster recovery as the connector has them. */
export interface DrConfigurationFacts {
  /** Activation domain; empty where none is set, null where the line is missing. */
  readonly domain: string | null;
  readonly publicKey: {
    readonly uploaded: boolean;
    readonly line: number;
    /** UTF-16 columns of label and value. */
    readonly start: number;
    readonly end: number;
  } | null;
  /** Seconds users may go on without a sign-in during a disaster. */
  readonly maxAuthSeconds: number | null;
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    'dr-configuration': DrConfigurationFacts;
  }
}

const ROW =
  /^(DR (?:activation domain|publickey uploaded|Max auth interval secs|[A-Za-z][\w ]{1,40}))\s{0,4}:(?=\s|$)/u;
const KNOWN = /^DR (?:activation domain|publickey uploaded|Max auth interval secs)\s{0,4}:(?:\s|$)/u;

export const drConfiguration: Format<DrConfigurationFacts> = {
  id: 'dr-configuration',
  language: 'zpa-diagnostics',
  title: 'Settings of disaster recovery (show_configuration)',
  certainty: 2,
  command: /^curl\b.{0,300}\/zpn_dr\/show_configuration\b/u,
  opens: (lines) => (KNOWN.test(lines[0] ?? '') ? 'a setting as show_configuration prints it' : null),
  read: (context) => new ConfigurationReader(context),
  fields: (line): readonly FieldToken[] => {
    const row = readRow(line);
    return row === null || row.value.text === '' ? [] : [labelled(`dr.${row.label.text}`, row.label, row.value)];
  },
  seriesKey: (line) => readRow(line)?.label.text ?? null,
};

function readRow(line: string): { label: ReturnType<typeof span>; value: ReturnType<typeof span> } | null {
  const match = ROW.exec(line);
  if (match === null) return null;
  const label = match[1] ?? '';
  return {
    label: { text: label, start: 0, end: label.length },
    value: span(line, match[0].length, Math.min(line.length, 1_000)),
  };
}

class ConfigurationReader extends OutputReader<DrConfigurationFacts> {
  readonly #seen = new Set<string>();
  #domain: string | null = null;
  #publicKey: DrConfigurationFacts['publicKey'] = null;
  #maxAuthSeconds: number | null = null;

  protected row(content: string, line: number): boolean {
    const row = readRow(content);
    // A label seen again begins the next answer of a loop.
    if (row === null || this.#seen.has(row.label.text)) return false;
    const { label, value } = row;
    this.#seen.add(label.text);
    if (label.text === 'DR activation domain')
      this.#domain = /^(?:none|null|\(null\))$/iu.test(value.text) ? '' : value.text;
    else if (label.text === 'DR publickey uploaded' && /^(?:yes|no)$/iu.test(value.text))
      this.#publicKey = { uploaded: value.text.toLowerCase() === 'yes', line, start: label.start, end: value.end };
    else if (label.text === 'DR Max auth interval secs' && /^\d{1,12}$/u.test(value.text))
      this.#maxAuthSeconds = Number(value.text);
    return true;
  }

  finish(): DrConfigurationFacts {
    return { domain: this.#domain, publicKey: this.#publicKey, maxAuthSeconds: this.#maxAuthSeconds };
  }
}
