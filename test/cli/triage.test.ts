import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import type { Report } from '../../server/src/engine/report/model';
import { CURLY_KEY, DNS_CASCADE, HEALTHY, INTERCEPTED, KEY, TOKEN } from './bundles';
import { buildCli, cli, file, folder, removeFolders } from './run-cli';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(join(root, 'schemas/report.schema.json'), 'utf8')) as object,
);
const ALL_FORMATS = ['text', 'json', 'ndjson', 'sarif', 'markdown', 'html'];

function report(stdout: string): Report {
  const parsed: unknown = JSON.parse(stdout);
  assert.ok(validate(parsed), JSON.stringify(validate.errors, null, 2));
  return parsed as Report;
}

function json(
  args: readonly string[],
  input?: string | Uint8Array,
): { report: Report; status: number | null; stderr: string } {
  const run = cli([...args, '--format', 'json'], input);
  return { report: report(run.stdout), status: run.status, stderr: run.stderr };
}

function utf16(text: string): Uint8Array {
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
}

describe('zpa-triage, the report', function () {
  this.timeout(120_000);
  before(buildCli);
  after(removeFolders);

  it('finds nothing wrong with a healthy connector', () => {
    const { report: made, status } = json([file('journal.txt', HEALTHY)]);
    assert.equal(status, 0);
    assert.deepEqual(made.summary.rootCauses, []);
    assert.equal(made.summary.error + made.summary.warning, 0);
    const [artifact] = made.artifacts;
    assert.equal(artifact?.path, 'journal.txt');
    assert.equal(artifact.format, 'journal');
    assert.match(artifact.timeRange?.start ?? '', /^\d{4}-05-25T14:30:02$/u);
    assert.ok(artifact.notes.some((note) => /^year \d{4} assumed/u.test(note)));
    const [connector] = made.connectors;
    assert.equal(connector?.id, '216196257331371034');
    assert.equal(connector.name, 'Oslo Edge');
    assert.equal(connector.version, '25.47.1');
    assert.equal(connector.host, 'osl-ac-01');
    assert.equal(connector.state, 'fohh_connection_connected');
  });

  it('names the root cause of a DNS cascade, with evidence and consequences', () => {
    const { report: made, status } = json([folder({ 'logs/journal.txt': DNS_CASCADE })]);
    assert.equal(status, 1);
    const [rootId] = made.summary.rootCauses;
    const cause = made.findings.find((finding) => finding.id === rootId);
    assert.equal(cause?.ruleId, 'enrollment/dns-resolution-failed');
    assert.equal(cause.path, 'logs/journal.txt');
    assert.equal(cause.line, 1);
    const text = DNS_CASCADE.split('\n')[0] ?? '';
    assert.equal(
      text.slice(cause.column - 1, cause.endColumn - 1),
      'DNS resolution failed for api.private.zscaler.com',
    );
    assert.equal(cause.evidence[0]?.text, text);
    const burst = json([file('journal.txt', INTERCEPTED)]).report;
    const [first] = burst.summary.rootCauses;
    assert.equal(burst.findings.find((one) => one.id === first)?.ruleId, 'tunnel/ssl-interception');
    const effect = burst.findings.find((one) => one.ruleId === 'tunnel/not-connected-to-cloud');
    assert.equal(effect?.causedBy, first);
    assert.deepEqual([effect?.rootCause, effect?.count], [false, 4]);
  });

  it('shows no secret in any format', () => {
    const bundle = folder({
      provision_key: CURLY_KEY,
      'history.txt': `[admin@osl-ac-01 ~]$ echo "${KEY}" | sudo tee /opt/zscaler/var/provision_key\n${KEY}\n`,
      'journal.txt': `${DNS_CASCADE}May 25 14:33:01 osl-ac-01 zpa-connector-child[2040]: Login request failed - http status(401) nonce(<3|api.private.zscaler.com|0/Z6lDT...>) fingerprint(<oXaN4RRiMc...>)\n`,
    });
    for (const format of ALL_FORMATS) {
      const { stdout, stderr } = cli([bundle, '--format', format]);
      assert.ok(stdout.length > 200, format);
      for (const piece of [TOKEN.slice(0, 16), TOKEN.slice(-24), '0/Z6lDT']) {
        assert.ok(!stdout.includes(piece), `${format} shows a part of the key`);
      }
      assert.ok(!stderr.includes(TOKEN.slice(0, 16)));
    }
    const { report: made } = json([bundle]);
    const quotes = made.findings.find((finding) => finding.ruleId === 'provision-key/smart-quotes');
    assert.equal(quotes?.evidence[0]?.text, '\u201c3|api.private.zscaler.com|<masked>\u201d');
  });

  it('gives the same bytes for the same input, in every format', () => {
    const bundle = folder({ 'b/journal.txt': DNS_CASCADE, 'a/journal.txt': HEALTHY, provision_key: CURLY_KEY });
    for (const format of ALL_FORMATS) {
      assert.equal(cli([bundle, '--format', format]).stdout, cli([bundle, '--format', format]).stdout, format);
    }
  });

  it('writes ndjson line by line and SARIF in its required shape', () => {
    const bundle = folder({ 'sub dir/journal #1.txt': INTERCEPTED });
    const lines = cli([bundle, '--format', 'ndjson']).stdout.trim().split('\n');
    const types = lines.map((line) => (JSON.parse(line) as { type: string }).type);
    assert.deepEqual([types.at(-1), new Set(types.slice(0, -1))], ['summary', new Set(['finding'])]);
    const sarif = JSON.parse(cli([bundle, '--format', 'sarif']).stdout) as {
      version: string;
      runs: {
        tool: { driver: { name: string; rules: { id: string; help: { text: string } }[] } };
        results: {
          ruleId: string;
          ruleIndex: number;
          message: { text: string };
          locations: { physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } } }[];
        }[];
      }[];
    };
    assert.equal(sarif.version, '2.1.0');
    const [run] = sarif.runs;
    assert.ok(run !== undefined && run.results.length >= 2);
    for (const result of run.results) {
      const rule: { id: string; help: { text: string } } | undefined = run.tool.driver.rules[result.ruleIndex];
      assert.equal(rule?.id, result.ruleId);
      assert.ok(rule.help.text.length > 20);
      const [location] = result.locations;
      assert.equal(location?.physicalLocation.artifactLocation.uri, 'sub%20dir/journal%20%231.txt');
      assert.ok(location.physicalLocation.region.startLine >= 1);
    }
  });

  it('reads UTF-16, CRLF and a file that is cut in mid-line alike', () => {
    const plain = json([file('journal.txt', DNS_CASCADE)]).report;
    const ids = (made: Report): string[] => made.findings.map((finding) => `${finding.id} ${String(finding.column)}`);
    const variants = {
      utf16: utf16(DNS_CASCADE),
      crlf: DNS_CASCADE.replace(/\n/gu, '\r\n'),
      cut: `${DNS_CASCADE}May 25 14:32:59 osl-ac-01 zpa-conn`,
    };
    for (const [name, content] of Object.entries(variants)) {
      const { report: made, status } = json([file('journal.txt', content)]);
      assert.deepEqual(ids(made), ids(plain), name);
      assert.deepEqual(
        made.findings.map((finding) => finding.evidence[0]?.text),
        plain.findings.map((finding) => finding.evidence[0]?.text),
        name,
      );
      assert.equal(status, 1);
    }
    const cut = json([file('journal.txt', variants.cut)]).report;
    assert.ok(cut.artifacts[0]?.notes.some((note) => note.startsWith('ends in mid-line')));
  });

  it('survives one line of two megabytes', () => {
    const long = `May 25 14:32:50 osl-ac-01 zpa-connector-child[2040]: ${'x|1 '.repeat(500_000)}\n`;
    const { report: made, status } = json([file('journal.txt', long + DNS_CASCADE)]);
    assert.equal(status, 1);
    assert.equal(made.findings.find((one) => one.rootCause)?.line, 2);
  });

  it('says nothing about foreign text and exits with 0', () => {
    const { report: made, status } = json([file('notes.txt', 'Dear all,\nthe meeting failed to start.\n')]);
    assert.equal(status, 0);
    assert.equal(made.artifacts[0]?.format, null);
    assert.deepEqual(made.findings, []);
  });

  it('reads standard input', () => {
    const { report: made, status } = json(['-'], DNS_CASCADE);
    assert.equal(status, 1);
    assert.equal(made.artifacts[0]?.path, '-');
    assert.ok((made.findings[0]?.evidence[0]?.text.length ?? 0) > 20, 'the second look found the line');
  });

  it('puts a zone on times only where somebody says it', () => {
    const iso = DNS_CASCADE.replace(/May 25 (\S+) /gu, '2026-05-25T$1+0530 ');
    const timeOf = (args: readonly string[]): string | null | undefined => json(args).report.findings[0]?.time;
    assert.equal(timeOf([file('journal.txt', iso)]), '2026-05-25T14:32:53+05:30');
    const bare = file('journal.txt', DNS_CASCADE);
    assert.equal(timeOf([bare, '--year', '2024']), '2024-05-25T14:32:53');
    assert.equal(timeOf([bare, '--year', '2024', '--timezone', 'Europe/Oslo']), '2024-05-25T14:32:53+02:00');
    assert.equal(timeOf([bare, '--year', '2024', '--timezone', '-05:00']), '2024-05-25T14:32:53-05:00');
  });
});
