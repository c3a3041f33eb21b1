import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import { httpClientFailed } from '../../messages/enrollment';

const rule: Rule = {
  id: 'enrollment/http-client-failed',
  title: 'No HTTP client for the enrolment',
  severity: 'warning',
  means: 'The connector could not prepare its enrolment request and no DNS failure stands before it.',
  matters: 'The enrolment attempt ends here.',
  doNext: 'Read the lines before it; test DNS, TCP and TLS to the API host.',
  message: 'The HTTP client for the enrolment could not be created, and no DNS failure explains it.',
  needs: [JOURNAL],
  on: { messages: [httpClientFailed] },
  explains: [
    { rule: 'enrollment/certificate-enrollment-failed', withinSeconds: 60 },
    { rule: 'health/process-crash-loop', withinSeconds: 300 },
  ],
  runbook: { id: 'enrollment-failure', step: 'read-attempt' },
  documentation: [DOCS.troubleshooting],
  source: TROUBLESHOOTING,
  fires: [
    {
      files:
        'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Checking Enrollment\nMay 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Could not create HTTP client\n',
    },
  ],
  silent: [
    'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: DNS resolution failed for api.private.zscaler.com\nMay 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Could not create HTTP client\n',
    'May 25 14:32:53 edge-vm-3 node[812]: Could not create HTTP client\n',
  ],
};

export default rule;
