import { groupBy } from '../../basics/group-by';
import type { LssFigures, LssSample } from '../../formats/lss/facts';
import type { Hit } from '../../match/rule';
import { MAX_EVIDENCE } from '../../match/run-rules';
import { runsWhere } from '../blocks';
import type { BundleFacts } from '../bundle-facts';

interface PlacedSample {
  readonly artifact: number;
  readonly sample: LssSample;
}

/** Records in a row in which a test held, of one component; `samples` are their figures, in the order of time. */
export interface FigureRun {
  /** Ready but for its data. */
  readonly hit: Hit & { readonly count: number };
  /** Name of the component in the portal. */
  readonly who: string;
  readonly figures: readonly LssFigures[];
}

/**
 * Runs of neighbouring records of the Log Streaming Service in which the test holds, of every component; the longest of
 * each. Records for which the test says null are passed over. The hit points at the value called `field`.
 */
export function figureRuns(
  facts: BundleFacts,
  field: keyof LssFigures,
  test: (figures: LssFigures) => boolean | null,
): readonly FigureRun[] {
  return [...samplesByComponent(facts).values()].flatMap((samples): FigureRun[] => {
    const runs = runsWhere(samples, ({ sample }) => test(sample.figures));
    const [longest] = [...runs].sort((a, b) => b.count - a.count);
    if (longest === undefined) return [];
    const members = samples
      .slice(longest.first, longest.last + 1)
      .filter(({ sample }) => test(sample.figures) === true);
    const [first] = members;
    const last = members[members.length - 1];
    if (first === undefined || last === undefined) return [];
    const places = members.slice(0, MAX_EVIDENCE).map((one) => ({
      artifact: one.artifact,
      line: one.sample.line,
      field: nameIn(one.sample, field),
    }));
    const [at = { artifact: first.artifact, line: first.sample.line }] = places;
    return [
      {
        hit: {
          at,
          evidence: places,
          count: members.length,
          scope: first.sample.name,
          firstMs: first.sample.timeMs,
          lastMs: last.sample.timeMs,
        },
        who: first.sample.name,
        figures: members.map(({ sample }) => sample.figures),
      },
    ];
  });
}

/** Name of the value in its record. */
function nameIn({ kind }: LssSample, field: keyof LssFigures): string {
  return field === 'SystemMemoryUtilization' && kind.endsWith('-status') ? 'lss.MemUtilization' : `lss.${field}`;
}

/** Records in the order of time: receivers get them late and in any order. Status and metrics records apart. */
function samplesByComponent(facts: BundleFacts): ReadonlyMap<string, readonly PlacedSample[]> {
  const samples = facts
    .sections('lss-events')
    .flatMap(({ artifact, facts: found }) => found.samples.map((sample) => ({ artifact: artifact.index, sample })));
  const byComponent = groupBy(samples, ({ sample }) => `${sample.kind} ${sample.name}`);
  for (const list of byComponent.values()) list.sort((a, b) => (a.sample.timeMs ?? 0) - (b.sample.timeMs ?? 0));
  return byComponent;
}

/** Whether a part is over a share (percent) of the whole; null where either is not told. */
export function isOver(part: number | undefined, whole: number | undefined, percent: number): boolean | null {
  return part === undefined || whole === undefined ? null : part * 100 > percent * whole;
}
