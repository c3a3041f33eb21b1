import type { Constant } from '../catalogue';
import { escapeMarkdown } from '../pages/markdown';
import { sourceText } from '../pages/rule-page';
import type { DocumentModel } from './document-model';
import type { Glossary } from './glossary';

/** A line that may stand in a file of a format. */
export interface LineCompletion {
  readonly format: string;
  readonly label: string;
  readonly detail: string;
  /** LSP snippet. */
  readonly insertText: string;
}

export interface Completion {
  readonly label: string;
  readonly detail: string;
  readonly markdown: string;
  readonly insertText: string;
  readonly isSnippet: boolean;
  /** Columns that it replaces, 0-based UTF-16, the end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The place in the list; smaller comes first. */
  readonly rank: number;
}

/** Clouds that customers' tenants live on, beside production; those of the vendor's own tests are left out. */
const TENANT_CLOUDS = new Set(['zpatwo.net', 'zpabeta.net', 'zpagov.net', 'zpagov.us', 'zpapreview.net']);

/**
 * What may stand at a place of a key or configuration file, with the glossary's meaning. Nothing in logs and outputs:
 * they are evidence, not something to write.
 */
export function completionsAt(
  model: DocumentModel,
  glossary: Glossary,
  lines: readonly LineCompletion[],
  line: number,
  column: number,
): readonly Completion[] {
  const format = writtenFormat(model);
  if (format === null) return [];
  const text = (model.lines[line] ?? '').slice(0, 4_096);
  const before = text.slice(0, column);
  if (format === 'provision-key' && before.includes('|')) return keyHosts(model, glossary, text, column);
  const begun = before.trimStart();
  const start = before.length - begun.length;
  return lines
    .filter((one) => one.format === format && one.label.startsWith(begun))
    .map((one, rank) => ({
      label: one.label,
      detail: one.insertText.replace(/\$\{\d+:([^}]{0,80})\}/gu, '$1'),
      markdown: describe(glossary, format, one),
      insertText: one.insertText,
      isSnippet: true,
      start,
      end: Math.max(column, wordEnd(text, column)),
      rank,
    }));
}

/** The format of a file that people write: the whole document, or an empty one by its name. */
function writtenFormat(model: DocumentModel): string | null {
  const { format } = model.artifact;
  if (format !== null) return format;
  if (model.lines.some((line) => line.trim() !== '')) return null;
  return model.deps.formats.find((one) => one.fileName?.test(model.path) === true)?.id ?? null;
}

/** API hosts of the clouds, for the second part of a key. */
function keyHosts(model: DocumentModel, glossary: Glossary, text: string, column: number): readonly Completion[] {
  const start = text.indexOf('|') + 1;
  const next = text.indexOf('|', start);
  const partEnd = next < 0 ? text.length : next;
  if (column < start || column > partEnd) return [];
  // Behind a host that ends without a bar may follow anything; only what looks like a host is replaced.
  const end = start + (/^[\w.-]{0,253}/u.exec(text.slice(start, partEnd))?.[0].length ?? 0);
  const field = glossary.fieldOf('provision_key.host', 'provision-key');
  const about = field === null ? '' : `\n\n${field.meaning}`;
  return hostsOf(model.deps.catalogue.constants).map(({ host, detail, constant }, rank) => ({
    label: host,
    detail,
    markdown: `${constant.meaning}${about}\n\n*${escapeMarkdown(sourceText(constant.source))}*`,
    insertText: host,
    isSnippet: false,
    start,
    end: Math.max(column, end),
    rank,
  }));
}

interface KeyHost {
  readonly host: string;
  readonly detail: string;
  readonly constant: Constant;
}

/** Known hosts first, then what the names of the other clouds suggest; the portal's key decides. */
function hostsOf(constants: readonly Constant[]): readonly KeyHost[] {
  const known = constants
    .filter((one) => one.group === 'host' && /^api[.-]/u.test(one.name))
    .map((constant) => ({ host: constant.name, detail: 'API host of the production cloud', constant }));
  const named = constants
    .filter((one) => one.group === 'cloud' && TENANT_CLOUDS.has(one.name))
    .map((constant) => ({
      host: `api.${constant.name}`,
      detail: 'inferred from the name of the cloud: compare with the portal',
      constant,
    }));
  return [...known, ...named];
}

function describe(glossary: Glossary, format: string, { label, detail }: LineCompletion): string {
  const field = glossary.explain(label).fields.find((one) => one.formats.includes(format));
  return field === undefined ? detail : `${detail}\n\n${field.meaning}`;
}

function wordEnd(text: string, column: number): number {
  return column + (/^\w{0,40}/u.exec(text.slice(column))?.[0].length ?? 0);
}
