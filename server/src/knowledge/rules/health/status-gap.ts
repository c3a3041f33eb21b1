import type { JournalFacts, StatusGap } from '../../../engine/formats/journal/facts';
import type { Rule } from '../../../engine/match/rule';
import { DOCS, STATUS_BLOCKS, TROUBLESHOOTING } from '../../evidence';

/** More gaps than this in one journal are one state of affairs, not many findings. */
const MAX_GAPS = 20;

const HOUR_MS = 3_600_000;

/** Whether the hour is one that a clock of summer time left out: the connection only grew older by the rest. */
function isSummerTime(journal: JournalFacts, { process, afterMs, beforeMs }: StatusGap): boolean {
  const blocks = journal.processes[process]?.blocks;
  const index = blocks?.times.indexOf(afterMs) ?? -1;
  const uptimes = blocks?.column('control.uptime');
  const older = (uptimes?.[index] ?? Number.NaN) - (uptimes?.[index - 1] ?? Number.NaN);
  const rest = (afterMs - beforeMs - HOUR_MS) / 1000;
  return rest >= 0 && rest < 150 && Math.abs(older - rest) <= 5;
}

const rule: Rule = {
  id: 'health/status-gap',
  title: 'Minutes without a status block',
  severity: 'warning',
  means:
    'Inside the life of one process no status block was written for longer than the threshold: the machine stood still, the process got no CPU, or the log is cut.',
  matters: 'The portal shows such a connector as disconnected although it logged a connection.',
  doNext: 'Ask the hypervisor about that time; look whether other processes wrote meanwhile.',
  message: 'No status block for {minutes} minutes within one life of the process{others}.',
  needs: [STATUS_BLOCKS],
  evaluate: (facts, thresholds) =>
    facts.journals.flatMap(({ artifact, facts: journal }) =>
      journal.gaps
        .filter((gap) => gap.afterMs - gap.beforeMs > thresholds.statusGapSeconds * 1000)
        // Lines with nothing but a state are written when it changes, not once a minute.
        .filter((gap) => (journal.processes[gap.process]?.blocks.columnNames.length ?? 0) > 0)
        .filter((gap) => !facts.isCopy(journal.processes[gap.process]) && !isSummerTime(journal, gap))
        .filter((gap) => !journal.breaks.some((one) => one.line > gap.beforeLine && one.line <= gap.afterLine))
        .slice(0, MAX_GAPS)
        .map((gap) => ({
          at: { artifact: artifact.index, line: gap.afterLine },
          evidence: [
            { artifact: artifact.index, line: gap.beforeLine, note: 'last block before' },
            { artifact: artifact.index, line: gap.afterLine, note: 'first block after' },
          ],
          scope: journal.processes[gap.process]?.host ?? artifact.path,
          firstMs: gap.beforeMs,
          lastMs: gap.afterMs,
          data: {
            minutes: Math.round((gap.afterMs - gap.beforeMs) / 60_000),
            others: gap.hostWasAlive
              ? '; other lines were written meanwhile'
              : '; nothing else was written meanwhile either',
          },
        })),
    ),
  runbook: { id: 'vm-frozen', step: 'others' },
  documentation: [`${DOCS.troubleshooting}#nocommunicationcloud`],
  source: TROUBLESHOOTING,
  thresholds: ['statusGapSeconds'],
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:14:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:15:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\n',
      says: '13 minutes',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\n',
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:14:00 fra-ac-02 zpa-connector-child[9999]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\n',
    'May 30 09:31:02 bom-ac-1 zpa-connector[2041]: Control connection state: DISCONNECTED\nMay 30 09:44:11 bom-ac-1 zpa-connector[2041]: Control connection state: CONNECTED\n',
  ],
};

export default rule;
