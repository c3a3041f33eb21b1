import assert from 'node:assert/strict';
import { formats } from '../../server/src/engine/formats/generated';
import type { Evaluation } from '../../server/src/engine/match/evaluate';
import { LeakCheck } from '../../server/src/engine/redact/leak-check';
import { Pseudonyms } from '../../server/src/engine/redact/pseudonyms';
import { Redactor } from '../../server/src/engine/redact/redactor';
import { DEFAULT_SETTINGS, Triage } from '../../server/src/engine/triage';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';
import { SCENARIOS } from '../generator/scenarios/index';

type Bundle = ReadonlyMap<string, string>;

function redacted(bundle: Bundle, names: Pseudonyms): Bundle {
  const redactor = new Redactor(names);
  for (const [path, text] of bundle) {
    const pieces = redactor.learn(path);
    pieces.push(text);
    pieces.end();
  }
  const made = new Map<string, string>();
  for (const [path, text] of bundle) {
    let out = '';
    const pieces = redactor.redact(path, (part) => {
      out += part;
    });
    pieces.push(text);
    pieces.end();
    made.set(redactor.path(path), out);
  }
  return made;
}

function triage(bundle: Bundle): Evaluation {
  const ports = {
    createDecoder: () => {
      throw new Error('scenarios are texts');
    },
    clock: () => Date.UTC(2026, 2, 18),
  };
  const engine = new Triage(catalogue, formats, ports, DEFAULT_SETTINGS);
  for (const [path, text] of bundle) engine.addText(path, text);
  return engine.evaluate();
}

/** What must not change: which rules, where, how often, and what is the cause. */
function essence({ findings, rootCauses }: Evaluation): unknown {
  return {
    findings: findings
      .map(({ ruleId, severity, at, count, evidence }) => ({
        ruleId,
        severity,
        line: at.line,
        artifact: at.artifact,
        count,
        lines: evidence.map(({ artifact, line }) => `${String(artifact)}:${String(line)}`),
      }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    rootCauses: rootCauses.map(({ ruleId }) => ruleId),
  };
}

describe('redaction keeps the findings of every scenario', () => {
  for (const scenario of SCENARIOS) {
    it(scenario.name, () => {
      const bundle = scenario.bundle(1);
      const names = new Pseudonyms();
      const made = redacted(bundle, names);
      assert.deepEqual(essence(triage(made)), essence(triage(bundle)));
      for (const [path, text] of made) {
        const check = new LeakCheck(names, path);
        check.push(text);
        assert.deepEqual(check.end(), []);
        assert.doesNotMatch(
          text,
          /kestrelmoor|veldhaven|arcobruno|216196257331371034|217881107200442175|10\.20\.4\.17\b|10\.44\.8\.2\d|fra-ac-02|rtm-ac-0|mil-zpa01|SyntheticProvisioningKey|Frankfurt DC|Rotterdam Edge|milano-corp/iu,
        );
        assert.equal(text.split('\n').length, [...bundle.values()][[...made.keys()].indexOf(path)]?.split('\n').length);
      }
      // Again with the same map: the same bytes.
      const again = redacted(bundle, new Pseudonyms(names.state));
      for (const [path, text] of made) assert.ok(again.get(path) === text, path);
    });
  }
});
