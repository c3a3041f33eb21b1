/** Archives held in memory, for servers without a disk: tar, zip, and what packs a stream. On a disk server/src/node streams them. */
import { Gunzip, Unzip, UnzipInflate } from 'fflate';
import { createTarDecoder } from 'modern-tar';
import { PackedError } from '../../engine/unpack/packed-bytes';
import { packingOf, unpacked } from '../../engine/unpack/packings';

export interface Unpacked {
  /** Path below the archive, `/` separated; null for a file that was compressed by itself. */
  readonly member: string | null;
  readonly bytes: readonly Uint8Array[];
  /** Epoch milliseconds; null where the archive does not say. */
  readonly modifiedMs: number | null;
  /** Why only the beginning could be unpacked; null where it is whole. */
  readonly failure: string | null;
}

/** What an archive may unpack to: all of it is held. */
const MAX_UNPACKED = 512 * 2 ** 20;
const SLICE = 64 * 1024;

/** Why an archive was not unpacked, in words for people. */
export class UnpackError extends Error {}

/** Whether a file is an archive, or packed, by its first bytes. */
export function isArchive(head: Uint8Array): boolean {
  return isZip(head) || isTar(head) || isGzip(head) || packingOf(head) !== null;
}

/** The files in an archive. Throws UnpackError where it is broken, too large, or of a kind that cannot be unpacked here. */
export async function unpack(packed: readonly Uint8Array[]): Promise<readonly Unpacked[]> {
  try {
    return await opened(packed, new Room());
  } catch (error) {
    if (error instanceof UnpackError) throw error;
    throw new UnpackError('the archive is damaged: unpack it first');
  }
}

class Room {
  #taken = 0;

  take(bytes: number): void {
    this.#taken += bytes;
    if (this.#taken > MAX_UNPACKED) throw new UnpackError('too large to be unpacked in the browser: unpack it first');
  }
}

async function opened(packed: readonly Uint8Array[], room: Room): Promise<readonly Unpacked[]> {
  const members = await membersOf(packed, room);
  if (members !== null) return members;
  const stream = await streamOf(packed, room);
  if (stream === null) throw new UnpackError('of a kind that is not unpacked in the browser: unpack it first');
  const { bytes, failure } = stream;
  if (failure !== null && (bytes.length === 0 || isTar(headOf(bytes)))) throw new UnpackError(failure);
  return (await membersOf(bytes, room)) ?? [{ member: null, modifiedMs: null, bytes, failure }];
}

/** The files of a tar or zip, with those unpacked that are packed by themselves, such as rotated logs; null for others. */
async function membersOf(bytes: readonly Uint8Array[], room: Room): Promise<readonly Unpacked[] | null> {
  const head = headOf(bytes);
  const members = isZip(head) ? zipped(bytes, room) : isTar(head) ? await tarred(bytes, room) : null;
  if (members === null) return null;
  const found: Unpacked[] = [];
  for (const member of members) found.push({ ...member, ...(await streamOf(member.bytes, room)) });
  return found;
}

/** What was packed as a single stream, as far as it could be unpacked; null for anything else. */
async function streamOf(
  packed: readonly Uint8Array[],
  room: Room,
): Promise<Pick<Unpacked, 'bytes' | 'failure'> | null> {
  const head = headOf(packed);
  if (isGzip(head)) return { bytes: gunzipped(packed, room), failure: null };
  const packing = packingOf(head);
  if (packing === null) return null;
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    yield* await Promise.resolve(packed);
  };
  const bytes: Uint8Array[] = [];
  try {
    for await (const part of unpacked(packing, pieces())) {
      room.take(part.length);
      bytes.push(part);
    }
  } catch (error) {
    if (error instanceof PackedError) return { bytes, failure: error.message };
    throw error;
  }
  return { bytes, failure: null };
}

function headOf(parts: readonly Uint8Array[]): Uint8Array {
  const head = new Uint8Array(512);
  let length = 0;
  for (const part of parts) {
    head.set(part.subarray(0, head.length - length), length);
    length = Math.min(head.length, length + part.length);
    if (length === head.length) break;
  }
  return head;
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && head[2] === 3 && head[3] === 4;
}

function isTar(head: Uint8Array): boolean {
  return String.fromCharCode(...head.subarray(257, 262)) === 'ustar';
}

function gunzipped(packed: readonly Uint8Array[], room: Room): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  const stream = new Gunzip((part) => {
    room.take(part.length);
    parts.push(part);
  });
  for (const slice of slices(packed)) stream.push(slice, false);
  stream.push(new Uint8Array(0), true);
  return parts;
}

function zipped(packed: readonly Uint8Array[], room: Room): readonly Unpacked[] {
  const found: Unpacked[] = [];
  const unzip = new Unzip((file) => {
    const bytes: Uint8Array[] = [];
    file.ondata = (error: Error | null, part) => {
      if (error !== null) throw error;
      room.take(part.length);
      bytes.push(part);
    };
    file.start();
    const member = memberPath(file.name);
    if (!file.name.endsWith('/') && member !== '') found.push({ member, bytes, modifiedMs: null, failure: null });
  });
  unzip.register(UnzipInflate);
  for (const slice of slices(packed)) unzip.push(slice, false);
  unzip.push(new Uint8Array(0), true);
  return found;
}

async function tarred(bytes: readonly Uint8Array[], room: Room): Promise<readonly Unpacked[]> {
  const found: Unpacked[] = [];
  const left = [...bytes];
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => {
      const next = left.shift();
      if (next === undefined) controller.close();
      else controller.enqueue(new Uint8Array(next));
    },
  });
  const entries = source.pipeThrough(createTarDecoder()).getReader();
  for (let next = await entries.read(); !next.done; next = await entries.read()) {
    const { header, body } = next.value;
    const parts: Uint8Array[] = [];
    const reader = body.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      room.take(part.value.length);
      parts.push(part.value);
    }
    const member = memberPath(header.name);
    if ((header.type === undefined || header.type === 'file') && member !== '') {
      found.push({ member, bytes: parts, modifiedMs: header.mtime?.getTime() ?? null, failure: null });
    }
  }
  return found;
}

function* slices(parts: readonly Uint8Array[]): Generator<Uint8Array> {
  for (const part of parts) {
    for (let at = 0; at < part.length; at += SLICE) yield part.subarray(at, at + SLICE);
  }
}

/** A path that climbs out of nothing and shows no control characters. */
function memberPath(name: string): string {
  return name
    .slice(0, 1_024)
    .replace(/\\/gu, '/')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\ufffd')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .map((part) => (part === '..' ? '__' : part))
    .join('/');
}
