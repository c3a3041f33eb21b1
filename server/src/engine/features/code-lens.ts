import type { ProcessLife } from '../formats/journal/facts';
import type { DocumentModel } from './document-model';
import { isOurs } from './document-model';

/** Where a lens stands and what to resolve it by. */
export interface Lens {
  /** 0-based. */
  readonly line: number;
  /** Index of the process life among all of the document, and of the block in it; -1 for the note of the cap. */
  readonly life: number;
  readonly block: number;
}

/** What a lens says. */
export interface LensText {
  readonly title: string;
  /** Field or constant to explain when it is clicked; null for words alone. */
  readonly explain: string | null;
}

/** Lenses of one document; the last one says that there are more blocks. */
export const MAX_LENSES = 3_000;

/** A lens for each status block, without words: they are found when the lens comes into view. */
export function codeLenses(model: DocumentModel): readonly Lens[] {
  if (!isOurs(model)) return [];
  const lenses: Lens[] = [];
  for (const [index, { life }] of model.facts.lives.entries()) {
    for (let block = 0; block < life.blocks.length; block += 1) {
      const line = life.blocks.lines[block] ?? 0;
      if (lenses.length >= MAX_LENSES) return [...lenses, { line, life: -1, block: -1 }];
      lenses.push({ line, life: index, block });
    }
  }
  return lenses;
}

/** The words of a lens: state, round trip, and what changed since the block before. Null for a block that is not there. */
export function lensText(model: DocumentModel, { life, block }: Pick<Lens, 'life' | 'block'>): LensText | null {
  if (life < 0) return { title: `only the first ${String(MAX_LENSES)} status blocks have a lens`, explain: null };
  const found = model.facts.lives[life]?.life;
  if (found === undefined || block >= found.blocks.length) return null;
  const state = textAt(found, 'control.state', block);
  const words = [stateWords(state), roundTrip(found, block), ...changes(found, block)];
  return { title: words.filter((word) => word !== null).join(' · '), explain: state };
}

function stateWords(state: string | null): string {
  return state === null ? 'state not printed' : state.replace(/^fohh_connection_/u, '').slice(0, 40);
}

function roundTrip(life: ProcessLife, block: number): string | null {
  const tcp = numberAt(life, 'control.rtt.tcp', block);
  const app = numberAt(life, 'control.rtt.app', block);
  // 0|0 stands for a connection that was not measured yet.
  if (tcp === null || (tcp === 0 && (app ?? 0) === 0)) return null;
  return `RTT ${milliseconds(tcp)}${app === null ? '' : `|${milliseconds(app)}`} ms`;
}

function milliseconds(microseconds: number): string {
  return (microseconds / 1000).toFixed(microseconds < 100_000 ? 1 : 0);
}

/** At most two short phrases; what is bad first. */
function changes(life: ProcessLife, block: number): readonly string[] {
  if (block === 0) return ['first block of the process'];
  const before = textAt(life, 'control.state', block - 1);
  const state = textAt(life, 'control.state', block);
  const broker = textAt(life, 'control.broker', block);
  const found: (string | null)[] = [
    before !== null && state !== null && before !== state ? `was ${stateWords(before)}` : null,
    broker !== null && broker !== (textAt(life, 'control.broker', block - 1) ?? broker)
      ? `now on ${broker.split('.').slice(0, 2).join('.').slice(0, 40)}`
      : reconnected(life, block),
    rise(drops(life, block - 1), drops(life, block), 'dropped'),
    rise(numberAt(life, 'data.backed_off', block - 1), numberAt(life, 'data.backed_off', block), 'backed off'),
    fall(numberAt(life, 'apps.alive_target', block - 1), numberAt(life, 'apps.alive_target', block), 'targets alive'),
    difference(numberAt(life, 'mtunnels.active', block - 1), numberAt(life, 'mtunnels.active', block), 'Mtunnels'),
  ];
  const phrases = found.filter((phrase) => phrase !== null);
  return phrases.length === 0 ? ['no change'] : phrases.slice(0, 2);
}

/** The connection is younger than in the block before: it was lost in between. */
function reconnected(life: ProcessLife, block: number): string | null {
  const before = numberAt(life, 'control.uptime', block - 1);
  const now = numberAt(life, 'control.uptime', block);
  return before !== null && now !== null && now < before ? 'reconnected' : null;
}

/** All messages that were dropped instead of sent; null where the version does not print it. */
function drops(life: ProcessLife, block: number): number | null {
  let sum: number | null = null;
  for (const name of life.blocks.columnNames) {
    if (!name.startsWith('rpc.drop.')) continue;
    const value = numberAt(life, name, block);
    if (value !== null) sum = (sum ?? 0) + value;
  }
  return sum;
}

function rise(before: number | null, now: number | null, word: string): string | null {
  return before !== null && now !== null && now > before ? `+${(now - before).toLocaleString('en-US')} ${word}` : null;
}

function fall(before: number | null, now: number | null, word: string): string | null {
  return before !== null && now !== null && now < before ? `${(now - before).toLocaleString('en-US')} ${word}` : null;
}

function difference(before: number | null, now: number | null, word: string): string | null {
  return rise(before, now, word) ?? fall(before, now, word);
}

function numberAt(life: ProcessLife, column: string, block: number): number | null {
  const value = life.blocks.column(column)?.[block];
  return value === undefined || Number.isNaN(value) ? null : value;
}

function textAt(life: ProcessLife, column: string, block: number): string | null {
  return life.blocks.text(column)?.[block] ?? null;
}
