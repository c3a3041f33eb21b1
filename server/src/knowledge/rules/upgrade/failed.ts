import type { Rule } from '../../../engine/match/rule';
import { DOCS, ILLUSTRATION, JOURNAL } from '../../evidence';
import { upgradeFailed } from '../../messages/process';

const rule: Rule = {
  id: 'upgrade/failed',
  title: 'The software update failed',
  severity: 'error',
  confidence: 'low',
  means: 'The update of the connector software did not complete.',
  matters: 'The connector stays on its old version or does not start.',
  doNext: 'Read the reason; check disk and repositories.',
  message: 'The software update failed: {reason}.',
  needs: [JOURNAL],
  on: { messages: [upgradeFailed], by: ['reason'] },
  runbook: { id: 'upgrade-failure', step: 'log' },
  documentation: [`${DOCS.troubleshooting}#upgradefailure`],
  source: ILLUSTRATION,
  fires: [
    {
      files: 'Jan 27 10:00:00 fra-ac-02 zpa-connector[1054]: upgrade (SARGE) failed: package verification error\n',
      says: 'package verification',
    },
  ],
  silent: ['Jan 27 10:00:00 web-1 dnf[7]: upgrade failed: package verification error\n'],
};

export default rule;
