import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Report } from '../../server/src/engine/report/model';
import { DNS_CASCADE, HEALTHY, KEY } from './bundles';
import { buildCli, cli, file, folder, program, removeFolders } from './run-cli';

interface Answer {
  readonly id: number | string | null;
  readonly result?: {
    readonly content?: readonly { readonly type: string; readonly text: string }[];
    readonly isError?: boolean;
    readonly tools?: readonly { readonly name: string; readonly annotations: { readonly readOnlyHint: boolean } }[];
    readonly protocolVersion?: string;
    readonly serverInfo?: { readonly name: string };
  };
  readonly error?: { readonly code: number; readonly message: string };
}

/** Sends raw lines over real standard input; gives the answers and the exit status. */
async function talk(
  lines: readonly string[],
  ...args: string[]
): Promise<{ answers: Answer[]; status: number | null }> {
  const child = spawn(process.execPath, [program, 'mcp', ...args], { stdio: ['pipe', 'pipe', 'ignore'] });
  const answers: Answer[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => answers.push(JSON.parse(line) as Answer));
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  const [status] = (await once(child, 'close')) as [number | null];
  return { answers, status };
}

function request(id: number, method: string, params?: unknown): string {
  return JSON.stringify({ jsonrpc: '2.0', id, method, params });
}

async function call(root: string, name: string, args: unknown): Promise<NonNullable<Answer['result']>> {
  const { answers } = await talk([request(1, 'tools/call', { name, arguments: args })], '--root', root);
  return answers[0]?.result ?? assert.fail(JSON.stringify(answers));
}

describe('zpa-triage mcp', function () {
  this.timeout(120_000);
  before(buildCli);
  after(removeFolders);

  it('shakes hands, lists read-only tools and ends with its input', async () => {
    const { answers, status } = await talk([
      request(0, 'initialize', {
        protocolVersion: '2025-03-26',
        capabilities: {},
        clientInfo: { name: 't', version: '1' },
      }),
      JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }),
      request(1, 'tools/list'),
      request(2, 'ping'),
    ]);
    assert.equal(status, 0);
    assert.deepEqual(
      answers.map(({ id }) => id),
      [0, 1, 2],
    );
    assert.equal(answers[0]?.result?.protocolVersion, '2025-03-26');
    assert.equal(answers[0].result.serverInfo?.name, 'zpa-triage');
    const tools = answers[1]?.result?.tools ?? [];
    assert.deepEqual(tools.map(({ name }) => name).sort(), ['detect', 'explain', 'rules', 'runbook', 'triage']);
    assert.ok(tools.every(({ annotations }) => annotations.readOnlyHint));
    const [newer] = (await talk([request(0, 'initialize', { protocolVersion: '2099-01-01' })])).answers;
    assert.equal(newer?.result?.protocolVersion, '2025-06-18');
  });

  it('triages, and never shows a secret', async () => {
    const root = folder({ 'case/journal.txt': DNS_CASCADE, 'case/notes.txt': `key ${KEY}\n` });
    const { content = [], isError } = await call(root, 'triage', { paths: ['case'], minSeverity: 'warning' });
    assert.equal(isError, false);
    assert.match(content[0]?.text ?? '', /api\.private\.zscaler\.com/u);
    const report = JSON.parse(content[1]?.text ?? '') as Report;
    const causes = report.summary.rootCauses.map((id) => report.findings.find((one) => one.id === id)?.ruleId);
    assert.ok(causes.includes('enrollment/dns-resolution-failed'));
    assert.ok(!JSON.stringify(content).includes(KEY.slice(40, 80)));
  });

  it('thins a report that is too long for an agent', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 150 }, (_, n) => [`c/host-${String(n)}/journal.txt`, DNS_CASCADE + HEALTHY]),
    );
    const { content = [] } = await call(folder(files), 'triage', { paths: ['c'] });
    const text = content[1]?.text ?? '';
    assert.ok(text.length <= 100_000, String(text.length));
    const report = JSON.parse(text) as Report & { readonly leftOut: { readonly passed: number } };
    assert.ok(report.findings.length > 0 && report.leftOut.passed > 0);
    assert.ok(report.summary.rootCauses.includes(report.findings[0]?.id ?? ''));
  });

  it('explains, lists and detects', async () => {
    const root = folder({ 'journal.txt': HEALTHY, 'notes.txt': 'hello\n' });
    assert.match((await call(root, 'explain', { query: 'tx_drop' })).content?.[0]?.text ?? '', /^# /u);
    const rules = JSON.parse((await call(root, 'rules', { category: 'tunnel' })).content?.[0]?.text ?? '') as {
      id: string;
    }[];
    assert.ok(rules.length > 5 && rules.every(({ id }) => id.startsWith('tunnel/')));
    assert.match((await call(root, 'runbook', { id: 'dns-check' })).content?.[0]?.text ?? '', /dig co2br/u);
    assert.match((await call(root, 'runbook', {})).content?.[0]?.text ?? '', /"id":"dns-check"/u);
    const { files } = JSON.parse((await call(root, 'detect', { paths: ['.'] })).content?.[0]?.text ?? '') as {
      files: { path: string; format: string | null }[];
    };
    assert.deepEqual(
      files.map(({ path, format }) => [path, format]),
      [
        ['journal.txt', 'journal'],
        ['notes.txt', null],
      ],
    );
  });

  it('reads nothing outside of its folders', async () => {
    const outside = file('secret.txt', DNS_CASCADE);
    const root = folder({ 'journal.txt': HEALTHY });
    symlinkSync(outside, join(root, 'link.txt'));
    for (const path of [
      outside,
      '../',
      '/etc/passwd',
      'link.txt',
      '-',
      'no/such.txt',
      `file://${outside}`,
      'a\u0000b',
    ]) {
      const { content = [], isError } = await call(root, 'triage', { paths: [path] });
      assert.equal(isError, true, path);
      assert.match(content[0]?.text ?? '', /not within the folders|no path/u);
    }
    assert.equal(cli(['mcp', '--root', '/no/such']).status, 2);
    assert.equal(cli(['mcp', 'bundle.tgz']).status, 2);
    const two = await talk(
      [request(1, 'tools/call', { name: 'detect', arguments: { paths: [outside] } })],
      '--root',
      root,
      '--root',
      join(outside, '..'),
    );
    assert.equal(two.answers[0]?.result?.isError, false);
  });

  it('tells what is wrong with a request and goes on', async () => {
    const root = folder({ 'journal.txt': HEALTHY });
    const { answers, status } = await talk(
      [
        'nonsense',
        '[]',
        '7',
        request(1, 'resources/list'),
        request(2, 'tools/call', { name: 'rm', arguments: {} }),
        request(3, 'tools/call', { name: 'triage', arguments: { paths: 'journal.txt' } }),
        request(4, 'tools/call', { name: 'triage', arguments: { paths: ['journal.txt'], minSeverity: 'loud' } }),
        request(5, 'tools/call', { name: 'explain', arguments: { query: 'tx_dropp', extra: 1 } }),
        request(6, 'tools/call', { name: 'explain', arguments: { query: 'tx_dropp' } }),
        request(7, 'tools/call', {
          name: 'triage',
          arguments: { paths: ['journal.txt'], since: '--config=/etc/passwd' },
        }),
        JSON.stringify({ jsonrpc: '2.0', id: 99, result: {} }),
        'x'.repeat(2_000_000),
        `[${request(8, 'ping')},${request(9, 'ping')}]`,
      ],
      '--root',
      root,
    );
    assert.equal(status, 0);
    const codes = answers.map((answer) =>
      Array.isArray(answer) ? 'batch' : (answer.error?.code ?? answer.result?.isError),
    );
    assert.deepEqual(codes, [-32700, -32600, -32600, -32601, -32602, true, true, true, true, true, -32700, 'batch']);
    assert.match(answers[8]?.result?.content?.[0]?.text ?? '', /tx_drop/u);
  });
});
