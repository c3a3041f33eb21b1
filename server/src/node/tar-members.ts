import { ReadableStream as NodeStream } from 'node:stream/web';
import { createTarDecoder } from 'modern-tar';
import type { Member } from './member';

/** Regular files of a tar archive, in its order. Links, devices and folders are left out. */
export async function* tarMembers(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Member> {
  // Node's own class is the one with `from`; browsers and Node name the same stream by two types.
  const stream = NodeStream.from(bytes) as unknown as ReadableStream<Uint8Array<ArrayBuffer>>;
  for await (const { header, body } of stream.pipeThrough(createTarDecoder())) {
    const isFile = header.type === undefined || header.type === 'file';
    const left = { body: true };
    if (isFile) {
      yield {
        name: header.name,
        sizeBytes: header.size,
        modifiedMs: header.mtime?.getTime() ?? null,
        chunks: bodyOf(body, left),
      };
    }
    if (left.body) await body.cancel();
  }
}

async function* bodyOf(body: ReadableStream<Uint8Array>, left: { body: boolean }): AsyncGenerator<Uint8Array> {
  left.body = false;
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
  } finally {
    await reader.cancel();
  }
}
