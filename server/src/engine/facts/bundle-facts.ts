import type { Artifact } from '../bundle/artifact';
import type { Section } from '../bundle/sections';
import type { LogEvent, ProcessLife } from '../formats/journal/facts';
import type { StatusLineKind } from '../formats/status-block/kinds';
import { copiedLives, EventCopies } from './copies';
import type { FactsByFormat } from './registry';
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

/** Everything read from a bundle, as rules see it. */
export class BundleFacts {
  readonly #sections = new Map<string, SectionOf<keyof FactsByFormat>[]>();
  readonly #lives: PlacedLife[] = [];
  readonly #scopes: Scopes;
  readonly #copies: ReadonlySet<ProcessLife>;
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
    const journals = this.sections('journal').flatMap(({ artifact: { index, path }, facts }) =>
      facts.processes.map((life) => ({ artifact: index, path, life })),
    );
    this.#scopes = new Scopes(journals);
    for (const { artifact, path, life } of journals) {
      this.#lives.push({ artifact, life, scope: this.#scopes.of(life.host, artifact, path) });
    }
    this.#copies = copiedLives(this.#lives);
  }

  /** Whether another file tells of the same process and the same blocks. */
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

  /** All lives of product processes. */
  get lives(): readonly PlacedLife[] {
    return this.#lives;
  }

  /** Lives that wrote status blocks; of a journal that is there twice only one. */
  get livesWithBlocks(): readonly PlacedLife[] {
    return this.#lives.filter(({ life }) => life.blocks.length > 0 && !this.#copies.has(life));
  }

  /** Kept occurrences of a message in all journals, in the order of files and lines; none twice. */
  events(message: string): readonly PlacedEvent[] {
    const known = this.#events.get(message);
    if (known !== undefined) return known;
    const placed: PlacedEvent[] = [];
    const copies = new EventCopies();
    for (const { artifact, facts } of this.sections('journal')) {
      for (const event of facts.events.get(message)?.kept ?? []) {
        const life = facts.processes[event.process] ?? null;
        if (copies.isCopy(artifact.index, event, life)) continue;
        const scope = this.#scopes.of(life?.host ?? null, artifact.index, artifact.path);
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
