import type { Rule } from '../../../engine/match/rule';
import { DOCS, inferred, statusLine } from '../../evidence';
import { targetFalls } from '../../../engine/facts/traffic/target-falls';

/** Blocks a minute apart with so many targets, alive ones second. */
const minutes = (...targets: readonly (readonly [number, number])[]): string =>
  targets
    .map(
      ([count, alive], minute) =>
        `Jan 27 09:0${String(minute)}:00 fra-ac-02 zpa-connector-child[3276]: Registered apps count = 33, alive app = 33, passive_health = 33, service_count = 85, target_count = ${String(count)}, alive_target = ${String(alive)}, aged_target = 0\n`,
    )
    .join('');

const rule: Rule = {
  id: 'health/targets-down',
  title: 'Targets went down',
  severity: 'info',
  means:
    'A target is an address and port of an application that the connector probes. The number of targets that answer fell clearly between status blocks; a steady difference to the target count is normal.',
  matters: 'Servers or a path to them went away.',
  doNext: 'See which applications are concerned at that minute.',
  message: 'Alive targets fell from {before} to {after}.',
  needs: [statusLine('apps', 'the target counts')],
  evaluate: (facts) => targetFalls(facts),
  runbook: { id: 'app-not-reachable', step: 'port' },
  documentation: [DOCS.monitoring],
  source: inferred('a healthy sample has 74 of 104 alive: the change counts'),
  fires: [
    { files: minutes([104, 74], [104, 64], [104, 55], [104, 47], [104, 47]), says: '74 to 47' },
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Registered apps count = 33, alive app = 33, passive_health = 33, service_count = 85, target_count = 104, alive_target = 74, aged_target = 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Registered apps count = 33, alive app = 33, passive_health = 33, service_count = 85, target_count = 104, alive_target = 74, aged_target = 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Registered apps count = 33, alive app = 33, passive_health = 33, service_count = 85, target_count = 104, alive_target = 31, aged_target = 0\n',
      says: '74 to 31',
    },
  ],
  silent: [
    // Half of them are monitored no more.
    minutes([104, 74], [104, 74], [51, 40], [51, 40]),
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Registered apps count = 33, alive app = 33, passive_health = 33, service_count = 85, target_count = 104, alive_target = 74, aged_target = 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Registered apps count = 33, alive app = 33, passive_health = 33, service_count = 85, target_count = 104, alive_target = 73, aged_target = 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Registered apps count = 33, alive app = 33, passive_health = 33, service_count = 85, target_count = 104, alive_target = 74, aged_target = 0\n',
  ],
};

export default rule;
