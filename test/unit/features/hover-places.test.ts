/** Each name on a status line and each field of a journal record has a hover, wherever it stands. */
import assert from 'node:assert/strict';
import { hoverAt } from '../../../server/src/engine/features/hover';
import { messageOffset } from '../../../server/src/engine/formats/journal';
import { STATUS_LINE_KINDS, statusLineKind } from '../../../server/src/engine/formats/status-block/kinds';
import { SCENARIOS } from '../../generator/scenarios';
import { columnOf, glossary, modelOf } from './support';

const FRONT = 'Jan 21 12:15:22 edge-vm-3 zpa-connector-child[4055]: ';

/** Lines of every generation, those that the scenarios do not write. */
const LINES: readonly string[] = [
  '-------- Sitec Status:ID=217329048513151239:Name=pcc-1:Ver=25.47.0-PR-11524-207-g6641d39042:Mem(System|Process)=3%|1%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 65313704kB |51991068kB |0kB |0kB |1567792kB |281212kB :Disk (Avail|Total)=138.77GB|195.80GB:CPU(Util|Steal|Configured|Avail)=1%|0%|16|16:Uptime=3M:6S --------',
  'Public Broker config connection, state fohh_connection_connected, [10.10.10.59]:41452;broker-co2br2b.pdx2.dev.zpath.net:[192.0.2.105]:443;1 uptime 3M:4S, RTT (tcp|app): 34667|13269 us, disconnect_duration_s 0, tx_b 7196, rx_b 8173',
  'RPC Messages, RX: BrkRq[Dsp 31812 UBrk 66864 PBrk 0], BindAck 98630, TagPause 5186 TagResume 5164 TX|TX_DROP: BindReq 98642|0, HealthRp 40659|21, AppRtReq[Dsp 3|0, Pbrk 4|1]',
  'RPC Messages: BrkRq = 0, BrkRqAck = 0|0, BindReq = 0|0, BindReqAck = 0',
  'Mtunnels(all|health-report-based|no-health-report-based), total 1234567|1234567|12, to broker 1234567|1234567|12, to private broker 0|0|0, unbound/errored 1234, current active 1234|1234|0, peak active 2345 at cloud time 1234567890123456 us, peak in mem 1234, total mtunnel alloc 1234567, total mtunnel free 1234567 types(tcp|udp|icmp|mtls|de|tcp_de|udp_de) 1234567|1234567|12|0|0|0|0 , reaped 0, waf inspection status (http|httpDE|https|httpsDE|none) 0|0|0|0|0, pipeline status 0|0|0|0, websocket stats (upgrade|inspection) 0|0, mtr(create|delete) tcp 0|0 icmp 0|0 udp 0|0',
  'File descriptors(max|in-use): System 9223372036854775807|2752, Process 102400|465',
  'Control connection state: fohh_connection_connected, local:[10.0.10.30]:53040',
];

/** Status lines of the scenarios, one of each shape. */
function scenarioLines(): string[] {
  const shapes = new Map<string, string>();
  for (const text of SCENARIOS.flatMap((scenario) => [...scenario.bundle(5).values()])) {
    for (const line of text.split('\n')) {
      const start = messageOffset(line);
      if (statusLineKind(line, start, line.length) === null) continue;
      const message = line.slice(start);
      shapes.set(message.replaceAll(/\d+/gu, '0'), message);
    }
  }
  return [...shapes.values()];
}

/** Places of a line that stand between bars or slashes, with no hover of their own. */
function silentPlaces(message: string): string[] {
  const model = modelOf(FRONT + message);
  const silent: string[] = [];
  for (const list of message.matchAll(/[\w.%-]{1,60}(?: ?[|/][\w.%-]{1,60}){1,12}/gu)) {
    for (const part of list[0].matchAll(/[\w.%-]{1,60}/gu)) {
      const column = FRONT.length + list.index + part.index;
      const hover = hoverAt(model, glossary, 0, column);
      if (hover === null || hover.startColumn === FRONT.length) silent.push(`${part[0]} in ${list[0]} of ${message}`);
    }
  }
  return silent;
}

function hover(text: string, line: number, words: string): string {
  const model = modelOf(text);
  const markdown = hoverAt(model, glossary, line, columnOf(model, line, words))?.markdown ?? '';
  return markdown.replace(/\\(?=[\\`*_{}[\]()#+\-.!|<>~])/gu, '');
}

describe('hovers on names between bars and slashes', () => {
  const lines = [...LINES, ...scenarioLines()];

  it('are looked for in lines of every kind', () => {
    const kinds = new Set(lines.map((line) => statusLineKind(line, 0, line.length)));
    assert.deepEqual(
      STATUS_LINE_KINDS.filter((kind) => !kinds.has(kind)),
      [],
    );
  });

  for (const line of LINES) {
    it(`are on every name: ${line.slice(0, 50)}`, () => {
      const silent = silentPlaces(line).filter((place) => !place.endsWith(' in us'));
      assert.deepEqual(silent, []);
    });
  }

  it('are on every name where a line has its time only', () => {
    const words = [
      ...LINES,
      'Time skew: local time lags cloud time by 0.001620s',
      'System Sockets: Created 208 TCP4 in-use 46',
    ];
    for (const line of words) {
      const timed = `2025-08-28T20:03:32.914554 ${line}`;
      assert.equal(messageOffset(timed), timed.length - line.length, line);
    }
    const kernel = '2025-08-28T20:03:32.914554 edge-vm-3 kernel: eth0: link up';
    assert.equal(kernel.slice(messageOffset(kernel)), 'eth0: link up');
  });

  it('are on every name of the scenarios', () => {
    assert.deepEqual([...new Set(lines.flatMap(silentPlaces))], []);
  });

  it('tell the value of the name', () => {
    const [header = '', , rpc = '', , tunnels = '', descriptors = '', control = ''] = LINES;
    assert.match(hover(FRONT + header, 0, 'Steal'), /hypervisor withheld[\s\S]*`0%`/u);
    assert.match(hover(FRONT + header, 0, 'CPU('), /\*\*CPU\*\*: Processors/u);
    assert.match(hover(FRONT + rpc, 0, 'TX|TX_DROP'), /\*\*TX\*\*: Messages sent/u);
    assert.match(hover(FRONT + rpc, 0, 'TX_DROP'), /dropped because/u);
    assert.match(hover(FRONT + tunnels, 0, 'all|health'), /Microtunnels since start: all[\s\S]*`1234567`/u);
    assert.match(hover(FRONT + tunnels, 0, 'icmp|mtls'), /ICMP/u);
    assert.match(hover(FRONT + descriptors, 0, 'in-use'), /`2752`/u);
    assert.match(hover(FRONT + control, 0, '53040'), /Own port of the connection/u);
  });
});

const VERBOSE = [
  'Thu 2021-01-21 10:55:20.000000 UTC [s=b1ce30c1396b4bb9b93ed102de1f3964;i=1;b=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;m=2faf080;t=5b966e8609600;x=8a5e4e974e13cea8]',
  '    _HOSTNAME=edge-vm-3',
  '    PRIORITY=6',
  '    SYSLOG_IDENTIFIER=zpa-connector',
  '    _PID=1054',
  '    _SYSTEMD_UNIT=zpa-connector.service',
  '    MESSAGE=Checking Enrollment',
  'Thu 2021-01-21 10:56:20.000000 UTC [s=b1ce30c1396b4bb9b93ed102de1f3964;i=2;b=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa;m=2faf081;t=5b966e8609601;x=8a5e4e974e13cea9]',
  '    SYSLOG_IDENTIFIER=zpa-connector',
  '    _PID=1054',
  '    MESSAGE=memory_arena_count=14',
].join('\n');
const JSON_LINE =
  '{"__REALTIME_TIMESTAMP":"1611226520000000","__MONOTONIC_TIMESTAMP":"110000000","_PID":"3276","PRIORITY":"6","_HOSTNAME":"edge \\"vm\\" 3","_UID":0,"SYSLOG_IDENTIFIER":"zpa-connector-child","MESSAGE":"Time skew: - 0.012783s"}';

describe('hovers on journal records', () => {
  it('tell each field of -o verbose', () => {
    for (const [line, name] of ['_HOSTNAME', 'PRIORITY', 'SYSLOG_IDENTIFIER', '_PID', '_SYSTEMD_UNIT'].entries()) {
      assert.match(hover(VERBOSE, line + 1, name), new RegExp(`\\*\\*${name}\\*\\*: `, 'u'));
    }
    assert.match(hover(VERBOSE, 6, 'MESSAGE'), /Text of the log line/u);
    assert.match(hover(VERBOSE, 6, 'Enrollment'), /^(?!.*Text of the log line)./su);
  });

  it('tell the time of the head of -o verbose', () => {
    assert.match(hover(VERBOSE, 7, '10:56'), /2021-01-21 10:56:20Z?\*\*[\s\S]*1 min after the line before/u);
    assert.equal(hover(VERBOSE, 7, '[s='), '');
  });

  it('decode the fields of -o json, and leave the message to its own', () => {
    assert.match(hover(JSON_LINE, 0, '1611226520000000'), /2021-01-21 10:55:20 UTC/u);
    assert.match(hover(JSON_LINE, 0, '__REALTIME'), /When journald took the line/u);
    assert.match(hover(JSON_LINE, 0, '110000000'), /1 min 50 s/u);
    assert.match(hover(JSON_LINE, 0, '3276'), /Process that wrote the line/u);
    assert.match(hover(JSON_LINE, 0, 'vm'), /Name of the host/u);
    assert.match(hover(JSON_LINE, 0, ':0,'), /User or group/u);
    assert.match(hover(JSON_LINE, 0, '0.012783s'), /behind the cloud/u);
  });

  it('tell the time behind what a container’s tool prints', () => {
    const line =
      '[pod/zpa-ac-0/zpa-connector] 2026-01-20T08:16:03.250118422Z Broker data connection count = 4, backed_off connections = 2';
    assert.match(hover(line, 0, '08:16'), /2026-01-20 08:16:03/u);
    const file = JSON.stringify({
      log: 'Checking Enrollment\n',
      stream: 'stderr',
      time: '2026-01-20T08:16:03.250118422Z',
    });
    assert.match(hover(file, 0, '08:16'), /2026-01-20 08:16:03/u);
  });
});
