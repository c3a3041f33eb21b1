/** Suppressing from the editor, the same for our client and for the server's own command: what is written where. */
import type { Suppression } from '../engine/report/bundle-config';
import { BUNDLE_CONFIG } from '../engine/report/bundle-config';

export type { Suppression };

/** The bundle's own configuration file, which takes suppressions. */
export const CONFIG_NAME = BUNDLE_CONFIG;

/** As code actions ask for it. */
export interface SuppressRequest {
  readonly scope: 'finding' | 'rule';
  readonly ruleId: string;
  /** `rule@path:line`. */
  readonly findingId: string;
}

/** What the request suppresses, and how it is told. `path`: of the finding, in the report; `line` is 1-based. */
export function suppressionOf(
  { scope, ruleId, findingId }: SuppressRequest,
  { path, line }: { readonly path: string | undefined; readonly line: number | undefined },
): { readonly suppression: Suppression; readonly told: string } {
  if (scope === 'rule') return { suppression: { rule: ruleId }, told: `${ruleId} is not shown any more.` };
  const at = line ?? Number(/:(\d{1,12})$/u.exec(findingId)?.[1] ?? Number.NaN);
  return {
    suppression: {
      rule: ruleId,
      ...(path === undefined ? {} : { path }),
      ...(Number.isNaN(at) ? {} : { line: at }),
    },
    told: `the finding of ${ruleId} is not shown any more.`,
  };
}

/** The file's text with one more suppression; a new file for null; null where the text is no JSON object. */
export function withSuppression(text: string | null, suppression: Suppression): string | null {
  const config = text === null || text.trim() === '' ? {} : parse(text);
  if (config === null) return null;
  const known = Array.isArray(config.suppress) ? (config.suppress as unknown[]) : [];
  const same = JSON.stringify(suppression);
  const suppress = known.some((one) => JSON.stringify(one) === same) ? known : [...known, suppression];
  return `${JSON.stringify({ ...config, suppress }, null, 2)}\n`;
}

function parse(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/u, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}
