import type { Format } from '../format';
import type { MemoryFacts } from './facts';
import { isStatusRow, memoryFields, readMemoryRow } from './fields';
import { MemoryReader } from './reader';

export const memoryStatus: Format<MemoryFacts> = {
  id: 'memory-status',
  language: 'zpa-memory',
  title: 'Memory by allocator (/memory/status)',
  command: /^curl\b.*\/memory\/status\b/u,
  opens: (lines) =>
    isStatusRow(lines[0] ?? '') ? 'allocator rows with Drain and Overhead, as /memory/status prints them' : null,
  read: (context) => new MemoryReader(context, isStatusRow),
  fields: (line) => memoryFields(line, 'allocator'),
  seriesKey: (line) => readMemoryRow(line)?.name ?? null,
};
