import type { FieldToken, Format } from '../format';
import { OutputReader } from '../shared/output-reader';

/** The figures of /proc/meminfo that rules judge. Kilobytes (1,024 bytes); null where the line is missing. */
export interface MeminfoFacts {
  readonly timeMs: number | null;
  readonly totalKb: number | null;
  /** MemAvailable; kernels before 3.14 have none. */
  readonly availableKb: number | null;
  readonly swapTotalKb: number | null;
  readonly swapFreeKb: number | null;
  /** 0-based lines of MemTotal, MemAvailable and SwapFree; null where missing. */
  readonly totalLine: number | null;
  readonly availableLine: number | null;
  readonly swapLine: number | null;
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    meminfo: MeminfoFacts;
  }
}

const ROW = /^([A-Z][A-Za-z0-9_]{1,30}(?:\((?:anon|file)\))?):[ \t]{1,30}(\d{1,20})( kB)?\s*$/u;

export const meminfo: Format<MeminfoFacts> = {
  id: 'meminfo',
  language: 'zpa-diagnostics',
  title: 'Memory of the host (/proc/meminfo)',
  certainty: 1,
  command: /^(?:cat|e?grep|head|less|more)\b[^;]{0,200} \/proc\/meminfo/u,
  opens: (lines) => {
    if (lines[0]?.startsWith('MemTotal:') !== true) return null;
    return ROW.test(lines[0]) && /^Mem(?:Free|Available):/u.test(lines[1] ?? '')
      ? 'lines of memory figures, as /proc/meminfo holds them'
      : null;
  },
  read: (context) => new MeminfoReader(context),
  fields,
  seriesKey: (line) => ROW.exec(line)?.[1] ?? null,
};

function fields(line: string): FieldToken[] {
  const match = ROW.exec(line);
  if (match === null) return [];
  const [, name = '', value = ''] = match;
  const valueStart = line.indexOf(value, name.length + 1);
  return [
    { name: `meminfo.${name}`, nameStart: 0, nameEnd: name.length, valueStart, valueEnd: valueStart + value.length },
  ];
}

const KEPT = ['MemTotal', 'MemAvailable', 'SwapTotal', 'SwapFree'];

class MeminfoReader extends OutputReader<MeminfoFacts> {
  readonly #seen = new Map<string, { readonly kb: number; readonly line: number }>();

  protected row(content: string, line: number): boolean {
    const match = ROW.exec(content);
    if (match === null) return false;
    const [, name = '', value = '', unit] = match;
    if (!KEPT.includes(name)) return true;
    // The same figure again is the next sample.
    if (this.#seen.has(name) || unit === undefined) return false;
    this.#seen.set(name, { kb: Number(value), line });
    return true;
  }

  finish(): MeminfoFacts {
    const kb = (name: string): number | null => this.#seen.get(name)?.kb ?? null;
    const lineOf = (name: string): number | null => this.#seen.get(name)?.line ?? null;
    return {
      timeMs: this.context.timeMs,
      totalKb: kb('MemTotal'),
      availableKb: kb('MemAvailable'),
      swapTotalKb: kb('SwapTotal'),
      swapFreeKb: kb('SwapFree'),
      totalLine: lineOf('MemTotal'),
      availableLine: lineOf('MemAvailable'),
      swapLine: lineOf('SwapFree'),
    };
  }
}
