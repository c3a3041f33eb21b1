import type { Rule } from '../../../engine/match/rule';
import { DOCS, STATUS_BLOCKS, inferred } from '../../evidence';
import { versionChanges } from '../../../engine/facts/software/restarts';

const rule: Rule = {
  id: 'upgrade/version-changed',
  title: 'The version changed',
  severity: 'info',
  means: 'The status blocks show another version than before.',
  matters: 'A frame for everything that begins at that time.',
  doNext: 'Compare what else changed within the hour.',
  message: 'The connector version changed from {before} to {after}.',
  needs: [STATUS_BLOCKS],
  evaluate: (facts) => versionChanges(facts),
  runbook: { id: 'upgrade-failure', step: 'versions' },
  documentation: [DOCS.managing],
  source: inferred('the version in the status header'),
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=72060411536474191:Name=z-corp-1:Ver=25.45.1 --------\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[9999]: -------- Connector Status:ID=72060411536474191:Name=z-corp-1:Ver=25.47.1 --------\n',
      says: '25.47.1',
      also: ['health/process-restarted'],
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=72060411536474191:Name=z-corp-1:Ver=25.45.1 --------\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=72060411536474191:Name=z-corp-1:Ver=25.45.1 --------\n',
  ],
};

export default rule;
