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

/**
 * Which status line a message is, by its first characters; null for any other message.
 * `start` is the first unit of the message, behind colour codes and level words.
 */
export function statusLineKind(text: string, start: number, end: number): StatusLineKind | null {
  switch (text.charCodeAt(start)) {
    case 45 /* - */:
      {
        if (!text.startsWith('----', start)) return null;
        const head = text.slice(start, Math.min(end, start + 90));
        if (HEADER.test(head)) return 'header';
        return THREADS.test(head) ? 'threads' : null;
      }
    case 66 /* B */:
      if (text.startsWith('Broker data connection count', start)) return 'data';
      return text.startsWith('Broker ', start) ? namedConnection(text, start, end) : null;
    case 67 /* C */:
      if (text.startsWith('Certificate will expire in ', start)) return 'certificate';
      return text.startsWith('Control connection state:', start) ? 'connection' : null;
    case 68 /* D */:
      return text.startsWith('Data Transfer:', start) ? 'transfer' : null;
    case 70 /* F */:
      return text.startsWith('File descriptors(', start) ? 'descriptors' : null;
    case 77 /* M */:
      return text.startsWith('Mtunnels:', start) || text.startsWith('Mtunnels(', start) ? 'mtunnels' : null;
    case 82 /* R */:
      if (text.startsWith('RPC Messages', start)) return 'rpc';
      return text.startsWith('Registered apps count', start) ? 'apps' : null;
    case 83 /* S */:
      if (text.startsWith('System Sockets:', start)) return 'sockets';
      return namedConnection(text, start, end);
    case 84 /* T */:
      return text.startsWith('Time skew:', start) ? 'skew' : null;
    case 102 /* f */:
      return text.startsWith('fproxy conn stats', start) ? 'fproxy' : null;
    case 76 /* L */:
    case 80 /* P */:
      return namedConnection(text, start, end);
    default:
      return null;
  }
}

function namedConnection(text: string, start: number, end: number): StatusLineKind | null {
  return NAMED_CONNECTION.test(text.slice(start, Math.min(end, start + 100))) ? 'connection' : null;
}
