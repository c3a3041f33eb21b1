/** The timeline's page. */
import './language';
import 'uplot/dist/uPlot.min.css';
import type { TimelineData, TimelineLane, TimelineMark } from '../../../../server/src/lsp/desk-protocol';
import type { FromTimeline, ToTimeline } from '../../common/webviews/messages';
import { button, element, page, tell } from '../dom';
import { markBar, stateBar } from './bars';
import { Chart } from './chart';
import { fullTime, span } from './clock';
import { colours } from './colours';
import { tables } from './table';
import './timeline.css';
import { View } from './view';

let charts: Chart[] = [];
let shown: TimelineData | null = null;
let asTable = false;
let view = new View(0, 1);

window.addEventListener('message', ({ data }: MessageEvent<ToTimeline>) => {
  const zoom = view.zoomed ? { start: view.start, end: view.end } : null;
  shown = data.data;
  if (shown === null || (shown.lanes.length === 0 && shown.marks.length === 0)) {
    page().replaceChildren(element('p', { class: 'empty', role: 'status' }, emptyWords(data)));
    return;
  }
  view = new View(shown.startMs, Math.max(shown.endMs, shown.startMs + 60_000));
  if (zoom !== null) view.show(zoom.start, zoom.end);
  render(shown);
});
window.addEventListener('resize', () => {
  for (const chart of charts) chart.resize();
});
window.addEventListener('keydown', onKey);
// The theme's colours are on the body: its class changes with the theme.
new MutationObserver(() => {
  if (shown !== null && shown.lanes.length > 0) render(shown);
}).observe(document.body, { attributes: true, attributeFilter: ['class'] });
send({ type: 'ready' });

function send(message: FromTimeline): void {
  tell(message);
}

function open(path: string, line: number): void {
  send({ type: 'open', path, line });
}

function emptyWords({ data, scanning }: ToTimeline): string {
  if (scanning) return 'The bundle is being read…';
  return data === null
    ? 'No bundle has been read yet.'
    : 'Nothing in this bundle carries a time: no status blocks, no dated memory dumps, no dated findings.';
}

function render(data: TimelineData): void {
  const scrolled = window.scrollY;
  for (const chart of charts) chart.destroy();
  charts = [];
  // The watchers of the charts before go with the old view.
  const next = new View(data.startMs, Math.max(data.endMs, data.startMs + 60_000));
  next.show(view.start, view.end);
  view = next;
  const body = element('div', { class: 'lanes' });
  page().replaceChildren(toolbar(data), body);
  if (asTable) {
    body.append(tables(data, open));
    return;
  }
  const loose = data.marks.filter((one) => !data.lanes.some((lane) => lane.id === one.lane));
  if (loose.length > 0) {
    body.append(
      element('section', { class: 'lane' }, element('h2', {}, 'Findings of the bundle'), markBar(loose, view, open)),
    );
  }
  const palette = colours();
  for (const lane of data.lanes) {
    const own = data.marks.filter((one) => one.lane === lane.id);
    // Memory reports have no marks of their own: those of the bundle are the same clock.
    body.append(laneSection(lane, own, own.length === 0 ? data.marks.filter((one) => one.rootCause) : own, palette));
  }
  for (const chart of charts) chart.resize();
  window.scrollTo(0, scrolled);
}

function laneSection(
  lane: TimelineLane,
  marks: readonly TimelineMark[],
  lines: readonly TimelineMark[],
  palette: ReturnType<typeof colours>,
): HTMLElement {
  const section = element(
    'section',
    { class: 'lane', 'aria-label': `${lane.title}, ${lane.detail}` },
    element('h2', {}, lane.title, element('span', { class: 'detail' }, lane.detail)),
    markBar(marks, view, open),
    lane.spans.length === 0 ? null : stateBar(lane, view, open),
  );
  for (const chart of lane.charts) {
    const names = chart.series.map((one) => one.label).join(', ');
    const host = element('div', { class: 'plot' });
    const figure = element(
      'figure',
      {
        tabindex: '0',
        role: 'group',
        'aria-label': `${chart.title} (${names}). Left and Right move through the samples, Enter goes to the line.`,
      },
      element('figcaption', {}, chart.title),
      host,
    );
    section.append(figure);
    const made = new Chart(chart, { view, colours: palette, marks: lines, open }, host);
    figure.addEventListener('keydown', (event) => {
      chartKey(event, made);
    });
    charts.push(made);
  }
  return section;
}

function chartKey(event: KeyboardEvent, chart: Chart): void {
  if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'ArrowRight') chart.step(1);
  else if (event.key === 'ArrowLeft') chart.step(-1);
  else if (event.key === 'Enter') chart.openAtCursor();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || asTable) return;
  if (event.key === '+' || event.key === '=') view.zoom(0.5);
  else if (event.key === '-') view.zoom(2);
  else if (event.key === '0' || event.key === 'Escape') view.all();
  else if (event.key === 'ArrowLeft') view.pan(-0.2);
  else if (event.key === 'ArrowRight') view.pan(0.2);
  else return;
  event.preventDefault();
}

function toolbar(data: TimelineData): HTMLElement {
  const range = element('span', { class: 'range', role: 'status' });
  const reset = button('Show all', { title: 'Show the whole time (0)' }, () => {
    view.all();
  });
  const say = (): void => {
    range.textContent = `${fullTime(view.start)} to ${fullTime(view.end)} · ${span(view.end - view.start)}`;
    reset.disabled = !view.zoomed;
  };
  view.onChange(say);
  say();
  return element(
    'header',
    {},
    range,
    element(
      'span',
      { class: 'tools' },
      ...(asTable
        ? []
        : [
            element('span', { class: 'hint' }, 'Drag to zoom, click to go to the line'),
            button('−', { 'aria-label': 'Zoom out', title: 'Zoom out (-)' }, () => {
              view.zoom(2);
            }),
            button('+', { 'aria-label': 'Zoom in', title: 'Zoom in (+)' }, () => {
              view.zoom(0.5);
            }),
            reset,
          ]),
      button(asTable ? 'Show charts' : 'Show as table', { 'aria-pressed': String(asTable) }, () => {
        asTable = !asTable;
        if (shown !== null) render(shown);
      }),
    ),
    data.notes.length === 0 ? null : element('p', { class: 'notes' }, data.notes.join(' ')),
  );
}
