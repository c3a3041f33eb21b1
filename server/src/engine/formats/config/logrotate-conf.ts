import type { FieldToken, Format, SectionContext } from '../format';
import { labelled, wordsOf } from '../shared/words';
import type { ConfigFacts, ConfigSpot } from './config-reader';
import { ConfigReader, showsFile } from './config-reader';
import type { QuoteFacts } from './quotes';
import { QuoteCollector } from './quotes';

/** logrotate.conf or a file of logrotate.d. */
export interface LogrotateConfFacts extends ConfigFacts, QuoteFacts {
  /** The first `daily`, `weekly`, …; null where none is set. */
  readonly interval: (ConfigSpot & { readonly value: string }) | null;
  /** Old files kept, by the first `rotate`. */
  readonly rotate: (ConfigSpot & { readonly value: number }) | null;
  readonly compress: boolean;
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    'logrotate-conf': LogrotateConfFacts;
  }
}

const FILE_NAME = /^(?:etc[._-])?logrotate[._-]conf(?:\.(?:txt|bak|orig|old))?$/iu;
const INTERVAL = /^(?:hourly|daily|weekly|monthly|yearly)$/u;
const DIRECTIVE =
  /^\s{0,40}(?:(?:hourly|daily|weekly|monthly|yearly|rotate|maxage|size|minsize|maxsize|start|compress|nocompress|delaycompress|nodelaycompress|compresscmd|uncompresscmd|compressext|compressoptions|copy|copytruncate|nocopytruncate|create|nocreate|createolddir|dateext|nodateext|dateformat|dateyesterday|extension|ifempty|notifempty|include|mail|nomail|missingok|nomissingok|olddir|noolddir|postrotate|prerotate|firstaction|lastaction|preremove|endscript|sharedscripts|nosharedscripts|shred|noshred|su|tabooext|taboopat)(?=\s|$)|[{}/"\u2018-\u201f])/u;

export const logrotateConf: Format<LogrotateConfFacts> = {
  id: 'logrotate-conf',
  language: 'zpa-diagnostics',
  title: 'Rotation of log files (logrotate.conf)',
  certainty: 1,
  command: showsFile('logrotate(?:\\.conf|\\.d/[\\w.*-]{1,100})'),
  fileName: FILE_NAME,
  // Its words (daily, compress, create) are too common to tell by themselves.
  opens: () => null,
  read: (context) => new LogrotateReader(context),
  fields,
};

function fields(line: string): readonly FieldToken[] {
  const [keyword, first, ...rest] = wordsOf(line.slice(0, 1_000));
  if (keyword === undefined || !/^[a-z]{2,20}$/u.test(keyword.text) || !DIRECTIVE.test(line.slice(0, 400))) return [];
  const name = `logrotate.${keyword.text}`;
  if (first === undefined) return [labelled(name, keyword, keyword)];
  const last = rest[rest.length - 1] ?? first;
  return [labelled(name, keyword, { text: line.slice(first.start, last.end), start: first.start, end: last.end })];
}

class LogrotateReader extends ConfigReader<LogrotateConfFacts> {
  readonly #quotes = new QuoteCollector();
  #interval: LogrotateConfFacts['interval'] = null;
  #rotate: LogrotateConfFacts['rotate'] = null;
  #compress = false;

  constructor(context: SectionContext) {
    super(context, FILE_NAME);
  }

  protected override content(content: string, line: number): void {
    this.#quotes.add(content.slice(0, 4_096), line);
  }

  protected directive(content: string, line: number): boolean {
    const text = content.slice(0, 4_096);
    if (!DIRECTIVE.test(text.slice(0, 400))) return false;
    const [keyword, value] = wordsOf(text);
    if (keyword === undefined) return true;
    const spot = { line, start: keyword.start, end: value?.end ?? keyword.end };
    if (INTERVAL.test(keyword.text)) this.#interval ??= { ...spot, end: keyword.end, value: keyword.text };
    if (keyword.text === 'rotate' && /^\d{1,6}$/u.test(value?.text ?? ''))
      this.#rotate ??= { ...spot, value: Number(value?.text) };
    if (keyword.text === 'compress') this.#compress = true;
    return true;
  }

  finish(): LogrotateConfFacts {
    return {
      ...this.common,
      ...this.#quotes.facts,
      interval: this.#interval,
      rotate: this.#rotate,
      compress: this.#compress,
    };
  }
}
