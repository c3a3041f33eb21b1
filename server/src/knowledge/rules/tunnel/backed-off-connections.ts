import type { Rule } from '../../../engine/match/rule';
import { DOCS, TROUBLESHOOTING, statusLine } from '../../evidence';
import { columnRuns } from '../../../engine/facts/column-runs';

const rule: Rule = {
  id: 'tunnel/backed-off-connections',
  title: 'Data connections are backed off',
  severity: 'warning',
  means: 'Connections to brokers failed and wait before the next try.',
  matters: 'Sessions over these brokers fail meanwhile.',
  doNext: 'See which brokers are concerned, and whether the control connection is up.',
  message: '{most} data connection(s) are backed off in {count} status block(s).',
  needs: [statusLine('data', 'the data connections')],
  evaluate: (facts) =>
    columnRuns(facts, 'data.backed_off', 'data', (value) => value > 0).map(({ hit, values }) => ({
      ...hit,
      data: { most: Math.max(...values) },
    })),
  runbook: { id: 'frequent-disconnects', step: 'which' },
  documentation: [DOCS.runbook],
  source: TROUBLESHOOTING,
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 21, backed_off connections = 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 18, backed_off connections = 3\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 18, backed_off connections = 3\n',
      says: '3 data',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 21, backed_off connections = 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 21, backed_off connections = 0\n',
  ],
};

export default rule;
