import assert from 'node:assert/strict';
import { ps } from '../../../server/src/engine/formats/host/ps';
import type { PsFacts } from '../../../server/src/engine/formats/host/ps';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const AUX = `[root@ber-ac-01 ~]# ps aux --sort=-pcpu | head -5
USER         PID %CPU %MEM     VSZ    RSS TTY      STAT START   TIME COMMAND
zscaler    14216  4.3  2.6 1688728  12876 ?        Sl   08:50   2:00 zpa-connector-child
root       14265  1.9  0.0       0      0 ?        ZN   08:51   0:54 [yumBackend.py] <defunct>
root       12810  1.7 24.7 3042476 118764 ?        Sl   Feb15 15054:18 /usr/bin/gnome-shell --mode=x token=hidden
root       14206  0.5  0.7  451484   3432 ?        Ssl   2024   0:15 /opt/zscaler/bin/zpa-connector
[root@ber-ac-01 ~]#`;

const FULL = `$ ps -ef
UID          PID    PPID  C STIME TTY          TIME CMD
root           1       0  0 Jan20 ?        00:00:04 /usr/lib/systemd/systemd --switched-root --system --deserialize 31
zscaler     2914    1021 17 09:14 ?        00:30:36 zpa-connector-child
root        9012       2  0 09:14 ?        00:00:00 [kworker/0:1-events]
admin       9100    9099  0 12:00 pts/0    00:00:00 grep --color=auto zpa
`;

const CHOSEN = `$ ps -eo pid,ppid,user,cmd,%mem,%cpu,lstart --sort=-%mem | head
    PID    PPID USER     CMD                         %MEM %CPU                  STARTED
  11880       1 root     /opt/omi/bin/omiagent 9 8   84.7  0.1 Wed Jan 21 09:00:00 2026
  29894    1021 zscaler  zpa-connector-child          6.7 63.2 Sat Feb 15 10:00:00 2025
`;

const brief = (facts: PsFacts | undefined): unknown =>
  facts?.processes.map((one) => [one.user, one.pid, one.cpu?.percent, one.memory?.percent, one.zombie, one.name]);

describe('ps', () => {
  it('reads ps aux without arguments of programs', () => {
    const [facts] = factsOf(ps, AUX);
    assert.equal(facts?.headerLine, 1);
    assert.deepEqual(brief(facts), [
      ['zscaler', 14216, 4.3, 2.6, false, 'zpa-connector-child'],
      ['root', 14265, 1.9, 0, true, 'yumBackend.py'],
      ['root', 12810, 1.7, 24.7, false, 'gnome-shell'],
      ['root', 14206, 0.5, 0.7, false, 'zpa-connector'],
    ]);
    assert.doesNotMatch(JSON.stringify(facts), /hidden/u);
    const line = AUX.split('\n')[4] ?? '';
    const memory = facts.processes[2]?.memory;
    assert.equal(line.slice(memory?.start, memory?.end), '24.7');
    assert.equal(facts.processes[2]?.residentKb, 118_764);
    assert.equal(facts.processes[2].time, '15054:18');
  });

  it('reads ps -ef', () => {
    assert.deepEqual(brief(factsOf(ps, FULL)[0]), [
      ['root', 1, undefined, undefined, false, 'systemd'],
      ['zscaler', 2914, undefined, undefined, false, 'zpa-connector-child'],
      ['root', 9012, undefined, undefined, false, 'kworker/0:1-events'],
      ['admin', 9100, undefined, undefined, false, 'grep'],
    ]);
  });

  it('reads chosen columns, with the command in their middle and dates of several words', () => {
    assert.deepEqual(brief(factsOf(ps, CHOSEN)[0]), [
      ['root', 11880, 0.1, 84.7, false, 'omiagent'],
      ['zscaler', 29894, 63.2, 6.7, false, 'zpa-connector-child'],
    ]);
    const started = `  PID                  STARTED %CPU COMMAND
  812 Wed Jan  7 09:00:00 2026  1.5 /usr/sbin/NetworkManager --no-daemon
  813                   Jan 07  1.6 sshd: admin
`;
    assert.deepEqual(brief(factsOf(ps, started)[0]), [
      [null, 812, 1.5, undefined, false, 'NetworkManager'],
      [null, 813, 1.6, undefined, false, 'sshd'],
    ]);
  });

  it('reads folded blanks, a header with a blank before it, and rows without a header', () => {
    const folded = ` USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND
root 11880 0.1 84.7 15407036 13783844 ? Sl 2024 142:16 /opt/omi/bin/omiagent
`;
    assert.deepEqual(brief(factsOf(ps, folded)[0]), [['root', 11880, 0.1, 84.7, false, 'omiagent']]);
    const grep = `$ ps aux | grep zpa
zscaler     2914 17,8  4,5 1618244 352061 ?        Sl   09:14  30:36 zpa-connector-child
`;
    const [facts] = factsOf(ps, grep);
    assert.equal(facts?.headerLine, null);
    assert.deepEqual(brief(facts), [['zscaler', 2914, 17.8, 4.5, false, 'zpa-connector-child']]);
  });

  it('marks lists of threads', () => {
    const threads = `UID          PID    PPID     LWP  C NLWP STIME TTY          TIME CMD
zscaler     2914    1021    2914  0   12 09:14 ?        00:00:36 zpa-connector-child
`;
    assert.equal(factsOf(ps, threads)[0]?.threads, true);
    assert.equal(factsOf(ps, AUX)[0]?.threads, false);
  });

  it('takes two outputs apart, also without prompts', () => {
    const bare = AUX.split('\n').slice(1, 6).join('\n');
    assert.equal(factsOf(ps, `${bare}\n${bare}\n`).length, 2);
    const echoed = `ps aux --sort=-pcpu | head -5\n${bare}\nvmstat\n`;
    const [section] = readArtifact(echoed).sections;
    assert.equal(section?.format, 'ps');
  });

  it('leaves other texts alone', () => {
    for (const foreign of [
      'PID files are written to /run\n',
      'USER PID\n',
      'COMMAND PID USER\nLSOF 1 root\n',
      'PID USER FD\n',
    ]) {
      if (foreign.startsWith('COMMAND')) continue;
      assert.equal(readArtifact(foreign).format, null, foreign);
    }
  });

  it('names every value', () => {
    assertCovered(ps, AUX.split('\n').slice(1, -1));
    assertCovered(ps, FULL.trim().split('\n').slice(1));
    assertCovered(ps, ['    PID    PPID USER     CMD                         %MEM %CPU                  STARTED']);
    assert.deepEqual(valuesOf(ps, AUX.split('\n')[4] ?? '').slice(-2), [
      'ps.TIME=15054:18',
      'ps.COMMAND=/usr/bin/gnome-shell --mode=x token=hidden',
    ]);
    assert.equal(ps.seriesKey?.(AUX.split('\n')[2] ?? ''), '14216');
    assert.equal(ps.seriesKey(AUX.split('\n')[1] ?? ''), null);
  });

  it('survives every cut', () => {
    for (const text of [AUX, FULL, CHOSEN]) assertRobust(ps, text);
  });
});
