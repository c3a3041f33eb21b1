import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import type { Hit } from '../../../engine/match/rule';
import { burstHits } from '../../../engine/match/run-rules';
import { exitedTooFast } from '../../messages/process';

const rule: Rule = {
  id: 'health/process-crash-loop',
  title: 'The connector ends right after its start',
  severity: 'error',
  means: 'The manager starts the child again and again and sees it end within seconds.',
  matters: 'The connector never gets to work.',
  doNext: 'Read what the child writes between start and end: that is the cause.',
  message: '{child} exited right after its start {count} times.',
  needs: [JOURNAL],
  on: { messages: [exitedTooFast] },
  evaluate: (facts) =>
    burstHits(facts, [exitedTooFast.id], ['child']).map(
      (hit): Hit => ((hit.count ?? 1) > 1 ? hit : { ...hit, severity: 'warning' }),
    ),
  explains: [
    { rule: 'health/process-restarted', withinSeconds: 600 },
    { rule: 'health/reverting-to-default', withinSeconds: 600 },
    { rule: 'tunnel/not-connected-to-cloud', withinSeconds: 600 },
  ],
  runbook: { id: 'service-restart', step: 'status' },
  documentation: [DOCS.troubleshooting],
  source: TROUBLESHOOTING,
  fires: [
    {
      files:
        'Jan 27 14:32:55 fra-ac-02 zpa-connector[1054]: zscaler-update: zpa-connector-child exited too fast, was running for 2 seconds\nJan 27 14:32:58 fra-ac-02 zpa-connector[1054]: zscaler-update: zpa-connector-child exited too fast, was running for 2 seconds\nJan 27 14:33:01 fra-ac-02 zpa-connector[1054]: zscaler-update: zpa-connector-child exited too fast, was running for 2 seconds\n',
      says: '3 times',
    },
  ],
  silent: [
    'Jan 27 14:32:55 fra-ac-02 zpa-connector[1054]: zscaler-update: zpa-connector-child Started from /opt/zscaler/var/image.bin\n',
    'Jan 27 14:32:55 web-1 supervisord[7]: zscaler-update: zpa-connector-child exited too fast, was running for 2 seconds\n',
  ],
};

export default rule;
