/** The theme's colours for what cannot use CSS: the canvas. */

export interface Colours {
  readonly text: string;
  readonly grid: string;
  readonly series: readonly string[];
  readonly marks: Readonly<Record<'error' | 'warning' | 'info' | 'hint', string>>;
}

/** Dashes tell series apart where colours do not: in high contrast, in print, to the colour-blind. */
export const DASHES: readonly (readonly number[])[] = [[], [6, 3], [2, 2], [8, 3, 2, 3], [4, 4], [10, 4], [1, 3]];

const SERIES = [
  '--vscode-charts-blue',
  '--vscode-charts-purple',
  '--vscode-charts-green',
  '--vscode-charts-yellow',
  '--vscode-charts-red',
  '--vscode-foreground',
  '--vscode-charts-orange',
];

export function colours(): Colours {
  const style = getComputedStyle(document.body);
  const of = (name: string, otherwise: string): string => {
    const value = style.getPropertyValue(name).trim();
    return value === '' ? otherwise : value;
  };
  const text = of('--vscode-foreground', '#808080');
  return {
    text: of('--vscode-descriptionForeground', text),
    // The themes' own lines are meant for borders: in high contrast they would outshine the figures.
    grid: 'rgba(128, 128, 128, 0.25)',
    series: SERIES.map((name) => of(name, text)),
    marks: {
      error: of('--vscode-problemsErrorIcon-foreground', of('--vscode-charts-red', text)),
      warning: of('--vscode-problemsWarningIcon-foreground', of('--vscode-charts-yellow', text)),
      info: of('--vscode-problemsInfoIcon-foreground', of('--vscode-charts-blue', text)),
      hint: text,
    },
  };
}
