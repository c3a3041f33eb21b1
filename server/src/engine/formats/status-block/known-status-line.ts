import type { NumberColumn, TextColumn } from '../shared/columns';
import type { Figure } from '../shared/figure-layout';
import { FigureLayout } from '../shared/figure-layout';
import type { KnownLine } from '../shared/known-line';
import type { Slot } from '../shared/line-template';
import type { BlockColumns } from './columns';
import { figureSum } from './figures';
import type { LineSort, OpenBlock } from './open-block';

/** A status line read in full. */
export interface ReadStatusLine {
  /** All that stands behind the prefix: colours and level words, then the message. */
  readonly text: string;
  /** Its values; offsets from the start of `text`. */
  readonly slots: readonly Slot[];
  /** The values as they are written, '' for plain numbers. */
  readonly texts: readonly string[];
  readonly sort: LineSort;
}

/** How a status line is skimmed as long as its texts stay as they are; null where it cannot be. */
export function knownStatusLine(
  { text, slots, texts, sort }: ReadStatusLine,
  columns: BlockColumns,
  block: OpenBlock,
): KnownStatusLine | null {
  const figures: Figure[] = [];
  const numbers: NumberColumn[] = [];
  const sums: PlacedSum[] = [];
  const words: TextColumn[] = [];
  const written: string[] = [];
  for (const [index, { name, kind, start, end }] of slots.entries()) {
    if (kind !== 'number' && kind !== 'parsed') {
      words.push(columns.textColumn(name));
      written.push(texts[index] ?? '');
      continue;
    }
    const sum = figureSum(name, text.slice(start, end));
    if (sum === null) return null;
    const firstFigure = figures.length;
    for (const one of sum.figures) figures.push({ ...one, start: start + one.start, end: start + one.end });
    for (const column of columns.numberColumns(name)) {
      numbers.push(column);
      sums.push({ firstFigure, constant: sum.constant, weights: sum.weights });
    }
  }
  const layout = FigureLayout.of(text, figures);
  if (layout === null) return null;
  return new KnownStatusLine(layout, block, sort, { numbers, sums, words, written }, formOf(texts));
}

/** What a number is the sum of; `firstFigure` is the index of its first figure in the line. */
interface PlacedSum {
  readonly firstFigure: number;
  readonly constant: number;
  readonly weights: readonly number[];
}

/** Where the values of a line go: one column and one sum a number, one column and one text a word. */
interface Sinks {
  readonly numbers: readonly NumberColumn[];
  readonly sums: readonly PlacedSum[];
  readonly words: readonly TextColumn[];
  readonly written: readonly string[];
}

/** A status line of which the texts stay as they are. */
export class KnownStatusLine implements KnownLine {
  next: KnownLine | null = null;
  beforeNext: KnownLine | null = null;

  constructor(
    readonly layout: FigureLayout,
    private readonly block: OpenBlock,
    private readonly sort: LineSort,
    private readonly sinks: Sinks,
    private readonly form: string,
  ) {}

  /** Whether a line with these values as they are written is skimmed by this. */
  hasForm(texts: readonly string[]): boolean {
    return formOf(texts) === this.form;
  }

  keep(line: number, timeMs: number): boolean {
    const begins = this.block.place(this.sort, line, timeMs);
    const { index } = this.block;
    const { values } = this.layout;
    const { numbers, sums, words, written } = this.sinks;
    for (let at = 0; at < numbers.length; at += 1) {
      const sum = sums[at];
      if (sum !== undefined) numbers[at]?.put(index, valueOf(sum, values));
    }
    for (let at = 0; at < words.length; at += 1) words[at]?.put(index, written[at] ?? '');
    return begins;
  }
}

function valueOf({ firstFigure, constant, weights }: PlacedSum, values: Float64Array): number {
  let value = constant;
  for (let at = 0; at < weights.length; at += 1) value += (weights[at] ?? 0) * (values[firstFigure + at] ?? 0);
  return value;
}

/** Values without their digits: `1D:2H` is of another form than `2H`. */
function formOf(texts: readonly string[]): string {
  return texts.join('\n').replace(/\d{1,20}/gu, '0');
}
