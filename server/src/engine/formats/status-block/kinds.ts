/** The lines a once-a-minute status block is made of, in all generations (18.x to 25.x; reference/domain.md 1.2). */
export type StatusLineKind =
  | 'header'
  | 'threads'
  | 'certificate'
  | 'connection'
  | 'rpc'
  | 'data'
  | 'transfer'
  | 'mtunnels'
  | 'apps'
  | 'skew'
  | 'fproxy'
  | 'descriptors'
  | 'sockets';

const HEADER = /^-{4,16} ?(?:[A-Z][\w ]{0,40} )?Status:/u;
const THREADS = /^-{4,16} ?(?:[A-Z][\w ]{0,40} )?thread CPU usage:/u;
/** `Broker control connection, state …`, `Public Broker config override connection - NONE`, `Log(event_log) connection, state …`. */
const NAMED_CONNECTION =
  /^(?:(?:Public |Private )?Broker [a-z][a-z ]{1,40}connection|[A-Z][\w()]{1,40} connection)(?:, state | - NONE)/u;

type Decide = (text: string, start: number, end: number) => StatusLineKind | null;

/** The kind of a line that begins with one of these words, else what `otherwise` says. */
function startingWith(
  words: readonly (readonly [word: string, kind: StatusLineKind])[],
  otherwise: Decide = () => null,
): Decide {
  return (text, start, end) => {
    for (const [word, kind] of words) if (text.startsWith(word, start)) return kind;
    return otherwise(text, start, end);
  };
}

/** By first character: of the millions of other messages most end at this look-up. */
const BY_FIRST: ReadonlyMap<number, Decide> = new Map(
  Object.entries({
    '-': dashes,
    B: startingWith([['Broker data connection count', 'data']], namedConnection),
    C: startingWith([
      ['Certificate will expire in ', 'certificate'],
      ['Control connection state:', 'connection'],
    ]),
    D: startingWith([['Data Transfer:', 'transfer']]),
    F: startingWith([['File descriptors(', 'descriptors']]),
    L: namedConnection,
    M: startingWith([
      ['Mtunnels:', 'mtunnels'],
      ['Mtunnels(', 'mtunnels'],
    ]),
    P: namedConnection,
    R: startingWith([
      ['RPC Messages', 'rpc'],
      ['Registered apps count', 'apps'],
    ]),
    S: startingWith([['System Sockets:', 'sockets']], namedConnection),
    T: startingWith([['Time skew:', 'skew']]),
    f: startingWith([['fproxy conn stats', 'fproxy']]),
  }).map(([first, decide]) => [first.charCodeAt(0), decide]),
);

/**
 * Which status line a message is, by its first characters; null for any other message.
 * `start` is the first unit of the message, behind colour codes and level words.
 */
export function statusLineKind(text: string, start: number, end: number): StatusLineKind | null {
  return BY_FIRST.get(text.charCodeAt(start))?.(text, start, end) ?? null;
}

function dashes(text: string, start: number, end: number): StatusLineKind | null {
  if (!text.startsWith('----', start)) return null;
  const head = text.slice(start, Math.min(end, start + 90));
  if (HEADER.test(head)) return 'header';
  return THREADS.test(head) ? 'threads' : null;
}

function namedConnection(text: string, start: number, end: number): StatusLineKind | null {
  return NAMED_CONNECTION.test(text.slice(start, Math.min(end, start + 100))) ? 'connection' : null;
}
