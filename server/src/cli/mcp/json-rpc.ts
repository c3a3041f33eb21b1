/**
 * JSON-RPC 2.0 as MCP speaks it over standard input and output: one message a line, no headers, one answer after the
 * other.
 */

/** Longest message that is read, in UTF-16 units. Requests are short; anything longer is no client of ours. */
const MAX_MESSAGE = 1 << 20;

export const ERRORS = {
  parse: -32_700,
  invalidRequest: -32_600,
  noMethod: -32_601,
  badParams: -32_602,
  internal: -32_603,
} as const;

/** Answered to the client as an error of the protocol. */
export class RpcError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** Gives the result of a request; what it gives for a notification is dropped. */
export type Handler = (method: string, params: Readonly<Record<string, unknown>>) => Promise<unknown>;

type Json = Readonly<Record<string, unknown>>;

/** Answers every message of the input until it ends. */
export async function serve(
  input: AsyncIterable<unknown>,
  write: (line: string) => Promise<void>,
  handle: Handler,
): Promise<void> {
  for await (const line of linesOf(input)) {
    if (line !== null && line.trim() === '') continue;
    const answer =
      line === null ? failure(null, ERRORS.parse, 'the message is too long') : await answerTo(line, handle);
    if (answer !== null) await write(`${JSON.stringify(answer)}\n`);
  }
}

async function answerTo(line: string, handle: Handler): Promise<unknown> {
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch {
    return failure(null, ERRORS.parse, 'the message is no JSON');
  }
  if (!Array.isArray(message)) return answerOne(message, handle);
  const answers: unknown[] = [];
  for (const one of message) {
    const answer = await answerOne(one, handle);
    if (answer !== null) answers.push(answer);
  }
  if (message.length === 0) return failure(null, ERRORS.invalidRequest, 'the batch is empty');
  return answers.length === 0 ? null : answers;
}

/** Null for what needs no answer: notifications, and answers to requests that were never sent. */
async function answerOne(message: unknown, handle: Handler): Promise<Json | null> {
  if (!isRecord(message)) return failure(null, ERRORS.invalidRequest, 'the message is no request');
  const { jsonrpc, id, method, params } = message;
  const isId = typeof id === 'string' || typeof id === 'number';
  if (typeof method !== 'string' || jsonrpc !== '2.0') {
    const isResponse = method === undefined && ('result' in message || 'error' in message);
    return isResponse ? null : failure(isId ? id : null, ERRORS.invalidRequest, 'the message is no request');
  }
  if (params !== undefined && !isRecord(params)) {
    return isId ? failure(id, ERRORS.badParams, 'params must be an object') : null;
  }
  try {
    const result = await handle(method, params ?? {});
    return isId ? { jsonrpc: '2.0', id, result } : null;
  } catch (error) {
    if (!isId) return null;
    if (error instanceof RpcError) return failure(id, error.code, error.message);
    return failure(id, ERRORS.internal, error instanceof Error ? error.message : String(error));
  }
}

function failure(id: string | number | null, code: number, message: string): Json {
  return { jsonrpc: '2.0', id, error: { code, message } };
}

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lines of the input; null for one that is too long. */
async function* linesOf(input: AsyncIterable<unknown>): AsyncGenerator<string | null> {
  const decoder = new TextDecoder();
  let rest = '';
  let isDropping = false;
  for await (const chunk of input) {
    const parts = (
      rest + (chunk instanceof Uint8Array ? decoder.decode(chunk, { stream: true }) : String(chunk))
    ).split('\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      yield isDropping || part.length > MAX_MESSAGE ? null : part;
      isDropping = false;
    }
    if (rest.length > MAX_MESSAGE) {
      isDropping = true;
      rest = '';
    }
  }
  if (isDropping || rest !== '') yield isDropping ? null : rest;
}
