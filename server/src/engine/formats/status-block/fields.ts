import type { FieldToken } from '../format';
import type { StatusLineKind } from './kinds';

/** Called for each named value; offsets are UTF-16 units into the text. */
export type FieldVisitor = (
  name: string,
  nameStart: number,
  nameEnd: number,
  valueStart: number,
  valueEnd: number,
) => void;

type Reader = (line: string, base: number, visit: FieldVisitor) => void;

/**
 * Visits the named values of one status line in order. A value that does not fit its grammar is left out,
 * never guessed. Values are visited as text spans: numbers of 18 digits and more keep their digits.
 */
export function visitStatusLine(
  kind: StatusLineKind,
  text: string,
  start: number,
  end: number,
  visit: FieldVisitor,
): void {
  READERS[kind](text.slice(start, end), start, visit);
}

/** The same as a list, for hovers. */
export function statusLineFields(kind: StatusLineKind, text: string, start: number, end: number): FieldToken[] {
  const tokens: FieldToken[] = [];
  visitStatusLine(kind, text, start, end, (name, nameStart, nameEnd, valueStart, valueEnd) => {
    tokens.push({ name, nameStart, nameEnd, valueStart, valueEnd });
  });
  return tokens;
}

/** Seconds in `2D:5H:27M:26S`; null when empty or malformed. */
export function parseUptime(text: string): number | null {
  const match = /^(?:(\d{1,6})D)?:?(?:(\d{1,3})H)?:?(?:(\d{1,3})M)?:?(?:(\d{1,3})S)?$/u.exec(text.trim());
  if (match === null || text.trim() === '') return null;
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  return Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** Seconds in `227 days, 21 hours, 26 minutes, 13 seconds`; older versions leave the seconds out. Null when malformed. */
export function parseCertificateLife(text: string): number | null {
  const match =
    /^(-?\d{1,6}) days?(?:, (-?\d{1,3}) hours?)?(?:, (-?\d{1,3}) minutes?)?(?:, (-?\d{1,3}) seconds?)?/u.exec(text);
  if (match === null) return null;
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  return Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/**
 * Signed seconds of a Time skew value, local clock minus cloud clock, in its three spellings:
 * `- 0.012783s`, `+ 0.000000s`, `local time lags cloud time by 0.001620s` (leads: positive).
 */
export function parseSkew(text: string): number | null {
  const signed = /^([+-]) ?(\d{1,12}(?:\.\d{1,9})?)s/u.exec(text);
  if (signed !== null) return (signed[1] === '-' ? -1 : 1) * Number(signed[2]);
  const worded = /^local time (lags|leads) cloud time by (\d{1,12}(?:\.\d{1,9})?)s/u.exec(text);
  return worded === null ? null : (worded[1] === 'lags' ? -1 : 1) * Number(worded[2]);
}

const READERS: Record<StatusLineKind, Reader> = {
  header: readHeader,
  threads: readThreads,
  certificate: (line, base, visit) => {
    const value = /\d.*$/u.exec(line);
    if (value !== null) visit('certificate.expires', base, base + 11, base + value.index, base + line.trimEnd().length);
  },
  connection: readConnection,
  rpc: readRpc,
  data: (line, base, visit) => {
    readPairs(line, base, visit, {
      'Broker data connection count': 'data.connections',
      'backed_off connections': 'data.backed_off',
    });
  },
  transfer: (line, base, visit) => {
    readPairs(line, base, visit, {
      'Total ToBroker': 'transfer.ToBroker',
      'Total FromBroker': 'transfer.FromBroker',
    });
  },
  mtunnels: readMtunnels,
  apps: readApps,
  skew: (line, base, visit) => {
    const value = /: ?/u.exec(line);
    if (value !== null)
      visit('skew', base, base + 9, base + value.index + value[0].length, base + line.trimEnd().length);
  },
  fproxy: (line, base, visit) => {
    for (const match of line.matchAll(/(?<=^fproxy conn stats(?: \(\w{1,20}\))? |, )([a-z ]{1,30}): (\d{1,20})/gu)) {
      emit(`fproxy.${match[1] ?? ''}`, match.index, match, base, visit);
    }
  },
  descriptors: (line, base, visit) => {
    for (const match of line.matchAll(/(System|Process) (\d{1,20})\|(\d{1,20})/gu)) {
      const [, scope = '', max = '', used = ''] = match;
      const nameStart = base + match.index;
      const maxStart = nameStart + scope.length + 1;
      const usedStart = maxStart + max.length + 1;
      visit(`descriptors.${scope}.max`, nameStart, nameStart + scope.length, maxStart, maxStart + max.length);
      visit(`descriptors.${scope}.in-use`, nameStart, nameStart + scope.length, usedStart, usedStart + used.length);
    }
  },
  sockets: (line, base, visit) => {
    for (const match of line.matchAll(
      /(?<=: |, | )((?:TCP|UDP)[46] [a-z-]{1,20}|Created|Ports available per interface|IPv[46] interfaces) (\d{1,20})/gu,
    )) {
      emit(`sockets.${match[1] ?? ''}`, match.index, match, base, visit);
    }
  },
};

/** Emits a match whose group 1 is the name at the match's start and whose last group is the value at its end. */
function emit(name: string, index: number, match: RegExpExecArray, base: number, visit: FieldVisitor): void {
  const label = match[1] ?? '';
  const value = match[match.length - 1] ?? '';
  const valueEnd = base + index + match[0].length;
  visit(name, base + index, base + index + label.length, valueEnd - value.length, valueEnd);
}

function readHeader(line: string, base: number, visit: FieldVisitor): void {
  const open = line.indexOf('Status:');
  let at = open + 'Status:'.length;
  const close = line.lastIndexOf(' --');
  const end = close > at ? line.slice(0, close).trimEnd().replace(/ ?-+$/u, '').length : line.length;
  while (open >= 0 && at < end) {
    const equals = line.indexOf('=', at);
    if (equals < 0 || equals >= end) return;
    // The name may hold colons and blanks: a part ends before the next `:Key=` or `:Key(…)=`.
    const next = /:[A-Z][\w ]{0,16}(?:\([\w|]{1,120}\))?=/u.exec(line.slice(equals, end));
    const valueEnd = next === null ? end : equals + next.index;
    emitHeaderPart(line, at, equals, valueEnd, base, visit);
    at = valueEnd + 1;
  }
}

function emitHeaderPart(
  line: string,
  start: number,
  equals: number,
  end: number,
  base: number,
  visit: FieldVisitor,
): void {
  const label = line.slice(start, equals);
  const group = /^([\w ]{1,20}?) ?\(([\w|]{1,120})\)$/u.exec(label);
  if (group === null) {
    visit(label, base + start, base + equals, base + equals + 1, base + end);
    return;
  }
  const [, name = '', parts = ''] = group;
  const names = parts.split('|');
  let valueStart = equals + 1;
  let partStart = start + label.indexOf('(') + 1;
  for (const part of names) {
    let valueEnd = line.indexOf('|', valueStart);
    if (valueEnd < 0 || valueEnd > end) valueEnd = end;
    const raw = line.slice(valueStart, valueEnd);
    const lead = raw.length - raw.trimStart().length;
    const value = raw.trim();
    if (value !== '') {
      const from = base + valueStart + lead;
      visit(`${name}.${part}`, base + partStart, base + partStart + part.length, from, from + value.length);
    }
    valueStart = valueEnd + 1;
    partStart += part.length + 1;
    if (valueStart > end) return;
  }
}

function readThreads(line: string, base: number, visit: FieldVisitor): void {
  for (const match of line.matchAll(/([\w.-]{1,80})=(\d{1,4})%/gu)) {
    const name = match[1] ?? '';
    const valueStart = base + match.index + name.length + 1;
    visit(
      `threads.${name}`,
      base + match.index,
      base + match.index + name.length,
      valueStart,
      valueStart + (match[2] ?? '').length + 1,
    );
  }
}

const ENDPOINTS =
  /(?:local:)?\[([^\]\s]{1,45})\]:(\d{1,5})(?:;([^:\s;[\]]{1,255}):\[([^\]\s]{1,45})\]:(\d{1,5})(?:;(\d{1,3}))?)?/u;

function readConnection(line: string, base: number, visit: FieldVisitor): void {
  const head =
    /^(?:(?:Public |Private )?Broker ([a-z][a-z ]{1,40}?) connection|(?!Control connection state)([A-Z][\w()]{1,40}) connection|(Control) connection state)/u.exec(
      line,
    );
  if (head === null) return;
  const channel = (head[1] ?? head[2] ?? head[3] ?? '').toLowerCase();
  const nameEnd = base + head[0].length;
  const part = (name: string, from: number, to: number): void => {
    visit(`connection.${channel}.${name}`, base, nameEnd, base + from, base + to);
  };
  if (line.startsWith(' - NONE', head[0].length)) {
    part('state', head[0].length + 3, head[0].length + 7);
    return;
  }
  const state = /(?:, state |state: )(\w{1,60})/u.exec(line);
  if (state !== null)
    part('state', state.index + state[0].length - (state[1] ?? '').length, state.index + state[0].length);
  readEndpoints(line, part);
  readLabelled(line, base, channel, visit);
}

function readEndpoints(line: string, part: (name: string, from: number, to: number) => void): void {
  const match = ENDPOINTS.exec(line);
  if (match === null) return;
  const [whole, local = '', , broker, remote] = match;
  const localAt = whole.indexOf('[') + match.index + 1;
  part('local', localAt, localAt + local.length);
  if (broker === undefined || remote === undefined) return;
  const brokerAt = match.index + whole.indexOf(`;${broker}:`) + 1;
  part('broker', brokerAt, brokerAt + broker.length);
  const remoteAt = brokerAt + broker.length + 2;
  part('remote', remoteAt, remoteAt + remote.length);
}

function readLabelled(line: string, base: number, channel: string, visit: FieldVisitor): void {
  const labelled = (name: string, label: string, pattern: RegExp): void => {
    const match = pattern.exec(line);
    if (match === null) return;
    const labelAt = match.index + match[0].indexOf(label);
    const valueEnd = match.index + match[0].length;
    visit(
      `connection.${channel}.${name}`,
      base + labelAt,
      base + labelAt + label.length,
      base + valueEnd - (match[1] ?? '').length,
      base + valueEnd,
    );
  };
  labelled('uptime', 'uptime', / uptime ([\dDHMS:]{1,24})/u);
  labelled('rtt.tcp', 'tcp', /RTT \(tcp\|app\): (\d{1,12})/u);
  labelled('rtt.app', 'app', /RTT \(tcp\|app\): \d{1,12}\|(\d{1,12})/u);
  labelled('disconnect_duration_s', 'disconnect_duration_s', /disconnect_duration_s (\d{1,12})/u);
  labelled('tx_b', 'tx_b', /tx_b (\d{1,20})/u);
  labelled('rx_b', 'rx_b', /rx_b (\d{1,20})/u);
}

/** Old form `A = n` or `A = n|n`; new form `RX: A[Dsp n …], B n … TX|TX_DROP: C[Dsp n|n, …], D n|n`. */
function readRpc(line: string, base: number, visit: FieldVisitor): void {
  const transmit = line.indexOf('TX|TX_DROP:');
  if (!line.includes('RX:') && transmit < 0) {
    readOldRpc(line, base, visit);
    return;
  }
  let group = '';
  for (const match of line.matchAll(
    /([A-Z]\w{1,30}(?: [Rr]edirect)?)\[|\]|([A-Z]\w{1,30}(?: [Rr]edirect)?) (\d{1,20})(?:\|(\d{1,20}))?/gu,
  )) {
    const [whole, opened, label, value, dropped] = match;
    if (opened !== undefined) {
      group = opened;
      const at = base + match.index;
      const side = transmit >= 0 && match.index > transmit ? 'tx' : 'rx';
      visit(`rpc.${side}.${canonicalRpc(opened)}`, at, at + opened.length, at, at + opened.length);
      continue;
    }
    if (label === undefined || value === undefined) {
      group = '';
      continue;
    }
    const sending = transmit >= 0 && match.index > transmit;
    const path = group === '' ? canonicalRpc(label) : `${canonicalRpc(group)}.${canonicalRpc(label)}`;
    const labelStart = base + match.index;
    const valueStart = labelStart + label.length + 1;
    visit(
      `rpc.${sending ? 'tx' : 'rx'}.${path}`,
      labelStart,
      labelStart + label.length,
      valueStart,
      valueStart + value.length,
    );
    if (dropped !== undefined) {
      const dropEnd = base + match.index + whole.length;
      visit(`rpc.drop.${path}`, labelStart, labelStart + label.length, dropEnd - dropped.length, dropEnd);
    }
  }
}

/** One spelling for names that differ in case inside one line (`PBrk`/`Pbrk`, `Redirect`/`redirect`). */
function canonicalRpc(label: string): string {
  return label === 'Pbrk' ? 'PBrk' : label.replace(/ redirect$/u, ' Redirect');
}

function readOldRpc(line: string, base: number, visit: FieldVisitor): void {
  for (const match of line.matchAll(/([A-Z]\w{1,30}) = (\d{1,20})(?:\|(\d{1,20}))?/gu)) {
    const [whole, label = '', value = '', dropped] = match;
    const labelStart = base + match.index;
    const valueStart = labelStart + label.length + 3;
    visit(`rpc.${label}`, labelStart, labelStart + label.length, valueStart, valueStart + value.length);
    if (dropped !== undefined) {
      const dropEnd = labelStart + whole.length;
      visit(`rpc.drop.${label}`, labelStart, labelStart + label.length, dropEnd - dropped.length, dropEnd);
    }
  }
}

/** `Label = n` or `Label n`, separated by commas; only labels of the table. A colour may end behind the last. */
function readPairs(line: string, base: number, visit: FieldVisitor, names: Readonly<Record<string, string>>): void {
  for (const match of line.matchAll(/([A-Za-z][\w -]{0,40}?)(?: =)? (\d{1,20})(?= ?,| bytes|\s*$|\u001b|\[0?m)/gu)) {
    const label = (match[1] ?? '').trim();
    const name = names[label];
    if (name !== undefined) emit(name, match.index, match, base, visit);
  }
}

const OLD_MTUNNELS: Readonly<Record<string, string>> = {
  'Total Created': 'mtunnels.created',
  'Total Freed': 'mtunnels.freed',
  'Current Active': 'mtunnels.active',
  Alloc: 'mtunnels.alloc',
  Free_q_cnt: 'mtunnels.Free_q_cnt',
};

/** Newer lines keep their own names; their label lists come from parentheses, `name(a|b|c) x|y|z`. */
function readMtunnels(line: string, base: number, visit: FieldVisitor): void {
  if (line.startsWith('Mtunnels:')) {
    readPairs(line, base, visit, OLD_MTUNNELS);
    return;
  }
  let scope: readonly string[] = [];
  const head = /^Mtunnels\(([\w|-]{1,120})\)/u.exec(line);
  if (head !== null) scope = (head[1] ?? '').split('|');
  for (const match of line.matchAll(
    /(?<=[,)] ?| )([a-z][a-z/ -]{2,40}?)(?: ?\(([\w|]{1,120})\))? (\d{1,20}(?:\|\d{1,20}){0,12})(?= ?,|\s|$|\u001b|\[0?m)/gu,
  )) {
    const [whole, label = '', inner, values = ''] = match;
    const numbers = values.split('|');
    const labels = inner === undefined ? scope : inner.split('|');
    let valueStart = base + match.index + whole.length - values.length;
    for (const [index, number] of numbers.entries()) {
      const suffix = numbers.length === 1 ? '' : `.${labels[index] ?? String(index)}`;
      visit(
        `mtunnels.${label}${suffix}`,
        base + match.index,
        base + match.index + label.length,
        valueStart,
        valueStart + number.length,
      );
      valueStart += number.length + 1;
    }
  }
}

/** Old and newer words for the same counts (W "Registered apps, newer form"). */
const APP_NAMES: Readonly<Record<string, string>> = {
  'Registered apps count': 'apps.registered',
  'alive app': 'apps.alive',
  'alive apps': 'apps.alive',
  passive_health: 'apps.passive_health',
  'apps with on-access health': 'apps.on_access_health',
  service_count: 'apps.service_count',
  'service count': 'apps.service_count',
  target_count: 'apps.target_count',
  'target count': 'apps.target_count',
  alive_target: 'apps.alive_target',
  'target alive': 'apps.alive_target',
  aged_target: 'apps.aged_target',
};

function readApps(line: string, base: number, visit: FieldVisitor): void {
  readPairs(line, base, visit, APP_NAMES);
}
