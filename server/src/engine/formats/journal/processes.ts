import type { ProcessRole } from '../format';
import type { KnownLine } from '../shared/known-line';
import { BlockCollector } from '../status-block/collector';
import type { BlockCount } from '../status-block/open-block';
import type { BlockSeries } from '../status-block/series';
import type { ProcessLife } from './facts';
import type { KnownPrefix } from './known-prefix';

/** Processes of Zscaler private access components; the child's name is the component's with `-child`. */
const COMPONENTS = ['zpa-connector', 'zpa-service-edge', 'zpa-pcc', 'np-connector'];

/** What an identifier says about who writes. */
export interface Identity {
  readonly component: string;
  readonly role: ProcessRole;
}

/** Identity of a process by its identifier or unit name; null for foreign processes. */
export function identify(ident: string): Identity | null {
  // grep colours what it was asked for, in the middle of a name too.
  if (ident.includes('\u001b')) return identify(ident.replaceAll(/\u001b\[[0-9;?]{0,24}[A-Za-z]|\u001b/gu, ''));
  for (const component of COMPONENTS) {
    if (!ident.startsWith(component)) continue;
    const rest = ident.slice(component.length);
    if (rest === '') return { component, role: 'parent' };
    if (rest === '-child') return { component, role: 'child' };
    // `-o with-unit` prints the unit for parent and child alike.
    if (rest === '.service') return { component, role: 'unit' };
  }
  return null;
}

/** A life that is still being read. */
export interface OpenLife extends Omit<ProcessLife, 'blocks'> {
  lastLine: number;
  lastMs: number | null;
  firstMs: number | null;
  /** Null as long as it wrote no status line: a crash loop has thousands of lives, and none gets so far. */
  blocks: BlockCollector | null;
  /** Last status block seen: its line and time; NaN time before the first. */
  lastBlockLine: number;
  lastBlockMs: number;
  /** How its lines begin on this day; null where they are not skimmed. */
  prefix: KnownPrefix | null;
  /** The last line that can be skimmed when it comes again. */
  lastKnown: KnownLine | null;
}

const NO_BLOCKS: BlockSeries = new BlockCollector();

/** All lives of product processes in one journal, by host, identifier and pid. */
export class ProcessTable {
  readonly lives: OpenLife[] = [];
  readonly #byKey = new Map<string, OpenLife>();
  readonly #blockCount: BlockCount = { total: 0 };
  #last: OpenLife | null = null;

  /** The life that a line belongs to; a pid seen again after a restart of the host continues its entry. */
  at(host: string | null, identity: Identity, pid: number, line: number): OpenLife {
    const last = this.#last;
    // Line after line is written by the same process.
    if (
      last?.pid === pid &&
      last.role === identity.role &&
      last.host === host &&
      last.component === identity.component
    ) {
      return last;
    }
    const key = `${host ?? ''}|${identity.component}|${identity.role}|${String(pid)}`;
    const found = this.#byKey.get(key);
    if (found !== undefined) {
      this.#last = found;
      return found;
    }
    const life: OpenLife = {
      index: this.lives.length,
      host,
      component: identity.component,
      role: identity.role,
      pid,
      firstLine: line,
      lastLine: line,
      firstMs: null,
      lastMs: null,
      blocks: null,
      lastBlockLine: -1,
      lastBlockMs: Number.NaN,
      prefix: null,
      lastKnown: null,
    };
    this.lives.push(life);
    this.#byKey.set(key, life);
    this.#last = life;
    return life;
  }

  /** The status blocks of a life. */
  blocksOf(life: OpenLife): BlockCollector {
    return (life.blocks ??= new BlockCollector(this.#blockCount));
  }

  /** What is known of every life, without what only the reading needs. */
  get facts(): ProcessLife[] {
    return this.lives.map(
      ({ index, host, component, role, pid, firstLine, lastLine, firstMs, lastMs, blocks }): ProcessLife => ({
        ...{ index, host, component, role, pid },
        ...{ firstLine, lastLine, firstMs, lastMs, blocks: blocks ?? NO_BLOCKS },
      }),
    );
  }

  /** Ends the key of every life: after a boot the same pid is another process. */
  forgetKeys(): void {
    this.#byKey.clear();
    this.#last = null;
  }
}
