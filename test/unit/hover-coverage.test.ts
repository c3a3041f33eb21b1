/** Every named value in every fixture has an entry in the glossary, and hardly a figure is without a name. */
import assert from 'node:assert/strict';
import { createGlossary } from '../../server/src/engine/features/glossary';
import { formats } from '../../server/src/engine/formats/generated';
import { DEFAULT_SETTINGS, Triage } from '../../server/src/engine/triage';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';
import { ports } from '../../server/src/node/ports';
import { SCENARIOS } from '../generator/scenarios';

const glossary = createGlossary(catalogue);

/** Formats whose lines are texts with figures in them, not figures with names: log messages, and files people write. */
const PROSE = new Set(['journal', 'date', 'systemctl-status', 'openssl-s-client', 'provision-key', 'ls']);

/** Lines whose figures need no hover, and why. */
const EXPLAINED: readonly (readonly [line: RegExp, why: string])[] = [
  [/^;; SERVER: /u, 'the address is named once; its repetition in parentheses is not'],
  [/^PING /u, 'sizes of the packet that are said before the first answer'],
  [/^Start: /u, 'a date'],
  [/^\* /u, 'progress of curl: versions and numbers of the handshake, the request'],
  [/^Ncat: Version /u, 'version of the tool'],
];

interface Gap {
  readonly format: string;
  readonly what: string;
}

function gaps(): {
  readonly unknown: readonly Gap[];
  readonly bare: ReadonlyMap<string, readonly string[]>;
  figures: number;
} {
  const unknown = new Map<string, Gap>();
  const bare = new Map<string, string[]>();
  let figures = 0;
  for (const scenario of SCENARIOS) {
    for (const [path, text] of scenario.bundle(5)) {
      const engine = new Triage(catalogue, formats, ports, DEFAULT_SETTINGS);
      const artifact = engine.addText(path, text);
      const lines = text.split('\n');
      for (const section of artifact.sections) {
        const format = formats.find((one) => one.id === section.format);
        if (format?.fields === undefined) continue;
        for (let number = section.startLine; number <= section.endLine; number += 1) {
          const line = lines[number] ?? '';
          if (section.command !== null && line.includes(section.command)) continue;
          const tokens = format.fields(line);
          for (const { name } of tokens) {
            if (glossary.fieldOf(name, format.id) === null) {
              unknown.set(`${format.id} ${name}`, { format: format.id, what: name });
            }
          }
          if (PROSE.has(format.id)) continue;
          for (const figure of line.matchAll(/(?<![\w.:/-])\d[\d.,]*(?![\w:/-])/gu)) {
            figures += 1;
            const covered = tokens.some((token) => token.valueStart <= figure.index && figure.index < token.valueEnd);
            if (covered || EXPLAINED.some(([pattern]) => pattern.test(line))) continue;
            const list = bare.get(format.id) ?? [];
            list.push(line);
            bare.set(format.id, list);
          }
        }
      }
    }
  }
  return { unknown: [...unknown.values()], bare, figures };
}

describe('hover coverage', () => {
  const found = gaps();

  it('every named value has an entry', () => {
    assert.deepEqual(found.unknown, []);
  });

  it('every figure of a table has a name', () => {
    assert.ok(found.figures > 10_000, 'the fixtures hold figures');
    const shown = [...found.bare].map(([format, lines]) => [format, lines.length, ...lines.slice(0, 3)]);
    assert.deepEqual(shown, []);
  });
});
