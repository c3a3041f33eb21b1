/**
 * The report as `--format json` prints it (schemas/report.schema.json). Lines and columns are 1-based, columns in
 * UTF-16 units of the file's line, `endColumn` exclusive. Times are ISO strings on the log's own clock: with `Z` or
 * an offset where the lines (or the user) say the zone, without any where it is unknown.
 */
import type { Confidence, Severity } from '../match/rule';

export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly artifacts: readonly ReportArtifact[];
  readonly connectors: readonly ReportConnector[];
  readonly findings: readonly ReportFinding[];
  readonly notEvaluable: readonly { readonly ruleId: string; readonly missing: string }[];
  readonly passed: readonly { readonly ruleId: string }[];
  readonly summary: ReportSummary;
}

export interface ReportSection {
  readonly format: string;
  readonly startLine: number;
  readonly endLine: number;
}

export interface ReportArtifact {
  readonly path: string;
  readonly format: string | null;
  readonly sections: readonly ReportSection[];
  readonly timeRange: { readonly start: string; readonly end: string } | null;
  readonly connector: ConnectorName | null;
  readonly bytes: number;
  readonly lines: number;
  readonly truncated: boolean;
  readonly notes: readonly string[];
}

/** Which connector: what its status block or its host column says. */
export interface ConnectorName {
  readonly id: string | null;
  readonly name: string | null;
  readonly version: string | null;
  readonly host: string | null;
}

/** A connector with what its last status block said; parts that no block tells are left out. */
export interface ReportConnector extends ConnectorName {
  readonly component: string;
  /** All versions seen, oldest first, where there is more than one. */
  readonly versions?: readonly string[];
  readonly state?: string;
  readonly broker?: string;
  readonly brokerAddress?: string;
  readonly uptimeSeconds?: number;
  readonly certificateSecondsLeft?: number;
  readonly lastSeen?: string;
}

export interface ReportEvidence {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The line without colour codes and secrets, at most 300 units. */
  readonly text: string;
  readonly note?: string;
}

export type ReportValue = string | number | boolean | null | readonly string[];

export interface ReportFinding {
  readonly id: string;
  readonly ruleId: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly time: string | null;
  readonly count: number;
  readonly firstTime: string | null;
  readonly lastTime: string | null;
  readonly evidence: readonly ReportEvidence[];
  readonly rootCause: boolean;
  readonly causedBy: string | null;
  /** Id of the runbook. */
  readonly runbook: string;
  readonly docUrl: string | null;
  readonly data: Readonly<Record<string, ReportValue>>;
}

export interface ReportSummary {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly hint: number;
  /** Ids of findings, the likeliest root cause first. */
  readonly rootCauses: readonly string[];
}
