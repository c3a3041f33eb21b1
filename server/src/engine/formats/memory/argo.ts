import type { Format } from '../format';
import type { MemoryFacts } from './facts';
import { isMemoryRow, isStatusRow, memoryFields, readMemoryRow } from './fields';
import { MemoryReader } from './reader';

export const memoryArgo: Format<MemoryFacts> = {
  id: 'memory-argo',
  language: 'zpa-memory',
  title: 'Memory by message object (/memory/argo)',
  command: /^curl\b.*\/memory\/argo?\b/u,
  opens: (lines) => (isArgoRow(lines[0] ?? '') ? 'object rows without Drain, as /memory/argo prints them' : null),
  read: (context) => new MemoryReader(context, isArgoRow),
  fields: (line) => memoryFields(line, 'object'),
  seriesKey: (line) => readMemoryRow(line)?.name ?? null,
};

function isArgoRow(line: string): boolean {
  return isMemoryRow(line) && !isStatusRow(line);
}
