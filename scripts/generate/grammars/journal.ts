/** Log lines of the App Connector in every output mode of journalctl. */
import { jsonLine } from './json';
import { group, line, parts, rest, SCOPE, word } from './pattern';
import type { Grammar, Pattern } from './pattern';
import { failures, values } from './values';

const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const TIME = String.raw`(?:[A-Z][a-z]{2} {1,2}\d{1,2} \d{2}:\d{2}:\d{2}(?:\.\d{1,9})?|[A-Z][a-z]{2} \d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,9})? [A-Z0-9+:-]{1,6}|\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?|\d{9,11}\.\d{3,9}|\[ {0,10}\d{1,10}\.\d{1,9}\])`;
const PRIORITY = String.raw`(?:<\d{1,3}>(?:1 )?)?`;
const OURS = String.raw`(?:zpa-[a-z-]{1,30}|np-connector(?:-child)?|image\.bin)(?:\.service)?`;
/** Status lines that a process wrote without host and process: their first words look like a host and a process. */
const STATUS = String.raw`(?:Time skew|System Sockets|Data Transfer|Siem log stats summary|Control connection state|Registered apps count|RPC Messages|Mtunnels)\b`;
const PID = String.raw`(?:\[\d{1,10}\])?:`;

const ansi = word(String.raw`\x1b\[[0-9;]{0,16}m|\[[0-9;]{1,12}m(?=\S|$)|\[0m`, 'comment.ansi');

/** `[10.0.0.1]:41452;broker1.zpath.net:[192.0.2.1]:443;1`: the name of the broker is what matters. */
const brokerOfTuple = parts(String.raw`;([^:;\s\[\]]{1,255})(?=:\[)`, SCOPE.host);

const states: readonly Pattern[] = [
  word(String.raw`\bfohh_connection_connected\b`, SCOPE.good),
  word(String.raw`\bfohh_connection_\w{1,40}|\b(?:DISCONNECTED|NOT_CONNECTED)\b`, SCOPE.bad),
  word(String.raw`\bFOHH_CLOSE_REASON_REDIRECT\b`, SCOPE.code),
  word(String.raw`\bFOHH_CLOSE_REASON_\w{1,60}`, SCOPE.bad),
  word(String.raw`\bBEV_EVENT_(?:ERROR|EOF|TIMEOUT)\b`, SCOPE.bad),
  word(String.raw`\bZPN_STATUS_(?:DISCONNECTED|AUTH_FAILED|\w{0,30}FAIL\w{0,30})\b`, SCOPE.bad),
  word(String.raw`\b(?:BEV_EVENT|ZPN_STATUS|PAUSE_REASON|ZPATH_RESULT|ZPN_RESULT)_\w{1,60}`, SCOPE.code),
];

const phrases: readonly Pattern[] = [
  word(
    String.raw`(?<![\w-])(?:self[- ]signed certificate in certificate chain|unable to get local issuer certificate|DNS resolution failed for|Could not (?:create HTTP client|fetch CSR fields|enroll)|Failed to enroll|Certificate enrollment failed|exited too fast|failed too many times in a row|reverting to default software|\*?Connector not yet connected to cloud|Cannot (?:decrypt data from instance_id\.crypt|get instance id)|EVP_DecryptFinal_ex:bad decrypt|bad decrypt|Login request failed|entering PAUSE mode|entity is currently in paused mode|nonce\.usage\.exceeded|broker connect failed|upgrade \(SARGE\) failed|no healthy connector|This provisioning key has already been enrolled|Kick flow control to connection|running outdated sarge version|Main process exited|System clock wrong)\b`,
    SCOPE.bad,
  ),
  word(String.raw`successfully connected to Zscaler Cloud|\bTime synchronized\b`, SCOPE.good),
];

const dropped = word(String.raw`(?<=\|)[1-9]\d{0,19}`, SCOPE.bad);
const kept = word(String.raw`(?<=\d\|)0\b`, SCOPE.quiet);
const remoteCall = parts(
  String.raw`(?<!\w)([A-Z]\w{1,30}(?: [Rr]edirect)?)(?: (=))?( \d{1,20})`,
  SCOPE.label,
  SCOPE.operator,
  SCOPE.number,
);
const rpcLine = rest(
  String.raw`(RPC Messages)`,
  [SCOPE.kind],
  word(String.raw`\bTX\|TX_DROP\b|\bRX(?=:)`, SCOPE.kind),
  remoteCall,
  parts(String.raw`(?<!\w)([A-Z]\w{1,30})(?=\[)`, SCOPE.label),
  dropped,
  kept,
  ...values,
);

const flowRow = rest(
  String.raw`(\* FC f_conn)`,
  [SCOPE.kind],
  brokerOfTuple,
  ...states,
  parts(String.raw`\b(tx_drop|tx_blocked)( = )([1-9]\d{0,19})\b`, SCOPE.label, SCOPE.operator, SCOPE.bad),
  parts(String.raw`(?<!\w)([a-z]\w{1,30})( = )(-?\d{1,20})`, SCOPE.label, SCOPE.operator, SCOPE.number),
  ...values,
);

/** `Disk (Avail|Total)=45.90GB|63.00GB`, `RTT (tcp|app): 9192|3619 us`: names in parentheses, values behind. */
const namedParts = parts(String.raw`\(([\w-]{1,40}(?:\|[\w-]{1,40}){1,16})\)`, SCOPE.part);

const headerFields: readonly Pattern[] = [
  parts(String.raw`(?<=:)(Name)(=)([^:]{0,120}?)(?= -{4}|:|$)`, SCOPE.label, SCOPE.operator, SCOPE.host),
  parts(String.raw`(?<=:)(ID|Ver|Uptime)(=)([^:]{0,120}?)(?= -{4}|:|$)`, SCOPE.label, SCOPE.operator, SCOPE.number),
  parts(String.raw`(?<=:)(Mem|Mem_abs|Disk|CPU)(?= ?\()`, SCOPE.label),
];

const status: readonly Pattern[] = [
  word(String.raw`(?<!-)-{4,16} ?(?:[A-Z]\w{1,20} ){0,3}(?:Status:|thread CPU usage:)`, SCOPE.heading),
  word(String.raw`(?<= )-{4,16}$`, SCOPE.heading),
  ...headerFields,
  namedParts,
  word(
    String.raw`(?<![\w-])(?:(?:Public |Private )?Broker [a-z][a-z ]{0,40}connection(?=,| -|:)|[A-Z][\w()]{1,40} connection(?=, state)|Control connection state(?=:)|Broker data connection count|Data Transfer(?=:)|Mtunnels|Registered apps count|Time skew(?=:)|File descriptors|System Sockets(?=:)|Certificate will expire in|Siem log stats summary(?=:)|fproxy conn stats)`,
    SCOPE.kind,
  ),
  parts(String.raw`(?<=expire in )([0-6])(?= days)`, SCOPE.bad),
  parts(String.raw`(?<=expire in )([7-9]|[12]\d)(?= days)`, SCOPE.notable),
  word(String.raw`(?<=by |- |\+ )(?=[\d.]{1,30}s\b)[1-9]\d{0,9}(?:\.\d{1,9})?s`, SCOPE.notable),
  parts(
    String.raw`\b(backed_off connections|disconnect_duration_s)( ?=? )([1-9]\d{0,19})\b`,
    SCOPE.label,
    null,
    SCOPE.notable,
  ),
  parts(String.raw`\b(backed_off connections)( = )(0)\b`, SCOPE.label, SCOPE.operator, SCOPE.number),
  word(String.raw`(?<=connection - )NONE\b`, SCOPE.quiet),
  word(String.raw`(?<=[=|])(?:9\d|100)%`, SCOPE.bad),
  parts(String.raw`(?<=uptime )(\d{1,6}[DHMS](?::\d{1,6}[DHMS]){0,3})`, SCOPE.number),
  word(String.raw`\b(?:uptime|RTT|disconnect_duration_s|tx_b|rx_b)\b(?! =)`, SCOPE.label),
];

const counters: readonly Pattern[] = [
  parts(String.raw`(?<![\w|])([A-Za-z][\w.-]{1,60})(=)((?:9\d|100)%)`, SCOPE.label, SCOPE.operator, SCOPE.bad),
  parts(
    String.raw`(?<![\w|])([A-Za-z][\w.-]{1,60})(=)(-?\d{1,20}(?:\.\d{1,9})?%?)(?![\w.:])`,
    SCOPE.label,
    SCOPE.operator,
    SCOPE.number,
  ),
  parts(String.raw`(?<![\w|])([A-Za-z]\w{1,30})( = )(\d{1,20})(?![\w.:])`, SCOPE.label, SCOPE.operator, SCOPE.number),
];

/** `Name value, name value`: the rest of the lines of figures. */
const figuresOfStatus = word(
  String.raw`(?<=[ =|:\[])\d{1,20}(?:\.\d{1,9})?(?:%|us|kB|[KMGT]B|[sSMHD])?(?![\w.])`,
  SCOPE.number,
);

const update = parts(
  String.raw`(?<![\w-])(zscaler-update)(:)(?: ((?:zpa|np)-[a-z-]{1,40}))?`,
  SCOPE.label,
  null,
  SCOPE.process,
);

const levels: readonly Pattern[] = [
  word(String.raw`(?<![\w:-])(?:notice|info|debug):`, SCOPE.quiet),
  word(String.raw`(?<![\w:-])(?:error|crit|alert|emerg):`, SCOPE.bad),
  word(String.raw`(?<![\w:-])(?:verify error|warning|WARNING):`, SCOPE.notable),
];

const message: readonly Pattern[] = [
  ansi,
  word(String.raw`-----(?:BEGIN|END) [A-Z ]{1,40}-----`, 'comment.block.certificate'),
  ...levels,
  rpcLine,
  flowRow,
  ...status,
  brokerOfTuple,
  ...states,
  ...phrases,
  failures,
  update,
  ...counters,
  ...values,
  figuresOfStatus,
];

const ourLine: Pattern = {
  begin: String.raw`^${PRIORITY}(?:(${TIME}) )(?:([\w.:-]{1,255}) )?(${OURS})(${PID}) ?`,
  end: '$',
  beginCaptures: {
    '1': { name: 'comment.time' },
    '2': { name: 'comment.host' },
    '3': { name: SCOPE.process },
    '4': { name: 'comment.pid' },
  },
  patterns: [{ include: '#message' }],
};

/** Lines of other programs of the host stay quiet, but for what tells of the connector's end. */
const otherLine: Pattern = {
  begin: String.raw`^${PRIORITY}${TIME} (?!${STATUS})(?:[\w.:-]{1,255} )?(?!${OURS})[\w./()@-]{1,96}(?:\[\d{1,10}\])?: ?`,
  end: '$',
  name: 'comment.line.other-process',
  patterns: [
    word(
      String.raw`Out of memory|oom-kill|Killed process \d{1,9} \(zpa[\w-]{0,20}\)|System clock wrong by|(?:zpa|np)-[a-z-]{1,30}\.service: (?:Main process exited|Failed with result)|No space left on device|I/O error`,
      SCOPE.bad,
    ),
  ],
};

/** A message that only has its time before it (files that the process writes itself), or its continuation. */
const timedLine: Pattern = {
  begin: String.raw`^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?) `,
  end: '$',
  beginCaptures: { '1': { name: 'comment.time' } },
  patterns: [{ include: '#message' }],
};

const marker = word(
  String.raw`^-- (?:Boot|Reboot|Logs begin|Journal begins|No entries|Journal has been|cursor:).{0,300}$`,
  `comment.block.marker ${SCOPE.heading}`,
);

/** The one thing that goes over several lines; it ends at the first line that is not of it. */
const certificate: readonly Pattern[] = [
  {
    begin: String.raw`^\s{0,120}-----BEGIN [A-Z ]{1,40}-----`,
    end: String.raw`^\s{0,120}-----END [A-Z ]{1,40}-----|^(?!\s{0,120}[A-Za-z0-9+/=]{1,76}\s{0,4}$)`,
    name: 'comment.block.certificate',
  },
  // Where the beginning stands behind the prefix of a log line.
  word(
    String.raw`^\s{0,120}-----END [A-Z ]{1,40}-----|^\s{0,120}(?:[A-Za-z0-9+/]{60,76}|[A-Za-z0-9+/]{2,75}={1,2})$`,
    'comment.block.certificate',
  ),
];

/** `_PID=1054`, in the modes export and verbose; the message is what is read. */
const fields: readonly Pattern[] = [
  rest(String.raw`^( {0,8}MESSAGE)(=)`, ['support.type.property-name', SCOPE.operator], { include: '#message' }),
  parts(
    String.raw`^( {0,8}_{0,2}[A-Z][A-Z0-9_]{1,60})(=)(.{0,2000})$`,
    'support.type.property-name',
    SCOPE.operator,
    SCOPE.text,
  ),
  parts(
    String.raw`^(${DAY} \d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,9})? [A-Z0-9+:-]{1,6}) (\[s=[0-9a-f].{0,400}\])$`,
    'comment.time',
    SCOPE.quiet,
  ),
];

/** Lines that are known by their beginning; other grammars include them. */
const lines: readonly Pattern[] = [...certificate, group([marker, ourLine, otherLine, timedLine, ...fields])];

export const journal: Grammar = {
  scopeName: 'source.zpa-journal',
  name: 'ZPA Connector Journal',
  patterns: [{ include: '#lines' }, jsonLine([{ include: '#message' }]), line('.', { include: '#message' })],
  repository: { lines: { patterns: lines }, message: { patterns: message } },
};

/** States and names of brokers, as other formats print them too. */
export const brokerStates: readonly Pattern[] = [brokerOfTuple, ...states];
