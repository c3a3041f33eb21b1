import { text } from '../text';
import type { RowFigures } from './ledger';

/** Bookkeeping bytes of one allocation, as the dump shows them in brackets; the resolver has none. */
const EACH = 32;
/** The dump counts its own buffer, in the total only. */
const OWN_BUFFER = 1024;
const MEGABYTE = 1_048_576;

/** `/memory/status`: one line an allocator, then the total. */
export function statusDump(rows: readonly RowFigures[]): string[] {
  let allOut = 0;
  let overheadBytes = 0;
  const lines = rows.map((row) => {
    const each = row.name === 'dns' ? 0 : EACH;
    overheadBytes += row.outCount * each;
    allOut += row.outBytes;
    return text`${statusColumns(row)} Overhead: ${mb(row.outCount * each)}mb (${each})`;
  });
  const sum = (pick: (row: RowFigures) => number): number => rows.reduce((total, row) => total + pick(row), 0);
  const total: RowFigures = {
    name: 'Total',
    allocCount: sum((row) => row.allocCount) + 1,
    allocBytes: sum((row) => row.allocBytes) + OWN_BUFFER,
    freeCount: sum((row) => row.freeCount),
    freeBytes: sum((row) => row.freeBytes),
    drainCount: sum((row) => row.drainCount),
    drainBytes: sum((row) => row.drainBytes),
    outCount: sum((row) => row.outCount) + 1,
    outBytes: allOut + OWN_BUFFER,
  };
  return [...lines, `${statusColumns(total)} Overhead: ${mb(overheadBytes + EACH)}mb`];
}

/** `/memory/argo`: one line an object, no drain, no overhead, no total. */
export function argoDump(rows: readonly RowFigures[]): string[] {
  return rows.map(
    (row) =>
      text`${row.name}: Alloc: ${row.allocCount} ${row.allocBytes}, Free: ${row.freeCount} ${row.freeBytes}, ` +
      text`Out: ${row.outCount} ${row.outBytes} ${mb(row.outBytes)}mb`,
  );
}

function statusColumns(row: RowFigures): string {
  return (
    text`${row.name}: Alloc: ${row.allocCount} ${row.allocBytes}, Free: ${row.freeCount} ${row.freeBytes}, ` +
    text`Drain: ${row.drainCount} ${row.drainBytes}, Out: ${row.outCount} ${row.outBytes} ${mb(row.outBytes)}mb`
  );
}

function mb(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(3);
}
