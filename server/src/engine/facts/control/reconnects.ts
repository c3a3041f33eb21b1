import { firstIndex } from '../../basics/first-index';
import { groupBy } from '../../basics/group-by';
import type { BundleFacts, PlacedEvent } from '../bundle-facts';

/** Connects of one host. */
interface HostConnects {
  /** By artifact, in the order in which they were written. */
  readonly byFile: ReadonlyMap<number, readonly PlacedEvent[]>;
  /** Those that have a time, in the order of time. */
  readonly dated: readonly PlacedEvent[];
}

/** Finds the connect that ends an outage, among the connect events of a bundle. A log may hold thousands of both. */
export class Reconnects {
  readonly #hosts: ReadonlyMap<string, HostConnects>;
  /** Artifacts whose journal was printed newest first: what is written later stands further up. */
  readonly #newestFirst: ReadonlySet<number>;

  constructor(facts: BundleFacts, connects: readonly PlacedEvent[]) {
    this.#newestFirst = new Set(
      facts.sections('journal').flatMap(({ artifact, facts: { newestFirst } }) => (newestFirst ? artifact.index : [])),
    );
    const byHost = groupBy(connects, ({ scope }) => scope);
    this.#hosts = new Map(
      [...byHost].map(([host, own]) => {
        const ordered = own.toSorted((a, b) => this.#order(a) - this.#order(b));
        const dated = own.filter(({ timeMs }) => timeMs !== null);
        dated.sort((a, b) => (a.timeMs ?? 0) - (b.timeMs ?? 0));
        return [host, { byFile: groupBy(ordered, ({ artifact }) => artifact), dated }];
      }),
    );
  }

  /** The next connect of the same host: behind the close in its file, else, where the log was rotated, in another one. */
  after(close: PlacedEvent): PlacedEvent | undefined {
    const host = this.#hosts.get(close.scope);
    if (host === undefined) return undefined;
    const own = host.byFile.get(close.artifact) ?? [];
    const inFile = own[firstIndex(own, (one) => this.#order(one) > this.#order(close))];
    if (inFile !== undefined || close.timeMs === null) return inFile;
    const lostMs = close.timeMs;
    const { dated } = host;
    for (let at = firstIndex(dated, ({ timeMs }) => (timeMs ?? 0) >= lostMs); at < dated.length; at += 1) {
      if (dated[at]?.artifact !== close.artifact) return dated[at];
    }
    return undefined;
  }

  /** Grows in the order in which lines of one file were written. */
  #order({ artifact, line }: PlacedEvent): number {
    return this.#newestFirst.has(artifact) ? -line : line;
  }
}
