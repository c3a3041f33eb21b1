import type { Quiet } from '../case';
import { text } from '../text';

/** A whole listing of processes of a busy host that is no connector. */
const listing = (head: string, row: (pid: number, share: string) => string): string =>
  text(head, ...Array.from({ length: 60 }, (_, index) => row(2_000 + index, index === 7 ? '187.0' : '0.1')));

/** Foreign material that begins or looks like something of ours. */
export const nearMisses: readonly Quiet[] = [
  {
    name: 'near: logs of containers that are no connector',
    files: {
      'pods.log': text(
        '[pod/web-7d9f-abc/nginx] 10.0.0.1 - - [14/Sep/2026:07:31:12 +0000] "GET / HTTP/1.1" 200 612',
        '[pod/web-7d9f-abc/nginx] 2026/09/14 07:31:12 [error] 12#12: *1 connect() failed (111: Connection refused)',
      ),
      'compose.log': text(
        'db-1   | LOG:  database system is ready to accept connections',
        'web-1  | Error: broker lost',
      ),
      'node.log': text(
        '2026-09-14T07:31:12.481302918Z stdout F GET /health 200',
        '2026-09-14T07:31:13.481302918Z stderr F broker connection to cloud closed',
      ),
      'aa-json.log': text('{"log":"GET /health 200\\n","stream":"stdout","time":"2026-09-14T07:31:12.481Z"}'),
    },
  },
  {
    name: 'near: comments that begin with the name of a command',
    files: {
      README: text(
        '# date of this file',
        '# top level of the tree',
        '# ping the gateway first',
        '# free software, see LICENSE',
        '# curl: application/vnd.curl',
        '# dig around to find the names, 5.10 knows them',
        '# df is not used here',
      ),
      'app.conf': text('# du dernier argument sont obligatoires', 'value = 1', '# ps: see the manual', 'other = 2'),
    },
  },
  {
    name: 'near: change logs with asterisks, and a response kept as a text',
    files: {
      'CHANGES.txt': text(
        '* Trying to use the callback throws an error now',
        '* Connected to the new build system',
        '* IPv6: addresses may be written without brackets',
      ),
    },
  },
  {
    name: 'near: printed records of other services with the same names of members',
    files: {
      'record.json': JSON.stringify(
        {
          LogTimestamp: 'Mon Sep 14 07:31:12 2026',
          Connector: 'kafka-1',
          SessionStatus: 'DISCONNECTED',
          CPUUtilization: 99,
        },
        null,
        2,
      ),
      'records.json': JSON.stringify(
        [1, 2, 3].map((id) => ({ LogTimestamp: 'now', id, SystemMemoryUtilization: '99', AvailableDiskBytes: '0' })),
        null,
        2,
      ),
    },
  },
  {
    name: 'near: an answer of chrony inside a program',
    files: {
      check_clock: text(
        'EXAMPLE = """',
        'Skew            : 0.000 ppm',
        'Root delay      : 1.000000000 seconds',
        'Leap status     : Not synchronised',
        '"""',
        'STATUS = {"OK": 0}',
      ),
    },
  },
  {
    name: 'near: a busy host that runs no connector',
    files: {
      'host/ps.txt': listing(
        'USER         PID %CPU %MEM     VSZ    RSS TTY      STAT START   TIME COMMAND',
        (pid, share) =>
          `www-data    ${String(pid)} ${share}  0.4  288728  35876 ?        Sl   08:50  32:07 /usr/sbin/apache2 -k start`,
      ),
      'host/vmstat.txt': text(
        'procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----',
        ' r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st',
        ' 4  0      0 912340   2104 812340    0    0    12    38  961 1874 90  8  2  0  0',
        ' 4  0      0 912340   2104 812340    0    0    12    38  961 1874 91  8  1  0  0',
        ' 5  0      0 912340   2104 812340    0    0    12    38  961 1874 91  8  1  0  0',
        ' 5  0      0 912340   2104 812340    0    0    12    38  961 1874 92  7  1  0  0',
      ),
    },
  },
];
