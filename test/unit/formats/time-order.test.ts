import assert from 'node:assert/strict';
import { EntryOrder } from '../../../server/src/engine/formats/journal/newest-first';
import { TimeOrder } from '../../../server/src/engine/formats/journal/time-order';

/** What is handed on of entries with these times, and how many were held at most. */
function order(
  times: readonly number[],
  mostHeld = 1_000,
): { readonly handed: readonly number[]; readonly held: number; readonly isNewestFirst: boolean } {
  const handed: number[] = [];
  const found = new TimeOrder<number>(mostHeld, (time) => handed.push(time));
  let held = 0;
  for (const [index, time] of times.entries()) {
    found.add(time, time);
    held = Math.max(held, index + 1 - handed.length);
  }
  found.finish();
  return { handed, held, isNewestFirst: found.isNewestFirst };
}

describe('the order of entries', () => {
  it('is decided by the first step forward', () => {
    const { handed, held, isNewestFirst } = order([5, 5, 6, 4, 3, 2, 1]);
    assert.deepEqual([handed, held, isNewestFirst], [[5, 5, 6, 4, 3, 2, 1], 2, false]);
  });

  it('is newest first after three steps back, with none forward', () => {
    assert.deepEqual(order([9, 9, 7, Number.NaN, 5, 4]).handed, [4, 5, Number.NaN, 7, 9, 9]);
    // A clock that was set once or twice is no order.
    assert.deepEqual(order([9, 8, 7]).handed, [9, 8, 7]);
  });

  it('is newest first where two such journals were joined', () => {
    const times = Array.from({ length: 12 }, (_, index) => 12 - index);
    assert.deepEqual(order([...times, ...times]).handed, [...times, ...times].reverse());
    assert.equal(order([...times.slice(0, 4), ...times.slice(0, 4)]).isNewestFirst, false);
  });

  it('does not wait for ever where no time moves', () => {
    const { held, isNewestFirst } = order(Array.from({ length: 500 }, () => 7));
    assert.deepEqual([held, isNewestFirst], [63, false]);
  });

  it('turns a journal that is too long round in pieces', () => {
    const times = Array.from({ length: 200 }, (_, index) => 200 - index);
    const { handed, held } = order(times, 100);
    assert.equal(held, 99);
    assert.deepEqual([handed[0], handed[99], handed[100], handed[199]], [101, 200, 1, 100]);
  });

  it('keeps the lines of an entry together', () => {
    const read: string[] = [];
    const entries = new EntryOrder(({ lines }) => read.push(lines.map(({ text }) => text).join('+')));
    entries.continue('before', 0);
    for (const [index, name] of ['d', 'c', 'b', 'a'].entries()) {
      entries.add(name, 2 * index + 1, 4 - index);
      entries.continue(`${name}2`, 2 * index + 2);
    }
    assert.equal(entries.isWaiting, true);
    entries.finish();
    assert.deepEqual(read, ['a+a2', 'b+b2', 'c+c2', 'd+d2', 'before']);
    assert.equal(entries.isNewestFirst, true);
  });
});
