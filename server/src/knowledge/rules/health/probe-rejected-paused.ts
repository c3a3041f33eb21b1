import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import { probeRejected } from '../../messages/process';

const rule: Rule = {
  id: 'health/probe-rejected-paused',
  title: 'A remote command was refused',
  severity: 'info',
  means: 'A command of a remote session was refused because the connector is paused.',
  matters: 'Nothing is broken by it.',
  doNext: 'Wait until the pause ends.',
  message: 'A remote session command was refused: the connector is paused.',
  needs: [JOURNAL],
  on: { messages: [probeRejected] },
  runbook: { id: 'paused-connector', step: 'wait' },
  documentation: [`${DOCS.troubleshooting}#pauseState`],
  source: TROUBLESHOOTING,
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: entity is currently in paused mode, not taking any probe commands\n',
    },
  ],
  silent: ['Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Checking Enrollment\n'],
};

export default rule;
