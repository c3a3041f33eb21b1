import type { ApiConnector, ApiUpgrade } from './facts';
import type { ApiObject, ApiValue } from './objects';
import { epochMs, filled, namedOf, textOf } from './reader';

/** Members of a connector object, and of its `assistantVersion` in exports of groups. */
export const CONNECTOR_MEMBERS = [
  'assistantversion',
  'appconnectorgroupid',
  'appconnectorgroupname',
  'connectorgroupid',
  'connectorgroupname',
  'controlchannelstatus',
  'ctrlchannelstatus',
  'runtimestatus',
  'ctrlbrokername',
  'currentversion',
  'expectedversion',
  'sargeversion',
  'expectedsargeversion',
  'upgradestatus',
  'sargeupgradestatus',
  'osupgradestatus',
  'expectedupgradetime',
  'lastbrokerconnecttime',
  'lastbrokerdisconnecttime',
  'privateip',
  'lonewarrior',
];

const UPGRADES: readonly (readonly [string, ApiUpgrade['part']])[] = [
  ['upgradestatus', 'software'],
  ['sargeupgradestatus', 'Manager'],
  ['osupgradestatus', 'operating system'],
];

/** One connector; what `assistantVersion` says counts where the object itself is silent. */
export function connectorOf(object: ApiObject): ApiConnector {
  const inner = object.objects.get('assistantversion');
  const get = (name: string): ApiValue | null => filled(object.values.get(name)) ?? filled(inner?.values.get(name));
  const text = (name: string): string | null => textOf(get(name));
  const real = get('controlchannelstatus') ?? get('ctrlchannelstatus');
  return {
    ...namedOf(object),
    groupId: text('appconnectorgroupid') ?? text('connectorgroupid'),
    groupName: text('appconnectorgroupname') ?? text('connectorgroupname'),
    status: real ?? get('runtimestatus'),
    statusIsRuntime: real === null && get('runtimestatus') !== null,
    currentVersion: get('currentversion'),
    expectedVersion: get('expectedversion'),
    managerVersion: get('sargeversion'),
    expectedManagerVersion: get('expectedsargeversion'),
    upgrades: UPGRADES.flatMap(([name, part]) => {
      const status = get(name);
      return status === null ? [] : [{ part, status }];
    }),
    expectedUpgradeMs: epochMs(get('expectedupgradetime') ?? undefined),
    lastConnectMs: epochMs(get('lastbrokerconnecttime') ?? undefined),
    lastDisconnectMs: epochMs(get('lastbrokerdisconnecttime') ?? undefined),
    privateIp: text('privateip'),
    broker: text('ctrlbrokername'),
    isAlone: text('lonewarrior') === 'true',
  };
}
