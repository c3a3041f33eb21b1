/** The bundle as a whole, over real JSON-RPC: files that nobody opened, causes across files, edits, changes on disk. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { pathToFileURL } from 'node:url';
import type { BundleState, CompareResult, MemberText } from '../../server/src/lsp/bundle-protocol';
import { formats } from '../../server/src/engine/formats/generated';
import { DEFAULT_SETTINGS, Triage } from '../../server/src/engine/triage';
import type { RedactedText } from '../../server/src/lsp/redact-protocol';
import { EXAMPLE_KEY } from '../../server/src/knowledge/example-key';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';
import { ports } from '../../server/src/node/ports';
import { failedConnector } from '../generator/scenarios/failed-connector';
import { Client } from './harness';

/** A folder of its own with these files. */
function folderOf(files: Iterable<readonly [string, string | Uint8Array]>): string {
  const folder = mkdtempSync(join(tmpdir(), 'zpa-workspace-'));
  for (const [path, text] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

async function until(client: Client, wanted: (state: BundleState) => boolean): Promise<BundleState> {
  for (let tries = 0; tries < 200; tries += 1) {
    const state = await client.request<BundleState>('zpaTriage/bundle', undefined);
    if (wanted(state)) return state;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the bundle never came to be so');
}

const uriOf = (folder: string, path: string): string => pathToFileURL(join(folder, path)).toString();

describe('a workspace with a support bundle', () => {
  const folder = folderOf(failedConnector.bundle(7));
  const client = new Client({ folders: [pathToFileURL(folder).toString()] });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('is scanned without being asked, and ranks its root causes', async () => {
    const { report, uris } = await until(client, ({ phase }) => phase === 'ready');
    assert.ok(report !== null);
    const [first] = report.summary.rootCauses;
    const cause = report.findings.find((finding) => finding.id === first);
    assert.equal(cause?.ruleId, 'tunnel/ssl-interception');
    assert.equal(uris[cause.path], uriOf(folder, cause.path));
  });

  it('publishes problems of files that nobody opened', async () => {
    const diagnostics = await client.diagnostics(uriOf(folder, 'journal.txt'), (found) => found.length > 0);
    assert.ok(diagnostics.some((one) => one.code === 'tunnel/ssl-interception'));
    const ofKey = await client.diagnostics(uriOf(folder, 'provision_key'), (found) => found.length > 0);
    assert.ok(ofKey.some((one) => one.code === 'provision-key/smart-quotes'));
  });

  it('judges an open document by its text, not by its file', async () => {
    const uri = uriOf(folder, 'provision_key');
    await client.open(uri, '“x”\n');
    await client.diagnostics(uri, (found) => found.some((one) => one.code === 'provision-key/smart-quotes'));
    await client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: `${EXAMPLE_KEY}\n` }],
    });
    await client.diagnostics(uri, (found) => !found.some((one) => one.code === 'provision-key/smart-quotes'));
    const { report } = await client.request<BundleState>('zpaTriage/bundle', undefined);
    assert.ok(report?.findings.every((finding) => finding.ruleId !== 'provision-key/smart-quotes'));
    await client.notify('textDocument/didClose', { textDocument: { uri } });
    await client.diagnostics(uri, (found) => found.some((one) => one.code === 'provision-key/smart-quotes'));
  });

  it('looks again when files change', async () => {
    const path = 'other/provision_key';
    mkdirSync(join(folder, 'other'));
    writeFileSync(join(folder, path), '');
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(folder, path), type: 1 }] });
    await client.diagnostics(uriOf(folder, path), (found) => found.some((one) => one.code === 'provision-key/empty'));
    rmSync(join(folder, 'other'), { recursive: true });
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(folder, path), type: 3 }] });
    await client.diagnostics(uriOf(folder, path), (found) => found.length === 0);
  });

  it('gives its report in every form, and lines of its files without secrets', async () => {
    for (const [format, sign] of [
      ['markdown', /^# /u],
      ['html', /^<!doctype html>/u],
      ['json', /"schemaVersion": 1/u],
      ['sarif', /"version": "2\.1\.0"/u],
    ] as const) {
      const text = await client.request<string>('zpaTriage/bundleReport', { format });
      assert.match(text, sign);
    }
    const extract = await client.request<string>('zpaTriage/extract', {
      uri: uriOf(folder, 'journal.txt'),
      firstLine: 2,
      lastLine: 4,
    });
    assert.equal(extract.split('\n').length, 3);
    const key = await client.request<string>('zpaTriage/extract', {
      uri: uriOf(folder, 'provision_key'),
      firstLine: 0,
      lastLine: 9,
    });
    assert.match(key, /<masked>/u);
    const uri = 'file:///elsewhere/provision_key';
    await client.open(uri, '3 api.private.zscaler.com abc123def456');
    const damaged = await client.request<string>('zpaTriage/extract', { uri, firstLine: 0, lastLine: 0 });
    assert.equal(damaged, '3 api.private.zscaler.com <masked>');
  });
});

describe('a workspace with something else', () => {
  const folder = folderOf([
    ['notes.txt', 'Our web server says: self signed certificate in certificate chain\n'],
    ['syslog', 'Jan 27 09:00:00 web1 nginx[12]: upstream timed out\n'],
    ['src/main.ts', 'export {};\n'],
  ]);
  const client = new Client({ folders: [pathToFileURL(folder).toString()], pull: true });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('stays silent', async () => {
    await client.request('zpaTriage/scan', {});
    const { items } = await client.request<{ items: { items: unknown[] }[] }>('workspace/diagnostic', {
      previousResultIds: [],
    });
    assert.deepEqual(
      items.flatMap((one) => one.items),
      [],
    );
  });
});

describe('a bundle in an archive', () => {
  const journal = failedConnector.bundle(7).get('journal.txt') ?? '';
  const folder = folderOf([
    ['journal.txt.gz', gzipSync(journal)],
    ['bundle.zip', zipSync({ 'var/log/messages': strToU8(journal), 'var/log/provision key': strToU8('“x”\n') })],
  ]);
  const client = new Client({ folders: [], pull: true });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  /** Scans an archive; gives its state and the URIs of its problems. */
  const scan = async (path: string): Promise<{ state: BundleState; problems: Map<string, unknown[]> }> => {
    const state = await client.request<BundleState>('zpaTriage/scan', { uris: [uriOf(folder, path)] });
    const { items } = await client.request<{ items: { uri: string; items: unknown[] }[] }>('workspace/diagnostic', {
      previousResultIds: [],
    });
    return { state, problems: new Map(items.map((one) => [one.uri, one.items])) };
  };

  it('is scanned when it is chosen, and its problems stand at the line of the unpacked file', async () => {
    const { state, problems } = await scan('journal.txt.gz');
    assert.equal(state.phase, 'ready');
    assert.ok((state.report?.summary.rootCauses.length ?? 0) > 0);
    const uri = state.uris['journal.txt.gz'] ?? '';
    assert.match(uri, /^zpa-archive:\/journal\.txt\?file%3A/u);
    assert.ok((problems.get(uri)?.length ?? 0) > 0);
    assert.deepEqual(await client.request('zpaTriage/member', { uri }), { text: journal, truncated: false });
  });

  it('gives the text of members, with which an editor has diagnostics and hovers', async () => {
    const { state, problems } = await scan('bundle.zip');
    const path = 'bundle.zip!/var/log/messages';
    const uri = state.uris[path] ?? '';
    assert.match(uri, /^zpa-archive:\/var\/log\/messages\?file%3A/u);
    const finding = state.report?.findings.find((one) => one.path === path && one.rootCause);
    assert.ok(finding !== undefined && (problems.get(uri)?.length ?? 0) > 0);
    const member = await client.request<MemberText>('zpaTriage/member', { uri });
    assert.equal(member.text, journal);
    await client.open(uri, member.text);
    const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    const problem = items.find((one) => one.code === finding.ruleId);
    assert.equal(problem?.range.start.line, finding.line - 1);
    await client.notify('textDocument/didClose', { textDocument: { uri } });
    const extract = await client.request<string>('zpaTriage/extract', {
      uri,
      firstLine: finding.line - 1,
      lastLine: finding.line - 1,
    });
    assert.equal(extract, journal.split('\n')[finding.line - 1]);
  });

  it('answers nothing for what is not there', async () => {
    for (const uri of ['zpa-archive:/nothing?file%3A%2F%2F%2Fnowhere.tgz', 'file:///etc/hosts', 'zpa-archive:/x']) {
      assert.equal(await client.request('zpaTriage/member', { uri }), null);
    }
  });
});

describe('a bundle with large files', () => {
  const journal = failedConnector.bundle(7).get('journal.txt') ?? '';
  // Lines of other programs in front, so that threads read it: nothing of them may be found.
  const noise = 'Mar 17 02:00:00 fra-ac-02 systemd[1]: Started Session 12 of user root.\n'.repeat(130_000);
  const of = (host: string): string => (noise + journal).replaceAll('fra-ac-02', host);
  const files = new Map([
    ['a.txt', of('fra-ac-21')],
    ['b.txt', journal],
    ['c.txt', of('fra-ac-23')],
  ]);
  const folder = folderOf(files);
  const client = new Client({ folders: [], pull: true });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('reads them in threads, and finds the same as without, in the same order', async () => {
    const engine = new Triage(catalogue, formats, ports, DEFAULT_SETTINGS);
    for (const [path, text] of files) engine.addText(path, text, statSync(join(folder, path)).mtimeMs);
    const wanted = engine.evaluate().findings.map(({ id, message, count }) => ({ id, message, count }));
    const scan = (): Promise<BundleState> =>
      client.request<BundleState>('zpaTriage/scan', { uris: [pathToFileURL(folder).toString()] });
    const { report } = await scan();
    assert.ok(report !== null);
    assert.deepEqual(
      report.artifacts.map((one) => one.path),
      ['a.txt', 'b.txt', 'c.txt'],
    );
    assert.ok(wanted.length > 3);
    assert.deepEqual(
      report.findings.map(({ id, message, count }) => ({ id, message, count })),
      wanted,
    );
    const again = await scan();
    assert.deepEqual(again.report?.findings, report.findings);
  }).timeout(60_000);
});

describe('two bundles', () => {
  const folder = folderOf([...failedConnector.bundle(7)].map(([path, text]) => [`bad/${path}`, text] as const));
  mkdirSync(join(folder, 'good'));
  writeFileSync(join(folder, 'good', 'provision_key'), `${EXAMPLE_KEY}\n`);
  const client = new Client({ folders: [], pull: true });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('are compared: what the later one has and the earlier one had not', async () => {
    const names = { present: 'bad', other: 'good' };
    const params = { uris: [uriOf(folder, 'good')], isNewer: false, names };
    assert.equal(await client.request('zpaTriage/compare', params), null);
    const { deeper, report } = await client.request<BundleState>('zpaTriage/scan', { uris: [uriOf(folder, 'bad')] });
    assert.deepEqual(
      Object.keys(deeper).sort(),
      [...new Set(report?.findings.filter((one) => one.rootCause).map((one) => one.ruleId))].sort(),
    );
    const { markdown, new: added } = await client.request<CompareResult>('zpaTriage/compare', params);
    assert.ok(added > 0);
    assert.match(markdown, /^# Comparison of two bundles\n\nBefore: good {2}\nAfter: bad\n\n## New findings\n/u);
    assert.match(markdown, /`tunnel\/ssl-interception`/u);
    const turned = await client.request<CompareResult>('zpaTriage/compare', { ...params, isNewer: true });
    assert.match(turned.markdown, /## Findings that are gone\n/u);
    assert.equal(await client.request('zpaTriage/compare', { ...params, uris: ['file:///nowhere'] }), null);
  });

  it('are redacted for sharing, with a leak check', async () => {
    const text = failedConnector.bundle(7).get('journal.txt') ?? '';
    const made = await client.request<RedactedText>('zpaTriage/redactText', { text });
    assert.ok(made.replaced > 0 && !made.text.includes('fra-ac-02'));
    assert.equal(made.leaks, 0);
    assert.equal(await client.request('zpaTriage/redactText', {}), null);
  });
});
