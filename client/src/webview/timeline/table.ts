/** The same as tables: for screen readers, and for whoever wants the words. */
import type { TimelineData } from '../../../../server/src/lsp/desk-protocol';
import { button, element } from '../dom';
import { fullTime } from './clock';
import { figure } from './figures';

type Open = (path: string, line: number) => void;
type Cell = string | { readonly path: string; readonly line: number };

export function tables(data: TimelineData, open: Open): HTMLElement {
  return element(
    'div',
    { class: 'tables' },
    table(
      'Findings',
      ['Time', 'Severity', 'Finding', 'Rule', 'Line'],
      [...data.marks]
        .sort((a, b) => a.startMs - b.startMs)
        .map((one) => [
          fullTime(one.startMs),
          one.rootCause ? `${one.severity}, root cause` : one.severity,
          one.message,
          one.ruleId,
          one,
        ]),
      open,
    ),
    ...data.lanes.flatMap((lane) => [
      element('h2', {}, `${lane.title} · ${lane.detail}`),
      ...(lane.spans.length === 0
        ? []
        : [
            table(
              'Control connection',
              ['From', 'To', 'State', 'Broker', 'Line'],
              lane.spans.map((one) => [fullTime(one.startMs), fullTime(one.endMs), one.state, one.broker ?? '', one]),
              open,
            ),
          ]),
      table('Figures', ['Figure', 'Lowest', 'Highest', 'Last'], lane.charts.flatMap(figures), open),
    ]),
  );
}

function figures({ title, unit, series }: TimelineData['lanes'][number]['charts'][number]): Cell[][] {
  return series.map(({ label, values }) => {
    const known = values.filter((one) => one !== null);
    const last = known[known.length - 1];
    return [
      `${title}: ${label}`,
      known.length === 0
        ? ''
        : figure(
            known.reduce((a, b) => Math.min(a, b)),
            unit,
          ),
      known.length === 0
        ? ''
        : figure(
            known.reduce((a, b) => Math.max(a, b)),
            unit,
          ),
      last === undefined ? '' : figure(last, unit),
    ];
  });
}

function table(caption: string, heads: readonly string[], rows: readonly (readonly Cell[])[], open: Open): HTMLElement {
  return element(
    'table',
    {},
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...heads.map((one) => element('th', { scope: 'col' }, one)))),
    element(
      'tbody',
      {},
      ...rows.map((row) => element('tr', {}, ...row.map((cell) => element('td', {}, content(cell, open))))),
    ),
  );
}

function content(cell: Cell, open: Open): Node | string {
  if (typeof cell === 'string') return cell;
  const where = `${cell.path}:${String(cell.line)}`;
  return button(where, { class: 'link' }, () => {
    open(cell.path, cell.line);
  });
}
