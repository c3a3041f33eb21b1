import assert from 'node:assert/strict';
import { certificateText, uptimeText } from './connector/durations';
import { JournalWriter } from './journal/journal-writer';
import type { JournalMode } from './journal/journal-writer';
import { stamp } from './journal/stamp';
import { LongStory, wholeLines } from './large/long-story';
import { Random } from './random';
import { readJournal } from './read-back';
import { table, text } from './text';
import { Timeline } from './timeline';

describe('random numbers', () => {
  it('come from the seed alone', () => {
    const draw = (seed: number): number[] => {
      const random = new Random(seed);
      return Array.from({ length: 5 }, () => random.integer(1, 1_000_000));
    };
    assert.deepEqual(draw(3), draw(3));
    assert.notDeepEqual(draw(3), draw(4));
  });

  it('fork into streams that do not depend on what was drawn before', () => {
    const fresh = new Random(9);
    const used = new Random(9);
    used.next();
    assert.equal(fresh.fork('noise').next(), used.fork('noise').next());
    assert.notEqual(fresh.fork('noise').next(), fresh.fork('other').next());
  });
});

describe('the timeline', () => {
  it('plays events in the order of time, and those of one moment in the order they came', () => {
    const timeline = new Timeline(0);
    const played: string[] = [];
    const note = (what: string) => (): void => {
      played.push(`${what} ${String(timeline.nowMs)}`);
    };
    timeline.at(2, note('b'));
    timeline.at(1, () => {
      note('a')();
      timeline.after(1, note('d'));
    });
    timeline.at(2, note('c'));
    timeline.every(3, 2, note('e'));
    timeline.run(6);
    assert.deepEqual(played, ['a 1000', 'b 2000', 'c 2000', 'd 2000', 'e 3000', 'e 5000']);
    assert.equal(timeline.nowMs, 6000);
  });
});

describe('log text', () => {
  const at = Date.UTC(2026, 2, 7, 9, 4, 5, 914);

  it('prints a time as each mode does', () => {
    assert.equal(stamp('short', at), 'Mar 07 09:04:05');
    assert.equal(stamp('short-precise', at, 58), 'Mar 07 09:04:05.914058');
    assert.equal(stamp('short-iso', at), '2026-03-07T09:04:05+0000');
    assert.equal(stamp('short-full', at), 'Sat 2026-03-07 09:04:05 UTC');
    assert.equal(stamp('short-unix', at, 58), '1772874245.914058');
    assert.equal(stamp('rfc3164', at), 'Mar  7 09:04:05');
  });

  it('writes host, process and pid as each mode does', () => {
    const line = (mode: JournalMode): string => {
      const journal = new JournalWriter({ nowMs: at }, 'edge-1', { mode });
      journal.line('zpa-connector-child', 7, 'Checking Enrollment');
      return journal.text;
    };
    assert.equal(line('short'), 'Mar 07 09:04:05 edge-1 zpa-connector-child[7]: Checking Enrollment\n');
    assert.equal(line('no-host'), 'Mar 07 09:04:05 zpa-connector-child[7]: Checking Enrollment\n');
    assert.equal(line('cat'), 'Checking Enrollment\n');
    assert.equal(
      line('with-unit'),
      'Sat 2026-03-07 09:04:05 UTC edge-1 zpa-connector.service[7]: Checking Enrollment\n',
    );
  });

  it('sets continued lines under the message', () => {
    const journal = new JournalWriter({ nowMs: at }, 'edge-1');
    journal.line('zpa-connector-child', 7, 'cert=');
    journal.continued(['-----BEGIN CERTIFICATE-----']);
    assert.equal(journal.lines[1]?.indexOf('-'), journal.lines[0]?.indexOf('cert='));
  });

  it('spells durations as status blocks do', () => {
    assert.equal(uptimeText(13), '13S');
    assert.equal(uptimeText(60), '1M:0S');
    assert.equal(uptimeText(2 * 86_400 + 5 * 3_600 + 27 * 60 + 26), '2D:5H:27M:26S');
    assert.equal(uptimeText(0), '0S');
    assert.equal(certificateText(86_400 + 61), '1 days, 0 hours, 1 minutes, 1 seconds');
  });

  it('joins text and pads tables', () => {
    assert.equal(text`a ${1} b ${'c'}`, 'a 1 b c');
    assert.deepEqual(
      table(
        [
          ['x', '1'],
          ['long', '22'],
        ],
        '<>',
        [6],
      ),
      ['x       1', 'long   22'],
    );
  });
});

describe('the long journal', () => {
  const make = (seed: number): string => {
    const story = new LongStory(new Random(seed), 'short');
    return [0, 0.35, 0.6, 0.8, 0.95].map((share) => story.next(share)).join('');
  };

  it('is settled by its seed', () => {
    assert.equal(make(5), make(5));
    assert.notEqual(make(5), make(6));
  });

  it('goes through the forms of the status block', () => {
    const lines = readJournal(make(5));
    for (const begins of [
      'Control connection state: ',
      'RPC Messages: ',
      'RPC Messages, RX',
      'Mtunnels(',
      'System Sockets: ',
    ]) {
      assert.ok(
        lines.some(({ message }) => message.startsWith(begins)),
        begins,
      );
    }
  });

  it('is cut at whole lines', () => {
    assert.equal(wholeLines('ab\ncd\nef\n', 7), 'ab\ncd\n');
    assert.equal(wholeLines('ab\ncd\nef\n', 9), 'ab\ncd\nef\n');
    assert.equal(wholeLines('ab\n', 2), '');
  });
});
