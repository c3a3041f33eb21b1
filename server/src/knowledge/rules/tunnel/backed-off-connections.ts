import { largest } from '../../../engine/basics/extremes';
import type { Rule } from '../../../engine/match/rule';
import { DOCS, TROUBLESHOOTING, statusLine } from '../../evidence';
import { columnRuns } from '../../../engine/facts/column-runs';
import { backedOffFlows } from '../../../engine/facts/traffic/flow-hits';
import { backedOffPeers } from '../../../engine/facts/control/service-edge-backoff';

/** A row of /fohh/servers. */
const peer = (id: string, state: string): string =>
  `["[192.0.2.10]:443;${id}.ast.prod.zpath.net:[10.20.4.17]:45316;0","client","fohh_connection_${state}","${id}.${id}.a2pb_ctl.prod.zpath.net","${id}.ast.prod.zpath.net"]`;

const rule: Rule = {
  id: 'tunnel/backed-off-connections',
  title: 'Connections to brokers fail and wait',
  severity: 'warning',
  means:
    'The connector could not open connections to some brokers (Service Edges) and waits before it tries again: state fohh_connection_backoff. A Private Service Edge shows the same of its connections in /fohh/servers.',
  matters: 'Users whose sessions run over these brokers are without their applications meanwhile.',
  doNext: 'See which brokers are concerned, and whether the control connection is up.',
  message: '{most} data connection(s) are backed off in {count} status block(s).',
  needs: [
    { ...statusLine('data', 'the data connections'), anyOf: ['status-block:data', 'fohh-connection', 'fohh-servers'] },
  ],
  evaluate: (facts) => {
    const counted = columnRuns(facts, 'data.backed_off', 'data', (value) => value > 0).map(({ hit, values }) => ({
      ...hit,
      data: { most: largest(values) },
    }));
    const listed = backedOffPeers(facts);
    if (counted.length > 0) return [...counted, ...listed];
    const flows = backedOffFlows(facts).map((hit) => ({
      ...hit,
      message: '{connections} connection(s) stand in fohh_connection_backoff, the first to {broker}.',
    }));
    return [...flows, ...listed];
  },
  runbook: { id: 'frequent-disconnects', step: 'which' },
  documentation: [DOCS.runbook],
  source: TROUBLESHOOTING,
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 21, backed_off connections = 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 18, backed_off connections = 3\nJan 27 09:02:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 18, backed_off connections = 3\n',
      says: '3 data',
    },
    {
      files:
        '* FC f_conn [10.20.4.17]:41236;broker1b.was2.prod.zpath.net:[198.51.100.23]:443:fohh_connection_connected, rx = 195538, peer_tx = 195538, tx = 855420, tx_drop = 0, tx_limit = 34409852, tx_limit_update = 1559057907248724, r_rx = 855420, r_tx_limit = 33749970, tx_wnd_update = 1559057907248724, rx_wnd_update = 1559057881252092, tx_blocked = 0, enq = 855420, deq = 855420\n* FC f_conn [10.20.4.17]:41236;broker1b.was2.prod.zpath.net:[198.51.100.23]:443:fohh_connection_backoff, rx = 0, peer_tx = 0, tx = 0, tx_drop = 0, tx_limit = 33554432, tx_limit_update = 1559057922248143, r_rx = 0, r_tx_limit = 33554432, tx_wnd_update = 0, rx_wnd_update = 0, tx_blocked = 0, enq = 0, deq = 0\n',
      says: '1 connection(s) stand in fohh_connection_backoff',
    },
    {
      files: {
        'servers.txt': `$ curl -s 'localhost:8500/fohh/servers?small'\n[${peer('216196257331371034', 'connected')},\n${peer('216196257331371051', 'backoff')}]\n`,
      },
      says: '1 of 2 connection(s) of the Private Service Edge stand in fohh_connection_backoff, the first with 216196257331371051.ast.prod.zpath.net',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 21, backed_off connections = 0\nJan 27 09:01:00 fra-ac-02 zpa-connector-child[3276]: Broker data connection count = 21, backed_off connections = 0\n',
    {
      'servers.txt': `[${peer('216196257331371034', 'connected')},\n${peer('216196257331371051', 'connected')}]\n`,
    },
  ],
};

export default rule;
