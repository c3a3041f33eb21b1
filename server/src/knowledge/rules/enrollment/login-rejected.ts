import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, RUNBOOK } from '../../evidence';
import { burstHits } from '../../../engine/match/run-rules';
import { loginRequestFailed } from '../../messages/enrollment';

/** What the API host means by a status, as far as it can be known from outside. */
const STATUSES: Readonly<Record<string, string>> = {
  '400': ' (the request is wrong: often a damaged key)',
  '401': ' (the key is not accepted: wrongly copied, deleted or disabled)',
  '403': ' (forbidden: key or address not allowed)',
  '404': ' (the key is not known here: perhaps of another cloud)',
  '429': ' (too many attempts)',
  '500': ' (an error of the cloud)',
  '502': ' (a gateway in between failed)',
  '503': ' (the cloud is not available)',
};

const rule: Rule = {
  id: 'enrollment/login-rejected',
  title: 'The cloud refused the provisioning key',
  severity: 'error',
  means:
    'The API host answered the login with an HTTP error. 401 means that it does not accept the key: wrongly copied, deleted, disabled or of another tenant or cloud.',
  matters: 'The connector cannot enrol until the key is right.',
  doNext: 'Compare the key with the portal: exists, enabled, room left, same host; then write it anew.',
  message: 'The enrolment login was refused with HTTP {status}{explained}.',
  needs: [JOURNAL],
  on: { messages: [loginRequestFailed] },
  evaluate: (facts) =>
    burstHits(facts, [loginRequestFailed.id], ['status', 'host']).map((hit) => {
      const status = String(hit.data?.status ?? '');
      const host = hit.data?.host === undefined ? null : String(hit.data.host);
      return {
        ...hit,
        data: {
          status,
          host,
          explained: `${STATUSES[status] ?? ''}${host === null || host === '' ? '' : ` by ${host}`}`,
        },
      };
    }),
  explains: [
    { rule: 'enrollment/certificate-enrollment-failed', withinSeconds: 60 },
    { rule: 'health/process-crash-loop', withinSeconds: 300 },
  ],
  runbook: { id: 'login-rejected', step: 'decode' },
  documentation: [DOCS.keys, DOCS.runbook],
  source: RUNBOOK,
  fires: [
    {
      files:
        'notice:Checking Enrollment\nnotice:Enroll: Connecting to api-release.prod.zpath.net via co2br.prod.zpath.net.\nerror:Login request failed - http status(401) nonce(<3|api-release.prod.zpath.net|0/Z6lDT...>) fingerprint(<oXaN4RRiMc...>)\nnotice:Certificate enrollment failed.\n',
      says: '401',
      also: ['enrollment/certificate-enrollment-failed'],
    },
  ],
  silent: ['May 25 14:32:53 edge-vm-3 nginx[812]: Login request failed - http status(401)\n'],
};

export default rule;
