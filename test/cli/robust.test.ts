import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { DNS_CASCADE, HEALTHY, INTERCEPTED } from './bundles';
import { buildCli, cli, file, folder, program, removeFolders } from './run-cli';

const COMMANDS = ['triage', 'explain', 'rules', 'detect', 'redact', 'diff', 'mcp', 'lsp'];

describe('zpa-triage under bad conditions', function () {
  this.timeout(120_000);
  before(buildCli);
  after(removeFolders);

  it('explains every command and its options', () => {
    const overview = cli(['--help']).stdout;
    for (const command of COMMANDS) {
      assert.match(overview, new RegExp(`zpa-triage \\[?${command}`, 'u'));
      for (const args of [
        [command, '--help'],
        ['help', command],
        [command, '-h'],
      ]) {
        const run = cli(args);
        assert.deepEqual([run.status, run.stderr], [0, '']);
        assert.match(run.stdout, new RegExp(`^zpa-triage \\[?${command}[\\s\\S]*Examples:\\n {2}\\S`, 'u'));
        assert.equal(run.stdout.includes('--map'), command === 'redact');
      }
    }
    assert.ok(overview.split('\n').every((line) => line.length <= 220));
  });

  it('says in one line what is wrong, and exits with 2', () => {
    const journal = file('journal.txt', HEALTHY);
    for (const [args, expected] of [
      [[journal, '--since', '25:99'], /is no time/u],
      [[journal, '--until', '2026-02-31'], /is no time/u],
      [[journal, '--since', '2026-01-21T24:01'], /is no time/u],
      [[journal, '--config', journal], /not JSON/u],
      [[journal, '--config', folder({})], /is a folder/u],
      [[journal, '--output', '/no/such/folder/report.md'], /cannot be written: no such file or folder/u],
      [[journal, '--output', folder({})], /cannot be written: is a folder/u],
      [[journal, '--fail-on', 'loud'], /one of error, warning/u],
      [[journal, '--progress=yes'], /takes no value/u],
      [[journal, '--map', 'x'], /option of redact/u],
      [['diff', journal, journal, '--old-since', 'soon'], /is no time/u],
      [['rules', 'extra'], /takes no path/u],
      [['lsp', 'extra'], /takes no path/u],
      [['detect'], /no path given/u],
      [['detect', journal, '--format', 'sarif'], /text and json/u],
      [['explain'], /explain what/u],
    ] as const) {
      const run = cli(args);
      assert.deepEqual([run.status, run.stdout], [2, ''], args.join(' '));
      assert.match(run.stderr, expected);
      assert.equal(run.stderr.trim().split('\n').length, 1, run.stderr);
    }
  });

  it('passes over links in circles and what may not be read, and judges the rest', function () {
    const bundle = folder({ 'journal.txt': DNS_CASCADE, 'closed.txt': HEALTHY });
    symlinkSync('.', join(bundle, 'loop'));
    symlinkSync('b', join(bundle, 'a'));
    symlinkSync('a', join(bundle, 'b'));
    const run = cli([bundle, '--format', 'json', '--fail-on', 'never']);
    assert.equal(run.status, 0);
    assert.match(run.stderr, /a: a symbolic link that leads out/u);
    assert.equal(cli([join(bundle, 'a')]).status, 2);
    // The administrator may read everything.
    if (process.getuid?.() === 0) return;
    chmodSync(join(bundle, 'closed.txt'), 0);
    const closed = cli([bundle, '--format', 'json']);
    assert.equal(closed.status, 2);
    assert.match(closed.stderr, /closed\.txt: permission denied/u);
    assert.match(closed.stdout, /dns-resolution-failed/u);
  });

  it('judges standard input, a line without end, and nothing at all', () => {
    assert.match(cli(['-', '--format', 'json'], DNS_CASCADE).stdout, /dns-resolution-failed/u);
    assert.equal(cli(['-'], '').status, 2);
    const huge = `${DNS_CASCADE}${'a'.repeat(20_000_000)}`;
    const run = cli(['-', '--format', 'json'], huge);
    assert.equal(run.status, 1);
    assert.match(run.stdout, /dns-resolution-failed/u);
    assert.ok(run.stdout.length < 2_000_000);
  });

  it('ends quietly when nobody reads on, whatever the format', () => {
    const bundle = file('journal.txt', `${HEALTHY}${INTERCEPTED}`.repeat(200));
    for (const format of ['text', 'json', 'ndjson', 'sarif', 'markdown', 'html']) {
      const run = spawnSync(
        'bash',
        ['-c', `"$0" "$1" "$2" --format ${format} | head -c 5`, process.execPath, program, bundle],
        {
          encoding: 'utf8',
        },
      );
      assert.deepEqual([run.stdout.length, run.stderr], [5, ''], format);
    }
  });

  it('stops at once when it is interrupted', async () => {
    const child = spawn(process.execPath, [program, '-'], { stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.write(HEALTHY);
    await new Promise((resolve) => setTimeout(resolve, 500));
    child.kill('SIGINT');
    const [status, signal] = (await once(child, 'close')) as [number | null, string | null];
    assert.ok(signal === 'SIGINT' || status === 130, `${String(status)} ${String(signal)}`);
  });

  it('prints many bundles as ndjson, one process a bundle, so that the lines can be joined', () => {
    const bundles = Array.from({ length: 6 }, (_, n) => folder({ 'journal.txt': n % 2 === 0 ? DNS_CASCADE : HEALTHY }));
    // One file a bundle: lines of several processes in one pipe would mix.
    const run = spawnSync(
      'xargs',
      ['-P', '2', '-I', '{}', process.execPath, program, '{}', '--output', '{}/out.ndjson', '--fail-on', 'never'],
      { input: bundles.join('\n'), encoding: 'utf8' },
    );
    assert.equal(run.status, 0, run.stderr);
    const lines = bundles.flatMap((bundle) =>
      readFileSync(join(bundle, 'out.ndjson'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { type: string }),
    );
    assert.equal(lines.filter(({ type }) => type === 'summary').length, 6);
    assert.ok(lines.some(({ type }) => type === 'finding'));
  });

  it('compares a good and a bad time of one file', () => {
    const journal = file('journal.txt', HEALTHY + INTERCEPTED);
    const run = cli(['diff', journal, journal, '--old-until', '14:35', '--since', '14:35']);
    assert.equal(run.status, 1);
    assert.match(run.stdout, /New findings:\n.*ssl-interception/su);
    assert.equal(
      cli(['diff', journal, journal, '--old-since', '14:35', '--since', '14:35']).stdout,
      'No difference.\n',
    );
  });
});
