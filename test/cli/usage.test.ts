import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { packTar } from 'modern-tar';
import type { Report } from '../../server/src/engine/report/model';
import { CURLY_KEY, DNS_CASCADE, HEALTHY, INTERCEPTED } from './bundles';
import { buildCli, cli, file, folder, program, removeFolders } from './run-cli';

function json(args: readonly string[]): Report {
  return JSON.parse(cli([...args, '--format', 'json']).stdout) as Report;
}

function paths(args: readonly string[]): string[] {
  return json(args).artifacts.map((artifact) => artifact.path);
}

describe('zpa-triage, arguments and sources', function () {
  this.timeout(120_000);
  before(buildCli);
  after(removeFolders);

  it('prints help and version, and refuses to run without a path', () => {
    assert.match(cli(['--help']).stdout, /Exit status/u);
    assert.equal(cli(['--help']).status, 0);
    assert.match(cli(['--version']).stdout, /^\d+\.\d+\.\d+\n$/u);
    assert.deepEqual([cli([]).status, cli([]).stdout], [2, '']);
  });

  it('hints at the right name of a wrong option, rule or entry', () => {
    const bundle = file('journal.txt', HEALTHY);
    for (const [args, expected] of [
      [[bundle, '--formt', 'json'], /did you mean --format\?/u],
      [[bundle, '--format', 'xml'], /one of text, json/u],
      [[bundle, '--rule', 'enrollment/dns-resolution-faild'], /did you mean enrollment\/dns-resolution-failed/u],
      [[bundle, '--timezone', 'Mars/Olympus'], /not known/u],
      [[bundle, '--since', 'yesterday'], /no time/u],
      [['explain', 'tx_dropp'], /did you mean .*tx_drop/u],
      [['rules', '--year', '2024'], /option of triage/u],
    ] as const) {
      const run = cli(args);
      assert.equal(run.status, 2, args.join(' '));
      assert.match(run.stderr, expected);
      assert.equal(run.stderr.trim().split('\n').length, 1);
      assert.equal(run.stdout, '');
    }
  });

  it('exits with 2 for what cannot be read, and still judges the rest', () => {
    const run = cli([file('journal.txt', DNS_CASCADE), '/no/such/bundle', '--format', 'json']);
    assert.equal(run.status, 2);
    assert.match(run.stderr, /\/no\/such\/bundle: no such file or folder/u);
    assert.equal((JSON.parse(run.stdout) as Report).summary.rootCauses.length, 1);
    assert.equal(cli(['/no/such/bundle']).stdout, '');
  });

  it('names binary and empty files, which are errors only where nothing else is there', () => {
    const binary = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0, 0, 255, 254, 0, 0, 0, 9]);
    const alone = cli([file('image.bin', binary)]);
    assert.equal(alone.status, 2);
    assert.match(alone.stderr, /image\.bin: binary, not text/u);
    const empty = cli([file('journal.txt', '')]);
    assert.equal(empty.status, 2);
    assert.match(empty.stderr, /journal\.txt: is empty/u);
    const mixed = cli([folder({ 'image.bin': binary, 'journal.txt': HEALTHY, 'x.txt': '' })]);
    assert.equal(mixed.status, 0);
    assert.match(mixed.stderr, /image\.bin: binary/u);
    assert.equal(cli([folder({})]).status, 2);
  });

  it('judges an empty provision_key, which its name makes known', () => {
    const run = cli([file('provision_key', ''), '--format', 'json']);
    assert.ok((JSON.parse(run.stdout) as Report).findings.some((one) => one.ruleId === 'provision-key/empty'));
  });

  it('obeys --fail-on, --rule, --ignore, --min-severity and the time bounds', () => {
    const bundle = file('journal.txt', DNS_CASCADE);
    assert.equal(cli([bundle, '--fail-on', 'never']).status, 0);
    const only = json([file('journal.txt', INTERCEPTED), '--rule', 'tunnel/not-connected-to-cloud']);
    assert.deepEqual(
      only.findings.map((one) => [one.ruleId, one.rootCause]),
      [['tunnel/not-connected-to-cloud', true]],
    );
    const without = json([bundle, '--ignore', 'enrollment']);
    assert.deepEqual(
      without.findings.filter((one) => one.ruleId.startsWith('enrollment/')),
      [],
    );
    assert.deepEqual(json([bundle, '--since', '15:00']).findings, []);
    assert.ok(json([bundle, '--since', '14:00', '--until', '15:00']).findings.length > 0);
    assert.ok(json([bundle, '--min-severity', 'error']).findings.every((one) => one.severity === 'error'));
  });

  it('takes severities, suppressions and signatures from --config and names unknown keys', () => {
    const bundle = file(
      'journal.txt',
      `${HEALTHY}May 25 14:33:00 osl-ac-01 zpa-connector-child[2040]: Frobnicator 7 jammed\n`,
    );
    const config = file(
      'config.json',
      JSON.stringify({
        'zpaTriage.thresholds.certificateWarningDays': 400,
        thresholds: { certificateErrorDays: 1, noSuchThreshold: 3 },
        customSignatures: [
          { id: 'frob', pattern: '^Frobnicator (?<unit>\\d+)', severity: 'warning', message: 'Unit {unit} jammed.' },
        ],
        colour: 'blue',
      }),
    );
    const run = cli([bundle, '--config', config, '--format', 'json']);
    assert.match(run.stderr, /unknown key thresholds\.noSuchThreshold/u);
    assert.match(run.stderr, /unknown key colour/u);
    const { findings } = JSON.parse(run.stdout) as Report;
    assert.ok(findings.some((one) => one.ruleId === 'custom/frob' && one.message === 'Unit 7 jammed.'));
    const suppressing = folder({
      'journal.txt': DNS_CASCADE,
      '.zpa-triage.json': JSON.stringify({
        suppress: [{ rule: 'enrollment/dns-resolution-failed', path: 'journal.txt' }],
      }),
    });
    const left = json([suppressing]);
    assert.ok(left.findings.every((one) => one.ruleId !== 'enrollment/dns-resolution-failed'));
    assert.deepEqual(
      left.artifacts.map((one) => one.path),
      ['journal.txt'],
    );
    assert.equal(cli([bundle, '--config', '/no/such.json']).status, 2);
  });

  it('writes to a file in the form its name says', () => {
    const place = folder({});
    const run = cli([file('journal.txt', DNS_CASCADE), '--output', join(place, 'report.md')]);
    assert.deepEqual([run.status, run.stdout], [1, '']);
    assert.match(readFileSync(join(place, 'report.md'), 'utf8'), /^# App Connector Troubleshooting Report/u);
  });

  it('reads gzip, tar, tgz and zip, and archives within archives', async () => {
    const entry = (
      name: string,
      body: string | Uint8Array,
    ): { header: { name: string; size: number }; body: string | Uint8Array } => ({
      header: { name, size: Buffer.byteLength(body) },
      body,
    });
    const tar = await packTar([
      entry('var/log/journal.txt', DNS_CASCADE),
      entry('../../etc/provision_key', CURLY_KEY),
      entry('./rotated.log.gz', gzipSync(HEALTHY)),
      entry(
        'inner.zip',
        zipSync({ 'deep/journal.txt': Buffer.from(DNS_CASCADE.replaceAll('osl-ac-01', 'osl-ac-02')) }),
      ),
    ]);
    assert.deepEqual(paths([file('journal.txt.gz', gzipSync(DNS_CASCADE))]), ['journal.txt.gz']);
    const members = ['var/log/journal.txt', '__/__/etc/provision_key', 'rotated.log.gz', 'inner.zip!/deep/journal.txt'];
    for (const [name, content] of [
      ['bundle.tar', tar],
      ['bundle.tgz', gzipSync(tar)],
    ] as const) {
      const made = json([file(name, content)]);
      assert.deepEqual(
        made.artifacts.map((one) => one.path),
        members.map((member) => `${name}!/${member}`),
      );
      const causes = made.findings.filter((one) => one.ruleId === 'enrollment/dns-resolution-failed');
      const lines = causes.flatMap((one) => one.evidence).filter((one) => one.text.includes('DNS resolution failed'));
      assert.deepEqual(
        new Set(lines.map((one) => one.path)),
        new Set([`${name}!/${members[0] ?? ''}`, `${name}!/${members[3] ?? ''}`]),
      );
    }
    const zip = zipSync({ 'a/journal.txt': Buffer.from(DNS_CASCADE), 'b.txt': [Buffer.from('hello\n'), { level: 0 }] });
    assert.deepEqual(paths([folder({ 'case/bundle.zip': zip })]), [
      'case/bundle.zip!/a/journal.txt',
      'case/bundle.zip!/b.txt',
    ]);
  });

  it('judges what a damaged archive still gives', () => {
    const packed = gzipSync(DNS_CASCADE.repeat(2000));
    const run = cli([file('journal.gz', packed.subarray(0, packed.length - 20)), '--format', 'json']);
    assert.equal(run.status, 2);
    assert.match(run.stderr, /journal\.gz: read only in part/u);
    const made = JSON.parse(run.stdout) as Report;
    assert.ok(made.summary.rootCauses.length > 0);
    assert.equal(made.artifacts[0]?.truncated, true);
  });

  it('does not follow links out of the folder and tells paths of two arguments apart', () => {
    const outside = file('secret.txt', DNS_CASCADE);
    const bundle = folder({ 'journal.txt': HEALTHY, '.git/config': 'x', 'node_modules/a.txt': DNS_CASCADE });
    symlinkSync(outside, join(bundle, 'link.txt'));
    const run = cli([bundle, '--format', 'json']);
    assert.deepEqual(
      (JSON.parse(run.stdout) as Report).artifacts.map((one) => one.path),
      ['journal.txt'],
    );
    assert.match(run.stderr, /link\.txt: a symbolic link that leads out/u);
    const other = folder({ 'journal.txt': DNS_CASCADE });
    const both = json([bundle, other]);
    assert.equal(new Set(both.artifacts.map((one) => one.path)).size, 2);
  });

  it('ends quietly when nobody reads on', () => {
    const run = spawnSync(
      'bash',
      ['-c', `${JSON.stringify(process.execPath)} "$0" rules --format json | head -c 10`, program],
      {
        encoding: 'utf8',
      },
    );
    assert.deepEqual([run.stdout.length, run.stderr], [10, '']);
  });

  it('detects, explains and lists', () => {
    const bundle = folder({ 'journal.txt': HEALTHY, 'notes.txt': 'hello\n' });
    const detected = JSON.parse(cli(['detect', bundle, '--format', 'json']).stdout) as Record<string, unknown>[];
    assert.deepEqual(
      detected.map(({ path, format, language }) => [path, format, language]),
      [
        ['journal.txt', 'journal', 'zpa-journal'],
        ['notes.txt', null, null],
      ],
    );
    assert.deepEqual(detected[0]?.sections, [{ format: 'journal', startLine: 1, endLine: 15 }]);
    assert.match(cli(['explain', 'tx_drop']).stdout, /^# /u);
    assert.match(cli(['explain', 'enrollment/dns-resolution-failed']).stdout, /^# enrollment\/dns-resolution-failed/u);
    assert.match(cli(['explain', 'dns-check']).stdout, /dig co2br/u);
    const { rules } = JSON.parse(cli(['rules', '--format', 'json']).stdout) as { rules: { id: string }[] };
    assert.ok(rules.some((rule) => rule.id === 'enrollment/dns-resolution-failed'));
  });

  it('compares two bundles', () => {
    const old = file('journal.txt', HEALTHY);
    const now = file('journal.txt', HEALTHY.replace(/25\.47\.1/gu, '25.112.4') + DNS_CASCADE);
    const run = cli(['diff', old, now]);
    assert.equal(run.status, 1);
    assert.match(run.stdout, /New findings:\n.*dns-resolution-failed/su);
    assert.match(run.stdout, /version: 25\.47\.1 -> 25\.112\.4/u);
    assert.equal(cli(['diff', old, old]).stdout, 'No difference.\n');
    assert.equal(cli(['diff', old]).status, 2);
  });
});
