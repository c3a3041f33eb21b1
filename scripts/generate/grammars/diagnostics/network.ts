/** Names and ways: dig, nslookup, ping, mtr, ip link. */
import { line, parts, SCOPE, word } from '../pattern';
import type { Pattern } from '../pattern';
import { addresses, anyHost, failures, figures, loss, values } from '../values';

const dig: readonly Pattern[] = [
  line(
    String.raw`;;? ->>HEADER<<-`,
    word(String.raw`(?<=status: )NOERROR\b`, SCOPE.good),
    word(String.raw`(?<=status: )[A-Z]{3,12}\b`, SCOPE.bad),
    word(String.raw`\b(?:opcode|status|id)(?=:)`, SCOPE.label),
    word(String.raw`(?<=opcode: )[A-Z]{3,12}`, SCOPE.word),
    ...figures,
  ),
  line(
    String.raw`;; flags:`,
    word(String.raw`\b(?:flags|QUERY|ANSWER|AUTHORITY|ADDITIONAL)(?=:)`, SCOPE.label),
    parts(String.raw`(?<=ANSWER: )(0)\b`, SCOPE.notable),
    ...figures,
  ),
  line(
    String.raw`;; (?:Query time|SERVER|WHEN|MSG SIZE)`,
    parts(String.raw`^;; (Query time|SERVER|WHEN|MSG SIZE {0,4}\w{0,8})(?=:)`, SCOPE.label),
    ...addresses,
    anyHost,
    word(String.raw`\d{1,9} [mu]?sec\b`, SCOPE.number),
    ...figures,
  ),
  line(
    String.raw`;; (?:WARNING|connection|communications|no servers|Truncated|Warning)`,
    failures,
    ...addresses,
    ...figures,
  ),
  word(String.raw`^;; [A-Z ]{3,30} SECTION:$`, SCOPE.column),
  line(
    String.raw`;`,
    word(String.raw`^;[^\s;<][^\s]{0,255}(?=\s)`, SCOPE.host),
    word(String.raw`.{1,400}`, SCOPE.quiet),
  ),
  // `name. 60 IN A 192.0.2.1`
  line(
    String.raw`[\w.*-]{1,255}\.?\s+\d{1,10}\s+(?:IN|CH)\s+[A-Z]{1,10}\s`,
    word(String.raw`^[\w.*-]{1,255}`, SCOPE.host),
    parts(String.raw`\s(\d{1,10})\s+(IN|CH)\s+([A-Z0-9]{1,10})\b`, SCOPE.number, SCOPE.quiet, SCOPE.column),
    ...addresses,
    anyHost,
    ...figures,
  ),
  // `dig +short`: an address or a name alone.
  line(
    String.raw`(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){2,7}|(?:[\w-]{1,63}\.){2,10})$`,
    ...addresses,
    anyHost,
  ),
];

const nslookup: readonly Pattern[] = [
  line(
    String.raw`(?:Server|Address(?: \d{1,2})?|Name|Addresses|Aliases):\s`,
    word(String.raw`^[A-Z]\w{2,9}(?: \d{1,2})?(?=:)`, SCOPE.label),
    ...addresses,
    anyHost,
    ...figures,
  ),
  word(String.raw`^(?:Non-a|A)uthoritative answers?(?: can be found from)?:`, SCOPE.quiet),
  line(String.raw`[\w.-]{1,255}\s+canonical name = `, word(String.raw`canonical name(?= =)`, SCOPE.column), anyHost),
  line(String.raw`(?:\*\* server can't|nslookup: |;; \w)`, failures, ...addresses, anyHost),
];

const ping: readonly Pattern[] = [
  line(String.raw`PING `, word(String.raw`^PING`, SCOPE.kind), ...addresses, anyHost, ...figures),
  line(
    String.raw`\d{1,5} bytes from `,
    word(String.raw`\b(?:icmp_seq|seq|ttl|time)(?=[=<])`, SCOPE.label),
    word(String.raw`(?<=[=<])\d{1,9}(?:\.\d{1,6})?(?: ms)?`, SCOPE.number),
    word(String.raw`\(DUP!\)`, SCOPE.notable),
    ...addresses,
    anyHost,
    ...figures,
  ),
  line(
    String.raw`--- \S{1,255} ping statistics ---`,
    word(String.raw`^---|---$`, SCOPE.quiet),
    ...addresses,
    anyHost,
    word('ping statistics', SCOPE.quiet),
  ),
  line(
    String.raw`\d{1,9} packets transmitted`,
    ...loss,
    parts(String.raw`(\+[1-9]\d{0,9})( errors)`, SCOPE.bad, SCOPE.bad),
    word(String.raw`\b(?:packets transmitted|(?:packets )?received|packet loss|time)\b`, SCOPE.label),
    ...figures,
  ),
  line(
    String.raw`(?:rtt|round-trip) min/`,
    word(String.raw`\b(?:min|avg|max|mdev|stddev)\b`, SCOPE.label),
    word(String.raw`(?<=[ /])\d{1,9}\.\d{1,6}`, SCOPE.number),
    ...figures,
  ),
  line(
    String.raw`(?:From \S{1,255} |ping6?: |ping: )`,
    failures,
    word(String.raw`\bmtu ?= ?\d{1,6}`, SCOPE.number),
    ...addresses,
    anyHost,
    ...figures,
  ),
];

/** In a row of mtr only loss stands out; the last column of names is the host's. */
const mtr: readonly Pattern[] = [
  line(
    String.raw`(?:Start: |HOST: )`,
    parts(String.raw`^(Start|HOST)(?=: )`, SCOPE.label),
    word(String.raw`(?<=HOST: )[\w.-]{1,255}`, SCOPE.host),
    word(
      String.raw`(?<= )(?:Loss%|Drop|Rcv|Snt|Last|Avg|Best|Wrst|StDev|Gmean|Jttr|Javg|Jmax|Jint)(?= |$)`,
      SCOPE.column,
    ),
    ...figures,
  ),
  line(
    String.raw`\s{0,8}\d{1,3}\.(?:\|--)? `,
    word(String.raw`^\s{0,8}\d{1,3}\.(?:\|--)?`, SCOPE.quiet),
    word(String.raw`(?<= )AS(?:\d{1,10}|\?{3})(?= )`, SCOPE.label),
    word(String.raw`\?{3}`, SCOPE.quiet),
    // `20.0%`, and `100.0` where the column is full.
    word(String.raw`(?<= )(?=[\d.]{0,8}[1-9])\d{1,3}\.\d{1,2}%`, SCOPE.bad),
    word(String.raw`(?<= )100\.0(?= )`, SCOPE.bad),
    ...addresses,
    anyHost,
    word(String.raw`(?<= )\d{1,9}\.(?= |$)`, SCOPE.number),
    ...figures,
  ),
  line(
    String.raw` {6,12}(?:\| {0,4}[\x60]?\|?-{0,2} ?)?(?:\d{1,3}\.){3}\d{1,3}$`,
    word(String.raw`\|`, SCOPE.quiet),
    ...addresses,
  ),
  word(String.raw`^Mtr_Version,.{1,300}$`, SCOPE.column),
  line(
    String.raw`MTR\.\d`,
    parts(String.raw`(?<=,)(AS[\d?]{1,10}),((?=[\d.]{0,8}[1-9])\d{1,3}\.\d{1,2})(?=,)`, SCOPE.label, SCOPE.bad),
    parts(String.raw`(?<=,)(AS[\d?]{1,10})(?=,)`, SCOPE.label),
    word(String.raw`(?<=,)(?:\d{1,3}\.){3}\d{1,3}(?=,)`, SCOPE.address),
    word(String.raw`(?<=,)(?:[\w-]{1,63}\.){1,8}[a-z]{2,20}(?=,)`, SCOPE.host),
    word(String.raw`(?<=,)\d{1,12}(?:\.\d{1,4})?(?=,|$)`, SCOPE.number),
  ),
];

const ipLink: readonly Pattern[] = [
  line(
    String.raw`\d{1,4}: [\w.@-]{1,40}: <`,
    parts(String.raw`^(\d{1,4}): ([\w.@-]{1,40})(?=:)`, SCOPE.quiet, 'entity.name.section'),
    word(String.raw`\bNO-CARRIER\b|(?<=state )DOWN\b`, SCOPE.bad),
    word(String.raw`(?<=state )UP\b`, SCOPE.good),
    word(String.raw`(?<=state )[A-Z]{2,20}\b`, SCOPE.word),
    parts(String.raw`\b(mtu) (\d{1,6})`, SCOPE.label, SCOPE.number),
    word(String.raw`\b(?:qdisc|state|mode|group|qlen|master)\b`, SCOPE.label),
    word(String.raw`<[\w,-]{1,200}>`, SCOPE.quiet),
    ...figures,
  ),
  line(
    String.raw`\s{2,8}(?:link/|inet6? |altname |valid_lft )`,
    word(String.raw`^\s{2,8}(?:link/\w{1,20}|inet6?|altname|valid_lft)`, SCOPE.label),
    word(String.raw`\b(?:brd|scope|preferred_lft|permaddr|peer)\b`, SCOPE.label),
    ...addresses,
    ...figures,
  ),
  word(String.raw`^\s{2,8}[RT]X(?: errors)?:\s.{1,160}$`, SCOPE.column),
  // Below: bytes packets errors dropped.
  line(
    String.raw`\s{2,8}\d{1,20} +\d{1,20} +\d{1,20} +\d{1,20}(?: +\d{1,20}){0,4} *$`,
    parts(
      String.raw`^(\s{2,8}\d{1,20} +\d{1,20}) +(?:([1-9]\d{0,19})|(0)) +(?:([1-9]\d{0,19})|(0))(?= |$)`,
      SCOPE.number,
      SCOPE.bad,
      SCOPE.number,
      SCOPE.bad,
      SCOPE.number,
    ),
    ...figures,
  ),
  line(
    String.raw`[\w.@-]{1,40} +(?:UP|DOWN|UNKNOWN|LOWERLAYERDOWN) +\S`,
    parts(
      String.raw`^([\w.@-]{1,40}) +(?:(UP)|(DOWN|LOWERLAYERDOWN)|(UNKNOWN)) `,
      'entity.name.section',
      SCOPE.good,
      SCOPE.bad,
      SCOPE.word,
    ),
    ...values,
  ),
];

export const network: readonly Pattern[] = [...dig, ...nslookup, ...ping, ...mtr, ...ipLink];
