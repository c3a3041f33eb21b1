import type { FieldToken, Format } from '../format';
import type { LabelledValue } from '../shared/label-line';
import { LabelFinder } from '../shared/label-line';
import { labelled } from '../shared/words';
import { LabelledReader } from './labelled-reader';
import type { Spot } from './value-at';
import { spotOf } from './value-at';

/** What timedatectl says of the clock. */
export interface TimedatectlFacts {
  /** Whether the kernel holds the clock to be synchronized; null where that line is missing. */
  readonly synchronized: (Spot & { readonly value: boolean }) | null;
  /** Whether a time service is switched on (`NTP service: active`, older `NTP enabled: yes`); null for `n/a`. */
  readonly service: (Spot & { readonly active: boolean | null }) | null;
  /** Time of the host in UTC, epoch ms. */
  readonly universalMs: number | null;
  /** Time of the hardware clock, epoch ms, read as UTC. */
  readonly hardwareMs: number | null;
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    timedatectl: TimedatectlFacts;
  }
}

/** systemd 208 to 257; the forms differ in wording only. */
const SYNCHRONIZED = ['System clock synchronized', 'NTP synchronized'];
const SERVICE = ['NTP service', 'NTP enabled', 'Network time on', 'systemd-timesyncd.service active'];
const FINDER = new LabelFinder([
  'Local time',
  'Universal time',
  'RTC time',
  'Time zone',
  'Timezone',
  'RTC in local TZ',
  'DST active',
  'Last DST change',
  'Next DST change',
  ...SYNCHRONIZED,
  ...SERVICE,
]);
/** `timedatectl show` prints properties. */
const PROPERTY = /^(Timezone|LocalRTC|CanNTP|NTP|NTPSynchronized|TimeUSec|RTCTimeUSec)=(\S.{0,80})$/u;
const MOMENT = /(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})/u;

export const timedatectl: Format<TimedatectlFacts> = {
  id: 'timedatectl',
  language: 'zpa-diagnostics',
  title: 'Clock and time service (timedatectl)',
  certainty: 2,
  command: /^(?:\/usr\/bin\/)?timedatectl(?:\s|$)/u,
  opens,
  read: (context) => new TimedatectlReader(context),
  fields,
  seriesKey: (line) => valuesOf(line)[0]?.label ?? null,
};

function opens(lines: readonly string[]): string | null {
  const first = lines[0] ?? '';
  if (/^NTPSynchronized=(?:yes|no)$/u.test(first)) return 'a property as timedatectl show prints it';
  if (/^\s{0,40}(?:System clock|NTP) synchronized: (?:yes|no)\s{0,8}$/u.test(first))
    return 'whether the clock is synchronized, as timedatectl prints it';
  if (!/^\s{0,40}Local time: /u.test(first)) return null;
  return lines.slice(1, 3).some((line) => /^\s{0,40}Universal time: /u.test(line))
    ? 'local and universal time as timedatectl prints them'
    : null;
}

/** Labelled values of a line, `show` properties included. */
function valuesOf(line: string): readonly LabelledValue[] {
  const property = PROPERTY.exec(line);
  if (property === null) return FINDER.find(line);
  const [, label = '', value = ''] = property;
  const at = label.length + 1;
  return [
    {
      label,
      name: { text: label, start: 0, end: label.length },
      value: { text: value, start: at, end: at + value.length },
    },
  ];
}

function fields(line: string): readonly FieldToken[] {
  return valuesOf(line)
    .filter(({ value }) => value.text !== '')
    .map(({ label, name, value }) => labelled(`timedatectl.${label}`, name, value));
}

class TimedatectlReader extends LabelledReader<TimedatectlFacts> {
  #synchronized: TimedatectlFacts['synchronized'] = null;
  #service: TimedatectlFacts['service'] = null;
  #universalMs: number | null = null;
  #hardwareMs: number | null = null;

  protected row(content: string, line: number): boolean {
    return this.takeAll(valuesOf(content), line);
  }

  protected value(found: LabelledValue, line: number): void {
    const { label } = found;
    const text = found.value.text.toLowerCase();
    if ((SYNCHRONIZED.includes(label) || label === 'NTPSynchronized') && /^(?:yes|no)$/u.test(text)) {
      this.#synchronized = { ...spotOf(found, line), value: text === 'yes' };
    } else if ((SERVICE.includes(label) || label === 'NTP') && /^(?:yes|no|active|inactive|n\/a)$/u.test(text)) {
      const active = text === 'n/a' ? null : text === 'yes' || text === 'active';
      this.#service = { ...spotOf(found, line), active };
    } else if (label === 'Universal time') {
      this.#universalMs = momentOf(found.value.text);
    } else if (label === 'RTC time' || label === 'RTCTimeUSec') {
      this.#hardwareMs = momentOf(found.value.text);
    }
  }

  finish(): TimedatectlFacts {
    return {
      synchronized: this.#synchronized,
      service: this.#service,
      universalMs: this.#universalMs,
      hardwareMs: this.#hardwareMs,
    };
  }
}

function momentOf(text: string): number | null {
  const match = MOMENT.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hours, minutes, seconds);
}
