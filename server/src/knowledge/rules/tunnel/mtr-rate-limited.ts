import type { Rule } from '../../../engine/match/rule';
import { MAX_EVIDENCE } from '../../../engine/match/run-rules';
import { limitedHops } from '../../../engine/facts/network/mtr-loss';
import { DOCS, MTR, RUNBOOK } from '../../evidence';

const rule: Rule = {
  id: 'tunnel/mtr-rate-limited',
  title: 'Loss at one hop only',
  severity: 'info',
  means:
    'A hop in the middle shows loss, and a later hop shows none: the router limits or refuses its own answers, and passes the probes on.',
  matters: 'It looks like loss and is none: do not follow it.',
  doNext: 'Look at the last hop only.',
  message: 'Loss at hop {hops} is a limit of answers (ICMP rate limiting), not loss: later hops show none.',
  needs: [MTR],
  evaluate: (facts) =>
    facts.sections('mtr').flatMap(({ artifact, facts: { reports } }) =>
      reports.flatMap((report) => {
        const hops = limitedHops(report);
        const [first] = hops;
        if (first === undefined) return [];
        const places = hops.map(({ line, lossStart: start, lossEnd: end }) => ({
          artifact: artifact.index,
          line,
          start,
          end,
        }));
        return [
          {
            at: places[0] ?? { artifact: artifact.index, line: first.line },
            evidence: places.slice(0, MAX_EVIDENCE),
            firstMs: report.startMs,
            data: { hops: hops.map((hop) => hop.number).join(', ') },
          },
        ];
      }),
    ),
  runbook: { id: 'broker-reachability', step: 'icmp' },
  documentation: [DOCS.runbook],
  source: RUNBOOK,
  fires: [
    {
      files: {
        'mtr.txt':
          'Start: 2026-03-17T12:06:44+0000\nHOST: fra-ac-02.kestrelmoor.example Loss%   Snt   Last   Avg  Best  Wrst StDev\n  1. AS???    10.20.4.1            0.0%   100    0.3   0.2   0.2   0.3   0.0\n  2. AS64496  192.0.2.1           62.0%   100    1.8   1.8   1.6   2.1   0.1\n  3. AS64511  198.51.100.23        0.0%   100    8.3   8.2   7.6  12.2   0.6\n',
      },
      says: 'hop 2',
    },
    {
      files: {
        'mtr.txt':
          'Start: 2026-03-17T12:06:44+0000\nHOST: fra-ac-02 Loss% Snt Last Avg Best Wrst StDev\n1. AS64496 192.0.2.63 0.0% 1 1.8 1.8 1.8 1.8 0.0\n2. AS??? ??? 100.0 1 0.0 0.0 0.0 0.0 0.0\n3. AS64511 198.51.100.252 0.0% 1 1.2 1.2 1.2 1.2 0.0\n',
      },
      says: 'hop 2',
    },
  ],
  silent: [
    {
      'mtr.txt':
        'Start: 2026-03-17T12:06:44+0000\nHOST: fra-ac-02.kestrelmoor.example Loss%   Snt   Last   Avg  Best  Wrst StDev\n  1. AS???    10.20.4.1            0.0%   100    0.3   0.2   0.2   0.3   0.0\n  2. AS64496  192.0.2.1           12.0%   100    1.8   1.8   1.6   2.1   0.1\n  3. AS64511  198.51.100.23       13.0%   100    8.3   8.2   7.6  12.2   0.6\n',
    },
    {
      'mtr.txt':
        'Start: 2026-03-17T12:06:44+0000\nHOST: fra-ac-02.kestrelmoor.example Loss%   Snt   Last   Avg  Best  Wrst StDev\n  1. AS???    10.20.4.1            0.0%   100    0.3   0.2   0.2   0.3   0.0\n  2. AS64511  198.51.100.23        0.0%   100    8.3   8.2   7.6  12.2   0.6\n',
    },
  ],
};

export default rule;
