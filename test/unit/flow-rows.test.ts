/** Rows of flow control: kept within bounds, whatever the journal's length. */
import assert from 'node:assert/strict';
import { FlowControlCollector } from '../../server/src/engine/formats/fohh-connection/series';

function row(connection: number, rx: number): string {
  const port = String(30_000 + connection);
  return `* FC f_conn [10.20.4.17]:${port};broker1a.fra4.prod.zpath.net:[203.0.113.61]:443:fohh_connection_connected, rx = ${String(rx)}, tx_drop = 0`;
}

describe('rows of flow control', () => {
  it('are thinned where the older ones stand, the longest connection first', () => {
    const collector = new FlowControlCollector();
    let line = 0;
    const add = (connection: number, rx: number): void => {
      const text = row(connection, rx);
      collector.add(0, text, 0, text.length, line, line * 60_000);
      line += 1;
    };
    for (let rx = 0; rx < 21_000; rx += 1)
      for (let connection = 0; connection < 6; connection += 1) add(connection, rx);
    for (let rx = 0; rx < 50; rx += 1) add(6, rx);
    const { series } = collector;
    const kept = series.reduce((sum, { times }) => sum + times.length, 0);
    assert.ok(kept <= 100_000 && kept > 70_000, String(kept));
    for (const { times, lines, states, counters } of series) {
      const rx = counters.get('rx') ?? [];
      assert.deepEqual([lines.length, states.length, rx.length], [times.length, times.length, times.length]);
      assert.equal(rx[0], 0, 'the first row stays');
      assert.deepEqual(
        rx,
        [...rx].sort((a, b) => a - b),
      );
    }
    assert.equal(series[0]?.counters.get('rx')?.at(-1), 20_999);
    assert.equal(series[6]?.times.length, 50, 'a short connection is not thinned');
  }).timeout(20_000);

  it('of connections beyond the limit are known and passed over', () => {
    const collector = new FlowControlCollector();
    for (let connection = 0; connection < 20_005; connection += 1) {
      const text = row(connection, 1);
      collector.add(0, text, 0, text.length, connection, Number.NaN);
    }
    assert.equal(collector.series.length, 20_000);
    assert.ok(collector.recent !== null, 'the next row of it is skimmed');
    assert.equal(collector.recent.keep(20_006, Number.NaN), false);
    assert.equal(collector.series.length, 20_000);
  }).timeout(20_000);
});
