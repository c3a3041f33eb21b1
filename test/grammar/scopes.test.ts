import assert from 'node:assert/strict';
import { grammarOf, scopesOf } from './tokenizer';
import type { Scope } from './tokenizer';

const CHILD = 'Jan 21 12:15:22 fra-ac-02 zpa-connector-child[3276]: ';

/** Line, word in it, and the beginning of a scope that it must have. */
type Case = readonly [line: string, word: string, scope: string];

const CASES: Readonly<Record<Scope, readonly Case[]>> = {
  'source.zpa-journal': [
    [`${CHILD}Checking Enrollment`, 'Jan 21', 'comment.time'],
    [`${CHILD}Checking Enrollment`, 'zpa-connector-child', 'entity.name.function'],
    [`${CHILD}Checking Enrollment`, 'fra-ac-02', 'comment.host'],
    ['Jan 21 12:15:22 zpa-connector-child[3276]: Checking Enrollment', 'zpa-connector-child', 'entity.name.function'],
    ['2026-01-21T12:15:22+0000 fra-ac-02 zpa-connector[1]: x', '2026', 'comment.time'],
    [
      'Wed 2026-01-21 12:15:22 UTC fra-ac-02 zpa-connector.service[1]: x',
      'zpa-connector.service',
      'entity.name.function',
    ],
    ['1611226520.000000 fra-ac-02 zpa-connector[1]: x', '1611226520', 'comment.time'],
    ['[   50.000000] fra-ac-02 zpa-connector[1]: x', '50.000000', 'comment.time'],
    ['Jan 21 12:15:22 fra-ac-02 sshd[7]: fohh_connection_backoff', 'fohh', 'comment.line'],
    [`${CHILD}-------- Connector Status:ID=1:Name=a b:Ver=1 --------`, 'Connector Status', 'markup.heading'],
    [`${CHILD}Broker control connection, state fohh_connection_connected, x`, 'fohh_connection', 'support.constant'],
    [`${CHILD}Broker control connection, state fohh_connection_backoff, x`, 'fohh_connection', 'invalid.illegal'],
    [`${CHILD}closed: x FOHH_CLOSE_REASON_SOCKET_ERR`, 'FOHH_CLOSE', 'invalid.illegal'],
    [`${CHILD}closed: x FOHH_CLOSE_REASON_REDIRECT`, 'FOHH_CLOSE', 'support.constant'],
    [`${CHILD}DNS resolution failed for api.private.zscaler.com`, 'DNS resolution', 'invalid.illegal'],
    [`${CHILD}[1;39m*Connector not yet connected to cloud, please`, '[1;39m', 'comment.ansi'],
    [`${CHILD}[1;39m*Connector not yet connected to cloud, please`, 'Connector not yet', 'invalid.illegal'],
    [`${CHILD}RPC Messages: BrkRq = 24, BrkRqAck = 3|0`, 'BrkRq', 'variable.other'],
    [`${CHILD}RPC Messages: BrkRq = 24, BrkRqAck = 3|0`, '24', 'constant.numeric'],
    [`${CHILD}* FC f_conn [10.0.0.1]:1;b:[192.0.2.1]:443:x, tx_drop = 7, enq = 1`, '7, enq', 'invalid.illegal'],
    [`${CHILD}* FC f_conn [10.0.0.1]:1;b:[192.0.2.1]:443:x, tx_drop = 0, enq = 1`, 'tx_drop', 'variable.other'],
    ['-- Boot 0123456789abcdef0123456789abcdef --', 'Boot', 'comment.block'],
    ['-- No entries --', 'No entries', 'comment.block'],
    ['-----BEGIN CERTIFICATE-----', 'BEGIN', 'comment.block'],
    ['error:Login request failed - http status(401)', 'Login request failed', 'invalid.illegal'],
  ],
  'source.zpa-memory': [
    [
      'fohh: Alloc: 106113 10592532, Free: 103662 4137665, Drain: 0 0, Out: 2451 6454867 6.156mb Overhead: 0.075mb (32)',
      'fohh',
      'entity.name.type',
    ],
    [
      'fohh: Alloc: 106113 10592532, Free: 103662 4137665, Drain: 0 0, Out: 2451 6454867 6.156mb Overhead: 0.075mb (32)',
      'Out',
      'keyword.other',
    ],
    ['fohh: Alloc: 106113 10592532, Free: 1 1, Out: 2451 6454867 6.156mb', '6454867', 'constant.numeric'],
    ['Total: Alloc: 1 1, Free: 1 1, Drain: 0 0, Out: 0 0 0.000mb', 'Total', 'markup.heading'],
  ],
  'source.zpa-provision-key': [
    ['3|api.private.zscaler.com|AAAABBBBCCCC', '3', 'constant.numeric'],
    ['3|api.private.zscaler.com|AAAABBBBCCCC', 'api.private', 'entity.name'],
    ['3|api.private.zscaler.com|AAAABBBBCCCC', 'AAAA', 'comment.token'],
    ['\u201c3|api.private.zscaler.com|AAAA', '\u201c', 'invalid.illegal'],
    ['3|api.private.zscaler.com|VALID-KEY-HEX', '3', 'constant.numeric'],
  ],
  'source.zpa-diagnostics': [
    ['[root@fra-ac-02 ~]# df -h', 'df -h', 'entity.name.function'],
    ['admin@fra-ac-02:~$ free -m', 'free -m', 'entity.name.function'],
    ['Filesystem      Size  Used Avail Use% Mounted on', 'Filesystem', 'markup.heading'],
    ['/dev/sda3        64G   62G   2G  97% /', '97%', 'invalid.illegal'],
    [';; ->>HEADER<<- opcode: QUERY, status: SERVFAIL, id: 1', 'SERVFAIL', 'invalid.illegal'],
    ['Leap status     : Not synchronised', 'Leap status', 'variable.other'],
    ['dns: Alloc: 263 7768170, Free: 7 714, Drain: 0 0, Out: 256 7767456 7.408mb', 'dns', 'entity.name.type'],
  ],
};

describe('grammars give words their scopes', () => {
  for (const [scope, cases] of Object.entries(CASES) as [Scope, readonly Case[]][]) {
    for (const [line, word, wanted] of cases) {
      it(`${scope}: ${word} in ${line.slice(0, 60)}`, async () => {
        const scopes = scopesOf(await grammarOf(scope), line, word);
        assert.ok(
          scopes.some((one) => one.split(' ').some((part) => part.startsWith(wanted))),
          scopes.join(' '),
        );
      });
    }
  }
});
