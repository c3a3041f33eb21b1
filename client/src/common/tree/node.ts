/** A row of a view as plain data; the tree view turns it into VS Code's. */
import type { Place } from '../places';

export interface Row {
  /** Unique in its view and stable over scans: VS Code keeps by it what is unfolded. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** Parts of the tooltip; texts of the log only as `text` and `code`, which are escaped. */
  readonly tooltip?: readonly TooltipPart[];
  readonly icon?: { readonly name: string; readonly color?: string };
  readonly children?: readonly Row[];
  readonly open?: boolean;
  readonly command?: RowCommand;
  /** Kind for the menus' `viewItem`. */
  readonly kind?: string;
  /** What a screen reader says; the label where it is left out. */
  readonly spoken?: string;
  /** For commands of the row's menu. */
  readonly findingId?: string;
  readonly place?: Place;
  readonly copy?: string;
  readonly runbook?: string;
}

export interface RowCommand {
  readonly name: string;
  readonly args: readonly unknown[];
}

export type TooltipPart =
  | { readonly kind: 'heading' | 'text' | 'code'; readonly value: string }
  | { readonly kind: 'field'; readonly name: string; readonly value: string };

/** A row that goes to its place when it is chosen. */
export function goTo(place: Place): { readonly place: Place; readonly command: RowCommand } {
  return { place, command: { name: 'zpaTriage.openPlace', args: [place] } };
}

const SEVERITY_ICONS = {
  error: { name: 'error', color: 'problemsErrorIcon.foreground' },
  warning: { name: 'warning', color: 'problemsWarningIcon.foreground' },
  info: { name: 'info', color: 'problemsInfoIcon.foreground' },
  hint: { name: 'lightbulb', color: 'descriptionForeground' },
} as const;

/** The icon of a severity, in the colours of the Problems panel. */
export function severityIcon(severity: keyof typeof SEVERITY_ICONS): NonNullable<Row['icon']> {
  return SEVERITY_ICONS[severity];
}
