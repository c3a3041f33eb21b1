import type { JournalFacts } from '../formats/journal/facts';
import type { MemoryFacts } from '../formats/memory/facts';
import type { ProvisionKeyFacts } from '../formats/provision-key/facts';

/**
 * What each format's reader gives. A format file adds its own line by declaration merging:
 * `declare module '../../facts/registry' { interface FactsByFormat { df: DfFacts } }`.
 */
export interface FactsByFormat {
  journal: JournalFacts;
  'memory-status': MemoryFacts;
  'memory-argo': MemoryFacts;
  'provision-key': ProvisionKeyFacts;
}
