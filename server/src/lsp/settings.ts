import type { Severity } from '../engine/match/rule';
import type { Thresholds } from '../engine/match/thresholds';
import { DEFAULT_THRESHOLDS } from '../engine/match/thresholds';
import type { TriageSettings } from '../engine/triage';
import { DEFAULT_SETTINGS } from '../engine/triage';

const SEVERITIES = new Set(['error', 'warning', 'info', 'hint', 'off']);

/** Settings as the editor sends them (`zpaTriage` section); values of a wrong type are passed over. */
export function settingsFrom(section: unknown): TriageSettings {
  const { thresholds, rules, suppressions } = asRecord(section);
  const numbers = Object.fromEntries(
    Object.entries(asRecord(thresholds)).filter(
      ([name, value]) => name in DEFAULT_THRESHOLDS && typeof value === 'number',
    ),
  ) as Partial<Thresholds>;
  const severities = Object.fromEntries(
    Object.entries(asRecord(rules)).filter((entry): entry is [string, Severity | 'off'] =>
      SEVERITIES.has(String(entry[1])),
    ),
  );
  const suppressed = Array.isArray(suppressions) ? suppressions.filter((one) => typeof one === 'string') : [];
  return { ...DEFAULT_SETTINGS, thresholds: { ...DEFAULT_THRESHOLDS, ...numbers }, severities, suppressed };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
