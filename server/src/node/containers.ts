import type { ByteSource } from '../engine/ports';
import { packingOf } from '../engine/unpack/packings';
import type { Packing } from '../engine/unpack/packings';
import { decompress } from './decompress';
import { LimitError, reasonOf } from './failures';
import { gunzip } from './gunzip';
import type { Budget } from './limits';
import { safeMemberPath } from './member';
import type { Member } from './member';
import { tarMembers } from './tar-members';
import { zipMembers } from './zip-members';

/** What a walk comes upon. Bytes of a source must be read before the next find is asked for, and can be read once. */
export type Find =
  | { readonly kind: 'source'; readonly source: ByteSource }
  | { readonly kind: 'config'; readonly path: string; readonly chunks: AsyncIterable<Uint8Array> }
  /** `note`: passed over on purpose; `error`: something that should have been readable. */
  | { readonly kind: 'problem'; readonly path: string; readonly reason: string; readonly weight: 'note' | 'error' };

/** A stream that may be a file, or an archive of files. */
export interface Stream {
  readonly path: string;
  readonly sizeBytes: number | null;
  readonly modifiedMs: number | null;
  /** Path on the disk, where the bytes are a file's own. */
  readonly file?: string;
  readonly from?: (offset: number) => AsyncIterable<Uint8Array>;
  readonly chunks: AsyncIterable<Uint8Array>;
}

export interface Expansion {
  readonly budget: Budget;
  readonly configName: string;
  /** Whether a file, or an archive (whose members have its path as a prefix), is wanted. */
  readonly wants: (path: string, isArchive: boolean) => boolean;
}

type Kind = 'gzip' | 'zip' | 'tar' | Packing | Unread;
/** Archives that are named, not read: nothing on a connector makes them. */
type Unread = '7-Zip' | 'RAR' | 'LZ4';

/** Enough to see every mark, and for the encoding of a text to be told. */
const HEAD_BYTES = 4_096;
const UNREAD: Readonly<Record<Unread, readonly number[]>> = {
  '7-Zip': [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c],
  RAR: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07],
  LZ4: [0x04, 0x22, 0x4d, 0x18],
};

/** The file itself, or what is in it where it is an archive: by its first bytes, whatever it is called. */
export async function* expand(stream: Stream, expansion: Expansion, depth = 0): AsyncGenerator<Find> {
  const { path } = stream;
  let head: Head;
  try {
    head = await readHead(stream.chunks);
  } catch (error) {
    yield { kind: 'problem', path, reason: reasonOf(error), weight: 'error' };
    return;
  }
  try {
    yield* open(stream, head, expansion, depth);
  } finally {
    // What was not read of a member is passed over, else its archive would not go on.
    await head.close();
  }
}

async function* open(stream: Stream, head: Head, expansion: Expansion, depth: number): AsyncGenerator<Find> {
  const { path } = stream;
  const kind = kindOf(head.bytes, path);
  if (kind === null) {
    yield* asFile({ ...stream, chunks: head.chunks }, expansion);
    return;
  }
  if (isUnread(kind)) {
    yield { kind: 'problem', path, reason: `compressed with ${kind}: unpack it first`, weight: 'error' };
  } else if (depth >= 2 * expansion.budget.limits.depth || path.split('!/').length > expansion.budget.limits.depth) {
    const reason = `archives nested deeper than ${String(expansion.budget.limits.depth)}: not unpacked`;
    yield { kind: 'problem', path, reason, weight: 'error' };
  } else if (kind === 'zip' || kind === 'tar') {
    if (!expansion.wants(path, true)) return;
    const members = kind === 'tar' ? tarMembers(head.chunks) : zipMembers(head.chunks, expansion.budget);
    yield* membersOf(members, stream, expansion, depth);
  } else {
    const { budget } = expansion;
    const chunks = kind === 'gzip' ? gunzip(head.chunks, budget) : decompress(kind, head.chunks, budget);
    yield* expand({ path, sizeBytes: null, modifiedMs: stream.modifiedMs, chunks }, expansion, depth + 1);
  }
}

function* asFile(stream: Stream, expansion: Expansion): Generator<Find> {
  const { path, sizeBytes, modifiedMs, file, from } = stream;
  if (path.slice(path.lastIndexOf('/') + 1) === expansion.configName) {
    yield { kind: 'config', path, chunks: stream.chunks };
    return;
  }
  if (!expansion.wants(path, false)) return;
  const failure: { reason: string | null } = { reason: null };
  const chunks = untilFailure(stream.chunks, failure);
  yield {
    kind: 'source',
    source: {
      path,
      sizeBytes,
      modifiedMs,
      ...(file === undefined ? {} : { file }),
      ...(from === undefined ? {} : { from }),
      chunks: () => chunks,
    },
  };
  if (failure.reason !== null) {
    yield { kind: 'problem', path, reason: `read only in part: ${failure.reason}`, weight: 'error' };
  }
}

async function* membersOf(
  members: AsyncIterable<Member>,
  archive: Stream,
  expansion: Expansion,
  depth: number,
): AsyncGenerator<Find> {
  const seen = new Map<string, number>();
  let count = 0;
  try {
    for await (const member of members) {
      count += 1;
      if (count > expansion.budget.limits.entries) {
        throw new LimitError(`more than ${String(expansion.budget.limits.entries)} files: the rest is left out`);
      }
      const inner = safeMemberPath(member.name);
      if (inner === '' || isClutter(inner)) continue;
      const times = (seen.get(inner) ?? 0) + 1;
      seen.set(inner, times);
      const path = `${archive.path}!/${inner}${times > 1 ? `#${String(times)}` : ''}`;
      const modifiedMs = plausible(member.modifiedMs) ?? archive.modifiedMs;
      yield* expand({ ...member, path, modifiedMs }, expansion, depth + 1);
    }
  } catch (error) {
    yield { kind: 'problem', path: archive.path, reason: `unpacked only in part: ${reasonOf(error)}`, weight: 'error' };
  }
}

/** Reproducible archives set all times to 1970 or 1980: such a time says nothing of when a log ended. */
function plausible(modifiedMs: number | null): number | null {
  return modifiedMs !== null && modifiedMs > EARLIEST_LOG_MS ? modifiedMs : null;
}

/** The product is younger than this. */
const EARLIEST_LOG_MS = Date.UTC(2012, 0, 1);

/** Folders of tools and leavings of desktops: never evidence. */
export function isClutter(path: string): boolean {
  return path
    .split('/')
    .some((part, index, parts) =>
      index < parts.length - 1
        ? /^(?:\.[^.].*|node_modules|__MACOSX)$/u.test(part)
        : part === '.DS_Store' || part.startsWith('._'),
    );
}

/** Gives what can be read and keeps the reason why not more: a file that is cut is judged as far as it goes. */
async function* untilFailure(
  chunks: AsyncIterable<Uint8Array>,
  failure: { reason: string | null },
): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    failure.reason = reasonOf(error);
  }
}

interface Head {
  readonly bytes: Uint8Array;
  /** The whole stream, the head included, as its first chunk. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Ends the stream, wherever it stands. */
  readonly close: () => Promise<void>;
}

async function readHead(chunks: AsyncIterable<Uint8Array>): Promise<Head> {
  const iterator = chunks[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let length = 0;
  let failure: Error | null = null;
  while (length < HEAD_BYTES) {
    try {
      const next = await iterator.next();
      if (next.done === true) break;
      parts.push(next.value);
      length += next.value.length;
    } catch (error) {
      // What came before the error is still worth reading; without any it is the answer.
      if (length === 0) throw error;
      failure = error instanceof Error ? error : new Error(reasonOf(error));
      break;
    }
  }
  const [only] = parts;
  const bytes = parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
  const close = async (): Promise<void> => {
    await iterator.return?.();
  };
  return { bytes, chunks: rest(bytes, iterator, failure), close };
}

async function* rest(
  head: Uint8Array,
  iterator: AsyncIterator<Uint8Array>,
  failure: Error | null,
): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  if (failure !== null) throw failure;
  for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
}

function kindOf(head: Uint8Array, path: string): Kind | null {
  const begins = (...bytes: readonly number[]): boolean => bytes.every((byte, index) => head[index] === byte);
  if (begins(0x1f, 0x8b)) return 'gzip';
  if (begins(0x50, 0x4b, 3, 4) || begins(0x50, 0x4b, 5, 6)) return 'zip';
  const packing = packingOf(head);
  if (packing !== null) return packing;
  for (const [kind, mark] of Object.entries(UNREAD)) if (isUnread(kind) && begins(...mark)) return kind;
  const mark = Buffer.from(head.subarray(257, 262)).toString('latin1');
  if (mark === 'ustar') return 'tar';
  return /\.tar$/iu.test(path) && head.length >= 512 && head[0] !== 0 ? 'tar' : null;
}

function isUnread(kind: string): kind is Unread {
  return kind in UNREAD;
}
