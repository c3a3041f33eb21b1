/** Builder of the Log Streaming Service entries; holds no entry itself. */
import type { Field, Unit } from '../../engine/catalogue';
import { documented } from './build';

/** `[name, title, unit, meaning, healthy?, change?]`. */
export type LssRow = readonly [
  name: string,
  title: string,
  unit: Unit,
  meaning: string,
  healthy?: string,
  change?: string,
];

/** One entry a row, named `lss.<Name>`. `page` is the last part of the help page's address. */
export function lssFields(page: string, title: string, rows: readonly LssRow[]): readonly Field[] {
  const source = documented(`Zscaler help, ${title}`, `https://help.zscaler.com/zpa/${page}`);
  return rows.map(([name, rowTitle, unit, meaning, healthy, change]) => ({
    names: [`lss.${name}`],
    labels: [name],
    formats: ['lss-events'],
    title: rowTitle,
    unit,
    meaning,
    ...(healthy === undefined || healthy === '' ? {} : { healthy }),
    ...(change === undefined ? {} : { change }),
    source,
  }));
}
