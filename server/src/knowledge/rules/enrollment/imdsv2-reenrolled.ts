import type { BundleFacts } from '../../../engine/facts/bundle-facts';
import { channelState, exportedConnectors } from '../../../engine/facts/api/objects';
import { placeAt } from '../../../engine/facts/places';
import { blockPlace, blockTime } from '../../../engine/facts/blocks';
import type { Hit, Place, Rule } from '../../../engine/match/rule';
import { API_CONNECTORS, DOCS, STATUS_BLOCKS, TROUBLESHOOTING } from '../../evidence';
import { exampleConnector, page } from '../../example-exports';

/** Last version without, and first version with, support for IMDSv2 (Zscaler Help). */
const LAST_WITHOUT = [24, 566, 1];
const FIRST_WITH = [24, 650, 1];

/** A connector id under which a host reported, from its first to its last status block in one process life. */
interface Spell {
  readonly id: string;
  readonly version: string;
  readonly at: Place;
  readonly timeMs: number | null;
  readonly scope: string;
}

/** Id and version of each host wherever they change, in the order of time. */
function spellsOf(facts: BundleFacts): ReadonlyMap<string, readonly Spell[]> {
  const spells = new Map<string, Spell[]>();
  for (const placed of facts.livesWithBlocks) {
    const { life, scope } = placed;
    const ids = life.blocks.text('ID');
    const versions = life.blocks.text('Ver');
    if (life.component !== 'zpa-connector' || ids === undefined || versions === undefined) continue;
    const list = spells.get(scope) ?? [];
    spells.set(scope, list);
    let last = '';
    for (const [index, id] of ids.entries()) {
      const version = versions[index];
      if (id === undefined || version === undefined || `${id} ${version}` === last) continue;
      last = `${id} ${version}`;
      list.push({ id, version, at: blockPlace(placed, index, 'header'), timeMs: blockTime(placed, index), scope });
    }
  }
  for (const list of spells.values()) list.sort((a, b) => (a.timeMs ?? 0) - (b.timeMs ?? 0));
  return spells;
}

/** Negative, zero or positive as the version is below, equal to or above the other, by its first three numbers. */
function compare(version: string, other: readonly number[]): number {
  const numbers = version.split(/[.-]/u, 3).map(Number);
  for (const [index, figure] of other.entries()) {
    const difference = (numbers[index] ?? 0) - figure;
    if (difference !== 0) return difference;
  }
  return 0;
}

function hitsOf(spells: readonly Spell[]): readonly Hit[] {
  const after = spells.find(
    (spell, index) =>
      compare(spell.version, FIRST_WITH) >= 0 &&
      spells.slice(0, index).some((old) => old.id !== spell.id && compare(old.version, LAST_WITHOUT) <= 0),
  );
  if (after === undefined) return [];
  const before = spells.findLast((old) => old.id !== after.id && compare(old.version, LAST_WITHOUT) <= 0);
  if (before === undefined) return [];
  const { timeMs, scope } = after;
  const data = { oldId: before.id, oldVersion: before.version, newId: after.id, newVersion: after.version };
  return [{ at: after.at, evidence: [before.at, after.at], data, firstMs: timeMs, lastMs: timeMs, scope }];
}

/** Connectors of an export that stand beside an older one of the same group and address, which is connected no more. */
function inExport(facts: BundleFacts): readonly Hit[] {
  const all = exportedConnectors(facts);
  return all.flatMap((one): Hit[] => {
    const version = one.connector.currentVersion;
    if (version === null || compare(version.text, FIRST_WITH) < 0 || one.connector.id === null) return [];
    const before = all.find(
      ({ connector, groupId }) =>
        connector.id !== one.connector.id &&
        connector.privateIp !== null &&
        connector.privateIp === one.connector.privateIp &&
        groupId === one.groupId &&
        connector.currentVersion !== null &&
        compare(connector.currentVersion.text, LAST_WITHOUT) <= 0 &&
        channelState(connector) !== 'ZPN_STATUS_AUTHENTICATED',
    );
    const old = before?.connector.currentVersion;
    if (before === undefined || old === undefined || old === null) return [];
    const at = placeAt(one.artifact, version);
    return [
      {
        at,
        evidence: [placeAt(before.artifact, old), at],
        message:
          'Connector id {newId}, version {newVersion}, has the address of {oldId}, version {oldVersion}, which is connected no more.',
        data: {
          oldId: before.connector.id ?? before.connector.name,
          oldVersion: old.text,
          newId: one.connector.id,
          newVersion: version.text,
        },
      },
    ];
  });
}

const header = (time: string, pid: number, id: string, version: string): string =>
  `${time} ip-10-0-4-7 zpa-connector-child[${String(pid)}]: -------- Connector Status:ID=${id}:Name=aws-connector:Ver=${version} --------\n`;
const OLD = header('Jan 12 02:10:00', 900, '217246525011500001', '24.566.1');

const rule: Rule = {
  id: 'enrollment/imdsv2-reenrolled',
  title: 'Enrolled a second time after the IMDSv2 update',
  severity: 'info',
  confidence: 'medium',
  means:
    'This host reported under one connector id up to version 24.566.1 and under another from 24.650.1 on, or an export lists both at one address. Support for IMDSv2 changed the hardware fingerprint there, so the update enrolled it anew.',
  matters:
    'The old entry stays in the portal: it counts against the limit of connectors, and the key was used once more.',
  doNext: 'Delete the old entry in the portal and check that the key still has room.',
  message:
    'After the update from {oldVersion} to {newVersion} this host has a new connector id, {newId} instead of {oldId}.',
  needs: [{ ...STATUS_BLOCKS, anyOf: [...STATUS_BLOCKS.anyOf, ...API_CONNECTORS.anyOf] }],
  evaluate: (facts) => [...[...spellsOf(facts).values()].flatMap(hitsOf), ...inExport(facts)],
  runbook: { id: 'imdsv2', step: 'old' },
  documentation: [`${DOCS.troubleshooting}#imdsv2`],
  source: TROUBLESHOOTING,
  fires: [
    {
      files: {
        'connectors.json': page(
          exampleConnector(1, {
            currentVersion: '24.566.1',
            expectedVersion: '24.566.1',
            controlChannelStatus: 'ZPN_STATUS_DISCONNECTED',
          }),
          exampleConnector(2, { currentVersion: '24.650.1', expectedVersion: '24.650.1', privateIp: '10.20.4.1' }),
          exampleConnector(3),
        ),
      },
      says: 'has the address of',
      also: ['tunnel/control-disconnected'],
    },
    {
      files: OLD + header('Jan 12 02:40:00', 1200, '217246525011500002', '24.650.1'),
      says: '217246525011500002 instead of 217246525011500001',
      also: ['upgrade/version-changed', 'bundle/mixed-connectors'],
    },
  ],
  silent: [
    // Two machines of a group that is being updated one by one.
    {
      'connectors.json': page(
        exampleConnector(1, { currentVersion: '24.566.1', expectedVersion: '24.566.1' }),
        exampleConnector(2, { currentVersion: '24.650.1', expectedVersion: '24.650.1' }),
      ),
    },
    OLD + header('Jan 12 02:40:00', 1200, '217246525011500001', '24.650.1'),
    header('Jan 12 02:10:00', 900, '217246525011500001', '24.650.1') +
      header('Jan 12 02:40:00', 1200, '217246525011500002', '24.650.1'),
    OLD + header('Jan 12 02:40:00', 1200, '217246525011500002', '24.650.1').replaceAll('ip-10-0-4-7', 'ip-10-0-4-8'),
  ],
};

export default rule;
