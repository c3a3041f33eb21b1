import type { PackedBlocks } from '../status-block/packed-blocks';
import { compactBlocks, PackedBlockSeries } from '../status-block/packed-blocks';
import type { EventLog, JournalFacts, ProcessLife } from './facts';

/** Facts of a journal as plain data, for the way from one thread to another. */
export type PackedJournal = Omit<JournalFacts, 'processes'> & {
  readonly processes: readonly (Omit<ProcessLife, 'blocks'> & { readonly blocks: PackedBlocks<Float64Array> })[];
};

/** The facts as plain data. */
export function packJournal(facts: JournalFacts): PackedJournal {
  const events = [...facts.events].map(([id, { count, kept }]): [string, EventLog] => [id, { count, kept }]);
  return {
    ...facts,
    processes: facts.processes.map((life) => ({ ...life, blocks: compactBlocks(life.blocks) })),
    events: new Map(events),
  };
}

/** The facts that plain data was made of. */
export function unpackJournal(packed: PackedJournal): JournalFacts {
  return {
    ...packed,
    processes: packed.processes.map((life) => ({ ...life, blocks: new PackedBlockSeries(life.blocks) })),
  };
}
