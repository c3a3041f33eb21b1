/** Log lines that were quoted, indented or recorded with their control codes: read as they are, columns in the line as it stands. */
import assert from 'node:assert/strict';
import { identitiesIn } from '../../../server/src/engine/redact/identities';
import { skipAnsi, stripAnsi } from '../../../server/src/engine/text/ansi';
import { splitLines } from '../../../server/src/engine/text/line-feed';
import { emptyPrefix, readPrefix } from '../../../server/src/engine/formats/journal/prefix';
import type { EventLog, JournalFacts } from '../../../server/src/engine/formats/journal/facts';
import { modelOf } from '../features/support';

const HEAD = 'Jan 21 12:15:22 edge-vm-3 zpa-connector-child[4055]: ';
const CLOSED =
  'Broker control connection to Zscaler Cloud closed: [10.1.81.40]:44422;broker14-1.bom6.prod.zpath.net:[192.0.2.217]:443;4 FOHH_CLOSE_REASON_SOCKET_ERR';
const LINES = [
  `${HEAD}Checking Enrollment`,
  `${HEAD}${CLOSED}`,
  'Jan 21 12:15:23 edge-vm-3 systemd[1]: Started Zscaler Private Access Connector.',
  `${HEAD}Time skew: - 0.012783s`,
];

function journalOf(text: string): JournalFacts | null {
  return modelOf(text, 'ticket.txt').facts.sections('journal')[0]?.facts ?? null;
}

/** Events by message, with the text that their columns point at. */
function eventsOf(text: string): string[] {
  const lines = splitLines(text);
  return [...(journalOf(text)?.events ?? new Map<string, EventLog>())].flatMap(([message, { kept }]) =>
    kept.map(({ line, start, end }) => `${message}: ${(lines[line] ?? '').slice(start, end)}`),
  );
}

describe('journal lines that were pasted', () => {
  const wanted = eventsOf(LINES.join('\n'));

  for (const [name, front] of Object.entries({
    'quoted in a mail': '> ',
    'quoted twice': '> > ',
    'quoted without a blank': '>>',
    'indented by four blanks': '    ',
    'indented by a tab': '\t',
    'indented in a quotation': '>     ',
  })) {
    it(`are read ${name}, the columns of their events in the line as it stands`, () => {
      const text = LINES.map((line) => front + line).join('\n');
      const facts = journalOf(text);
      assert.equal(facts?.productLineCount, 3);
      assert.equal(facts.lineCount, 4);
      assert.deepEqual(facts.hosts, ['edge-vm-3']);
      assert.deepEqual(eventsOf(text), wanted);
    });
  }

  it('are read behind facility and severity', () => {
    const text = LINES.map((line) => line.replace('zpa-connector-child', 'daemon.notice zpa-connector-child')).join(
      '\n',
    );
    assert.deepEqual(eventsOf(text), wanted);
    assert.deepEqual(journalOf(text)?.hosts, ['edge-vm-3']);
  });

  it('are none where no log line of the product stands behind', () => {
    const kernel = 'Jan 21 12:15:23 edge-vm-3 kernel: Out of memory: Killed process 4055 (java)';
    for (const text of [
      `> ${kernel}\n> ${kernel}`,
      `    ${kernel}\n    ${kernel}`,
      '> zpa-connector-child[4055]: Checking Enrollment',
    ])
      assert.equal(journalOf(text), null, text);
  });
});

const ESC = '\u001b';
const BELL = '\u0007';

describe('terminal control codes', () => {
  it('are taken out of a line', () => {
    const prompt = `${ESC}]0;root@edge: ~${BELL}${ESC}[?2004h${ESC}(B${ESC}[m[root@edge ~]# ls${ESC}[K${ESC}[?2004l\r`;
    assert.equal(stripAnsi(prompt), '[root@edge ~]# ls');
    assert.equal(stripAnsi(`${ESC}]0;title${ESC}\\x`), 'x');
    assert.equal(stripAnsi('[0;1;31mred[0m'), 'red');
    assert.equal(stripAnsi('Mem[x] [12] m'), 'Mem[x] [12] m');
    assert.equal(stripAnsi(`lone ${ESC} stays`), `lone ${ESC} stays`);
  });

  it('are passed over at the front of a message', () => {
    for (const code of [`${ESC}[1;39m`, `${ESC}[?2004l\r`, `${ESC}]0;t${BELL}`, `${ESC}(B`, '[1;39m', `${ESC}[K`])
      assert.equal(skipAnsi(`${code}x`, 0, code.length + 1), code.length, JSON.stringify(code));
    assert.equal(skipAnsi('[x]', 0, 3), 0);
    assert.equal(skipAnsi(`${ESC}x`, 0, 2), 0);
  });

  it('leave one line break where a terminal wrote several carriage returns', () => {
    assert.deepEqual(splitLines('a\r\r\nb\r\n\r\nc\r\r'), ['a', 'b', '', 'c']);
  });

  const red = (word: string): string => `${ESC}[01;31m${ESC}[K${word}${ESC}[m${ESC}[K`;

  for (const [name, line] of Object.entries({
    'around the process': LINES[1]?.replace('zpa-connector', red('zpa-connector')) ?? '',
    'within the process': LINES[1]?.replace('connector', red('connector')) ?? '',
    'around the host': LINES[1]?.replace('edge-vm-3', red('edge-vm-3')) ?? '',
    'in front of the line': `${ESC}[?2004l\r${LINES[1] ?? ''}`,
    'around the file name of grep': `${ESC}[35m${ESC}[K/var/log/messages${ESC}[m${ESC}[K${ESC}[36m${ESC}[K:${ESC}[m${ESC}[K${LINES[1] ?? ''}`,
    'in a line with ISO time': `2026-01-21T12:15:22+0000 edge-vm-3 ${red('zpa')}-connector-child[4055]: ${CLOSED}`,
  })) {
    it(`are read ${name}`, () => {
      const prefix = emptyPrefix();
      assert.ok(readPrefix(line, 0, line.length, prefix));
      assert.equal(stripAnsi(line.slice(prefix.hostStart, prefix.hostEnd)), 'edge-vm-3');
      assert.equal(stripAnsi(line.slice(prefix.identStart, prefix.identEnd)), 'zpa-connector-child');
      assert.equal(line.slice(prefix.messageStart), CLOSED);
      assert.equal(prefix.pid, 4055);
      assert.deepEqual(eventsOf(`${LINES[0] ?? ''}\n${line}`), eventsOf(LINES.slice(0, 2).join('\n')));
      assert.deepEqual(journalOf(line)?.hosts, ['edge-vm-3']);
    });
  }

  it('of a recorded terminal leave prompt, command and lines', () => {
    const text = [
      `${ESC}]0;root@edge-vm-3:~${BELL}${ESC}[?2004h[root@edge-vm-3 ~]# journalctl -u zpa-connector`,
      `${ESC}[?2004l\r${LINES[0] ?? ''}\r`,
      `${LINES[1] ?? ''}\r\r`,
      `${ESC}]0;root@edge-vm-3:~${BELL}${ESC}[?2004h[root@edge-vm-3 ~]# df -h`,
      `${ESC}[?2004l\r`,
    ].join('\r\n');
    const { sections } = modelOf(text, 'typescript').artifact;
    assert.deepEqual(
      sections.map(({ format, command }) => [format, command]),
      [
        ['journal', 'journalctl -u zpa-connector'],
        ['df', 'df -h'],
      ],
    );
    assert.deepEqual(eventsOf(text), eventsOf(LINES.slice(0, 2).join('\n')));
  });

  it('of a recorded terminal leave the first line of any output, and the colours of systemctl', () => {
    const prompt = `${ESC}]0;root@edge-vm-3:~${BELL}${ESC}[?2004h[root@edge-vm-3 ~]# `;
    const text = [
      `${prompt}df -h`,
      `${ESC}[?2004l\rFilesystem      Size  Used Avail Use% Mounted on`,
      '/dev/sda2        60G   59G  100M  100% /',
      `${prompt}systemctl status zpa-connector`,
      `${ESC}[?2004l\r${ESC}[0;1;32m●${ESC}[0m zpa-connector.service - Zscaler Private Access Connector`,
      '   Loaded: loaded (/usr/lib/systemd/system/zpa-connector.service; enabled; vendor preset: disabled)',
      `   Active: ${ESC}[0;1;31mfailed${ESC}[0m (Result: exit-code)`,
    ].join('\r\n');
    const model = modelOf(text, 'typescript');
    assert.deepEqual(
      model.artifact.sections.map(({ format, startLine, endLine }) => [format, startLine, endLine]),
      [
        ['df', 0, 2],
        ['systemctl-status', 3, 6],
      ],
    );
    const active = model.facts.sections('systemctl-status')[0]?.facts.active;
    assert.equal(active?.state, 'failed');
    assert.equal(
      stripAnsi(model.lines[active.line]?.slice(active.start, active.end) ?? ''),
      'Active: failed (Result: exit-code)',
    );
  });

  it('do not hide user and host from redaction', () => {
    const found = (line: string): string[] =>
      identitiesIn(line).map(({ kind, start, end }) => `${kind} ${line.slice(start, end)}`);
    const both = ['user jdoe', 'host edge-vm-3'];
    assert.deepEqual(found(`${ESC}[?2004h[jdoe@edge-vm-3 ~]$ df`), both);
    assert.deepEqual(found(`${ESC}]0;jdoe@edge-vm-3:~${BELL}`).sort(), [...both].sort());
    assert.deepEqual(found('    _HOSTNAME=edge-vm-3'), ['host edge-vm-3']);
    assert.deepEqual(found(`> ${LINES[0] ?? ''}`), ['host edge-vm-3']);
    assert.deepEqual(found(`> ${LINES[2] ?? ''}`), ['host edge-vm-3']);
  });

  it('end, however they are nested', () => {
    const hostile = [
      ESC.repeat(5_000),
      `${ESC}[`.repeat(3_000),
      `${ESC}]${'x'.repeat(100_000)}`,
      `${ESC}${ESC}[K[K`.repeat(2_000),
      '\r'.repeat(10_000),
    ];
    for (const text of hostile) {
      assert.equal(readPrefix(`Jan 21 ${text}`, 0, text.length + 7, emptyPrefix()), false);
      assert.ok(stripAnsi(text).length <= text.length);
    }
  });
});
