import type { Rule } from '../../../engine/match/rule';
import { DOCS, ILLUSTRATION, JOURNAL } from '../../evidence';
import { brokerConnectFailed } from '../../messages/control-connection';

const rule: Rule = {
  id: 'tunnel/broker-connect-failed',
  title: 'The broker cannot be reached',
  severity: 'error',
  confidence: 'low',
  means: 'A connection to the broker could not be opened.',
  matters: 'No tunnel forms.',
  doNext: 'Test TCP 443 to the broker from this machine.',
  message: 'The connection to the broker failed: {reason}.',
  needs: [JOURNAL],
  on: { messages: [brokerConnectFailed], by: ['reason'] },
  explains: [
    { rule: 'tunnel/not-connected-to-cloud', withinSeconds: 600 },
    { rule: 'tunnel/control-disconnected', withinSeconds: 600 },
  ],
  runbook: { id: 'broker-reachability', step: 'tcp' },
  documentation: [`${DOCS.troubleshooting}#cloudconnect`],
  source: ILLUSTRATION,
  fires: [
    {
      files: 'Jan 27 10:00:00 fra-ac-02 zpa-connector-child[3276]: broker connect failed: no route / timeout\n',
      says: 'no route',
      also: ['tunnel/direct-egress-blocked'],
    },
  ],
  silent: ['Jan 27 10:00:00 web-1 mqtt[7]: broker connect failed: no route\n'],
};

export default rule;
