/** Shared parts of the field entries; holds no entry itself. */
import type { Field, Unit } from '../../engine/catalogue';
import type { Source } from '../../engine/match/rule';

/** One entry; what its group shares may be left out. */
export interface FieldRow extends Omit<Field, 'labels' | 'formats' | 'source'> {
  /** The canonical name behind its first dot when left out. */
  readonly labels?: readonly string[];
  readonly source?: Source;
}

/** Completes rows that share formats and source. */
export function fieldsOf(
  shared: { readonly formats: readonly string[]; readonly source: Source },
  rows: readonly FieldRow[],
): readonly Field[] {
  return rows.map((row) => ({
    ...row,
    formats: shared.formats,
    labels: row.labels ?? [defaultLabel(row.names)],
    source: row.source ?? shared.source,
  }));
}

/** `vmstat.st` is written `st`; a name without a dot is its own label. */
function defaultLabel(names: readonly string[]): string {
  const name = names[0] ?? '';
  return name.slice(name.indexOf('.') + 1);
}

/** A short row: `[label, title, unit, meaning, healthy?, change?]`. */
export type ShortRow = readonly [
  label: string,
  title: string,
  unit: Unit,
  meaning: string,
  healthy?: string,
  change?: string,
];

/**
 * Fields of one host command. Token names are `<prefix>.<label>`; `aliases` are further prefixes under which
 * the same values may be named (the format's own id).
 */
export function commandFields(
  shared: { readonly formats: readonly string[]; readonly source: Source; readonly prefixes: readonly string[] },
  rows: readonly ShortRow[],
): readonly Field[] {
  return rows.map((row) => {
    const [label] = row;
    return shortField(
      row,
      shared.prefixes.map((prefix) => `${prefix}.${label}`),
      [label],
      shared,
    );
  });
}

/** The field of a short row under these names and labels. An empty text is none. */
export function shortField(
  [, title, unit, meaning, healthy = '', change]: ShortRow,
  names: readonly string[],
  labels: readonly string[],
  shared: { readonly formats: readonly string[]; readonly source: Source },
): Field {
  return {
    names,
    labels,
    formats: shared.formats,
    title,
    unit,
    meaning,
    ...(healthy === '' ? {} : { healthy }),
    ...(change === undefined ? {} : { change }),
    source: shared.source,
  };
}

/** Meaning read off names and arithmetic; the vendor publishes none. */
export function inferred(from: string): Source {
  return { kind: 'inferred', from };
}

export function documented(from: string, url: string): Source {
  return { kind: 'documented', from, url };
}

export const MONITORING = documented(
  'Zscaler help, Monitoring App Connector Performance',
  'https://help.zscaler.com/zpa/monitoring-connector-performance',
);

export const TROUBLESHOOTING = documented(
  'Zscaler help, Troubleshooting App Connectors',
  'https://help.zscaler.com/zpa/troubleshooting-app-connectors',
);

export const RUNBOOK = documented(
  'Zscaler help, ZPA App Connector Troubleshooting Runbook',
  'https://help.zscaler.com/troubleshooting-runbooks/zpa-app-connector-troubleshooting-runbook',
);

/** A page of the Linux manual. `page` is `section/name`, e.g. `8/vmstat`. */
export function manual(page: string): Source {
  const [section = '', name = ''] = page.split('/');
  return documented(
    `Linux manual, ${name}(${section})`,
    `https://man7.org/linux/man-pages/man${section}/${name}.${section}.html`,
  );
}
