import type { Rule } from '../../../engine/match/rule';
import { sessionErrorHits } from '../../session-errors';
import { DOCS, LSS_EVENTS } from '../../evidence';
import { activity } from '../../example-exports';

const rule: Rule = {
  id: 'apps/session-errors',
  title: 'Sessions of users fail',
  severity: 'warning',
  means: 'User activity of the Log Streaming Service holds sessions that ended with an error. The codes are ranked.',
  matters: 'Each code names the part that failed: the connector, the Service Edge, the application or the sign-in.',
  doNext: 'Begin with the most frequent code and do what its meaning asks for.',
  message: '{count} of {ended} ended sessions failed: {ranking}.',
  needs: [LSS_EVENTS],
  thresholds: ['sessionErrorShare'],
  evaluate: (facts, thresholds) => sessionErrorHits(facts, thresholds.sessionErrorShare),
  explains: [{ rule: 'apps/connector-id-zero' }],
  runbook: { id: 'app-not-reachable', step: 'resolve' },
  documentation: [DOCS.statusCodes, DOCS.userActivity],
  source: { kind: 'documented', from: 'Zscaler Help: Understanding ZPA Session Status Codes', url: DOCS.statusCodes },
  fires: [
    {
      files: {
        'lss.jsonl': `${activity('AST_MT_SETUP_ERR_OPEN_SERVER_CONN').repeat(4)}${activity('AST_MT_SETUP_TIMEOUT')}${activity('MT_CLOSED_TERMINATED').repeat(5)}`,
      },
      says: '5 of 10 ended sessions failed: 4 AST_MT_SETUP_ERR_OPEN_SERVER_CONN',
    },
    {
      files: {
        'lss.txt': `Jan 20 09:30:01 receiver-1 zpa-lss: ${activity('AST_MT_SETUP_ERR_NO_DNS_TO_SERVER')}`,
      },
      says: 'AST_MT_SETUP_ERR_NO_DNS_TO_SERVER',
    },
    {
      files: {
        'lss.csv':
          'Tue Jan 20 09:30:00 2026 User Activity zpa-lss: ,Example,2rq1jwFdb3T1ioovdwSO,2rq1jwFdb3T1ioovdwSO k,AST_MT_SETUP_TIMEOUT,close,6,0,user@example.com,443,198.51.100.7,,50.000000,8.000000,DE,EU-DE-1,Allow all,fra-ac-02,EU-DE-1,10.20.4.17,47776,wiki.corp.example,wiki,Internal,0,10.20.9.5,443,18,490,2026-01-20T09:29:48.621Z,2026-01-20T09:29:53.678Z,,,,,,,,,,,,,0,0,0,0,0,0,0,0,idp\n',
      },
      says: 'AST_MT_SETUP_TIMEOUT',
    },
    {
      files: { 'lss.jsonl': `${activity('MT_CLOSED_TERMINATED').repeat(400)}${activity('AST_MT_SETUP_TIMEOUT')}` },
      severity: 'info',
    },
  ],
  silent: [
    {
      'lss.jsonl': `${activity('BRK_MT_TERMINATED')}${activity('MT_CLOSED_TLS_CONN_GONE_CLIENT_CLOSED')}${activity('BRK_MT_SETUP_FAIL_REJECTED_BY_POLICY', { Connector: '' })}${activity('', { ConnectionStatus: 'active' })}`,
    },
    { 'app.jsonl': '{"LogTimestamp": "Tue Jan 20 09:30:00 2026", "reason": "AST_MT_SETUP_TIMEOUT"}\n' },
  ],
};

export default rule;
