import type { Hit, Rule } from '../../../engine/match/rule';
import { DOCS, STATUS_BLOCKS, TROUBLESHOOTING } from '../../evidence';
import { restartHits, shortLifeHits } from '../../../engine/facts/software/restarts';
import { exitedTooFast } from '../../messages/process';

const rule: Rule = {
  id: 'health/process-restarted',
  title: 'The process was restarted',
  severity: 'info',
  means:
    'Another process id writes the status blocks: the child ended and was started again. Or several processes in a row ended before they came to write one.',
  matters: 'A restart drops all sessions of this connector.',
  doNext: 'See whether it was an update, a person or a crash.',
  message: 'The connector process was restarted: pid {before} became {after}.',
  needs: [STATUS_BLOCKS],
  evaluate: (facts) => {
    // Where the manager tells of the loop, health/process-crash-loop is the finding.
    const severity = facts.events(exitedTooFast.id).length > 0 ? 'info' : 'warning';
    return [...restartHits(facts), ...shortLifeHits(facts).map((hit): Hit => ({ ...hit, severity }))];
  },
  runbook: { id: 'service-restart', step: 'status' },
  documentation: [DOCS.troubleshooting],
  source: TROUBLESHOOTING,
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:03:00 fra-ac-02 zpa-connector-child[9999]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 1M:1S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\n',
      says: '9999',
    },
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[4100]: Checking Enrollment\nJan 27 09:00:00 fra-ac-02 zpa-connector-child[4100]: Waiting for connector to retrieve configuration\nJan 27 09:00:11 fra-ac-02 zpa-connector-child[4107]: Checking Enrollment\nJan 27 09:00:11 fra-ac-02 zpa-connector-child[4107]: Waiting for connector to retrieve configuration\nJan 27 09:00:22 fra-ac-02 zpa-connector-child[4114]: Checking Enrollment\nJan 27 09:00:22 fra-ac-02 zpa-connector-child[4114]: Waiting for connector to retrieve configuration\nJan 27 09:00:33 fra-ac-02 zpa-connector-child[4121]: Checking Enrollment\nJan 27 09:00:33 fra-ac-02 zpa-connector-child[4121]: Waiting for connector to retrieve configuration\nJan 27 09:00:44 fra-ac-02 zpa-connector-child[4128]: Checking Enrollment\nJan 27 09:00:44 fra-ac-02 zpa-connector-child[4128]: Waiting for connector to retrieve configuration\n',
      says: '5 processes in a row',
      severity: 'warning',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[4100]: Checking Enrollment\nJan 27 09:00:00 fra-ac-02 zpa-connector-child[4100]: Waiting for connector to retrieve configuration\nJan 27 09:00:40 fra-ac-02 zpa-connector-child[4107]: Checking Enrollment\nJan 27 09:00:40 fra-ac-02 zpa-connector-child[4107]: Waiting for connector to retrieve configuration\n',
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[4100]: Checking Enrollment\nJan 27 09:11:40 fra-ac-02 zpa-connector-child[4107]: Checking Enrollment\nJan 27 09:23:20 fra-ac-02 zpa-connector-child[4114]: Checking Enrollment\nJan 27 09:35:00 fra-ac-02 zpa-connector-child[4121]: Checking Enrollment\nJan 27 09:46:40 fra-ac-02 zpa-connector-child[4128]: Checking Enrollment\n',
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\n',
  ],
};

export default rule;
