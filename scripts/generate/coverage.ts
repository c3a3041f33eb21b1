/** docs/coverage.md: what of the vendor's documents is told by which rule, runbook and test. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../server/src/engine/catalogue';
import type { CoverageRow, CoveredDocument } from './coverage-data';
import { COVERAGE } from './coverage-data';

const CASES = 'test/corpus/cases';
const SILENT = 'test/corpus/foreign';
/** Checks every runbook's steps, whatever leads to it. */
const RUNBOOK_TEST = 'test/corpus/runbooks.test.ts';

/** The page. Throws where a row names what does not exist, or has neither rule nor runbook, or no test. */
export function coveragePage(root: string, catalogue: Catalogue): string {
  const cases = readdirSync(join(root, CASES))
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .sort()
    .map((name) => ({ path: `${CASES}/${name}`, text: readFileSync(join(root, CASES, name), 'utf8') }));
  const parts = COVERAGE.map((document) => documentPart(document, catalogue, cases));
  return [
    '# Coverage',
    '',
    'What of the vendor’s and other documents the catalogue tells, section by section: by which rules, with which runbook, and which tests hold bundles of it.',
    '',
    ...parts,
  ].join('\n');
}

interface CaseFile {
  readonly path: string;
  readonly text: string;
}

function documentPart(document: CoveredDocument, catalogue: Catalogue, cases: readonly CaseFile[]): string {
  const title = document.url === null ? document.title : `[${document.title}](${document.url})`;
  return [
    `## ${title}`,
    '',
    '| section | rules | runbook | tests |',
    '|---|---|---|---|',
    ...document.rows.map((row) => tableRow(document, row, catalogue, cases)),
    '',
  ].join('\n');
}

function tableRow(
  document: CoveredDocument,
  row: CoverageRow,
  catalogue: Catalogue,
  cases: readonly CaseFile[],
): string {
  const where = `${document.title}, ${row.section}`;
  const known = new Set([...catalogue.rules, ...catalogue.runbooks].map(({ id }) => id));
  for (const id of [...row.rules, ...row.runbooks]) if (!known.has(id)) throw new Error(`${where}: no ${id}`);
  const entries = new Set([
    ...catalogue.fields.flatMap(({ names }) => names),
    ...catalogue.constants.map(({ name }) => name),
  ]);
  for (const name of row.entries ?? []) if (!entries.has(name)) throw new Error(`${where}: no entry ${name}`);
  if (row.rules.length === 0 && row.runbooks.length === 0) throw new Error(`${where}: empty`);
  const tests = testsOf(row, cases);
  if (tests.length === 0) throw new Error(`${where}: no test`);
  return `| ${[
    row.section,
    [...row.rules.map((id) => `[${id}](rules/${id}.md)`), ...(row.entries ?? []).map((name) => `\`${name}\``)].join(
      '<br>',
    ),
    row.runbooks.map((id) => `[${id}](runbooks/${id}.md)`).join('<br>'),
    tests.map((path) => `[${path.slice('test/corpus/'.length)}](../${path})`).join('<br>'),
  ].join(' | ')} |`;
}

/** Files with cases of the row's rules, with what must stay silent, and the test of its runbooks. */
function testsOf(row: CoverageRow, cases: readonly CaseFile[]): readonly string[] {
  const named = cases.filter(({ text }) => row.rules.some((id) => text.includes(`'${id}'`))).map(({ path }) => path);
  const silent = (row.silent ?? []).map((name) => `${SILENT}/${name}.ts`);
  return [...named, ...silent, ...(row.runbooks.length > 0 && named.length === 0 ? [RUNBOOK_TEST] : [])];
}
