/** Files, disks and packet filters: df, du, ls, iptables, version files. */
import { line, parts, SCOPE, word } from '../pattern';
import type { Pattern } from '../pattern';
import { addresses, anyHost, figures, path, usedUp } from '../values';

const SIZE = String.raw`\d{1,15}(?:[.,]\d{1,3})?(?:[KMGTPE]i?B?)?`;

const df: readonly Pattern[] = [
  word(String.raw`^Filesystem +[\w-].{0,200}$`, SCOPE.column),
  line(
    String.raw`[^%]{1,400}\s\d{1,3}%\s+/`,
    ...usedUp,
    word(String.raw`(?<=\s)\d{1,3}%`, SCOPE.number),
    word(String.raw`(?<=% )/.{0,300}$`, SCOPE.path),
    word(String.raw`(?<=\s)${SIZE}(?=\s)`, SCOPE.number),
    path,
  ),
];

const du = line(
  String.raw`${SIZE}(?:\t| {1,8})(?:/|\./|\.$|total$|[\w.-]{1,80}/)`,
  parts(String.raw`^(${SIZE})(?:\s+)(.{1,1000})$`, SCOPE.number, SCOPE.path),
);

const ls: readonly Pattern[] = [
  word(String.raw`^total \d{1,12}(?:[.,]\d)?[KMGT]?$`, SCOPE.quiet),
  word(String.raw`^(?:'[^']{1,400}'|[/~.][^\s:]{0,400}):$`, SCOPE.path),
  line(
    String.raw`(?:\s{0,12}\d{1,12} +)?(?:\d{1,12} +)?[bcdlps-][r-][w-][xsS-][r-][w-][xsS-][r-][w-][xtT-][.+@]? +\d`,
    word(String.raw`(?<![\w-])[bcdlps-][rwxsStT-]{9}[.+@]?(?= )`, SCOPE.quiet),
    // Files of the connector that nobody can have written: empty ones.
    parts(
      String.raw`(?<= )(0)(?= +\S{1,12} +\S{1,12} +\S{4,12} +(?:\S{0,200}/)?(?:provision_key|instance_id\.crypt|cert\.pem|rsa_key\.pem|version)$)`,
      SCOPE.bad,
    ),
    word(
      String.raw`(?<=[ /'])(?:provision_key|instance_id\.crypt|cert\.pem|rsa_key\.pem|image\.bin|(?:updater\.)?version|metadata|proxy)(?='?$)`,
      SCOPE.host,
    ),
    word(String.raw`(?<= )-> `, SCOPE.operator),
    ...figures,
    word(String.raw`(?<= )${SIZE}(?= )`, SCOPE.number),
    path,
  ),
];

const TARGET = '(?:ACCEPT|DROP|REJECT|LOG|RETURN|DNAT|SNAT|MASQUERADE|[A-Z][A-Z0-9_-]{1,28})';
const verdicts: readonly Pattern[] = [
  word(String.raw`(?<![\w-])(?:DROP|REJECT)(?![\w-])`, SCOPE.bad),
  word(String.raw`(?<![\w-])ACCEPT(?![\w-])`, SCOPE.good),
];
const iptables: readonly Pattern[] = [
  line(
    String.raw`Chain \S{1,40} \(`,
    parts(String.raw`^(Chain) (\S{1,40})`, SCOPE.kind, 'entity.name.section'),
    ...verdicts,
    ...figures,
  ),
  word(String.raw`^ {0,8}(?:num +)?(?:pkts +bytes +)?target +prot +opt .{0,120}$`, SCOPE.column),
  line(
    String.raw` {0,8}(?:\d{1,5} +)?(?:\d{1,12}[KMGT]? +\d{1,12}[KMGT]? +)?(?:${TARGET} +)?(?:all|tcp|udp|icmp|icmpv6|esp|sctp|\d{1,3}) +(?:--|-f|!f) `,
    ...verdicts,
    word(String.raw`(?<= )\d{1,12}[KMGT]?(?= )`, SCOPE.number),
    word(String.raw`\bd?s?pts?:[\w:]{1,40}|(?<=dports )[\w:,]{1,80}`, SCOPE.number),
    ...addresses,
    anyHost,
    ...figures,
  ),
  line(
    String.raw`(?:\[\d{1,20}:\d{1,20}\] )?-[AI] [\w-]{1,40} |:[\w-]{1,40} (?:ACCEPT|DROP|-) \[`,
    ...verdicts,
    word(String.raw`(?<=[ ])--?[\w-]{1,30}(?= )|^-[AI]`, SCOPE.option),
    word(String.raw`(?<=^:|-A |-I )[\w-]{1,40}`, 'entity.name.section'),
    ...addresses,
    ...figures,
  ),
  word(String.raw`^(?:\*(?:filter|nat|mangle|raw|security)|COMMIT)$`, SCOPE.kind),
  word(String.raw`^# (?:Generated|Completed) .{1,120}$`, SCOPE.quiet),
];

const versions: readonly Pattern[] = [
  word(String.raw`^\d{2}\.\d{1,3}\.\d{1,3}(?:[.-][\w.-]{1,60})?$`, SCOPE.number),
  parts(String.raw`^((?:image\.bin )?version)(?:\s?[:=]\s?)(\d[\w.-]{1,60})`, SCOPE.label, SCOPE.number),
];

export const disk: readonly Pattern[] = [...df, ...ls, ...iptables, ...versions, du];
