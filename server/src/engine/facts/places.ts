import type { Place } from '../match/rule';
import type { BundleFacts, SectionOf } from './bundle-facts';
import type { FactsByFormat } from './registry';

/** What formats give of a value's place: its 0-based line and UTF-16 columns, end exclusive. */
interface Span {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The place of a span in an artifact (by index), without what else the value holds. */
export function placeAt(artifact: number, { line, start, end }: Span): Place {
  return { artifact, line, start, end };
}

/**
 * The last section of a format in each file, of those that pass the test: what was mended before the end of a session is
 * no fault. With `keyOf`, the last of each file and key.
 */
export function lastOfEachFile<F extends keyof FactsByFormat>(
  facts: BundleFacts,
  format: F,
  test: (section: SectionOf<F>) => boolean = () => true,
  keyOf: (section: SectionOf<F>) => string = () => '',
): readonly SectionOf<F>[] {
  const last = new Map<string, SectionOf<F>>();
  for (const section of facts.sections(format)) {
    if (test(section)) last.set(`${String(section.artifact.index)} ${keyOf(section)}`, section);
  }
  return [...last.values()];
}
