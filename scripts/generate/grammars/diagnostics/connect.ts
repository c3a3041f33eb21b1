/** Connections: curl, openssl, nc, telnet, ss, netstat, sysctl, the connector's own test, disaster recovery. */
import { brokerStates } from '../journal';
import { line, parts, SCOPE, word } from '../pattern';
import type { Pattern } from '../pattern';
import { addresses, anyHost, failures, figures, successes, unknownIssuer, values } from '../values';

/** `CN = broker1.zpath.net` or `/CN=…`: whose certificate it is. */
const distinguishedName: readonly Pattern[] = [
  parts(String.raw`(?<![\w])(CN)( ?= ?)([^,;/=]{1,200}(?=,|;|/|$))`, SCOPE.label, SCOPE.operator, SCOPE.host),
  parts(
    String.raw`(?<![\w])(C|ST|L|O|OU|emailAddress|DC|serialNumber)( ?= ?)((?:[^,;/=\\]|\\.){1,200}(?=,|;|/|$))`,
    SCOPE.label,
    SCOPE.operator,
    'constant.other.name',
  ),
];

const UNKNOWN_ISSUER = String.raw`(?:18|19|20|21|2)`;
const verify: readonly Pattern[] = [
  // Brokers have certificates of Zscaler's own authority, which no host knows: not bad by itself.
  parts(String.raw`^\s{0,8}(verify error)(:num=${UNKNOWN_ISSUER}:)(.{1,200})$`, SCOPE.notable, null, SCOPE.notable),
  parts(String.raw`^\s{0,8}(verify error)(:num=\d{1,4}:)(.{1,200})$`, SCOPE.bad, null, SCOPE.bad),
  word(String.raw`^verify return:\d$`, SCOPE.quiet),
  line(
    String.raw`\s{0,8}Verif(?:y return code|ication)`,
    word(String.raw`^\s{0,8}(?:Verify return code|Verification(?: error)?)(?=:)`, SCOPE.label),
    word(String.raw`(?<=: )(?:0 \(ok\)|OK)$`, SCOPE.good),
    word(String.raw`(?<=: )${UNKNOWN_ISSUER} \(.{1,100}\)$`, SCOPE.notable),
    unknownIssuer,
    word(String.raw`(?<=: )\S.{1,200}$`, SCOPE.bad),
  ),
];

const openssl: readonly Pattern[] = [
  ...verify,
  line(String.raw`CONNECTED\(`, successes, ...figures),
  line(
    String.raw`(?:depth=\d|\s{0,4}\d? ?[si]:|\s{0,4}a:|(?:subject|issuer) ?=)`,
    parts(String.raw`^(depth)=(\d{1,3})`, SCOPE.label, SCOPE.number),
    word(String.raw`^\s{0,4}\d? ?[sia](?=:)|^(?:subject|issuer)(?= ?=)`, SCOPE.column),
    ...distinguishedName,
    ...figures,
  ),
  line(
    String.raw`(?:\s{0,6}v:|\*?\s{0,8}(?:notBefore|notAfter|NotBefore|NotAfter|start date|expire date)\s?[=:])`,
    word(String.raw`^\*`, SCOPE.quiet),
    word(String.raw`\b(?:notBefore|notAfter|NotBefore|NotAfter|start date|expire date)\b`, SCOPE.label),
    ...figures,
  ),
  word(
    String.raw`^(?:Certificate chain|Server certificate|SSL-Session:|No client certificate CA names sent|Acceptable client certificate CA names|-{3})$`,
    SCOPE.quiet,
  ),
  line(
    String.raw`(?:no peer certificate|write:errno|[0-9A-Fa-f]{4,20}:error:|unable to load|connect:errno|socket: |BIO_|error:[0-9A-F]{8})`,
    failures,
    word(String.raw`connect:errno=\d{1,4}|unable to load certificate`, SCOPE.bad),
    ...figures,
  ),
  line(
    String.raw`New, `,
    word(String.raw`\(NONE\)`, SCOPE.bad),
    parts(String.raw`^(New), ((?:TLS|SSL)v[\d.]{1,5})`, SCOPE.label, SCOPE.code),
    parts(String.raw`(?<=Cipher is )([A-Z0-9_-]{3,60})`, SCOPE.code),
  ),
  line(
    String.raw`\s{2,8}(?:Protocol|Cipher|Session-ID(?:-ctx)?|Master-Key|Timeout|Start Time|Extended master secret|PSK identity(?: hint)?|SRP username|Max Early Data|Resumption PSK|Compression|TLS session ticket[\w ()]{0,40}) {0,12}:`,
    parts(String.raw`^\s{2,8}([A-Z][\w -]{1,24}?)(?: {0,12}:)`, SCOPE.label),
    word(String.raw`\b(?:TLS|SSL)v[\d.]{1,5}|\b[A-Z0-9]{2,10}(?:[-_][A-Z0-9]{2,10}){2,8}\b`, SCOPE.code),
    word(String.raw`(?<=: )[0-9A-F]{16,200}$`, SCOPE.quiet),
    ...figures,
  ),
  word(String.raw`^\s{4}[0-9a-f]{4} - .{0,90}$`, SCOPE.quiet),
];

const curl: readonly Pattern[] = [
  line(
    String.raw`curl: \(\d`,
    parts(String.raw`^(curl): \((\d{1,3})\) (.{1,400})$`, SCOPE.process, SCOPE.number, SCOPE.bad),
  ),
  line(
    String.raw`[*<>{}] `,
    word(String.raw`^[*<>{}]`, SCOPE.quiet),
    failures,
    unknownIssuer,
    successes,
    // What follows is only noted, not an error.
    parts(String.raw`(?<=^< )(HTTP/[\d.]{1,3}) ((?:[45]\d\d).{0,60})$`, SCOPE.code, SCOPE.notable),
    parts(String.raw`(?<=^< )(HTTP/[\d.]{1,3}) (\d{3})`, SCOPE.code, SCOPE.number),
    parts(String.raw`(?<=^[<>] )([A-Za-z][\w-]{1,40})(?=:)`, SCOPE.label),
    word(String.raw`(?<=^> )[A-Z]{3,7}(?= )`, SCOPE.kind),
    word(
      String.raw`\b(?:subject|issuer|start date|expire date|subjectAltName|SSL certificate verify result|SSL connection using|Server certificate|ALPN|CAfile|CApath)\b`,
      SCOPE.label,
    ),
    word(String.raw`\bTLSv[\d.]{1,5}|\b(?:TLS|ECDHE|DHE|AES)(?:[-_][A-Z0-9]{2,10}){2,8}\b`, SCOPE.code),
    parts(String.raw`\b(?:port )(\d{1,5})\b`, SCOPE.number),
    ...distinguishedName,
    ...addresses,
    anyHost,
    ...values,
  ),
  parts(String.raw`^(HTTP/[\d.]{1,3}) ([45]\d\d.{0,60})$`, SCOPE.code, SCOPE.notable),
  parts(String.raw`^(HTTP/[\d.]{1,3}) (\d{3}.{0,60})$`, SCOPE.code, SCOPE.number),
  word(String.raw`^ {1,4}% Total {4}% Received.{0,60}$|^ {10,40}Dload {2}Upload.{0,60}$`, SCOPE.column),
];

const portTests: readonly Pattern[] = [
  line(
    String.raw`(?:[Nn]c(?:at)?: |telnet: |Trying |Connected to |Connection (?:to|closed)|Escape character|\S{1,255} \[[\d.]{7,15}\] \d{1,5} )`,
    word(String.raw`^(?:[Nn]cat|nc|telnet)(?=:)`, SCOPE.process),
    failures,
    word(String.raw`\b(?:open|succeeded!?)$`, SCOPE.good),
    successes,
    word(String.raw`\bfailed\b`, SCOPE.bad),
    word(String.raw`^Escape character.{0,40}`, SCOPE.quiet),
    parts(String.raw`\b(?:port )(\d{1,5})\b`, SCOPE.number),
    ...addresses,
    anyHost,
    ...values,
  ),
  parts(String.raw`^([\w.-]{1,255})(?:: )(Unknown host|Name or service not known)`, SCOPE.host, SCOPE.bad),
  word(String.raw`^(?:telnet> .{0,40}|\^[\]C])$`, SCOPE.quiet),
];

const ss: readonly Pattern[] = [
  word(
    String.raw`^(?:Netid +)?(?:State +)?Recv-Q +Send-Q.{0,160}$|^Proto +Recv-Q.{0,160}$|^Active (?:Internet|UNIX) .{0,80}$|^Transport +Total.{0,60}$`,
    SCOPE.column,
  ),
  line(
    String.raw`Total: \d|TCP: {1,6}\d`,
    word(String.raw`^\w{3,5}(?=:)`, SCOPE.label),
    word(String.raw`\b(?:estab|closed|orphaned|synrecv|timewait|kernel|ports)\b`, SCOPE.part),
    ...figures,
  ),
  line(
    String.raw`(?:RAW|UDP|TCP|INET|FRAG|\*)\s+\d{1,9}\s+[\d-]{1,9}\s`,
    word(String.raw`^(?:[A-Z]{3,4}|\*)`, SCOPE.label),
    ...figures,
  ),
  line(
    String.raw`(?:(?:tcp|udp|tcp6|udp6|raw|icmp6?) +)?(?:(?:LISTEN|ESTAB|UNCONN|TIME-WAIT|SYN-SENT|SYN-RECV|CLOSE-WAIT|FIN-WAIT-[12]|LAST-ACK|CLOSING) +)?\d{1,9} +\d{1,9} +\S{1,80}[:.](?:\d{1,5}|\*|[a-z]{2,20}) +\S`,
    word(String.raw`^(?:tcp|udp|raw|icmp)6?(?= )`, SCOPE.quiet),
    word(String.raw`\b(?:SYN[-_]SENT|CLOSE[-_]WAIT|LAST[-_]ACK|CLOSING)\b`, SCOPE.notable),
    word(String.raw`\b(?:ESTAB|ESTABLISHED)\b`, SCOPE.good),
    word(String.raw`\b(?:LISTEN|UNCONN|TIME[-_]WAIT|SYN[-_]RECV|FIN[-_]WAIT[-_]?[12])\b`, SCOPE.word),
    parts(String.raw`(?<=\(")([\w.-]{1,40})(?=")`, SCOPE.process),
    word(String.raw`(?<=[\w*\]:]:)(?:\*|[a-z]{2,20})(?= |$)`, SCOPE.quiet),
    word(String.raw`(?<= ):::?\d{0,5}`, SCOPE.address),
    ...addresses,
    ...figures,
  ),
];

const sysctl = parts(
  String.raw`^((?:net|fs|kernel|vm|user|dev|abi)\.[\w./-]{2,80})( ?= ?)(\S.{0,200})$`,
  SCOPE.label,
  SCOPE.operator,
  SCOPE.number,
);
const bareRange = word(String.raw`^\d{1,5}\t\d{1,5}$`, SCOPE.number);

const connectionTest = line(
  String.raw`\[(?:broker|time|app)\] `,
  word(String.raw`\[(?:broker|time|app)\]`, SCOPE.kind),
  word(String.raw`(?<=tunnel: )DOWN\b|\bunreachable\b|(?<=synchronized: )no\b`, SCOPE.bad),
  word(String.raw`(?<=tunnel: )UP\b|\breachable\b|(?<=synchronized: )yes\b`, SCOPE.good),
  word(String.raw`\b(?:tunnel|edge|latency|System clock synchronized)(?=:)`, SCOPE.label),
  word(String.raw`(?<=edge: )[\w.-]{1,80}`, SCOPE.host),
  ...addresses,
  anyHost,
  ...figures,
);

const recovery: readonly Pattern[] = [
  line(
    String.raw`App#\d`,
    parts(String.raw`^(App#\d{1,6}) (name)(?:: )(.{1,200}?)(?= app_gid:|$)`, SCOPE.kind, SCOPE.label, SCOPE.text),
    parts(String.raw`\b(app_gid)(?:: ?)(\d{1,20})`, SCOPE.label, SCOPE.number),
  ),
  line(
    String.raw`Config file name ?:`,
    word(String.raw`\b(?:Config file name|size|last_modified_time)(?= ?:)`, SCOPE.label),
    word(String.raw`(?<=:)\s{0,2}unknown\b`, SCOPE.quiet),
    parts(String.raw`(?<=:)(?: {0,2})(0 bytes)\b`, SCOPE.notable),
    word(String.raw`(?<=:)[\w.-]{1,80}\.json`, SCOPE.path),
    word(String.raw`(?<=[: ])\d{1,15}(?= bytes)`, SCOPE.number),
    ...figures,
  ),
  line(
    String.raw`(?:Resolving DR domain|DNS [A-Z]{1,6} response|DR [A-Z]?[\w ]{2,60}:|DNS resolution failed)`,
    word(String.raw`DNS resolution failed`, SCOPE.bad),
    word(String.raw`(?<=uploaded: )NO\b`, SCOPE.notable),
    word(String.raw`(?<=uploaded: )YES\b`, SCOPE.good),
    word(String.raw`\brecord_type(?=:)|^[A-Z][\w ]{2,60}?(?= ?:)`, SCOPE.label),
    word(String.raw`(?<=record_type:)[A-Z]{1,6}`, SCOPE.word),
    ...addresses,
    parts(String.raw`(?<=domain:)\s?([\w.-]{3,255}\.[\w-]{2,63})`, SCOPE.host),
    anyHost,
    ...figures,
  ),
];

/** Rows of broker connections outside of a journal. */
const brokers = line(String.raw`\s{0,8}\[[\d.a-fA-F:]{2,45}\]:\d{1,5};`, ...brokerStates, ...values);

export const connect: readonly Pattern[] = [
  ...recovery,
  connectionTest,
  ...openssl,
  ...curl,
  ...portTests,
  ...ss,
  sysctl,
  bareRange,
  brokers,
];
