/** Quick fixes for the text of configuration files that a connector depends on: plain data. */
import { curlyQuotesOf } from '../formats/config/quotes';
import { readProxyLine } from '../formats/config/proxy-file';
import { isSeparatedNameserver } from '../formats/config/resolv-conf';
import type { FormatId } from '../formats/format';
import { keyLines } from '../formats/provision-key/lines';
import type { TextEdit, TextFix } from './text-fixes';

/** Fixes for a configuration file's text, at most one for each rule; none for other formats and for sound files. */
export function configFixes(format: FormatId | null, text: string): readonly TextFix[] {
  const lines = keyLines(text).map((line) => line.text);
  switch (format) {
    case 'rsyslog-conf':
    case 'logrotate-conf':
    case 'chrony-conf':
      return fixOf('config/smart-quotes', 'Make the quotation marks straight', lines.flatMap(straightened));
    case 'resolv-conf':
      return fixOf('config/no-nameserver', 'Part nameserver and address by a blank', lines.flatMap(parted));
    case 'proxy-file':
      return proxyFix(lines);
    default:
      return [];
  }
}

function fixOf(ruleId: string, title: string, edits: readonly TextEdit[], safe = true): readonly TextFix[] {
  return edits.length === 0 ? [] : [{ ruleId, title, edits, safe }];
}

function replace(line: number, startColumn: number, endColumn: number, newText: string): TextEdit {
  return { line, startColumn, endLine: line, endColumn, newText };
}

const DOUBLE = /[\u201c-\u201f]/u;
/** Quotes around a whole line are those of an echo that was copied with it. */
const WRAPPED = /^\s{0,60}[\u2018-\u201b](?=:).{1,2000}[\u2018-\u201b]\s{0,60}$/u;

function straightened(content: string, line: number): TextEdit[] {
  const marks = curlyQuotesOf(content);
  const isWrapped = WRAPPED.test(content);
  return marks.map(({ index, mark }, at) => {
    const outer = isWrapped && (at === 0 || at === marks.length - 1);
    return replace(line, index, index + 1, outer ? '' : DOUBLE.test(mark) ? '"' : "'");
  });
}

function parted(content: string, line: number): TextEdit[] {
  if (!isSeparatedNameserver(content)) return [];
  const head = /^\s{0,20}nameserver\s{0,8}[:=]\s{0,8}/iu.exec(content)?.[0] ?? '';
  return [replace(line, 0, head.length, 'nameserver ')];
}

const AROUND_PROXY =
  /^[\s"'`\u2018-\u201f]{0,8}(?:(https?):\/\/)?([^\s"'`/\u2018-\u201f]{3,280})\/?[\s"'`\u2018-\u201f]{0,8}$/iu;

/** Takes off what stands around host:port, where exactly one line holds anything. */
function proxyFix(lines: readonly string[]): readonly TextFix[] {
  const content = lines.flatMap((text, line) => (text.trim() === '' ? [] : [{ text, line }]));
  const [only] = content;
  if (only === undefined || content.length > 1 || readProxyLine(only.text) !== null) return [];
  const [, scheme, proxy = ''] = AROUND_PROXY.exec(only.text) ?? [];
  if (readProxyLine(proxy) === null) return [];
  const edit = replace(only.line, 0, only.text.length, proxy);
  // Behind https:// a proxy may wait for TLS, which the connector does not speak to it: somebody has to know.
  return fixOf('config/proxy-malformed', 'Keep only host:port', [edit], scheme?.toLowerCase() !== 'https');
}
