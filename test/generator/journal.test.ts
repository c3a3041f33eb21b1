import assert from 'node:assert/strict';
import { LongStory } from './large/long-story';
import { Random } from './random';
import { figure, figures, readJournal, secondsOf, uptimeSeconds } from './read-back';
import type { ReadLine } from './read-back';
import { SCENARIOS } from './scenarios/index';

const SEEDS = [1, 2, 3];

/** Pieces of the long journal: two days and a half, in all its forms. */
const PIECES = 30;

/** Every journal that carries a date, of every scenario and seed, and a stretch of the long one. */
function* journals(): Generator<readonly [where: string, lines: ReadLine[]]> {
  const story = new LongStory(new Random(1), 'short');
  const pieces = Array.from({ length: PIECES }, (_, index) => story.next(index / PIECES));
  yield ['the long journal', readJournal(pieces.join(''))];
  for (const { name, bundle } of SCENARIOS) {
    for (const seed of SEEDS) {
      for (const [path, content] of bundle(seed)) {
        const lines = readJournal(content);
        if (lines.length > 0 && path !== 'systemctl.txt') yield [`${name} ${String(seed)} ${path}`, lines];
      }
    }
  }
}

/** Messages of one kind by the process that wrote them. */
function byProcess(lines: readonly ReadLine[], begins: string): Map<number, ReadLine[]> {
  const found = new Map<number, ReadLine[]>();
  for (const line of lines) {
    if (!line.message.startsWith(begins)) continue;
    const mine = found.get(line.pid) ?? [];
    mine.push(line);
    found.set(line.pid, mine);
  }
  return found;
}

function assertNeverFalls(values: readonly number[], what: string): void {
  for (const [index, value] of values.entries()) {
    assert.ok(Number.isFinite(value), `${what} is no number`);
    assert.ok(index === 0 || value >= (values[index - 1] ?? 0), `${what} falls to ${String(value)}`);
  }
}

describe('generated journals', () => {
  const all = [...journals()];

  it('never go back in time', () => {
    for (const [where, lines] of all)
      assertNeverFalls(
        lines.map(({ stamp }) => secondsOf(stamp)),
        `${where}: time`,
      );
  });

  it('count the tunnels right, old form: created - freed = active = alloc - free queue', () => {
    let seen = 0;
    for (const [where, lines] of all) {
      for (const { message } of lines.filter((line) => line.message.startsWith('Mtunnels: '))) {
        seen += 1;
        const active = figure(message, 'Current Active = ');
        assert.equal(figure(message, 'Total Created = ') - figure(message, 'Total Freed = '), active, where);
        assert.equal(figure(message, 'Alloc = ') - figure(message, 'Free_q_cnt = '), active, where);
      }
    }
    assert.ok(seen > 100);
  });

  it('count the tunnels right, newer form: the parts add up', () => {
    let seen = 0;
    for (const [where, lines] of all) {
      for (const { message } of lines.filter((line) => line.message.startsWith('Mtunnels('))) {
        seen += 1;
        const [total = 0, reported = 0, unreported = 0] = figures(message, ' total ');
        const [active = 0, activeReported = 0, activeUnreported = 0] = figures(message, 'current active ');
        const types = figures(message, 'types(tcp|udp|icmp|mtls|de|tcp_de|udp_de) ');
        assert.equal(total, reported + unreported, where);
        assert.equal(active, activeReported + activeUnreported, where);
        assert.equal(
          total,
          types.reduce((sum, type) => sum + type, 0),
          where,
        );
        assert.equal(figure(message, 'mtunnel alloc ') - figure(message, 'mtunnel free '), active, where);
        assert.ok(figure(message, 'peak active ') >= active, where);
      }
    }
    assert.ok(seen > 100);
  });

  it('keep the laws between the RPC counters, old form', () => {
    for (const [where, lines] of all) {
      for (const { message } of lines.filter((line) => line.message.startsWith('RPC Messages: '))) {
        const binds = figure(message, 'BindReq = ');
        assert.ok(Math.abs(figure(message, 'BrkRq = ') - binds - figure(message, 'BrkRqAck = ')) <= 2, where);
        assert.ok(binds - figure(message, 'BindReqAck = ') <= 16, where);
      }
    }
  });

  it('keep the laws between the RPC counters, newer form', () => {
    for (const [where, lines] of all) {
      for (const { message } of lines.filter((line) => line.message.startsWith('RPC Messages, RX'))) {
        const requests = figure(message, 'BrkRq[Dsp ') + figure(message, 'UBrk ');
        const [refused = 0] = figures(message, 'BrkRqAck[Dsp ');
        const [binds = 0] = figures(message, 'BindReq ');
        assert.ok(Math.abs(requests - binds - refused) <= 2, where);
        assert.ok(binds - figure(message, 'BindAck ') <= 16, where);
        assert.ok(figure(message, 'TagPause ') - figure(message, 'TagResume ') <= 26, where);
        const [asked, answered] = [...message.matchAll(/DnsChk\[Dsp (\d+)/gu)].map((match) => match[1]);
        assert.ok(asked !== undefined && asked === answered, where);
        if (binds > 1_000) assert.ok(Math.abs(figure(message, 'MtunnelEnd ') / binds - 1.66) < 0.05, where);
      }
    }
  });

  it('let no counter of a process fall', () => {
    for (const [where, lines] of all) {
      for (const rows of byProcess(lines, 'RPC Messages').values()) {
        const numbers = rows.map(({ message }) => (message.match(/(?<= |\|)\d+/gu) ?? []).map(Number));
        for (const index of (numbers[0] ?? []).keys()) {
          assertNeverFalls(
            numbers.map((row) => row[index] ?? Number.NaN),
            `${where}: RPC counter ${String(index)}`,
          );
        }
      }
      for (const rows of byProcess(lines, 'Data Transfer: ').values()) {
        for (const label of ['Total ToBroker = ', 'Total FromBroker = ']) {
          assertNeverFalls(
            rows.map(({ message }) => figure(message, label)),
            `${where}: ${label}`,
          );
        }
      }
    }
  });

  it('let the certificate age by the seconds that pass', () => {
    for (const [where, lines] of all) {
      for (const rows of byProcess(lines, 'Certificate will expire in ').values()) {
        const ends = rows.map(({ stamp, message }) => {
          const [days = 0, hours = 0, minutes = 0, seconds = 0] = (message.match(/\d+/gu) ?? []).map(Number);
          return secondsOf(stamp) + ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
        });
        assert.ok(Math.max(...ends) - Math.min(...ends) <= 1, where);
      }
    }
  });

  it('let a connection age by the seconds that pass, unless it was made anew', () => {
    for (const [where, lines] of all) {
      for (const [pid, rows] of byProcess(lines, 'Broker control connection, state fohh_connection_connected')) {
        for (const [index, { stamp, message }] of rows.entries()) {
          const before = rows[index - 1];
          if (before === undefined) continue;
          const age = uptimeSeconds(/ uptime ([\dDHMS:]+),/u.exec(message)?.[1] ?? '');
          const ageBefore = uptimeSeconds(/ uptime ([\dDHMS:]+),/u.exec(before.message)?.[1] ?? '');
          const passed = secondsOf(stamp) - secondsOf(before.stamp);
          if (Math.abs(age - ageBefore - passed) <= 1) continue;
          const between = lines.slice(lines.indexOf(before), lines.indexOf(rows[index] ?? before));
          const anew = between.some((line) => line.pid === pid && line.message.includes('successfully connected to'));
          assert.ok(anew, `${where}: uptime ${String(age)} without a new connection`);
        }
      }
    }
  });

  it('count each redirect of the control connection once', () => {
    for (const [where, lines] of all) {
      for (const [pid, rows] of byProcess(lines, 'RPC Messages, RX')) {
        const [first, last] = [rows[0], rows[rows.length - 1]];
        if (first === undefined || last === undefined) continue;
        const counted = figure(last.message, 'Control Redirect ') - figure(first.message, 'Control Redirect ');
        const said = lines
          .slice(lines.indexOf(first), lines.indexOf(last))
          .filter((line) => line.pid === pid && line.message.startsWith('Received broker_redirect')).length;
        assert.equal(counted, said, where);
      }
    }
  });

  it('write flow-control rows whose two sides agree', () => {
    let seen = 0;
    for (const [where, lines] of all) {
      for (const { message } of lines.filter((line) => line.message.startsWith('* FC f_conn'))) {
        seen += 1;
        const [rx, tx] = [figure(message, ', rx = '), figure(message, ', tx = ')];
        assert.equal(figure(message, 'peer_tx = '), rx, where);
        assert.equal(figure(message, 'r_rx = '), tx, where);
        assert.equal(figure(message, 'enq = '), tx, where);
        assert.equal(figure(message, 'deq = '), tx, where);
        assert.equal(figure(message, ', tx_limit = '), tx + 33_554_432, where);
        assert.equal(figure(message, 'r_tx_limit = '), rx + 33_554_432, where);
      }
    }
    assert.ok(seen > 100);
  });

  it('are never without a connection where nothing is wrong, but for the second of a redirect', () => {
    for (const { name, expected, bundle } of SCENARIOS) {
      if (expected.rootCause !== null) continue;
      const states = [...bundle(1).values()]
        .join('')
        .match(/control connection(?: state:|, state) fohh_connection_backoff/giu);
      assert.equal(states?.length ?? 0, name === 'redirect-across-block' ? 1 : 0, name);
    }
  });

  it('drop messages on a connection only while it is down', () => {
    for (const [where, lines] of all) {
      for (const { message } of lines.filter((line) => line.message.startsWith('* FC f_conn'))) {
        if (figure(message, 'tx_drop = ') > 0) assert.ok(message.includes(':fohh_connection_backoff,'), where);
      }
    }
  });
});
