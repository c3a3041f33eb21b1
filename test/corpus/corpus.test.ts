import assert from 'node:assert/strict';
import { formats } from '../../server/src/engine/formats/generated';
import type { Evaluation } from '../../server/src/engine/match/evaluate';
import type { Finding } from '../../server/src/engine/match/finding';
import { severityRank } from '../../server/src/engine/match/finding';
import { DEFAULT_SETTINGS, Triage } from '../../server/src/engine/triage';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';
import type { Case, Expected } from './case';
import { CASES } from './cases/index';
import { QUIET } from './foreign/index';
import { neighbour } from './neighbour';

/** Lines without a year are read as before this day. */
const NOW = Date.UTC(2026, 10, 21);

function triage(files: Readonly<Record<string, string>>): Evaluation {
  const ports = {
    createDecoder: () => {
      throw new Error('cases are texts');
    },
    clock: () => NOW,
  };
  const engine = new Triage(catalogue, formats, ports, DEFAULT_SETTINGS);
  for (const [path, text] of Object.entries(files)) engine.addText(path, text);
  return engine.evaluate();
}

/** What a finding says and where, for failures. */
function told(finding: Finding, files: Case['files']): string {
  const path = Object.keys(files)[finding.at.artifact] ?? '?';
  return `${finding.severity} ${finding.ruleId} ${path}:${String(finding.at.line + 1)} ${finding.message}`;
}

function isLoud(finding: Finding): boolean {
  return severityRank(finding.severity) <= severityRank('warning');
}

/** Why a finding is not the expected one; nothing where it is. */
function differences(finding: Finding, expected: Expected, files: Case['files'], all: readonly Finding[]): string[] {
  const path = Object.keys(files)[finding.at.artifact] ?? '';
  const line = (files[path] ?? '').split('\n')[finding.at.line] ?? '';
  const cause = all.find((one) => one.id === finding.causedBy)?.ruleId;
  return [
    ...(expected.severity === undefined || expected.severity === finding.severity
      ? []
      : [`severity ${finding.severity}, not ${expected.severity}`]),
    ...(expected.at === undefined || (expected.at[0] === path && line.includes(expected.at[1]))
      ? []
      : [`at ${path}:${String(finding.at.line + 1)} «${line}», not ${expected.at.join(' «')}»`]),
    ...(expected.says === undefined || finding.message.includes(expected.says) ? [] : [`says ${finding.message}`]),
    ...(expected.causedBy === undefined || expected.causedBy === cause
      ? []
      : [`caused by ${cause ?? 'nothing'}, not ${expected.causedBy}`]),
  ];
}

/** What is wrong with one expected finding. */
function missing(expected: Expected, findings: readonly Finding[], files: Case['files']): string[] {
  const candidates = findings.filter((finding) => finding.ruleId === expected.rule);
  if (candidates.length === 0) return [`missing: ${expected.rule}`];
  const nearest = candidates.map((finding) => differences(finding, expected, files, findings));
  if (nearest.some((list) => list.length === 0)) return [];
  return [`${expected.rule}: ${(nearest[0] ?? []).join('; ')}`];
}

/** Everything that is wrong with an evaluation of a case. */
function faults(one: Case): string[] {
  const { findings, rootCauses } = triage(one.files);
  const expected = one.found.map((entry) => (typeof entry === 'string' ? { rule: entry } : entry));
  const named = new Set([...(one.tolerated ?? []), ...expected.map(({ rule }) => rule)]);
  const wrong = expected.flatMap((entry) => missing(entry, findings, one.files));
  for (const finding of findings) {
    if (isLoud(finding) && !named.has(finding.ruleId)) wrong.push(`false alarm: ${told(finding, one.files)}`);
    if (one.absent?.includes(finding.ruleId)) wrong.push(`must not be: ${told(finding, one.files)}`);
  }
  const first = rootCauses[0]?.ruleId ?? null;
  if (one.rootCause !== undefined && first !== one.rootCause)
    wrong.push(`root cause: ${first ?? 'none'}, not ${one.rootCause ?? 'none'}`);
  return wrong;
}

describe('corpus: bundles and what must be found in them', () => {
  for (const one of CASES) {
    it(one.name, () => {
      assert.deepEqual(faults(one), []);
    });
  }

  it('names are unique', () => {
    const names = [...CASES, ...QUIET].map((one) => one.name);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });

  it('every rule has a case', () => {
    const named = new Set(
      CASES.flatMap((one) => one.found.map((found) => (typeof found === 'string' ? found : found.rule))),
    );
    assert.deepEqual(
      catalogue.rules.map((rule) => rule.id).filter((id) => !named.has(id)),
      [],
    );
  });
});

describe('corpus: material that gives no cause for a word', () => {
  for (const one of QUIET) {
    it(one.name, () => {
      const { findings } = triage(one.files);
      const notes = one.notes ?? ['bundle/unrecognised'];
      const wrong = findings.filter(
        (finding) => isLoud(finding) || (notes !== 'any' && !notes.includes(finding.ruleId)),
      );
      assert.deepEqual(
        wrong.map((finding) => told(finding, one.files)),
        [],
      );
    });

    it(`${one.name}, beside a healthy connector`, () => {
      const files = { ...neighbour, ...one.files };
      const loud = triage(files).findings.filter(isLoud);
      assert.deepEqual(
        loud.map((finding) => told(finding, files)),
        [],
      );
    });

    it(`${one.name}, cut and with the line ends of Windows`, () => {
      for (const part of [0.2, 0.45, 0.7, 0.95]) {
        const cut = ([path, text]: readonly [string, string]): [string, string] => [
          path,
          text.replace(/\r?\n/gu, '\r\n').slice(0, Math.floor(text.length * part)),
        ];
        const files = Object.fromEntries(Object.entries(one.files).map(cut));
        assert.deepEqual(
          triage(files)
            .findings.filter(isLoud)
            .map((finding) => told(finding, files)),
          [],
        );
      }
    });
  }
});
