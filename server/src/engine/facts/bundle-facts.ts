import type { Artifact } from '../bundle/artifact';
import type { Section } from '../bundle/sections';
import type { LogEvent, ProcessLife } from '../formats/journal/facts';
import type { StatusLineKind } from '../formats/status-block/kinds';
import { copiedLives, copiedShortLives, EventCopies, tellingsOf } from './copies';
import type { FactsByFormat } from './registry';
import { withoutRepeats } from './repeated-parts';
import { Scopes } from './scopes';

/** A section with its typed facts and the artifact it stands in. */
export interface SectionOf<F extends keyof FactsByFormat> {
  readonly artifact: Artifact;
  readonly section: Section;
  readonly facts: FactsByFormat[F];
}

/** An event together with where and by whom it was written. */
export interface PlacedEvent extends LogEvent {
  readonly artifact: number;
  readonly life: ProcessLife | null;
  /** Host of the writer, or the artifact where the journal names none: causes stay within it. */
  readonly scope: string;
}

/** A process life with the artifact it was read from. */
export interface PlacedLife {
  readonly artifact: number;
  readonly life: ProcessLife;
  readonly scope: string;
}

/** A journal with what it tells, each thing once. */
export interface ToldJournal extends SectionOf<'journal'> {
  /** Journals of one telling do not tell the same thing twice; see tellingsOf. */
  readonly telling: number;
}

/** Everything read from a bundle, as rules see it. */
export class BundleFacts {
  readonly #sections = new Map<string, SectionOf<keyof FactsByFormat>[]>();
  readonly #lives: PlacedLife[] = [];
  readonly #withBlocks: readonly PlacedLife[];
  /** All lives of product processes; of a journal that is there twice each once. */
  readonly livesOnce: readonly PlacedLife[];
  readonly #scopes: Scopes;
  readonly #copies: ReadonlySet<ProcessLife>;
  /** The journals as they stand in the files may repeat themselves; these do not. */
  readonly journals: readonly ToldJournal[];
  /** Several rules ask for the same messages. */
  readonly #events = new Map<string, readonly PlacedEvent[]>();

  constructor(readonly artifacts: readonly Artifact[]) {
    for (const artifact of artifacts) {
      for (const section of artifact.sections) {
        if (section.format === null) continue;
        const list = this.#sections.get(section.format) ?? [];
        // The format's reader made these facts; FactsByFormat ties the two by the format's id.
        list.push({ artifact, section, facts: section.facts as FactsByFormat[keyof FactsByFormat] });
        this.#sections.set(section.format, list);
      }
    }
    const sections = this.sections('journal');
    const lives = sections.flatMap(({ artifact: { index, path }, facts }) =>
      facts.processes.map((life) => ({ artifact: index, path, life })),
    );
    this.#scopes = new Scopes(lives);
    for (const { artifact, path, life } of lives) {
      this.#lives.push({ artifact, life, scope: this.#scopes.of(life.host, artifact, path) });
    }
    const tellings = tellingsOf(sections);
    this.journals = sections.map((one, index) => ({
      ...one,
      facts: withoutRepeats(one.facts),
      telling: tellings[index] ?? 0,
    }));
    const told = this.journals.flatMap(({ artifact: { index, path }, facts, telling }) =>
      facts.processes.map((life) => ({
        telling,
        placed: { artifact: index, life, scope: this.#scopes.of(life.host, index, path) },
        life,
      })),
    );
    this.#copies = copiedLives(told);
    const short = copiedShortLives(told);
    this.livesOnce = told.filter(({ life }) => !this.#copies.has(life) && !short.has(life)).map(({ placed }) => placed);
    this.#withBlocks = this.livesOnce.filter(({ life }) => life.blocks.length > 0);
  }

  /** Whether another telling has the same process and the same blocks; asked of the lives of `journals`. */
  isCopy(life: ProcessLife | undefined): boolean {
    return life !== undefined && this.#copies.has(life);
  }

  /** All sections of a format, in the order of files and lines. */
  sections<F extends keyof FactsByFormat>(format: F): readonly SectionOf<F>[] {
    return (this.#sections.get(format) ?? []) as unknown as readonly SectionOf<F>[];
  }

  /** Whether anything of the format was read; `ls:/etc/resolv.conf` asks for a section about that subject. */
  has(format: string): boolean {
    const colon = format.indexOf(':');
    if (colon < 0) return this.#sections.has(format);
    const subject = format.slice(colon + 1);
    const sections = this.#sections.get(format.slice(0, colon)) ?? [];
    return sections.some(({ facts }) => 'subjects' in facts && facts.subjects.has(subject));
  }

  /** All lives of product processes, as they stand in the files. */
  get lives(): readonly PlacedLife[] {
    return this.#lives;
  }

  /** Lives that wrote status blocks; of a journal that is there twice only one. */
  get livesWithBlocks(): readonly PlacedLife[] {
    return this.#withBlocks;
  }

  /** Kept occurrences of a message in all journals, in the order of files and lines; none twice. */
  events(message: string): readonly PlacedEvent[] {
    const known = this.#events.get(message);
    if (known !== undefined) return known;
    const placed: PlacedEvent[] = [];
    const copies = new EventCopies();
    for (const { artifact, facts, telling } of this.journals) {
      // Other processes of the host write without its name.
      const [host = null, other] = facts.hosts;
      const only = other === undefined ? host : null;
      for (const event of facts.events.get(message)?.kept ?? []) {
        const life = facts.processes[event.process] ?? null;
        const scope = this.#scopes.of(life?.host ?? null, artifact.index, artifact.path);
        const writer = life === null ? only : life.host;
        const machine = writer === null ? null : this.#scopes.of(writer, artifact.index, artifact.path);
        if (copies.isCopy(telling, event, life, machine)) continue;
        placed.push({ ...event, artifact: artifact.index, life, scope });
      }
    }
    this.#events.set(message, placed);
    return placed;
  }

  /** Whether any status block holds a line of that kind. */
  hasStatusLine(kind: StatusLineKind): boolean {
    return this.livesWithBlocks.some(
      ({ life }) =>
        KIND_COLUMNS[kind].some((prefix) => life.blocks.columnNames.some((name) => name.startsWith(prefix))) ||
        (kind === 'connection' && life.blocks.text('control.state') !== undefined),
    );
  }
}

const KIND_COLUMNS: Readonly<Record<StatusLineKind, readonly string[]>> = {
  header: ['ID', 'Mem.', 'CPU.', 'Uptime'],
  threads: ['threads.'],
  certificate: ['certificate.'],
  connection: ['control.', 'connection.'],
  rpc: ['rpc.'],
  data: ['data.'],
  transfer: ['transfer.'],
  mtunnels: ['mtunnels.'],
  apps: ['apps.'],
  skew: ['skew'],
  fproxy: ['fproxy.'],
  descriptors: ['descriptors.'],
  sockets: ['sockets.'],
};
