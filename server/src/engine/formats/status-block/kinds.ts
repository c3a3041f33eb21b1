/** The lines a once-a-minute status block is made of, in all generations (18.x to 25.x). */
export const STATUS_LINE_KINDS = [
  'header',
  'threads',
  'certificate',
  'connection',
  'rpc',
  'data',
  'transfer',
  'mtunnels',
  'apps',
  'skew',
  'fproxy',
  'descriptors',
  'sockets',
] as const;

export type StatusLineKind = (typeof STATUS_LINE_KINDS)[number];

// Sticky: they are tried in the middle of a large text, which a slice would copy.
const HEADER = /-{4,16} ?(?:[A-Z][\w ]{0,40} )?Status:/uy;
const THREADS = /-{4,16} ?(?:[A-Z][\w ]{0,40} )?thread CPU usage:/uy;
/** `Broker control connection, state …`, `Public Broker config override connection - NONE`, `Log(event_log) connection, state …`. */
const NAMED_CONNECTION =
  /(?:(?:Public |Private )?Broker [a-z][a-z ]{1,40}connection|[A-Z][\w()]{1,40} connection)(?:, state | - NONE)/uy;

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
  if (isAt(HEADER, text, start, end)) return 'header';
  return isAt(THREADS, text, start, end) ? 'threads' : null;
}

function namedConnection(text: string, start: number, end: number): StatusLineKind | null {
  return isAt(NAMED_CONNECTION, text, start, end) ? 'connection' : null;
}

/** Whether a sticky expression matches at `start` and within the line. */
function isAt(sticky: RegExp, text: string, start: number, end: number): boolean {
  sticky.lastIndex = start;
  return sticky.test(text) && sticky.lastIndex <= end;
}
