import type { Case } from '../case';
import type { Writer } from '../text';
import { blocks, child, text } from '../text';

const W: Writer = { host: 'osl1-zpa-9', pid: 2212, parent: 2201, day: 'Feb 28' };
const TOKEN = `${'Hq7vPz2LmXc9RtYb4WnKd0Fs'.repeat(16)}-216196257331379999`;
const KEY = `3|api.private.zscaler.com|${TOKEN}`;
const HEALTHY = text(...blocks(W, '21:00:09', 3, () => ({})));
const at = (content: string): Case['files'] => ({ 'opt/zscaler/var/provision_key': content });
const FILE = 'opt/zscaler/var/provision_key';

/** What is said of every key file that is in a bundle. */
const NOTE = 'provision-key/secret-exposed';

export const keyCases: readonly Case[] = [
  { name: 'key: right as it is', files: at(`${KEY}\n`), found: [{ rule: NOTE, severity: 'info' }], rootCause: null },
  {
    name: 'key: empty',
    files: at(''),
    found: [{ rule: 'provision-key/empty', severity: 'error' }],
    rootCause: 'provision-key/empty',
  },
  {
    name: 'key: only blank lines',
    files: at(' \n\n'),
    found: [{ rule: 'provision-key/empty', severity: 'error' }],
    absent: ['provision-key/whitespace', 'provision-key/multiple-lines'],
  },
  {
    name: 'key: curly quotes around it',
    files: at(`“${KEY}”\n`),
    found: [{ rule: 'provision-key/smart-quotes', severity: 'error', at: [FILE, '“'] }],
    rootCause: 'provision-key/smart-quotes',
    absent: ['provision-key/invisible-characters', 'provision-key/malformed'],
  },
  {
    name: 'key: straight quotes around it',
    files: at(`"${KEY}"\n`),
    found: [{ rule: 'provision-key/surrounding-quotes', severity: 'warning' }],
    absent: ['provision-key/malformed', 'provision-key/smart-quotes'],
  },
  {
    name: 'key: blanks in front and a blank line behind',
    files: at(`  ${KEY}\n\n`),
    found: [{ rule: 'provision-key/whitespace', severity: 'warning' }],
    absent: ['provision-key/multiple-lines', 'provision-key/malformed'],
  },
  {
    name: 'key: a zero-width space inside',
    files: at(`3|api.private.zscaler.com|${TOKEN.slice(0, 40)}\u200b${TOKEN.slice(40)}\n`),
    found: [{ rule: 'provision-key/invisible-characters', severity: 'error' }],
    rootCause: 'provision-key/invisible-characters',
  },
  {
    name: 'key: wrapped by a mail program',
    files: at(`3|api.private.zscaler.com|${TOKEN.slice(0, 70)}\n${TOKEN.slice(70, 150)}\n${TOKEN.slice(150)}\n`),
    found: [{ rule: 'provision-key/multiple-lines', severity: 'error' }],
    rootCause: 'provision-key/multiple-lines',
    absent: ['provision-key/whitespace'],
  },
  {
    name: 'key: the host is missing',
    files: at(`3|${TOKEN}\n`),
    found: [{ rule: 'provision-key/malformed', severity: 'error' }],
    rootCause: 'provision-key/malformed',
  },
  {
    name: 'key: the example of a guide (scenario 2)',
    files: at('3|api.private.zscaler.com|VALID-KEY-HEX\n'),
    found: [{ rule: 'provision-key/placeholder', severity: 'error' }],
    rootCause: 'provision-key/placeholder',
    absent: ['provision-key/malformed'],
  },
  {
    name: 'key: words to be replaced',
    files: at('<paste your provisioning key here>\n'),
    found: [{ rule: 'provision-key/placeholder', severity: 'error' }],
    absent: ['provision-key/malformed'],
  },
  {
    name: 'key: host of no known cloud',
    files: at(`3|api.zpa.kestrelmoor.example|${TOKEN}\n`),
    found: [{ rule: 'provision-key/unknown-cloud', severity: 'info' }],
    rootCause: null,
  },
  {
    name: 'key: the command of the guide instead of the key',
    files: at(`echo "${KEY}" | sudo tee /opt/zscaler/var/provision_key\n`),
    found: [{ rule: 'provision-key/shell-remnant', severity: 'warning' }],
    tolerated: ['provision-key/malformed'],
  },
  {
    name: 'key: mode 600 of root in a listing',
    files: {
      'ls.txt': text(
        '[admin@osl1-zpa-9 ~]$ sudo ls -lrta /opt/zscaler/var',
        'total 21920',
        'drwxr-xr-x. 4 root    root         36 Feb 27 10:01 ..',
        '-rw-r--r--. 1 zscaler zscaler       7 Feb 27 10:02 version',
        '-rw-------. 1 root    root        431 Feb 27 10:05 provision_key',
        'drwxr-xr-x. 2 zscaler zscaler     120 Feb 27 10:06 .',
      ),
    },
    found: [{ rule: 'provision-key/unreadable', severity: 'warning', at: ['ls.txt', 'provision_key'] }],
  },
  {
    name: 'key: mode 600 of zscaler is readable',
    files: {
      'ls.txt': text(
        '[admin@osl1-zpa-9 ~]$ ls -l /opt/zscaler/var/provision_key',
        '-rw------- 1 zscaler zscaler 431 Jun  3 09:13 /opt/zscaler/var/provision_key',
      ),
    },
    found: [],
    rootCause: null,
    absent: ['provision-key/unreadable'],
  },
  {
    name: 'key: another cloud than the brokers',
    files: { ...at(`3|api.zpatwo.net|${TOKEN}\n`), 'journal.log': HEALTHY },
    found: [{ rule: 'provision-key/cloud-mismatch', severity: 'warning' }],
  },
  {
    name: 'key: in the command lines of a healthy journal',
    files: {
      'journal.log':
        HEALTHY +
        text(
          `Feb 28 21:04:00 osl1-zpa-9 sudo[3301]:    admin : TTY=pts/0 ; PWD=/home/admin ; USER=root ; COMMAND=/bin/sh -c echo ${KEY} > /opt/zscaler/var/provision_key`,
          child(W, '21:04:09', 'Waiting for connector to retrieve configuration'),
        ),
    },
    found: [{ rule: NOTE, severity: 'warning', at: ['journal.log', 'COMMAND='] }],
  },
  {
    name: 'key: masked by the process itself is not exposed',
    files: {
      'journal.log': text(
        child(
          W,
          '21:04:09',
          'Login request failed - http status(401) nonce(<3|api.private.zscaler.com|0/Z6lDT...>) fingerprint(<oXaN4RRiMc...>)',
        ),
      ),
    },
    found: ['enrollment/login-rejected'],
    absent: [NOTE],
  },
];
