import assert from 'node:assert/strict';
import { signedDifference } from '../../../server/src/engine/features/changes';
import { codeLenses, lensText, MAX_LENSES } from '../../../server/src/engine/features/code-lens';
import { inlayHints, MAX_HINT_LINES, MAX_HINTS_A_LINE } from '../../../server/src/engine/features/inlay-hints';
import { failedFile, glossary, lineWith, modelOf } from './support';

function line(time: string, message: string, pid = 4055): string {
  return `Jan 21 12:${time} edge-vm-3 zpa-connector-child[${String(pid)}]: ${message}`;
}

function hints(text: string, at: number): readonly (readonly [place: string, label: string])[] {
  const model = modelOf(text);
  return inlayHints(model, glossary, at, at).map(({ line: row, column, label }) => [
    (model.lines[row] ?? '').slice(Math.max(0, column - 6), column),
    label,
  ]);
}

describe('inlay hints', () => {
  const apps = (alive: number, total: number): string =>
    `Registered apps count = 33, alive app = 33, passive_health = 33, service_count = 85, target_count = ${String(total)}, alive_target = ${String(alive)}, aged_target = 0`;

  it('stand behind what moved, and only there', () => {
    const text = [line('15:22', apps(74, 104)), line('16:22', apps(71, 1_308))].join('\n');
    assert.deepEqual(hints(text, 1), [
      ['= 1308', '+1,204'],
      ['t = 71', '-3'],
    ]);
    assert.deepEqual(hints(text, 0), []);
  });

  it('compare a process with itself and a log in order only', () => {
    assert.deepEqual(hints([line('15:22', apps(74, 1)), line('16:22', apps(71, 2), 9)].join('\n'), 1), []);
    assert.deepEqual(hints([line('16:22', apps(74, 1)), line('15:22', apps(71, 2))].join('\n'), 1), []);
  });

  it('keep every digit, and leave out round trips and times', () => {
    assert.equal(signedDifference('9223372036854775806', '9223372036854775807'), '+1');
    assert.equal(signedDifference('5', '5'), null);
    assert.equal(signedDifference('1.5', '1.25'), '-0.25');
    assert.equal(signedDifference('3M:6S', '4M:6S'), null);
    const state = (rtt: number, sent: number): string =>
      `Broker control connection, state fohh_connection_connected, [10.1.81.40]:44422;broker5a.bom5.prod.zpath.net:[192.0.2.217]:443;4 uptime 3S, RTT (tcp|app): ${String(rtt)}|4318 us, disconnect_duration_s 0, tx_b ${String(sent)}, rx_b 8173`;
    const labels = hints([line('15:22', state(18_401, 7)), line('16:22', state(19_000, 9))].join('\n'), 1);
    assert.deepEqual(
      labels.map(([, label]) => label),
      ['+2'],
    );
  });

  it('stay few, say what they left out, and keep to the lines asked for', () => {
    const model = modelOf(failedFile('journal.txt'));
    const rpc = lineWith(model, 'RPC Messages', 5);
    const found = inlayHints(model, glossary, rpc, rpc);
    assert.equal(found.length, MAX_HINTS_A_LINE);
    assert.match(found[found.length - 1]?.tooltip ?? '', /further values of this line moved/u);
    const whole = inlayHints(model, glossary, 0, model.lines.length);
    assert.ok(whole.every((one) => one.line < MAX_HINT_LINES));
    assert.match(whole[whole.length - 1]?.tooltip ?? '', /were not looked at/u);
    assert.ok(inlayHints(model, glossary, 100, 140).every((one) => one.line >= 100 && one.line <= 140));
  });

  it('tell what grew between memory dumps', () => {
    const model = modelOf(failedFile('memory_report.txt'), 'memory_report.txt');
    const row = lineWith(model, 'fohh: Alloc', 2);
    const found = inlayHints(model, glossary, row, row + 60);
    assert.ok(found.length > 0);
    for (const { line: at, column } of found) assert.match(model.lines[at]?.slice(0, column) ?? '', /Out: /u);
  });
});

describe('code lenses', () => {
  const model = modelOf(failedFile('journal.txt'));
  const lenses = codeLenses(model);

  it('stand above each status block', () => {
    assert.equal(lenses.length, 170);
    for (const lens of lenses) assert.match(model.lines[lens.line] ?? '', /Connector Status:ID=/u);
  });

  it('say state, round trip and what changed, in few words', () => {
    const titles = lenses.map((lens) => lensText(model, lens)?.title ?? '');
    assert.equal(titles[0], 'connected · RTT 9.2|3.6 ms · first block of the process');
    assert.ok(titles.some((title) => title.includes('now on broker1c.ams2')));
    assert.ok(
      titles.some((title) => title.startsWith('backoff · was connected')),
      titles[127],
    );
    assert.equal(lensText(model, { life: 0, block: 99_999 }), null);
    assert.equal(lensText(model, { life: 99, block: 0 }), null);
  });

  it('explain the state on a click', () => {
    assert.equal(lensText(model, lenses[0] ?? { life: 0, block: 0 })?.explain, 'fohh_connection_connected');
  });

  it('say that they are capped', () => {
    const block = (index: number): string =>
      `Jan ${String(1 + Math.floor(index / 1440))} ${String(Math.floor(index / 60) % 24).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}:00 edge-vm-3 zpa-connector-child[5]: -------- Connector Status:ID=72060411536474191:Name=edge:Ver=18.87.1 --------\n`;
    const many = modelOf(Array.from({ length: MAX_LENSES + 10 }, (_, index) => block(index)).join(''));
    const found = codeLenses(many);
    assert.equal(found.length, MAX_LENSES + 1);
    assert.match(lensText(many, found[MAX_LENSES] ?? { life: 0, block: 0 })?.title ?? '', /only the first/u);
  });

  it('are none on documents that are not ours', () => {
    assert.deepEqual(codeLenses(modelOf('hello', 'notes.txt')), []);
    assert.deepEqual(inlayHints(modelOf('hello', 'notes.txt'), glossary, 0, 5), []);
  });
});
