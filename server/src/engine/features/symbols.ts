import type { ProcessLife } from '../formats/journal/facts';
import type { DocumentModel, Range } from './document-model';
import { isOurs } from './document-model';
import { isoTime } from '../report/log-time';

export interface DocumentSymbolNode {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'section' | 'process' | 'hour' | 'block';
  readonly range: Range;
  readonly children: readonly DocumentSymbolNode[];
}

/** Status blocks listed one by one up to this number a process; above it by the hour only. */
const MAX_BLOCKS = 600;

/** Outline: sections, processes, hours, status blocks. Nested ranges contain their children, as editors demand. */
export function documentSymbols(model: DocumentModel): readonly DocumentSymbolNode[] {
  if (!isOurs(model)) return [];
  const journals = model.facts.sections('journal');
  return model.artifact.sections.flatMap((section): DocumentSymbolNode[] => {
    if (section.format === null) return [];
    const title = model.deps.formats.find((one) => one.id === section.format)?.title ?? section.format;
    const journal = journals.find((one) => one.section === section);
    const children = journal === undefined ? [] : journal.facts.processes.flatMap((life) => processNode(model, life));
    return [
      {
        name: title,
        detail: section.command ?? '',
        kind: 'section',
        range: lines(model, section.startLine, section.endLine),
        children,
      },
    ];
  });
}

function processNode(model: DocumentModel, life: ProcessLife): DocumentSymbolNode[] {
  if (life.firstLine < 0) return [];
  const name = life.role === 'child' ? `${life.component}-child` : life.component;
  const pid = life.pid < 0 ? '' : ` [${String(life.pid)}]`;
  const detail = life.blocks.length === 0 ? '' : `${String(life.blocks.length)} status blocks`;
  return [
    {
      name: `${name}${pid}`,
      detail,
      kind: 'process',
      range: lines(model, life.firstLine, life.lastLine),
      children: hours(model, life),
    },
  ];
}

function hours(model: DocumentModel, life: ProcessLife): DocumentSymbolNode[] {
  const { blocks } = life;
  const groups = new Map<string, number[]>();
  for (let index = 0; index < blocks.length; index += 1) {
    const time = blocks.times[index] ?? Number.NaN;
    const key = Number.isNaN(time)
      ? 'status blocks'
      : (isoTime(Math.floor(time / 3_600_000) * 3_600_000, null) ?? '').slice(0, 13).replace('T', ' ');
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  return [...groups].map(([key, indexes]) => {
    const first = blocks.lines[indexes[0] ?? 0] ?? 0;
    const last = blockEnd(life, indexes[indexes.length - 1] ?? 0);
    const states = new Set(indexes.map((index) => blocks.text('control.state')?.[index] ?? 'state unknown'));
    const children = blocks.length > MAX_BLOCKS ? [] : indexes.map((index) => blockNode(model, life, index));
    return {
      name: `${key}${key.includes(' ') && key !== 'status blocks' ? ':00' : ''}`,
      detail: [...states].join(', '),
      kind: 'hour',
      range: lines(model, first, last),
      children,
    };
  });
}

function blockNode(model: DocumentModel, life: ProcessLife, index: number): DocumentSymbolNode {
  const { blocks } = life;
  const time = blocks.times[index] ?? Number.NaN;
  const name = Number.isNaN(time) ? `status block ${String(index + 1)}` : (isoTime(time, null) ?? '').slice(11, 19);
  const first = blocks.lines[index] ?? 0;
  return {
    name: `Status ${name}`,
    detail: blocks.text('control.state')?.[index] ?? '',
    kind: 'block',
    range: lines(model, first, blockEnd(life, index)),
    children: [],
  };
}

/** Last line of a block: the line before the next block, but no more than a block's own lines. */
export function blockEnd(life: ProcessLife, index: number): number {
  const first = life.blocks.lines[index] ?? 0;
  const kinds = [
    'header',
    'threads',
    'certificate',
    'connection',
    'rpc',
    'data',
    'transfer',
    'mtunnels',
    'apps',
    'skew',
    'fproxy',
    'descriptors',
    'sockets',
  ] as const;
  return Math.max(first, ...kinds.map((kind) => life.blocks.lineOf(index, kind)));
}

function lines(model: DocumentModel, startLine: number, endLine: number): Range {
  const last = Math.min(endLine, model.lines.length - 1);
  return { startLine, startColumn: 0, endLine: last, endColumn: model.lines[last]?.length ?? 0 };
}
