import type { Report } from './model';

/** The report as one JSON document. */
export function jsonReport(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/**
 * The report line by line: `{"type":"finding", …}` for each finding as in the JSON report, then one
 * `{"type":"summary", …}` with everything else of it.
 */
export function ndjsonReport(report: Report): string {
  const { findings, ...rest } = report;
  return [...findings.map((finding) => ({ type: 'finding', ...finding })), { type: 'summary', ...rest }]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');
}
