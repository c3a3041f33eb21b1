import { BAD, COMMAND, GOOD, HOST, LABEL, NUMBER, PROCESS, QUIET } from './sample';
import type { Samples } from './sample';

const KEY = 'support.type.property-name';
const STRING = 'string.quoted.double';
const CHILD = 'Jan 21 12:15:22 fra-ac-02 zpa-connector-child[3276]: ';
const TUPLE = '[10.20.4.17]:45657;broker5a.fra4.prod.zpath.net:[203.0.113.61]:443';

/** What the four lists of the management interface have in common. */
const api = (key: string, value: string): Samples[string] => [
  { text: `{\n  "totalCount": "2",\n  "${key}": "${value}",\n  "enabled": false\n}\n`, words: [['totalCount', KEY], ['2"', STRING], [key, KEY], ['false', 'constant.language']] },
  { text: `{"list":[{"id":"1","${key}":"ZPN_STATUS_DISCONNECTED","count":12}]}\n`, words: [['list', KEY], ['ZPN_STATUS', BAD], ['12', NUMBER]] },
];

export const records: Samples = {
  'api-connectors': api('controlChannelStatus', 'ZPN_STATUS_AUTHENTICATED'),
  'api-connector-groups': api('upgradeTimeInSecs', '66600'),
  'api-provisioning-keys': [
    ...api('maxUsage', '10'),
    { text: '{"provisioningKey":"3|api.private.zscaler.com|Zz9AbCdEf"}\n', words: [['3|api', 'comment.token.secret']] },
  ],
  'api-server-groups': api('dynamicDiscovery', 'true'),
  'lss-events': [
    {
      text: '{"LogTimestamp": "Wed Jul  3 05:17:22 2019","SessionStatus": "ZPN_STATUS_AUTHENTICATED","CPUUtilization": 1,"TrustedNetworks": ,"InternalReason": "AST_MT_SETUP_TIMEOUT"}\n',
      words: [['LogTimestamp', KEY], ['ZPN_STATUS_AUTHENTICATED', GOOD], ['1,', NUMBER], ['AST_MT', BAD]],
    },
    {
      text: 'Tue Jan 20 09:30:00 2026 Connector Status zpa-lss: ,Example,8A64,ZPN_ASSISTANT_BROKER_CONTROL,ZPN_STATUS_DISCONNECTED,25.47.1,10.0.0.4,52.520000,2026-01-19T05:05:23.348Z\n',
      words: [['Tue Jan', QUIET], ['Connector Status', 'keyword.other'], ['ZPN_ASSISTANT', 'variable.other.constant'], ['ZPN_STATUS_DISC', BAD], ['52.52', NUMBER], ['2026-01-19', NUMBER]],
    },
    { text: 'Tue Jan 20 09:30:00 2026 Connector Metric zpa-lss: \tber-ac-01\t1\t2\n', words: [['Connector Metric', 'keyword.other'], ['2\n', NUMBER]] },
    { text: '<14>Jan 20 09:30:00 collector lss: {"Connector":"ber-ac-01","SessionStatus":"ZPN_STATUS_DISCONNECTED"}\n', words: [['Connector"', KEY], ['ZPN_STATUS', BAD]] },
  ],
  'memory-status': [
    {
      text: 'libevent: Alloc: 1609312 2067774128, Free: 1607400 2067116400, Drain: 0 0, Out: 1912 657728 0.627mb Overhead: 0.058mb (32)\nTotal: Alloc: 1 1, Free: 1 1, Drain: 0 0, Out: 0 0 0.000mb\n',
      words: [['libevent', 'entity.name.type'], ['Alloc', 'keyword.other'], ['1609312', NUMBER], ['0.627mb', NUMBER], ['Total', 'markup.bold']],
    },
    {
      text: '[root@h ~]# curl -s 127.0.0.1:9000/memory/status\nfohh: Alloc: 3 4, Free: 1 1, Out: 2451 645486700 615.6mb\ndns: Alloc: 1 1, Free: 2 2, Out: -1 -1 0.000mb\n',
      words: [['curl', COMMAND], ['645486700', 'constant.numeric.large'], ['615.6mb', 'constant.numeric.large'], ['-1 -1', BAD]],
    },
    { language: 'zpa-diagnostics', text: 'dns: Alloc: 263 7768170, Free: 7 714, Drain: 0 0, Out: 256 7767456 7.408mb\n', words: [['dns', 'entity.name.type'], ['7767456', NUMBER]] },
  ],
  'memory-argo': [
    { text: 'zthread_rusage: Alloc: 9919 1348984, Free: 9918 1348848, Out: 1 136 0.000mb\n', words: [['zthread', 'entity.name.type'], ['Free', 'keyword.other'], ['136', NUMBER]] },
    { language: 'zpa-diagnostics', text: '# curl -s 127.0.0.1:9000/memory/argo\nargo_log: Alloc: 22231 6713759, Free: 22230 6713460, Out: 1 299 0.000mb\n', words: [['curl', COMMAND], ['argo_log', 'entity.name.type'], ['299', NUMBER]] },
  ],
  'provision-key': [
    { text: '3|api.private.zscaler.com|AAAABBBBCCCC', words: [['3', NUMBER], ['api.private', HOST], ['AAAA', 'comment.token.secret']] },
    { text: '\u201c3|api.private.zscaler.com|AAAA\u201d  ', words: [['\u201c', BAD], ['3', NUMBER], ['\u201d', BAD], ['  ', 'invalid']] },
    { text: '3|api.private.zscaler.com|VALID-KEY-HEX', words: [['3', NUMBER]] },
    { text: 'echo "3|api.private.zscaler.com|AAAA" | sudo tee provision_key', words: [['echo', 'invalid.deprecated'], ['| sudo', 'invalid.deprecated']] },
  ],
  journal: [
    { text: `${CHILD}Checking Enrollment\n`, words: [['Jan 21', 'comment.time'], ['fra-ac-02', 'comment.host'], ['zpa-connector-child', PROCESS], ['[3276]', 'comment.pid']] },
    { text: 'Jan 21 12:15:22 zpa-connector-child[3276]: Checking Enrollment\n', words: [['zpa-connector-child', PROCESS]] },
    { text: '2026-01-21T12:15:22+0000 fra-ac-02 zpa-connector[1]: x\n', words: [['2026', 'comment.time'], ['zpa-connector', PROCESS]] },
    { text: 'Wed 2026-01-21 12:15:22 UTC fra-ac-02 zpa-connector.service[1]: x\n', words: [['zpa-connector.service', PROCESS]] },
    { text: '1611226520.000000 fra-ac-02 zpa-connector[1]: x\n', words: [['1611226520', 'comment.time']] },
    { text: '[   50.000000] fra-ac-02 zpa-connector[1]: x\n', words: [['50.000000', 'comment.time']] },
    { text: '<30>Jan 21 12:15:22 fra-ac-02 np-connector-child[1]: x\n', words: [['np-connector', PROCESS]] },
    {
      text: 'Jan 21 12:15:22 fra-ac-02 sshd[7]: fohh_connection_backoff 12\nJan 21 12:15:22 fra-ac-02 kernel: Out of memory: Killed process 3276 (zpa-connector-c) total-vm\n',
      words: [['fohh', 'comment.line'], ['12\n', 'comment.line'], ['Out of memory', BAD], ['Killed process', BAD]],
    },
    { text: '-- Boot 0123456789abcdef0123456789abcdef --\n-- No entries --\n', words: [['Boot', 'comment.block'], ['No entries', 'comment.block']] },
    {
      text: '__CURSOR=s=b1ce\n_PID=1054\nMESSAGE=Broker control connection, state fohh_connection_backoff, x\n',
      words: [['__CURSOR', KEY], ['1054', 'string'], ['MESSAGE', KEY], ['fohh', BAD]],
    },
    {
      text: 'Thu 2021-01-21 10:55:20.000000 UTC [s=b1ce30c1;i=1]\n    _HOSTNAME=zpa-connector\n    MESSAGE=DNS resolution failed for api.private.zscaler.com\n',
      words: [['Thu', 'comment.time'], ['_HOSTNAME', KEY], ['DNS resolution', BAD], ['api.private', HOST]],
    },
    { text: '{"_PID":"1054","MESSAGE":"Broker control connection, state fohh_connection_backoff, x"}\n', words: [['_PID', KEY], ['MESSAGE', KEY], ['fohh', BAD]] },
    { text: '{\n\t"PRIORITY" : "6",\n\t"MESSAGE" : "zpa-connector-child exited too fast, was running for 2 s"\n}\n', words: [['PRIORITY', KEY], ['exited too fast', BAD]] },
    { text: `${CHILD}[1;39m*Connector not yet connected to cloud, please\n`, words: [['[1;39m', 'comment.ansi'], ['Connector not yet', BAD]] },
    { text: `${CHILD}[OAuth] Started provisioning this device using OAuth2.0 method\n${CHILD}\u001b[0mx`, words: [['\u001b[0m', 'comment.ansi']] },
    { text: 'error:Login request failed - http status(401)\n', words: [['error:', BAD], ['Login request failed', BAD], ['401', NUMBER]] },
    { text: `${CHILD}Broker control connection to Zscaler Cloud closed: ${TUPLE};5 FOHH_CLOSE_REASON_SOCKET_ERR\n`, words: [['10.20.4.17', 'constant.other.address'], ['broker5a', HOST], ['FOHH_CLOSE', BAD]] },
    { text: `${CHILD}Broker control connection to Zscaler Cloud closed: ${TUPLE};5 FOHH_CLOSE_REASON_REDIRECT\n`, words: [['FOHH_CLOSE', 'variable.other.constant']] },
    {
      text: `${CHILD}-------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=96%|5%:Mem_abs(MemTotal|MemFree)= 7834512kB |3971197kB :Disk (Avail|Total)=45.90GB|63.00GB:CPU(Util|Steal)=21%|0%:Uptime=43S --------\n`,
      words: [['Connector Status', 'markup.bold'], ['ID=', LABEL], ['Frankfurt DC-2', HOST], ['Mem(', LABEL], ['System|Process', 'variable.parameter'], ['96%', BAD], ['5%', NUMBER], ['7834512kB', NUMBER], ['45.90GB', NUMBER], ['21%', NUMBER], ['Uptime', LABEL], ['43S', '']],
    },
    { text: `${CHILD}-------- Connector thread CPU usage: zthread=0% fohh_thread_0=97%\n`, words: [['thread CPU', 'markup.bold'], ['zthread', LABEL], ['0%', NUMBER], ['97%', BAD]] },
    { text: `${CHILD}-------- App Connector Status:ID=1:Name=a b:Ver=18.42.1 --------\n${CHILD}Certificate will expire in 5 days, 21 hours, 39 minutes\n`, words: [['App Connector Status', 'markup.bold'], ['18.42.1', NUMBER], ['Certificate will', 'keyword.other'], ['5 days', BAD]] },
    {
      text: `${CHILD}Public Broker config override connection, state fohh_connection_connected, ${TUPLE};5 uptime 39S, RTT (tcp|app): 9192|3619 us, disconnect_duration_s 12, tx_b 47659, rx_b 24313\n`,
      words: [['Public Broker', 'keyword.other'], ['fohh_connection', GOOD], ['broker5a', HOST], ['39S', NUMBER], ['tcp|app', 'variable.parameter'], ['9192', NUMBER], ['12, tx_b', 'string.regexp'], ['tx_b', LABEL], ['47659', NUMBER]],
    },
    { text: `${CHILD}Public Broker static wally config connection - NONE\n`, words: [['NONE', QUIET]] },
    { text: `${CHILD}Control connection state: fohh_connection_disconnected, local:[10.0.10.30]:53040 remote:\n`, words: [['Control connection', 'keyword.other'], ['fohh', BAD]] },
    { text: `${CHILD}RPC Messages: BrkRq = 24, BrkRqAck = 3|0, BindReq = 7|2\n`, words: [['RPC Messages', 'keyword.other'], ['BrkRq', LABEL], ['24', NUMBER], ['0,', QUIET], ['2\n', BAD]] },
    {
      text: `${CHILD}RPC Messages, RX: BrkRq[Dsp 33 UBrk 86], BindAck 105, Control Redirect 1 TX|TX_DROP: BrkRqAck[Dsp 0|0, UBrk 0|9], BindReq 118|0\n`,
      words: [['RX', 'keyword.other'], ['BrkRq', LABEL], ['33', NUMBER], ['Control Redirect', LABEL], ['TX|TX_DROP', 'keyword.other'], ['9]', BAD]],
    },
    { text: `${CHILD}Broker data connection count = 10, backed_off connections = 4\n`, words: [['10', NUMBER], ['backed_off', LABEL], ['4\n', 'string.regexp']] },
    { text: `${CHILD}Mtunnels(all|health-report-based), total 119|118, unbound/errored 0, types(tcp|udp) 109|10 , reaped 0\n`, words: [['Mtunnels', 'keyword.other'], ['all|health', 'variable.parameter'], ['119', NUMBER], ['tcp|udp', 'variable.parameter'], ['109', NUMBER]] },
    { text: '2025-08-28T20:03:32.914554 Time skew: local time lags cloud time by 4.001620s\n', words: [['2025', 'comment.time'], ['Time skew', 'keyword.other'], ['4.00', 'string.regexp']] },
    { text: `${CHILD}File descriptors(max|in-use): System 9223372036854775807|2645, Process 512000|515\n${CHILD}System Sockets: Created 209 TCP4 in-use 77\n`, words: [['max|in-use', 'variable.parameter'], ['2645', NUMBER], ['System Sockets', 'keyword.other'], ['209', NUMBER]] },
    { text: `${CHILD}fproxy conn stats (disabled) alloc: 0, free queue: 0\n${CHILD}Registered apps count 12, alive apps 12\n`, words: [['fproxy', 'keyword.other'], ['0, free', NUMBER], ['Registered', 'keyword.other'], ['12, alive', NUMBER]] },
    { text: `${CHILD}* FC f_conn ${TUPLE}:fohh_connection_connected, rx = 24313, tx_drop = 7, tx_blocked = 0, enq = 476\n`, words: [['* FC f_conn', 'keyword.other'], ['broker5a', HOST], ['fohh_connection', GOOD], ['rx', LABEL], ['24313', NUMBER], ['7,', BAD], ['0,', NUMBER]] },
    { text: `${CHILD}zscaler-update: zpa-connector-child failed too many times in a row- reverting to default software\n`, words: [['zscaler-update', LABEL], ['failed too many', BAD]] },
    { language: 'zpa-diagnostics', text: `[root@h ~]# journalctl -u zpa-connector\n${CHILD}DNS resolution failed for api.private.zscaler.com\n`, words: [['journalctl', COMMAND], ['Jan 21', 'comment.time'], ['DNS resolution', BAD]] },
  ],
};
