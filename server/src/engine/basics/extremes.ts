/**
 * The largest and smallest of any number of values. As arguments of Math.max a hundred thousand overflow the stack, and
 * the status blocks of some months are as many.
 */

/** The largest value; -Infinity without values, NaN where one of them is. */
export function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
}

/** The smallest value; Infinity without values, NaN where one of them is. */
export function smallest(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
}

/** First and last of some times, epoch ms, in any order; null and null where there are none. */
export function timeSpan(times: readonly number[]): {
  readonly firstMs: number | null;
  readonly lastMs: number | null;
} {
  return times.length === 0 ? { firstMs: null, lastMs: null } : { firstMs: smallest(times), lastMs: largest(times) };
}
