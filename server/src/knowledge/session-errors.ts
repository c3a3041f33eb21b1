/** Failed sessions of user activity, told with the glossary's session status codes. */
import type { Constant } from '../engine/catalogue';
import type { BundleFacts } from '../engine/facts/bundle-facts';
import type { LssReason } from '../engine/formats/lss/facts';
import type { Hit } from '../engine/match/rule';
import broker from './constants/status-codes-broker';
import client from './constants/status-codes-client';
import connector from './constants/status-codes-connector';

const CODES: ReadonlyMap<string, Constant> = new Map(
  [...connector, ...broker, ...client].map((constant) => [constant.name, constant]),
);
/** With these the vendor shows the connector as 0 (Troubleshooting App Connectors). */
const WITHOUT_CONNECTOR: ReadonlySet<string> = new Set([
  'APP_NOT_REACHABLE',
  'INVALID_DOMAIN',
  'NO_CONNECTOR_AVAILABLE',
]);
/** Codes told in the message; the evidence has the others. */
const MAX_RANKED = 4;

/** One hit for each file with failed sessions, at the first of the most frequent code. */
export function sessionErrorHits(facts: BundleFacts, warningShare: number): readonly Hit[] {
  return facts.sections('lss-events').flatMap(({ artifact, facts: found }): Hit[] => {
    const failed = found.reasons.filter(({ code }) => CODES.get(code)?.severity === 'bad');
    const first = failed[0]?.places[0];
    if (first === undefined) return [];
    const count = failed.reduce((sum, reason) => sum + reason.count, 0);
    return [
      {
        at: { artifact: artifact.index, ...first },
        evidence: failed
          .flatMap(({ places }) => places.slice(0, 3))
          .slice(0, 20)
          .map((place) => ({ artifact: artifact.index, ...place })),
        count,
        ...(count < found.ended * warningShare ? { severity: 'info' as const } : {}),
        firstMs: edge(failed, 'firstMs', Math.min),
        lastMs: edge(failed, 'lastMs', Math.max),
        data: {
          ended: found.ended,
          ranking: ranking(failed),
          codes: failed.map(({ code }) => code).slice(0, 20),
          applications: [...new Set(failed.flatMap(({ applications }) => applications))].slice(0, 5),
        },
      },
    ];
  });
}

/** One hit for each code of sessions for which the cloud chose no connector. */
export function withoutConnectorHits(facts: BundleFacts): readonly Hit[] {
  return facts.sections('lss-events').flatMap(({ artifact, facts: found }) =>
    found.reasons.flatMap((reason): Hit[] => {
      const [first] = reason.placesWithoutConnector;
      if (first === undefined || !WITHOUT_CONNECTOR.has(reason.code)) return [];
      return [
        {
          at: { artifact: artifact.index, ...first },
          evidence: reason.placesWithoutConnector.map((place) => ({ artifact: artifact.index, ...place })),
          count: reason.withoutConnector,
          firstMs: reason.firstMs,
          lastMs: reason.lastMs,
          data: {
            code: reason.code,
            meaning: CODES.get(reason.code)?.meaning ?? '',
            applications: reason.applications,
          },
        },
      ];
    }),
  );
}

function ranking(failed: readonly LssReason[]): string {
  const told = failed
    .slice(0, MAX_RANKED)
    .map(({ code, count }) => `${String(count)} ${code} (${(CODES.get(code)?.meaning ?? '').replace(/\.$/u, '')})`);
  const more = failed.length - MAX_RANKED;
  return more > 0 ? `${told.join('; ')}; ${String(more)} other codes` : told.join('; ');
}

function edge(
  reasons: readonly LssReason[],
  key: 'firstMs' | 'lastMs',
  pick: (...values: number[]) => number,
): number | null {
  const times = reasons.map((reason) => reason[key]).filter((time) => time !== null);
  return times.length === 0 ? null : pick(...times);
}
