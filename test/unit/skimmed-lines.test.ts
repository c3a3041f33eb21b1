/** Lines that are skimmed from bytes give the facts that reading each of them gives. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packArtifact } from '../../server/src/engine/bundle/packed-artifact';
import { Sectionizer } from '../../server/src/engine/bundle/sections';
import { formats } from '../../server/src/engine/formats/generated';
import { MessageDispatch } from '../../server/src/engine/match/dispatch';
import { Literal } from '../../server/src/engine/text/byte-literal';
import { LineFeed } from '../../server/src/engine/text/line-feed';
import { LineWindow } from '../../server/src/engine/text/line-window';
import type { LineSkimmer } from '../../server/src/engine/text/line-window';
import { FigureLayout } from '../../server/src/engine/formats/shared/figure-layout';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';
import { SCENARIOS } from '../generator/scenarios';
import { DEFAULT_SETTINGS, Triage } from '../../server/src/engine/triage';

const messages = new MessageDispatch(catalogue.messages);

interface Reading {
  readonly sections: unknown;
  readonly skimmed: number;
}

/** Reads chunks with or without skimming; `asBytes` hands the bytes on as well. */
function read(chunks: readonly string[], skims: boolean, asBytes = false): Reading {
  const assumptions = { year: null, notAfterMs: Date.UTC(2026, 10, 21) };
  const sectionizer = new Sectionizer({
    path: 'journal.txt',
    formats,
    messages,
    assumptions,
    forced: null,
    isDocument: false,
  });
  let skimmed = 0;
  const skimmer: LineSkimmer = {
    get skims() {
      return sectionizer.skims;
    },
    skim: (window) => {
      skimmed -= window.line;
      sectionizer.skim(window);
      skimmed += window.line;
    },
  };
  const feed = new LineFeed(
    (text, start, end, line) => {
      sectionizer.line(text, start, end, line);
    },
    skims ? skimmer : null,
  );
  for (const chunk of chunks) feed.push(chunk, asBytes ? new Uint8Array(Buffer.from(chunk, 'latin1')) : null);
  feed.end();
  sectionizer.end();
  const { sections } = sectionizer;
  const whole = { ...EMPTY, sections, lineCount: feed.lineCount };
  return { sections: packArtifact(whole).sections, skimmed };
}

const EMPTY = new Triage(catalogue, formats, { createDecoder: never, clock: () => 0 }, DEFAULT_SETTINGS).addText(
  'a',
  '',
);

function never(): never {
  throw new Error('texts only');
}

/** The text cut at these places. */
function cut(text: string, places: readonly number[]): string[] {
  const ends = [...places].sort((a, b) => a - b);
  return [0, ...ends].map((from, index) => text.slice(from, ends[index] ?? text.length));
}

/** Journals of the scenarios, short enough for many runs. */
const JOURNALS = SCENARIOS.flatMap((scenario) =>
  [...scenario.bundle(5)]
    .filter(([path]) => /journal|messages|syslog/u.test(path))
    .map(([path, text]) => ({ name: `${scenario.name}/${path}`, text: text.split('\n').slice(0, 3_000).join('\n') })),
);

describe('skimmed lines', () => {
  for (const { name, text } of JOURNALS) {
    it(`give the facts that ${name} gives line by line`, () => {
      const wanted = read([text], false).sections;
      const places = Array.from({ length: 9 }, (_, index) => Math.floor((text.length * index * 7) / 67));
      const isAscii = /^[\u0000-\u007f]*$/u.test(text);
      for (const [source, crlf] of [
        [text, false],
        [text.replaceAll('\n', '\r\n'), true],
      ] as const) {
        for (const asBytes of isAscii ? [false, true] : [false]) {
          const chunks = cut(source, places);
          assert.deepEqual(
            read(chunks, true, asBytes).sections,
            wanted,
            `crlf ${String(crlf)} bytes ${String(asBytes)}`,
          );
        }
      }
    });
  }

  it('are most lines of a healthy journal', () => {
    const journal = JOURNALS.find(({ name }) => name.startsWith('healthy'));
    assert.ok(journal !== undefined);
    const { skimmed } = read([journal.text], true);
    const status = journal.text.split('\n').filter((line) => line.includes('zpa-connector-child[')).length;
    assert.ok(skimmed > status * 0.8, `${String(skimmed)} of ${String(status)}`);
  });

  it('give the same facts for journals with lines lost, doubled, changed and cut', () => {
    const journal = JOURNALS.find(({ name }) => name.startsWith('flapping')) ?? JOURNALS[0];
    const lines = (journal?.text ?? '').split('\n').slice(0, 400);
    const change = fc.record({
      line: fc.nat(lines.length - 1),
      what: fc.constantFrom(
        'lose',
        'double',
        'cut',
        'digit',
        'letter',
        'huge',
        'umlaut',
        'swap',
        'blank',
        'level',
        'boot',
        'pid',
      ),
      at: fc.nat(300),
    });
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 25 }),
        fc.array(fc.nat(40_000), { maxLength: 6 }),
        (changes, places) => {
          const changed = lines.map((line, index) => changes.filter((one) => one.line === index).reduce(apply, line));
          const others = changes.filter(({ what }) => what === 'pid').map(({ line }) => line);
          const text = withOtherPids(changed, others).join('\n');
          assert.deepEqual(read(cut(text, places), true).sections, read([text], false).sections);
        },
      ),
      { numRuns: 60 },
    );
  }).timeout(60_000);
});

/** From each of these lines on the other of two processes writes, over the same connections. */
function withOtherPids(lines: readonly string[], from: readonly number[]): readonly string[] {
  return lines.map((line, index) => {
    const isOther = from.filter((one) => one <= index).length % 2 === 1;
    return isOther ? line.replace(/-child\[\d+\]/u, '-child[31337]') : line;
  });
}

function apply(line: string, { what, at }: { readonly what: string; readonly at: number }): string {
  const place = at % (line.length + 1);
  const [before, behind] = [line.slice(0, place), line.slice(place)];
  switch (what) {
    case 'lose':
      return '';
    case 'double':
      return `${line}\n${line}`;
    case 'cut':
      return before;
    case 'digit':
      return `${before}7${behind}`;
    case 'huge':
      return line.replace(/= \d+/u, '= 98765432109876543210');
    case 'umlaut':
      return `${before}ü${behind}`;
    case 'swap':
      return line.replace(/\[(\d+)\]: /u, '[4711]: ');
    case 'blank':
      return `${before} ${behind}`;
    case 'boot':
      return `-- Boot 0123456789abcdef0123456789abcdef --\n${line}`;
    case 'pid':
      return line;
    case 'level':
      return line.replace(/\]: /u, ']: notice: ');
    default:
      return `${before}x${behind}`;
  }
}

describe('FigureLayout', () => {
  const layout = (line: string): FigureLayout => {
    const figures = [...line.matchAll(/\d+(?:\.\d+)?/gu)].map(({ index, 0: text }) => ({
      start: index,
      end: index + text.length,
      maxDigits: 15,
    }));
    const made = FigureLayout.of(line, figures);
    assert.ok(made !== null);
    return made;
  };
  const windowOf = (text: string): LineWindow => {
    const window = new LineWindow();
    window.copy(`${text}${'\n'.repeat(4_000)}`, 0);
    return window;
  };

  it('reads figures as Number does', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.nat(),
            fc.maxSafeNat(),
            fc.nat(999_999).map((n) => n / 1_000),
          ),
          { minLength: 1, maxLength: 5 },
        ),
        (numbers) => {
          const written = numbers.map((number) => (Number.isInteger(number) ? String(number) : number.toFixed(3)));
          if (written.some((text) => text.length > 15)) return;
          const line = `a = ${written.join(', b = ')} end`;
          const one = layout(line);
          assert.equal(one.match(windowOf(line), 0), line.length + 1);
          assert.deepEqual([...one.values], written.map(Number));
        },
      ),
    );
  });

  it('refuses what is not surely the same line', () => {
    const one = layout('total 12, lag 0.50 s');
    const takes = (line: string): boolean => one.match(windowOf(line), 0) >= 0;
    assert.ok(takes('total 7, lag 12.75 s'));
    for (const line of [
      'total , lag 0.50 s',
      'total 12, lag 0.5 s',
      'total 12, lag 0.500 s',
      'total 12, lag 1 s',
      'total 12, lag 0.50 s ',
      'total 12.5, lag 0.50 s',
      'total -12, lag 0.50 s',
      'total 12345678901234567, lag 0.50 s',
      'Total 12, lag 0.50 s',
      'total 12, lag 0.50',
    ]) {
      assert.ok(!takes(line), line);
    }
  });

  it('looks no further than the window goes', () => {
    const window = new LineWindow();
    const line = 'total 12, lag 0.50 s\n';
    for (let length = 0; length <= line.length; length += 1) {
      window.copy(line.slice(0, length), 0);
      // What the window showed before stands behind its end.
      window.units.fill(10, length);
      assert.equal(layout('total 12, lag 0.50 s').match(window, 0), length === line.length ? length : -1);
    }
    assert.equal(Literal.of('ü'), null);
    assert.equal(FigureLayout.of('a 12', [{ start: 2, end: 3, maxDigits: 9 }]), null, 'a part of a figure is none');
  });
});
