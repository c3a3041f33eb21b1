import assert from 'node:assert/strict';
import { knownSectionAt } from '../../../server/src/engine/features/document-model';
import { foldingRanges } from '../../../server/src/engine/features/folding';
import type { DocumentSymbolNode } from '../../../server/src/engine/features/symbols';
import { documentSymbols } from '../../../server/src/engine/features/symbols';
import { lifeAt } from '../../../server/src/engine/features/target';
import { failedFile, modelOf } from './support';

const JOURNAL = failedFile('journal.txt');

/** Every node holds its children. */
function checkNesting(node: DocumentSymbolNode): void {
  assert.ok(node.range.startLine <= node.range.endLine, node.name);
  for (const child of node.children) {
    assert.ok(
      child.range.startLine >= node.range.startLine && child.range.endLine <= node.range.endLine,
      `${child.name} in ${node.name}`,
    );
    checkNesting(child);
  }
}

/** A boot after another, as `journalctl -r` prints them. */
const REVERSED = `${JOURNAL.replace(/^Mar 17/gmu, 'Mar 18').trimEnd()}
-- Boot 0123456789abcdef0123456789abcdef --
${JOURNAL.trimEnd()}`
  .split('\n')
  .reverse()
  .join('\n');

describe('the outline', () => {
  it('tells processes, sessions of their connection, and blocks', () => {
    const [section] = documentSymbols(modelOf(JOURNAL));
    const child = section?.children.find((one) => one.name === 'zpa-connector-child [3276]');
    assert.ok(section !== undefined && child !== undefined);
    checkNesting(section);
    assert.deepEqual(
      child.children.map((one) => one.name),
      [
        'Connection to broker5a.fra4 from 09:14:45',
        'Connection to broker1c.ams2 from 09:52:45',
        'Connection to broker3b.fra4 from 10:37:45',
        'Connection to broker1c.ams2 from 11:21:45',
        'Not connected from 11:22:45',
      ],
    );
    assert.equal(child.children[0]?.children[0]?.name, 'Status 09:14:45');
  });

  it('is the same tree of a journal printed newest first, with the lines it has there', () => {
    const [section] = documentSymbols(modelOf(REVERSED));
    assert.ok(section !== undefined);
    checkNesting(section);
    assert.deepEqual(
      section.children.map(({ kind, name }) => [kind, name]),
      [
        ['boot', 'Boot 2'],
        ['boot', 'Boot 1'],
      ],
    );
    assert.equal(lifeAt(modelOf(REVERSED), 0)?.pid, 3276);
    const child = section.children[0]?.children.find((one) => one.name === 'zpa-connector-child [3276]');
    assert.equal(child?.children.at(-1)?.name, 'Not connected from 11:22:45');
  });

  it('tells boots where the log marks them', () => {
    const text = `${JOURNAL.trimEnd()}\n-- Boot 0123456789abcdef0123456789abcdef --\n${JOURNAL.replace(/^Mar 17/gmu, 'Mar 18')}`;
    const [section] = documentSymbols(modelOf(text));
    assert.ok(section !== undefined);
    checkNesting(section);
    assert.deepEqual(
      section.children.map((one) => [one.kind, one.name]),
      [
        ['boot', 'Boot 1 (begins before the log)'],
        ['boot', 'Boot 2'],
      ],
    );
    assert.deepEqual(
      section.children.map((one) => one.children.length),
      [2, 2],
    );
  });

  it('tells long sessions by the hour', () => {
    const lines = JOURNAL.split('\n').filter((line) => line.includes(' 09:') && !line.includes('connection'));
    const text = [9, 10, 11].flatMap((hour) =>
      lines.map((line) => line.replace(/ 09:/u, ` ${String(hour).padStart(2, '0')}:`)),
    );
    const child = documentSymbols(modelOf(text.join('\n')))[0]?.children.find((one) => one.name.includes('child'));
    assert.deepEqual(
      child?.children.map((one) => one.kind),
      ['hour', 'hour', 'hour'],
    );
    assert.match(child.children[0]?.name ?? '', /^\d{4}-03-17 09:00$/u);
  });
});

describe('folding', () => {
  const model = modelOf(JOURNAL);
  const folds = foldingRanges(model);

  it('folds lie inside or outside of each other', () => {
    const sorted = [...folds].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
    const open: number[] = [];
    for (const { startLine, endLine } of sorted) {
      while (open.length > 0 && (open[open.length - 1] ?? 0) < startLine) open.pop();
      const around = open[open.length - 1];
      assert.ok(around === undefined || endLine <= around, `${String(startLine)} to ${String(endLine)} crosses`);
      open.push(endLine);
    }
  });

  it('hide quiet stretches but no evidence', () => {
    const loud = model.evaluation.findings.flatMap((one) => one.evidence.map((place) => place.line));
    const quiet = folds.filter((one) => one.endLine - one.startLine >= 39);
    assert.ok(quiet.length > 0);
    for (const { startLine, endLine } of quiet)
      assert.ok(
        loud.every((line) => line < startLine || line > endLine),
        `${String(startLine)} to ${String(endLine)}`,
      );
  });
});

describe('sections by line', () => {
  it('are found at their edges and nowhere else', () => {
    const model = modelOf(failedFile('memory_report.txt'), 'memory_report.txt');
    const bySearch = (line: number): unknown =>
      model.artifact.sections.find((one) => one.format !== null && one.startLine <= line && line <= one.endLine) ??
      null;
    for (let line = 0; line <= model.lines.length; line += 1) assert.equal(knownSectionAt(model, line), bySearch(line));
  });
});
