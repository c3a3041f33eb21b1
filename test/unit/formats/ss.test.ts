import assert from 'node:assert/strict';
import { ss } from '../../../server/src/engine/formats/connect/ss';
import { factsOf, fieldsOf, formatsOf, readsAnything } from './connect-support';

const SUMMARY = `[root@fra-ac-02 ~]# ss -s
Total: 208
TCP:   187 (estab 40, closed 130, orphaned 0, timewait 129)

Transport Total     IP        IPv6
RAW\t  1         0         1
UDP\t  8         5         3
TCP\t  57        45        12
INET\t  66        50        16
FRAG\t  0         0         0

`;
const OLD_SUMMARY = `Total: 208 (kernel 250)
TCP:   187 (estab 40, closed 130, orphaned 0, synrecv 0, timewait 129/0), ports 0

Transport Total     IP        IPv6
*\t  250       -         -
UDP\t  8         5         3
`;
const TABLE = `$ ss -tan
State      Recv-Q Send-Q Local Address:Port                Peer Address:Port Process
LISTEN     0      128          0.0.0.0:22                       0.0.0.0:*
ESTAB      0      0         10.20.4.17:45316              198.51.100.23:443   users:(("zpa-connector-c",pid=3276,fd=54))
TIME-WAIT  0      0         10.20.4.17:51022                 10.20.4.30:443
TIME-WAIT  0      0         10.20.4.17:51030                 10.20.4.31:443
SYN-SENT   0      1         10.20.4.17:51034                 10.20.4.32:8443
`;
const NETSTAT = `Active Internet connections (w/o servers)
Proto Recv-Q Send-Q Local Address           Foreign Address         State
tcp        0      0 10.20.4.17:45316        198.51.100.23:443       ESTABLISHED
tcp6       0      0 :::22                   :::*                    LISTEN
tcp        0      0 10.20.4.17:51022        10.20.4.30:443          TIME_WAIT
udp        0      0 127.0.0.1:323           0.0.0.0:*
`;

describe('ss', () => {
  it('reads the summary of old and new versions', () => {
    for (const [text, line] of [
      [SUMMARY, 2],
      [OLD_SUMMARY, 1],
    ] as const) {
      const facts = factsOf('ss', text);
      assert.deepEqual(facts.summary, { line, established: 40, closed: 130, timeWait: 129, inUse: 57 });
      assert.equal(facts.udp?.value, 8);
      assert.deepEqual(formatsOf(text), ['ss']);
    }
  });
  it('counts the rows of a table by what they are', () => {
    assert.deepEqual(factsOf('ss', TABLE).table, { line: 2, tcp: 2, udp: 0, timeWait: 2 });
    assert.deepEqual(factsOf('ss', NETSTAT).table, { line: 2, tcp: 1, udp: 1, timeWait: 1 });
  });
  it('knows the state that was asked for', () => {
    const row = '0      0         10.20.4.17:51022                 10.20.4.30:443\n';
    const head = 'Recv-Q Send-Q Local Address:Port                Peer Address:Port Process\n';
    assert.deepEqual(factsOf('ss', `$ ss -tan state time-wait\n${head}${row}`).table, {
      line: 2,
      tcp: 0,
      udp: 0,
      timeWait: 1,
    });
    assert.deepEqual(factsOf('ss', `$ ss -tn state established\n${head}${row}`).table, {
      line: 2,
      tcp: 1,
      udp: 0,
      timeWait: 0,
    });
    const udp =
      '$ ss -uln\nState  Recv-Q Send-Q Local Address:Port Peer Address:Port\nUNCONN 0 0 127.0.0.1:323 0.0.0.0:*\n';
    assert.deepEqual(factsOf('ss', udp).table, { line: 2, tcp: 0, udp: 1, timeWait: 0 });
  });
  it('reads counts of lines', () => {
    const counted = (command: string): unknown => factsOf('ss', `$ ${command}\n27500\n`).counted;
    assert.deepEqual(counted('ss -tn state connected | wc -l'), { value: 27500, line: 1, kind: 'tcp' });
    assert.deepEqual(counted('ss -uln | wc -l'), { value: 27500, line: 1, kind: 'udp' });
    assert.deepEqual(counted('ss -tan state time-wait | wc -l'), { value: 27500, line: 1, kind: 'time-wait' });
    assert.deepEqual(counted('netstat -an | grep TIME_WAIT | wc -l'), { value: 27500, line: 1, kind: 'time-wait' });
    assert.equal(counted('ss -tln | wc -l'), null);
  });
  it('reads the counters of netstat -s', () => {
    const text =
      'Ip:\n    Forwarding: 2\n    100 total packets received\nTcp:\n    900 active connection openings\n    77 failed connection attempts\n    5 connection resets received\n    900 resets sent\n';
    assert.deepEqual(factsOf('ss', text).resets, {
      failedAttempts: { value: 77, line: 5 },
      received: { value: 5, line: 6 },
      sent: { value: 900, line: 7 },
    });
  });
  it('names the values of its lines', () => {
    assert.deepEqual(fieldsOf(ss, 'TCP:   187 (estab 40, closed 130, orphaned 0, timewait 129)'), [
      'ss.TCP=187',
      'ss.estab=40',
      'ss.closed=130',
      'ss.orphaned=0',
      'ss.timewait=129',
    ]);
    assert.deepEqual(fieldsOf(ss, 'UDP\t  8         5         3'), ['ss.UDP=8']);
    assert.deepEqual(fieldsOf(ss, 'ESTAB      0      0         10.20.4.17:45316              198.51.100.23:443'), [
      'ss.State=ESTAB',
      'ss.Recv-Q=0',
      'ss.Send-Q=0',
      'ss.Local Address:Port=10.20.4.17:45316',
      'ss.Peer Address:Port=198.51.100.23:443',
    ]);
    assert.deepEqual(
      fieldsOf(ss, 'tcp        0      0 10.20.4.17:45316        198.51.100.23:443       ESTABLISHED').slice(-1),
      ['ss.State=ESTABLISHED'],
    );
  });
  it('names the columns that options add', () => {
    const row = 'tcp        0      0 10.20.4.17:45316        198.51.100.23:443       ESTABLISHED';
    assert.deepEqual(fieldsOf(ss, `${row} 2914/zpa-connector-`).slice(-1), ['ss.Process=2914/zpa-connector-']);
    assert.deepEqual(
      fieldsOf(ss, `${row} zscaler    40211      2914/zpa-connector-  keepalive (51.02/0/0)`).slice(-5),
      [
        'ss.State=ESTABLISHED',
        'ss.User=zscaler',
        'ss.Inode=40211',
        'ss.Process=2914/zpa-connector-',
        'ss.Timer=keepalive (51.02/0/0)',
      ],
    );
    assert.deepEqual(fieldsOf(ss, 'udp        0      0 10.20.4.17:45316        0.0.0.0:*    -').slice(-1), [
      'ss.Process=-',
    ]);
    assert.deepEqual(
      fieldsOf(
        ss,
        'ESTAB 0 0 10.20.4.17:45316 198.51.100.23:443 users:(("zpa-connector-c",pid=2914,fd=33)) timer:(keepalive,51sec,0)',
      ).slice(-2),
      ['ss.Process=users:(("zpa-connector-c",pid=2914,fd=33))', 'ss.Timer=timer:(keepalive,51sec,0)'],
    );
  });
  it('leaves other texts alone', () => {
    for (const text of ['Total: 208\nof which 3\n', 'State of things\n', 'TCP: connected\n', 'LISTEN to this: 3\n']) {
      assert.deepEqual(formatsOf(text), [], text);
    }
  });
  it('reads cut and shuffled output', () => {
    for (const text of [SUMMARY, OLD_SUMMARY, TABLE, NETSTAT]) readsAnything(ss, text);
  });
});
