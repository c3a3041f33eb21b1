/** Lines of one file over real JSON-RPC: gaps in time, connections, filtered copies; less for large documents. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ConnectionLines, FilteredCopy, TimeGap } from '../../server/src/lsp/lines-protocol';
import { LARGE_LINES } from '../../server/src/lsp/size-tier';
import { failedConnector } from '../generator/scenarios/failed-connector';
import { Client } from './harness';

const JOURNAL = failedConnector.bundle(7).get('journal.txt') ?? '';
const KEY = '[10.20.4.17]:45657;broker5a.fra4.prod.zpath.net';
const BLOCK = (time: string): string =>
  `Mar 17 ${time} host-1 zpa-connector-child[71]: Broker data connection count = 9, backed_off connections = 0`;

describe('lines of a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zpa-lines-'));
  const uri = pathToFileURL(join(folder, 'messages')).toString();
  const foreign = 'Mar 17 09:14:03 fra-ac-02 sshd[9]: Accepted publickey for admin from 10.0.0.9 port 5022';
  const all = [foreign, ...JOURNAL.trimEnd().split('\n'), foreign];
  writeFileSync(join(folder, 'messages'), `${all.join('\n')}\n`);
  const client = new Client({ folders: [pathToFileURL(folder).toString()] });
  before(async () => {
    await client.initialized;
    await client.request('zpaTriage/scan', {});
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  it('are counted by connection', async () => {
    const found = await client.request<ConnectionLines[]>('zpaTriage/connections', { uri });
    const one = found.find(({ key }) => key === KEY);
    const expected = all.filter((line) => line.includes(`${KEY}:`));
    assert.ok(one !== undefined && expected.length > 1);
    assert.equal(one.count, expected.length);
    assert.equal(one.firstLine, all.indexOf(expected[0] ?? ''));
    assert.ok(found.every(({ count }, index) => count <= (found[index - 1]?.count ?? Infinity)));
  });

  it('are copied: only the connector, or only one connection', async () => {
    const own = await client.request<FilteredCopy>('zpaTriage/filteredCopy', { uri, connection: null });
    assert.equal(own.ofLines, all.length);
    assert.ok(!own.text.includes('sshd[') && own.text.includes('Connector Status:'));
    assert.equal(own.truncated, false);
    const one = await client.request<FilteredCopy>('zpaTriage/filteredCopy', { uri, connection: KEY });
    assert.ok(one.lineCount > 1 && one.text.split('\n').every((line) => line.includes(KEY)));
    assert.equal(await client.request('zpaTriage/filteredCopy', { uri: 'file:///nowhere', connection: null }), null);
  });

  it('have gaps in time, and boots', async () => {
    const lines = [
      BLOCK('09:00:00'),
      BLOCK('09:01:00'),
      BLOCK('09:04:00'),
      BLOCK('09:05:00'),
      `-- Boot ${'0123456789abcdef'.repeat(2)} --`,
      BLOCK('09:05:30'),
      BLOCK('09:06:00'),
    ];
    const document = 'file:///gaps/journal.txt';
    await client.open(document, lines.join('\n'));
    assert.deepEqual(await client.request<TimeGap[]>('zpaTriage/timeGaps', { uri: document }), [
      { line: 2, kind: 'silence', seconds: 180 },
      { line: 5, kind: 'boot', seconds: 30 },
    ]);
    await client.notify('textDocument/didClose', { textDocument: { uri: document } });
    assert.equal(await client.request('zpaTriage/timeGaps', { uri: document }), null);
  });

  it('of a large document have no lenses', async () => {
    const small = 'file:///small/journal.txt';
    const large = 'file:///large/journal.txt';
    await client.open(small, JOURNAL);
    await client.open(large, JOURNAL + `${foreign}\n`.repeat(LARGE_LINES));
    const lenses = (document: string): Promise<unknown[]> =>
      client.request<unknown[]>('textDocument/codeLens', { textDocument: { uri: document } });
    assert.ok((await lenses(small)).length > 0);
    assert.deepEqual(await lenses(large), []);
  });
});
