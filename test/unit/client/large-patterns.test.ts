import assert from 'node:assert/strict';
import { marksOf } from '../../../client/src/common/large/patterns';

function marks(line: string): readonly string[] {
  return [...marksOf(line)]
    .sort((a, b) => a.start - b.start)
    .map(({ kind, start, end }) => `${kind} ${line.slice(start, end)}`);
}

describe('colours of large documents', () => {
  it('mark time, process, states, brokers and addresses', () => {
    assert.deepEqual(
      marks(
        'Mar 17 09:14:45 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_disconnected, [10.20.4.17]:45657;broker5a.fra4.prod.zpath.net:[203.0.113.61]:443;5 failed',
      ),
      [
        'time Mar 17 09:14:45',
        'process zpa-connector-child[3276]',
        'bad fohh_connection_disconnected',
        'address 10.20.4.17]:45657',
        'broker broker5a.fra4.prod.zpath.net',
        'address 203.0.113.61]:443',
        'bad failed',
      ],
    );
  });

  it('mark drops only where something was dropped', () => {
    assert.deepEqual(
      marks('x tx_drop = 0, tx_drop = 12, BindReq 753|0, AppRtReq 13241|4, System 9223372036854775807|2716, '),
      ['drop tx_drop = 12', 'drop 13241|4'],
    );
  });

  it('take ISO times and leave connected states alone', () => {
    assert.deepEqual(marks('2026-03-17T09:14:45+0000 h zpa-connector[1]: state fohh_connection_connected'), [
      'time 2026-03-17T09:14:45+0000',
      'process zpa-connector[1]',
    ]);
  });

  it('are quick on long lines', () => {
    const started = Date.now();
    for (const unit of ['a', '1|1', '.', 'broker.', 'A_', '1.1.', '[']) marksOf(unit.repeat(500_000));
    assert.ok(Date.now() - started < 2_000);
  });
});
