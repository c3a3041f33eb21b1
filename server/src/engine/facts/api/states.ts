import { isDisabled } from '../../formats/api/reader';
import type { Hit } from '../../match/rule';
import type { ObjectFault } from './objects';
import { channelState, exportedConnectors, faultHits, nameOfObject } from './objects';
import type { BundleFacts } from '../bundle-facts';
import { connectorsOf } from '../connectors';

const NOUN = 'App Connector';

/** Connectors that never enrolled, as `runtimeStatus` or `controlChannelStatus` says. */
export function notEnrolled(facts: BundleFacts): readonly Hit[] {
  return faultHits(
    stateFaults(facts, (state) => state === 'ZPN_STATUS_NOT_ENROLLED'),
    NOUN,
  );
}

/** Enabled connectors whose control channel the cloud shows as lost or refused. `{state}` and `{length}` as in the rule for status blocks. */
export function lostInExport(facts: BundleFacts): readonly Hit[] {
  return faultHits(
    stateFaults(facts, (state) => state === 'ZPN_STATUS_DISCONNECTED' || state === 'ZPN_STATUS_AUTH_FAILED'),
    NOUN,
  );
}

function stateFaults(facts: BundleFacts, isFault: (state: string) => boolean): readonly ObjectFault[] {
  const speaking = connectorsOf(facts);
  return exportedConnectors(facts).flatMap(({ artifact, connector }): ObjectFault[] => {
    const state = channelState(connector);
    if (state === null || connector.status === null || isDisabled(connector) || !isFault(state)) return [];
    const since = connector.lastDisconnectMs;
    const isOther =
      speaking.length > 0 && !speaking.some(({ id, name }) => id === connector.id || name === connector.name);
    const length = since === null ? '' : `, since ${shortTime(since)}`;
    return [
      {
        artifact,
        at: connector.status,
        name: nameOfObject(connector),
        hit: {
          // Where status blocks are of other connectors, this one is not what the bundle is about.
          confidence: isOther ? 'low' : connector.statusIsRuntime ? 'medium' : 'high',
          firstMs: since,
          data: { state, length, connector: connector.id },
          scope: connector.name,
        },
      },
    ];
  });
}

/** `2026-01-21 09:31:02 UTC`. */
export function shortTime(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
