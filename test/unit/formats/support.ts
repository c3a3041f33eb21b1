import assert from 'node:assert/strict';
import type { Artifact } from '../../../server/src/engine/bundle/artifact';
import { createGlossary } from '../../../server/src/engine/features/glossary';
import type { Format } from '../../../server/src/engine/formats/format';
import { formats } from '../../../server/src/engine/formats/generated';
import { DEFAULT_SETTINGS, Triage } from '../../../server/src/engine/triage';
import { catalogue } from '../../../server/src/knowledge/generated/catalogue';

const glossary = createGlossary(catalogue);

/** Reads one text as a file of that path, as the product does. */
export function readArtifact(text: string, path = 'output.txt'): Artifact {
  const ports = {
    createDecoder: (): never => {
      throw new Error('these are texts');
    },
    clock: () => Date.UTC(2026, 0, 22),
  };
  return new Triage(catalogue, formats, ports, DEFAULT_SETTINGS).addText(path, text);
}

/** Facts of each section of the format, in order. */
export function factsOf<Facts>(format: Format<Facts>, text: string): Facts[] {
  return readArtifact(text)
    .sections.filter((section) => section.format === format.id)
    .map((section) => section.facts as Facts);
}

/** Named values of a line as `name=value`; `head`: the head of the table it stands in. */
export function valuesOf(format: Format, line: string, head?: string): string[] {
  return (format.fields?.(line, head) ?? []).map(
    ({ name, valueStart, valueEnd }) => `${name}=${line.slice(valueStart, valueEnd)}`,
  );
}

/** Every word of these lines lies in a token, and every token has an entry of its own in the glossary. */
export function assertCovered(format: Format, lines: readonly string[], unnamed = /^$/u, head?: string): void {
  for (const line of lines) {
    const tokens = format.fields?.(line, head) ?? [];
    for (const { name, valueStart, valueEnd } of tokens) {
      const field = glossary.fieldOf(name, format.id);
      assert.ok(field, `no entry for ${name}`);
      assert.doesNotMatch(field.names[0] ?? '', /^\w+\.\*$/u, `${name} only has a catch-all`);
      assert.ok(field.formats.includes(format.id), `${name} is said not to be in ${format.id}`);
      assert.ok(valueStart < valueEnd && valueEnd <= line.length, `${name} has no place in: ${line}`);
    }
    for (const word of line.matchAll(/\S+/gu)) {
      if (unnamed.test(word[0])) continue;
      const at = word.index;
      const covered = tokens.some(
        (token) =>
          (at < token.valueEnd && token.valueStart < at + word[0].length) ||
          (at < token.nameEnd && token.nameStart < at + word[0].length),
      );
      assert.ok(covered, `nothing names ${word[0]} in: ${line}`);
    }
  }
}

/** A text cut after every character, with its lines reversed, and with foreign lines between, is read without a throw. */
export function assertRobust(format: Format, text: string): void {
  for (let end = 0; end <= text.length; end += 1) readArtifact(text.slice(0, end));
  const lines = text.split('\n');
  readArtifact([...lines].reverse().join('\n'));
  readArtifact(lines.flatMap((line) => [line, '???', line + ' extra 12 words']).join('\n'));
  for (const line of lines) {
    for (let end = 0; end <= line.length; end += 1) {
      const cut = line.slice(0, end);
      for (const head of [undefined, ...lines.filter((one) => format.isHead?.(one))]) {
        for (const token of format.fields?.(cut, head) ?? []) assert.ok(token.valueEnd <= end);
        format.seriesKey?.(cut, head);
      }
    }
  }
}
