import assert from 'node:assert/strict';
import { addressKind, addressUse } from '../../../server/src/engine/features/addresses';
import { hoverAt } from '../../../server/src/engine/features/hover';
import { EXAMPLE_KEY } from '../../../server/src/knowledge/example-key';
import { columnOf, failedFile, glossary, lineWith, modelOf } from './support';

const FRONT = 'edge-vm-3 zpa-connector-child[4055]: ';

function journal(...messages: readonly string[]): string {
  return messages.map((message, index) => `Jan 21 12:${String(15 + index)}:22 ${FRONT}${message}`).join('\n');
}

/** Markdown without its inline code, in which nothing comes to life; an escaped bracket stays escaped. */
function withoutCode(markdown: string): string {
  const parts = markdown.split(/(`+)/u);
  let text = '';
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] ?? '';
    const close = part.startsWith('`') && !text.endsWith('\\') ? parts.indexOf(part, index + 1) : -1;
    if (close < 0) text += part;
    else index = close;
  }
  return text;
}

/** The hover's text without escapes. */
function hover(text: string, line: number, words: string, path = 'journal.txt'): string {
  const model = modelOf(text, path);
  const markdown = hoverAt(model, glossary, line, columnOf(model, line, words))?.markdown ?? '';
  return markdown.replace(/\\(?=[\\`*_{}[\]()#+\-.!|<>~])/gu, '');
}

const CONTROL =
  'Broker control connection, state fohh_connection_connected, [10.1.81.40]:44422;broker14-1.bom6.prod.zpath.net:[192.0.2.217]:443;4 uptime 2D:5H:27M:26S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0, tx_b 7196, rx_b 8173';
const FLOW =
  '* FC f_conn [10.204.5.5]:41236;broker1b.was2.prod.zpath.net:[192.0.2.137]:443:fohh_connection_connected, rx = 195538, peer_tx = 195538, tx = 855420, tx_drop = 0, tx_limit = 34409852, tx_limit_update = 1559057907248724, r_rx = 855420, r_tx_limit = 33749970, tx_wnd_update = 1559057907248724, rx_wnd_update = 1559057881252092, tx_blocked = 0, enq = 855421, deq = 855420';

describe('hovers on values', () => {
  it('decode microseconds since 1970, bytes, uptimes, kilobytes and skews', () => {
    assert.match(hover(journal(FLOW), 0, '1559057907248724'), /2019-05-28 15:38:27 UTC/u);
    assert.match(
      hover(
        journal('Data Transfer: Total ToBroker = 92785793639 bytes, Total FromBroker = 42238684512 bytes'),
        0,
        '92785793639',
      ),
      /86\.4 GB/u,
    );
    assert.match(hover(journal(CONTROL), 0, '2D:5H'), /2 d 5 h/u);
    assert.match(hover(journal('Time skew: - 0.012783s'), 0, '- 0.012783s'), /behind the cloud by 12\.8 ms/u);
    const header =
      '-------- Connector Status:ID=217329048513151239:Name=edge-1:Ver=25.47.0:Mem(System|Process)=3%|1%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 65313704kB |51991068kB |0kB |0kB |1567792kB |281212kB :Disk (Avail|Total)=138.77GB|195.80GB:CPU(Util|Steal|Configured|Avail)=1%|0%|16|16:Uptime=3M:6S --------';
    assert.match(hover(journal(header), 0, '65313704kB'), /62\.3 GB/u);
  });

  it('show both halves of pairs', () => {
    assert.match(hover(journal(CONTROL), 0, '18401'), /\(tcp\) 18\.4 ms, .*\(app\) 4\.3 ms/u);
    const rpc =
      'RPC Messages, RX: BrkRq[Dsp 31812 UBrk 66864 PBrk 0], BindAck 98630 TX|TX_DROP: BindReq 98642|0, HealthRp 40659|21';
    assert.match(hover(journal(rpc), 0, '40659|21'), /sent 40,659, dropped 21 \(0\.05%\)/u);
    assert.match(
      hover(journal('File descriptors(max|in-use): System 9223372036854775807|2752, Process 102400|465'), 0, '102400'),
      /limit 102,400, in use 465 \(0\.45%\)/u,
    );
  });

  it('check the arithmetic of the line', () => {
    const tunnels =
      'Mtunnels: Total Created = 2447339, Total Freed = 2447203, Current Active = 136, Alloc = 887, Free_q_cnt = 750';
    assert.match(hover(journal(tunnels), 0, '2447339'), /Total Created − Total Freed = Current Active: holds \(136\)/u);
    assert.match(hover(journal(tunnels), 0, '887'), /Alloc − Free_q_cnt = Current Active: 137 against 136/u);
    assert.match(hover(journal(FLOW), 0, '34409852'), /tx_limit = r_rx \+ 32 MiB: holds/u);
    assert.match(hover(journal(FLOW), 0, '855421'), /enq = deq: 855,421 against 855,420/u);
    const row =
      'fohh: Alloc: 106113 10592532, Free: 103662 4137665, Drain: 0 0, Out: 2451 6454867 6.156mb Overhead: 0.075mb (32)';
    assert.match(hover(row, 0, '6454867', 'memory.txt'), /Alloc − Free − Drain = Out \(bytes\): holds/u);
  });

  it('tell the difference of counters that belong together, and what it was', () => {
    const rpc = (bind: number): string =>
      `RPC Messages, RX: BrkRq[Dsp 1 UBrk 2 PBrk 0], BindAck 98630, TagPause 5186 TagResume 5164 TX|TX_DROP: BindReq ${String(bind)}|0`;
    const text = journal(rpc(98_642), rpc(98_660));
    assert.match(hover(text, 1, '98660'), /BindReq − BindAck = 30 \(12 in the previous sample\)\. Growing/u);
    assert.match(hover(text, 0, '5164'), /TagPause − TagResume = 22\. Growing/u);
  });

  it('tell the change and the rate since the previous sample', () => {
    const data = (bytes: number): string =>
      `Data Transfer: Total ToBroker = ${String(bytes)} bytes, Total FromBroker = 7 bytes`;
    const text = hover(journal(data(1_000), data(61_000)), 1, '61000');
    assert.match(text, /\*\*\+60,000\*\* \(58\.6 KB\) since the previous sample \(line 1, 60,000 a minute\)/u);
  });

  it('name role, number and city of a broker, in a value and in a message', () => {
    const said = /Public Service Edge \(broker\), number 14-1, data centre bom6 \(Mumbai\), cloud prod\.zpath\.net/u;
    assert.match(hover(journal(CONTROL), 0, 'broker14-1'), said);
    assert.match(hover(journal('something about broker14-1.bom6.prod.zpath.net here'), 0, 'broker14-1'), said);
  });
});

describe('hovers on the front of a line', () => {
  it('tell the time, its zone and the time since the line before', () => {
    const text = hover(journal('Checking Enrollment', 'memory_arena_count=14'), 1, '12:16');
    assert.match(text, /2026-01-21 12:16:22\*\* by the clock of the host/u);
    assert.match(text, /names no time zone/u);
    assert.match(text, /1 min after the line before; 1 min after the first line of this process/u);
    const iso = `2026-01-21T10:55:20+05:30 ${FRONT}Checking Enrollment`;
    assert.match(hover(iso, 0, '10:55'), /10:55:20\+05:30\*\* by the clock of the host\n\nThe log says its time zone/u);
  });

  it('tell the time since the boot', () => {
    const text = `-- Boot 0123456789abcdef0123456789abcdef --\n${journal('Checking Enrollment', 'memory_arena_count=14')}`;
    assert.match(hover(text, 2, '12:16'), /1 min after the boot/u);
  });

  it('tell the year at New Year', () => {
    const text = [`Dec 31 23:59:50 ${FRONT}Checking Enrollment`, `Jan  1 00:00:10 ${FRONT}memory_arena_count=14`].join(
      '\n',
    );
    assert.match(hover(text, 0, '23:59'), /2025-12-31/u);
    assert.match(hover(text, 1, '00:00'), /2026-01-01.*\n[\s\S]*20 s after the line before/u);
  });

  it('tell the life of the process', () => {
    assert.match(
      hover(journal('Checking Enrollment', 'memory_arena_count=14'), 1, 'connector-child'),
      /zpa-connector-child \[4055\]\*\*: the child[^\n]*\n\nlines 1 to 2 of this file, 1 min in this log/u,
    );
  });
});

describe('hovers on connection tuples', () => {
  const TUPLE = '[10.1.81.40]:44422;broker14-1.bom6.prod.zpath.net:[192.0.2.217]:443;4';
  const opened = `Broker control connection successfully connected to Zscaler Cloud: ${TUPLE}`;

  it('tell which connection it is and where it begins', () => {
    const closed = `Broker control connection to Zscaler Cloud closed: ${TUPLE} FOHH_CLOSE_REASON_SOCKET_ERR`;
    const text = hover(journal('Checking Enrollment', opened, closed), 2, '44422');
    assert.match(text, /Connection to broker14-1\.bom6\.prod\.zpath\.net/u);
    assert.match(text, /Begins in line 2 of this file \(2026-01-21 12:16:22\); 2 mentions/u);
    assert.match(
      hover(
        journal(
          `Received event from [uninitialized]:0;co2br.prod.zpath.net:[192.0.2.1]:443;2: BEV_EVENT_ERROR, sock=1`,
        ),
        0,
        'uninitialized',
      ),
      /never bound/u,
    );
  });

  it('tell the worker thread, the broker and the remote address', () => {
    assert.match(hover(journal(CONTROL), 0, ';4'), /worker thread that carries the connection/u);
    assert.match(hover(journal(opened), 0, 'broker14-1'), /Mumbai/u);
    assert.match(hover(journal(opened), 0, '192.0.2.217'), /broker broker14-1/u);
  });

  it('look at the values of the same channel', () => {
    const stats = CONTROL.replace('Broker control connection', 'Broker stats connection');
    assert.match(hover(journal(stats), 0, '7196'), /`connection\.stats\.rx_b` = `8173`/u);
  });
});

describe('hovers on addresses', () => {
  it('tell every role in the file', () => {
    const model = modelOf(
      journal(CONTROL, 'Adding name resolution for co2br.prod.zpath.net of 192.0.2.217', '192.0.2.21 and 192.0.2.2170'),
    );
    const use = addressUse(model, '192.0.2.217');
    assert.deepEqual(use.roles, ['broker broker14-1.bom6.prod.zpath.net', 'address of co2br.prod.zpath.net']);
    assert.equal(use.lines, 2);
    assert.deepEqual(addressUse(model, '10.1.81.40').roles, ['local address of the connector']);
    assert.match(
      hover('nameserver 10.0.0.53\nsearch example.internal\n', 0, '10.0.0.53', 'resolv.conf'),
      /resolver of the host/u,
    );
  });

  it('tell what kind it is', () => {
    assert.equal(addressKind('172.31.0.1'), 'private address');
    assert.equal(addressKind('172.32.0.1'), null);
    assert.match(addressKind('169.254.169.254') ?? '', /link-local/u);
    assert.match(addressKind('100.64.0.1') ?? '', /shared/u);
  });
});

describe('hovers on hostile and secret text', () => {
  it('show it escaped', () => {
    const evil = '[x](command:zpaTriage.run)<img src=x>`';
    const model = modelOf(journal(`-------- Connector Status:ID=72060411536474191:Name=${evil}:Ver=18.87.1 --------`));
    const text = model.lines[0] ?? '';
    for (let column = 0; column < text.length; column += 1) {
      const markdown = hoverAt(model, glossary, 0, column)?.markdown ?? '';
      const shown = withoutCode(markdown);
      assert.ok(!shown.includes('](command') && !shown.includes('<img'), markdown);
    }
  });

  it('never tell the token of a key', () => {
    const model = modelOf(`${EXAMPLE_KEY}\n`, 'provision_key');
    for (let column = 0; column < 120; column += 1) {
      const markdown = hoverAt(model, glossary, 0, column)?.markdown ?? '';
      assert.ok(!markdown.includes('A1b2C3d4'), markdown);
    }
  });

  it('answer at every place of every file without failing', () => {
    for (const name of ['journal.txt', 'memory_report.txt', 'dig.txt', 'top.txt', 'provision_key', 'mtr.txt']) {
      const model = modelOf(failedFile(name), name);
      for (let line = 0; line < Math.min(60, model.lines.length + 1); line += 1) {
        const length = model.lines[line]?.length ?? 0;
        for (let column = 0; column <= length; column += 7) {
          const found = hoverAt(model, glossary, line, column);
          if (found !== null) assert.ok(found.startColumn <= found.endColumn && found.endColumn <= length, name);
        }
      }
    }
  });

  it('keep to the line that they are on', () => {
    const model = modelOf(failedFile('journal.txt'));
    assert.equal(hoverAt(model, glossary, 999_999, 0), null);
    const line = lineWith(model, 'Checking Enrollment');
    assert.equal(hoverAt(model, glossary, line, 99_999)?.endColumn, model.lines[line]?.length);
  });
});
