import type { FieldToken, Format, SectionContext, Take } from '../format';
import { unlabelled } from '../shared/words';
import type { ConfigFacts } from './config-reader';
import { ConfigReader, showsFile } from './config-reader';
import type { QuoteFacts } from './quotes';
import { curlyQuotesOf, QuoteCollector } from './quotes';

/** rsyslog.conf and the connector's file in rsyslog.d. */
export interface RsyslogConfFacts extends ConfigFacts, QuoteFacts {
  /** Program names whose lines a sound filter stops, e.g. `zpa-connector-child`. */
  readonly stopped: readonly string[];
  /** Curly quotes in a command that writes the file (`echo … >> …`), which stands in the section's first line. */
  readonly inCommand: number;
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    'rsyslog-conf': RsyslogConfFacts;
  }
}

const FILE_NAME =
  /^(?:(?:etc[._-])?rsyslog[._-]conf|\d{0,3}-?zpa-(?:connector|service-edge)\.conf)(?:\.(?:txt|bak|orig|old))?$/iu;
const QUOTE = `["'\\u2018-\\u201f]`;
/** `:property, comparison, "value" action`; with echo before it as the runbook prints it. */
const FILTER = new RegExp(
  `^\\s{0,8}(?:(?:sudo )?echo ${QUOTE}?|${QUOTE}?):(\\w{2,30}),\\s{0,4}(!?\\w{2,20}),\\s{0,4}${QUOTE}([^"'\\u2018-\\u201f]{1,200})${QUOTE}\\s{1,8}(\\S{1,100})`,
  'du',
);
const DIRECTIVE =
  /^\s{0,8}(?:\$\w{2,60}\s|:\w{2,30},|[\u2018-\u201f"']:\w{2,30},|(?:sudo )?echo ["'\u2018-\u201f]?:\w{2,30},|(?:module|input|action|global|template|include|ruleset|main_queue|parser|timezone)\s{0,4}\(|if\s|& ?\S|[\w*][\w*,.;=!]{1,100}\.[\w*=!]{1,30}\s{1,40}\S|[})])/u;
const NAMES = ['rsyslog.property', 'rsyslog.comparison', 'rsyslog.value', 'rsyslog.action'];

export const rsyslogConf: Format<RsyslogConfFacts> = {
  id: 'rsyslog-conf',
  language: 'zpa-diagnostics',
  title: 'Filters of syslog (rsyslog.conf)',
  certainty: 1,
  command: new RegExp(
    `^(?:echo ${QUOTE}?:programname,|${showsFile('rsyslog(?:\.d/[\w.-]{1,100}|\.conf)').source.slice(1)})`,
    'u',
  ),
  fileName: FILE_NAME,
  opens: (lines) => {
    const match = FILTER.exec((lines[0] ?? '').slice(0, 500));
    return match?.[1] === 'programname' && (match[3] ?? '').startsWith('zpa-')
      ? 'a filter of rsyslog for the connector'
      : null;
  },
  read: (context) => new RsyslogReader(context),
  fields,
};

function fields(line: string): readonly FieldToken[] {
  const indices = FILTER.exec(line.slice(0, 500))?.indices;
  if (indices === undefined) return [];
  return NAMES.map((name, index) => {
    const [start, end] = indices[index + 1] ?? [0, 0];
    return unlabelled(name, { text: line.slice(start, end), start, end });
  });
}

class RsyslogReader extends ConfigReader<RsyslogConfFacts> {
  readonly #quotes = new QuoteCollector();
  readonly #stopped: string[] = [];
  readonly #echo: string;

  constructor(context: SectionContext) {
    super(context, FILE_NAME);
    this.#echo = context.command?.startsWith('echo') === true ? context.command : '';
  }

  override take(text: string, start: number, end: number, line: number): Take {
    // Echo prints nothing: its filter stands in the command itself.
    return this.#echo === '' ? super.take(text, start, end, line) : 'refused';
  }

  protected override content(content: string, line: number): void {
    this.#quotes.add(content.slice(0, 4_096), line);
  }

  protected directive(content: string): boolean {
    const text = content.slice(0, 4_096);
    if (!DIRECTIVE.test(text)) return false;
    const match = FILTER.exec(text.slice(0, 500));
    const [, property, , value = '', action] = match ?? [];
    if (property === 'programname' && /^(?:stop|~)/u.test(action ?? '') && !/[\u2018-\u201f]/u.test(text)) {
      this.#stopped.push(value);
    }
    return true;
  }

  finish(): RsyslogConfFacts {
    return {
      ...this.common,
      ...this.#quotes.facts,
      stopped: this.#stopped,
      inCommand: curlyQuotesOf(this.#echo).length,
    };
  }
}
