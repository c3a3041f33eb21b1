/** Builder of the API field entries; holds no entry itself. */
import type { Field, Unit } from '../../engine/catalogue';
import type { Source } from '../../engine/match/rule';

/** `[camelCase, title, unit, meaning, healthy?, change?]`. */
export type ApiRow = readonly [
  camel: string,
  title: string,
  unit: Unit,
  meaning: string,
  healthy?: string,
  change?: string,
];

/** One entry a row; both spellings of the API are names and labels: `api.controlChannelStatus`, `api.control_channel_status`. */
export function apiFields(
  shared: { readonly formats: readonly string[]; readonly source: Source },
  rows: readonly ApiRow[],
): readonly Field[] {
  return rows.map(([camel, title, unit, meaning, healthy, change]) => {
    const spellings = [...new Set([camel, snakeCase(camel)])];
    return {
      names: spellings.map((spelling) => `api.${spelling}`),
      labels: spellings,
      formats: shared.formats,
      title,
      unit,
      meaning,
      ...(healthy === undefined || healthy === '' ? {} : { healthy }),
      ...(change === undefined ? {} : { change }),
      source: shared.source,
    };
  });
}

/** `lastOSUpgradeTime` → `last_os_upgrade_time`. */
function snakeCase(camel: string): string {
  return camel
    .replace(/([a-z\d])([A-Z])/gu, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/gu, '$1_$2')
    .toLowerCase();
}
