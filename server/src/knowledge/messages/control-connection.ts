import type { Message } from '../../engine/match/rule';
import { ILLUSTRATION, inferred, RUNBOOK, TROUBLESHOOTING } from '../evidence';

/** `[local]:port;broker:[remote]:port;thread`; the thread is missing in older versions. */
const TUPLE =
  '\\[(?<local>[^\\]\\s]{1,45})\\]:\\d{1,5};(?<broker>[^:\\s;]{1,255}):\\[(?<remote>[^\\]\\s]{1,45})\\]:\\d{1,5}(?:;\\d{1,3})?';
const EXAMPLE = '[10.20.4.17]:45316;broker6-1.bom6.prod.zpath.net:[198.51.100.24]:443;4';

export const controlClosed: Message = {
  id: 'control.closed',
  roles: ['child'],
  starts: ['Broker control connection to Zscaler Cloud closed: '],
  pattern: new RegExp(
    `^Broker control connection to Zscaler Cloud closed: ${TUPLE} (?<reason>FOHH_CLOSE_REASON_\\w{1,60})`,
    'u',
  ),
  meaning: 'The control connection to this broker was closed for the reason at the end of the line.',
  source: RUNBOOK,
  examples: [`Broker control connection to Zscaler Cloud closed: ${EXAMPLE} FOHH_CLOSE_REASON_SOCKET_ERR`],
};

export const controlConnected: Message = {
  id: 'control.connected',
  roles: ['child'],
  starts: ['Broker control connection successfully connected', 'Control channel successfully connected'],
  pattern: new RegExp(
    `^(?:Broker control connection|Control channel) successfully connected to Zscaler Cloud(?:: ${TUPLE})?`,
    'u',
  ),
  meaning: 'The control connection is up.',
  source: RUNBOOK,
  examples: [
    `Broker control connection successfully connected to Zscaler Cloud: ${EXAMPLE}`,
    'Control channel successfully connected to Zscaler Cloud',
  ],
};

export const brokerRedirect: Message = {
  id: 'control.redirect',
  roles: ['child'],
  starts: ['Received broker_redirect for '],
  pattern: new RegExp(`^Received broker_redirect for (?<channel>[\\w ]{1,40}) connection: ${TUPLE}`, 'u'),
  meaning: 'The cloud asks the connector to use another broker: normal operation.',
  source: RUNBOOK,
  examples: [`Received broker_redirect for control connection: ${EXAMPLE}`],
};

export const notYetConnected: Message = {
  id: 'control.not-yet-connected',
  roles: ['child'],
  starts: ['*Connector not yet connected to cloud', 'Connector not yet connected to cloud'],
  pattern: /^\*?Connector not yet connected to cloud/u,
  meaning: 'The connector has no control connection at all.',
  source: TROUBLESHOOTING,
  examples: ['*Connector not yet connected to cloud, please check connectivity, if this persists*'],
};

const EVENT = `^Received event from ${TUPLE}: `;
const FROM = 'Received event from [10.20.4.17]:38864;broker2.sha1.prod.zpath.net:[203.0.113.89]:2010: ';

export const eventConnected: Message = {
  id: 'event.connected',
  roles: ['child'],
  starts: ['Received event from ['],
  pattern: new RegExp(`${EVENT}BEV_EVENT_CONNECTED, sock=(?<sock>\\d{1,6})`, 'u'),
  meaning: 'TCP and TLS to this address are up.',
  source: TROUBLESHOOTING,
  examples: [`${FROM}BEV_EVENT_CONNECTED, sock=63 using ECDHE-RSA-AES128-GCM-SHA256`],
};

export const eventError: Message = {
  id: 'event.error',
  roles: ['child'],
  starts: ['Received event from ['],
  pattern: new RegExp(
    `${EVENT}(?:BEV_EVENT_(?:READING|WRITING|ERROR|EOF|TIMEOUT) ?){1,4}, sock=(?<sock>\\d{1,6})(?:\\u001b?\\[0m)?\\s*$`,
    'u',
  ),
  meaning: 'The connection broke while it was read or written, without a TLS error.',
  source: TROUBLESHOOTING,
  examples: [`${FROM}BEV_EVENT_READING BEV_EVENT_ERROR, sock=63`],
};

/** The text behind the socket is OpenSSL's verify error, then subject and issuer. */
export const eventTlsError: Message = {
  id: 'event.tls-error',
  roles: ['child'],
  starts: ['Received event from ['],
  pattern: new RegExp(
    `${EVENT}(?:BEV_EVENT_\\w{1,20} ?){1,4}, sock=\\d{1,6} (?<error>[a-z][\\w -]{3,80}) (?<names>/[^\\n]{1,1500})`,
    'u',
  ),
  meaning: 'The certificate of the other side was refused; subject and issuer stand at the end.',
  source: TROUBLESHOOTING,
  examples: [
    `${FROM}BEV_EVENT_READING BEV_EVENT_ERROR, sock=54 self signed certificate in certificate chain /C=US/O=Example/CN=Example Inc CA /C=US/O=Example/CN=Example Inc CA`,
  ],
};

export const flowControlKicked: Message = {
  id: 'flow.kicked',
  roles: ['child'],
  starts: ['Kick flow control to connection '],
  pattern: /^Kick flow control to connection \[[^\]\s]{1,60}\]:\d{1,5};(?<peer>[^:\s;]{1,255}):/u,
  meaning: 'The sender was blocked for more than a second: the other side does not take the data.',
  source: inferred('a forum post with literal output'),
  examples: [
    'Kick flow control to connection [10.20.4.17]:37480;216199427017146580.pb.private.zscaler.com:[198.51.100.7]:443;0, as it is blocked for more than 1 second.',
  ],
};

export const brokerConnectFailed: Message = {
  id: 'control.broker-connect-failed',
  roles: ['child', 'parent'],
  starts: ['broker connect failed: '],
  pattern: /^broker connect failed: (?<reason>[\w /-]{1,80})/u,
  meaning: 'No connection to the broker could be opened.',
  source: ILLUSTRATION,
  examples: ['broker connect failed: no route / timeout'],
};

export const brokerRegion: Message = {
  id: 'control.broker-region',
  roles: ['child', 'parent'],
  starts: ['connected to broker (region: '],
  pattern: /^connected to broker \(region: (?<region>[\w-]{1,40})\)/u,
  meaning: 'The region of the broker that was chosen.',
  source: ILLUSTRATION,
  examples: ['connected to broker (region: us-west)'],
};

export const controlLatency: Message = {
  id: 'control.latency',
  roles: ['child', 'parent'],
  starts: ['control latency '],
  pattern: /^control latency (?<ms>\d{1,6}) ms/u,
  meaning: 'Round trip of the control connection.',
  source: ILLUSTRATION,
  examples: ['control latency 210 ms'],
};
