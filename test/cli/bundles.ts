/** Small bundles of invented connectors, as the tests of the command line use them. */

const HOST = 'osl-ac-01';

function line(time: string, pid: number, message: string, process = 'zpa-connector-child'): string {
  return `May 25 ${time} ${HOST} ${process}[${String(pid)}]: ${message}\n`;
}

/** A status block of a connector that works. */
export function healthyBlock(time: string, id = '216196257331371034'): string {
  return [
    `-------- Connector Status:ID=${id}:Name=Oslo Edge:Ver=25.47.1:Mem(System|Process)=31%|9%:CPU(Util|Steal|Configured|Avail)=14%|0%|2|2:Uptime=3D:0H:1M:0S --------`,
    'Certificate will expire in 212 days, 2 hours, 0 minutes, 1 seconds',
    'Broker control connection, state fohh_connection_connected, [10.20.4.17]:51874;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;0 uptime 1M:0S, RTT (tcp|app): 19759|20384 us, disconnect_duration_s 0',
    'Broker data connection count = 21, backed_off connections = 0',
    'Time skew: local time lags cloud time by 0.003666s',
  ]
    .map((message) => line(time, 2040, message))
    .join('');
}

export const HEALTHY = healthyBlock('14:30:02') + healthyBlock('14:31:02') + healthyBlock('14:32:02');

export const DNS_CASCADE = [
  line('14:32:53', 2040, 'DNS resolution failed for api.private.zscaler.com'),
  line('14:32:53', 2040, 'Could not create HTTP client'),
  line('14:32:53', 2040, 'Certificate enrollment failed.'),
].join('');

/** A device inspects TLS, so the connector gets no connection: a cause and its consequence. */
export const INTERCEPTED = ['14:40:01', '14:40:11', '14:40:21', '14:40:31']
  .map(
    (time) =>
      line(
        time,
        2040,
        'Received event from [uninitialized]:0;co2br.prod.zpath.net:[203.0.113.118]:443: BEV_EVENT_READING BEV_EVENT_ERROR, sock=53 self signed certificate in certificate chain /C=NO/O=Fjordheim/CN=Fjordheim Inspection CA /C=NO/O=Fjordheim/CN=Fjordheim Inspection CA',
      ) + line(time, 2040, '*Connector not yet connected to cloud, please check connectivity, if this persists*'),
  )
  .join('');

/** Of random look and invented: 400 characters, as keys have. */
export const TOKEN = `${'q7Zt0vKx/2Lm+Rd4Yb9N'.repeat(20)}-216196257331371001`;
export const KEY = `3|api.private.zscaler.com|${TOKEN}`;
export const CURLY_KEY = `\u201c${KEY}\u201d\n`;
