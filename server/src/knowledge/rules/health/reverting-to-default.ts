import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import { revertingToDefault } from '../../messages/process';

const rule: Rule = {
  id: 'health/reverting-to-default',
  title: 'Back to the default software',
  severity: 'warning',
  means: 'After too many failed starts the manager gave up the downloaded software.',
  matters: 'The connector runs an older version until the next update works.',
  doNext: 'Find out why the starts failed.',
  message: '{child} failed too often; the manager reverts to the default software.',
  needs: [JOURNAL],
  on: { messages: [revertingToDefault], by: ['child'] },
  runbook: { id: 'revert-to-default-version', step: 'stop' },
  documentation: [DOCS.troubleshooting],
  source: TROUBLESHOOTING,
  fires: [
    {
      files:
        'Jan 27 14:32:55 fra-ac-02 zpa-connector[1054]: zscaler-update: zpa-connector-child failed too many times in a row- reverting to default software\n',
      says: 'default software',
    },
  ],
  silent: [
    'Jan 27 14:32:55 fra-ac-02 zpa-connector[1054]: zscaler-update: zpa-connector-child Started from /opt/zscaler/var/image.bin\n',
  ],
};

export default rule;
