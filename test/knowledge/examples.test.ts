import assert from 'node:assert/strict';
import { formats } from '../../server/src/engine/formats/generated';
import { severityRank } from '../../server/src/engine/match/finding';
import type { Evaluation } from '../../server/src/engine/match/evaluate';
import type { Example, Rule } from '../../server/src/engine/match/rule';
import { DEFAULT_SETTINGS, Triage } from '../../server/src/engine/triage';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';

/** 21 January 2026: lines without a year are read as before it. */
const NOW = Date.UTC(2026, 0, 21);

function triage(example: Example): Evaluation {
  const engine = new Triage(
    catalogue,
    formats,
    {
      createDecoder: () => {
        throw new Error('examples are texts');
      },
      clock: () => NOW,
    },
    DEFAULT_SETTINGS,
  );
  const files = typeof example === 'string' ? { 'journal.txt': example } : example;
  for (const [path, text] of Object.entries(files)) engine.addText(path, text);
  return engine.evaluate();
}

/** Rules that fired, or whose findings became evidence of another. */
function firedIds(evaluation: Evaluation): Set<string> {
  return new Set(evaluation.findings.map((finding) => finding.ruleId));
}

/** Rules that a neighbour may raise without being named: facts about the material, not about the failure. */
function isNote(rule: Rule): boolean {
  return severityRank(rule.severity) >= severityRank('info');
}

describe('every rule, over its own examples', () => {
  for (const rule of catalogue.rules) {
    describe(rule.id, () => {
      it('has examples that fire and examples that must not', () => {
        assert.ok(rule.fires.length > 0, 'no example fires');
        assert.ok(rule.silent.length > 0, 'no example is silent');
      });
      for (const [index, example] of rule.fires.entries()) {
        it(`fires on example ${String(index + 1)}`, () => {
          const evaluation = triage(example.files);
          const finding = evaluation.findings.find((one) => one.ruleId === rule.id);
          assert.ok(finding, `fired instead: ${[...firedIds(evaluation)].join(', ')}`);
          if (example.says !== undefined) assert.ok(finding.message.includes(example.says), finding.message);
          if (example.severity !== undefined) assert.equal(finding.severity, example.severity);
          assert.doesNotMatch(finding.message, /[{}]|undefined|NaN/u);
        });
        it(`no other rule fires undeclared on example ${String(index + 1)}`, () => {
          const declared = new Set([rule.id, ...(example.also ?? [])]);
          const others = [...firedIds(triage(example.files))].filter((id) => {
            const other = catalogue.rules.find((one) => one.id === id);
            return !declared.has(id) && other !== undefined && !isNote(other);
          });
          assert.deepEqual(others, []);
        });
      }
      for (const [index, example] of rule.silent.entries()) {
        it(`is silent on example ${String(index + 1)}`, () => {
          assert.ok(!firedIds(triage(example)).has(rule.id));
        });
      }
    });
  }
});

describe('every message form', () => {
  for (const message of catalogue.messages) {
    it(`${message.id} matches its examples and no other form does`, () => {
      assert.ok(message.examples.length > 0, 'no example');
      for (const example of message.examples) {
        assert.match(example, message.pattern);
        if (message.starts !== 'digit')
          assert.ok(
            message.starts.some((start) => example.startsWith(start)),
            example,
          );
        const others = catalogue.messages.filter(
          (other) =>
            other !== message &&
            other.roles.some((role) => message.roles.includes(role)) &&
            (other.starts === 'digit' || other.starts.some((start) => example.startsWith(start))) &&
            other.pattern.test(example),
        );
        assert.deepEqual(
          others.map((other) => other.id),
          [],
        );
      }
    });
  }
  it('ids are unique', () => {
    const ids = catalogue.messages.map((message) => message.id);
    assert.equal(new Set(ids).size, ids.length);
  });
});
