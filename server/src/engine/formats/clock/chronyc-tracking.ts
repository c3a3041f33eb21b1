import type { FieldToken, Format } from '../format';
import type { LabelledValue } from '../shared/label-line';
import { LabelFinder } from '../shared/label-line';
import { labelled } from '../shared/words';
import { LabelledReader } from './labelled-reader';
import type { Spot } from './value-at';
import { spotOf } from './value-at';

/** `chronyc tracking` of chrony 1 to 4: what the clock follows and how far it is off. */
export interface ChronycTrackingFacts {
  /** `none`: no source; `local`: the host's own clock; `source`: a server or a reference clock. */
  readonly reference: (Spot & { readonly id: string; readonly kind: 'none' | 'local' | 'source' }) | null;
  readonly stratum: (Spot & { readonly value: number }) | null;
  /** Seconds by which the system clock is behind (positive) or ahead (negative) of NTP time. */
  readonly behind: (Spot & { readonly seconds: number }) | null;
  /** Seconds found at the last measurement, with the sign as printed. */
  readonly lastOffset: (Spot & { readonly seconds: number }) | null;
  readonly leap: (Spot & { readonly text: string; readonly synchronised: boolean }) | null;
  /** chronyd does not run: `506 Cannot talk to daemon`. */
  readonly daemonSilent: Spot | null;
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    'chronyc-tracking': ChronycTrackingFacts;
  }
}

const FINDER = new LabelFinder([
  'Reference ID',
  'Stratum',
  'Ref time (UTC)',
  'System time',
  'Last offset',
  'RMS offset',
  'Frequency',
  'Residual freq',
  'Skew',
  'Root delay',
  'Root dispersion',
  'Update interval',
  'Leap status',
]);
const DAEMON_SILENT = '506 Cannot talk to daemon';

export const chronycTracking: Format<ChronycTrackingFacts> = {
  id: 'chronyc-tracking',
  language: 'zpa-diagnostics',
  title: 'What the clock follows (chronyc tracking)',
  certainty: 2,
  command: /^(?:\/usr\/bin\/)?chronyc(?: -\S{1,20}){0,4} tracking\b/u,
  opens,
  read: (context) => new TrackingReader(context),
  fields,
  seriesKey: (line) => FINDER.find(line)[0]?.label ?? null,
};

function opens(lines: readonly string[]): string | null {
  const first = lines[0] ?? '';
  if (first.startsWith(DAEMON_SILENT)) return 'chronyc without an answer of chronyd';
  // Alone, as `chronyc tracking | grep Leap` leaves it, only this wording is chrony's own.
  if (
    /^Leap status\s{0,20}: (?:Normal|Not synchronised|(?:Insert|Delete) second)\s{0,8}$/u.test(first) &&
    isLast(lines)
  )
    return 'Leap status as chronyc tracking prints it';
  if (!/^Reference ID\s{0,20}: [0-9A-F.]{1,20} \(/u.test(first)) return null;
  const rest = [first, ...lines.slice(1, 4)];
  return rest.some((line) => /(?:^|\s)(?:Stratum|System time|Leap status)\s{0,20}: /u.test(line))
    ? 'Reference ID and what follows it, as chronyc tracking prints them'
    : null;
}

/** Whether nothing but another prompt or a blank line follows: in a program's source the line stands in a longer text. */
function isLast(lines: readonly string[]): boolean {
  return /^(?:\s*$|[[#$%]|[\w.-]{1,64}@)/u.test(lines[1] ?? '');
}

function fields(line: string): readonly FieldToken[] {
  return FINDER.find(line).flatMap(({ label, name, value }) => {
    if (value.text === '') return [];
    const number = /^[+-]?\d{1,12}(?:\.\d{1,12})?(?= )/u.exec(value.text)?.[0];
    const isSeconds = number !== undefined && value.text.slice(number.length).startsWith(' seconds');
    // Plain seconds stand without their unit, so that they can be reckoned with; slow and fast belong to the value.
    const plain = isSeconds && label !== 'System time';
    const shown = plain ? { text: number, start: value.start, end: value.start + number.length } : value;
    return [labelled(`chronyc.${label}`, name, shown)];
  });
}

class TrackingReader extends LabelledReader<ChronycTrackingFacts> {
  #reference: ChronycTrackingFacts['reference'] = null;
  #stratum: ChronycTrackingFacts['stratum'] = null;
  #behind: ChronycTrackingFacts['behind'] = null;
  #lastOffset: ChronycTrackingFacts['lastOffset'] = null;
  #leap: ChronycTrackingFacts['leap'] = null;
  #daemonSilent: Spot | null = null;

  protected row(content: string, line: number): boolean {
    if (content.startsWith(DAEMON_SILENT)) {
      if (this.#daemonSilent !== null || this.isBegun) return false;
      this.#daemonSilent = { line, start: 0, end: content.length };
      return true;
    }
    return this.takeAll(FINDER.find(content), line);
  }

  protected value(found: LabelledValue, line: number): void {
    const { label } = found;
    const { text } = found.value;
    const spot = spotOf(found, line);
    if (label === 'Reference ID') this.#reference = referenceOf(text, spot);
    else if (label === 'Leap status' && /^(?:Normal|Not synchronised|(?:Insert|Delete) second)/u.test(text))
      this.#leap = { ...spot, text, synchronised: !text.startsWith('Not') };
    else if (label === 'Stratum' && /^\d{1,3}$/u.test(text)) this.#stratum = { ...spot, value: Number(text) };
    else if (label === 'System time') this.#behind = behindOf(text, spot);
    else if (label === 'Last offset') {
      const match = /^([+-]?\d{1,12}(?:\.\d{1,12})?) seconds/u.exec(text);
      if (match !== null) this.#lastOffset = { ...spot, seconds: Number(match[1]) };
    }
  }

  finish(): ChronycTrackingFacts {
    return {
      reference: this.#reference,
      stratum: this.#stratum,
      behind: this.#behind,
      lastOffset: this.#lastOffset,
      leap: this.#leap,
      daemonSilent: this.#daemonSilent,
    };
  }
}

/** chrony 3 and 4 print eight hexadecimal digits, older ones an address. */
function referenceOf(text: string, spot: Spot): ChronycTrackingFacts['reference'] {
  const id = /^([0-9A-F]{8}|[\d.]{7,15})(?: |$)/u.exec(text)?.[1];
  if (id === undefined) return null;
  const none = id === '00000000' || id === '0.0.0.0';
  const local = id === '7F7F0101' || id === '127.127.1.1';
  return { ...spot, id, kind: none ? 'none' : local ? 'local' : 'source' };
}

function behindOf(text: string, spot: Spot): ChronycTrackingFacts['behind'] {
  const match = /^(\d{1,12}(?:\.\d{1,12})?) seconds (slow|fast)\b/u.exec(text);
  if (match === null) return null;
  return { ...spot, seconds: match[2] === 'slow' ? Number(match[1]) : -Number(match[1]) };
}
