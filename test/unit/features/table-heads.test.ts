/** Rows of tables whose columns only their head tells: what is hovered, compared and named there. */
import assert from 'node:assert/strict';
import { changesOf } from '../../../server/src/engine/features/changes';
import { hoverAt } from '../../../server/src/engine/features/hover';
import { fieldsAt, seriesKeyOf } from '../../../server/src/engine/features/line-fields';
import { columnOf, glossary, lineWith, modelOf } from './support';

/** Named values of the line that holds the words, as `name=value`; every name has an entry of its own. */
function valuesAt(text: string, words: string, nth = 0): string[] {
  const model = modelOf(text, 'output.txt');
  const line = lineWith(model, words, nth);
  return fieldsAt(model, line).map(({ name, valueStart, valueEnd }) => {
    const format = model.artifact.sections.find((one) => one.startLine <= line && line <= one.endLine)?.format ?? '';
    const entry = glossary.fieldOf(name, format);
    assert.ok(entry, `no entry for ${name}`);
    assert.doesNotMatch(entry.names[0] ?? '', /^[\w-]+\.\*$/u, `${name} only has a catch-all`);
    return `${name}=${(model.lines[line] ?? '').slice(valueStart, valueEnd)}`;
  });
}

const PS = `$ ps -eo pid,ppid,user,cmd,%mem,%cpu,lstart --sort=-%mem | head
    PID    PPID USER     CMD                         %MEM %CPU                  STARTED
  11880       1 root     /opt/omi/bin/omiagent 9 8   84.7  0.1 Wed Jan 21 09:00:00 2026
  29894    1021 zscaler  zpa-connector-child          6.7 63.2 Sat Feb 15 10:00:00 2025
$ ps -eo rss,pid,user,etime
  RSS     PID USER         ELAPSED
12876   29894 zscaler     01:02:03
$ ps aux | head -2
USER         PID %CPU %MEM     VSZ    RSS TTY      STAT START   TIME COMMAND
zscaler    29894  4.3  2.6 1688728  12876 ?        Sl   08:50   2:00 zpa-connector-child
`;
const THREADS = `UID          PID    PPID     LWP  C NLWP STIME TTY          TIME CMD
zscaler     2914    1021    2914  0   12 09:14 ?        00:00:36 zpa-connector-child
zscaler     2914    1021    2915  7   12 09:14 ?        00:09:36 zpa-connector-child
`;
const TOP = `top - 09:43:59 up 15:23, 2 users, load average: 0.01, 0.07, 0.13
Tasks: 199 total, 2 running, 195 sleeping, 0 stopped, 2 zombie
%Cpu(s): 3.4 us, 3.7 sy, 0.0 ni, 90.5 id, 1.0 wa, 0.0 hi, 1.4 si, 0.0 st

    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+  P   SWAP COMMAND
  14216 zscaler   20   0 1688728  13420      0 S   2.0   2.8   2:11.69  1      0 image.bin
`;
const VMSTAT = `procs -----------memory---------- ---swap-- -----io---- --system-- -----cpu------
 r  b   swpd   free  inact active   si   so    bi    bo   in   cs us sy id wa
 0  0      0 812340  40960 512000    0    0     1     4   12   33  1  0 99  0
`;
const MTR = `HOST: fra-ac-02 Loss%  Drop   Rcv   Snt  Avg Javg
  1.|-- 10.20.4.1  10.0%   1   9   10   0.4  0.1
`;
const MTR_CSV = `Mtr_Version,Start_Time,Status,Host,Hop,Ip,Loss%,Drop,Rcv,Snt,Avg,
MTR.0.95,1773749204,OK,co2br.prod.zpath.net,1,10.20.4.1,10.00,1,9,10,0.25
`;
const LINK = `2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP mode DEFAULT group default qlen 1000
    link/ether 52:54:00:12:34:56 brd ff:ff:ff:ff:ff:ff
    RX:  bytes packets errors dropped  missed   mcast
    1871912321 5421311      3      17       0     120
    RX errors:  length    crc   frame    fifo overrun
                     0      2       0       0       0
    TX:  bytes packets errors dropped carrier collsns
    982711211 3311221      0       4       0       0
`;
const DF = `$ df -B1M -T
Filesystem     Type     1M-blocks  Used Available Use% Mounted on
/dev/sda3      xfs           8181  8100        81 100% /opt/zscaler
$ df
Filesystem     1K-blocks    Used Available Use% Mounted on
overlay          8377344 5000000   3377344  60% /
$ df -i
Filesystem       Inodes  IUsed    IFree IUse% Mounted on
/dev/sda3          4000   1000     3000   25% /
`;

describe('rows under the head of their table', () => {
  it('ps: chosen columns, with and without a command, each under its own head', () => {
    assert.deepEqual(valuesAt(PS, '/opt/omi'), [
      'ps.PID=11880',
      'ps.PPID=1',
      'ps.USER=root',
      'ps.CMD=/opt/omi/bin/omiagent 9 8',
      'ps.%MEM=84.7',
      'ps.%CPU=0.1',
      'ps.STARTED=Wed Jan 21 09:00:00 2026',
    ]);
    assert.deepEqual(valuesAt(PS, '01:02:03'), [
      'ps.RSS=12876',
      'ps.PID=29894',
      'ps.USER=zscaler',
      'ps.ELAPSED=01:02:03',
    ]);
    assert.equal(valuesAt(PS, 'zpa-connector-child', 1)[5], 'ps.RSS=12876');
  });

  it('ps: hovers show the change of the same process, and threads are told apart', () => {
    const again = PS.replace(/\$ ps -eo rss[\s\S]*/u, '');
    const model = modelOf(`${again}${again.replace('84.7', '85.9')}`, 'output.txt');
    const line = lineWith(model, '/opt/omi', 1);
    assert.deepEqual(
      changesOf(model, glossary, line).map(({ token, label }) => [token.name, label]),
      [['ps.%MEM', '+1.2']],
    );
    const hover = hoverAt(model, glossary, line, columnOf(model, line, '85.9'));
    assert.match(hover?.markdown ?? '', /share of the memory of the host/u);
    const threads = modelOf(THREADS, 'output.txt');
    assert.deepEqual([seriesKeyOf(threads, 1), seriesKeyOf(threads, 2)], ['ps 2914 2914', 'ps 2914 2915']);
    assert.equal(seriesKeyOf(threads, 0), null);
  });

  it('top: further columns before the command', () => {
    assert.deepEqual(valuesAt(TOP, 'image.bin').slice(-4), [
      'top.TIME+=2:11.69',
      'top.P=1',
      'top.SWAP=0',
      'top.COMMAND=image.bin',
    ]);
    assert.deepEqual(valuesAt(TOP, 'Tasks:')[0], 'top.total=199');
  });

  it('vmstat -a: inactive and active memory', () => {
    assert.deepEqual(valuesAt(VMSTAT, '812340').slice(3, 6), [
      'vmstat.free=812340',
      'vmstat.inact=40960',
      'vmstat.active=512000',
    ]);
  });

  it('mtr -o: any choice of columns, also as CSV', () => {
    assert.deepEqual(valuesAt(MTR, '1.|--').slice(2), [
      'mtr.Loss%=10.0%',
      'mtr.Drop=1',
      'mtr.Rcv=9',
      'mtr.Snt=10',
      'mtr.Avg=0.4',
      'mtr.Javg=0.1',
    ]);
    assert.deepEqual(valuesAt(MTR_CSV, '1773749204'), [
      'mtr.hop=1',
      'mtr.host=10.20.4.1',
      'mtr.Loss%=10.00',
      'mtr.Drop=1',
      'mtr.Rcv=9',
      'mtr.Snt=10',
      'mtr.Avg=0.25',
    ]);
  });

  it('ip -s -s link: each row by what stands above it', () => {
    assert.deepEqual(valuesAt(LINK, '5421311').slice(-2), ['ip-link.missed=0', 'ip-link.mcast=120']);
    assert.deepEqual(valuesAt(LINK, '                     0      2').slice(0, 2), [
      'ip-link.length=0',
      'ip-link.crc=2',
    ]);
    assert.deepEqual(valuesAt(LINK, '982711211').slice(-2), ['ip-link.carrier=0', 'ip-link.collsns=0']);
  });

  it('df: units and kinds of tables that rows alone do not tell', () => {
    assert.deepEqual(valuesAt(DF, '/opt/zscaler'), [
      'df.Filesystem=/dev/sda3',
      'df.Type=xfs',
      'df.Size=8181',
      'df.Used=8100',
      'df.Avail=81',
      'df.Use%=100%',
      'df.Mounted on=/opt/zscaler',
    ]);
    assert.equal(valuesAt(DF, 'overlay')[1], 'df.1K-blocks=8377344');
    assert.deepEqual(valuesAt(DF, '4000').slice(1, 3), ['df.Inodes=4000', 'df.IUsed=1000']);
  });

  it('a row above every head is read by its shape', () => {
    const bare = `$ ps aux | grep zpa
zscaler     2914 17.8  4.5 1618244 352061 ?        Sl   09:14  30:36 zpa-connector-child
`;
    assert.equal(valuesAt(bare, '352061')[5], 'ps.RSS=352061');
  });
});
