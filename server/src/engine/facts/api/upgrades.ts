import type { ApiConnector, ApiUpgrade } from '../../formats/api/facts';
import type { ApiValue } from '../../formats/api/objects';
import { isDisabled } from '../../formats/api/reader';
import type { Hit } from '../../match/rule';
import type { ExportedConnector, ObjectFault } from './objects';
import { exportedConnectors, faultHits, nameOfObject } from './objects';
import { shortTime } from './states';
import type { BundleFacts } from '../bundle-facts';

/** Connectors whose upgrade the cloud shows as failed, at that state. `{part}`: software, Manager or operating system. */
export function failedUpgrades(facts: BundleFacts): readonly Hit[] {
  const faults = exportedConnectors(facts).flatMap(({ artifact, connector }) =>
    isDisabled(connector)
      ? []
      : connector.upgrades
          .filter(({ status }) => /^(?:\w{1,40}_)?FAIL(?:ED|URE)?$/iu.test(status.text))
          .map(({ part, status }): ObjectFault => failure(artifact, connector, part, status)),
  );
  return faultHits(faults, 'App Connector');
}

function failure(artifact: number, connector: ApiConnector, part: ApiUpgrade['part'], at: ApiValue): ObjectFault {
  return {
    artifact,
    at,
    name: nameOfObject(connector),
    hit: { confidence: 'high', data: { part, reason: at.text }, scope: connector.name },
  };
}

/**
 * Connectors that run another version than the cloud expects. Information only while the upgrade runs or is still to
 * come, because connectors are upgraded once a week.
 */
export function exportedMismatches(facts: BundleFacts): readonly Hit[] {
  const faults = exportedConnectors(facts).flatMap((one): ObjectFault[] => {
    const { connector } = one;
    if (isDisabled(connector)) return [];
    return [
      ...mismatch(one, 'the software', connector.currentVersion, connector.expectedVersion),
      ...mismatch(one, 'the Manager', connector.managerVersion, connector.expectedManagerVersion),
    ];
  });
  return faultHits(
    faults.filter(({ hit }) => hit?.severity !== 'info'),
    'App Connector',
  ).concat(
    faultHits(
      faults.filter(({ hit }) => hit?.severity === 'info'),
      'App Connector',
    ),
  );
}

function mismatch(
  { artifact, connector }: ExportedConnector,
  part: string,
  current: ApiValue | null,
  expected: ApiValue | null,
): ObjectFault[] {
  if (current === null || expected === null || current.text === expected.text) return [];
  const running = connector.upgrades.some(({ status }) => /^IN_PROGRESS$/iu.test(status.text));
  const planned = connector.expectedUpgradeMs;
  const isAhead = planned !== null && connector.lastConnectMs !== null && planned > connector.lastConnectMs;
  return [
    {
      artifact,
      at: current,
      name: nameOfObject(connector),
      hit: {
        ...(running || isAhead ? { severity: 'info' as const } : {}),
        data: {
          part,
          current: current.text,
          expected: expected.text,
          planned: planned === null ? '' : `, upgrade planned for ${shortTime(planned)}`,
        },
        scope: connector.name,
      },
    },
  ];
}
