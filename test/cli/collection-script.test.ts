/** The collection script, run on this machine: what is missing here must not stop it, and no key may get into it. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collectionScript } from '../../server/src/knowledge/collection';
import { EXAMPLE_KEY } from '../../server/src/knowledge/example-key';
import { buildCli, cli } from './run-cli';

describe('the collection script', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zpa-collect-'));
  const token = EXAMPLE_KEY.split('|')[2] ?? '';
  const script = join(folder, 'collect-zpa-bundle.sh');
  let archive = '';

  before(async function () {
    this.timeout(300_000);
    await buildCli();
    mkdirSync(join(folder, 'zscaler', 'var'), { recursive: true });
    // Curly quotes, and the token broken over two lines: evidence that must survive the masking.
    writeFileSync(
      join(folder, 'zscaler', 'var', 'provision_key'),
      `“${EXAMPLE_KEY.slice(0, -20)}\n${EXAMPLE_KEY.slice(-20)}”\n`,
    );
    writeFileSync(script, collectionScript());
    const printed = execFileSync('sh', [script, folder], {
      encoding: 'utf8',
      env: { ...process.env, ZPA_HOME: join(folder, 'zscaler') },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    archive = printed.trim().split('\n').at(-1) ?? '';
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('writes one archive and leaves nothing else behind', () => {
    assert.match(archive, /zpa-bundle-.+\.tgz$/u);
    assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith('zpa-bundle')).length, 1);
  });

  it('holds no part of the key', () => {
    execFileSync('tar', ['-C', folder, '-xzf', archive]);
    const bundle = archive.replace(/\.tgz$/u, '');
    for (const name of readdirSync(bundle)) {
      const text = readFileSync(join(bundle, name), 'utf8');
      for (let at = 0; at + 16 <= token.length; at += 8) {
        assert.ok(!text.includes(token.slice(at, at + 16)), name);
      }
    }
    assert.match(readFileSync(join(bundle, 'provision_key'), 'utf8'), /^“3\|api\.private\.zscaler\.com\|x+/u);
    assert.match(readFileSync(join(bundle, 'README.txt'), 'utf8'), /^# Collected by/u);
  });

  it('is triaged: the outputs are recognised, the faults of the key are found', () => {
    const { stdout } = cli(['triage', archive, '--format', 'json']);
    const report = JSON.parse(stdout) as {
      artifacts: { path: string; format: string | null }[];
      findings: { ruleId: string }[];
    };
    const unknown = report.artifacts.filter((one) => one.format === null && !one.path.endsWith('README.txt'));
    assert.deepEqual(unknown, []);
    const rules = report.findings.map((finding) => finding.ruleId);
    assert.ok(rules.includes('provision-key/smart-quotes'));
    assert.ok(!rules.includes('bundle/unrecognised'));
  }).timeout(60_000);
});
