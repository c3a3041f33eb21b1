/** Suppressions in the bundle's own configuration file (server/src/engine/report/bundle-config.ts reads it). */

export const CONFIG_NAME = '.zpa-triage.json';

/** A finding not to be shown: of the rule, and where given only of that path and line (1-based). */
export interface Suppression {
  readonly rule: string;
  readonly path?: string;
  readonly line?: number;
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
