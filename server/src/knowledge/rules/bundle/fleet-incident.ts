import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, inferred } from '../../evidence';
import { statusEvent } from '../../example-exports';
import { fleetIncidents } from '../../../engine/facts/connectors';
import { lostSessions } from '../../../engine/facts/lss/outages';
import type { BundleFacts } from '../../../engine/facts/bundle-facts';
import type { Loss } from '../../../engine/facts/control/outages';
import { blockLosses, closedOutages } from '../../../engine/facts/control/outages';
import { controlClosed, controlConnected } from '../../messages/control-connection';

/** Every loss of a control connection that close lines, status blocks or the cloud's own events show. */
function losses(facts: BundleFacts): readonly Loss[] {
  const closed = closedOutages(facts, { closed: controlClosed.id, connected: controlConnected.id });
  const events = lostSessions(facts).map(({ name, timeMs, place }) => ({
    scope: name,
    artifact: place.artifact,
    line: place.line,
    startMs: timeMs,
  }));
  return [...closed, ...blockLosses(facts, closed), ...events];
}

const TUPLE =
  '[10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime , RTT (tcp|app): 0|0 us, disconnect_duration_s 0';

/** Three blocks of a host, the last two without a connection. */
function backedOff(host: string, second: string): string {
  return ['connected', 'backoff', 'backoff']
    .map(
      (state, minute) =>
        `Jan 27 09:0${String(minute)}:${second} ${host} zpa-connector-child[3276]: Broker control connection, state fohh_connection_${state}, ${TUPLE}\n`,
    )
    .join('');
}

const rule: Rule = {
  id: 'bundle/fleet-incident',
  title: 'Several connectors lost their tunnel together',
  severity: 'warning',
  means: 'Connectors of different hosts lost their control connection within the same minutes.',
  matters: 'The cause is upstream of all of them: firewall, proxy, internet line or the cloud, not one host.',
  doNext: 'Look at what they share: site, egress, a change at that time.',
  message: '{count} connectors lost their control connection within {minutes} minutes: look upstream, not at one host.',
  needs: [{ ...JOURNAL, anyOf: [...JOURNAL.anyOf, 'lss-events:connector-status'] }],
  on: { messages: [controlClosed, controlConnected] },
  evaluate: (facts, thresholds) => fleetIncidents(losses(facts), thresholds.fleetIncidentMinutes),
  explains: [
    { rule: 'tunnel/control-connection-closed', withinSeconds: 300 },
    { rule: 'tunnel/flapping' },
    { rule: 'tunnel/control-disconnected', withinSeconds: 600 },
  ],
  runbook: { id: 'frequent-disconnects', step: 'portal' },
  documentation: [`${DOCS.troubleshooting}#frequentclouddisconnect`],
  source: inferred('the coincidence of outages'),
  thresholds: ['fleetIncidentMinutes'],
  fires: [
    {
      files: {
        'a.log':
          'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_SOCKET_ERR\n',
        'b.log':
          'Jan 27 09:00:40 fra-ac-03 zpa-connector-child[3276]: Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_SOCKET_ERR\n',
      },
      says: '2 connectors',
      also: ['tunnel/control-connection-closed'],
    },
    {
      files: {
        'status.jsonl':
          statusEvent('Tue Jan 20 09:00:00 2026', 'a', 'ZPN_STATUS_AUTHENTICATED') +
          statusEvent('Tue Jan 20 09:00:01 2026', 'b', 'ZPN_STATUS_AUTHENTICATED', { Connector: 'fra-ac-03' }) +
          statusEvent('Tue Jan 20 09:30:00 2026', 'a', 'ZPN_STATUS_DISCONNECTED') +
          statusEvent('Tue Jan 20 09:30:40 2026', 'b', 'ZPN_STATUS_DISCONNECTED', { Connector: 'fra-ac-03' }),
      },
      says: '2 connectors',
      also: ['tunnel/control-disconnected'],
    },
    {
      files: { 'a.log': backedOff('fra-ac-02', '00'), 'b.log': backedOff('fra-ac-03', '20') },
      says: '2 connectors',
      also: ['tunnel/control-disconnected'],
    },
  ],
  silent: [
    { 'a.log': backedOff('fra-ac-02', '00'), 'b.log': backedOff('fra-ac-02', '00') },
    {
      'a.log':
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_SOCKET_ERR\n',
      'b.log':
        'Jan 27 13:00:40 fra-ac-03 zpa-connector-child[3276]: Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_SOCKET_ERR\n',
    },
  ],
};

export default rule;
