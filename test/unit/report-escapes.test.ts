import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keepFindings } from '../../server/src/engine/report/keep';
import { escapeHtml } from '../../server/src/engine/report/escape-html';
import { escapeTerminal } from '../../server/src/engine/report/escape-terminal';
import { columnsOf, excerpt } from '../../server/src/engine/report/evidence';
import { isoTime } from '../../server/src/engine/report/log-time';
import { sarifUri } from '../../server/src/engine/report/sarif';
import { MASK, maskSecrets } from '../../server/src/engine/redact/secrets';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';

const anyText = fc.string({ unit: 'binary', maxLength: 400 });

describe('escapes of the report', () => {
  it('HTML text holds no mark that could begin a tag, an entity or end an attribute', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const escaped = escapeHtml(text);
        assert.doesNotMatch(escaped, /[<>"']/u);
        assert.doesNotMatch(escaped, /&(?!(?:amp|lt|gt|quot|#39);)/u);
      }),
    );
  });

  it('terminal text holds no control character and no turn of direction', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        assert.doesNotMatch(escapeTerminal(text), /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
    assert.equal(escapeTerminal('plain text: ok'), 'plain text: ok');
  });

  it('SARIF addresses are relative references whatever the path', () => {
    fc.assert(
      fc.property(anyText, (path) => {
        assert.match(sarifUri(path), /^[\w\-.~!*'()%/]*$/u);
      }),
    );
    assert.equal(sarifUri('bundle.tgz!/var/log/messages'), 'bundle.tgz!/var/log/messages');
  });
});

describe('masking of secrets', () => {
  const token = 'q7Zt0vKx/2Lm+Rd4Yb9N'.repeat(20);
  it('hides what is secret and keeps what tells', () => {
    for (const [line, expected] of [
      [`3|api.private.zscaler.com|${token}`, `3|api.private.zscaler.com|${MASK}`],
      [
        'nonce(<3|api.prod.zpath.net|0/Z6lDT...>) fingerprint(<oXa...>)',
        `nonce(<3|api.prod.zpath.net|${MASK}>) fingerprint(<oXa...>)`,
      ],
      ['Authorization: Bearer abc.def', `Authorization: ${MASK}`],
      ['Set-Cookie: session=1; path=/', `Set-Cookie: ${MASK}`],
      ['curl -u admin:hunter2 https://x', `curl -u admin:${MASK} https://x`],
      ['http://user:pw@10.0.0.1:8080', `http://user:${MASK}@10.0.0.1:8080`],
      ['"client_secret": "abcdef"', `"client_secret": "${MASK}"`],
      ['password=abc123 next', `password=${MASK} next`],
    ] as const) {
      assert.equal(maskSecrets(line), expected);
      assert.equal(maskSecrets(maskSecrets(line)), expected, 'a second time changes nothing');
    }
  });

  it('leaves log lines, paths and our own words alone', () => {
    const status =
      'Mem_abs(MemTotal|MemFree)= 3880000kB |2210400kB :CPU(Util|Steal|Configured|Avail)=14%|0%|2|2 current active(all|tcp) 12|3|4567 /opt/zscaler/var/provision_key';
    assert.equal(maskSecrets(status), status);
    for (const rule of catalogue.rules) {
      for (const text of [rule.title, rule.message, rule.means, rule.doNext]) assert.equal(maskSecrets(text), text);
    }
  });

  it('hides every piece of a key file, however the key is damaged', () => {
    for (const line of [
      token,
      `“3|api.private.zscaler.com|${token}”`,
      `3 api ${token}`,
      `3|api.private.zscaler.com|AB CD${token}`,
    ]) {
      assert.ok(!maskSecrets(line, true).includes(token.slice(0, 12)), line.slice(0, 40));
    }
    assert.equal(maskSecrets('cat /opt/zscaler/var/provision_key', true), 'cat /opt/zscaler/var/provision_key');
  });
});

describe('evidence texts and times', () => {
  it('are at most 300 units and show the place', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), fc.nat(2000), fc.nat(300), (line, start, length) => {
        const text = excerpt(line, { start, end: start + length }, false);
        assert.ok(text.length <= 300, String(text.length));
      }),
    );
    const far = `${'a '.repeat(300)}NEEDLE${' b'.repeat(300)}`;
    assert.ok(excerpt(far, { start: 600, end: 606 }, false).includes('NEEDLE'));
  });

  it('take the columns of a field from its format', () => {
    const line = 'x tx_drop = 7';
    const format = {
      id: 'f',
      language: 'zpa-diagnostics' as const,
      title: '',
      opens: () => null,
      read: () => {
        throw new Error('not read here');
      },
      fields: () => [{ name: 'tx_drop', nameStart: 2, nameEnd: 9, valueStart: 12, valueEnd: 13 }],
    };
    assert.deepEqual(columnsOf({ artifact: 0, line: 0, field: 'tx_drop' }, line, format), { start: 2, end: 13 });
    assert.deepEqual(columnsOf({ artifact: 0, line: 0 }, line, null), { start: 0, end: 13 });
  });

  it('show the zone only where it is known', () => {
    const ms = Date.UTC(2026, 0, 21, 12, 15, 22);
    assert.equal(isoTime(ms, null), '2026-01-21T12:15:22');
    assert.equal(isoTime(ms + 5, 0), '2026-01-21T12:15:22.005Z');
    assert.equal(isoTime(ms, -330), '2026-01-21T12:15:22-05:30');
    assert.equal(isoTime(Number.NaN, 0), null);
  });
});

describe('leaving findings out', () => {
  it('ties a consequence to the cause of its cause', () => {
    const [rule] = catalogue.rules;
    assert.ok(rule !== undefined);
    const finding = (id: string, causedBy: string | null): Parameters<Parameters<typeof keepFindings>[1]>[0] => ({
      id,
      rule,
      ruleId: rule.id,
      severity: 'error',
      confidence: 'high',
      message: id,
      at: { artifact: 0, line: 0 },
      evidence: [],
      count: 1,
      firstMs: null,
      lastMs: null,
      scope: null,
      data: {},
      causedBy,
      rootCause: causedBy === null,
    });
    const findings = [finding('a', null), finding('b', 'a'), finding('c', 'b')];
    const evaluation = { findings, rootCauses: findings.slice(0, 1), notEvaluable: [], passed: [] };
    const withoutB = keepFindings(evaluation, (one) => one.id !== 'b');
    assert.deepEqual(
      withoutB.findings.map((one) => one.causedBy),
      [null, 'a'],
    );
    const withoutA = keepFindings(evaluation, (one) => one.id === 'c');
    assert.deepEqual(
      withoutA.rootCauses.map((one) => one.id),
      ['c'],
    );
  });
});
