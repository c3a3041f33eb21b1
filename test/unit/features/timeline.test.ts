import assert from 'node:assert/strict';
import type { Sample } from '../../../server/src/engine/features/timeline/series';
import { thin } from '../../../server/src/engine/features/timeline/thin';
import { timeline } from '../../../server/src/engine/features/timeline';
import type { TimelineData } from '../../../server/src/engine/features/timeline';
import { formats } from '../../../server/src/engine/formats/generated';
import { TextLookup } from '../../../server/src/engine/bundle/text-lookup';
import { buildReport } from '../../../server/src/engine/report/build';
import { Triage } from '../../../server/src/engine/triage';
import { catalogue } from '../../../server/src/knowledge/generated/catalogue';

const HEAD = 'con-1 zpa-connector-child[7]:';

function block(minute: number, state: string, toBroker: number): string {
  const at = `2026-03-17T09:${String(minute).padStart(2, '0')}:00+0000`;
  return [
    '-------- Connector Status:ID=216196257331371034:Name=One:Ver=25.47.1:Mem(System|Process)=16%|5%:CPU(Util|Steal|Configured|Avail)=21%|0%|4|4:Uptime=43S --------',
    `Broker control connection, state fohh_connection_${state}, [10.20.4.17]:45657;broker1.fra4.prod.zpath.net:[203.0.113.61]:443;5 uptime 39S, RTT (tcp|app): 9000|3000 us, disconnect_duration_s 0, tx_b 47659, rx_b 24313`,
    `Data Transfer: Total ToBroker = ${String(toBroker)} bytes, Total FromBroker = 10 bytes`,
  ]
    .map((message) => `${at} ${HEAD} ${message}`)
    .join('\n');
}

async function timelineOf(text: string): Promise<TimelineData> {
  const ports = {
    createDecoder: () => {
      throw new Error('texts only');
    },
    clock: () => Date.UTC(2026, 10, 1),
  };
  const engine = new Triage(catalogue, formats, ports);
  engine.addText('journal.txt', text);
  const facts = engine.facts();
  const report = await buildReport({
    version: '1',
    catalogue,
    formats,
    facts,
    evaluation: engine.evaluate(facts),
    lookup: new TextLookup([text]),
  });
  return timeline(facts, report);
}

describe('the timeline', () => {
  it('has a lane with states, figures and marks', async () => {
    const minutes = Array.from({ length: 12 }, (_, minute) =>
      block(minute, minute < 6 ? 'connected' : 'backoff', 6_000 * minute),
    );
    const { lanes, marks, startMs, endMs } = await timelineOf(`${minutes.join('\n')}\n`);
    const [lane] = lanes;
    assert.equal(lane?.title, 'One');
    assert.deepEqual(
      lane.spans.map((span) => [span.tone, span.line]),
      [
        ['good', 2],
        ['bad', 20],
      ],
    );
    const throughput = lane.charts.find((chart) => chart.id === 'throughput');
    assert.equal(throughput?.series[0]?.values[1], 100);
    const rtt = lane.charts.find((chart) => chart.id === 'rtt');
    assert.deepEqual(rtt?.series[0]?.values.slice(0, 8), [9, 9, 9, 9, 9, 9, null, null]);
    assert.deepEqual(rtt.places[1], [0, 4]);
    assert.equal(startMs, Date.UTC(2026, 2, 17, 9));
    assert.equal(endMs, Date.UTC(2026, 2, 17, 9, 11));
    assert.ok(marks.every((mark) => mark.lane === lane.id && mark.startMs >= startMs));
    assert.ok(marks.some((mark) => mark.ruleId === 'tunnel/control-disconnected'));
  });

  it('is empty where nothing has a time', async () => {
    const { lanes, marks } = await timelineOf('nothing of ours\n');
    assert.deepEqual([lanes, marks], [[], []]);
  });
});

describe('thinning', () => {
  const samples = Array.from(
    { length: 10_000 },
    (_, index): Sample => ({ timeMs: index, artifact: 0, line: index, values: [index === 5_003 ? 99 : 1, null] }),
  );

  it('keeps the ends and every peak', () => {
    const kept = thin(samples, 200);
    assert.ok(kept.length <= 200, String(kept.length));
    assert.ok(kept.some((one) => one.values[0] === 99));
    assert.equal(kept[0]?.timeMs, 0);
    assert.equal(kept.at(-1)?.timeMs, 9_999);
  });

  it('leaves few samples as they are', () => {
    assert.equal(thin(samples.slice(0, 10), 200).length, 10);
  });
});
