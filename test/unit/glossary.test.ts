import assert from 'node:assert/strict';
import { createGlossary } from '../../server/src/engine/features/glossary';
import { formats } from '../../server/src/engine/formats/generated';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';

const glossary = createGlossary(catalogue);
const CATCH_ALL = /^\w+\.\*$/u;

const child = 'Jan 21 12:15:22 edge-vm-3 zpa-connector-child[4055]: ';
const CONNECTION =
  '[10.1.81.40]:44422;broker5a.bom5.prod.zpath.net:[192.0.2.217]:443;4 uptime 2D:5H:27M:26S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0, tx_b 7196, rx_b 8173';

/** Lines of every generation, with invented hosts, by format. */
const SAMPLES: Readonly<Record<string, readonly string[]>> = {
  journal: [
    '-------- Connector Status:ID=72060411536474191:Name=edge key-1:Ver=18.87.1 --------',
    '-------- Connector Status:ID=217329048513151239:Name=edge-1:Ver=25.47.0-PR-1-g6641d39042:Mem(System|Process)=3%|1%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= 65313704kB |51991068kB |0kB |0kB |1567792kB |281212kB :Disk (Avail|Total)=138.77GB|195.80GB:CPU(Util|Steal|Configured|Avail)=1%|0%|16|16:Uptime=3M:6S --------',
    '-------- Connector thread CPU usage: zthread=0% fohh_thread_0=0% statistics_log=2%',
    'Certificate will expire in 227 days, 21 hours, 26 minutes, 13 seconds',
    'Control connection state: fohh_connection_connected, [10.32.112.100]:42098;broker1b.sjc8.prod.zpath.net:[192.0.2.165]:443',
    `Broker control connection, state fohh_connection_connected, ${CONNECTION}`,
    ...['config', 'config override', 'control', 'stats', 'event log'].map(
      (channel) => `Public Broker ${channel} connection, state fohh_connection_connected, ${CONNECTION}`,
    ),
    'Public Broker static wally config connection - NONE',
    'Log(event_log) connection, state fohh_connection_connected, [10.204.5.5]:41131;broker1b.was2.prod.zpath.net:[192.0.2.137]:443;1 uptime , RTT (tcp|app): 0|0 us, tx_b 75698, rx_b 2480',
    'RPC Messages: BrkRq = 2447339, BrkRqAck = 954, BindReq = 2446446, BindReqAck = 2446346, AppRtDisc = 248816, AppRtReq = 15477198, DsnAstChk = 119426',
    'RPC Messages: BrkRq = 0, BrkRqAck = 0|0, BindReq = 0|0, BindReqAck = 0',
    'RPC Messages, RX: BrkRq[Dsp 31812 UBrk 66864 PBrk 0], BindAck 98630, AppRtDisc 6811, DnsChk[Dsp 97 Pbrk 0], MtunnelEnd 162500 TagPause 5186 TagResume 5164 WinUpdate 1018398 Control Redirect 4 Config Redirect 3 Stats Redirect 1 Log redirect 0 Override redirect 4 TX|TX_DROP: BrkRqAck[Dsp 34|0, UBrk 6|0, Pbrk 0|0], BindReq 98642|0, AppRtReq 883802|0, HealthRp 40659|21 DnsChk[Dsp 97|0 PBrk 0|0 NoR 0], ComprehensiveStats 130|0',
    'Broker data connection count = 55, backed_off connections = 0',
    'Data Transfer: Total ToBroker = 92785793639 bytes, Total FromBroker = 42238684512 bytes',
    'Mtunnels: Total Created = 2447339, Total Freed = 2447203, Current Active = 136, Alloc = 887, Free_q_cnt = 751',
    'Mtunnels(all|health-report-based|no-health-report-based), total 1234567|1234567|12, to broker 1234567|1234567|12, to private broker 0|0|0, unbound/errored 1234, current active 1234|1234|0, peak active 2345 at cloud time 1234567890123456 us, peak in mem 1234, total mtunnel alloc 1234567, total mtunnel free 1234567 types(tcp|udp|icmp|mtls|de|tcp_de|udp_de) 1234567|1234567|12|0|0|0|0 , reaped 0, waf inspection status (http|httpDE|https|httpsDE|none) 0|0|0|0|0, adp inspection status (ldap|ldapDE|smb|smbDE|krb|krbDE) 0|0|0|0|0|0, auto inspection status (auto|auto_de|auto_tls|auto_tls_de|ptag|ptag_de) 0|0|0|0|0|0, active inspection status (http|https|ldap|smb|krb|auto|auto_tls|ptag) 0|0|0|0|0|0|0|0, pipeline status 0|0|0|0, websocket stats (upgrade|inspection) 0|0, api traffic stats (detection|inspection) 0|0, mtr(create|delete) tcp 0|0 icmp 0|0 udp 0|0',
    'Registered apps count = 33, alive app = 33, passive_health = 33, service_count = 85, target_count = 104, alive_target = 74, aged_target = 0',
    'Registered apps count 1, alive apps 1, apps with on-access health 1, service count 0, target count 3466, target alive 3466',
    'Time skew: - 0.012783s',
    'Time skew: local time lags cloud time by 0.001620s',
    'fproxy conn stats (disabled) alloc: 0, free queue: 0, num active conn: 0, total conn: 0, rx bytes: 0, tx bytes: 0',
    'File descriptors(max|in-use): System 9223372036854775807|2752, Process 102400|465',
    'System Sockets: Created 208 TCP4 in-use 46, TCP4 time-wait 63, UDP4 in-use 4, TCP6 in-use 4, UDP6 in-use 3, Ports available per interface 28232, IPv4 interfaces 2, IPv6 interfaces 3',
    '* FC f_conn [10.204.5.5]:41236;broker1b.was2.prod.zpath.net:[192.0.2.137]:443:fohh_connection_connected, rx = 195538, peer_tx = 195538, tx = 855420, tx_drop = 0, tx_limit = 34409852, tx_limit_update = 1559057907248724, r_rx = 855420, r_tx_limit = 33749970, tx_wnd_update = 1559057907248724, rx_wnd_update = 1559057881252092, tx_blocked = 0, enq = 855420, deq = 855420',
  ].map((message) => child + message),
  'memory-status': [
    'fohh: Alloc: 106113 10592532, Free: 103662 4137665, Drain: 0 0, Out: 2451 6454867 6.156mb Overhead: 0.075mb (32)',
    'Total: Alloc: 886663 11362141688, Free: 821453 11340014254, Drain: 0 0, Out: 65210 22127434 21.102mb Overhead: 1.982mb',
  ],
  'memory-argo': [
    'zpn_broker_request: Alloc: 7 623, Free: 7 623, Out: 0 0 0.000mb',
    'zpn_zdx_mtr_stats: Alloc: 7 623, Free: 7 623, Out: 0 0 0.000mb',
  ],
  'provision-key': ['3|api.private.zscaler.com|' + 'Qm9ndXM0'.repeat(48) + '-217329048513151'],
};

describe('glossary', () => {
  for (const format of formats) {
    const samples = SAMPLES[format.id];
    if (format.fields === undefined || samples === undefined) continue;
    for (const line of samples) {
      it(`names every value of ${format.id}: ${line.slice(child.length, child.length + 40)}`, () => {
        const tokens = format.fields?.(line) ?? [];
        assert.notEqual(tokens.length, 0, 'the sample has values');
        for (const { name } of tokens) {
          const field = glossary.fieldOf(name, format.id);
          assert.ok(field, `no entry for ${name}`);
          if (!name.startsWith('threads.'))
            assert.ok(!CATCH_ALL.test(field.names[0] ?? ''), `${name} only has a catch-all`);
          assert.ok(field.formats.includes(format.id), `${name} is said not to be in ${format.id}`);
        }
      });
    }
  }

  it('prefers the exact name, then the longest pattern, then the entry of the format', () => {
    assert.deepEqual(glossary.fieldOf('threads.fohh_thread_12', 'journal')?.names, ['threads.fohh_thread_*']);
    assert.deepEqual(glossary.fieldOf('threads.zthread', 'journal')?.names, ['threads.*']);
    assert.equal(glossary.fieldOf('object.zpn_mtunnel_bind', 'memory-argo')?.title, 'zpn_mtunnel_bind');
    assert.equal(glossary.fieldOf('object.zpn_event_of_tomorrow', 'memory-argo')?.title, 'Portal events');
    assert.equal(glossary.fieldOf('nowhere.nothing', 'journal'), null);
    const base = {
      labels: [],
      title: 'x',
      unit: 'count',
      meaning: 'x',
      source: { kind: 'inferred', from: 'x' },
    } as const;
    const small = createGlossary({
      constants: [],
      fields: [
        { ...base, names: ['a.b'], formats: ['one'], title: 'first' },
        { ...base, names: ['a.b'], formats: ['two'], title: 'second' },
      ],
    });
    assert.equal(small.fieldOf('a.b', 'two')?.title, 'second');
    assert.equal(small.fieldOf('a.b', 'three')?.title, 'first');
  });

  it('explains names as people write them', () => {
    const first = (query: string): string | undefined => glossary.explain(query).fields[0]?.names[0];
    assert.equal(first('tx_drop'), 'f_conn.tx_drop');
    assert.equal(first('BRKRQ'), 'rpc.BrkRq');
    assert.equal(first('BindReqAck'), 'rpc.BindReqAck');
    assert.equal(first('Free_q_cnt'), 'mtunnels.Free_q_cnt');
    assert.equal(first('skew'), 'skew');
    assert.equal(first('Time skew'), 'skew');
    assert.equal(first('max_usage'), 'api.maxUsage');
    assert.equal(first('MemAvailable'), 'meminfo.MemAvailable');
    assert.equal(first('zpn_waf_of_tomorrow'), 'object.zpn_waf_*');
    assert.equal(glossary.explain('fohh_close_reason_redirect').constants[0]?.severity, 'good');
    assert.deepEqual(glossary.explain('  '), { fields: [], constants: [], similar: [] });
    const similar = glossary.explain('CLOSE_REASON_SOCKET');
    assert.deepEqual(similar.fields, []);
    assert.deepEqual(similar.similar, ['FOHH_CLOSE_REASON_SOCKET_ERR', 'FOHH_CLOSE_REASON_SOCKET_CLOSE']);
    assert.deepEqual(glossary.explain('xyzzy').similar, []);
  });

  it('finds constants by exact name and leaves words of sentences alone', () => {
    assert.equal(glossary.constant('ZPN_STATUS_AUTHENTICATED')?.severity, 'good');
    assert.equal(glossary.constant('BEV_EVENT_ERROR')?.group, 'event-flag');
    assert.equal(glossary.constant('failed'), null);
    assert.equal(glossary.constant('was'), null);
  });

  it('decodes broker names', () => {
    assert.deepEqual(glossary.brokerName('broker5a.bom5.prod.zpath.net'), {
      role: 'public-service-edge',
      title: 'Public Service Edge (broker)',
      number: '5a',
      dataCentre: 'bom5',
      city: 'Mumbai',
      cloud: 'prod.zpath.net',
    });
    const brief = (name: string): unknown[] => {
      const found = glossary.brokerName(name);
      return found === null ? [] : [found.role, found.number, found.dataCentre, found.city, found.cloud];
    };
    const edge = 'public-service-edge';
    assert.deepEqual(brief('broker14-1.bom6.prod.zpath.net.'), [edge, '14-1', 'bom6', 'Mumbai', 'prod.zpath.net']);
    assert.deepEqual(brief('broker-co2br2b.pdx2.dev.zpath.net'), [
      edge,
      '2b',
      'pdx2',
      'Portland, Oregon',
      'dev.zpath.net',
    ]);
    assert.deepEqual(brief('broker1b.pdx2'), [edge, '1b', 'pdx2', 'Portland, Oregon', null]);
    assert.deepEqual(brief('broker3.xqz1.zpatwo.net'), [edge, '3', 'xqz1', null, 'zpatwo.net']);
    assert.deepEqual(brief('broker1c.syd4.prod.zpath.net...2.196]'), [edge, '1c', 'syd4', 'Sydney', 'prod.zpath.net']);
    assert.deepEqual(brief('sin4.co2br.gslb.prod.zpath.net'), [
      'bootstrap',
      null,
      'sin4',
      'Singapore',
      'prod.zpath.net',
    ]);
    assert.deepEqual(brief('co2br.prod.zpath.net'), ['bootstrap', null, null, null, 'prod.zpath.net']);
    assert.deepEqual(brief('216199427017146.pb.private.zscaler.com'), [
      'private-service-edge',
      '216199427017146',
      null,
      null,
      'private.zscaler.com',
    ]);
    for (const foreign of ['broker1.example.com', 'www.example.com', '', 'a.'.repeat(100_000)]) {
      assert.deepEqual(brief(foreign), []);
    }
  });
});

describe('glossary entries', () => {
  it('name each value once', () => {
    const seen = new Set<string>();
    for (const name of catalogue.fields.flatMap(({ names }) => names)) {
      assert.ok(!seen.has(name), `${name} is in two entries`);
      seen.add(name);
    }
    const constants = catalogue.constants.map(({ name }) => name);
    assert.deepEqual(
      constants.filter((name, index) => constants.indexOf(name) !== index),
      [],
    );
  });

  it('are complete, and say where they come from', () => {
    for (const field of catalogue.fields) {
      const name = field.names[0] ?? '';
      assert.ok(name !== '' && field.formats.length > 0 && field.title !== '' && field.meaning !== '', name);
      if (field.labels.length === 0) assert.ok(name.endsWith('*'), `${name} has no label`);
      for (const text of [field.title, field.meaning, field.healthy ?? 'x', field.change ?? 'x']) {
        assert.ok(text.trim() === text && text !== '', `${name}: "${text}"`);
      }
      if (field.source.kind === 'documented') assert.match(field.source.url ?? '', /^https:\/\//u, name);
    }
    for (const constant of catalogue.constants) {
      assert.ok(constant.name !== '' && constant.meaning !== '', constant.name);
      if (constant.source.kind === 'documented') assert.match(constant.source.url ?? '', /^https:\/\//u, constant.name);
    }
  });

  it('point only to entries that exist', () => {
    const names = new Set(catalogue.fields.flatMap((field) => field.names));
    for (const field of catalogue.fields) {
      for (const other of field.lookAt ?? []) assert.ok(names.has(other), `${field.names[0] ?? ''} points to ${other}`);
    }
  });

  it('never present RPC counters, allocators and objects as definitions of the vendor', () => {
    for (const field of catalogue.fields) {
      if (/^(?:rpc|allocator|object)\./u.test(field.names[0] ?? '')) assert.equal(field.source.kind, 'inferred');
    }
  });
});
