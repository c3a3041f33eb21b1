import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import { burstHitsOf } from '../../../engine/match/run-rules';
import { eventConnected, eventError, notYetConnected } from '../../messages/control-connection';

/** The vendor's example breaks after one second; a slow line may take a few more. */
const WITHIN_MS = 10_000;

const rule: Rule = {
  id: 'tunnel/deleted-in-portal',
  title: 'Accepted and broken at once: deleted in the portal?',
  severity: 'error',
  confidence: 'medium',
  means:
    'The connection comes up and is broken within seconds on the same socket, and the connector then says that it is not connected. The cloud does that to a connector that was deleted in the portal.',
  matters: 'A deleted connector cannot be brought back; it has to be enrolled again.',
  doNext: 'Look whether the connector is still in the portal, by its name and ID.',
  message:
    'The cloud accepts the connection and breaks it at once ({count} times), as it does with a connector that was deleted in the portal.',
  needs: [JOURNAL],
  on: { messages: [eventConnected, eventError, notYetConnected] },
  evaluate: (facts) => {
    const opened = facts.events(eventConnected.id);
    const broken = facts.events(eventError.id).filter((error) => {
      const open = opened.findLast(
        (one) =>
          one.artifact === error.artifact &&
          one.line < error.line &&
          one.scope === error.scope &&
          one.groups.sock === error.groups.sock,
      );
      return open !== undefined && (error.timeMs ?? 0) - (open.timeMs ?? 0) <= WITHIN_MS;
    });
    const complained = facts.events(notYetConnected.id);
    return burstHitsOf(
      broken.filter((event) =>
        complained.some((one) => one.scope === event.scope && one.line > event.line && one.line - event.line <= 50),
      ),
      [],
    );
  },
  explains: [
    { rule: 'tunnel/not-connected-to-cloud' },
    { rule: 'tunnel/control-connection-closed', withinSeconds: 600 },
    { rule: 'tunnel/control-disconnected' },
    { rule: 'tunnel/flapping' },
    { rule: 'tunnel/backed-off-connections' },
    { rule: 'tunnel/no-data-connections' },
  ],
  runbook: { id: 'deleted-in-portal', step: 'confirm' },
  documentation: [`${DOCS.troubleshooting}#notconnectedcloud`],
  source: TROUBLESHOOTING,
  fires: [
    {
      files:
        'Jan 27 08:03:21 fra-ac-02 zpa-connector-child[3276]: [1;39mReceived event from [203.0.113.170]:38864;broker2.sha1.prod.zpath.net:[198.51.100.189]:2010: BEV_EVENT_CONNECTED, sock=63 using ECDHE-RSA-AES128-GCM-SHA256[0m\nJan 27 08:03:22 fra-ac-02 zpa-connector-child[3276]: [1;39mReceived event from [203.0.113.170]:38864;broker2.sha1.prod.zpath.net:[198.51.100.189]:2010: BEV_EVENT_READING BEV_EVENT_ERROR, sock=63[0m\nJan 27 08:03:22 fra-ac-02 zpa-connector-child[3276]: *Connector not yet connected to cloud, please check connectivity, if this persists*\n',
      says: 'deleted',
      also: ['tunnel/not-connected-to-cloud'],
    },
  ],
  silent: [
    'Jan 27 08:03:21 fra-ac-02 zpa-connector-child[3276]: Received event from [10.20.4.17]:45999;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443: BEV_EVENT_CONNECTED, sock=63 using ECDHE-RSA-AES128-GCM-SHA256\nJan 27 08:03:22 fra-ac-02 zpa-connector-child[3276]: Broker control connection successfully connected to Zscaler Cloud: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4\n',
    'Jan 27 08:03:21 fra-ac-02 zpa-connector-child[3276]: Received event from [10.20.4.17]:45999;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443: BEV_EVENT_CONNECTED, sock=63 using ECDHE-RSA-AES128-GCM-SHA256\nJan 27 09:03:21 fra-ac-02 zpa-connector-child[3276]: Received event from [10.20.4.17]:45999;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443: BEV_EVENT_READING BEV_EVENT_ERROR, sock=63\n',
  ],
};

export default rule;
