import { createGlossary } from '../../engine/features/glossary';
import type { DocumentModel } from '../../engine/features/document-model';
import { isOurs } from '../../engine/features/document-model';
import { bundleValues } from '../../engine/features/page-values';
import type { Catalogue } from '../../engine/catalogue';
import type { BundleFacts } from '../../engine/facts/bundle-facts';
import { constantPage, fieldPage } from '../../engine/pages/entry-page';
import { rulePage } from '../../engine/pages/rule-page';
import { fillCommand, runbookPage } from '../../engine/pages/runbook-page';
import { maskSecrets } from '../../engine/redact/secrets';
import type { DocumentState, ExplainEntry, RunbookListEntry } from '../protocol';

/** Markdown of a runbook, filled with the values of the bundle and of a document, whose own win; null for an unknown id. */
export function runbookMarkdown(
  catalogue: Catalogue,
  id: string,
  model: DocumentModel | null,
  bundle: BundleFacts | null = null,
): string | null {
  const runbook = catalogue.runbooks.find((one) => one.id === id);
  if (runbook === undefined) return null;
  return runbookPage(runbook, {
    ...(bundle === null ? {} : bundleValues(bundle)),
    ...(model === null ? {} : bundleValues(model.facts)),
  });
}

/** Every runbook with its commands that are not destructive. */
export function runbookList(catalogue: Catalogue): readonly RunbookListEntry[] {
  return catalogue.runbooks.map(({ id, title, when, steps }) => ({
    id,
    title,
    when,
    commands: steps
      .flatMap((step) =>
        (step.commands ?? [])
          .filter((one) => one.effect !== 'destructive')
          .map((one) => `# ${step.title}\n${fillCommand(one.run, {})}`),
      )
      .join('\n'),
  }));
}

/** Markdown of a rule, runbook, field or constant; null where nothing is called so. */
export function explainMarkdown(catalogue: Catalogue, query: string): string | null {
  const rule = catalogue.rules.find((one) => one.id === query);
  if (rule !== undefined) return rulePage(rule, catalogue);
  const runbook = runbookMarkdown(catalogue, query, null);
  if (runbook !== null) return runbook;
  const { fields, constants } = createGlossary(catalogue).explain(query);
  const pages = [...fields.map(fieldPage), ...constants.map(constantPage)];
  return pages.length === 0 ? null : pages.join('\n---\n\n');
}

/** What can be explained, for a pick list. */
export function explainList(catalogue: Catalogue): readonly ExplainEntry[] {
  return [
    ...catalogue.rules.map((one) => ({ id: one.id, label: one.id, detail: one.title })),
    ...catalogue.fields.flatMap((one) =>
      one.labels.slice(0, 1).map((label) => ({ id: label, label, detail: `${one.title} (${one.formats.join(', ')})` })),
    ),
    ...catalogue.constants.map((one) => ({ id: one.name, label: one.name, detail: one.meaning })),
  ];
}

/** What a document is, and what was found in it. */
export function documentState(model: DocumentModel): DocumentState {
  const { findings, rootCauses } = model.evaluation;
  const ours = isOurs(model);
  const count = (severity: 'error' | 'warning' | 'info' | 'hint'): number =>
    ours ? findings.filter((one) => one.severity === severity).length : 0;
  const known = model.artifact.sections.find((one) => one.format !== null);
  return {
    language: ours ? model.artifact.language : null,
    format: model.artifact.format,
    reason: known?.reason ?? model.artifact.sections[0]?.reason ?? 'the document is empty',
    sections: model.artifact.sections.map(({ format, startLine, endLine, reason }) => ({
      format,
      startLine,
      endLine,
      reason,
    })),
    counts: { error: count('error'), warning: count('warning'), info: count('info'), hint: count('hint') },
    rootCauses: ours
      ? rootCauses.map((one) => ({ ruleId: one.ruleId, message: maskSecrets(one.message), line: one.at.line }))
      : [],
  };
}
