import { largest } from '../../../engine/basics/extremes';
import type { Rule } from '../../../engine/match/rule';
import { DOCS, inferred, statusLine } from '../../evidence';
import { columnRuns } from '../../../engine/facts/column-runs';

const rule: Rule = {
  id: 'health/thread-saturated',
  title: 'One thread is saturated',
  severity: 'warning',
  means: 'One thread of the connector uses a whole core for several blocks while others idle.',
  matters: 'Connections that this thread serves are slow although the machine seems idle.',
  doNext: 'Collect a CPU report for Support.',
  message: 'Thread {thread} was at {most}% in {count} status blocks.',
  needs: [statusLine('threads', 'thread CPU usage')],
  evaluate: (facts, thresholds) => {
    const names = new Set(
      facts.livesWithBlocks.flatMap(({ life }) =>
        life.blocks.columnNames.filter((name) => name.startsWith('threads.')),
      ),
    );
    return [...names].flatMap((name) =>
      columnRuns(facts, name, 'threads', (value) => value >= thresholds.threadPercent)
        .filter(({ hit }) => hit.count >= 3)
        .map(({ hit, values }) => ({
          ...hit,
          data: { thread: name.slice('threads.'.length), most: largest(values) },
        })),
    );
  },
  runbook: { id: 'cpu-collection', step: 'run' },
  documentation: [DOCS.monitoring],
  source: inferred('the thread line of the status block'),
  thresholds: ['threadPercent'],
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector thread CPU usage: zthread=0% fohh_thread_0=97% fohh_thread_1=3%\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector thread CPU usage: zthread=0% fohh_thread_0=97% fohh_thread_1=3%\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector thread CPU usage: zthread=0% fohh_thread_0=97% fohh_thread_1=3%\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector thread CPU usage: zthread=0% fohh_thread_0=97% fohh_thread_1=3%\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector thread CPU usage: zthread=0% fohh_thread_0=97% fohh_thread_1=3%\n',
      says: 'fohh_thread_0',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector thread CPU usage: zthread=0% fohh_thread_0=5% fohh_thread_1=3%\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector thread CPU usage: zthread=0% fohh_thread_0=5% fohh_thread_1=3%\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector thread CPU usage: zthread=0% fohh_thread_0=5% fohh_thread_1=3%\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector thread CPU usage: zthread=0% fohh_thread_0=5% fohh_thread_1=3%\nJan 27 09:04:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector thread CPU usage: zthread=0% fohh_thread_0=5% fohh_thread_1=3%\n',
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector thread CPU usage: zthread=0% fohh_thread_0=99% fohh_thread_1=3%\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector thread CPU usage: zthread=0% fohh_thread_0=4% fohh_thread_1=3%\n',
  ],
};

export default rule;
