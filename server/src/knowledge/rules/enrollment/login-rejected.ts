import type { Rule } from '../../../engine/match/rule';
import { causeBursts, enrollmentAttempts } from '../../enrollment-attempts';
import { DOCS, JOURNAL, RUNBOOK } from '../../evidence';
import { loginRequestFailed } from '../../messages/enrollment';

/** What the API host, or something before it, means by a status, as far as it can be known from outside. */
const STATUSES: Readonly<Record<string, string>> = {
  '400': 'the request is not understood, often because of a damaged key',
  '401': 'the key is not accepted (wrongly copied, deleted, disabled, or of another tenant)',
  '403': 'the key or this source address is not allowed',
  '404': 'the key is not known to this cloud',
  '407': 'a proxy on the way wants a login',
  '408': 'the request took too long',
  '409': 'it conflicts with an enrolment that exists already',
  '429': 'too many attempts in a short time',
  '500': 'an error inside the cloud',
  '502': 'a gateway on the way failed',
  '503': 'the cloud or a proxy is not available',
  '504': 'a gateway on the way got no answer',
};

function meaningOf(status: string): string {
  const known = STATUSES[status];
  if (known !== undefined) return known;
  return status.startsWith('5')
    ? 'an error of the cloud or of a gateway on the way'
    : 'not a status this tool can decode';
}

const rule: Rule = {
  id: 'enrollment/login-rejected',
  title: 'The login with the provisioning key was refused',
  severity: 'error',
  means:
    'The API host answered the login of the enrolment with an HTTP error. With 401 it does not accept the key: wrongly copied, deleted, disabled, or of another tenant or cloud. 5xx is not the key but the cloud or something on the way.',
  matters: 'The connector cannot enrol until the login is accepted.',
  doNext: 'Compare the key with the portal (there, enabled, room left, same API host), then write it anew.',
  message: 'The enrolment login was refused{by} with HTTP {status}: {meaning}.',
  needs: [JOURNAL],
  on: { messages: [loginRequestFailed] },
  evaluate: (facts) =>
    causeBursts(enrollmentAttempts(facts), [loginRequestFailed], ['status', 'host']).map(({ hit, events }) => {
      const { status = '', host = null, version = null } = events[0]?.groups ?? {};
      const by = host === null ? '' : ` by ${host}`;
      return { ...hit, data: { status: Number(status), host, keyVersion: version, by, meaning: meaningOf(status) } };
    }),
  explains: [
    { rule: 'health/process-crash-loop', withinSeconds: 300 },
    { rule: 'health/reverting-to-default', withinSeconds: 300 },
  ],
  runbook: { id: 'login-rejected', step: 'decode' },
  documentation: [DOCS.keys, DOCS.runbook],
  source: RUNBOOK,
  fires: [
    {
      files:
        'notice:Checking Enrollment\nnotice:No valid certificate. Attempting to enroll\nnotice:Enroll: Connecting to api-release.prod.zpath.net via co2br.prod.zpath.net.\nerror:Login request failed - http status(401) nonce(<3|api-release.prod.zpath.net|0/Z6lDT...>) fingerprint(<oXaN4RRiMc...>)\nnotice:Certificate enrollment failed.\n',
      says: '401: the key is not accepted',
    },
    {
      files:
        'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Login request failed - http status(503) nonce(<3|api.private.zscaler.com|Zz9Zz9Z...>) fingerprint(<Qq1Qq1Qq1Q...>)\n',
      says: 'by api.private.zscaler.com with HTTP 503',
    },
  ],
  silent: [
    'May 25 14:32:53 edge-vm-3 nginx[812]: Login request failed - http status(401)\n',
    'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Checking Enrollment\n',
  ],
};

export default rule;
