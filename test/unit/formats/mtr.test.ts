import assert from 'node:assert/strict';
import { lastingLoss, limitedHops } from '../../../server/src/engine/facts/network/mtr-loss';
import { mtr } from '../../../server/src/engine/formats/network/mtr';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const WIDE = `[root@fra-ac-02 ~]# mtr -rzwbec100 --tcp -P443 198.51.100.23
Start: 2026-03-17T12:06:44+0000
HOST: fra-ac-02.kestrelmoor.example Loss%   Snt   Last   Avg  Best  Wrst StDev
  1. AS???    10.20.4.1            0.0%   100    0.3   0.2   0.2   0.3   0.0
  2. AS64496  edge.example (192.0.2.1)  12.0%   100    1.8   1.8   1.6   2.1   0.1
  3. AS???    ???                 100.0   100    0.0   0.0   0.0   0.0   0.0
  4. AS64511  198.51.100.23        0.0%   100 1490.  1490. 1490. 1490.  0.6
`;
const OLD = `Start: Tue Mar 17 12:06:44 2026
HOST: fra-ac-02                   Loss%   Snt   Last   Avg  Best  Wrst StDev
  1.|-- 10.20.4.1                  0.0%    10    0.3   0.2   0.2   0.3   0.0
        10.20.4.2
  2.|-- 192.0.2.1                 20.0%    10    1.8   1.8   1.6   2.1   0.1
        |  \`|-- 192.0.2.2
  3.|-- 198.51.100.23             20.0%    10    8.3   8.2   7.6  12.2   0.6
`;
const COLUMNS = `HOST: fra-ac-02 Loss%  Drop   Rcv   Snt  Avg
  1.|-- 10.20.4.1  10.0%   1   9   10   0.4
`;
const CSV = `Mtr_Version,Start_Time,Status,Host,Hop,Ip,Asn,Loss%,Snt, ,Last,Avg,Best,Wrst,StDev,
MTR.0.95,1773749204,OK,co2br.prod.zpath.net,1,10.20.4.1,AS???,0.00,10,0,0.30,0.25,0.20,0.31,0.02
MTR.0.95,1773749204,OK,co2br.prod.zpath.net,2,198.51.100.23,AS64511,30.00,10,3,8.30,8.20,7.60,12.20,0.60
`;

describe('mtr', () => {
  it('reads a wide report with networks, over TCP', () => {
    const [report] = factsOf(mtr, WIDE)[0]?.reports ?? [];
    assert.deepEqual(
      [report?.target, report?.tcp, report?.startMs],
      ['198.51.100.23', true, Date.UTC(2026, 2, 17, 12, 6, 44)],
    );
    assert.deepEqual(report?.hops[1], {
      number: 2,
      host: 'edge.example (192.0.2.1)',
      lossPercent: 12,
      sent: 100,
      averageMs: 1.8,
      line: 4,
      lossStart: 40,
      lossEnd: 45,
    });
    assert.deepEqual(
      report.hops.map(({ host, lossPercent, averageMs }) => [host, lossPercent, averageMs]),
      [
        ['10.20.4.1', 0, 0.2],
        ['edge.example (192.0.2.1)', 12, 1.8],
        [null, 100, 0],
        ['198.51.100.23', 0, 1490],
      ],
    );
  });
  it('reads a plain report with further routers of a hop', () => {
    const [report] = factsOf(mtr, OLD)[0]?.reports ?? [];
    assert.deepEqual([report?.tcp, report?.startMs], [null, Date.UTC(2026, 2, 17, 12, 6, 44)]);
    assert.deepEqual(
      report?.hops.map(({ number, lossPercent }) => [number, lossPercent]),
      [
        [1, 0],
        [2, 20],
        [3, 20],
      ],
    );
  });
  it('reads other columns by their header', () => {
    const [hop] = factsOf(mtr, COLUMNS)[0]?.reports[0]?.hops ?? [];
    assert.deepEqual([hop?.lossPercent, hop?.sent, hop?.averageMs], [10, 10, 0.4]);
  });
  it('reads CSV', () => {
    const [report] = factsOf(mtr, CSV)[0]?.reports ?? [];
    assert.deepEqual([report?.target, report?.startMs], ['co2br.prod.zpath.net', 1_773_749_204_000]);
    assert.deepEqual(
      report?.hops.map(({ number, host, lossPercent, sent, averageMs }) => [
        number,
        host,
        lossPercent,
        sent,
        averageMs,
      ]),
      [
        [1, '10.20.4.1', 0, 10, 0.25],
        [2, '198.51.100.23', 30, 10, 8.2],
      ],
    );
  });
  it('tells lasting loss from limited answers', () => {
    const report = (text: string) =>
      factsOf(mtr, text)[0]?.reports[0] ?? { target: null, tcp: null, startMs: null, hops: [] };
    assert.equal(lastingLoss(report(WIDE)), null);
    assert.deepEqual(
      limitedHops(report(WIDE)).map((hop) => hop.number),
      [2, 3],
    );
    assert.equal(lastingLoss(report(OLD))?.from.number, 2);
    assert.deepEqual(limitedHops(report(OLD)), []);
    assert.equal(lastingLoss(report(CSV))?.from.number, 2);
    assert.equal(lastingLoss(report('')), null);
  });
  it('names the values of its lines', () => {
    assert.deepEqual(valuesOf(mtr, '  2. AS64496  192.0.2.1   12.0%   100    1.8   1.9   1.6   2.1   0.1'), [
      'mtr.hop=2',
      'mtr.AS=AS64496',
      'mtr.host=192.0.2.1',
      'mtr.Loss%=12.0%',
      'mtr.Snt=100',
      'mtr.Last=1.8',
      'mtr.Avg=1.9',
      'mtr.Best=1.6',
      'mtr.Wrst=2.1',
      'mtr.StDev=0.1',
    ]);
    const lines = [WIDE, OLD].flatMap((text) => text.split('\n')).filter((line) => /^\s{1,3}\d/u.test(line));
    assertCovered(mtr, lines);
    assertCovered(mtr, CSV.trimEnd().split('\n').slice(1));
  });
  it('leaves foreign lines alone', () => {
    for (const text of [
      'Start: tomorrow\nHOST: none\n',
      '1. First 10 20 30\n2. Second 4 5 6\n',
      'Loss% is a share\n',
    ]) {
      assert.ok(
        readArtifact(text, 'notes.txt').sections.every((section) => section.format === null),
        text,
      );
    }
  });
  it('is robust', () => {
    for (const text of [WIDE, OLD, CSV]) assertRobust(mtr, text);
  });
});
