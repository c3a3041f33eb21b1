/**
 * Values that occur in all formats. Every expression begins with a look-behind for the edge of a word, so that a long
 * word is tried once and not at each of its characters.
 */
import { parts, SCOPE, word } from './pattern';
import type { Pattern } from './pattern';

const EDGE = String.raw`(?<![\w.])(?<!\w-)`;
export const NUMBER = String.raw`\d{1,20}(?:[.,]\d{1,12})?`;
const OCTETS = String.raw`(?:\d{1,3}\.){3}\d{1,3}`;
const CLOCK = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?`;
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const ZONE = String.raw`(?: ?(?:Z\b|UTC\b|GMT\b|[A-Z]{3,4}(?= |$)|[+-]\d{2}:?\d{2}\b))?`;
/** Domains of the Zero Trust Exchange. */
export const CLOUD = String.raw`(?:zpath\.net|zscaler\.(?:com|net|us)|zpatwo\.net|zpabeta\.net|zpagov\.(?:net|us)|zscalergov\.net)`;

export const url = word(String.raw`\bhttps?://[^\s"'<>()]{1,400}`, 'string.unquoted.url');

const date = word(
  String.raw`(?<![\w-])(?:\d{4}-\d{2}-\d{2}(?:[T ]${CLOCK}${ZONE})?|(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(?:${MONTH} {1,2}\d{1,2}|\d{1,2} ${MONTH} \d{4})(?:,? ${CLOCK})?(?: [AP]M)?${ZONE}(?: \d{4}\b)?(?: GMT\b)?)`,
  'constant.numeric.date',
);

/** `10.0.0.1`, `10.0.0.0/8`, `10.0.0.1:443`, `10.0.0.53#53`, `[2001:db8::1]:443`, `00:50:56:aa:bb:cc`. */
const ADDRESSES: readonly Pattern[] = [
  parts(
    String.raw`\[(${OCTETS}|(?=[0-9a-fA-F]{0,4}:[0-9a-fA-F]{0,4}:)[0-9a-fA-F:.]{2,45}|uninitialized)\](:\d{1,5})?`,
    SCOPE.address,
    SCOPE.quiet,
  ),
  parts(
    String.raw`(?<![\w.-])(${OCTETS}(?:/\d{1,2}|/${OCTETS})?)(?![\w.]*[\w-])([:#](?:\d{1,5}|\*))?`,
    SCOPE.address,
    SCOPE.quiet,
  ),
  word(String.raw`(?<![\w.:])(?:[0-9a-f]{2}:){5}[0-9a-f]{2}(?![\w:])`, SCOPE.address),
  word(
    String.raw`(?<![\w.:])(?=[0-9a-f]{0,4}:[0-9a-f]{0,4}:)(?=[0-9:]{0,40}(?:[a-f]|::))[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:%\w{1,15})?(?:/\d{1,3})?(?![\w:])`,
    SCOPE.address,
  ),
];

/** A host of the cloud, or another under a common top-level domain, wherever it stands. */
export const cloudHost = word(
  String.raw`(?<![\w./-])(?:[\w-]{1,63}\.){1,8}(?:${CLOUD}|(?:net|com|org|us|eu|de|io|site|local|example|internal|corp|lan)(?![\w-]|\.\w))`,
  SCOPE.host,
);

/** Any name with a dot and a top-level domain: only for lines where names of hosts are expected. */
export const anyHost = parts(
  String.raw`(?<![\w./-])((?:[\w-]{1,63}\.){1,8}[A-Za-z][A-Za-z-]{1,20}(?![\w-])\.?)(:\d{1,5})?`,
  SCOPE.host,
  SCOPE.quiet,
);

export const path = word(String.raw`(?<![\w./:])/[\w.@+-][\w./@+:-]{0,300}`, SCOPE.path);

const figure = word(
  String.raw`${EDGE}[+-]?(?:0x[0-9a-fA-F]{1,16}|\d{1,20}(?:[.,:/]\d{1,12}){0,8})(?:%|[munµ]?s(?:ec)?|[kKMGTP](?:i?B|i)?|[bBhmdDHMSg]|mb|bytes|[GM]Hz|min)?(?![\w])`,
  SCOPE.number,
);

const quoted = word(String.raw`"[^"]{0,400}"`, SCOPE.quoted);

/** Each grammar has these in its repository, so that they are written once. */
export const shared = {
  addresses: { patterns: ADDRESSES },
  figures: { patterns: [date, figure] },
  values: { patterns: [url, date, ...ADDRESSES, cloudHost, quoted, path, figure] },
} as const;

export const addresses: readonly Pattern[] = [{ include: '#addresses' }];
/** Figures and dates alone, for rows of a table. */
export const figures: readonly Pattern[] = [{ include: '#figures' }];
/** All that can be told without knowing the line. */
export const values: readonly Pattern[] = [{ include: '#values' }];

/** From this share on a resource counts as used up. */
export const usedUp: readonly Pattern[] = [
  word(String.raw`${EDGE}(?:9[5-9]|100)(?:[.,]\d{1,3})?%`, SCOPE.bad),
  word(String.raw`${EDGE}(?:8[5-9]|9[0-4])(?:[.,]\d{1,3})?%`, SCOPE.notable),
];

/** Loss above nothing. */
export const loss: readonly Pattern[] = [
  word(String.raw`${EDGE}(?=[\d.,]{0,8}[1-9])\d{1,3}(?:[.,]\d{1,4})?%(?= packet loss|\s)`, SCOPE.bad),
];

/** Words of tools that say that something failed. */
export const failures = word(
  String.raw`(?<![\w-])(?:NXDOMAIN|SERVFAIL|REFUSED|FORMERR|NOTIMP|(?:[Cc]onnection |[Oo]peration |Resolving )?[Tt]im(?:ed|ing) ?out\b(?: after \d{1,9} milliseconds)?|[Cc]onnection (?:refused|reset(?: by peer)?)|No route to host|(?:Network|Host) is unreachable|Time to live exceeded|Destination (?:Host|Net|Port) (?:Unreachable|Prohibited)|no servers could be reached|communications error|server can't find|can't resolve|[Cc]ould not resolve(?: host)?|Name (?:or service not known|does not resolve)|Temporary failure in name resolution|Unknown host|Permission denied|No such file or directory|cannot access|Operation not permitted|[Mm]essage too long|Frag(?:mentation)? needed|No space left on device|command not found|could not be found|: not found\b|unable to (?:load|verify)[\w ]{0,60}|unable to connect|Unable to connect|certificate (?:is not yet valid|has expired|verify failed)|no peer certificate available|handshake failure|(?:sslv3|tlsv1) alert [\w ]{1,40}|write:errno=\d{1,5}|wrong version number|unexpected eof|Out of memory|oom-kill|Killed process|segfault|core-dump|dumped core|Failed to|Failed with result|FAILED|unreachable|unsynchroni[sz]ed|Not synchroni[sz]ed)`,
  SCOPE.bad,
);

/** Brokers have certificates of Zscaler's own authority, which no host knows: bad only where the issuer is another's. */
export const unknownIssuer = word(
  String.raw`(?<![\w-])(?:self[- ]signed certificate(?: in certificate chain)?|unable to get (?:local )?issuer certificate|unable to get certificate CRL)`,
  SCOPE.notable,
);

export const successes = word(
  String.raw`(?<![\w-])(?:NOERROR|succeeded!?|successfully connected to Zscaler Cloud|CONNECTED(?=\()|Connected to|Normal(?=$)|Verification: OK)(?![\w])`,
  SCOPE.good,
);
