import { Unzip, UnzipInflate } from 'fflate';
import type { UnzipFile } from 'fflate';
import type { Budget } from './limits';
import type { Member } from './member';

type ZipEvent =
  | { readonly kind: 'file'; readonly file: UnzipFile }
  | { readonly kind: 'data'; readonly bytes: Uint8Array }
  | { readonly kind: 'end' }
  | { readonly kind: 'fault'; readonly error: Error };

/** Packed bytes handed over at once: what they unpack to is held until it is read. */
const SLICE = 64 * 1024;

/** Files of a zip archive, in its order, unpacked while it streams by. Folders are left out. */
export async function* zipMembers(bytes: AsyncIterable<Uint8Array>, budget: Budget): AsyncGenerator<Member> {
  const events = zipEvents(bytes, budget);
  for await (const event of events) {
    if (event.kind === 'fault') throw event.error;
    if (event.kind !== 'file') continue;
    const { name, originalSize } = event.file;
    const body = bodyOf(events);
    if (!name.endsWith('/')) {
      yield { name, sizeBytes: originalSize ?? null, modifiedMs: null, chunks: { [Symbol.asyncIterator]: () => body } };
    }
    // Whatever the reader left of this member is passed over.
    for (let rest = await body.next(); rest.done !== true; rest = await body.next());
  }
}

async function* bodyOf(events: AsyncGenerator<ZipEvent>): AsyncGenerator<Uint8Array> {
  for (let next = await events.next(); next.done !== true; next = await events.next()) {
    if (next.value.kind === 'data') yield next.value.bytes;
    else if (next.value.kind === 'fault') throw next.value.error;
    else return;
  }
}

async function* zipEvents(bytes: AsyncIterable<Uint8Array>, budget: Budget): AsyncGenerator<ZipEvent> {
  const queue: ZipEvent[] = [];
  const unzip = new Unzip((file) => {
    queue.push({ kind: 'file', file });
    let unpacked = 0;
    file.ondata = (error: Error | null, part, final) => {
      if (error !== null) {
        queue.push({ kind: 'fault', error: new Error(`${file.name}: ${error.message}`) });
        return;
      }
      unpacked += part.length;
      budget.take(part.length, unpacked, file.size ?? null);
      queue.push({ kind: 'data', bytes: part });
      if (final) queue.push({ kind: 'end' });
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at += SLICE) {
      unzip.push(chunk.subarray(at, at + SLICE), false);
      yield* queue.splice(0);
    }
  }
  unzip.push(new Uint8Array(0), true);
  yield* queue.splice(0);
}
