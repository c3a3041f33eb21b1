/** The forms in which logs, configuration files, shells and exports write secrets. */

/** `pattern` names the part to hide `secret` and runs on single lines, where one of the marks stands in the line's lower case. */
interface SecretForm {
  readonly marks: readonly string[];
  readonly pattern: RegExp;
}

/** What names of members, variables, headers and options of secrets end in. */
const SECRET_NAME =
  'password|passwd|passphrase|pwd|secret|token|psk|(?:api|access|private|account|shared|activation|auth|encryption)[_-]?key';
const SECRET_MARKS = ['passw', 'passphrase', 'pwd', 'secret', 'token', 'psk', 'key'];
/** A value that ends at the next thing that ends words in shells, forms and lists. */
const WORD = '[^\\s"\',;&]{3,4000}';
/** Arguments between a command and its option. */
const ARGUMENTS = '\\b[^|;]{0,200}\\s';
/** The value of an option, in quotes or not. */
const ARGUMENT = '["\']?(?<secret>[^\\s"\'-][^\\s"\']{2,400})';

/** A form with named parts put together from texts; without regard to case. */
function form(marks: readonly string[], source: string): SecretForm {
  return { marks, pattern: new RegExp(source, 'dgiu') };
}

const KEYS: readonly SecretForm[] = [
  // Key, whole or cut as logs print it: version|host|token.
  {
    marks: ['|'],
    pattern: /\d\|(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z0-9-]{1,63}\|(?<secret>[^\s|"'<>\u2018-\u201f]{3,4000})/dgu,
  },
  {
    marks: ['provision'],
    pattern: /\bprovision(?:ing)?_?[Kk]ey["']?\s?[=:]\s?["']?\d\|[^|\s"']{1,253}\|(?<secret>[^\s|"']{3,4000})/dgu,
  },
  // The token alone, behind the words; what has no digit is a remark.
  {
    marks: ['provision'],
    pattern:
      /provision(?:ing)?[ _-]?key["']?\s?(?:=>?|:|is)\s{0,4}["']?(?<secret>(?=[^\s"'|]{0,400}\d)[A-Z0-9+/=_%-]{12,4000})/dgiu,
  },
  // The same members of an API export or an audit record, whatever form the key has; fingerprints are sensitive too.
  {
    marks: ['provisioning', 'nonce', 'fingerprint'],
    pattern:
      /"(?:provisioning_?key|nonce|fingerprint)\\?"\s?:\s?\\?"(?:\d\|[^|"\\]{1,253}\|)?(?<secret>[^"\\]{3,4000})/dgiu,
  },
  {
    marks: ['nonce'],
    pattern: /\bnonce["']?\s?[=:]\s?["']?(?<secret>(?=[^\s"',;&]{0,400}\d)[^\s"',;&]{8,4000})/dgiu,
  },
  { marks: ['private key-----'], pattern: /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?<secret>[^-]{1,8000})/dgu },
];

const HEADERS: readonly SecretForm[] = [
  { marks: ['authorization'], pattern: /\bauthorization["']?\s?[:=]\s?["']?(?<secret>[^"'\r\n]{3,4000})/dgiu },
  { marks: ['cookie'], pattern: /\b(?:set-)?cookie["']?\s?[:=]\s?["']?(?<secret>[^"'\r\n]{3,4000})/dgiu },
  {
    marks: ['sessionid=', 'sessid='],
    pattern: /\b(?:JSESSIONID|PHPSESSID|ASP\.NET_SessionId)=(?<secret>[^\s"',;&]{8,4000})/dgiu,
  },
  { marks: ['bearer '], pattern: /\bbearer (?<secret>[\w.~+/=-]{8,4000})/dgiu },
  // Headers such as `X-Auth-Token: …`; words behind a colon are none.
  {
    marks: ['token:', 'key:', 'secret:'],
    pattern: /\b[\w-]{0,40}(?:token|api[-_]?key|secret): ?(?<secret>(?=[^\s"',;]{0,200}\d)[^\s"',;]{8,4000})/dgiu,
  },
];

const MEMBERS: readonly SecretForm[] = [
  // `PWD=/home/x` of sudo is a folder.
  form(SECRET_MARKS, `\\b[\\w-]{0,40}(?:${SECRET_NAME})(?<!\\bpwd(?==/))["']?\\s?=>?\\s?["']?(?<secret>${WORD})`),
  // A figure behind such a name is a counter.
  form(
    ['_pass', '-pass', 'pgpass'],
    `(?:[_-]|\\bpg)pass["']?\\s?=>?\\s?["']?(?<secret>(?!\\d{1,20}(?:[\\s,;&]|$))${WORD})`,
  ),
  // In quotes a value can hold blanks. Quotes within quotes are escaped, once or more.
  form(SECRET_MARKS, `"[\\w-]{0,40}(?:${SECRET_NAME})\\\\{0,3}"\\s?:\\s?\\\\{0,3}"(?<secret>[^"\\\\]{3,4000})`),
  form(SECRET_MARKS, `'[\\w-]{0,40}(?:${SECRET_NAME})'\\s?:\\s?'(?<secret>[^']{3,4000})`),
  form(
    SECRET_MARKS,
    `\\b[\\w-]{0,40}(?:${SECRET_NAME})\\s?(?:=>?|:)\\s?(?<quote>["'])(?<secret>[^"']{3,400})\\k<quote>`,
  ),
  form(SECRET_MARKS, `<[\\w:-]{0,40}(?:${SECRET_NAME})>(?<secret>[^<]{3,4000})<`),
  // Of `BAD PASSWORD: The password is …` no word is a secret: it is alone, or has more than letters.
  {
    marks: ['passw', 'passphrase', 'pwd'],
    pattern:
      /\b\w{0,40}(?:password|passwd|passphrase|\bpwd)::? ?(?<secret>(?=\S{0,400}[^\sA-Z_]|\S{1,400}\s{0,8}$)[^\s:]\S{2,4000})/dgiu,
  },
  // Hashes of passwords, as the system's own files hold them.
  { marks: ['$'], pattern: /(?<secret>\$(?:[1567y]|2[abxy]|gy)\$[./A-Za-z0-9$=,]{8,400})/dgu },
  { marks: ['community'], pattern: /^\s{0,8}r[ow]community6?\s{1,8}(?<secret>\S{3,200})/dgiu },
];

const ADDRESSES: readonly SecretForm[] = [
  { marks: ['://'], pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{1,100}:(?<secret>[^\s/@]{1,200})@/dgu },
  // A connector's proxy file with a password, which the connector does not take: user:password@host:port.
  { marks: ['@'], pattern: /^\s{0,20}[^\s/:@]{1,100}:(?<secret>[^\s/@]{1,200})@[\w.-]{1,253}:\d{1,5}\s{0,8}$/dgu },
  { marks: ['sig='], pattern: /[?&]sig=(?<secret>[^\s"'&]{8,400})/dgu },
];

const COMMANDS: readonly SecretForm[] = [
  {
    marks: ['-u', '--proxy-user'],
    pattern: /\s(?:-u|-U|--user|--proxy-user)[ =]?["']?[^\s:"']{1,100}:(?<secret>[^\s"']{1,200})/dgu,
  },
  { marks: ['-u'], pattern: /\s-U\s?["']?[^\s%"']{1,100}%(?<secret>[^\s"']{3,200})/dgu },
  form(SECRET_MARKS, `\\s--?(?:[\\w-]{0,40}-)?(?:pass|${SECRET_NAME})[ =]${ARGUMENT}`),
  { marks: ['pass:'], pattern: /\s-pass(?:in|out)?\s{1,4}["']?pass:(?<secret>[^\s"']{3,400})/dgu },
  { marks: ['sshpass'], pattern: /\bsshpass\s{1,4}(?:-v\s{1,4})?-p\s{0,4}["']?(?<secret>[^\s"']{3,400})/dgu },
  form(['mysql', 'mariadb'], `\\b(?:mysql|mariadb)\\w{0,10}${ARGUMENTS}-p${ARGUMENT}`),
  form(['useradd', 'usermod'], `\\buser(?:add|mod)${ARGUMENTS}-p\\s{1,4}${ARGUMENT}`),
  form(['snmp'], `\\bsnmp(?:walk|get|getnext|bulkwalk|bulkget|set)${ARGUMENTS}-c\\s{0,4}${ARGUMENT}`),
  form(['ldap'], `\\bldap(?:search|modify|add|whoami)${ARGUMENTS}-w\\s{0,4}${ARGUMENT}`),
  {
    marks: ['passwd'],
    pattern:
      /\becho\s{1,4}(?:-[neE]{1,3}\s{1,4})?["']?(?:[^\s:"'|]{1,64}:)?(?<secret>[^\s"'|]{3,400})["']?\s{0,4}\|\s{0,4}(?:sudo\s{1,4})?(?:chpasswd|passwd\s[^|]{0,60}--stdin)/dgu,
  },
];

const TOKENS: readonly SecretForm[] = [
  { marks: ['eyj'], pattern: /(?<secret>\beyJ[\w-]{8,4000}\.[\w-]{8,4000}(?:\.[\w-]{0,4000})?)/dgu },
  { marks: ['akia', 'asia'], pattern: /(?<secret>\bA[KS]IA[0-9A-Z]{16}\b)/dgu },
  {
    marks: [
      'ghp_',
      'gho_',
      'ghu_',
      'ghs_',
      'ghr_',
      'github_pat_',
      'glpat-',
      'xoxa-',
      'xoxb-',
      'xoxp-',
      'xoxr-',
      'xoxs-',
    ],
    pattern: /\b(?<secret>(?:gh[pousr]_|github_pat_|glpat-|xox[abprs]-)[A-Za-z0-9_-]{10,255})/dgu,
  },
];

/** Forms that have their marks in common. */
export interface SecretForms {
  readonly marks: readonly string[];
  readonly patterns: readonly RegExp[];
}

/** All forms; marks are looked for once, however many forms have them. */
export const SECRET_FORMS: readonly SecretForms[] = grouped([
  ...KEYS,
  ...HEADERS,
  ...MEMBERS,
  ...ADDRESSES,
  ...COMMANDS,
  ...TOKENS,
]);

function grouped(forms: readonly SecretForm[]): readonly SecretForms[] {
  const groups = new Map<string, { marks: readonly string[]; patterns: RegExp[] }>();
  for (const { marks, pattern } of forms) {
    const key = marks.join(' ');
    const group = groups.get(key) ?? { marks, patterns: [] };
    group.patterns.push(pattern);
    groups.set(key, group);
  }
  return [...groups.values()];
}
