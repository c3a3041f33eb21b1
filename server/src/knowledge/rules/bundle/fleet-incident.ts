import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, inferred } from '../../evidence';
import { fleetIncidents } from '../../../engine/facts/connectors';
import { closedOutages } from '../../../engine/facts/outages';
import { controlClosed, controlConnected } from '../../messages/control-connection';

const rule: Rule = {
  id: 'bundle/fleet-incident',
  title: 'Several connectors lost their tunnel together',
  severity: 'warning',
  means: 'Connectors of different hosts lost their control connection within the same minutes.',
  matters: 'The cause is upstream of all of them: firewall, proxy, internet line or the cloud, not one host.',
  doNext: 'Look at what they share: site, egress, a change at that time.',
  message: '{count} connectors lost their control connection within {minutes} minutes: look upstream, not at one host.',
  needs: [JOURNAL],
  on: { messages: [controlClosed, controlConnected] },
  evaluate: (facts, thresholds) =>
    fleetIncidents(
      closedOutages(facts, { closed: controlClosed.id, connected: controlConnected.id }),
      thresholds.fleetIncidentMinutes,
    ),
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
  ],
  silent: [
    {
      'a.log':
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_SOCKET_ERR\n',
      'b.log':
        'Jan 27 13:00:40 fra-ac-03 zpa-connector-child[3276]: Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_SOCKET_ERR\n',
    },
  ],
};

export default rule;
