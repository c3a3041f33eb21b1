import assert from 'node:assert/strict';
import { formats } from '../../server/src/engine/formats/generated';
import { severityRank } from '../../server/src/engine/match/finding';
import type { Evaluation } from '../../server/src/engine/match/evaluate';
import { DEFAULT_SETTINGS, Triage } from '../../server/src/engine/triage';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';
import { SCENARIOS } from '../generator/scenarios/index';

const NOW = Date.UTC(2026, 2, 18);
const SEEDS = [1, 7];

function triage(files: ReadonlyMap<string, string>): Evaluation {
  const ports = {
    createDecoder: () => {
      throw new Error('scenarios are texts');
    },
    clock: () => NOW,
  };
  const engine = new Triage(catalogue, formats, ports, DEFAULT_SETTINGS);
  for (const [path, text] of files) engine.addText(path, text);
  return engine.evaluate();
}

/** Rules of the story that exist: a story may be ahead of the catalogue. */
function known(ids: readonly string[]): string[] {
  return ids.filter((id) => catalogue.rules.some((rule) => rule.id === id));
}

describe('scenarios: a story among its neighbours', () => {
  for (const scenario of SCENARIOS) {
    for (const seed of SEEDS) {
      it(`${scenario.name}, seed ${String(seed)}`, () => {
        const { findings, rootCauses } = triage(scenario.bundle(seed));
        const ids = new Set(findings.map((finding) => finding.ruleId));
        const { rootCause, findings: expected, tolerated } = scenario.expected;
        if (rootCause !== null && known([rootCause]).length > 0) assert.equal(rootCauses[0]?.ruleId, rootCause);
        for (const id of known(expected)) assert.ok(ids.has(id), `${id} is missing; found ${[...ids].join(', ')}`);
        const allowed = new Set([rootCause, ...expected, ...tolerated]);
        const loud = findings.filter((finding) => severityRank(finding.severity) <= severityRank('warning'));
        assert.deepEqual(
          loud
            .filter((finding) => !allowed.has(finding.ruleId))
            .map((finding) => `${finding.ruleId}: ${finding.message}`),
          [],
        );
      });
    }
  }
});
