/** The named connections of a status block: control, config, stats, log and so on. */
import type { Field } from '../../engine/catalogue';
import { fieldsOf, inferred, RUNBOOK } from './build';

const FORMATS = ['journal', 'status-block'];

/** Channels that published blocks name. Others fall to `connection.*`. */
const CHANNELS = [
  'control',
  'config',
  'config override',
  'override',
  'static wally config',
  'stats',
  'event log',
  'log',
  'log(event_log)',
  'log(statistics_log)',
  'data',
];

/** Names of one part over all channels; the block series drops `connection.` before the control channel's. */
function names(part: string): readonly string[] {
  return [...CHANNELS.map((channel) => `connection.${channel}.${part}`), `control.${part}`];
}

const entries: readonly Field[] = [
  ...fieldsOf({ formats: FORMATS, source: RUNBOOK }, [
    {
      names: names('state'),
      source: inferred(
        'The runbook of Zscaler explains connected; backoff and NONE are read off their names and published blocks.',
      ),
      labels: ['state', 'Control connection state', 'connection state'],
      title: 'State of the connection to the Service Edge',
      unit: 'state',
      meaning:
        'fohh_connection_connected: up. fohh_connection_backoff: the last attempt failed and the next one waits. NONE: this channel is not in use. The control channel carries the instructions; without it the portal shows the connector as disconnected.',
      healthy: 'fohh_connection_connected on control; NONE is normal for channels that are not used.',
      change:
        'Any other state over several blocks is an outage of that channel; read the close line before it for the reason.',
      lookAt: ['connection.control.uptime', 'connection.control.disconnect_duration_s'],
    },
    {
      names: names('uptime'),
      labels: ['uptime'],
      title: 'How long the connection has been up',
      unit: 'duration',
      meaning: 'Age of this connection, as days, hours, minutes and seconds. Empty where it has none yet.',
      healthy: 'Grows by a minute a block.',
      change:
        'A fall means that the channel was down in between, unless a redirect or a restart of the process explains it.',
      lookAt: ['connection.control.state', 'rpc.rx.Control Redirect', 'Uptime'],
    },
  ]),
  ...fieldsOf(
    {
      formats: FORMATS,
      source: inferred(
        'Place in the connection tuple; the broker name resolves to the remote address in published lines.',
      ),
    },
    [
      {
        names: names('local'),
        labels: ['local', 'local address'],
        title: 'Own address of the connection',
        unit: 'address',
        meaning:
          'Address of the connector, with the source port behind it. [uninitialized]:0 is a socket that was never bound.',
        change: 'Another port with the same address is a new connection.',
      },
      {
        names: names('broker'),
        labels: ['broker', 'Service Edge'],
        title: 'Name of the Service Edge',
        unit: 'text',
        meaning:
          'The broker at the other end: role and number, then the data centre, then the cloud. A bootstrap name such as co2br stands here until a broker is chosen.',
        healthy: 'A data centre near the connector.',
        change: 'Changes at a redirect, or after an outage when another one is chosen.',
        lookAt: ['connection.control.rtt.tcp'],
      },
      {
        names: names('remote'),
        labels: ['remote', 'remote address'],
        title: 'Address of the Service Edge',
        unit: 'address',
        meaning:
          'Where the connection goes, with the port behind it (443). Must be open in the firewall and free of inspection.',
      },
      {
        names: names('thread'),
        labels: [';4', 'connection thread', 'trailing number'],
        title: 'Number behind the connection tuple',
        unit: 'identifier',
        meaning:
          'Small number after the last semicolon: the worker thread that carries the connection (fohh_thread_N).',
        source: inferred('Its values stay within the numbers of the fohh_thread_N workers in the same block.'),
      },
    ],
  ),
  ...fieldsOf(
    {
      formats: FORMATS,
      source: inferred('The label names unit and layer; values were compared over published blocks.'),
    },
    [
      {
        names: names('rtt.tcp'),
        labels: ['RTT tcp', 'tcp', 'RTT (tcp)'],
        title: 'Round trip time of the network',
        unit: 'microseconds',
        meaning: 'Round trip as the TCP stack measures it: the path alone. 0 means not measured yet.',
        healthy: 'Under 150 ms; what the distance to the data centre explains.',
        change: 'A lasting rise is the path or a farther data centre.',
        lookAt: ['connection.control.rtt.app', 'connection.control.broker'],
      },
      {
        names: names('rtt.app'),
        labels: ['RTT app', 'app', 'RTT (app)'],
        title: 'Round trip time of the application layer',
        unit: 'microseconds',
        meaning:
          'Round trip of a message that both processes have to handle. It may be below the tcp figure: the two are sampled at different times.',
        healthy: 'Of the same order as tcp.',
        change:
          'Far above tcp for several blocks: one of the two processes is slow, look at processor load here first.',
        lookAt: ['connection.control.rtt.tcp', 'CPU.Util', 'CPU.Steal'],
      },
      {
        names: names('disconnect_duration_s'),
        labels: ['disconnect_duration_s'],
        title: 'How long the connection has been down',
        unit: 'seconds',
        meaning: 'Seconds without connection on this channel.',
        healthy: '0.',
        change: 'Grows by 60 a block during an outage.',
        lookAt: ['connection.control.state'],
      },
      {
        names: names('tx_b'),
        labels: ['tx_b'],
        title: 'Bytes sent on this connection',
        unit: 'bytes',
        meaning: 'Bytes sent since the connection was made.',
        counter: true,
        change: 'Sending that grows while rx_b stands still: the other side does not answer.',
        lookAt: ['connection.control.rx_b'],
      },
      {
        names: names('rx_b'),
        labels: ['rx_b'],
        title: 'Bytes received on this connection',
        unit: 'bytes',
        meaning: 'Bytes received since the connection was made.',
        counter: true,
        lookAt: ['connection.control.tx_b'],
      },
      {
        names: ['connection.*'],
        labels: ['named connection'],
        title: 'Part of a named connection',
        unit: 'text',
        meaning:
          'A connection to the Service Edge of a kind that published samples do not name: state, addresses, age or counters.',
      },
    ],
  ),
];

export default entries;
