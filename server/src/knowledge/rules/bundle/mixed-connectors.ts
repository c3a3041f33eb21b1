import type { Rule } from '../../../engine/match/rule';
import { DOCS, STATUS_BLOCKS, inferred } from '../../evidence';
import { mixedConnectors } from '../../../engine/facts/connectors';

const rule: Rule = {
  id: 'bundle/mixed-connectors',
  title: 'Files of several connectors',
  severity: 'info',
  means: 'The bundle holds status blocks of more than one connector.',
  matters: 'Findings are told apart by host; look which one the case is about.',
  doNext: 'Check the ID of the connector in question.',
  message: 'Status blocks of {count} connectors are in this bundle: {names}.',
  needs: [STATUS_BLOCKS],
  evaluate: (facts) => mixedConnectors(facts),
  runbook: { id: 'collect-support-bundle', step: 'journal' },
  documentation: [DOCS.runbook],
  source: inferred('the ID of the status header'),
  fires: [
    {
      files: {
        'a.log':
          'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=72060411536474191:Name=z-corp-1:Ver=25.47.1 --------\n',
        'b.log':
          'Jan 27 09:00:00 fra-ac-03 zpa-connector-child[3276]: -------- Connector Status:ID=72060411536474192:Name=z-corp-2:Ver=25.47.1 --------\n',
      },
      says: 'z-corp-2',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=72060411536474191:Name=z-corp-1:Ver=25.45.1 --------\n',
  ],
};

export default rule;
