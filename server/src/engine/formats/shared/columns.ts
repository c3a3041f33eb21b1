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

  /** Drops every second sample of the older half. */
  thin(length: number): void {
    this.filled(length);
    thin(this.values);
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
  const half = items.length >> 1;
  let kept = 0;
  for (let index = 0; index < items.length; index += 1) {
    if (index < half && index % 2 === 1) continue;
    items[kept] = items[index];
    kept += 1;
  }
  items.length = kept;
}
