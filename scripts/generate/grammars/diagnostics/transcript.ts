/** Prompts, typed and echoed commands, and the dates that scripts print before each sample. */
import { line, parts, rest, SCOPE, word } from '../pattern';
import type { Pattern } from '../pattern';
import { addresses, anyHost, path, url } from '../values';

/** As server/src/engine/bundle/prompt.ts reads them. */
const NAMED = String.raw`(?:\([\w.-]{1,30}\) )?(?:\[[\w.-]{1,64}@[\w.-]{1,255}(?: [^\]\s]{0,200})?\] ?[#$%]|[\w.-]{1,64}@[\w.-]{1,255}:[^\s#$%]{0,200} ?[#$%]|[\w.-]{1,64}@[\w.-]{1,255} [^\s#$%]{1,200} [#$%]|(?:ba)?sh-\d\.\d{1,2}[#$])`;
const TOOL =
  '(?:curl|ps|vmstat|df|du|free|top|dig|host|ping6?|mtr|traceroute|openssl|journalctl|chronyc|timedatectl|systemctl|service|lscpu|nproc|uname|hostname|hostnamectl|uptime|cat|tail|head|grep|ls|nc|ncat|telnet|nslookup|ip|ss|netstat|sysctl|iptables|iptables-save|nft|date|echo|sudo|yum|dnf|rpm|apt|kubectl|docker|podman|watch|timeout|zpa-connector|lsof|dmesg|sestatus|getenforce|strings|rm|cp|mv|mkdir|touch|chown|chmod|vi|nano|tee|while|for|cd|find|stat|file|wget|tcpdump|ethtool|nmcli|route|arp|md5sum|sha256sum|export|env|kill|reboot|logrotate|crontab|watch)';
const PATH = String.raw`(?:(?:\.|~|/[\w.-]{1,60}){0,8}/)?`;

const COMMAND: readonly Pattern[] = [
  url,
  word(String.raw`(?<=\s)#\s.{0,400}$`, SCOPE.quiet),
  word(String.raw`(?<=[\s(])--?[A-Za-z0-9][\w-]{0,40}|(?<=\s)\+[a-z]\w{0,20}`, SCOPE.option),
  word(String.raw`"[^"]{0,1000}"|'[^']{0,1000}'`, SCOPE.quoted),
  word(String.raw`\|\|?|&&|;|[<>]{1,2}&?|\\$`, SCOPE.operator),
  word(String.raw`(?<![\w./-])sudo(?= )`, 'keyword.other.sudo'),
  word(String.raw`(?<=[|;&] )${PATH}[a-z][\w.-]{0,40}`, SCOPE.command),
  ...addresses,
  anyHost,
  path,
  word(String.raw`(?<=\s)\d{1,9}(?=\s|$)`, SCOPE.number),
];

const command = rest(
  String.raw`(?:\G|^)\s{0,4}(?:(sudo(?: -[A-Za-z]{1,6}(?: \w{1,32})?)?) )?(${PATH}[a-z][\w.-]{0,60})`,
  ['keyword.other.sudo', SCOPE.command],
  ...COMMAND,
);

/** `[root@host ~]# df -h`: the prompt steps back, the command stands out as the heading of what follows. */
const prompt: Pattern = {
  // The file before may have had no line break at its end: a version, say.
  begin: String.raw`^(\d{2}\.\d{1,3}\.\d{1,3}(?:-[\w.-]{1,60}?)?)?(${NAMED})(?= |$)`,
  end: '$',
  beginCaptures: { '1': { name: SCOPE.number }, '2': { name: 'comment.prompt' } },
  patterns: [command, ...COMMAND],
};

const barePrompt: Pattern = {
  begin: String.raw`^([#$%])(?= (?:sudo )?${PATH}${TOOL}(?: |$))`,
  end: '$',
  beginCaptures: { '1': { name: 'comment.prompt' } },
  patterns: [command, ...COMMAND],
};
/** `%` and `$` begin no comments: any command may follow. */
const anyBarePrompt: Pattern = {
  begin: String.raw`^([$%])(?= [a-z/]|$)`,
  end: '$',
  beginCaptures: { '1': { name: 'comment.prompt' } },
  patterns: [command, ...COMMAND],
};

/** A command that a script printed before its output; `top - 12:06` and `date:` are none. */
const echoed = line(
  String.raw`["']?(?:sudo )?${PATH}${TOOL}(?:["']?$| (?![-:=] |\d{1,2}:\d))(?!.{0,80}: (?:cannot|No such))`,
  command,
  ...COMMAND,
);

const continued = line(String.raw` {2,8}(?:[|>&]{1,2} ?[a-z/-])`, ...COMMAND);

/** `Tue Mar 17 11:44:00 UTC 2026` alone on its line: a new sample begins. */
const date: readonly Pattern[] = [
  word(
    String.raw`^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .{1,24}\d{1,2}:\d{2}:\d{2}(?: [AP]M)?(?: [A-Z0-9+:-]{1,6})?(?: \d{4})?$`,
    SCOPE.heading,
  ),
  parts(String.raw`^(Linux) ([\w.-]{1,255}) (\d{1,3}\.\d{1,3}[\w.+-]{0,80})`, SCOPE.label, SCOPE.host, SCOPE.number),
];

export const transcript: readonly Pattern[] = [prompt, barePrompt, anyBarePrompt, echoed, continued, ...date];
