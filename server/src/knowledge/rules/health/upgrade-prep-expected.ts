import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL } from '../../evidence';
import { upgradePrepError } from '../../messages/process';

const rule: Rule = {
  id: 'health/upgrade-prep-expected',
  title: 'Upgrade prep error: harmless',
  severity: 'hint',
  means: 'The line is written at a restart, upgrade or downgrade.',
  matters: 'The vendor says that it can be ignored.',
  doNext: 'Nothing.',
  message: 'Upgrade prep error: written at a restart, upgrade or downgrade, and harmless.',
  needs: [JOURNAL],
  on: { messages: [upgradePrepError] },
  runbook: { id: 'upgrade-failure', step: 'log' },
  documentation: [DOCS.managing],
  source: { kind: 'documented', from: 'Zscaler Help: Managing Deployed App Connectors' },
  fires: [
    {
      files:
        'Jan 27 12:45:39 fra-ac-02 zpa-connector-child[3276]: Upgrade prep error for: Connector, err: ZPATH_RESULT_ERR, upgrade_id: 73195382414249455\n',
      says: 'harmless',
    },
  ],
  silent: ['Jan 27 12:45:39 fra-ac-02 zpa-connector-child[3276]: Checking Enrollment\n'],
};

export default rule;
