/** What may be asked of the server when: nothing before `initialize`, nothing after `shutdown` (LSP 3.17, lifecycle). */
import { ErrorCodes, Message, ResponseError } from 'vscode-languageserver';
import type { Connection, MessageStrategy } from 'vscode-languageserver';

/** Our own name for a request that comes at the wrong time; its parameters are the refusal. */
const REFUSED = 'zpaTriage/refused';

interface Refusal {
  readonly code: number;
  readonly message: string;
}

/**
 * A message strategy for `createConnection`: requests out of turn are refused (-32002 before `initialize`, -32600 after
 * `shutdown` and for a second `initialize`), notifications out of turn are dropped, except `exit`. Answers of the client
 * always pass. The connection must know how to refuse: `answerRefusals`.
 */
export function lifecycle(): MessageStrategy {
  let phase: 'new' | 'running' | 'down' = 'new';
  const refusalOf = (method: string): Refusal | null => {
    if (phase === 'down') return { code: ErrorCodes.InvalidRequest, message: 'The server was shut down.' };
    const isFirst = method === 'initialize';
    if (phase === 'new' && !isFirst) {
      return { code: ErrorCodes.ServerNotInitialized, message: 'The server was not initialized yet.' };
    }
    return phase === 'running' && isFirst
      ? { code: ErrorCodes.InvalidRequest, message: 'The server was initialized before.' }
      : null;
  };
  return {
    handleMessage: (message, next) => {
      if (Message.isRequest(message)) {
        const refusal = refusalOf(message.method);
        if (refusal !== null) return next({ ...message, method: REFUSED, params: refusal } as Message);
        if (message.method === 'initialize') phase = 'running';
        else if (message.method === 'shutdown') phase = 'down';
      } else if (Message.isNotification(message) && phase !== 'running' && message.method !== 'exit') {
        return undefined;
      }
      return next(message);
    },
  };
}

/** Answers what the message strategy refused with its error. */
export function answerRefusals(connection: Connection): void {
  connection.onRequest(REFUSED, ({ code, message }: Refusal) => new ResponseError(code, message));
}
