import { largest } from '../../../engine/basics/extremes';
import type { Rule } from '../../../engine/match/rule';
import { DOCS, statusLine } from '../../evidence';
import { metricsEvents } from '../../example-exports';
import { columnRuns } from '../../../engine/facts/column-runs';
import { figureRuns } from '../../../engine/facts/lss/figures';

const BLOCKS = statusLine('apps', 'the target counts');
/** Share of the limit from which on it is near. */
const NEAR = 0.95;

const rule: Rule = {
  id: 'health/target-limit',
  title: 'Too many application targets',
  severity: 'warning',
  means: 'The connector monitors as many targets as it may.',
  matters: 'Above the limit On Access health reporting falls back to None.',
  doNext: 'Split the segments over more connector groups.',
  message: '{targets} application targets: at the limit of {limit}.',
  needs: [{ ...BLOCKS, anyOf: [...BLOCKS.anyOf, 'lss-events:connector-metrics'] }],
  evaluate: (facts, thresholds) => [
    ...columnRuns(facts, 'apps.target_count', 'apps', (value) => value >= thresholds.targetLimit * NEAR).map(
      ({ hit, values }) => ({ ...hit, data: { targets: largest(values), limit: thresholds.targetLimit } }),
    ),
    ...figureRuns(facts, 'TargetCount', ({ TargetCount: targets }) =>
      targets === undefined ? null : targets >= thresholds.targetLimit * NEAR,
    ).map(({ hit, figures }) => ({
      ...hit,
      data: {
        targets: largest(figures.flatMap(({ TargetCount: targets }) => targets ?? [])),
        limit: thresholds.targetLimit,
      },
    })),
  ],
  runbook: { id: 'health-reporting-modes', step: 'mode' },
  documentation: [DOCS.monitoring],
  source: { kind: 'documented', from: 'Zscaler Help: Monitoring App Connector Performance' },
  thresholds: ['targetLimit'],
  fires: [
    { files: { 'metrics.jsonl': metricsEvents([{ TargetCount: '6210' }]) }, says: '6210 application targets' },
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Registered apps count = 33, alive app = 33, passive_health = 33, service_count = 85, target_count = 6001, alive_target = 5000, aged_target = 0\n',
      says: '6001',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Registered apps count = 33, alive app = 33, passive_health = 33, service_count = 85, target_count = 3466, alive_target = 3000, aged_target = 0\n',
  ],
};

export default rule;
