import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, DocumentSymbol, FoldingRange, Hover } from 'vscode-languageserver-protocol';
import { healthyConnector } from '../generator/scenarios/healthy-connector';
import { SCENARIOS } from '../generator/scenarios/index';
import { EXAMPLE_KEY } from '../../server/src/knowledge/example-key';
import { Client } from './harness';

const FAILED = SCENARIOS.find((one) => one.name === 'failed-connector')?.bundle(7) ?? new Map<string, string>();
const JOURNAL = FAILED.get('journal.txt') ?? '';
const KEY = FAILED.get('provision_key') ?? '';
const TOKEN = /\|([A-Za-z0-9+/]{40,})/u.exec(KEY)?.[1] ?? 'no token';

function codes(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map((one) => String(one.code));
}

function positionOf(text: string, after: string, word: string): { line: number; character: number } {
  const at = text.indexOf(word, text.indexOf(after));
  assert.ok(at >= 0, `${word} is not there`);
  const before = text.slice(0, at).split('\n');
  return { line: before.length - 1, character: (before[before.length - 1] ?? '').length + 1 };
}

describe('the language server over standard streams', () => {
  const client = new Client();
  const uri = 'file:///bundle/journal.txt';
  const textDocument = { uri };

  before(() => client.open(uri, JOURNAL));
  after(() => client.stop());

  it('says what it can', async () => {
    const { capabilities, serverInfo } = await client.initialized;
    assert.equal(serverInfo?.name, 'zpa-triage');
    assert.equal(capabilities.hoverProvider, true);
    assert.equal(capabilities.diagnosticProvider, undefined);
  });

  it('pushes findings with rule, page, cause and evidence', async () => {
    const found = await client.diagnostics(uri, (list) => codes(list).includes('tunnel/ssl-interception'));
    const cause = found.find((one) => one.code === 'tunnel/ssl-interception');
    assert.equal(cause?.source, 'zpa');
    assert.equal(cause.severity, 1);
    assert.match(String(cause.codeDescription?.href), /^https:\/\/help\.zscaler\.com\//u);
    assert.ok((cause.relatedInformation ?? []).length > 1);
    const effect = found.find((one) => one.code === 'tunnel/not-connected-to-cloud');
    assert.ok(effect?.relatedInformation?.some((one) => one.message.includes('tunnel/ssl-interception')));
    assert.ok(found.length < 60, 'bursts are one diagnostic');
  });

  it('explains a counter with its value and its change since the previous sample', async () => {
    const second = JOURNAL.indexOf('RPC Messages', JOURNAL.indexOf('RPC Messages') + 1);
    const position = positionOf(JOURNAL, JOURNAL.slice(second, second + 60), 'BindAck');
    const line = JOURNAL.slice(0, second).split('\n').length - 1;
    const character = (JOURNAL.split('\n')[line] ?? '').indexOf('BindAck') + 1;
    assert.ok(position.line <= line);
    const hover = await client.request<Hover>('textDocument/hover', { textDocument, position: { line, character } });
    const text = (hover.contents as { value: string }).value;
    assert.match(text, /since the previous sample/u);
    assert.match(text, /Inferred/u);
  });

  it('decodes states, close reasons and tx_drop', async () => {
    for (const [after, word] of [
      ['f_conn', 'tx_drop'],
      ['closed:', 'FOHH_CLOSE_REASON_SOCKET_ERR'],
      ['state fohh', 'fohh_connection_connected'],
    ] as const) {
      const hover = await client.request<Hover | null>('textDocument/hover', {
        textDocument,
        position: positionOf(JOURNAL, after, word),
      });
      assert.ok(hover !== null, word);
    }
  });

  it('offers the runbook, its commands and suppression', async () => {
    const found = await client.diagnostics(uri, (list) => codes(list).includes('tunnel/ssl-interception'));
    const cause = found.find((one) => one.code === 'tunnel/ssl-interception');
    assert.ok(cause);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: cause.range,
      context: { diagnostics: [cause] },
    });
    const commands = actions.map((one) => one.command?.command);
    assert.ok(commands.includes('zpaTriage.openRunbook'));
    assert.ok(commands.includes('zpaTriage.copyCommands'));
    assert.ok(commands.includes('zpaTriage.suppress'));
  });

  it('gives an outline whose ranges hold their children', async () => {
    const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    const check = (node: DocumentSymbol): void => {
      for (const child of node.children ?? []) {
        assert.ok(
          child.range.start.line >= node.range.start.line && child.range.end.line <= node.range.end.line,
          child.name,
        );
        check(child);
      }
    };
    assert.ok(symbols.length > 0);
    symbols.forEach(check);
  });

  it('folds blocks within the document', async () => {
    const folds = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    const lines = JOURNAL.split('\n').length;
    assert.ok(folds.length > 50);
    assert.ok(folds.every((one) => one.startLine < one.endLine && one.endLine < lines));
  });

  it('renders runbooks with the values of the document', async () => {
    const page = await client.request<string>('zpaTriage/runbook', { id: 'ssl-interception', uri });
    assert.match(page, /-connect \d{1,3}(?:\.\d{1,3}){3}:443/u);
    assert.equal(await client.request('zpaTriage/runbook', { id: 'no-such-runbook' }), null);
  });

  it('reports on a document', async () => {
    const report = await client.request<string | null>('zpaTriage/report', { uri });
    assert.match(report ?? '', /ssl-interception/u);
  });
});

describe('the language server on key files', () => {
  const client = new Client();
  const uri = 'file:///bundle/provision_key';

  before(() => client.open(uri, KEY));
  after(() => client.stop());

  it('mends the key by quick fix and by fixAll, and never tells it', async () => {
    const found = await client.diagnostics(uri, (list) => codes(list).includes('provision-key/smart-quotes'));
    const context = { diagnostics: found };
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context,
    });
    assert.ok(actions.some((one) => one.edit !== undefined));
    const all = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { ...context, only: ['source.fixAll.zpa'] },
    });
    const edit = all[0]?.edit?.changes?.[uri]?.[0];
    assert.ok(edit !== undefined && !/[\u201c\u201d]/u.test(edit.newText));
    const hover = await client.request<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 60 },
    });
    for (const answer of [found, hover, actions.map(({ title, command }) => ({ title, command }))]) {
      assert.ok(!JSON.stringify(answer).includes(TOKEN.slice(0, 12)), 'the token is told');
    }
  });

  it('tells no part of a damaged key, however short', async () => {
    for (const [number, text] of [
      '3|api.private.zscaler.com|abc123 def456 ghi789',
      '3|api.private.zscaler.com|abc123\ndef456ghi789\n',
      '3 api.private.zscaler.com abc123def456',
    ].entries()) {
      const damaged = `file:///damaged-${String(number)}/provision_key`;
      await client.open(damaged, text);
      const found = await client.diagnostics(damaged, (list) => list.length > 0);
      assert.doesNotMatch(JSON.stringify(found), /abc123|def456|ghi789/u);
    }
  });
});

describe('the language server on all that is not ours', () => {
  const client = new Client();
  after(() => client.stop());

  const documents: readonly (readonly [name: string, text: string])[] = [
    ['empty', ''],
    ['one line of 2 MB', 'x'.repeat(2_000_000)],
    ['control characters', `\u0000\u0001\u0002${'\ufffd'.repeat(5_000)}\u001b[1;39m`],
    [
      'a web server',
      'Jan 27 13:58:18 web-1 nginx[7]: upstream: self signed certificate in certificate chain\n'.repeat(50),
    ],
    ['prose', 'The connector said NO_CONNECTOR_AVAILABLE and Certificate enrollment failed.\n'],
    ['a program', 'const a = 1;\nfunction b() { return "DNS resolution failed for x"; }\n'],
  ];
  for (const [name, text] of documents) {
    it(`${name}: silence`, async () => {
      const uri = `file:///elsewhere/${encodeURIComponent(name)}.txt`;
      await client.open(uri, text);
      assert.deepEqual(await client.diagnostics(uri), []);
      assert.equal(
        await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 3 } }),
        null,
      );
      assert.deepEqual(await client.request('textDocument/documentSymbol', { textDocument: { uri } }), []);
    });
  }

  it('a document that is not open gives neutral answers', async () => {
    const textDocument = { uri: 'file:///nowhere.txt' };
    assert.equal(
      await client.request('textDocument/hover', { textDocument, position: { line: 0, character: 0 } }),
      null,
    );
    assert.deepEqual(
      await client.request('textDocument/codeAction', {
        textDocument,
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        context: { diagnostics: [] },
      }),
      [],
    );
  });
});

describe('pull diagnostics and settings', () => {
  const client = new Client({ pull: true, settings: { rules: { 'tunnel/redirected': 'off' } } });
  after(() => client.stop());
  const uri = 'file:///bundle/healthy.txt';

  it('answers document and workspace pulls', async () => {
    const journal = healthyConnector.bundle(7).get('journal.txt') ?? '';
    await client.open(uri, journal, 'zpa-journal');
    const report = await client.request<{ kind: string; items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    assert.equal(report.kind, 'full');
    assert.deepEqual(
      report.items.filter((one) => (one.severity ?? 4) <= 2),
      [],
    );
    const workspace = await client.request<{ items: { uri: string }[] }>('workspace/diagnostic', {
      previousResultIds: [],
    });
    assert.deepEqual(
      workspace.items.map((one) => one.uri),
      [uri],
    );
  });

  it('takes severities from the settings', async () => {
    const key = 'file:///other/provision_key';
    await client.open(key, `"${EXAMPLE_KEY}"\n`);
    const before = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri: key },
    });
    assert.ok(codes(before.items).includes('provision-key/surrounding-quotes'));
    client.settings = { rules: { 'provision-key/surrounding-quotes': 'off' } };
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    for (let tries = 0; ; tries += 1) {
      const after = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
        textDocument: { uri: key },
      });
      if (!codes(after.items).includes('provision-key/surrounding-quotes')) break;
      assert.ok(tries < 100, 'the setting never came into force');
    }
  });
});
