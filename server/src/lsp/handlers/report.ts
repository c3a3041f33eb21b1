import { TextLookup } from '../../engine/bundle/text-lookup';
import type { Catalogue } from '../../engine/catalogue';
import type { BundleFacts } from '../../engine/facts/bundle-facts';
import type { DocumentModel } from '../../engine/features/document-model';
import { isOurs } from '../../engine/features/document-model';
import { bundleValues } from '../../engine/features/page-values';
import { buildReport } from '../../engine/report/build';
import { htmlReport } from '../../engine/report/html';
import { jsonReport } from '../../engine/report/json';
import { markdownReport } from '../../engine/report/markdown';
import type { Report } from '../../engine/report/model';
import { sarifReport } from '../../engine/report/sarif';
import type { BundleReportParams } from '../bundle-protocol';

/** The triage report of one document as Markdown; null for documents that are not ours. */
export async function documentReport(model: DocumentModel, version: string): Promise<string | null> {
  if (!isOurs(model)) return null;
  const { facts, evaluation, deps } = model;
  const report = await buildReport({
    version,
    catalogue: deps.catalogue,
    formats: deps.formats,
    facts,
    evaluation,
    lookup: new TextLookup([model.lines.join('\n')]),
  });
  return reportAs('markdown', report, facts, deps.catalogue);
}

/** A report in one of its written forms. */
export function reportAs(
  format: BundleReportParams['format'],
  report: Report,
  facts: BundleFacts,
  catalogue: Catalogue,
): string {
  const view = { report, catalogue, values: bundleValues(facts) };
  switch (format) {
    case 'html':
      return htmlReport(view);
    case 'json':
      return jsonReport(report);
    case 'sarif':
      return sarifReport(view);
    case 'markdown':
      return markdownReport(view);
  }
}
