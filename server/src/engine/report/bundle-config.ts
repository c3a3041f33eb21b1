import type { Severity } from '../match/rule';
import { DEFAULT_THRESHOLDS } from '../match/thresholds';
import type { Thresholds } from '../match/thresholds';
import type { CustomSignature } from './custom-signatures';
import { readSignatures } from './custom-signatures';
import { plainJson } from './jsonc';

/** Name of the file by which a bundle brings its own settings. */
export const BUNDLE_CONFIG = '.zpa-triage.json';

/** A finding that is not to be shown: of the rule, and where given only of that path (or below it) and line (1-based). */
export interface Suppression {
  readonly rule: string;
  readonly path?: string;
  readonly line?: number;
}

/** What a configuration file sets; parts it leaves out are empty. */
export interface BundleConfig {
  readonly thresholds: Partial<Thresholds>;
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly suppress: readonly Suppression[];
  /** Ids of single findings that are not to be shown. */
  readonly suppressedIds: readonly string[];
  readonly timezone: string | null;
  readonly customSignatures: readonly CustomSignature[];
  /** What was not understood, one phrase each. */
  readonly problems: readonly string[];
}

/** What `problems` says of a text that is no configuration at all. */
const NOT_JSON = 'not JSON';
const NO_OBJECT = 'not a JSON object';
export const NO_SETTINGS: readonly string[] = [NOT_JSON, NO_OBJECT];

export const EMPTY_CONFIG: BundleConfig = {
  thresholds: {},
  severities: {},
  suppress: [],
  suppressedIds: [],
  timezone: null,
  customSignatures: [],
  problems: [],
};

/** Settings of the editor that mean nothing here but are no mistake. */
const ELSEWHERE = /^(?:inlayHints|codeLens|scan|trace)\.|^notes(?:\.|$)|^\$schema$/u;
/** Settings of other extensions and of single languages, among which the editor keeps ours. */
const FOREIGN = /^(?:(?!(?:zpaTriage|thresholds|rules|inlayHints|codeLens|scan|trace|notes)\.)[\w-]{1,80}\..|\[)/u;
const SEVERITIES = new Set(['error', 'warning', 'info', 'hint', 'off']);

/**
 * Reads a configuration: the settings `zpaTriage.*`, flat (`"zpaTriage.thresholds.highRttMs": 200`) or nested, with or
 * without the prefix, and `suppress`: a list of finding ids (texts) and of `{rule, path, line}`. Comments and the editor's
 * other settings are passed over. Never throws: what is not understood is left out and named in `problems`.
 */
export function readConfig(text: string): BundleConfig {
  const problems: string[] = [];
  let json: unknown;
  try {
    json = JSON.parse(plainJson(text));
  } catch {
    return { ...EMPTY_CONFIG, problems: [NOT_JSON] };
  }
  if (!isObject(json)) return { ...EMPTY_CONFIG, problems: [NO_OBJECT] };
  const thresholds: Record<string, number> = {};
  const severities: Record<string, Severity | 'off'> = {};
  const suppress: Suppression[] = [];
  const suppressedIds: string[] = [];
  const customSignatures: CustomSignature[] = [];
  let timezone: string | null = null;
  for (const [key, value] of settingsOf(ours(json))) {
    const threshold = /^thresholds\.(.{1,100})$/u.exec(key)?.[1];
    if (threshold !== undefined) readThreshold(threshold, value, thresholds, problems);
    else if (key === 'rules' && isObject(value)) readSeverities(value, severities, problems);
    else if ((key === 'suppress' || key === 'suppressed') && Array.isArray(value)) {
      suppressedIds.push(...value.filter((one) => typeof one === 'string'));
      suppress.push(
        ...readSuppressions(
          value.filter((one) => typeof one !== 'string'),
          problems,
        ),
      );
    } else if (key === 'customSignatures' && Array.isArray(value))
      customSignatures.push(...readSignatures(value, problems));
    else if (key === 'timezone' && typeof value === 'string') timezone = value === '' ? null : value;
    else if (!ELSEWHERE.test(key)) problems.push(`unknown key ${key}`);
  }
  return { thresholds, severities, suppress, suppressedIds, timezone, customSignatures, problems };
}

/** One configuration over another: single values of the later one win, lists are joined. */
export function mergeConfigs(configs: readonly BundleConfig[]): BundleConfig {
  return configs.reduce(
    (merged, one) => ({
      thresholds: { ...merged.thresholds, ...one.thresholds },
      severities: { ...merged.severities, ...one.severities },
      suppress: [...merged.suppress, ...one.suppress],
      suppressedIds: [...merged.suppressedIds, ...one.suppressedIds],
      timezone: one.timezone ?? merged.timezone,
      customSignatures: [...merged.customSignatures, ...one.customSignatures],
      problems: [...merged.problems, ...one.problems],
    }),
    EMPTY_CONFIG,
  );
}

/** Whether the finding is one of those that the suppression names. */
export function isSuppressed(
  suppression: Suppression,
  finding: { readonly ruleId: string; readonly path: string; readonly line: number },
  aliases: readonly string[] = [],
): boolean {
  if (suppression.rule !== finding.ruleId && !aliases.includes(suppression.rule)) return false;
  if (suppression.line !== undefined && suppression.line !== finding.line) return false;
  if (suppression.path === undefined) return true;
  const { path } = suppression;
  return finding.path === path || finding.path.startsWith(path.endsWith('/') ? path : `${path}/`);
}

/** Without the settings of others, where this is a file of the editor. */
function ours(json: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const entries = Object.entries(json);
  if (!entries.some(([key]) => key.startsWith('zpaTriage.'))) return json;
  return Object.fromEntries(entries.filter(([key]) => !FOREIGN.test(key)));
}

/** Settings by name without prefix; groups that are written nested are flattened. */
function settingsOf(json: Readonly<Record<string, unknown>>): [string, unknown][] {
  return Object.entries(json).flatMap(([key, value]): [string, unknown][] => {
    const name = key.replace(/^zpaTriage\./u, '');
    if (name === 'zpaTriage' && isObject(value)) return settingsOf(value);
    if (/^(?:thresholds|inlayHints|codeLens|scan|trace)$/u.test(name) && isObject(value)) {
      return Object.entries(value).map(([inner, one]) => [`${name}.${inner}`, one]);
    }
    const rule = /^rules\.(.{1,100})$/u.exec(name)?.[1];
    return rule === undefined ? [[name, value]] : [['rules', { [rule]: value }]];
  });
}

function readThreshold(name: string, value: unknown, into: Record<string, number>, problems: string[]): void {
  if (!Object.hasOwn(DEFAULT_THRESHOLDS, name)) problems.push(`unknown key thresholds.${name}`);
  else if (typeof value !== 'number' || !Number.isFinite(value)) problems.push(`thresholds.${name} is not a number`);
  else into[name] = value;
}

function readSeverities(
  value: Readonly<Record<string, unknown>>,
  into: Record<string, Severity | 'off'>,
  problems: string[],
): void {
  for (const [rule, severity] of Object.entries(value)) {
    if (isSeverity(severity)) into[rule] = severity;
    else problems.push(`rules.${rule} is none of error, warning, info, hint, off`);
  }
}

function readSuppressions(values: readonly unknown[], problems: string[]): Suppression[] {
  return values.flatMap((value): Suppression[] => {
    if (!isObject(value) || typeof value.rule !== 'string') {
      problems.push('a suppression without a rule');
      return [];
    }
    const { rule, path, line } = value;
    return [
      {
        rule,
        ...(typeof path === 'string' ? { path } : {}),
        ...(typeof line === 'number' ? { line } : {}),
      },
    ];
  });
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return typeof value === 'string' && SEVERITIES.has(value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
