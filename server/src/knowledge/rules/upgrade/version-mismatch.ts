import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, inferred } from '../../evidence';
import { outdatedManager } from '../../messages/process';

const rule: Rule = {
  id: 'upgrade/version-mismatch',
  title: 'The manager is outdated',
  severity: 'warning',
  means: 'The manager (sarge) runs an older version than the cloud expects.',
  matters: 'Updates of the connector may fail.',
  doNext: 'Update the package of the manager.',
  message: 'The manager runs {current}, the cloud expects {expected}.',
  needs: [JOURNAL],
  on: { messages: [outdatedManager], by: ['expected'] },
  runbook: { id: 'upgrade-failure', step: 'versions' },
  documentation: [DOCS.managing],
  source: inferred('a forum post with literal output'),
  fires: [
    {
      files:
        'Jan 27 10:00:00 fra-ac-02 zpa-connector-child[3276]: {"currentSargeVersion":"25.45.1","expectedSargeVersion":"25.48.2","message":"App Connector running outdated sarge version"}\n',
      says: '25.48.2',
    },
  ],
  silent: ['Jan 27 10:00:00 fra-ac-02 zpa-connector-child[3276]: {"message":"ok"}\n'],
};

export default rule;
