import { TextLookup } from '../../engine/bundle/text-lookup';
import type { DocumentModel } from '../../engine/features/document-model';
import { isOurs } from '../../engine/features/document-model';
import { bundleValues } from '../../engine/features/page-values';
import { buildReport } from '../../engine/report/build';
import { markdownReport } from '../../engine/report/markdown';

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
  return markdownReport({ report, catalogue: deps.catalogue, values: bundleValues(facts) });
}
