import type { Severity } from '../engine/match/rule';
import type { Thresholds } from '../engine/match/thresholds';
import { DEFAULT_THRESHOLDS } from '../engine/match/thresholds';
import type { CustomSignature } from '../engine/report/custom-signatures';
import { readSignatures } from '../engine/report/custom-signatures';
import type { ZoneOffset } from '../engine/report/log-time';
import { zoneOffset } from '../engine/report/zone';
import type { TriageSettings } from '../engine/triage';
import { DEFAULT_SETTINGS } from '../engine/triage';
import type { ScanSettings } from './workspace/scan-filter';
import { DEFAULT_SCAN } from './workspace/scan-filter';

/** The `zpaTriage` section, read. */
export interface ServerSettings {
  readonly triage: TriageSettings;
  readonly scan: ScanSettings;
  readonly customSignatures: readonly CustomSignature[];
  /** Signatures that cannot be used, and why: a phrase each. */
  readonly problems: readonly string[];
  /** Zone for lines that say none; null leaves it unknown. */
  readonly zone: ZoneOffset | null;
  readonly inlayHints: boolean;
  readonly codeLens: boolean;
}

export const DEFAULT_SERVER_SETTINGS: ServerSettings = {
  triage: DEFAULT_SETTINGS,
  scan: DEFAULT_SCAN,
  customSignatures: [],
  problems: [],
  zone: null,
  inlayHints: true,
  codeLens: true,
};

const SEVERITIES = new Set(['error', 'warning', 'info', 'hint', 'off']);

/** Settings as the editor sends them (`zpaTriage` section); values of a wrong type are passed over, signatures among them named. */
export function settingsFrom(section: unknown): ServerSettings {
  const all = asRecord(section);
  const numbers = Object.fromEntries(
    Object.entries(asRecord(all.thresholds)).filter(
      ([name, value]) => name in DEFAULT_THRESHOLDS && typeof value === 'number',
    ),
  ) as Partial<Thresholds>;
  const severities = Object.fromEntries(
    Object.entries(asRecord(all.rules)).filter((entry): entry is [string, Severity | 'off'] =>
      SEVERITIES.has(String(entry[1])),
    ),
  );
  const { timezone } = all;
  const problems: string[] = [];
  const signatures = all.customSignatures ?? [];
  if (!Array.isArray(signatures)) problems.push('customSignatures: not a list');
  return {
    triage: {
      ...DEFAULT_SETTINGS,
      thresholds: { ...DEFAULT_THRESHOLDS, ...numbers },
      severities,
      suppressed: texts(all.suppressions),
    },
    scan: scanFrom(asRecord(all.scan)),
    customSignatures: Array.isArray(signatures) ? readSignatures(signatures, problems) : [],
    problems,
    zone: typeof timezone === 'string' && timezone !== '' ? zoneOffset(timezone) : null,
    inlayHints: asRecord(all.inlayHints).enabled !== false,
    codeLens: asRecord(all.codeLens).enabled !== false,
  };
}

function scanFrom({ exclude, maxFileSize }: Record<string, unknown>): ScanSettings {
  return {
    exclude: texts(exclude),
    maxFileBytes:
      typeof maxFileSize === 'number' && maxFileSize > 0 ? maxFileSize * 2 ** 20 : DEFAULT_SCAN.maxFileBytes,
  };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
