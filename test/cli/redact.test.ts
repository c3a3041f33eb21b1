import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { packTar } from 'modern-tar';
import type { Report } from '../../server/src/engine/report/model';
import { SCENARIOS } from '../generator/scenarios/index';
import { CURLY_KEY, DNS_CASCADE, HEALTHY, INTERCEPTED, KEY } from './bundles';
import { buildCli, cli, file, folder, removeFolders } from './run-cli';
import type { Run } from './run-cli';

let number = 0;

/** A path that is not there yet. */
function fresh(): string {
  number += 1;
  return join(folder({}), `copy-${String(number)}`);
}

function redact(paths: readonly string[], ...more: string[]): Run & { readonly output: string } {
  const output = fresh();
  return { ...cli(['redact', ...paths, '--output', output, ...more]), output };
}

function filesOf(path: string): string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();
}

function findings(path: string): unknown {
  const report = JSON.parse(cli([path, '--format', 'json', '--fail-on', 'never']).stdout) as Report;
  const kept = report.findings.filter(({ ruleId }) => ruleId !== 'bundle/redacted');
  return {
    kept: kept.map(({ ruleId, path: at, line, count, time }) => [ruleId, at, line, count, time]),
    causes: report.summary.rootCauses.map((id) => report.findings.find((one) => one.id === id)?.ruleId),
  };
}

describe('zpa-triage redact', function () {
  this.timeout(120_000);
  before(buildCli);
  after(removeFolders);

  it('keeps the findings of a whole bundle, and says that the copy is redacted', () => {
    for (const name of ['failed-connector', 'login-rejected', 'dns-failure']) {
      const scenario = SCENARIOS.find((one) => one.name === name);
      const source = folder(Object.fromEntries(scenario?.bundle(3) ?? []));
      const run = redact([source]);
      assert.deepEqual([run.status, run.stderr], [0, '']);
      assert.match(run.stdout, /Leak check: passed/u);
      assert.deepEqual(findings(run.output), findings(source));
      const { findings: found } = JSON.parse(cli([run.output, '--format', 'json']).stdout) as Report;
      assert.ok(found.some(({ ruleId }) => ruleId === 'bundle/redacted'));
      assert.match(readFileSync(join(run.output, 'REDACTED.txt'), 'utf8'), /^# redacted by zpa-triage \d/u);
    }
  });

  it('replaces what tells whose a file is, and leaves what is Zscaler', () => {
    const pem = `-----BEGIN CERTIFICATE-----\n${'MIIDdzCCAl+gAwIBAgIE'.repeat(3)}\nq83vEiM0RVZneImaq7zN3u8=\n-----END CERTIFICATE-----`;
    const source = folder({
      'osl-ac-01-notes.txt': `Ticket of OSL-AC-01 at Fjordheim, mail kari.nordmann@fjordheim.example or call.\n${pem}\n`,
      'journal.txt':
        HEALTHY +
        INTERCEPTED +
        'May 25 14:41:00 osl-ac-01 sshd[811]: Accepted password for knordmann from 198.51.100.77 port 51122 ssh2\n' +
        'May 25 14:41:01 osl-ac-01 sudo[812]: knordmann : TTY=pts/0 ; PWD=/home/knordmann ; USER=root ; COMMAND=/bin/cat x\n',
      'resolv.conf': 'search fjordheim.example\nnameserver 10.20.0.53\nnameserver fd12:3456:789a::53\n',
      'net.txt':
        '[knordmann@osl-ac-01 ~]$ ip link\n2: eth0: <BROADCAST> mtu 1500\n    link/ether 00:50:56:ab:cd:ef brd ff:ff:ff:ff:ff:ff\n[knordmann@osl-ac-01 ~]$ curl -v https://wiki.corp.fjordheim.example -H "Cookie: JSESSIONID=8a7sd8f7as" --user kari:S3cretPass\n',
      provision_key: CURLY_KEY,
    });
    const run = redact([source]);
    assert.equal(run.status, 0, run.stdout);
    const files = filesOf(run.output);
    const all = files.map((name) => readFileSync(join(run.output, name), 'utf8')).join('\n') + files.join('\n');
    assert.doesNotMatch(
      all,
      /osl-ac-01|fjordheim|nordmann|kari|10\.20\.|198\.51\.100\.77|203\.0\.113\.118|fd12|00:50:56|8a7sd8f7as|S3cretPass|MIIDdzCC|q83vEi/iu,
    );
    assert.ok(!all.includes(KEY.slice(-60)));
    for (const kept of [
      'api.private.zscaler.com',
      'co2br.prod.zpath.net',
      'BEV_EVENT_ERROR',
      'May 25 14:40:01',
      '/C=NO/O=',
    ]) {
      assert.ok(all.includes(kept), kept);
    }
    // One stand-in for one original, in names of files too.
    const host = /^(\w+-\d+)-notes\.txt$/u.exec(files.find((name) => name.endsWith('-notes.txt')) ?? '')?.[1];
    assert.ok(
      host !== undefined && readFileSync(join(run.output, 'journal.txt'), 'utf8').includes(` ${host} sshd[811]`),
    );
    assert.match(all, /knordmann|user-\d+ : TTY/u);
  });

  it('keeps a private map beside the copy, and uses it again', () => {
    const source = file('journal.txt', HEALTHY);
    const first = redact([source]);
    const map = `${first.output}.map.json`;
    assert.equal(statSync(map).mode & 0o777, 0o600);
    assert.ok(!filesOf(first.output).some((name) => name.includes('map')));
    const second = redact([file('other.txt', DNS_CASCADE), source], '--map', map);
    assert.equal(
      readFileSync(join(second.output, 'journal.txt'), 'utf8'),
      readFileSync(join(first.output, 'journal.txt'), 'utf8'),
    );
    assert.doesNotMatch(readFileSync(map, 'utf8'), new RegExp(KEY.slice(30, 60), 'u'));
    assert.equal(redact([source], '--map', file('bad.json', '{"version": 7}')).status, 2);
  });

  it('writes members of archives as files, names what it leaves out, and says what it recoded', async () => {
    const tar = await packTar([
      { header: { name: 'var/log/messages', size: Buffer.byteLength(DNS_CASCADE) }, body: DNS_CASCADE },
      { header: { name: '../../etc/x.conf', size: 2 }, body: 'a\n' },
    ]);
    const source = folder({
      'bundle.tgz': gzipSync(tar),
      'old.zip': zipSync({ 'osl-ac-01/journal.txt': Buffer.from(HEALTHY) }),
      'rotated.log.gz': gzipSync(HEALTHY),
      'wide.txt': Buffer.from(`\ufeff${HEALTHY.replaceAll('\n', '\r\n')}`, 'utf16le'),
      'image.bin': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0, 0, 255, 254, 0, 0, 0, 9]),
    });
    const run = redact([source]);
    assert.equal(run.status, 0, run.stdout + run.stderr);
    assert.match(run.stderr, /image\.bin: left out: binary/u);
    assert.match(run.stdout, /Written as UTF-8 \(was utf-16le\): wide\.txt/u);
    assert.deepEqual(filesOf(run.output), [
      'REDACTED.txt',
      'bundle.tgz/__/__/etc/x.conf',
      'bundle.tgz/var/log/messages',
      'old.zip/host-1/journal.txt',
      'rotated.log',
      'wide.txt',
    ]);
    const wide = readFileSync(join(run.output, 'wide.txt'), 'utf8');
    assert.equal(wide.match(/\r\n/gu)?.length, HEALTHY.split('\n').length - 1);
  });

  it('refuses a place that is not apart, not empty, or that would give the map away', () => {
    const source = folder({ 'journal.txt': HEALTHY });
    assert.equal(cli(['redact', source, '--output', source]).status, 2);
    assert.equal(cli(['redact', source, '--output', join(source, 'copy')]).status, 2);
    assert.ok(!existsSync(join(source, 'copy')));
    assert.equal(cli(['redact', join(source, 'journal.txt'), '--output', folder({ x: 'x' })]).status, 2);
    const output = fresh();
    assert.equal(cli(['redact', source, '--output', output, '--map', join(output, 'map.json')]).status, 2);
    assert.equal(cli(['redact', source]).status, 2);
    assert.equal(cli(['redact', '--output', output]).status, 2);
    assert.ok(!existsSync(output));
  });

  it('redacts what can be read and exits with 2 for the rest', () => {
    const source = folder({ 'journal.txt': DNS_CASCADE });
    symlinkSync(source, join(source, 'loop'));
    const run = redact([source, '/no/such/bundle']);
    assert.equal(run.status, 2);
    assert.match(run.stderr, /\/no\/such\/bundle: left out: no such file/u);
    assert.deepEqual(filesOf(run.output), ['REDACTED.txt', 'journal.txt']);
    const piped = fresh();
    assert.equal(cli(['redact', '-', '--output', piped], DNS_CASCADE).status, 0);
    assert.deepEqual(filesOf(piped), ['REDACTED.txt', 'stdin.txt']);
  });

  it('finds a leak that a damaged map leaves, and exits with 1', () => {
    const source = file('journal.txt', HEALTHY);
    const map = file(
      'map.json',
      JSON.stringify({ version: 1, salt: 's', names: { 'osl-ac-01': 'osl-ac-01-x' }, ids: {}, addresses: {} }),
    );
    const run = redact([source], '--map', map);
    assert.equal(run.status, 1);
    assert.match(run.stdout, /Leak check: FAILED.*\n {2}journal\.txt:1:\d+: name/u);
  });

  it('takes hostile input: a line without end, broken text, mixed endings', () => {
    const long = '10.1.2.3 osl-ac-01 '.repeat(300_000);
    const source = folder({
      'long.txt': `${HEALTHY}${long}`,
      'broken.txt': Buffer.from([0x61, 0xff, 0x0d, 0x0a, 0xe6, 0x0a]),
    });
    const run = redact([source]);
    assert.equal(run.status, 0, run.stdout.slice(0, 2_000));
    const text = readFileSync(join(run.output, 'long.txt'), 'utf8');
    assert.doesNotMatch(text, /osl-ac-01|10\.1\.2\.3/u);
    assert.equal(text.split('\n').length, HEALTHY.split('\n').length);
    assert.equal(readFileSync(join(run.output, 'broken.txt'), 'utf8'), 'aÿ\r\næ\n');
    writeFileSync(join(source, 'nothing.txt'), '');
    assert.equal(redact([source]).status, 0);
  });
});
