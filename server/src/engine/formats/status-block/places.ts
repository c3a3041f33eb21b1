import type { FieldToken } from '../format';
import type { StatusLineKind } from './kinds';

/** `(a|b|c)` with the word in front of it: names of the values that follow, parted by bars. */
const NAMES = /(?<word>[A-Za-z]\w{0,20}|File descriptors)? ?\((?<list>[\w.-]{1,40}(?:\|[\w.-]{1,40}){1,12})\)/gu;
const SIDES = /(?<=[ ,])(?:(?<first>RX)|(?<sent>TX)\|(?<lost>TX_DROP)):/gu;
const PORTS = /\[[^\]\s]{1,45}\]:(?<port>\d{1,5})/gu;

/**
 * Where else on a status line its values are named, and words that name no value of their own (`CPU` of `CPU(Util|Steal)`,
 * `TX`, ports): for hovers. `tokens` are the line's values.
 */
export function statusLinePlaces(
  kind: StatusLineKind,
  line: string,
  start: number,
  end: number,
  tokens: readonly FieldToken[],
): FieldToken[] {
  const text = line.slice(start, end);
  const places = [...text.matchAll(NAMES)].flatMap((match) => namesIn(match, start, tokens));
  if (kind === 'rpc') places.push(...sidesIn(text, start));
  if (kind === 'connection') places.push(...portsIn(text, start));
  return places;
}

function namesIn(match: RegExpExecArray, base: number, tokens: readonly FieldToken[]): FieldToken[] {
  const { word, list = '' } = match.groups ?? {};
  const begin = base + match.index;
  const listEnd = begin + match[0].length - 1;
  const behind = tokens.filter(({ valueStart }) => valueStart > listEnd);
  const places = word === undefined ? [] : [named(`group.${word}`, begin, word)];
  let at = listEnd - list.length;
  for (const [index, part] of list.split('|').entries()) {
    const value = behind.find(({ name }) => name.endsWith(`.${part}`)) ?? behind[index];
    if (value !== undefined) places.push({ ...value, nameStart: at, nameEnd: at + part.length });
    at += part.length + 1;
  }
  return places;
}

function sidesIn(text: string, base: number): FieldToken[] {
  return [...text.matchAll(SIDES)].flatMap(({ index, groups }) => {
    if (groups?.first !== undefined) return [named('rpc.RX', base + index, 'RX')];
    return [named('rpc.TX', base + index, 'TX'), named('rpc.TX_DROP', base + index + 3, 'TX_DROP')];
  });
}

/** Ports behind the addresses of a connection: the connector's own, then that of the Service Edge. */
function portsIn(text: string, base: number): FieldToken[] {
  return [...text.matchAll(PORTS)].slice(0, 2).map((match, index) => {
    const port = match.groups?.port ?? '';
    const valueStart = base + match.index + match[0].length - port.length;
    const name = index === 0 && !text.startsWith('remote:', match.index - 7) ? 'port.local' : 'port.remote';
    return { name, nameStart: valueStart, nameEnd: valueStart, valueStart, valueEnd: valueStart + port.length };
  });
}

/** A word that stands for itself. */
function named(name: string, start: number, word: string): FieldToken {
  const end = start + word.length;
  return { name, nameStart: start, nameEnd: end, valueStart: start, valueEnd: end };
}
