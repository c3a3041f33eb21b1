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
/** Says what the eye finds in the legend. */
const spoken = element('p', { class: 'unseen', role: 'status' });

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
  page().replaceChildren(element('h1', { class: 'unseen' }, 'Timeline of the bundle'), toolbar(data), spoken, body);
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
  const sections = byUrgency(data).map((lane) => {
    const own = data.marks.filter((one) => one.lane === lane.id);
    // Memory reports have no marks of their own: those of the bundle are the same clock.
    const lines = own.length === 0 ? data.marks.filter((one) => one.rootCause) : own;
    const section = element('section', {
      class: 'lane',
      tabindex: '-1',
      'aria-label': `${lane.title}, ${lane.detail}`,
    });
    body.append(section);
    fillLane(section, lane, own, lines, palette);
    const isAlone = data.lanes.every((one) => one === lane || one.title !== lane.title);
    return { title: isAlone ? lane.title : `${lane.title}: ${lane.detail}`, section };
  });
  if (sections.length > 1) page().querySelector('header')?.append(jumps(sections));
  for (const chart of charts) chart.resize();
  window.scrollTo(0, scrolled);
}

/** The lanes with root causes first, then those with errors: what is looked for is not to stand below what is well. */
function byUrgency({ lanes, marks }: TimelineData): readonly TimelineLane[] {
  const urgency = ({ id }: TimelineLane): number => {
    const own = marks.filter((one) => one.lane === id);
    if (own.some((one) => one.rootCause)) return 2;
    return own.some((one) => one.severity === 'error') ? 1 : 0;
  };
  return [...lanes].sort((a, b) => urgency(b) - urgency(a));
}

/** From connector to connector. */
function jumps(sections: readonly { readonly title: string; readonly section: HTMLElement }[]): HTMLElement {
  return element(
    'nav',
    { class: 'jumps', 'aria-label': 'Connectors' },
    ...sections.map(({ title, section }) =>
      button(title, { class: 'quiet' }, () => {
        section.scrollIntoView();
        section.focus({ preventScroll: true });
      }),
    ),
  );
}

function fillLane(
  section: HTMLElement,
  lane: TimelineLane,
  marks: readonly TimelineMark[],
  lines: readonly TimelineMark[],
  palette: ReturnType<typeof colours>,
): void {
  const parts = [
    element('h2', {}, lane.title, element('span', { class: 'detail' }, lane.detail)),
    markBar(marks, view, open),
    lane.spans.length === 0 ? null : stateBar(lane, view, open),
  ];
  section.append(...parts.filter((one) => one !== null));
  for (const chart of lane.charts) {
    const names = chart.series.map((one) => one.label).join(', ');
    const host = element('div', { class: 'plot' });
    const figure = element(
      'figure',
      {
        tabindex: '0',
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
}

function chartKey(event: KeyboardEvent, chart: Chart): void {
  if (event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'ArrowRight') spoken.textContent = chart.step(1);
  else if (event.key === 'ArrowLeft') spoken.textContent = chart.step(-1);
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

const KEYS =
  'Tab goes to the findings, states and charts. On a chart Left and Right go from sample to sample, elsewhere they move the time that is shown. + and − zoom, 0 shows all, Enter goes to the line.';

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
            element(
              'span',
              { class: 'hint', title: KEYS },
              'Drag or + − to zoom, ← → to move, click or Enter to go to the line',
            ),
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
