import type { Case } from '../case';
import { text } from '../text';

/** Three messages of a failing enrolment, 2026-02-07 10:55:20 UTC and the second after. */
const STORY = [
  ['20', 'Checking Enrollment'],
  ['21', 'Cannot decrypt data from instance_id.crypt'],
  ['21', 'Cannot get instance id'],
] as const;
const EPOCH = 1_770_461_700;

const story = (line: (seconds: string, message: string) => string | readonly string[]): string =>
  text(...STORY.flatMap(([seconds, message]) => line(seconds, message)));

const IDENT = 'zpa-connector-child[3276]:';
const MODES: Readonly<Record<string, string>> = {
  short: story((s, m) => `Feb 07 10:55:${s} lis1-ac ${IDENT} ${m}`),
  'short, a padded day': story((s, m) => `Feb  7 10:55:${s} lis1-ac ${IDENT} ${m}`),
  'short, one blank': story((s, m) => `Feb 7 10:55:${s} lis1-ac ${IDENT} ${m}`),
  'short without host': story((s, m) => `Feb 07 10:55:${s} ${IDENT} ${m}`),
  'short-precise': story((s, m) => `Feb 07 10:55:${s}.000123 lis1-ac ${IDENT} ${m}`),
  'short-iso': story((s, m) => `2026-02-07T10:55:${s}+0000 lis1-ac ${IDENT} ${m}`),
  'short-iso of newer systemd': story((s, m) => `2026-02-07T10:55:${s}+00:00 lis1-ac ${IDENT} ${m}`),
  'short-iso-precise': story((s, m) => `2026-02-07T10:55:${s}.000123+0100 lis1-ac ${IDENT} ${m}`),
  'short-full': story((s, m) => `Sat 2026-02-07 10:55:${s} UTC lis1-ac ${IDENT} ${m}`),
  'short-unix': story((s, m) => `${String(EPOCH + Number(s))}.000123 lis1-ac ${IDENT} ${m}`),
  'short-monotonic': story((s, m) => `[   ${s}.000123] lis1-ac ${IDENT} ${m}`),
  'with-unit': story((s, m) => `Sat 2026-02-07 10:55:${s} UTC lis1-ac zpa-connector.service[3276]: ${m}`),
  'rsyslog, ISO': story((s, m) => `2026-02-07T10:55:${s}.123456+01:00 lis1-ac ${IDENT} ${m}`),
  'syslog with a priority': story((s, m) => `<30>Feb  7 10:55:${s} lis1-ac ${IDENT} ${m}`),
  'RFC 5424': story((s, m) => `<30>1 2026-02-07T10:55:${s}.123456+01:00 lis1-ac zpa-connector-child 3276 - - ${m}`),
  verbose: story((s, m) => [
    `Sat 2026-02-07 10:55:${s}.000123 UTC [s=5f0c9f7a3a6e;i=1f;b=1b5c3f7a9d2e;m=4f1;t=5d1;x=9]`,
    '    _HOSTNAME=lis1-ac',
    '    SYSLOG_IDENTIFIER=zpa-connector-child',
    '    _PID=3276',
    `    MESSAGE=${m}`,
  ]),
  json: story((s, m) =>
    JSON.stringify({
      __CURSOR: 's=5f0c;i=1',
      __REALTIME_TIMESTAMP: `${String(EPOCH + Number(s))}000123`,
      _HOSTNAME: 'lis1-ac',
      SYSLOG_IDENTIFIER: 'zpa-connector-child',
      _PID: '3276',
      MESSAGE: m,
    }),
  ),
  'json, bytes': story((s, m) =>
    JSON.stringify({
      __REALTIME_TIMESTAMP: `${String(EPOCH + Number(s))}000123`,
      _HOSTNAME: 'lis1-ac',
      SYSLOG_IDENTIFIER: 'zpa-connector-child',
      _PID: '3276',
      MESSAGE: Array.from(`\u001b[1;39m${m}\u001b[0m`, (one) => one.charCodeAt(0)),
    }),
  ),
  'json-pretty': story((s, m) =>
    JSON.stringify(
      {
        _HOSTNAME: 'lis1-ac',
        __REALTIME_TIMESTAMP: `${String(EPOCH + Number(s))}000123`,
        SYSLOG_IDENTIFIER: 'zpa-connector-child',
        _PID: '3276',
        MESSAGE: m,
      },
      null,
      '\t',
    ).split('\n'),
  ),
  'json-sse': story((s, m) => [
    `data: ${JSON.stringify({ __REALTIME_TIMESTAMP: `${String(EPOCH + Number(s))}000123`, _HOSTNAME: 'lis1-ac', SYSLOG_IDENTIFIER: 'zpa-connector-child', _PID: '3276', MESSAGE: m })}`,
    '',
  ]),
  export: story((s, m) => [
    `__CURSOR=s=5f0c9f7a;i=${s};b=1b5c;m=4f1;t=5d1;x=9`,
    `__REALTIME_TIMESTAMP=${String(EPOCH + Number(s))}000123`,
    '__MONOTONIC_TIMESTAMP=91000000',
    '_HOSTNAME=lis1-ac',
    'SYSLOG_IDENTIFIER=zpa-connector-child',
    '_PID=3276',
    `MESSAGE=${m}`,
    '',
  ]),
  'cat with levels': story((_, m) => `notice:${m}`),
  'colours of a terminal': story((s, m) => `Feb 07 10:55:${s} lis1-ac ${IDENT} \u001b[0;1;39m${m}\u001b[0m`),
  'colour remnants': story((s, m) => `Feb 07 10:55:${s} lis1-ac ${IDENT} [1;39m${m}[0m`),
  'a header and a boot': `-- Logs begin at Fri 2026-02-06 09:34:04 UTC, end at Sat 2026-02-07 16:19:19 UTC. --\n-- Boot 1b5c3f7a9d2e4dd0a7c3b0a4b8f5d222 --\n${story((s, m) => `Feb 07 10:55:${s} lis1-ac ${IDENT} ${m}`)}`,
  'Windows line ends': story((s, m) => `Feb 07 10:55:${s} lis1-ac ${IDENT} ${m}\r`),
  'grep with file names': story((s, m) => `/var/log/messages:Feb  7 10:55:${s} lis1-ac ${IDENT} ${m}`),
  'grep with line numbers': story((s, m) => `4${s}:Feb  7 10:55:${s} lis1-ac ${IDENT} ${m}`),
  'months of another language': story((s, m) => `févr. 07 10:55:${s} lis1-ac ${IDENT} ${m}`),
  'newest first': text(
    `Feb 07 10:55:21 lis1-ac ${IDENT} Cannot get instance id`,
    `Feb 07 10:55:21 lis1-ac ${IDENT} Cannot decrypt data from instance_id.crypt`,
    `Feb 07 10:55:20 lis1-ac ${IDENT} Checking Enrollment`,
  ),
};

/** One story in every form in which a journal is printed. */
export const modeCases: readonly Case[] = Object.entries(MODES).map(([mode, content]) => ({
  name: `mode: ${mode}`,
  files: { 'journal.txt': content },
  found: [{ rule: 'enrollment/hardware-id-changed', severity: 'error' }],
  rootCause: 'enrollment/hardware-id-changed',
  absent: ['bundle/time-out-of-order', 'bundle/unrecognised'],
}));
