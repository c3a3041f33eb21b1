import type { Format } from '../format';
import { commandPattern } from './command';
import type { SsFacts } from './ss-facts';
import { ssFields } from './ss-fields';
import { HEAD, netstatTitle, SOCKET, SUMMARY_TCP, TOTAL } from './ss-lines';
import { SsReader } from './ss-reader';

export const ss: Format<SsFacts> = {
  id: 'ss',
  language: 'zpa-diagnostics',
  title: 'Sockets (ss, netstat)',
  command: commandPattern('(?:ss|netstat)(?: -| state|\\s*$|\\s*\\|)'),
  opens: (lines) => (isOpening(lines) ? 'the table or summary of ss' : null),
  read: (context) => new SsReader(context),
  fields: ssFields,
};

function isOpening([head = '', next = '', after = '']: readonly string[]): boolean {
  if (head.startsWith('Total: ')) return TOTAL.test(head) && SUMMARY_TCP.test(next);
  if (SUMMARY_TCP.test(head)) return true;
  if (head === 'Ip:') return /^ {4}(?:Forwarding: \d|\d{1,15} total packets received)/u.test(next);
  if (netstatTitle(head)) return HEAD.test(next) || /^Proto\b/u.test(after);
  return HEAD.test(head) && (next.trim() === '' || SOCKET.test(next));
}
