import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, RUNBOOK } from '../../evidence';
import { closedOutages } from '../../../engine/facts/control/outages';
import { burstHitsOf } from '../../../engine/match/run-rules';
import { controlClosed, controlConnected } from '../../messages/control-connection';

const rule: Rule = {
  id: 'tunnel/control-connection-closed',
  title: 'The control connection was closed',
  severity: 'warning',
  means: 'A control connection ended for a reason that is not a redirect.',
  matters: 'Until it is up again the connector gets no instructions.',
  doNext: 'Read the reason; when it repeats, follow frequent-disconnects.',
  message: 'The control connection to {broker} was closed: {reason}{back}.',
  needs: [JOURNAL],
  on: { messages: [controlClosed, controlConnected] },
  evaluate: (facts) => {
    const outages = closedOutages(facts, { closed: controlClosed.id, connected: controlConnected.id });
    return burstHitsOf(
      outages.flatMap((one) => one.close ?? []),
      ['reason'],
    ).map((hit) => {
      const [first] = outages.filter((one) => one.line === hit.at.line && one.artifact === hit.at.artifact);
      const seconds =
        first === undefined || first.endMs === null || first.startMs === null
          ? null
          : Math.round((first.endMs - first.startMs) / 1000);
      return {
        ...hit,
        data: {
          ...hit.data,
          back: seconds === null ? ', no reconnect within the log' : `, connected again after ${String(seconds)} s`,
        },
      };
    });
  },
  explains: [
    { rule: 'tunnel/control-disconnected', withinSeconds: 300 },
    { rule: 'tunnel/backed-off-connections', withinSeconds: 300 },
    { rule: 'tunnel/no-data-connections', withinSeconds: 300 },
    { rule: 'tunnel/not-connected-to-cloud', withinSeconds: 600 },
    { rule: 'tunnel/tx-drop', withinSeconds: 600 },
    { rule: 'tunnel/rpc-tx-drop-rising', withinSeconds: 600 },
  ],
  runbook: { id: 'control-connection-lost', step: 'reason' },
  documentation: [DOCS.statusCodes, DOCS.runbook],
  source: RUNBOOK,
  fires: [
    {
      files:
        'Jan 27 05:28:22 fra-ac-02 zpa-connector-child[3276]: Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_SOCKET_ERR\nJan 27 05:28:24 fra-ac-02 zpa-connector-child[3276]: Broker control connection successfully connected to Zscaler Cloud: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4\n',
      says: 'SOCKET_ERR',
    },
  ],
  silent: [
    'Jan 27 05:28:22 fra-ac-02 zpa-connector-child[3276]: Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_REDIRECT\nJan 27 05:28:23 fra-ac-02 zpa-connector-child[3276]: Broker control connection successfully connected to Zscaler Cloud: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4\n',
    'Jan 27 05:28:23 fra-ac-02 zpa-connector-child[3276]: Broker control connection successfully connected to Zscaler Cloud: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4\n',
  ],
};

export default rule;
