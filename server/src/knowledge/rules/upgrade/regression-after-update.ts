import type { Rule } from '../../../engine/match/rule';
import { updateRegressions } from '../../../engine/facts/software/update-regression';
import { DOCS, ILLUSTRATION, STATUS_BLOCKS } from '../../evidence';
import { controlClosed, controlConnected } from '../../messages/control-connection';

const CLOSED =
  'Broker control connection to Zscaler Cloud closed: [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 FOHH_CLOSE_REASON_SOCKET_ERR\n';

function header(time: string, pid: number, version: string, host = 'fra-ac-02'): string {
  return `Jan 20 ${time} ${host} zpa-connector-child[${String(pid)}]: -------- Connector Status:ID=72060411536474191:Name=z-corp-1:Ver=${version} --------\n`;
}

function state(time: string, pid: number, name: string, host = 'fra-ac-02'): string {
  return `Jan 20 ${time} ${host} zpa-connector-child[${String(pid)}]: Broker control connection, state fohh_connection_${name}, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime , RTT (tcp|app): 0|0 us, disconnect_duration_s 0\n`;
}

function block(time: string, pid: number, version: string, name: string, host?: string): string {
  return header(time, pid, version, host) + state(time, pid, name, host);
}

const BEFORE = block('09:00:00', 3276, '25.45.1', 'connected') + block('09:01:00', 3276, '25.45.1', 'connected');
const AFTER = block('09:03:00', 9999, '25.47.1', 'connected') + block('09:04:00', 9999, '25.47.1', 'connected');
const line = (time: string, text: string): string => `Jan 20 ${time} fra-ac-02 zpa-connector-child[9999]: ${text}`;

const rule: Rule = {
  id: 'upgrade/regression-after-update',
  title: 'Outages since an update',
  severity: 'warning',
  confidence: 'medium',
  means:
    'The control connection was steady, and it breaks within the hour after the version changed or several connectors restarted together.',
  matters:
    'A new process makes new connections: what changed on the way since the last start shows only then. Mostly a firewall or proxy has begun to inspect TLS.',
  doNext:
    'Check with openssl who signs the certificate of a broker, and that the Zscaler names are exempt from inspection.',
  message: '{outages} {begin} {minutes} min after {what}: look for SSL inspection or a new firewall rule.',
  needs: [STATUS_BLOCKS],
  on: { messages: [controlClosed, controlConnected] },
  evaluate: (facts) => updateRegressions(facts, { closed: controlClosed.id, connected: controlConnected.id }),
  explains: [
    { rule: 'tunnel/control-connection-closed', withinSeconds: 3600 },
    { rule: 'tunnel/control-disconnected', withinSeconds: 3600 },
    { rule: 'tunnel/flapping', withinSeconds: 3600 },
    { rule: 'tunnel/not-connected-to-cloud', withinSeconds: 3600 },
  ],
  runbook: { id: 'ssl-interception', step: 'prove' },
  documentation: [DOCS.managing],
  source: ILLUSTRATION,
  fires: [
    {
      files:
        BEFORE +
        block('09:03:00', 9999, '25.47.1', 'backoff') +
        block('09:04:00', 9999, '25.47.1', 'backoff') +
        block('09:05:00', 9999, '25.47.1', 'backoff') +
        block('09:06:00', 9999, '25.47.1', 'backoff'),
      says: 'an outage begins 0 min after the version changed from 25.45.1 to 25.47.1',
      severity: 'warning',
      also: ['tunnel/control-disconnected', 'health/process-restarted'],
    },
    {
      files: BEFORE + AFTER + line('09:20:00', CLOSED) + line('09:31:00', CLOSED),
      says: '2 outages begin 17 min after',
      also: ['tunnel/control-connection-closed', 'health/process-restarted', 'health/status-gap'],
    },
  ],
  silent: [
    // The update itself: one close, one start.
    BEFORE +
      line('09:02:10', CLOSED) +
      block('09:03:00', 9999, '25.47.1', 'connecting') +
      block('09:04:00', 9999, '25.47.1', 'connected'),
    // It broke before the update as well.
    line('08:30:00', CLOSED) + BEFORE + AFTER + line('09:20:00', CLOSED) + line('09:31:00', CLOSED),
    // Hours later.
    BEFORE + AFTER + line('12:20:00', CLOSED) + line('12:31:00', CLOSED),
    // No update.
    BEFORE +
      block('09:02:00', 3276, '25.45.1', 'backoff') +
      block('09:03:00', 3276, '25.45.1', 'backoff') +
      block('09:04:00', 3276, '25.45.1', 'backoff'),
  ],
};

export default rule;
