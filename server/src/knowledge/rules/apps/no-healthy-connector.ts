import type { Rule } from '../../../engine/match/rule';
import { DOCS, ILLUSTRATION, JOURNAL } from '../../evidence';
import { noHealthyConnector } from '../../messages/process';

const rule: Rule = {
  id: 'apps/no-healthy-connector',
  title: 'No healthy connector for a segment',
  severity: 'error',
  confidence: 'low',
  means: 'The cloud finds no healthy connector for an application segment.',
  matters: 'Users of the segment fail.',
  doNext: 'See the members of its connector groups; two connected ones are the least.',
  message: 'No healthy connector for segment {segment}.',
  needs: [JOURNAL],
  on: { messages: [noHealthyConnector], by: ['segment'] },
  runbook: { id: 'no-healthy-connector', step: 'members' },
  documentation: [DOCS.troubleshooting],
  source: ILLUSTRATION,
  fires: [
    {
      files:
        'Jan 27 10:00:00 fra-ac-02 zpa-connector[1054]: app request: no healthy connector for segment "HR-Portal"\n',
      says: 'HR-Portal',
    },
  ],
  silent: ['Jan 27 10:00:00 web-1 lb[7]: no healthy connector for segment "HR-Portal"\n'],
};

export default rule;
