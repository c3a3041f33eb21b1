/** The provisioning key: `version|host|token`, with all that does not belong into the file. */
import { SCOPE, parts, word } from './pattern';
import type { Grammar } from './pattern';

export const provisionKey: Grammar = {
  scopeName: 'source.zpa-provision-key',
  name: 'ZPA Provisioning Key',
  patterns: [
    // Every character outside of ASCII, curly quotes and the byte order mark among them.
    word(String.raw`[^\x09\x20-\x7e\r\n]`, 'invalid.illegal.character'),
    word(String.raw`VALID-KEY-HEX|REUSABLE-KEY|<[^>]{1,60}>`, 'invalid.illegal.placeholder'),
    word(
      String.raw`^\s{0,20}(?:sudo|echo|cat|tee)\b.{0,40}?(?=\d\||$)|\| ?sudo tee .{0,200}$`,
      'invalid.deprecated.command',
    ),
    parts(
      String.raw`(?<![\w|])(\d)(\|)([A-Za-z0-9.-]{1,253})(\|)([A-Za-z0-9+/=_-]{1,2000})`,
      'constant.numeric.version',
      'punctuation.separator',
      SCOPE.host,
      'punctuation.separator',
      'comment.token.secret',
    ),
    word(String.raw`["']`, 'invalid.deprecated.quote'),
    word(String.raw`(?<![ \t])[ \t]{1,20000}$`, 'invalid.deprecated.blank'),
  ],
  repository: {},
};
