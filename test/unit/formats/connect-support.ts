/** What the tests of connection formats share. */
import assert from 'node:assert/strict';
import type { FactsByFormat } from '../../../server/src/engine/facts/registry';
import { createGlossary } from '../../../server/src/engine/features/glossary';
import type { Format } from '../../../server/src/engine/formats/format';
import { catalogue } from '../../../server/src/knowledge/generated/catalogue';
import { assertRobust, readArtifact, valuesOf } from './support';

export { assertRobust as readsAnything };

const glossary = createGlossary(catalogue);

/** Named values of a line as `name=value`; every name must have an entry of its own in the glossary. */
export function fieldsOf(format: Format, line: string): readonly string[] {
  for (const { name } of format.fields?.(line) ?? []) {
    const entry = glossary.fieldOf(name, format.id);
    assert.ok(entry, `no entry for ${name}`);
    assert.doesNotMatch(entry.names[0] ?? '', /\.\*$/u, `${name} only has a catch-all`);
  }
  return valuesOf(format, line);
}

/** Ids of the recognised sections, in order. */
export function formatsOf(text: string): readonly string[] {
  return readArtifact(text).sections.flatMap((section) => section.format ?? []);
}

/** Facts of the first section of a format. */
export function factsOf<F extends keyof FactsByFormat>(format: F, text: string): FactsByFormat[F] {
  const section = readArtifact(text).sections.find((one) => one.format === format);
  assert.ok(section, `no section of ${format}`);
  return section.facts as FactsByFormat[F];
}

/** 0-based first lines of the recognised sections. */
export function startsOf(format: Format, text: string): readonly number[] {
  return readArtifact(text)
    .sections.filter((section) => section.format === format.id)
    .map((section) => section.startLine);
}
