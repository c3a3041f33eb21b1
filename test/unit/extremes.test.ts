import assert from 'node:assert/strict';
import { largest, smallest, timeSpan } from '../../server/src/engine/basics/extremes';

describe('extremes of many values', () => {
  it('are found among more values than a function takes arguments', () => {
    const values = Array.from({ length: 500_000 }, (_, index) => (index * 7_919) % 500_000);
    assert.deepEqual([smallest(values), largest(values)], [0, 499_999]);
    assert.deepEqual(timeSpan(values), { firstMs: 0, lastMs: 499_999 });
  });

  it('of nothing are those of Math, and no time', () => {
    assert.deepEqual([smallest([]), largest([])], [Infinity, -Infinity]);
    assert.deepEqual(timeSpan([]), { firstMs: null, lastMs: null });
  });
});
