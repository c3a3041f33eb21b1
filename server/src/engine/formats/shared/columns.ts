/** Numbers of one name, one a sample; NaN where a sample has none. */
export class NumberColumn {
  readonly values: number[] = [];

  /** Keeps the number of sample `index`; samples come in order. */
  put(index: number, value: number): void {
    const { values } = this;
    while (values.length < index) values.push(Number.NaN);
    if (values.length === index) values.push(value);
    else values[index] = value;
  }

  /** All numbers of `length` samples. */
  filled(length: number): readonly number[] {
    const { values } = this;
    while (values.length < length) values.push(Number.NaN);
    return values;
  }

  /** Drops every second sample of the older half; on its own, as loops over one kind of array are several times faster. */
  thin(length: number): void {
    this.filled(length);
    const { values } = this;
    let kept = 0;
    for (let index = 0; index < length; index = nextKept(index, length)) {
      values[kept] = values[index] ?? Number.NaN;
      kept += 1;
    }
    values.length = kept;
  }
}

/** Texts of one name, one a sample; undefined where a sample has none. Texts are kept as they are given. */
export class TextColumn {
  readonly values: (string | undefined)[] = [];

  /** Keeps the text of sample `index`; samples come in order. */
  put(index: number, value: string): void {
    const { values } = this;
    while (values.length < index) values.push(undefined);
    if (values.length === index) values.push(value);
    else values[index] = value;
  }

  /** All texts of `length` samples. */
  filled(length: number): readonly (string | undefined)[] {
    const { values } = this;
    while (values.length < length) values.push(undefined);
    return values;
  }

  /** Drops every second sample of the older half. */
  thin(length: number): void {
    this.filled(length);
    thin(this.values);
  }
}

/** Drops every second item of the older half, in place. */
export function thin(items: unknown[]): void {
  const { length } = items;
  let kept = 0;
  for (let index = 0; index < length; index = nextKept(index, length)) {
    items[kept] = items[index];
    kept += 1;
  }
  items.length = kept;
}

/** The next index that thinning keeps: every second one of the older half, all of the newer. */
function nextKept(index: number, length: number): number {
  const half = length >> 1;
  return index + 1 < half ? Math.min(index + 2, half) : index + 1;
}
