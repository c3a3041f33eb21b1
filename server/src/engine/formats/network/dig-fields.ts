import type { FieldToken } from '../format';
import { isAddress, SERVER_FAILED } from './lookup';
import type { TokenForm } from './tokens';
import { tokensOf } from './tokens';
import { labelled, unlabelled, wordsOf } from '../shared/words';

/** A record as dig prints it: owner, seconds to live, class, type, value. */
export interface DigRecord {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

/** Longer lines are no rows; a TXT record has at most a few kilobytes. */
const LONGEST = 8_192;

/** Reads a record row; null for any other line. */
export function digRecord(line: string): DigRecord | null {
  if (line.length > LONGEST) return null;
  const match =
    /^([\w*.-]{0,255}\.)\s{1,60}(\d{1,10})\s{1,60}(IN|CH|HS)\s{1,60}([A-Z][A-Z0-9]{0,15})\s{1,60}(\S.*)$/u.exec(line);
  if (match === null) return null;
  const [, name = '', , , type = '', value = ''] = match;
  return { name, type, value: value.trim() };
}

/** Header of an answer, its flags and counts, and the lines below it. */
const FORMS: readonly (readonly [start: string, forms: readonly TokenForm[]])[] = [
  [
    '; <<>> DiG ',
    [
      ['dig.version', /^; <<>> (?<label>DiG) (?<value>\S{1,80}) <<>>/du],
      ['dig.arguments', /<<>> (?<value>\S.{0,1000}?)\s{0,80}$/du],
    ],
  ],
  [
    ';; ->>HEADER<<-',
    [
      ['dig.opcode', /(?<label>opcode): (?<value>[A-Z]{1,20})/du],
      ['dig.status', /(?<label>status): (?<value>[A-Z]{1,20})/du],
      ['dig.id', /(?<label>id): (?<value>\d{1,5})/du],
    ],
  ],
  [
    ';; flags:',
    [
      ['dig.flags', /(?<label>flags):\s{0,4}(?<value>[a-z][a-z ]{0,60});/du],
      ['dig.QUERY', /(?<label>QUERY): (?<value>\d{1,6})/du],
      ['dig.ANSWER', /(?<label>ANSWER): (?<value>\d{1,6})/du],
      ['dig.AUTHORITY', /(?<label>AUTHORITY): (?<value>\d{1,6})/du],
      ['dig.ADDITIONAL', /(?<label>ADDITIONAL): (?<value>\d{1,6})/du],
    ],
  ],
  [
    '; EDNS:',
    [
      ['dig.EDNS', /(?<label>EDNS): version: (?<value>\d{1,3})/du],
      ['dig.flags', /(?<label>flags):\s{0,4}(?<value>[a-z][a-z ]{0,60});/du],
      ['dig.udp', /(?<label>udp): (?<value>\d{1,6})/du],
    ],
  ],
  ['; EDE:', [['dig.EDE', /^; (?<label>EDE): (?<value>\d{1,5}.{0,300}?)\s{0,80}$/du]]],
  ['; COOKIE:', [['dig.COOKIE', /^; (?<label>COOKIE): (?<value>[\da-f]{1,80})/du]]],
  [';; Query time:', [['dig.Query time', /(?<label>Query time): (?<value>\d{1,9})(?= [mu]sec)/du]]],
  [';; SERVER:', [['dig.SERVER', /(?<label>SERVER): (?<value>[^\s#]{1,100})/du]]],
  [';; WHEN:', [['dig.WHEN', /(?<label>WHEN): (?<value>\S.{0,60}?)\s{0,80}$/du]]],
  [';; MSG SIZE', [['dig.MSG SIZE', /(?<label>MSG SIZE)\s{1,4}(?:rcvd|sent): (?<value>\d{1,6})/du]]],
  [
    ';; Received ',
    [
      ['dig.MSG SIZE', /^;; (?<label>Received) (?<value>\d{1,9}) bytes/du],
      ['dig.SERVER', / from (?<value>[^\s#]{1,100})#/du],
      ['dig.Query time', / in (?<value>\d{1,9}) ms/du],
    ],
  ],
  [';; connection timed out', [['dig.status', /^;; (?<value>connection timed out; no servers could be reached)/du]]],
  [';; no servers', [['dig.status', /^;; (?<value>no servers could be reached)/du]]],
];

/** Named values of one line of dig (glossary names `dig.*`). */
export function digFields(line: string): FieldToken[] {
  if (!line.startsWith(';')) return recordFields(line);
  const forms = FORMS.find(([start]) => line.startsWith(start));
  if (forms !== undefined) return tokensOf(line, forms[1]);
  if (SERVER_FAILED.test(line)) return serverFailedFields(line);
  return questionFields(line);
}

/** Fields of a server that did not answer, for dig and nslookup. */
export function serverFailedFields(line: string): FieldToken[] {
  return tokensOf(line, [
    ['dig.SERVER', /^;; (?:communications error to|Connection to|UDP setup with) (?<value>[^\s#]{1,100})#/du],
    ['dig.name', / for (?<value>\S{1,255}) failed: /du],
    ['dig.status', /(?:failed|#\d{1,5}): (?<value>[a-z][a-z ]{1,40}?)\.?\s{0,80}$/du],
  ]);
}

function recordFields(line: string): FieldToken[] {
  const record = digRecord(line);
  if (record === null) return [];
  const [name, ttl, kind, type, first] = wordsOf(line);
  if (!name || !ttl || !kind || !type || !first) return [];
  const value = { text: record.value, start: first.start, end: line.trimEnd().length };
  return [
    unlabelled('dig.name', name),
    unlabelled('dig.TTL', ttl),
    unlabelled('dig.class', kind),
    unlabelled('dig.type', type),
    unlabelled(isAddress(record.value) ? 'dig.address' : 'dig.value', value),
  ];
}

/** `;co2br.prod.zpath.net.  IN  A`. */
function questionFields(line: string): FieldToken[] {
  if (line.length > LONGEST) return [];
  const [name, kind, type, more] = wordsOf(line);
  if (!name || !kind || !type || more || !/^;[^;\s]/u.test(name.text) || !/^(?:IN|CH|HS)$/u.test(kind.text)) return [];
  const owner = { text: name.text.slice(1), start: name.start + 1, end: name.end };
  return [labelled('dig.name', owner, owner), unlabelled('dig.class', kind), unlabelled('dig.type', type)];
}
