/** Arguments that come once, names that are no text, and what the system says of them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../../server/src/node/failures';
import { DNS_CASCADE, HEALTHY } from './bundles';
import { buildCli, cli, file, folder, program, removeFolders } from './run-cli';
import type { Run } from './run-cli';

interface Json {
  readonly artifacts: readonly { readonly path: string; readonly format: string | null; readonly lines: number }[];
  readonly findings: readonly { readonly path: string; readonly evidence: readonly { readonly text: string }[] }[];
}

/** Runs a line of bash in which `$ZPA` is the program. */
function bash(line: string): Run {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], {
    encoding: 'utf8',
    timeout: 20_000,
    env: { ...process.env, ZPA: `${process.execPath} ${program}` },
  });
  return { status, stdout, stderr };
}

describe('zpa-triage and what is no plain file', function () {
  this.timeout(60_000);
  before(buildCli);
  after(removeFolders);

  it('reads the output of a command that the shell names, and quotes its lines', () => {
    const journal = file('journal.txt', DNS_CASCADE);
    const run = bash(`$ZPA <(cat ${journal}) --format json`);
    const { artifacts, findings } = JSON.parse(run.stdout) as Json;
    assert.match(artifacts[0]?.path ?? '', /^dev\/fd\/\d+$/u);
    assert.equal(artifacts[0]?.format, 'journal');
    assert.match(findings[0]?.evidence[0]?.text ?? '', /DNS resolution failed/u);
    assert.equal(run.stderr, '');
  });

  it('reads pipes on both sides of diff, more than once', () => {
    const [before, after] = [file('a.txt', HEALTHY), file('b.txt', DNS_CASCADE)];
    const run = bash(`$ZPA diff <(cat ${before}) <(cat ${after}) --old-since 14:00`);
    assert.equal(run.status, 1, run.stderr);
    assert.match(run.stdout, /enrollment\/dns-resolution-failed/u);
  });

  it('reads packed pipes, named ones and /dev/stdin', () => {
    const place = folder({ 'journal.txt': DNS_CASCADE });
    const [journal, pipe] = [join(place, 'journal.txt'), join(place, 'pipe')];
    for (const line of [
      `$ZPA <(gzip -c ${journal})`,
      `cat ${journal} | $ZPA /dev/stdin`,
      `mkfifo ${pipe}; cat ${journal} > ${pipe} & $ZPA ${pipe}`,
    ]) {
      assert.match(bash(line).stdout, /enrollment\/dns-resolution-failed/u, line);
    }
  });

  it('passes over pipes within folders', () => {
    const place = folder({ 'journal.txt': DNS_CASCADE });
    const run = bash(`mkfifo ${join(place, 'pipe')}; $ZPA ${place}`);
    assert.match(run.stdout, /enrollment\/dns-resolution-failed/u);
    assert.match(run.stderr, /pipe: not a regular file: passed over/u);
  });

  it('redacts a pipe', () => {
    const place = folder({ 'journal.txt': DNS_CASCADE });
    const run = bash(`$ZPA redact <(cat ${join(place, 'journal.txt')}) --output ${join(place, 'out')}`);
    assert.equal(run.status, 0, run.stderr);
    assert.match(run.stdout, /Redacted 1 file/u);
  });

  it('reads files and folders whose names are not UTF-8', function () {
    const place = folder({});
    const named = (...parts: readonly string[]): Buffer =>
      Buffer.concat([Buffer.from(`${place}/`), Buffer.from(parts.join('/'), 'latin1')]);
    try {
      writeFileSync(named('journal-\u00e9.txt'), DNS_CASCADE);
    } catch {
      // File systems that take only UTF-8 have no such files.
      this.skip();
    }
    writeFileSync(named('journal-\u00e8.txt'), HEALTHY);
    mkdirSync(named('d\u00fcsseldorf'));
    writeFileSync(named('d\u00fcsseldorf', 'jour\u00e9.txt'), HEALTHY);
    writeFileSync(named('d\u00fcsseldorf', 'journal.txt'), HEALTHY);
    const run = cli([place, '--format', 'json']);
    const { artifacts, findings } = JSON.parse(run.stdout) as Json;
    assert.deepEqual(
      artifacts.map(({ path, format }) => [path, format]),
      [
        ['d\ufffdsseldorf/journal.txt', 'journal'],
        ['d\ufffdsseldorf/jour\ufffd.txt', 'journal'],
        ['journal-\ufffd.txt', 'journal'],
        ['journal-\ufffd.txt#2', 'journal'],
      ],
    );
    const found = findings.find((one) => one.evidence.some(({ text }) => text.includes('DNS resolution failed')));
    assert.equal(found?.path, 'journal-\ufffd.txt#2');
    assert.doesNotMatch(run.stderr, /no such file/u);
  });

  it('has words for what disks and systems refuse', () => {
    for (const [code, words] of [
      ['ENOSPC', 'no space left on the disk'],
      ['EROFS', 'the file system is read-only'],
      ['EMFILE', 'too many files are open in this program'],
      ['ENAMETOOLONG', 'the name is too long'],
    ] as const) {
      assert.equal(reasonOf(Object.assign(new Error(`${code}: raw`), { code })), words);
    }
    const long = cli([`/tmp/${'x'.repeat(300)}`]);
    assert.deepEqual([long.status, long.stderr.includes(': the name is too long')], [2, true]);
    if (!existsSync('/dev/full')) return;
    const full = cli([file('journal.txt', HEALTHY), '--output', '/dev/full']);
    assert.deepEqual([full.status, full.stderr.includes('cannot be written: no space left')], [2, true]);
  });
});
