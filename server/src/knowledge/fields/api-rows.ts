/** Builder of the API field entries; holds no entry itself. */
import type { Field } from '../../engine/catalogue';
import type { Source } from '../../engine/match/rule';
import type { ShortRow } from './build';
import { shortField } from './build';

/** One entry a row; both spellings of the API are names and labels: `api.controlChannelStatus`, `api.control_channel_status`. */
export function apiFields(
  shared: { readonly formats: readonly string[]; readonly source: Source },
  rows: readonly ShortRow[],
): readonly Field[] {
  return rows.map((row) => {
    const [camel] = row;
    const spellings = [...new Set([camel, snakeCase(camel)])];
    return shortField(
      row,
      spellings.map((spelling) => `api.${spelling}`),
      spellings,
      shared,
    );
  });
}

/** `lastOSUpgradeTime` → `last_os_upgrade_time`. */
function snakeCase(camel: string): string {
  return camel
    .replace(/([a-z\d])([A-Z])/gu, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/gu, '$1_$2')
    .toLowerCase();
}
