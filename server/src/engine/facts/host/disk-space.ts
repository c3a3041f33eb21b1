import { MEGABYTE, sizeText } from '../../basics/byte-sizes';
import type { DfRow, InodeRow } from '../../formats/disk/df';
import type { Hit, Place } from '../../match/rule';
import { MAX_EVIDENCE } from '../../match/run-rules';
import type { Thresholds } from '../../match/thresholds';
import { blocksHit } from '../blocks';
import type { BundleFacts } from '../bundle-facts';

/** Mount points that the connector's programs, state and logs lie on. */
const VITAL = /^\/(?:$|var$|opt$|opt\/zscaler(?:\/|$))/u;
/** Kinds that are always full, or are memory and no disk. */
const UNREAL_TYPE =
  /^(?:squashfs|iso9660|udf|erofs|tmpfs|devtmpfs|devfs|ramfs|overlay|efivarfs|fuse\.\S+|autofs|nfs\d?|cifs|smb\d?|9p|vfat)$/u;
const UNREAL_DEVICE = /^(?:\/dev\/(?:loop|sr|cdrom|ram|zram)|(?:tmpfs|devtmpfs|udev|none|shm|run|efivarfs)$)/u;
/** Start files and media: small, filled once, and never written by the connector. */
const ELSEWHERE = /^\/(?:boot|efi|snap|dev|proc|sys|run|media|mnt|cdrom)(?:\/|$)/u;

/** One file system in one file of the bundle, over all its samples. */
export interface Volume {
  readonly artifact: number;
  readonly mount: string;
  /** Whether the connector itself needs it. */
  readonly isVital: boolean;
  readonly samples: readonly DfRow[];
  readonly inodes: readonly InodeRow[];
}

/** Real file systems of all `df` outputs; squashfs, iso9660, tmpfs, loop devices and the like left out. */
function volumes(facts: BundleFacts): readonly Volume[] {
  const found = new Map<string, { artifact: number; mount: string; samples: DfRow[]; inodes: InodeRow[] }>();
  for (const { artifact, facts: df } of facts.sections('df')) {
    const volumeOf = (row: DfRow | InodeRow): { samples: DfRow[]; inodes: InodeRow[] } => {
      const key = `${String(artifact.index)} ${row.mount}`;
      const volume = found.get(key) ?? { artifact: artifact.index, mount: row.mount, samples: [], inodes: [] };
      found.set(key, volume);
      return volume;
    };
    for (const row of df.rows) if (isReal(row)) volumeOf(row).samples.push(row);
    for (const row of df.inodes) if (isReal(row)) volumeOf(row).inodes.push(row);
  }
  return [...found.values()].map((one) => ({ ...one, isVital: VITAL.test(one.mount) }));
}

function isReal({ filesystem, type, mount }: DfRow | InodeRow): boolean {
  if (UNREAL_DEVICE.test(filesystem)) return false;
  // In a container the root is an overlay of the host's disk.
  if (mount === '/') return type === null || type === 'overlay' || !UNREAL_TYPE.test(type);
  if (type !== null && UNREAL_TYPE.test(type)) return false;
  return VITAL.test(mount) || (filesystem.startsWith('/dev/') && !ELSEWHERE.test(mount));
}

/** Whether a sample of a vital file system is full: by share, or by what is left. */
export function isFull(row: DfRow, thresholds: Thresholds): boolean {
  return (
    (row.usePercent !== null && row.usePercent >= thresholds.diskFullPercent) ||
    (row.sizeBytes > 0 && row.availableBytes < thresholds.diskFullMb * MEGABYTE)
  );
}

/** Hits of file systems that the connector needs and that are full, of `df` and of status blocks. */
export function fullDiskHits(facts: BundleFacts, thresholds: Thresholds): readonly Hit[] {
  const ofDf = volumes(facts).flatMap((volume) => (volume.isVital ? fullVolume(volume, thresholds) : []));
  const ofBlocks = fullBlocks(facts, thresholds);
  const [first] = ofDf;
  // One host says the same thing twice: one finding with both as evidence.
  if (first === undefined || new Set(facts.lives.map(({ scope }) => scope)).size > 1) return [...ofDf, ...ofBlocks];
  const places = ofBlocks.flatMap(({ evidence = [] }) => evidence);
  const { firstMs = null, lastMs = null } = ofBlocks[0] ?? {};
  return [
    {
      ...first,
      firstMs: first.firstMs ?? firstMs,
      lastMs: first.lastMs ?? lastMs,
      evidence: [...(first.evidence ?? []), ...places].slice(0, MAX_EVIDENCE),
    },
    ...ofDf.slice(1),
  ];
}

function fullVolume(volume: Volume, thresholds: Thresholds): Hit[] {
  const { mount } = volume;
  const samples = volume.samples.filter((row) => isFull(row, thresholds));
  const last = samples[samples.length - 1];
  if (last !== undefined) {
    const restarts = last.availableBytes < thresholds.diskFullMb * MEGABYTE;
    const data = { mount, percent: last.usePercent, free: sizeText(last.availableBytes), restarts };
    return [
      rowsHit(volume, samples, last.usePercent === null ? 'df.Mounted on' : 'df.Use%', {
        data,
        ...(last.usePercent === null ? { message: '{mount} is full: only {free} are left.' } : {}),
      }),
    ];
  }
  const tables = volume.inodes.filter(({ usePercent }) => (usePercent ?? 0) >= thresholds.diskFullPercent);
  const table = tables[tables.length - 1];
  if (table === undefined) return [];
  return [
    rowsHit(volume, tables, 'df.IUse%', {
      data: { mount, percent: table.usePercent, free: table.free },
      message: '{mount} is full of files: {percent}% of its file table are in use, {free} more files can be made.',
    }),
  ];
}

/** Hits of real file systems above the warning share that are not reported as full. */
export function highDiskHits(facts: BundleFacts, thresholds: Thresholds): readonly Hit[] {
  return volumes(facts).flatMap((volume): Hit[] => {
    if (volume.isVital && fullVolume(volume, thresholds).length > 0) return [];
    const samples = volume.samples.filter(({ usePercent }) => (usePercent ?? 0) > thresholds.diskHighPercent);
    const last = samples[samples.length - 1];
    if (last === undefined) return [];
    const data = { mount: volume.mount, percent: last.usePercent, free: sizeText(last.availableBytes) };
    return [rowsHit(volume, samples, 'df.Use%', { data })];
  });
}

function rowsHit(
  volume: Volume,
  rows: readonly { readonly line: number }[],
  field: string,
  rest: Pick<Hit, 'data' | 'message'>,
): Hit {
  const places = rows.map(({ line }): Place => ({ artifact: volume.artifact, line, field }));
  const [at = { artifact: volume.artifact, line: 0 }] = places;
  return { ...rest, at, evidence: places.slice(0, MAX_EVIDENCE), count: rows.length };
}

/** One hit a process life whose status blocks show less free space than the connector runs with. */
function fullBlocks(facts: BundleFacts, thresholds: Thresholds): Hit[] {
  return facts.livesWithBlocks.flatMap((placed): Hit[] => {
    const free = placed.life.blocks.column('Disk.Avail') ?? [];
    const low = [...free.keys()].filter((index) => (free[index] ?? Number.NaN) < thresholds.diskFullMb * MEGABYTE);
    const [first, ...rest] = low;
    if (first === undefined) return [];
    return [
      {
        ...blocksHit(placed, [first, ...rest], 'header', 'Disk.Avail'),
        data: { free: sizeText(free[rest.at(-1) ?? first] ?? 0), restarts: true },
        message: 'The disk of the connector is full: its status blocks show {free} left.',
      },
    ];
  });
}

/** The volume that the software is downloaded to, of every file that has one: the mount point nearest to /opt/zscaler/var. */
export function softwareVolumes(facts: BundleFacts): readonly Volume[] {
  const nearest = new Map<number, Volume>();
  for (const volume of volumes(facts)) {
    if (volume.samples.length === 0 || !`/opt/zscaler/var/`.startsWith(`${volume.mount.replace(/\/$/u, '')}/`))
      continue;
    const known = nearest.get(volume.artifact);
    if (known === undefined || volume.mount.length > known.mount.length) nearest.set(volume.artifact, volume);
  }
  return [...nearest.values()];
}
