import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import { notYetConnected } from '../../messages/control-connection';

const rule: Rule = {
  id: 'tunnel/not-connected-to-cloud',
  title: 'No connection to the cloud',
  severity: 'error',
  means: 'The connector has no control connection and says so itself.',
  matters: 'It can serve nobody.',
  doNext: 'Find the first line before it that names a reason; test DNS, TCP and TLS to a broker.',
  message: 'The connector is not yet connected to the cloud ({count} times).',
  needs: [JOURNAL],
  on: { messages: [notYetConnected] },
  runbook: { id: 'broker-reachability', step: 'dns' },
  documentation: [`${DOCS.troubleshooting}#notconnectedcloud`],
  source: TROUBLESHOOTING,
  fires: [
    {
      files:
        'Jan 27 08:03:22 fra-ac-02 zpa-connector-child[3276]: *Connector not yet connected to cloud, please check connectivity, if this persists*\n',
      says: 'not yet connected',
    },
    {
      files:
        'Jan 27 08:03:22 fra-ac-02 zpa-connector-child[3276]: [1;39m*Connector not yet connected to cloud, please check connectivity, if this persists*[0m\n',
    },
  ],
  silent: ['Jan 27 08:03:22 web-1 app[7]: Connector not yet connected to cloud\n'],
};

export default rule;
