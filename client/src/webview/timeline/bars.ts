/** What is drawn with elements: the states of the connection, and the findings as marks one can tab to. */
import type { TimelineLane, TimelineMark } from '../../../../server/src/lsp/desk-protocol';
import { element } from '../dom';
import { fullTime, span as lengthOf } from './clock';
import type { View } from './view';

type Open = (path: string, line: number) => void;

/** A share of the width in which no word fits. */
const SLIM = 0.03;

/** The bar of a connection: green connected, red not, with words for those who see neither. */
export function stateBar({ spans, title }: TimelineLane, view: View, open: Open): HTMLElement {
  const bar = element('div', { class: 'states', role: 'group', 'aria-label': `Control connection of ${title}` });
  const pieces = spans.map((one) => {
    const word = one.state.replace(/^fohh_connection_/u, '').replace(/_/gu, ' ');
    const broker = one.broker === null ? '' : `, ${one.broker}`;
    const told = `${word}${broker}, ${fullTime(one.startMs)} to ${fullTime(one.endMs)} (${lengthOf(one.endMs - one.startMs)})`;
    const piece = element(
      'button',
      { type: 'button', class: `state ${one.tone}`, title: told, 'aria-label': told },
      element('span', {}, one.tone === 'good' ? `${word}${one.broker === null ? '' : ` · ${one.broker}`}` : word),
    );
    piece.addEventListener('click', () => {
      open(one.path, one.line);
    });
    return { piece, startMs: one.startMs, endMs: one.endMs };
  });
  bar.append(...pieces.map(({ piece }) => piece));
  follow(view, () => {
    for (const { piece, startMs, endMs } of pieces) {
      const left = clamp(view.place(startMs));
      const right = clamp(view.place(endMs));
      piece.hidden = right <= left && (view.place(endMs) < 0 || view.place(startMs) > 1);
      piece.style.left = percent(left);
      piece.style.width = percent(Math.max(right - left, 0.002));
      piece.classList.toggle('slim', right - left < SLIM);
    }
  });
  return bar;
}

const SIGNS = { error: '✕', warning: '!', info: 'i', hint: '·' } as const;
/** Marks closer than this share of the width lie above each other. */
const APART = 0.018;
const ROWS = 6;
const ROW_HEIGHT = 20;

/** The findings above the charts of their lane. */
export function markBar(marks: readonly TimelineMark[], view: View, open: Open): HTMLElement | null {
  if (marks.length === 0) return null;
  const bar = element('div', { class: 'marks', role: 'group', 'aria-label': 'Findings' });
  const sorted = [...marks].sort((a, b) => a.startMs - b.startMs);
  const pieces = sorted.map((mark) => {
    const told = `${mark.severity}${mark.rootCause ? ', root cause' : ''}: ${mark.message}\n${mark.ruleId} · ${mark.path}:${String(mark.line)} · ${fullTime(mark.startMs)}`;
    const piece = element(
      'button',
      {
        type: 'button',
        class: `mark ${mark.severity}${mark.rootCause ? ' cause' : ''}`,
        title: told,
        'aria-label': told.replace(/\n/gu, ', '),
      },
      SIGNS[mark.severity],
    );
    piece.addEventListener('click', () => {
      open(mark.path, mark.line);
    });
    return { piece, startMs: mark.startMs };
  });
  bar.append(...pieces.map(({ piece }) => piece));
  follow(view, () => {
    const ends: number[] = [];
    for (const { piece, startMs } of pieces) {
      const at = view.place(startMs);
      piece.hidden = at < -0.001 || at > 1.001;
      if (piece.hidden) continue;
      const free = ends.findIndex((end) => at - end >= APART);
      const row = free >= 0 ? free : Math.min(ends.length, ROWS - 1);
      ends[row] = at;
      piece.style.left = percent(clamp(at));
      piece.style.top = `${String(row * ROW_HEIGHT)}px`;
    }
    bar.style.height = `${String(Math.max(1, ends.length) * ROW_HEIGHT)}px`;
  });
  return bar;
}

function follow(view: View, place: () => void): void {
  view.onChange(place);
  place();
}

function clamp(share: number): number {
  return Math.min(Math.max(share, 0), 1);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
