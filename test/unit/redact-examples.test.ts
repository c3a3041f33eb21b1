import assert from 'node:assert/strict';
import { formats } from '../../server/src/engine/formats/generated';
import { LeakCheck } from '../../server/src/engine/redact/leak-check';
import { Pseudonyms } from '../../server/src/engine/redact/pseudonyms';
import { Redactor } from '../../server/src/engine/redact/redactor';
import { DEFAULT_SETTINGS, Triage } from '../../server/src/engine/triage';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';
import { CASES } from '../corpus/cases/index';
import { QUIET } from '../corpus/foreign/index';

type Files = Readonly<Record<string, string>>;

/** Its examples are known to be cut by their size in bytes, which a copy does not keep. */
const BY_SIZE = 'bundle/truncated';

function findings(files: Files): readonly string[] {
  const ports = {
    createDecoder: () => {
      throw new Error('examples are texts');
    },
    clock: () => Date.UTC(2026, 0, 21),
  };
  const engine = new Triage(catalogue, formats, ports, DEFAULT_SETTINGS);
  for (const [path, text] of Object.entries(files)) engine.addText(path, text);
  return engine
    .evaluate()
    .findings.filter(({ ruleId }) => ruleId !== BY_SIZE)
    .map(({ ruleId, severity, at, count, rootCause }) => [ruleId, severity, at.line, count, rootCause].join(' '))
    .sort();
}

function redacted(files: Files): Files {
  const names = new Pseudonyms();
  const redactor = new Redactor(names);
  for (const [path, text] of Object.entries(files)) {
    const pieces = redactor.learn(path);
    pieces.push(text);
    pieces.end();
  }
  const made: Record<string, string> = {};
  for (const [path, text] of Object.entries(files)) {
    let out = '';
    const pieces = redactor.redact(path, (part) => {
      out += part;
    });
    pieces.push(text);
    pieces.end();
    const check = new LeakCheck(names, path);
    check.push(out);
    assert.deepEqual(check.end(), [], out);
    made[redactor.path(path)] = out;
  }
  return made;
}

describe('redaction keeps the findings of the examples of every rule', () => {
  for (const rule of catalogue.rules) {
    it(rule.id, () => {
      for (const example of [...rule.fires.map(({ files }) => files), ...rule.silent]) {
        const files = typeof example === 'string' ? { 'journal.txt': example } : example;
        assert.deepEqual(findings(redacted(files)), findings(files));
      }
    });
  }
});

describe('redaction keeps the findings of the corpus', () => {
  for (const { name, files } of [...CASES, ...QUIET]) {
    it(name, () => {
      assert.deepEqual(findings(redacted(files)), findings(files));
    });
  }
});
