import { NumberColumn, TextColumn, thin } from '../shared/columns';
import type { StatusLineKind } from './kinds';

/** The newer Mtunnels line counts under other words; rules read one name. */
const ALIASES: Readonly<Record<string, string>> = {
  'mtunnels.current active.all': 'mtunnels.active',
  'mtunnels.total.all': 'mtunnels.created',
};

/** What the status blocks of one life hold, by column. */
export class BlockColumns {
  readonly times: number[] = [];
  readonly lines: number[] = [];
  readonly numbers = new Map<string, NumberColumn>();
  readonly texts = new Map<string, TextColumn>();
  /** Lines of the status lines by kind, and by the state they tell. */
  readonly kindLines = new Map<StatusLineKind, NumberColumn>();
  readonly stateLines = new Map<string, NumberColumn>();

  get length(): number {
    return this.times.length;
  }

  /** The columns that keep a number of this name: its own, and that of its other name. */
  numberColumns(name: string): readonly NumberColumn[] {
    const alias = ALIASES[name];
    const own = columnOf(this.numbers, name, () => new NumberColumn());
    return alias === undefined ? [own] : [own, columnOf(this.numbers, alias, () => new NumberColumn())];
  }

  textColumn(name: string): TextColumn {
    return columnOf(this.texts, name, () => new TextColumn());
  }

  kindColumn(kind: StatusLineKind): NumberColumn {
    return columnOf(this.kindLines, kind, () => new NumberColumn());
  }

  stateColumn(name: string): NumberColumn {
    return columnOf(this.stateLines, name, () => new NumberColumn());
  }

  open(line: number, timeMs: number): void {
    this.times.push(timeMs);
    this.lines.push(line);
  }

  /** Drops every second block of the older half. */
  thin(): void {
    const length = this.length;
    for (const columns of [this.numbers, this.texts, this.kindLines, this.stateLines]) {
      for (const column of columns.values()) column.thin(length);
    }
    thin(this.times);
    thin(this.lines);
  }
}

function columnOf<K, C>(columns: Map<K, C>, name: K, create: () => C): C {
  const found = columns.get(name);
  if (found !== undefined) return found;
  const column = create();
  columns.set(name, column);
  return column;
}
