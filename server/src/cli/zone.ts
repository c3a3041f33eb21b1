import type { ZoneOffset } from '../engine/report/log-time';
import { zoneOffset } from '../engine/report/zone';
import { UsageError } from './usage-error';

/** Reads a zone as the engine does. Throws UsageError on what is none. */
export function readZone(text: string): ZoneOffset {
  const zone = zoneOffset(text);
  if (zone !== null) return zone;
  if (/^[+-]\d/u.test(text)) throw new UsageError(`--timezone ${text} is no zone: offsets go to 14 hours`);
  throw new UsageError(`--timezone ${text} is not known: UTC, +05:30 or a name as in Europe/Berlin`);
}
