/** Records of the Log Streaming Service as CSV and TSV, and what a receiver puts before its JSON. */
import { jsonValues } from '../json';
import { SCOPE, word } from '../pattern';
import type { Pattern } from '../pattern';
import { addresses, cloudHost, figures } from '../values';

const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';

const cells: readonly Pattern[] = [
  word(
    String.raw`(?<=[,\t])(?:ZPN_STATUS_(?:DISCONNECTED|\w{0,30}FAIL\w{0,30})|[A-Z_]{2,40}_(?:ERROR|ERR|TIMEOUT|FAILED|REJECTED|DENIED|EXPIRED))(?=[,\t]|$)`,
    SCOPE.bad,
  ),
  word(String.raw`(?<=[,\t])ZPN_STATUS_AUTHENTICATED(?=[,\t]|$)`, SCOPE.good),
  word(String.raw`(?<=[,\t])[A-Z][A-Z0-9]{1,20}(?:_[A-Z0-9]{1,20}){1,8}(?=[,\t]|$)`, SCOPE.code),
  word(String.raw`(?<=[,\t])\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z?(?=[,\t]|$)`, 'constant.numeric.date'),
  word(String.raw`(?<=[,\t])-?\d{1,20}(?:\.\d{1,9})?(?=[,\t]|$)`, SCOPE.number),
  ...addresses,
  cloudHost,
];

export const records: readonly Pattern[] = [
  {
    begin: String.raw`^(${DAY} .{1,24}\d{2}:\d{2}:\d{2} \d{4}) ([A-Z][\w ]{2,40}) (zpa-lss)(?=:)`,
    end: '$',
    beginCaptures: { '1': { name: SCOPE.front }, '2': { name: SCOPE.kind }, '3': { name: SCOPE.front } },
    patterns: [...cells, ...figures],
  },
  // A record behind the prefix of a syslog receiver.
  {
    begin: String.raw`^(?:<\d{1,3}>)?(?!data: )(.{1,120}?)(?=\{"[A-Z])`,
    end: '$',
    beginCaptures: { '1': { name: SCOPE.front } },
    patterns: jsonValues,
  },
];
