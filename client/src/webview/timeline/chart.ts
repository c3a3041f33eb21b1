/** One chart: uPlot with our axes, marks and clicks. */
import uPlot from 'uplot';
import type { TimelineChart, TimelineMark } from '../../../../server/src/lsp/desk-protocol';
import { fullTime, tickLabels } from './clock';
import type { Colours } from './colours';
import { DASHES } from './colours';
import { figure } from './figures';
import type { View } from './view';

export interface ChartDeps {
  readonly view: View;
  readonly colours: Colours;
  readonly marks: readonly TimelineMark[];
  readonly open: (path: string, line: number) => void;
}

/** Widths beside the plot, in CSS pixels; the bars above keep the same (timeline.css). */
const AXIS_WIDTH = 76;
const RIGHT_PADDING = 14;
const HEIGHT = 118;
/** Steps of an axis of bytes: figures are told in powers of 1024. */
const BYTE_STEPS = [1, 1024, 1024 ** 2, 1024 ** 3, 1024 ** 4].flatMap((unit) =>
  [1, 2, 5, 10, 20, 50, 100, 200, 500].map((times) => times * unit),
);
/** A mouse that moved less was meant to click. */
const DRAG_PX = 4;

export class Chart {
  readonly #plot: uPlot;

  constructor(
    private readonly chart: TimelineChart,
    private readonly deps: ChartDeps,
    private readonly host: HTMLElement,
  ) {
    const data = [chart.times, ...chart.series.map((one) => one.values)] as unknown as uPlot.AlignedData;
    this.#plot = new uPlot(this.#options(), data, host);
    deps.view.onChange(() => {
      this.#follow();
    });
    this.#follow();
    this.#openOnClick(this.#plot.over);
  }

  /** Goes to the line of the sample under the cursor. */
  openAtCursor(): void {
    const place = this.chart.places[this.#plot.cursor.idx ?? -1];
    const path = place === undefined ? undefined : this.chart.paths[place[0]];
    if (place === undefined || path === undefined) return;
    this.deps.open(path, place[1]);
  }

  /** Moves the cursor by so many samples; the legend shows what is there, and the answer is the same in words. */
  step(by: number): string {
    const { times } = this.chart;
    const { view } = this.deps;
    const at = this.#plot.cursor.idx ?? times.findIndex((ms) => ms >= view.start);
    const next = Math.min(Math.max(at + by, 0), times.length - 1);
    const ms = times[next];
    if (ms === undefined) return '';
    if (ms < view.start || ms > view.end) view.pan(by > 0 ? 0.5 : -0.5);
    this.#plot.setCursor({ left: this.#plot.valToPos(ms, 'x'), top: 10 });
    return [
      fullTime(ms),
      ...this.chart.series.map((one) => `${one.label} ${this.#words(one.values[next] ?? null)}`),
    ].join(', ');
  }

  #words(value: number | null): string {
    return value === null ? 'unknown' : figure(value, this.chart.unit);
  }

  resize(): void {
    this.#plot.setSize({ width: this.host.clientWidth, height: HEIGHT });
  }

  destroy(): void {
    this.#plot.destroy();
  }

  /** Not by the click event: uPlot keeps it to itself after the slightest move of the mouse. */
  #openOnClick(over: HTMLElement): void {
    let downAt: number | null = null;
    over.addEventListener('mousedown', ({ button, clientX }) => {
      downAt = button === 0 ? clientX : null;
    });
    over.addEventListener('mouseup', ({ clientX }) => {
      if (downAt !== null && Math.abs(clientX - downAt) < DRAG_PX) this.openAtCursor();
      downAt = null;
    });
  }

  #follow(): void {
    this.#plot.setScale('x', { min: this.deps.view.start, max: this.deps.view.end });
  }

  #options(): uPlot.Options {
    const { chart, deps } = this;
    const { colours, view } = deps;
    const font = `11px ${getComputedStyle(document.body).fontFamily}`;
    const axis = { stroke: colours.text, font, grid: { stroke: colours.grid, width: 1 }, ticks: { show: false } };
    return {
      width: Math.max(this.host.clientWidth, 300),
      height: HEIGHT,
      ms: 1,
      tzDate: (ms) => uPlot.tzDate(new Date(ms), 'Etc/UTC'),
      padding: [8, RIGHT_PADDING, 0, 0],
      legend: { live: true },
      cursor: {
        y: false,
        drag: { x: true, y: false, dist: DRAG_PX, setScale: false },
        sync: { key: 'zpa' },
        points: { size: 6 },
      },
      scales: {
        x: { time: true, range: () => [view.start, view.end] },
        y: { range: (_, low, high) => yRange(low, high, chart.unit) },
      },
      axes: [
        { ...axis, size: 30, space: 70, values: (_, moments, __, ___, step) => tickLabels(moments, step) },
        {
          ...axis,
          size: AXIS_WIDTH,
          space: 26,
          ...(chart.unit === 'bytes' || chart.unit === 'bytes/s' ? { incrs: [...BYTE_STEPS] } : {}),
          values: (_, values) => values.map((value) => figure(value, chart.unit)),
        },
      ],
      series: [
        { label: 'Time', value: (_, ms: number | null) => (ms === null ? '' : fullTime(ms)) },
        ...chart.series.map(
          ({ label }, index): uPlot.Series => ({
            label,
            stroke: colours.series[index % colours.series.length] ?? colours.text,
            dash: [...(DASHES[index % DASHES.length] ?? [])],
            width: 1.5,
            points: { show: false },
            spanGaps: false,
            value: (_, value: number | null) => (value === null ? '–' : figure(value, chart.unit)),
          }),
        ),
      ],
      hooks: {
        setSelect: [
          (plot) => {
            const { left, width } = plot.select;
            if (width <= 2) return;
            const from = plot.posToVal(left, 'x');
            const to = plot.posToVal(left + width, 'x');
            plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
            view.show(from, to);
          },
        ],
        draw: [
          (plot) => {
            this.#drawMarks(plot);
          },
        ],
      },
    };
  }

  /** A line a mark through the plot, where it begins. */
  #drawMarks(plot: uPlot): void {
    const { ctx, bbox } = plot;
    ctx.save();
    for (const mark of this.deps.marks) {
      const x = plot.valToPos(mark.startMs, 'x', true);
      if (x < bbox.left || x > bbox.left + bbox.width) continue;
      ctx.strokeStyle = this.deps.colours.marks[mark.severity];
      ctx.globalAlpha = mark.rootCause ? 1 : 0.45;
      ctx.lineWidth = mark.rootCause ? 2 : 1;
      ctx.setLineDash(mark.rootCause ? [] : [3, 3]);
      ctx.beginPath();
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
      ctx.stroke();
    }
    ctx.restore();
  }
}

/** From nothing up: a small change of a large figure is not to look like a collapse. */
function yRange(low: number | null, high: number | null, unit: TimelineChart['unit']): uPlot.Range.MinMax {
  if (low === null || high === null) return [0, 1];
  if (unit === 'bytes' && low > 0 && high < low * 2) return [low * 0.9, high * 1.05];
  return [0, high <= 0 ? 1 : high * 1.1];
}
