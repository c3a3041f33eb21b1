import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, RUNBOOK } from '../../evidence';
import { brokerRedirect } from '../../messages/control-connection';

const rule: Rule = {
  id: 'tunnel/redirected',
  title: 'Redirected to another broker',
  severity: 'info',
  means: 'The cloud moved the control connection to another broker.',
  matters: 'Normal operation; it is never counted as an outage.',
  doNext: 'Nothing.',
  message: 'The cloud redirected the control connection to another broker ({count} times): normal.',
  needs: [JOURNAL],
  on: { messages: [brokerRedirect] },
  runbook: { id: 'control-connection-lost', step: 'reason' },
  documentation: [DOCS.statusCodes],
  source: RUNBOOK,
  fires: [
    {
      files:
        'Jan 27 05:28:23 fra-ac-02 zpa-connector-child[3276]: Received broker_redirect for control connection: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4\nJan 27 05:28:23 fra-ac-02 zpa-connector-child[3276]: Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_REDIRECT\nJan 27 05:28:24 fra-ac-02 zpa-connector-child[3276]: Broker control connection successfully connected to Zscaler Cloud: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4\n',
      says: 'redirected',
    },
  ],
  silent: [
    'Jan 27 05:28:24 fra-ac-02 zpa-connector-child[3276]: Broker control connection successfully connected to Zscaler Cloud: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4\n',
  ],
};

export default rule;
