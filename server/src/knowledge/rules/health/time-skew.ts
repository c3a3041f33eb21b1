import type { Rule } from '../../../engine/match/rule';
import { DOCS, inferred, statusLine } from '../../evidence';
import { columnRuns } from '../../../engine/facts/column-runs';
import type { Hit } from '../../../engine/match/rule';
import { hitOf, placeOf } from '../../../engine/match/run-rules';
import { timeSynchronized } from '../../messages/process';

const rule: Rule = {
  id: 'health/time-skew',
  title: 'The clock differs from the cloud',
  severity: 'warning',
  means: 'Local clock and cloud clock differ by more than the threshold.',
  matters: 'Certificates are judged by the local clock: minutes are enough to break enrolment and connections.',
  doNext: 'Mend the time source, step the clock, restart the connector.',
  message: 'The local clock {direction} the cloud by {seconds} s.',
  needs: [statusLine('skew', 'Time skew')],
  on: { messages: [timeSynchronized] },
  evaluate: (facts, thresholds) => {
    const started = facts.events(timeSynchronized.id).map((event) => ({
      // What has to be taken off the local time is what it is ahead.
      seconds: (event.groups.sign === '-' ? 1 : -1) * Number(event.groups.seconds),
      hit: { ...hitOf([event], {}), evidence: [placeOf(event)] },
    }));
    const blocks = columnRuns(
      facts,
      'skew',
      'skew',
      (value) => Math.abs(value) > thresholds.timeSkewWarningSeconds,
    ).map(({ hit, values }) => ({
      seconds: values.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0),
      hit,
    }));
    return [...started, ...blocks]
      .filter(({ seconds }) => Math.abs(seconds) > thresholds.timeSkewWarningSeconds)
      .map(
        ({ seconds, hit }): Hit => ({
          ...hit,
          severity: Math.abs(seconds) > thresholds.timeSkewErrorSeconds ? 'error' : 'warning',
          data: {
            seconds: Math.round(Math.abs(seconds) * 10) / 10,
            direction: seconds > 0 ? 'leads' : 'lags',
            breaksTls: Math.abs(seconds) > thresholds.timeSkewErrorSeconds,
          },
        }),
      );
  },
  explains: [
    { rule: 'enrollment/certificate-not-yet-valid' },
    { rule: 'tunnel/not-connected-to-cloud' },
    { rule: 'tunnel/flapping', given: 'breaksTls', withinSeconds: 3600 },
    { rule: 'tunnel/control-connection-closed', given: 'breaksTls', withinSeconds: 3600 },
    { rule: 'tunnel/control-disconnected', given: 'breaksTls', withinSeconds: 3600 },
  ],
  runbook: { id: 'clock-and-certificate', step: 'look' },
  documentation: [DOCS.runbook],
  source: inferred('healthy blocks show milliseconds; the thresholds are ours'),
  thresholds: ['timeSkewWarningSeconds', 'timeSkewErrorSeconds'],
  fires: [
    {
      files: 'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Time skew: - 312.400000s\n',
      says: '312.4 s',
      severity: 'error',
    },
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Time skew: local time leads cloud time by 4.500000s\n',
      says: 'leads',
      severity: 'warning',
    },
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Connector- Time synchronized, Local time - 737.427447s = cloud_time\n',
      says: '737.4 s',
      severity: 'error',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Time skew: - 0.012783s\n',
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Time skew: + 0.000000s\n',
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Connector- Time synchronized, Local time - 0.027447s = cloud_time\n',
  ],
};

export default rule;
