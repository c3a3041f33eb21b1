import assert from 'node:assert/strict';
import { definitionAt } from '../../../server/src/engine/features/definition';
import { highlightsAt } from '../../../server/src/engine/features/highlight';
import { documentLinks } from '../../../server/src/engine/features/links';
import { MAX_REFERENCES, referencesAt } from '../../../server/src/engine/features/references';
import { workspaceSymbols } from '../../../server/src/engine/features/workspace-symbols';
import { columnOf, failedFile, lineWith, modelOf } from './support';

const FRONT = 'Jan 21 12:15:22 edge-vm-3 zpa-connector-child';
const FIRST = '[10.1.81.40]:44422;broker5a.bom5.prod.zpath.net:[192.0.2.21]:443;4';
const SECOND = '[10.1.81.40]:4442;broker5a.bom5.prod.zpath.net:[192.0.2.217]:443;4';
const JOURNAL = [
  `${FRONT}[4055]: Checking Enrollment`,
  `${FRONT}[4055]: Received event from ${FIRST}: BEV_EVENT_CONNECTED, sock=63 using ECDHE-RSA-AES128-GCM-SHA256`,
  `${FRONT}[4055]: Broker control connection successfully connected to Zscaler Cloud: ${FIRST}`,
  `${FRONT}[4055]: Broker control connection, state fohh_connection_connected, ${FIRST} uptime 39S, RTT (tcp|app): 9192|3619 us, disconnect_duration_s 0, tx_b 47659, rx_b 24313`,
  `${FRONT}[4055]: Broker control connection to Zscaler Cloud closed: ${FIRST} FOHH_CLOSE_REASON_REDIRECT`,
  `${FRONT}[4055]: Broker control connection successfully connected to Zscaler Cloud: ${SECOND}`,
  `${FRONT}[40]: Checking Enrollment`,
  `${FRONT}[40]: Broker control connection, state fohh_connection_connected, ${FIRST} uptime 39S, RTT (tcp|app): 9192|3619 us, disconnect_duration_s 0, tx_b 1, rx_b 1`,
].join('\n');

describe('navigation in a journal', () => {
  const model = modelOf(JOURNAL);
  const lines = (line: number, words: string): number[] =>
    highlightsAt(model, line, columnOf(model, line, words)).map((one) => one.line);

  it('marks the connection, not one whose port begins alike', () => {
    assert.deepEqual(lines(3, '10.1.81.40'), [1, 2, 3, 4, 7]);
    assert.deepEqual(lines(3, ';4 uptime'), [1, 2, 3, 4, 7]);
    assert.deepEqual(lines(5, '10.1.81.40'), [5]);
    const [first] = highlightsAt(model, 3, columnOf(model, 3, '10.1.81.40'));
    assert.equal(model.lines[1]?.slice(first?.start, first?.end), '[10.1.81.40]:44422;broker5a.bom5.prod.zpath.net');
  });

  it('marks the broker, the address and the process apart from the connection', () => {
    assert.deepEqual(lines(3, 'broker5a'), [1, 2, 3, 4, 5, 7]);
    assert.deepEqual(lines(3, '192.0.2.21'), [1, 2, 3, 4, 7]);
    assert.deepEqual(lines(5, '192.0.2.217'), [5]);
    assert.deepEqual(lines(6, 'zpa-connector-child'), [6, 7]);
    assert.deepEqual(lines(3, 'edge-vm-3'), []);
  });

  it('goes to where things begin', () => {
    const to = (line: number, words: string): number | undefined =>
      definitionAt(model, line, columnOf(model, line, words))?.line;
    assert.equal(to(4, '10.1.81.40'), 2);
    assert.equal(to(3, 'uptime'), 2, 'elsewhere on the line');
    assert.equal(to(2, '10.1.81.40'), 2);
    assert.equal(to(7, '10.1.81.40'), 7, 'another process with the same port: not the opening of the first');
    assert.equal(to(5, 'zpa-connector-child'), 0);
    assert.equal(to(7, '[40]'), 6);
    assert.equal(to(5, 'broker5a'), 1);
    assert.equal(to(0, 'Enrollment'), undefined);
  });

  it('lists references with and without the definition, and caps them', () => {
    const at = columnOf(model, 4, '10.1.81.40');
    assert.deepEqual(
      referencesAt(model, 4, at, true).spans.map((one) => one.line),
      [1, 2, 3, 4, 7],
    );
    assert.deepEqual(
      referencesAt(model, 4, at, false).spans.map((one) => one.line),
      [1, 3, 4, 7],
    );
    const many = modelOf(`${FRONT}[40]: Adding name resolution for co2br.prod.zpath.net of 192.0.2.7\n`.repeat(1_500));
    const found = referencesAt(many, 0, columnOf(many, 0, '192.0.2.7'), true);
    assert.equal(found.spans.length, MAX_REFERENCES);
    assert.equal(found.total, 1_500);
  });

  it('keeps the same pid of two boots apart', () => {
    const boots = modelOf(
      [
        `${FRONT}[9]: Checking Enrollment`,
        '-- Boot 0123456789abcdef0123456789abcdef --',
        `${FRONT}[9]: Checking Enrollment`,
        `${FRONT}[9]: memory_arena_count=14`,
      ].join('\n'),
    );
    assert.deepEqual(
      highlightsAt(boots, 3, columnOf(boots, 3, 'zpa-connector-child')).map((one) => one.line),
      [2, 3],
    );
    assert.equal(definitionAt(boots, 3, columnOf(boots, 3, 'zpa-connector-child'))?.line, 2);
    assert.deepEqual(
      highlightsAt(boots, 1, 5).map((one) => one.line),
      [1],
    );
  });

  it('says nothing on documents that are not ours', () => {
    const foreign = modelOf('the address 192.0.2.7 of broker1.example.net\n', 'notes.txt');
    assert.deepEqual(highlightsAt(foreign, 0, 15), []);
    assert.equal(definitionAt(foreign, 0, 15), null);
    assert.equal(referencesAt(foreign, 0, 15, true).total, 0);
  });
});

describe('navigation in memory dumps', () => {
  it('follows an allocator from sample to sample', () => {
    const model = modelOf(failedFile('memory_report.txt'), 'memory_report.txt');
    const third = lineWith(model, 'fohh: Alloc', 2);
    const first = lineWith(model, 'fohh: Alloc', 0);
    assert.deepEqual(definitionAt(model, third, 1), { line: first, start: 0, end: 4 });
    const rows = model.lines.filter((text) => text.startsWith('fohh: Alloc')).length;
    assert.equal(referencesAt(model, third, 1, true).total, rows);
    assert.equal(definitionAt(model, third, 30), null);
  });
});

describe('document links', () => {
  const report = failedFile('memory_report.txt');

  it('links pages of the vendor and nothing else', () => {
    const model = modelOf(
      [
        `${FRONT}[4055]: see https://help.zscaler.com/zpa/about-connectors, or https://evil.example.com/x`,
        `${FRONT}[4055]: https://help.zscaler.com.evil.example/x http://help.zscaler.com/x command:zpaTriage.run file:///etc/passwd`,
        `${FRONT}[4055]: journal.txt:12`,
      ].join('\n'),
    );
    const { links } = documentLinks(model, new Set(['journal.txt']));
    const addresses = links.map((one) => (one.target.kind === 'page' ? one.target.address : one.target.name));
    assert.deepEqual(addresses, ['https://help.zscaler.com/zpa/about-connectors']);
  });

  it('links files of the same folder with their line, in outputs only', () => {
    const model = modelOf(
      `${report}\ngrep said journal.txt:12: and /opt/zscaler/var/provision_key, not xjournal.txt\n`,
      'memory_report.txt',
    );
    const { links } = documentLinks(model, new Set(['journal.txt', 'provision_key', '..', 'a']));
    assert.deepEqual(
      links.filter(({ line }) => line === lineWith(model, 'grep said')).map((one) => one.target),
      [
        { kind: 'file', name: 'journal.txt', line: 12 },
        { kind: 'file', name: 'provision_key', line: null },
      ],
    );
  });

  it('says that it capped', () => {
    const model = modelOf(`${FRONT}[4055]: https://help.zscaler.com/zpa\n`.repeat(1_200));
    const { links, capped } = documentLinks(model, new Set());
    assert.equal(links.length, 1_000);
    assert.equal(capped, true);
  });
});

describe('workspace symbols', () => {
  const documents = [{ uri: 'file:///b/journal.txt', model: modelOf(failedFile('journal.txt')) }];

  it('names root causes, connectors and processes', () => {
    const { symbols } = workspaceSymbols(documents, '');
    assert.equal(symbols[0]?.kind, 'root-cause');
    assert.ok(symbols.some((one) => one.kind === 'connector' && one.name.startsWith('Frankfurt DC-2')));
    assert.ok(symbols.some((one) => one.kind === 'process' && one.name === 'zpa-connector-child [3276]'));
  });

  it('filters by the letters of the query', () => {
    assert.deepEqual(
      workspaceSymbols(documents, 'connchild3276').symbols.map((one) => one.name),
      ['zpa-connector-child [3276]'],
    );
    assert.equal(workspaceSymbols(documents, 'xyzzy').total, 0);
  });
});
