import type { Format } from '../format';
import { commandPattern } from './command';
import { curlFields } from './curl-fields';
import { isVerbose } from './curl-lines';
import type { CurlFacts } from './curl-reader';
import { CurlReader } from './curl-reader';

/** Endpoints of the connector and the Service Edge on their own host print tables that have formats of their own. */
const OWN_ENDPOINT = '(?!.{0,300}(?:127\\.0\\.0\\.1|localhost|\\[::1\\]):(?:9000|8500))';

export const curl: Format<CurlFacts> = {
  id: 'curl',
  language: 'zpa-diagnostics',
  title: 'HTTPS request (curl)',
  command: commandPattern(`curl\\b${OWN_ENDPOINT}`),
  opens: ([head = '', next = '']) => (begins(head, next) ? 'the lines of curl' : null),
  read: (context) => new CurlReader(context),
  fields: curlFields,
};

function begins(head: string, next: string): boolean {
  if (head.startsWith('curl: (')) return /^curl: \(\d{1,3}\) \S/u.test(head);
  if (head.startsWith('* ')) return isVerbose(head);
  if (head.startsWith('HTTP/')) return /^HTTP\/(?:1\.[01]|2|3) \d{3}\b/u.test(head) && /^[A-Za-z-]{2,40}: /u.test(next);
  return /^ {2}% Total {2,6}% Received % Xferd /u.test(head);
}
