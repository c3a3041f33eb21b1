import assert from 'node:assert/strict';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';

describe('corpus: runbooks that findings lead to', () => {
  for (const runbook of catalogue.runbooks) {
    it(`${runbook.id} says when, what, how to verify and when to escalate`, () => {
      assert.ok(runbook.steps.length > 0);
      assert.equal(new Set(runbook.steps.map(({ id }) => id)).size, runbook.steps.length);
      for (const text of [runbook.title, runbook.when, runbook.verify, runbook.escalate]) assert.ok(text.length > 4);
      for (const step of runbook.steps) {
        assert.ok(step.title.length > 3 && (step.text.length > 10 || (step.commands ?? []).length > 0), step.id);
        for (const { run, effect } of step.commands ?? []) {
          if (/\brm -r?f? ?\/?opt\/zscaler\/var|\brm .{0,20}\/opt\/zscaler\/var/u.test(run))
            assert.equal(effect, 'destructive', run);
        }
      }
    });
  }

  it('every rule leads to a step that there is', () => {
    const missing = catalogue.rules.filter(({ runbook }) => {
      const found = catalogue.runbooks.find(({ id }) => id === runbook.id);
      return found === undefined || (runbook.step !== undefined && !found.steps.some(({ id }) => id === runbook.step));
    });
    assert.deepEqual(
      missing.map(({ id }) => id),
      [],
    );
  });
});
