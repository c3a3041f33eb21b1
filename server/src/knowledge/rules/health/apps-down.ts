import { smallest } from '../../../engine/basics/extremes';
import type { Rule } from '../../../engine/match/rule';
import { DOCS, inferred, statusLine } from '../../evidence';
import { columnRuns } from '../../../engine/facts/column-runs';

const rule: Rule = {
  id: 'health/apps-down',
  title: 'Applications are down',
  severity: 'warning',
  means: 'Fewer applications are alive than registered in several status blocks.',
  matters: 'Users of these applications fail on this connector.',
  doNext: 'Resolve and open the applications from the connector.',
  message: '{down} of {registered} registered applications are not alive in {count} status blocks.',
  needs: [statusLine('apps', 'the application counts')],
  evaluate: (facts, thresholds) =>
    columnRuns(
      facts,
      'apps.alive',
      'apps',
      (value, placed, index) => value < (placed.life.blocks.column('apps.registered')?.[index] ?? 0),
    )
      .filter(({ hit, placed }) => hit.count >= Math.min(thresholds.appsDownBlocks, placed.life.blocks.length))
      .map(({ hit, placed, first, values }) => {
        const registered = placed.life.blocks.column('apps.registered')?.[first] ?? 0;
        return { ...hit, data: { down: registered - smallest(values), registered } };
      }),
  runbook: { id: 'app-not-reachable', step: 'resolve' },
  documentation: [DOCS.monitoring],
  source: inferred('healthy indicators: all registered applications alive'),
  thresholds: ['appsDownBlocks'],
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Registered apps count = 33, alive app = 33, passive_health = 33, service_count = 85, target_count = 104, alive_target = 74, aged_target = 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Registered apps count = 33, alive app = 29, passive_health = 33, service_count = 85, target_count = 104, alive_target = 74, aged_target = 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Registered apps count = 33, alive app = 29, passive_health = 33, service_count = 85, target_count = 104, alive_target = 74, aged_target = 0\n',
      says: '4 of 33',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Registered apps count = 33, alive app = 33, passive_health = 33, service_count = 85, target_count = 104, alive_target = 74, aged_target = 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Registered apps count = 33, alive app = 33, passive_health = 33, service_count = 85, target_count = 104, alive_target = 74, aged_target = 0\n',
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Registered apps count = 33, alive app = 33, passive_health = 33, service_count = 85, target_count = 104, alive_target = 74, aged_target = 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Registered apps count = 33, alive app = 32, passive_health = 33, service_count = 85, target_count = 104, alive_target = 74, aged_target = 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Registered apps count = 33, alive app = 33, passive_health = 33, service_count = 85, target_count = 104, alive_target = 74, aged_target = 0\n',
  ],
};

export default rule;
