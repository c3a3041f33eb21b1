import type { LssFigures } from './facts';
import type { LssRecord } from './record';

/** Name of a figure by the names that records give it. */
const NAMES: ReadonlyMap<string, keyof LssFigures> = new Map([
  ['CPUUtilization', 'CPUUtilization'],
  ['SystemMemoryUtilization', 'SystemMemoryUtilization'],
  ['MemUtilization', 'SystemMemoryUtilization'],
  ['TargetCount', 'TargetCount'],
  ['UsedTCPPortsIPv4', 'UsedTCPPortsIPv4'],
  ['UsedUDPPortsIPv4', 'UsedUDPPortsIPv4'],
  ['UsedTCPPortsIPv6', 'UsedTCPPortsIPv6'],
  ['UsedUDPPortsIPv6', 'UsedUDPPortsIPv6'],
  ['AvailablePorts', 'AvailablePorts'],
  ['SystemMaximumFileDescriptors', 'SystemMaximumFileDescriptors'],
  ['SystemUsedFileDescriptors', 'SystemUsedFileDescriptors'],
  ['ProcessMaximumFileDescriptors', 'ProcessMaximumFileDescriptors'],
  ['ProcessUsedFileDescriptors', 'ProcessUsedFileDescriptors'],
  ['AvailableDiskBytes', 'AvailableDiskBytes'],
]);
const KIND = /-(?:status|metrics)$/u;
const NUMBER = /^\d{1,19}(?:\.\d{1,6})?$/u;

/** The figures of a status or metrics record, whose values are numbers or numbers in quotes; null where it has none. */
export function figuresOf(record: LssRecord): LssFigures | null {
  if (!KIND.test(record.kind) || record.kind === 'user-status') return null;
  const figures: { -readonly [Name in keyof LssFigures]: LssFigures[Name] } = {};
  let any = false;
  for (const [key, name] of NAMES) {
    const text = record.values.get(key)?.text.trim() ?? '';
    if (!NUMBER.test(text)) continue;
    figures[name] = Number(text);
    any = true;
  }
  return any ? figures : null;
}
