/** FOHH_CLOSE_REASON_*: why a connection ended; printed at the end of the close line in the journal. */
import { constantsOf, STATUS_CODES, SUPPORT } from './build';

const PROXY = 'Check the proxy named in /opt/zscaler/var/proxy.';

export default constantsOf({ ...STATUS_CODES, group: 'close-reason' }, [
  [
    'FOHH_CLOSE_REASON_AST_DATA_CONN_FLOW_CONTROL',
    'neutral',
    'The connector closed a data connection that was idle or blocked for more than five minutes.',
    'Only if it repeats: look for a path that does not take data (tx_blocked).',
  ],
  [
    'FOHH_CLOSE_REASON_AST_PBRK_CTRL_CONN_CFG_CHG',
    'neutral',
    'The configuration of the Private Service Edge was changed.',
  ],
  [
    'FOHH_CLOSE_REASON_AST_PBRK_DATA_DOWN',
    'neutral',
    'The data connection between connector and Private Service Edge went down.',
    'Check that the connector reaches the Private Service Edge.',
  ],
  [
    'FOHH_CLOSE_REASON_AST_PBRK_VERIFY_FAILED',
    'neutral',
    'Another Private Service Edge than the expected one answered.',
  ],
  [
    'FOHH_CLOSE_REASON_BRK_DATA_CONN_FLOW_CONTROL',
    'neutral',
    'The Service Edge closed a data connection that was idle or blocked for more than five minutes.',
    'Only if it repeats: look for a path that does not take data.',
  ],
  ['FOHH_CLOSE_REASON_CALLBACK_ERR', 'bad', 'A callback of the connection reported an error.', SUPPORT],
  [
    'FOHH_CLOSE_REASON_CERT_VERIFY',
    'bad',
    'The certificate of the other side could not be verified. The table of the vendor calls it information; on a connector it is what TLS interception looks like.',
    'Exempt Zscaler names and addresses from TLS inspection; check the clock.',
  ],
  [
    'FOHH_CLOSE_REASON_CONNECT_TIMEOUT',
    'neutral',
    'The connection did not come up in time. Single ones belong to normal operation.',
    'If it repeats: port 443 to the Service Edge is dropped on the way.',
  ],
  [
    'FOHH_CLOSE_REASON_DATA_CONN_FLOW_CONTROL',
    'neutral',
    'Flow control was blocked for more than five minutes.',
    'Only if it repeats: look for a path that does not take data.',
  ],
  ['FOHH_CLOSE_REASON_HTTP_RESPONSE', 'neutral', 'The HTTP answer was not 200.'],
  ['FOHH_CLOSE_REASON_LOG_RECONN', 'neutral', 'The log channel did not come back before its timer ran out.'],
  [
    'FOHH_CLOSE_REASON_MEMORY',
    'bad',
    'No memory for the read buffer, or no TLS state.',
    `Check the memory of the host. ${SUPPORT}`,
  ],
  ['FOHH_CLOSE_REASON_OPS', 'neutral', 'Closed on request.'],
  [
    'FOHH_CLOSE_REASON_PROXY_DNS',
    'bad',
    'The name of the destination no longer resolves.',
    `${PROXY} Check the resolver.`,
  ],
  [
    'FOHH_CLOSE_REASON_PROXY_FAIL',
    'bad',
    'The proxy could not be reached, could not be asked, or answered with an error.',
    PROXY,
  ],
  ['FOHH_CLOSE_REASON_PROXY_IDLE', 'neutral', 'The connection through the proxy was idle for too long.'],
  ['FOHH_CLOSE_REASON_PROXY_NOT_200', 'neutral', 'The proxy did not answer CONNECT with 200.', PROXY],
  [
    'FOHH_CLOSE_REASON_PROXY_PARSE',
    'bad',
    'The answer of the proxy could not be read because it had changed HTTP fields.',
    PROXY,
  ],
  ['FOHH_CLOSE_REASON_PROXY_TIMEOUT', 'neutral', 'The proxy took too long.', PROXY],
  [
    'FOHH_CLOSE_REASON_REDIRECT',
    'good',
    'The cloud sent the connection to another Service Edge: balancing or maintenance. No outage.',
  ],
  ['FOHH_CLOSE_REASON_REGISTRATION', 'bad', 'Status callbacks could not be registered.', SUPPORT],
  [
    'FOHH_CLOSE_REASON_RX_TIMEOUT',
    'neutral',
    'Nothing was received for too long.',
    'If it repeats: a device on the way forgets the connection or drops answers.',
  ],
  ['FOHH_CLOSE_REASON_SERIALIZE', 'bad', 'An inner control message could not be written.', SUPPORT],
  ['FOHH_CLOSE_REASON_SETSOCKOPT', 'bad', 'The state of the connection through the proxy could not be had.', SUPPORT],
  ['FOHH_CLOSE_REASON_SNI_MISSING', 'neutral', 'The server name (SNI) is missing in the TLS greeting.'],
  ['FOHH_CLOSE_REASON_SNI_SLOW', 'neutral', 'Too many callbacks for the server name (SNI).'],
  ['FOHH_CLOSE_REASON_SNI_TIMEOUT', 'neutral', 'The callback for the server name (SNI) took too long.'],
  ['FOHH_CLOSE_REASON_SOCKET_CLOSE', 'neutral', 'The other side closed the connection in order (end of file).'],
  [
    'FOHH_CLOSE_REASON_SOCKET_ERR',
    'bad',
    'The socket failed: mostly a reset or timeout by the network or a firewall.',
    'Note when and with which Service Edges; check firewall and path (mtr, packet capture).',
  ],
  ['FOHH_CLOSE_REASON_SSL_CTX_NONE', 'neutral', 'No TLS context was found for the connection.'],
  ['FOHH_CLOSE_REASON_TIMEOUT', 'neutral', 'The session was idle for as long as it may be.'],
  [
    'FOHH_CLOSE_REASON_TLV_CALLBACK',
    'neutral',
    'A received message could not be handled (error of its callback).',
    SUPPORT,
  ],
  ['FOHH_CLOSE_REASON_TLV_DESERIALIZE', 'neutral', 'A received message could not be read.', SUPPORT],
  ['FOHH_CLOSE_REASON_TLV_LEN', 'neutral', 'A received message has another length than it says.'],
  ['FOHH_CLOSE_REASON_TLV_NO_CALLBACK', 'neutral', 'Nothing handles a received message.', SUPPORT],
]);
