import { largest } from '../../../engine/basics/extremes';
import type { Rule } from '../../../engine/match/rule';
import { MAX_EVIDENCE } from '../../../engine/match/run-rules';
import { DOCS, JOURNAL, inferred } from '../../evidence';

const rule: Rule = {
  id: 'bundle/time-out-of-order',
  title: 'Time runs backwards',
  severity: 'info',
  means: "Lines of the journal are out of order by more than the journal's own jitter, and not at a boot.",
  matters: 'Durations across these places are not to be trusted.',
  doNext: 'See whether the clock was stepped, or several files were joined.',
  message: 'The time of the log runs backwards {count} time(s), by up to {most} s.',
  needs: [JOURNAL],
  evaluate: (facts) =>
    facts.sections('journal').flatMap(({ artifact, facts: journal }) => {
      const backwards = journal.breaks.filter((one) => one.kind === 'backwards');
      const [first] = backwards;
      // Newest first (journalctl -r) runs backwards everywhere: that is an order, not a disorder.
      if (first === undefined || journal.productLineCount === 0 || backwards.length * 4 > journal.lineCount + 8)
        return [];
      return [
        {
          at: { artifact: artifact.index, line: first.line },
          evidence: backwards.slice(0, MAX_EVIDENCE).map((one) => ({ artifact: artifact.index, line: one.line })),
          count: backwards.length,
          data: { most: Math.round(largest(backwards.map((one) => one.byMs)) / 1000) },
        },
      ];
    }),
  runbook: { id: 'clock-and-certificate', step: 'look' },
  documentation: [DOCS.runbook],
  source: inferred('the order of lines'),
  fires: [
    {
      files:
        'Jan 27 09:10:00 fra-ac-02 zpa-connector-child[3276]: Checking Enrollment\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Checking Enrollment\n',
      says: '480 s',
    },
  ],
  silent: [
    'Jan 27 09:10:00 fra-ac-02 zpa-connector-child[3276]: Checking Enrollment\nJan 27 09:10:00 fra-ac-02 zpa-connector-child[3276]: Checking Enrollment\n',
  ],
};

export default rule;
