import type { FieldToken } from '../format';

const ROW =
  /^\* FC f_conn \[([^\]\s]{1,45})\]:(\d{1,5});([^:\s;[\]]{1,255}):\[([^\]\s]{1,45})\]:(\d{1,5})(?:;(\d{1,3}))?:(fohh_connection_\w{1,40}), /u;

/** One `* FC f_conn` row: who talks to whom, and where the counters begin. */
export interface FlowControlRow {
  /** Local address and port with broker: names the connection. */
  readonly key: string;
  readonly local: string;
  readonly broker: string;
  readonly remote: string;
  readonly state: string;
  /** Offset of the first counter in the message. */
  readonly countersAt: number;
}

/** Whether a message is a flow-control row, by its first characters. */
export function isFlowControlRow(text: string, start: number): boolean {
  return text.startsWith('* FC f_conn [', start);
}

/** Reads a row's endpoints and state; null where the row is cut or malformed. */
export function readFlowControlRow(message: string): FlowControlRow | null {
  const match = ROW.exec(message);
  if (match === null) return null;
  const [whole, local = '', port = '', broker = '', remote = '', , , state = ''] = match;
  return { key: `${local}:${port};${broker}`, local, broker, remote, state, countersAt: whole.length };
}

/** Named counters of a row (`f_conn.tx_drop` …); offsets from the start of `line`, whose message begins at `start`. */
export function flowControlFields(line: string, start: number): FieldToken[] {
  const message = line.slice(start);
  const row = readFlowControlRow(message);
  if (row === null) return [];
  const tokens: FieldToken[] = [];
  const place = (name: string, text: string, from: number): number => {
    const at = message.indexOf(text, from);
    tokens.push({
      name: `f_conn.${name}`,
      nameStart: start + at,
      nameEnd: start + at + text.length,
      valueStart: start + at,
      valueEnd: start + at + text.length,
    });
    return at + text.length;
  };
  let at = place('local', row.local, 0);
  at = place('broker', row.broker, at);
  at = place('remote', row.remote, at);
  place('state', row.state, at);
  for (const match of message.slice(row.countersAt).matchAll(/(\w{1,24}) = (\d{1,20})/gu)) {
    const [whole, name = '', value = ''] = match;
    const from = start + row.countersAt + match.index;
    const valueEnd = from + whole.length;
    tokens.push({
      name: `f_conn.${name}`,
      nameStart: from,
      nameEnd: from + name.length,
      valueStart: valueEnd - value.length,
      valueEnd,
    });
  }
  return tokens;
}
