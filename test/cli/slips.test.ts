import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DNS_CASCADE, HEALTHY } from './bundles';
import { buildCli, cli, file, folder, program, removeFolders } from './run-cli';

/** What people get wrong, and what it must not cost them. */
describe('zpa-triage and slips of the hand', function () {
  this.timeout(120_000);
  before(buildCli);
  after(removeFolders);

  it('never writes a report over what it is made from', () => {
    const journal = file('journal.txt', DNS_CASCADE);
    for (const args of [
      [journal, '--output', journal],
      [folder({}), journal, '--output', join(journal, '../../', journal.split('/').at(-2) ?? '', 'journal.txt')],
      ['diff', file('old.txt', HEALTHY), journal, '--output', journal],
    ]) {
      const run = cli(args);
      assert.equal(run.status, 2);
      assert.match(run.stderr, /would be written over/u);
    }
    assert.equal(readFileSync(journal, 'utf8'), DNS_CASCADE);
  });

  it('says when a window is empty or leaves findings out, which is no sign of health', () => {
    const journal = file('journal.txt', DNS_CASCADE);
    for (const [since, until] of [
      ['15:00', '14:00'],
      ['1h', '2h'],
    ] as const) {
      const run = cli([journal, '--since', since, '--until', until]);
      assert.deepEqual([run.status, run.stdout], [2, '']);
      assert.match(run.stderr, /--since \S+ is later than --until/u);
    }
    assert.match(cli([journal, '--since', '23:59']).stderr, /1 finding outside of --since and --until left out/u);
    assert.equal(cli([journal, '--since=-2h', '--format', 'json']).stderr, '');
    const compared = cli(['diff', journal, journal, '--since', '2027-01-01']);
    assert.match(compared.stderr, /no log line of .*journal\.txt lies in the time asked for/u);
  });

  it('takes ids, formats and severities in any case, and a list that names nothing for a mistake', () => {
    const journal = file('journal.txt', DNS_CASCADE);
    const run = cli([journal, '--rule', 'Enrollment/DNS-resolution-failed', '--format', 'JSON', '--fail-on', 'Never']);
    assert.equal(run.status, 0);
    const { findings } = JSON.parse(run.stdout) as { findings: { ruleId: string }[] };
    assert.deepEqual([...new Set(findings.map(({ ruleId }) => ruleId))], ['enrollment/dns-resolution-failed']);
    assert.match(cli([journal, '--rule', ',']).stderr, /--rule , names no rule/u);
  });

  it('hints at the command that was meant', () => {
    assert.match(cli(['explan', 'tx_drop']).stderr, /explan is no command either; did you mean explain\?/u);
    const help = cli(['help', 'dif']);
    assert.deepEqual([help.status, help.stdout], [2, '']);
    assert.match(help.stderr, /no command is called dif; did you mean diff\?/u);
    assert.doesNotMatch(cli(['/no/such/diff']).stderr, /command/u);
  });

  it('explains names as they are copied: with a mark, a place, or blanks', () => {
    for (const [query, title] of [
      ['tx_drop:', 'tx_drop'],
      ['tunnel/ssl-interception@journal.txt:2720', 'tunnel/ssl-interception'],
      ['TX DROP', 'tunnel/tx-drop'],
      ['Mem:', 'Mem'],
    ] as const) {
      assert.equal(cli(['explain', query]).stdout.split('\n')[0], `# ${title}`);
    }
    assert.match(cli(['explain', 'tx_drop', 'tx_blocked']).stdout, /^# tx_drop[\s\S]+^# tx_blocked/mu);
  });

  it('names what is wrong with a configuration, and takes that of an editor', () => {
    const journal = file('journal.txt', DNS_CASCADE);
    const text =
      '{ // mine\n "editor.tabSize": 2, "zpaTriage.rules": { "enrollment/dns-resolution-failed": "off", }, }';
    const edited = cli([journal, '--config', file('settings.json', `\ufeff${text}`), '--format', 'json']);
    assert.equal(edited.stderr, '');
    assert.doesNotMatch(edited.stdout, /"ruleId": "enrollment\/dns-resolution-failed",\n\s+"severity"/u);
    const config = {
      rules: { 'enrollment/dns-resolution-faild': 'off' },
      suppress: [{ rule: 'no/such' }],
      customSignatures: [{ id: 'tunnel/tx-drop', pattern: 'x', runbook: 'no-such-runbook' }],
    };
    const { stderr } = cli([journal, '--config', file('config.json', JSON.stringify(config))]);
    assert.match(stderr, /no rule is called enrollment\/dns-resolution-faild; did you mean enrollment\/dns-resol/u);
    assert.match(stderr, /no rule is called no\/such/u);
    assert.match(stderr, /the id tunnel\/tx-drop of a custom signature is taken/u);
    assert.match(stderr, /no runbook is called no-such-runbook/u);
    const list = cli([journal, '--config', file('list.json', '[]')]);
    assert.deepEqual([list.status, list.stdout], [2, '']);
    assert.match(list.stderr, /not a JSON object, so no settings/u);
  });

  it('compares nothing with what cannot be read', () => {
    const journal = file('journal.txt', DNS_CASCADE);
    for (const args of [
      ['diff', journal, '/no/such'],
      ['diff', '/no/such', journal],
    ]) {
      const run = cli(args);
      assert.deepEqual([run.status, run.stdout], [2, '']);
      assert.match(run.stderr, /\/no\/such: nothing to compare with/u);
    }
    assert.match(cli(['diff', '-', '-'], DNS_CASCADE).stderr, /one side of diff, not both/u);
  });

  it('redacts nothing without leaving anything behind', () => {
    const place = folder({ 'journal.txt': HEALTHY });
    const out = join(place, 'copy');
    const missing = cli(['redact', '/no/such', '--output', out]);
    assert.deepEqual([missing.status, missing.stdout], [2, '']);
    assert.match(missing.stderr, /\/no\/such: left out: no such file or folder\n.*nothing to redact was found/u);
    assert.deepEqual([existsSync(out), existsSync(`${out}.map.json`)], [false, false]);
    const map = cli(['redact', join(place, 'journal.txt'), '--output', out, '--map', '/no/such/case.json']);
    assert.equal(map.status, 2);
    assert.equal(existsSync(out), false);
  });

  it('says that the disk is full, and does not pass for a finding', function () {
    if (!existsSync('/dev/full')) this.skip();
    const run = spawnSync('bash', ['-c', '"$0" "$1" rules > /dev/full', process.execPath, program], {
      encoding: 'utf8',
    });
    assert.equal(run.status, 2);
    assert.match(run.stderr, /^zpa-triage: standard output: cannot be written: .*no space left.*\n$/u);
    const journal = file('journal.txt', DNS_CASCADE);
    const deaf = spawnSync('bash', ['-c', '"$0" "$1" "$2" /no/such 2> /dev/full', process.execPath, program, journal]);
    assert.equal(deaf.status, 2);
    assert.match(String(deaf.stdout), /Root cause 1/u);
  });

  it('gives up at once where a file system refuses a folder', function () {
    if (!existsSync('/proc/self')) this.skip();
    const run = cli(['redact', file('journal.txt', HEALTHY), '--output', '/proc/zpa-triage/copy']);
    assert.equal(run.status, 2);
    assert.match(run.stderr, /--output \/proc\/zpa-triage\/copy: no such file or folder/u);
  });
});
