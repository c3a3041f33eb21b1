import type { Format, SectionContext, SectionReader, Take } from '../format';

/** One line of `date`: the moment at which a script took its sample. */
export interface DateFacts {
  /** Epoch ms on the host's own clock. */
  readonly timeMs: number | null;
  /** Zone as printed; null where `date` printed none. */
  readonly zone: string | null;
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    date: DateFacts;
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** `Wed Jan 21 09:00:00 UTC 2026` (C locale), `Wed Jan 21 09:00:00 AM UTC 2026` (newer coreutils, en_US), `Wed 21 Jan 2026 09:00:00 AM UTC`. */
const FORMS: readonly RegExp[] = [
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?<month>[A-Z][a-z]{2}) {1,2}(?<day>\d{1,2}) (?<h>\d{2}):(?<m>\d{2}):(?<s>\d{2})(?: (?<half>AM|PM))? (?<zone>[A-Z]{2,5}|[+-]\d{2,4}) (?<year>\d{4})$/u,
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?<day>\d{1,2}) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<h>\d{2}):(?<m>\d{2}):(?<s>\d{2})(?: (?<half>AM|PM))? (?<zone>[A-Z]{2,5}|[+-]\d{2,4})$/u,
];

export const date: Format<DateFacts> = {
  id: 'date',
  language: 'zpa-diagnostics',
  title: 'Date of the host',
  certainty: 3,
  command: /^date(?:$| [+-])/u,
  opens: (lines) => (parseDate(lines[0] ?? '') === null ? null : 'a line as date prints it'),
  read: (context) => new DateReader(context),
};

/** Moment and zone of a line of `date`; null for any other line. The moment is read on the host's own clock. */
export function parseDate(line: string): { readonly timeMs: number; readonly zone: string } | null {
  for (const form of FORMS) {
    const groups = form.exec(line.trim())?.groups;
    if (groups === undefined) continue;
    const month = MONTHS.indexOf(groups.month ?? '');
    if (month < 0) continue;
    const half = groups.half === 'PM' ? 12 : 0;
    const hours = groups.half === undefined ? Number(groups.h) : (Number(groups.h) % 12) + half;
    const timeMs = Date.UTC(Number(groups.year), month, Number(groups.day), hours, Number(groups.m), Number(groups.s));
    return { timeMs, zone: groups.zone ?? '' };
  }
  return null;
}

class DateReader implements SectionReader<DateFacts> {
  #facts: DateFacts = { timeMs: null, zone: null };

  constructor(private readonly context: SectionContext) {}

  take(text: string, start: number, end: number): Take {
    const line = text.slice(start, end);
    const parsed = this.#facts.timeMs === null ? parseDate(line) : null;
    if (parsed !== null) {
      this.#facts = parsed;
      return 'taken';
    }
    // The command itself, at a prompt or echoed, stands before its one line.
    return this.#facts.timeMs === null && this.context.command !== null && line.includes('date') ? 'taken' : 'refused';
  }

  finish(): DateFacts {
    return this.#facts;
  }
}
