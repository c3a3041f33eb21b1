/** Analysed documents for the tests of editor features. */
import { analyzeDocument } from '../../../server/src/engine/features/document-model';
import type { DocumentModel } from '../../../server/src/engine/features/document-model';
import { createGlossary } from '../../../server/src/engine/features/glossary';
import { formats } from '../../../server/src/engine/formats/generated';
import { DEFAULT_SETTINGS } from '../../../server/src/engine/triage';
import { catalogue } from '../../../server/src/knowledge/generated/catalogue';
import { portsFrom } from '../../../server/src/lsp/platform';
import { SCENARIOS } from '../../generator/scenarios/index';

export const glossary = createGlossary(catalogue);

const encoder = new TextEncoder();
const ports = portsFrom(
  (encoding) => new TextDecoder(encoding),
  (text, into) => encoder.encodeInto(text, into),
  () => Date.UTC(2026, 10, 21),
);

/** The document as the server sees it. */
export function modelOf(text: string, path = 'journal.txt'): DocumentModel {
  return analyzeDocument({ catalogue, formats, ports }, path, text, DEFAULT_SETTINGS);
}

/** A file of the bundle of a failed connector. */
export function failedFile(name: string): string {
  const text = SCENARIOS.find((one) => one.name === 'failed-connector')
    ?.bundle(7)
    .get(name);
  if (text === undefined) throw new Error(`the scenario has no ${name}`);
  return text;
}

/** 0-based line that is the `nth` to hold the words. */
export function lineWith(model: DocumentModel, words: string, nth = 0): number {
  const found = [...model.lines.entries()].filter(([, text]) => text.includes(words))[nth]?.[0];
  if (found === undefined) throw new Error(`no line with ${words}`);
  return found;
}

/** Column of the words in a line, one unit inside. */
export function columnOf(model: DocumentModel, line: number, words: string): number {
  const at = model.lines[line]?.indexOf(words) ?? -1;
  if (at < 0) throw new Error(`no ${words} in line ${String(line)}`);
  return at + 1;
}
