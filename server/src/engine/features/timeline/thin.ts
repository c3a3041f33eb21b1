import type { Sample } from './series';

/** Samples of one chart at most; more than a screen is wide. */
export const MAX_SAMPLES = 2_000;

/** Keeps the first, the last, and of each stretch the lowest and the highest of every series and a gap: no peak is lost. */
export function thin(samples: readonly Sample[], most: number = MAX_SAMPLES): readonly Sample[] {
  if (samples.length <= most) return samples;
  const width = samples[0]?.values.length ?? 1;
  const stretches = Math.max(1, Math.floor((most - 2) / (2 * width + 1)));
  const kept = new Set<number>([0, samples.length - 1]);
  for (let stretch = 0; stretch < stretches; stretch += 1) {
    const from = Math.floor((stretch * samples.length) / stretches);
    const to = Math.floor(((stretch + 1) * samples.length) / stretches);
    for (let series = 0; series < width; series += 1) keepExtremes(samples, from, to, series, kept);
    const gap = samples.slice(from, to).findIndex((one) => one.values.every((value) => value === null));
    if (gap >= 0) kept.add(from + gap);
  }
  return [...kept].sort((a, b) => a - b).flatMap((index) => samples[index] ?? []);
}

function keepExtremes(samples: readonly Sample[], from: number, to: number, series: number, kept: Set<number>): void {
  let low = -1;
  let high = -1;
  const value = (index: number): number | null => samples[index]?.values[series] ?? null;
  for (let index = from; index < to; index += 1) {
    const here = value(index);
    if (here === null) continue;
    if (low < 0 || here < (value(low) ?? 0)) low = index;
    if (high < 0 || here > (value(high) ?? 0)) high = index;
  }
  if (low < 0) low = from;
  kept.add(low);
  if (high >= 0) kept.add(high);
}
