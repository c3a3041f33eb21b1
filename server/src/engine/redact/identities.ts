/** Where a line names a host, a person, a connector or a company: by the form of the line, not by the name. */
import { recordOf } from '../formats/lss/record';
import { emptyPrefix, readPrefix } from '../formats/journal/prefix';
import { skipWrapping } from '../formats/journal/wrapping';
import { isPublicAuthority, isZscalerName } from '../facts/network/certificate-names';
import { isCommonHost, isCommonWord, isSystemAccount } from './common-names';
import { memberKind } from './members';
import type { NameKind } from './pseudonyms';

/** A value at [start, end) of a line. `digits`: digits become zeros, as of a place on the map. */
export interface IdentityAt {
  readonly kind: NameKind | 'id' | 'hex' | 'digits' | 'own-domain';
  readonly start: number;
  readonly end: number;
}

/** Each names its value `v`. `mark` must stand in the line, else the pattern is not tried. */
interface Form {
  readonly mark: string;
  readonly kind: IdentityAt['kind'];
  readonly pattern: RegExp;
}

const USER = '(?<v>[A-Za-z](?:[\\w.+-]{0,62}[\\w$-])?)';
const HOST = '(?<v>[A-Za-z\\d](?:[\\w.-]{0,251}\\w)?)';
/** Where a line begins, or goes on behind the codes that a recorded terminal was sent. */
const BEGIN = '(?:^|\\u001b\\[[\\d;?]{0,24}[A-Za-z]|\\u0007|\\u001b\\\\)';

function form(kind: IdentityAt['kind'], mark: string, pattern: string, flags = ''): Form {
  return { kind, mark, pattern: new RegExp(pattern, `dgu${flags}`) };
}

const FORMS: readonly Form[] = [
  form('connector', 'Name=', '(?:^|:)Name=(?<v>[^\\n]{1,200}?)(?=:Ver=)'),
  form('id', 'ID=', ':(?:ID|GID|CustomerID|customer_gid|customer_id)=(?<v>\\d{4,19})(?=\\D|$)'),
  // Prompts.
  form('user', '@', `(?:${BEGIN}|\\[)${USER}(?=@[\\w.-]{1,253}(?: |:|$))`),
  form(
    'host',
    '@',
    `${BEGIN}(?:\\([\\w.-]{1,30}\\) )?\\[?[\\w.+-]{1,64}@${HOST}(?= [^\\s\\]]{0,200}\\]|\\]|:[^\\s]{0,200}\\s?[#$%]| [^\\s#$%]{1,200} [#$%])`,
  ),
  // Titles of windows, as a recorded terminal was sent them.
  form('user', '\u001b]', `\\u001b\\]\\d;${USER}(?=@)`),
  form('host', '\u001b]', `\\u001b\\]\\d;[\\w.+-]{1,64}@${HOST}(?=[: \\u0007])`),
  // What tools say of the host.
  form('host', 'HOST:', `^\\s{0,8}HOST: ${HOST}`),
  form('host', 'ostname', `^\\s{0,20}(?:Static |Transient |Pretty )?[Hh]ostname\\s{0,4}[:=]\\s{0,4}${HOST}\\s{0,8}$`),
  form('host', 'Linux ', `^Linux ${HOST}(?= \\d{1,2}\\.\\d{1,3}\\.\\d)`),
  form('host', '[pod/', `^\\[pod/${HOST}(?=/)`),
  form('host', '_HOSTNAME=', `^ {0,4}_HOSTNAME=${HOST}`),
  form('hex', 'achine', '(?:_MACHINE_ID=|Machine ID: |machine_id=)(?<v>[\\da-f]{32})'),
  form(
    'hex',
    '-',
    '(?<![\\w-])(?<v>[\\da-fA-F]{8}-[\\da-fA-F]{4}-[\\da-fA-F]{4}-[\\da-fA-F]{4}-[\\da-fA-F]{12})(?![\\w-])',
  ),
  form('hex', ':', '(?<![\\w:])(?<v>[\\da-fA-F]{2}(?::[\\da-fA-F]{2}){7,63})(?![\\w:])'),
  form('hex', 'i-0', '\\bi-(?<v>0[\\da-f]{16})\\b'),
  form('own-domain', 'search', '^\\s{0,8}search\\s{1,8}(?<v>[\\w. \\t-]{1,1000})'),
  form('own-domain', 'domain', '^\\s{0,8}domain\\s{1,8}(?<v>[\\w.-]{1,253})\\s{0,8}$'),
  form('own-domain', 'DNS Domain', 'DNS Domain: (?<v>[\\w. -]{1,500})'),
  // People.
  form('user', '/home/', `/home/${USER}`),
  form('user', '/Users/', `/Users/${USER}`),
  form('user', 'Users\\', `\\\\Users\\\\${USER}`),
  form('user', ' from ', `\\bfor (?:invalid user |user )?${USER}(?= from )`),
  form('user', 'user ', `\\b(?:(?:opened|closed) for|of|[Ii]nvalid|unknown) user:? ${USER}`),
  form('user', 'user=', `\\b[rl]?user=${USER}`),
  form('user', 'USER=', `\\bUSER=${USER}`),
  form('user', 'LOGNAME=', `\\bLOGNAME=${USER}`),
  form('user', ' : ', `(?:\\bsudo(?:\\[\\d{1,10}\\])?:\\s{1,10})${USER}(?= : )`),
  form('user', ' password for ', `\\] password for ${USER}(?=:)`),
  // `id`, `last`, `who`, `w`, and the lists of accounts.
  form('user', 'uid=', `\\b[ug]id=\\d{1,10}\\(${USER}(?=\\))`),
  form('user', 'groups=', `(?<=[=,]\\d{1,10}\\()${USER}(?=\\))`),
  form('user', 'pts/', `^\\s{0,4}${USER}(?=\\s{1,20}pts/\\d)`),
  form('user', 'tty', `^\\s{0,4}${USER}(?=\\s{1,20}tty[\\dS])`),
  form('user', ':', `^${USER}(?=:(?:[x*]|!{1,2}|\\$[^:\\s]{8,200}):[1-9]\\d{3,9}:)`),
  form('text', ':/', `^[A-Za-z][\\w.-]{0,31}:[x*!]{0,2}:[1-9]\\d{3,9}:\\d{1,10}:(?<v>[^:]{2,120})(?=:/)`),
  form('user', ' by ', `\\bby ${USER}(?=\\(uid=)`),
  form('user', ') CMD', `: \\(${USER}(?=\\) CMD)`),
  form('user', '://', `://${USER}(?=:[^\\s/@]{1,200}@|@)`),
  form('user', ':', `\\s(?:-u|-U|--user|--proxy-user)[ =]["']?${USER}(?=:)`),
  form('user', '@', `^\\s{0,20}${USER}(?=:[^\\s/@]{1,200}@)`),
  form(
    'user',
    '@',
    `(?<![\\w.+/@-])(?<v>[\\w.+-]{1,64})(?=@(?:[\\w-]{1,63}\\.){1,8}(?!service|socket|timer|target|slice|scope|mount|device)[A-Za-z]{2,24}\\b)`,
  ),
  form('user', '@', `(?<![\\w.+/@-])${USER}(?=@(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\w.]))`),
  // Accounts of Amazon's cloud, and the serial number of a virtual machine.
  form('id', 'arn:aws', 'arn:aws[\\w-]{0,10}:[\\w-]{0,40}:[\\w-]{0,40}:(?<v>\\d{12}):'),
  form('id', 'ccount', '"(?:ownerA|a|A)ccount(?:Id)?"\\s?:\\s?"(?<v>\\d{12})"'),
  form('hex', 'VMware-', '\\bVMware-(?<v>[\\da-f]{2}(?:[ -][\\da-f]{2}){15})\\b'),
  form('digits', 'titude', '(?:Lat|Long|lat|long)itude\\\\?"?\\s?[:=]\\s?\\\\?"?-?(?<v>\\d{1,3}\\.\\d{1,12})'),
];

/** Ids of connectors, groups and customers; no counter or time of the product is that long, and the largest number has 19 digits. */
const LONG_ID = /(?<![\w.])(?<v>\d{17,18})(?![\w.%])/dgu;
const JSON_MEMBER =
  /\\?"(?<key>[A-Za-z][\w ]{1,40})\\?"\s{0,4}:\s{0,4}(?:\\?"(?<text>(?:[^"\\]|\\[^"]){1,500})|(?<number>\d{4,19})(?=\s{0,4}[,}\]]|$))/dgu;
const LIST_ROW = /^[-dlcbps][-rwxsStT]{9}[.+@]?\s{1,8}\d{1,6}\s{1,8}(?<owner>\S{1,64})\s{1,16}(?<group>\S{1,64})\s/du;

const prefix = emptyPrefix();

/** Identities of one line, in no order; they may overlap, then the first one counts. */
export function identitiesIn(line: string): readonly IdentityAt[] {
  const found: IdentityAt[] = [];
  hostColumn(line, found);
  if (line.includes('"')) members(line, found);
  if (line.includes('zpa-lss:')) logStream(line, found);
  if (line.includes('=')) distinguishedNames(line, found);
  for (const one of FORMS) if (line.includes(one.mark)) byForm(line, one, found);
  for (const match of line.matchAll(LONG_ID)) {
    const at = match.indices?.groups?.v;
    if (at !== undefined) found.push({ kind: 'id', start: at[0], end: at[1] });
  }
  owners(line, found);
  hostsRow(line, found);
  return found;
}

function byForm(line: string, { kind, pattern }: Form, found: IdentityAt[]): void {
  for (const match of line.matchAll(pattern)) {
    const [start, end] = match.indices?.groups?.v ?? [0, 0];
    if (kind === 'own-domain') words(line, start, end, found);
    else if (end > start) found.push({ kind, start, end });
  }
}

/** Owner and group of a file in a long list. */
function owners(line: string, found: IdentityAt[]): void {
  const row = LIST_ROW.exec(line)?.indices?.groups;
  for (const at of [row?.owner, row?.group]) {
    if (at !== undefined && !isSystemAccount(line.slice(...at))) found.push({ kind: 'user', start: at[0], end: at[1] });
  }
}

const HOSTS_ROW =
  /^\s{0,8}(?:\d{1,3}\.){3}\d{1,3}\s{1,40}(?<names>[A-Za-z][\w.-]{0,252}(?:\s{1,40}[A-Za-z][\w.-]{0,252}){0,9})\s{0,40}(?:#|$)/du;

/** Names behind an address, as in /etc/hosts. Lines with a word that can be no such name are something else. */
function hostsRow(line: string, found: IdentityAt[]): void {
  const at = HOSTS_ROW.exec(line)?.indices?.groups?.names;
  if (at === undefined) return;
  const names = [...line.slice(...at).matchAll(/\S+/gu)];
  const isName = (name: string): boolean =>
    /[.\d-]/u.test(name) || names.some(([other]) => other.toLowerCase().startsWith(`${name.toLowerCase()}.`));
  if (!names.every(([name]) => isName(name))) return;
  for (const { 0: name, index } of names) {
    if (!isCommonHost(name)) found.push({ kind: 'host', start: at[0] + index, end: at[0] + index + name.length });
  }
}

/** Host of a journal line; a line that only looks like one has no process with an id behind it. */
function hostColumn(line: string, found: IdentityAt[]): void {
  if (!readPrefix(line, skipWrapping(line, 0), line.length, prefix) || prefix.hostStart < 0) return;
  const { hostStart: start, hostEnd: end, pid, identStart, identEnd } = prefix;
  if (pid < 0 && line.slice(identStart, identEnd) !== 'kernel') return;
  if (!/^[\w.:-]{1,253}$/u.test(line.slice(start, end))) return;
  found.push({ kind: 'host', start, end });
}

function words(line: string, start: number, end: number, found: IdentityAt[]): void {
  for (const match of line.slice(start, end).matchAll(/[\w-][\w.-]{0,252}/gu)) {
    if (!match[0].includes('.')) continue;
    found.push({ kind: 'own-domain', start: start + match.index, end: start + match.index + match[0].length });
  }
}

function members(line: string, found: IdentityAt[]): void {
  for (const match of line.matchAll(JSON_MEMBER)) {
    const kind = memberKind(match.groups?.key ?? '');
    const at = match.indices?.groups?.text ?? match.indices?.groups?.number;
    if (kind === null || at === undefined) continue;
    const value = line.slice(at[0], at[1]);
    if (kind === 'id' ? /^\d{4,19}$/u.test(value) : /\p{L}|\d/u.test(value) && !/^\d{1,16}$/u.test(value)) {
      found.push({ kind, start: at[0], end: at[1] });
    }
  }
}

/** Values of the vendor's templates that are parted by commas or tabs. */
function logStream(line: string, found: IdentityAt[]): void {
  for (const [name, { start, end }] of recordOf(line)?.values ?? []) {
    const kind = /(?:Lat|Long)itude$/u.test(name) ? 'digits' : memberKind(name);
    if (kind !== null && kind !== 'id' && end > start) found.push({ kind, start, end });
  }
}

const ATTRIBUTE =
  /(?<![\w.])(?<key>CN|OU|O|L|ST|DC|emailAddress)\s?=\s?(?:"(?<quoted>[^"\n]{1,200})"|(?<plain>[^/,;+"'\\\u001b\n[\]=]{1,200}))/dgu;
const ATTRIBUTE_KINDS: Readonly<Record<string, NameKind>> = {
  CN: 'authority',
  OU: 'unit',
  O: 'company',
  L: 'place',
  ST: 'place',
  DC: 'host',
  emailAddress: 'user',
};

interface Attribute {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Names in certificates, except those of Zscaler and of public authorities. A name begins anew where an attribute comes again. */
function distinguishedNames(line: string, found: IdentityAt[]): void {
  let name: Attribute[] = [];
  const close = (): void => {
    found.push(...attributesOf(line, name));
    name = [];
  };
  for (const match of line.matchAll(ATTRIBUTE)) {
    const key = match.groups?.key ?? '';
    const at = match.indices?.groups?.quoted ?? match.indices?.groups?.plain;
    if (at === undefined) continue;
    const last = name[name.length - 1];
    const isFar =
      last !== undefined &&
      !/^["']?\s{0,4}[/,;+]?\s{0,4}(?:C\s?=\s?\w{2}\s?[/,;+]\s?)?$/u.test(line.slice(last.end, match.index));
    if (isFar || (key !== 'OU' && key !== 'DC' && name.some((one) => one.key === key))) close();
    name.push({ key, ...trimmed(line, at[0], at[1], key) });
  }
  close();
}

function attributesOf(line: string, name: readonly Attribute[]): readonly IdentityAt[] {
  if (!name.some(({ key }) => key === 'O' || key === 'CN')) return [];
  const company = name.find(({ key }) => key === 'O');
  const organisation = company === undefined ? '' : line.slice(company.start, company.end);
  const isKnown = /^Zscaler\b/iu.test(organisation) || isPublicAuthority(`O=${organisation}`);
  return name.flatMap(({ key, start, end }): IdentityAt[] => {
    const value = line.slice(start, end);
    const kind = ATTRIBUTE_KINDS[key];
    if (kind === undefined || !/\p{L}/u.test(value) || isCommonWord(value)) return [];
    const isCloud = /^Zscaler\b/iu.test(value) || isZscalerName(value.replace(/^\*\./u, ''));
    // A public authority signs for anybody: the name it signed for is still somebody's.
    if (isCloud || (isKnown && !(key === 'CN' && value.includes('.')))) return [];
    return [{ kind, start, end }];
  });
}

/** The value without blanks at its end, and without words behind a name of a host. */
function trimmed(line: string, start: number, end: number, key: string): { start: number; end: number } {
  const value = line.slice(start, end);
  const host = key === 'CN' ? /^(?:\*\.)?(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}(?= |$)/u.exec(value)?.[0] : undefined;
  return { start, end: start + (host ?? value.trimEnd()).length };
}
