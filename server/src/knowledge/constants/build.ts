/** Builders of the constants; hold no entry themselves. */
import type { Constant } from '../../engine/catalogue';
import type { Source } from '../../engine/match/rule';

/** `[name, severity, meaning, action?]`. */
export type ConstantRow = readonly [name: string, severity: Constant['severity'], meaning: string, action?: string];

/** Completes rows of one group and source. */
export function constantsOf(
  shared: { readonly group: string; readonly source: Source },
  rows: readonly ConstantRow[],
): readonly Constant[] {
  return rows.map(([name, severity, meaning, action]) => ({
    name,
    group: shared.group,
    meaning,
    ...(action === undefined ? {} : { action }),
    severity,
    source: shared.source,
  }));
}

export function inferred(from: string): Source {
  return { kind: 'inferred', from };
}

export function documented(from: string, url: string): Source {
  return { kind: 'documented', from, url };
}

/** Meaning and what to do are those of the vendor's table, in other words. */
export const STATUS_CODES = {
  group: 'status-code',
  source: documented(
    'Zscaler help, Understanding ZPA Session Status Codes',
    'https://help.zscaler.com/zpa/understanding-zpa-session-status-codes',
  ),
};

/** What the vendor's table asks for in most cases. */
export const SUPPORT = 'Open a case with Zscaler Support if it goes on.';
export const REAUTHENTICATE = 'Have the user sign in again; open a case with Zscaler Support if it goes on.';
