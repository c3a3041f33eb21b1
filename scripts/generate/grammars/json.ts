/** JSON, valid or not, in one line or spread over many: each line by itself. */
import { parts, SCOPE, word } from './pattern';
import type { Pattern } from './pattern';
import { CLOUD } from './values';

const KEY = 'support.type.property-name.json';
const STRING = 'string.quoted.double.json';

const escape = word(String.raw`\\.`, 'constant.character.escape.json');

const inStrings: readonly Pattern[] = [
  escape,
  word(String.raw`\bfohh_connection_connected\b|\bZPN_STATUS_AUTHENTICATED\b`, SCOPE.good),
  word(
    String.raw`\bfohh_connection_\w{1,40}|\bZPN_STATUS_(?:DISCONNECTED|\w{0,30}FAIL\w{0,30})|(?<=")(?:FAILED|DISCONNECTED|EXPIRED|[A-Z_]{2,40}_(?:ERROR|ERR|TIMEOUT|FAILED|REJECTED|DENIED|EXPIRED|UNAVAILABLE))(?=")`,
    SCOPE.bad,
  ),
  parts(String.raw`;([^:;\s\[\]"]{1,255})(?=:\[)`, SCOPE.host),
  word(String.raw`(?<![\w.-])(?:[\w-]{1,63}\.){1,8}${CLOUD}\b`, SCOPE.host),
];

/** Keys whose values are secrets are not for reading. */
const secret = parts(
  String.raw`("(?:provisioningKey|enrollmentCertPrivateKey|clientSecret|nonce)")(\s{0,20}:\s{0,20})("[^"]{0,4000}"?)`,
  KEY,
  null,
  'comment.token.secret',
);

/** A line that JSON stands on. `message` colours what stands in `"MESSAGE": "…"` of journal records. */
export function jsonLine(message: readonly Pattern[]): Pattern {
  return {
    begin: String.raw`^(?=[ \t]{0,80}(?:\x1e|data: )?(?:\{|\[(?=\s{0,20}(?:$|["{\[]))|[\]}]{1,8},?\s{0,8}$|"[^"]{0,200}"\s{0,8}(?::|,?\s{0,8}(?:\]{0,3},?)?$)))`,
    end: '$',
    patterns: [
      {
        begin: String.raw`("MESSAGE")(\s{0,8}:\s{0,8})(")`,
        end: String.raw`(?<!\\)"|$`,
        beginCaptures: { '1': { name: KEY }, '3': { name: STRING } },
        endCaptures: { '0': { name: STRING } },
        patterns: [escape, ...message],
      },
      ...jsonValues,
    ],
  };
}

export const jsonValues: readonly Pattern[] = [
  secret,
  parts(String.raw`("[^"\\]{0,200}")(?=\s{0,20}:)`, KEY),
  { begin: '"', end: String.raw`"|$`, name: STRING, patterns: inStrings },
  word(String.raw`\b(?:true|false|null)\b`, 'constant.language.json'),
  word(String.raw`(?<![\w.])-?\d{1,25}(?:\.\d{1,12})?(?:[eE][+-]?\d{1,4})?`, 'constant.numeric.json'),
];
