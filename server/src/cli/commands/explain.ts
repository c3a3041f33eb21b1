import { createGlossary } from '../../engine/features/glossary';
import { constantPage, fieldPage } from '../../engine/pages/entry-page';
import { rulePage } from '../../engine/pages/rule-page';
import { runbookPage } from '../../engine/pages/runbook-page';
import { catalogue } from '../../knowledge/generated/catalogue';
import { hint } from '../args';
import type { Arguments } from '../args';
import { nearest } from '../nearest';
import { print } from '../terminal';
import { UsageError } from '../usage-error';

/** Explains a rule, runbook, field or constant as Markdown. Gives the exit status. */
export async function explainCommand({ paths }: Arguments): Promise<number> {
  const query = paths.join(' ').trim();
  if (query === '') throw new UsageError('explain what? A rule, a field, a constant or a runbook');
  const whole = explainPages(query);
  const pages = whole.length > 0 || paths.length < 2 ? whole : paths.flatMap(explainPages);
  if (pages.length === 0) throw new UsageError(`nothing is known of ${query.slice(0, 80)}${hint(similarNames(query))}`);
  await print(pages.join('\n---\n\n'));
  return 0;
}

/** Every page the query names: a rule or runbook by its id (the category may be left out), else fields and constants. */
export function explainPages(query: string): readonly string[] {
  const { rules, runbooks } = catalogue;
  // As people copy them: with the mark behind a label, or with the place of a finding.
  const name = query.replace(/@.{1,500}$/su, '').replace(/\b[\s:=,;]{1,8}$/u, '');
  const wanted = name.toLowerCase();
  const named = rules.filter((rule) => rule.id === wanted || rule.aliases?.includes(wanted) === true);
  const runbook = runbooks.filter((one) => one.id === wanted);
  const { fields, constants } = createGlossary(catalogue).explain(name);
  const entries = [...fields.map(fieldPage), ...constants.map(constantPage)];
  if (named.length + runbook.length + entries.length === 0) return looseIds(wanted);
  return [...named.map((rule) => rulePage(rule, catalogue)), ...runbook.map((one) => runbookPage(one)), ...entries];
}

/** Pages of ids that are written without their category, or with blanks or underscores for dashes. */
function looseIds(wanted: string): readonly string[] {
  const id = wanted.replace(/[\s_]{1,8}/gu, '-');
  return [
    ...catalogue.rules
      .filter((rule) => rule.id === id || rule.id.endsWith(`/${id}`))
      .map((rule) => rulePage(rule, catalogue)),
    ...catalogue.runbooks.filter((one) => one.id === id).map((one) => runbookPage(one)),
  ];
}

/** Names that are like the query. */
export function similarNames(query: string): readonly string[] {
  const { rules, runbooks, fields, constants } = catalogue;
  const names = [
    ...rules.map((rule) => rule.id),
    ...runbooks.map((runbook) => runbook.id),
    ...fields.flatMap((field) => field.labels),
    ...constants.map((constant) => constant.name),
  ];
  return [
    ...new Set([...createGlossary(catalogue).explain(query).similar.slice(0, 3), ...nearest(query, names)]),
  ].slice(0, 5);
}
