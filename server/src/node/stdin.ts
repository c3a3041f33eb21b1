import { createReadStream } from 'node:fs';

/** Bytes of standard input kept for the second look; a longer stream is judged whole but quotes only its first part. */
const MAX_KEPT = 512 * 1024 * 1024;

/** Pipes and devices by path, each of which comes once, as streams that can be read twice. */
export function repeatablePipes(): (path: string) => AsyncIterable<Uint8Array> {
  const pipes = new Map<string, () => AsyncIterable<Uint8Array>>();
  return (path) => {
    const known = pipes.get(path) ?? repeatable(() => createReadStream(path));
    pipes.set(path, known);
    return known();
  };
}

/** Standard input, which comes once, as a stream that can be read twice. */
export function repeatableStdin(input?: AsyncIterable<unknown>): () => AsyncIterable<Uint8Array> {
  return repeatable(() => input ?? process.stdin);
}

function repeatable(open: () => AsyncIterable<unknown>): () => AsyncIterable<Uint8Array> {
  const kept: Uint8Array[] = [];
  let bytes = 0;
  let isRead = false;
  return async function* () {
    if (isRead) {
      yield* kept;
      return;
    }
    isRead = true;
    for await (const piece of open()) {
      const chunk = piece instanceof Uint8Array ? piece : Buffer.from(String(piece));
      if (bytes < MAX_KEPT) kept.push(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
}
