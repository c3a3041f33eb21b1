/** Every named value in every fixture has an entry in the glossary, and hardly a figure is without a name. */
import assert from 'node:assert/strict';
import { createGlossary } from '../../server/src/engine/features/glossary';
import type { Format } from '../../server/src/engine/formats/format';
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
  [/^curl: \(\d+\) /u, 'the sentence of an error: its code is named'],
  [/^Ncat: Version /u, 'version of the tool'],
];

interface ExplainedLine {
  readonly format: Format;
  readonly line: string;
  /** Head of the table that it stands in. */
  readonly head: string | undefined;
}

/** Every line of a section whose format names values, in all scenarios. */
function* explainedLines(): Generator<ExplainedLine> {
  for (const [path, text] of SCENARIOS.flatMap((scenario) => [...scenario.bundle(5)])) {
    const engine = new Triage(catalogue, formats, ports, DEFAULT_SETTINGS);
    const lines = text.split('\n');
    for (const section of engine.addText(path, text).sections) {
      const format = formats.find((one) => one.id === section.format);
      if (format?.fields === undefined) continue;
      const { command } = section;
      let head: string | undefined;
      for (const line of lines.slice(section.startLine, section.endLine + 1)) {
        if (command === null || !line.includes(command)) yield { format, line, head };
        if (format.isHead?.(line) === true) head = line;
      }
    }
  }
}

/** Figures of a line that no named value covers. */
function bareFigures({ format, line, head }: ExplainedLine): { readonly all: number; readonly bare: number } {
  const tokens = format.fields?.(line, head) ?? [];
  const figures = [...line.matchAll(/(?<![\w.:/-])\d[\d.,]*(?![\w:/-])/gu)];
  const bare = figures.filter(
    ({ index }) => !tokens.some((token) => token.valueStart <= index && index < token.valueEnd),
  );
  return { all: figures.length, bare: bare.length };
}

describe('hover coverage', () => {
  const fixtures = [...explainedLines()];

  it('every named value has an entry', () => {
    const unknown = fixtures.flatMap(({ format, line, head }) =>
      (format.fields?.(line, head) ?? [])
        .filter(({ name }) => glossary.fieldOf(name, format.id) === null)
        .map(({ name }) => `${format.id}: ${name}`),
    );
    assert.deepEqual([...new Set(unknown)], []);
  });

  it('every figure of a table has a name', () => {
    let figures = 0;
    const bare = new Set<string>();
    for (const fixture of fixtures) {
      const { format, line } = fixture;
      if (PROSE.has(format.id)) continue;
      const found = bareFigures(fixture);
      figures += found.all;
      const isExplained = EXPLAINED.some(([pattern]) => pattern.test(line));
      if (found.bare > 0 && !isExplained) bare.add(`${format.id}: ${line}`);
    }
    assert.ok(figures > 10_000, `the fixtures hold figures: ${String(figures)}`);
    assert.deepEqual([...bare].slice(0, 20), []);
  });
});
