import type { FieldToken } from '../format';
import type { Word } from '../shared/words';
import { labelled, span, unlabelled, wordsOf } from '../shared/words';
import { COUNTER, NETSTAT_ROW, SOCKET, SUMMARY_TCP, TOTAL, TRANSPORT } from './ss-lines';

/** Named values of a line of ss or netstat. */
export function ssFields(line: string): readonly FieldToken[] {
  if (TOTAL.test(line)) return [labelled('ss.Total', span(line, 0, 5), span(line, 7, endOfNumber(line, 7)))];
  if (SUMMARY_TCP.test(line)) return summary(line);
  const transport = TRANSPORT.exec(line)?.groups;
  if (transport?.kind !== undefined) {
    const [kind, total] = wordsOf(line);
    if (kind === undefined || total === undefined || transport.kind === '*') return [];
    return [labelled(`ss.${transport.kind}`, kind, total)];
  }
  const counter = COUNTER.exec(line)?.groups;
  if (counter?.value !== undefined && counter.what !== undefined) {
    const at = line.indexOf(counter.value);
    const label = line.indexOf(counter.what);
    const value = span(line, at, at + counter.value.length);
    return [labelled(`ss.${counter.what}`, span(line, label, label + counter.what.length), value)];
  }
  return columns(line);
}

function summary(line: string): readonly FieldToken[] {
  const tokens: FieldToken[] = [];
  for (const match of line
    .slice(0, 300)
    .matchAll(/(?<name>TCP(?=:)|estab|closed|orphaned|synrecv|timewait):?\s{1,8}(?<value>\d{1,9})/gu)) {
    const { name = '', value = '' } = match.groups ?? {};
    const end = match.index + match[0].length;
    tokens.push(
      labelled(`ss.${name}`, span(line, match.index, match.index + name.length), span(line, end - value.length, end)),
    );
  }
  return tokens;
}

const COLUMNS = [
  ['netid', 'Netid'],
  ['state', 'State'],
  ['recv', 'Recv-Q'],
  ['send', 'Send-Q'],
  ['local', 'Local Address:Port'],
  ['peer', 'Peer Address:Port'],
] as const;

/** Columns in the order of the row; netstat prints the state last. */
function columns(line: string): readonly FieldToken[] {
  const netstat = NETSTAT_ROW.exec(line)?.groups;
  const groups = netstat ?? SOCKET.exec(line)?.groups;
  if (groups === undefined) return [];
  const order = netstat === undefined ? COLUMNS : COLUMNS.filter(([key]) => key !== 'state');
  const names = order.filter(([key]) => groups[key] !== undefined).map(([, name]) => `ss.${name}`);
  const words = wordsOf(line);
  const tokens = names.flatMap((name, index) => {
    const word = words[index];
    return word === undefined ? [] : [unlabelled(name, word)];
  });
  const state = netstat?.state === undefined ? undefined : words[names.length];
  if (state !== undefined) tokens.push(unlabelled('ss.State', state));
  return [...tokens, ...further(words.slice(names.length + (state === undefined ? 0 : 1)), line)];
}

/** Columns that options add behind the addresses, known by their forms: netstat -e, -p and -o, ss -p and -o. */
function further(words: readonly Word[], line: string): readonly FieldToken[] {
  const tokens: FieldToken[] = [];
  const [user, inode] = words;
  let rest = words;
  if (
    user !== undefined &&
    inode !== undefined &&
    /^[\w.+-]{1,32}$/u.test(user.text) &&
    /^\d{1,12}$/u.test(inode.text)
  ) {
    tokens.push(unlabelled('ss.User', user), unlabelled('ss.Inode', inode));
    rest = words.slice(2);
  }
  for (const [index, word] of rest.entries()) {
    const isProgram = index === 0 && (word.text === '-' || /^\d{1,10}\/./u.test(word.text));
    if (isProgram || word.text.startsWith('users:')) tokens.push(unlabelled('ss.Process', word));
    else if (word.text.startsWith('timer:')) tokens.push(unlabelled('ss.Timer', word));
    else if (/^(?:off|on|keepalive|timewait|probe)$/u.test(word.text)) {
      tokens.push(unlabelled('ss.Timer', span(line, word.start, line.length)));
      break;
    }
  }
  return tokens;
}

function endOfNumber(line: string, from: number): number {
  return from + (/^\d{1,9}/u.exec(line.slice(from))?.[0].length ?? 0);
}
