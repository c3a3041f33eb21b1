import assert from 'node:assert/strict';
import { readRows } from './read-back';
import type { ReadRow } from './read-back';
import { failedConnector } from './scenarios/failed-connector';
import { memoryLeak } from './scenarios/memory-leak';

const MEGABYTE = 1_048_576;

/** Bytes out of one allocator, sample by sample. */
function series(rows: readonly ReadRow[], name: string): number[] {
  return rows.filter((row) => row.name === name && row.each !== null).map(({ out }) => out[1]);
}

/** Share of the steps in which a series grows. */
function growing(values: readonly number[]): number {
  const steps = values.slice(1).filter((value, index) => value > (values[index] ?? 0)).length;
  return steps / (values.length - 1);
}

describe('generated memory dumps', () => {
  const bundle = failedConnector.bundle(4);
  const status = readRows(bundle.get('memory-status.txt') ?? '');
  const argo = readRows(bundle.get('memory-argo.txt') ?? '');
  const report = readRows(bundle.get('memory_report.txt') ?? '');
  const leaking = readRows(memoryLeak.bundle(4).get('memory_report.txt') ?? '');

  it('list every allocator and every object', () => {
    assert.equal(status.length, 38);
    assert.equal(argo.length, 327);
    assert.equal(report.length, 20 * (38 + 327));
  });

  it('keep the books: out = alloc - free - drain, and megabytes of 2^20', () => {
    for (const { name, alloc, free, drain, out, mb } of [...status, ...argo, ...report, ...leaking]) {
      assert.equal(out[0], alloc[0] - free[0] - drain[0], name);
      assert.equal(out[1], alloc[1] - free[1] - drain[1], name);
      assert.equal(mb, (out[1] / MEGABYTE).toFixed(3), name);
    }
  });

  it('take the overhead from the allocations that are out', () => {
    for (const { name, out, overhead, each } of status) {
      if (each !== null) assert.equal(overhead, ((out[0] * each) / MEGABYTE).toFixed(3), name);
    }
  });

  it('add up to the total and the dump’s own buffer', () => {
    const total = status[status.length - 1];
    assert.ok(total?.name === 'Total' && total.each === null);
    const rest = status.slice(0, -1);
    assert.equal(total.alloc[0], rest.reduce((sum, row) => sum + row.alloc[0], 0) + 1);
    assert.equal(total.alloc[1], rest.reduce((sum, row) => sum + row.alloc[1], 0) + 1024);
    assert.equal(total.out[1], rest.reduce((sum, row) => sum + row.out[1], 0) + 1024);
  });

  it('hold no allocator that has most of a healthy process', () => {
    const total = status[status.length - 1]?.out[1] ?? 0;
    for (const { name, out } of status.slice(0, -1)) assert.ok(out[1] < total * 0.4, name);
  });

  it('grow in no allocator of a healthy report', () => {
    for (const name of new Set(status.slice(0, -1).map((row) => row.name))) {
      assert.ok(growing(series(report, name)) < 0.8, name);
    }
  });

  it('grow in each sample of the allocator that leaks, and in no other', () => {
    const names = new Set(leaking.filter((row) => row.each !== null).map((row) => row.name));
    const found = [...names].filter((name) => growing(series(leaking, name)) >= 0.8);
    assert.deepEqual(found, ['wally']);
    const leaked = series(leaking, 'wally');
    assert.equal(leaked.length, 45);
    const hourly = (((leaked[44] ?? 0) - (leaked[0] ?? 0)) / 44) * 60;
    assert.ok(Math.abs(hourly / 25_200_000 - 1) < 0.01, String(hourly));
  });

  it('never give back what was counted: alloc and free only grow', () => {
    const last = new Map<string, ReadRow>();
    for (const row of report) {
      const key = `${row.name} ${String(row.overhead === null)}`;
      const before = last.get(key);
      assert.ok(before === undefined || (row.alloc[1] >= before.alloc[1] && row.free[1] >= before.free[1]), row.name);
      last.set(key, row);
    }
  });
});
