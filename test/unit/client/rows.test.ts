import assert from 'node:assert/strict';
import { caseSummary } from '../../../client/src/common/case-summary';
import { withSuppression } from '../../../server/src/lsp/suppress-protocol';
import { artifactRows } from '../../../client/src/common/tree/artifacts';
import { checkRows } from '../../../client/src/common/tree/checks';
import { connectorRows } from '../../../client/src/common/tree/connectors';
import { findingRows } from '../../../client/src/common/tree/findings';
import type { Row } from '../../../client/src/common/tree/node';
import { runbookRows } from '../../../client/src/common/tree/runbooks';
import { duration, size } from '../../../client/src/common/words';
import type { BundleState, Report, ReportFinding } from '../../../server/src/lsp/bundle-protocol';

function finding(id: string, more: Partial<ReportFinding> = {}): ReportFinding {
  const place = { path: 'logs/journal.txt', line: 7, column: 1, endLine: 7, endColumn: 9 };
  return {
    id,
    ruleId: `tunnel/${id}`,
    severity: 'error',
    confidence: 'high',
    message: `Message of ${id}.`,
    ...place,
    time: null,
    count: 1,
    firstTime: null,
    lastTime: null,
    evidence: [{ ...place, text: 'Mar 17 11:22:17 host-1 zpa-connector-child[7]: it broke' }],
    rootCause: false,
    causedBy: null,
    runbook: 'the-runbook',
    docUrl: null,
    data: {},
    ...more,
  };
}

const CAUSE = finding('cause', {
  rootCause: true,
  evidence: Array.from({ length: 10 }, () => finding('x').evidence).flat(),
});
const REPORT: Report = {
  schemaVersion: 1,
  tool: { name: 'zpa-triage', version: '1' },
  artifacts: [
    {
      path: 'logs/journal.txt',
      format: 'journal',
      sections: [],
      timeRange: { start: '2026-03-17T09:14:02', end: '2026-03-17T12:03:45' },
      connector: null,
      bytes: 2048,
      lines: 10,
      truncated: false,
      notes: [],
    },
  ],
  connectors: [
    { id: '1', name: 'One', version: '25.1', host: 'host-1', component: 'zpa-connector', uptimeSeconds: 90 },
  ],
  findings: [
    finding('loose', { severity: 'hint' }),
    CAUSE,
    finding('effect', { causedBy: 'cause' }),
    finding('effect-of-effect', { causedBy: 'effect' }),
  ],
  notEvaluable: [{ ruleId: 'tunnel/other', missing: 'the proxy; collect it with: env | grep -i proxy' }],
  passed: [{ ruleId: 'health/fine' }],
  summary: { error: 3, warning: 0, info: 0, hint: 1, rootCauses: ['cause'] },
};
const STATE: BundleState = {
  phase: 'ready',
  filesDone: 1,
  filesTotal: 1,
  report: REPORT,
  uris: {},
  deeper: {},
  leftOut: [],
};

function child(row: Row | undefined, label: string): Row | undefined {
  return row?.children?.find((one) => one.label === label);
}

function ids(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => [row.id, ...ids(row.children ?? [])]);
}

describe('rows of the desk', () => {
  const rows = findingRows(STATE, new Map([['the-runbook', 'The runbook']]));

  it('rank the root causes, then what none explains', () => {
    assert.deepEqual(
      rows.map((row) => row.label),
      ['1. Message of cause.', 'Other findings'],
    );
    assert.deepEqual(
      rows[1]?.children?.map((row) => row.findingId),
      ['loose'],
    );
  });

  it('name the missing evidence that would explain a cause, before that of its field', () => {
    const notEvaluable = [...REPORT.notEvaluable, { ruleId: 'network/deeper', missing: 'the route' }];
    const [cause] = findingRows(
      { ...STATE, report: { ...REPORT, notEvaluable }, deeper: { 'tunnel/cause': ['network/deeper'] } },
      new Map(),
    );
    assert.deepEqual(
      child(cause, 'Missing evidence')?.children?.map(({ label, description }) => [label, description]),
      [['the route', 'network/deeper']],
    );
  });

  it('unfold a cause into evidence, consequences, runbook and what is missing', () => {
    const [cause] = rows;
    assert.equal(cause?.children?.[0]?.description, '11:22:17 it broke');
    assert.equal(child(cause, '7 more lines')?.children?.length, 7);
    assert.equal(child(cause, 'Runbook')?.description, 'The runbook');
    const effect = child(cause, 'Consequences')?.children?.[0];
    assert.equal(effect?.findingId, 'effect');
    assert.equal(child(effect, 'Consequences')?.children?.[0]?.findingId, 'effect-of-effect');
    assert.equal(child(cause, 'Missing evidence')?.children?.[0]?.copy, 'env | grep -i proxy');
  });

  it('end where findings explain each other', () => {
    const circle = { ...REPORT, findings: [finding('cause', { causedBy: 'b' }), finding('b', { causedBy: 'cause' })] };
    assert.ok(findingRows({ ...STATE, report: circle }, new Map()).length > 0);
  });

  it('have ids that are used once', () => {
    for (const all of [rows, connectorRows(STATE), artifactRows(STATE), checkRows(STATE)]) {
      const found = ids(all);
      assert.equal(new Set(found).size, found.length, found.join('\n'));
    }
  });

  it('say what a file and a connector are', () => {
    assert.equal(artifactRows(STATE)[0]?.description, 'journal · 2.0 kB · 2026-03-17 09:14–12:03');
    assert.equal(connectorRows(STATE)[0]?.label, 'One');
  });

  it('put the runbooks of the findings first', () => {
    const list = ['another', 'the-runbook'].map((id) => ({ id, title: id, when: '', commands: '' }));
    const [first, rest] = runbookRows(STATE, list, () => 2);
    assert.equal(first?.runbook, 'the-runbook');
    assert.equal(first.description, '2 steps ticked');
    assert.equal(rest?.children?.[0]?.runbook, 'another');
  });

  it('follow the rank of the root causes, however many findings ask for another', () => {
    const findings = [
      finding('many', { runbook: 'often' }),
      finding('more', { runbook: 'often' }),
      finding('second', { rootCause: true, runbook: 'b' }),
      finding('first', { rootCause: true, runbook: 'a' }),
    ];
    const summary = { ...REPORT.summary, rootCauses: ['first', 'second'] };
    const list = ['often', 'b', 'a'].map((id) => ({ id, title: id, when: '', commands: '' }));
    const rows = runbookRows({ ...STATE, report: { ...REPORT, findings, summary } }, list, () => 0);
    assert.deepEqual(
      rows.map((one) => one.runbook),
      ['a', 'b', 'often', undefined],
    );
  });
});

describe('the case summary', () => {
  it('names connector, cause, evidence and runbook', () => {
    const text = caseSummary(REPORT);
    assert.match(text, /^ZPA triage: 1 root cause, 3 errors, 0 warnings\nConnector: One \(ID 1, version 25\.1/u);
    assert.match(text, /1\. Message of cause\. \[tunnel\/cause\]/u);
    assert.match(text, /Explains 1 other finding/u);
    assert.match(text, /Runbook: the-runbook/u);
  });
});

describe('suppressions', () => {
  const one = { rule: 'a/b', path: 'x', line: 3 };

  it('begin a file, and keep what is in one', () => {
    assert.deepEqual(JSON.parse(withSuppression(null, one) ?? ''), { suppress: [one] });
    const kept = withSuppression('{"rules":{"c/d":"off"},"suppress":["id"]}', one);
    assert.deepEqual(JSON.parse(kept ?? ''), { rules: { 'c/d': 'off' }, suppress: ['id', one] });
    assert.equal(withSuppression(kept, one), kept);
  });

  it('leave a file alone that is not JSON', () => {
    assert.equal(withSuppression('{', one), null);
    assert.equal(withSuppression('[]', one), null);
  });
});

describe('figures in words', () => {
  it('are short', () => {
    assert.equal(size(0), '0 B');
    assert.equal(size(1_048_576), '1.0 MB');
    assert.equal(duration(0), '0 s');
    assert.equal(duration(93_600), '1 d 2 h');
    assert.equal(duration(3_601), '1 h');
  });
});
