/** The connection test of the connector, and the connections of a Private Service Edge. */
import type { Source } from '../../engine/match/rule';
import { commandFields, inferred } from './build';

const ILLUSTRATION: Source = {
  kind: 'illustration',
  from: 'a teaching page that shows the connection test; not confirmed by other sources',
};

export default [
  ...commandFields({ formats: ['connection-test'], prefixes: ['connection-test'], source: ILLUSTRATION }, [
    ['tunnel', 'Tunnel', 'state', 'Whether the connector reaches its Service Edge.', 'UP.', 'DOWN: no tunnel.'],
    ['edge', 'Service Edge', 'text', 'Service Edge the tunnel goes to.'],
    ['latency', 'Round trip', 'milliseconds', 'Round trip to the Service Edge.', 'Under 150.'],
    [
      'System clock synchronized',
      'Synchronised',
      'state',
      'Whether a time service keeps the clock right.',
      'yes.',
      'no: certificates are refused as soon as the clock is off far enough.',
    ],
    [
      'app',
      'Application',
      'state',
      'Whether the connector reaches this application server.',
      'reachable.',
      'unreachable while the tunnel is UP: the way from connector to server, not ZPA.',
    ],
  ]),
  ...commandFields(
    {
      formats: ['fohh-servers'],
      prefixes: ['fohh-servers'],
      source: inferred('the names of the values and the form of the same tuple in the journal'),
    },
    [
      ['connection', 'Connection', 'text', 'Own address and port; name, address and port of the other side; thread.'],
      ['role', 'Role', 'state', 'client: the other side opened the connection. server: this side did.'],
      ['state', 'State', 'state', 'State of the connection.', 'fohh_connection_connected.'],
      ['name', 'Name', 'text', 'Name of the channel, and of the component at its other end.'],
    ],
  ),
];
