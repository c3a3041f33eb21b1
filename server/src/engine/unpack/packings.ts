import { bunzip2 } from './bunzip2';
import { unxz } from './unxz';
import { unzstd } from './unzstd';

/**
 * What packs a single stream, beside gzip, which platforms bring along. Read here, for Node and the browser alike. Of the
 * libraries, fzstd takes minutes for twenty hostile bytes, xz-decompress waits for ever at an archive within an archive,
 * and unbzip2-stream, not kept since 2020, hands out nothing before all is unpacked.
 */
export type Packing = 'xz' | 'zstd' | 'bzip2';

/** How a stream is packed, by its first bytes (ten are enough); null for anything else. */
export function packingOf(head: Uint8Array): Packing | null {
  if (begins(head, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0])) return 'xz';
  if (begins(head, [0x28, 0xb5, 0x2f, 0xfd])) return 'zstd';
  // A frame to be passed over, with which pzstd begins.
  if (((head[0] ?? 0) & 0xf0) === 0x50 && begins(head.subarray(1), [0x2a, 0x4d, 0x18])) return 'zstd';
  const [, , , level = 0] = head;
  if (!begins(head, [0x42, 0x5a, 0x68]) || level < 0x31 || level > 0x39) return null;
  const block = head.subarray(4);
  const isBzip2 = [BZIP2_BLOCK, BZIP2_END].some((mark) => begins(block, mark));
  return isBzip2 ? 'bzip2' : null;
}

const BZIP2_BLOCK = [0x31, 0x41, 0x59, 0x26, 0x53, 0x59];
const BZIP2_END = [0x17, 0x72, 0x45, 0x38, 0x50, 0x90];

function begins(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/**
 * The unpacked stream, in pieces of up to 2 MB. Everything that can be unpacked is given before an error is thrown: a
 * PackedError where the data is cut or damaged, or asks for too much memory; else what the packed stream threw.
 */
export function unpacked(packing: Packing, packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  return UNPACKERS[packing](packed);
}

const UNPACKERS: Readonly<Record<Packing, (packed: AsyncIterable<Uint8Array>) => AsyncGenerator<Uint8Array>>> = {
  xz: unxz,
  zstd: unzstd,
  bzip2: bunzip2,
};
