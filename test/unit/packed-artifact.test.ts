/** What a thread hands over is judged as what was read here. */
import assert from 'node:assert/strict';
import { packArtifact, unpackArtifact } from '../../server/src/engine/bundle/packed-artifact';
import { formats } from '../../server/src/engine/formats/generated';
import { DEFAULT_SETTINGS, Triage } from '../../server/src/engine/triage';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';
import { ports } from '../../server/src/node/ports';
import { SCENARIOS } from '../generator/scenarios';

describe('artifacts between threads', () => {
  for (const scenario of SCENARIOS) {
    it(`judge ${scenario.name} the same`, () => {
      const here = new Triage(catalogue, formats, ports, DEFAULT_SETTINGS);
      const there = new Triage(catalogue, formats, ports, DEFAULT_SETTINGS);
      for (const [path, text] of scenario.bundle(9)) {
        const artifact = here.addText(path, text);
        there.addArtifact(path, unpackArtifact(structuredClone(packArtifact(artifact))));
      }
      const shown = ({ findings, rootCauses, passed, notEvaluable }: ReturnType<Triage['evaluate']>): unknown => ({
        findings: findings.map(({ id, message, evidence, causedBy, count }) => ({
          id,
          message,
          evidence,
          causedBy,
          count,
        })),
        rootCauses: rootCauses.map(({ id }) => id),
        passed,
        notEvaluable,
      });
      assert.deepEqual(shown(there.evaluate()), shown(here.evaluate()));
    });
  }
});
