/** What editors need that are not ours: lifecycle, folders of `initialize`, and commands that the server runs. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic, TextDocumentEdit } from 'vscode-languageserver-protocol';
import { OWN_CLIENT } from '../../server/src/lsp/protocol';
import { Client } from './harness';
import type { ClientOptions } from './harness';

const JOURNAL =
  'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: DNS resolution failed for api.private.zscaler.com\n' +
  'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Certificate enrollment failed.\n';
const CAUSE = 'enrollment/dns-resolution-failed';
const INITIALIZE = { processId: process.pid, rootUri: null, capabilities: {} };

const made: string[] = [];
const clients: Client[] = [];

/** A client that is ended in the end, also where its test failed. */
function started(options: ClientOptions = {}): Client {
  const client = new Client(options);
  clients.push(client);
  return client;
}

/** A folder with a journal and these files. */
function bundle(files: Readonly<Record<string, string>> = {}): { readonly path: string; readonly uri: string } {
  const path = mkdtempSync(join(tmpdir(), 'zpa-lsp other-'));
  made.push(path);
  for (const [name, text] of Object.entries({ 'journal.txt': JOURNAL, ...files }))
    writeFileSync(join(path, name), text);
  return { path, uri: pathToFileURL(path).toString() };
}

/** Has the cause been pushed for the folder's journal? */
function judged(client: Client, uri: string): Promise<readonly Diagnostic[]> {
  return client.diagnostics(`${uri}/journal.txt`, (list) => list.some((one) => one.code === CAUSE));
}

async function refusal(request: Promise<unknown>): Promise<number> {
  try {
    await request;
  } catch (error) {
    return (error as { readonly code: number }).code;
  }
  return 0;
}

after(() => {
  for (const client of clients) client.kill();
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

describe('the lifecycle of the server', () => {
  const textDocument = { uri: 'file:///x/journal.txt' };

  it('refuses requests before initialize and after shutdown, and ends well', async () => {
    const client = started({ raw: true });
    assert.equal(await refusal(client.request('textDocument/documentSymbol', { textDocument })), -32002);
    assert.equal(await refusal(client.request('shutdown', undefined)), -32002);
    assert.equal(await refusal(client.request('zpaTriage/bundle', undefined)), -32002);
    assert.ok(await client.request('initialize', INITIALIZE));
    assert.equal(await refusal(client.request('initialize', INITIALIZE)), -32600);
    await client.notify('initialized', {});
    assert.deepEqual(await client.request('textDocument/documentSymbol', { textDocument }), []);
    assert.equal(await refusal(client.request('no/such/method', {})), -32601);
    await client.request('shutdown', undefined);
    assert.equal(await refusal(client.request('textDocument/documentSymbol', { textDocument })), -32600);
    assert.equal(await refusal(client.request('shutdown', undefined)), -32600);
    await client.notify('exit', undefined);
    assert.equal(await client.ended, 0);
  });

  for (const direct of [false, true]) {
    it(`ends with status 1 where nobody shut it down (${direct ? 'server' : 'command line'})`, async () => {
      const client = started({ direct });
      await client.initialized;
      await client.notify('exit', undefined);
      assert.equal(await client.ended, 1);
    });
  }

  it('ends with status 1 where it was never initialized', async () => {
    const client = started({ raw: true });
    await client.notify('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'x', version: 1, text: '' },
    });
    await client.notify('exit', undefined);
    assert.equal(await client.ended, 1);
  });
});

describe('a client that names its folder in initialize alone', () => {
  for (const [name, params] of [
    [
      'workspaceFolders',
      (uri: string) => ({ workspaceFolders: [{ uri, name: 'bundle' }], rootUri: 'file:///elsewhere' }),
    ],
    ['rootUri', (uri: string) => ({ rootUri: uri })],
    ['rootUri beside null', (uri: string) => ({ rootUri: uri, workspaceFolders: null })],
  ] as const) {
    it(`gets the bundle of its ${name}`, async () => {
      const { uri } = bundle();
      const client = started({ params: params(uri) });
      await judged(client, uri);
      await client.stop();
    });
  }
});

describe('the commands of code actions', () => {
  /** A client with the folder, and the actions at the cause. */
  async function actionsIn(
    place: { readonly uri: string },
    canCreate = false,
  ): Promise<{ readonly client: Client; readonly actions: readonly CodeAction[] }> {
    const client = started({
      folders: [place.uri],
      workspace: {
        workspaceFolders: true,
        applyEdit: true,
        ...(canCreate ? { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } : {}),
      },
    });
    const uri = `${place.uri}/journal.txt`;
    await client.open(uri, JOURNAL);
    const cause = (await judged(client, place.uri)).find((one) => one.code === CAUSE);
    assert.ok(cause);
    const actions = await client.request<readonly CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: cause.range,
      context: { diagnostics: [cause] },
    });
    return { client, actions };
  }

  function run(client: Client, actions: readonly CodeAction[], wanted: RegExp): Promise<unknown> {
    const command = actions.find(({ title }) => wanted.test(title))?.command;
    assert.ok(command, `no action like ${wanted.source}`);
    return client.request('workspace/executeCommand', { command: command.command, arguments: command.arguments });
  }

  it('are offered to other editors, and left to our own', async () => {
    const other = started();
    const own = started({ params: { initializationOptions: OWN_CLIENT } });
    const { capabilities } = await other.initialized;
    assert.deepEqual(capabilities.executeCommandProvider?.commands, [
      'zpaTriage.openRunbook',
      'zpaTriage.copyCommands',
      'zpaTriage.explain',
      'zpaTriage.suppress',
    ]);
    assert.equal((await own.initialized).capabilities.executeCommandProvider, undefined);
    await Promise.all([other.stop(), own.stop()]);
  });

  it('give and show the runbook, its commands and an explanation', async () => {
    const { client, actions } = await actionsIn(bundle());
    assert.deepEqual(actions.flatMap(({ command }) => command?.command ?? []).sort(), [
      'zpaTriage.copyCommands',
      'zpaTriage.openRunbook',
      'zpaTriage.suppress',
      'zpaTriage.suppress',
    ]);
    const page = String(await run(client, actions, /^Open runbook/u));
    assert.match(page, /^# .*\n\n\*\*When:\*\*/u);
    const step = await client.message(/ls -lL \/etc\/resolv\.conf/u);
    assert.equal(step.type, 3);
    assert.ok(step.message.length < page.length);
    const commands = String(await run(client, actions, /^Copy the command/u));
    assert.equal(commands, 'ls -lL /etc/resolv.conf\nsudo -u zscaler cat /etc/resolv.conf');
    assert.ok(client.shown.some(({ message }) => message === commands));
    const explained = await client.request<string>('workspace/executeCommand', {
      command: 'zpaTriage.explain',
      arguments: [CAUSE],
    });
    assert.ok(explained.startsWith('# '));
    assert.ok(client.shown.every(({ message }) => message.length < 1_300));
    await client.stop();
  });

  it('suppress one finding in a new file', async () => {
    const place = bundle();
    const { client, actions } = await actionsIn(place, true);
    await run(client, actions, /^Suppress this finding/u);
    const [create, change] = client.edits[0]?.documentChanges ?? [];
    const uri = (create as { readonly uri: string }).uri;
    assert.equal(decodeURIComponent(uri), decodeURIComponent(`${place.uri}/.zpa-triage.json`));
    const { textDocument, edits } = change as TextDocumentEdit;
    assert.equal(textDocument.uri, uri);
    const text = (edits[0] as { readonly newText: string }).newText;
    assert.deepEqual(JSON.parse(text), { suppress: [{ rule: CAUSE, path: 'journal.txt', line: 1 }] });
    assert.match((await client.message(/not shown any more/u)).message, /must be saved/u);
    // What the editor writes is what silences it.
    writeFileSync(join(place.path, '.zpa-triage.json'), text);
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 1 }] });
    await client.diagnostics(`${place.uri}/journal.txt`, (list) => list.every((one) => one.code !== CAUSE));
    await client.stop();
  });

  it('suppress a rule beside what the file holds, for editors without file operations', async () => {
    const config = '{\n  "timezone": "UTC",\n  "suppress": ["a@b:1"]\n}';
    const place = bundle({ '.zpa-triage.json': config });
    const { client, actions } = await actionsIn(place);
    await run(client, actions, /^Switch .* off/u);
    const [[, edits] = ['', []]] = Object.entries(client.edits[0]?.changes ?? {});
    assert.deepEqual(edits[0]?.range, { start: { line: 0, character: 0 }, end: { line: 3, character: 1 } });
    assert.deepEqual(JSON.parse(edits[0].newText), { timezone: 'UTC', suppress: ['a@b:1', { rule: CAUSE }] });
    assert.equal(readFileSync(join(place.path, '.zpa-triage.json'), 'utf8'), config);
    await client.stop();
  });

  it('leave a file alone that is not JSON, and name the setting where there is no folder', async () => {
    const broken = await actionsIn(bundle({ '.zpa-triage.json': '{' }));
    await run(broken.client, broken.actions, /^Suppress this finding/u);
    assert.equal((await broken.client.message(/is not JSON/u)).type, 2);
    await broken.client.stop();

    const client = started();
    const args = [{ scope: 'finding', ruleId: CAUSE, findingId: `${CAUSE}@journal.txt:1` }];
    await client.initialized;
    await client.request('workspace/executeCommand', { command: 'zpaTriage.suppress', arguments: args });
    await client.message(/zpaTriage\.suppressions: \["enrollment\/dns-resolution-failed@journal\.txt:1"\]/u);
    assert.deepEqual(client.edits, []);
    for (const [command, wrong] of [
      ['zpaTriage.noSuch', []],
      ['zpaTriage.suppress', [7]],
      ['zpaTriage.openRunbook', []],
      ['toString', []],
    ] as const) {
      assert.equal(await refusal(client.request('workspace/executeCommand', { command, arguments: wrong })), -32602);
    }
    assert.equal(
      await client.request('workspace/executeCommand', { command: 'zpaTriage.openRunbook', arguments: ['no-such'] }),
      null,
    );
    await client.stop();
  });
});

describe('settings that cannot be used', () => {
  const unusable = [
    { id: 'too-open', pattern: '(' },
    { id: 'Bad Id', pattern: 'x' },
    { id: CAUSE, pattern: 'y' },
    { id: 'good', pattern: 'z' },
  ];

  it('are named once, and again when they change', async () => {
    const client = started({ settings: { customSignatures: unusable } });
    const { type, message } = await client.message(/settings that are not used/u);
    assert.equal(type, 2);
    assert.match(message, /zpaTriage\.customSignatures\[0\] \(too-open\): its pattern is not a regular expression/u);
    assert.match(message, /customSignatures\[1\] \(Bad Id\): its id is not in kebab-case/u);
    assert.match(message, /\(enrollment\/dns-resolution-failed\): another rule has its id/u);
    assert.doesNotMatch(message, /good/u);
    client.settings = { customSignatures: unusable, codeLens: { enabled: false } };
    await client.notify('workspace/didChangeConfiguration', { settings: {} });
    client.settings = { customSignatures: unusable.slice(0, 1) };
    await client.notify('workspace/didChangeConfiguration', { settings: {} });
    await client.message(/^(?!.*Bad Id).*too-open/u);
    assert.equal(client.shown.length, 2);
    await client.stop();
  });
});
