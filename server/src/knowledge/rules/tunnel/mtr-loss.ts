import type { Rule } from '../../../engine/match/rule';
import { MAX_EVIDENCE } from '../../../engine/match/run-rules';
import { lastingLoss } from '../../../engine/facts/network/mtr-loss';
import { tcpWorks } from '../../../engine/facts/network/tcp-works';
import { isCloudTarget, zpaAddresses } from '../../connect-targets';
import { DOCS, MTR, RUNBOOK } from '../../evidence';

const rule: Rule = {
  id: 'tunnel/mtr-loss',
  title: 'Loss on the path',
  severity: 'warning',
  means:
    'From one hop on, probes are lost on every hop up to the last: the loss is real, and begins there or one before.',
  matters: 'Every session over this path is slow or breaks.',
  doNext: 'Give the report to whoever runs that hop: own firewall and line first, then the provider.',
  message: 'mtr{target} loses {loss} of its probes at the last hop, beginning at hop {hop}{host}{tcp}.',
  needs: [MTR],
  evaluate: (facts) => {
    const cloud = zpaAddresses(facts);
    return facts.sections('mtr').flatMap(({ artifact, facts: { reports } }) =>
      reports.flatMap((report) => {
        const loss = lastingLoss(report);
        if (loss === null || !isCloudTarget([report.target, loss.last.host], cloud)) return [];
        const { from, last } = loss;
        // Probes other than TCP may be filtered where TCP is not.
        const works = report.tcp !== true && tcpWorks(facts, artifact, [report.target, last.host]);
        const places = loss.hops.map(({ line, lossStart: start, lossEnd: end }) => ({
          artifact: artifact.index,
          line,
          start,
          end,
        }));
        return [
          {
            at: places[0] ?? { artifact: artifact.index, line: from.line },
            evidence: places.slice(0, MAX_EVIDENCE),
            firstMs: report.startMs,
            ...(works ? { severity: 'info' as const } : {}),
            ...(report.tcp === true ? {} : { confidence: 'medium' as const }),
            data: {
              target: report.target === null ? '' : ` to ${report.target}`,
              loss: `${String(last.lossPercent)}%`,
              hop: from.number,
              host: from.host === null ? ', from which on nothing answers' : ` (${from.host})`,
              tcp: works ? '; TCP to it works, so the probes are filtered rather than lost' : '',
            },
          },
        ];
      }),
    );
  },
  runbook: { id: 'broker-reachability', step: 'tcp' },
  documentation: [DOCS.runbook],
  source: RUNBOOK,
  fires: [
    {
      files: {
        'mtr.txt':
          '[root@fra-ac-02 ~]# mtr -rzwbec100 --tcp -P443 198.51.100.23\nStart: 2026-03-17T12:06:44+0000\nHOST: fra-ac-02.kestrelmoor.example Loss%   Snt   Last   Avg  Best  Wrst StDev\n  1. AS???    10.20.4.1            0.0%   100    0.3   0.2   0.2   0.3   0.0\n  2. AS64496  192.0.2.1           12.0%   100    1.8   1.8   1.6   2.1   0.1\n  3. AS64496  ???                 100.0   100    0.0   0.0   0.0   0.0   0.0\n  4. AS64511  198.51.100.1        11.0%   100    7.3   7.2   6.8   9.3   0.3\n  5. AS64511  198.51.100.23       13.0%   100    8.3   8.2   7.6  12.2   0.6\n',
      },
      says: 'beginning at hop 2 (192.0.2.1)',
      severity: 'warning',
    },
    {
      files: {
        'mtr.txt':
          'Start: Tue Mar 17 12:06:44 2026\nHOST: fra-ac-02                   Loss%   Snt   Last   Avg  Best  Wrst StDev\n  1.|-- 10.20.4.1                  0.0%    10    0.3   0.2   0.2   0.3   0.0\n  2.|-- edge.kestrelmoor.example   0.0%    10    1.8   1.8   1.6   2.1   0.1\n  3.|-- ???                       100.0    10    0.0   0.0   0.0   0.0   0.0\n',
      },
      says: 'hop 3',
    },
  ],
  silent: [
    // A router that limits its answers.
    {
      'mtr.txt':
        'Start: 2026-03-17T12:06:44+0000\nHOST: fra-ac-02.kestrelmoor.example Loss%   Snt   Last   Avg  Best  Wrst StDev\n  1. AS???    10.20.4.1            0.0%   100    0.3   0.2   0.2   0.3   0.0\n  2. AS64496  192.0.2.1           62.0%   100    1.8   1.8   1.6   2.1   0.1\n  3. AS64511  198.51.100.23        0.0%   100    8.3   8.2   7.6  12.2   0.6\n',
    },
    // Routers that never answer are no loss.
    {
      'mtr.txt':
        'Start: 2026-03-17T12:06:44+0000\nHOST: fra-ac-02.kestrelmoor.example Loss% Snt Last Avg Best Wrst StDev\n1. AS64496 192.0.2.63 0.0% 1 1.8 1.8 1.8 1.8 0.0\n2. AS??? 240.1.168.15 0.0% 1 1490. 1490. 1490. 1490. 0.0\n3. AS??? ??? 100.0 1 0.0 0.0 0.0 0.0 0.0\n4. AS64511 198.51.100.252 0.0% 1 1.2 1.2 1.2 1.2 0.0\n',
    },
    // One probe of a hundred, at the target alone.
    {
      'mtr.txt':
        'Start: 2026-03-17T12:06:44+0000\nHOST: fra-ac-02.kestrelmoor.example Loss%   Snt   Last   Avg  Best  Wrst StDev\n  1. AS???    10.20.4.1            0.0%   100    0.3   0.2   0.2   0.3   0.0\n  2. AS64511  198.51.100.23        1.0%   100    8.3   8.2   7.6  12.2   0.6\n',
    },
  ],
};

export default rule;
