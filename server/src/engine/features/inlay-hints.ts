import type { Change } from './changes';
import { changesOf } from './changes';
import type { DocumentModel } from './document-model';
import { isOurs } from './document-model';
import type { Glossary } from './glossary';
import { decodeValue } from './values';

/** A few units of text behind a value. 0-based UTF-16. */
export interface Hint {
  readonly line: number;
  readonly column: number;
  readonly label: string;
  /** Plain text, our own words and numbers only. */
  readonly tooltip: string;
}

/** Hints of one line: more would bury the line. Those that matter most stay. */
export const MAX_HINTS_A_LINE = 6;
/** Lines looked at in one answer: editors ask for what is on the screen. */
export const MAX_HINT_LINES = 2_000;

/** Units whose steps are noise or say nothing as a difference (round trips, loads, points in time). */
const COUNTED = new Set(['count', 'bytes', 'kilobytes']);
/** Values whose movement is the news of a line. */
const LOUD = /drop|blocked|errored|backed_off|disconnect|Redirect|aged|alive|active|^out\./u;
/**
 * Of an allocator row only what is out counts: Alloc and Free of a busy connector grow for ever. The limits of a
 * flow-control row follow what was received.
 */
const NOISE = /^(?:(?:alloc|free|drain)\.|f_conn\.(?:r_)?tx_limit$)/u;

/** The change since the previous sample behind each counter that moved, for the lines from `first` to `last` (inclusive). */
export function inlayHints(model: DocumentModel, glossary: Glossary, first: number, last: number): readonly Hint[] {
  if (!isOurs(model)) return [];
  const end = Math.min(last, first + MAX_HINT_LINES - 1, model.lines.length - 1);
  const hints: Hint[] = [];
  for (let line = Math.max(0, first); line <= end; line += 1) {
    const moved = withoutMirrors(
      changesOf(model, glossary, line).filter(({ field, token }) => COUNTED.has(field.unit) && !NOISE.test(token.name)),
    );
    const kept = mostTelling(moved);
    const left = moved.length - kept.length;
    for (const [index, change] of kept.entries()) {
      const isLast = index === kept.length - 1;
      hints.push({
        line,
        column: change.token.valueEnd,
        label: change.label,
        tooltip: `${tooltipOf(change)}${isLast && left > 0 ? ` ${String(left)} further values of this line moved; hover them.` : ''}`,
      });
    }
  }
  const final = hints[hints.length - 1];
  if (final === undefined || last <= end || end === model.lines.length - 1) return hints;
  const note = `${final.tooltip} Lines behind line ${String(end + 1)} were not looked at.`;
  return [...hints.slice(0, -1), { ...final, tooltip: note }];
}

/** A flow-control row prints each amount up to four times (peer_tx = rx; r_rx, enq, deq = tx): once is enough. */
function withoutMirrors(changes: readonly Change[]): readonly Change[] {
  const shown = new Set<string>();
  return changes.filter(({ token, label }) => {
    if (!token.name.startsWith('f_conn.')) return true;
    if (shown.has(label)) return false;
    shown.add(label);
    return true;
  });
}

/** The loudest first, then in the order of the line; given back in the order of the line. */
function mostTelling(changes: readonly Change[]): readonly Change[] {
  if (changes.length <= MAX_HINTS_A_LINE) return changes;
  const kept = new Set(
    [...changes]
      .sort((a, b) => Number(LOUD.test(b.token.name)) - Number(LOUD.test(a.token.name)))
      .slice(0, MAX_HINTS_A_LINE),
  );
  return changes.filter((one) => kept.has(one));
}

function tooltipOf({ field, label, previousLine, seconds }: Change): string {
  const amount = decodeValue(field, label.replace(/[+,-]/gu, ''));
  const human = amount === null || field.unit === 'count' ? '' : ` (${amount})`;
  const time = seconds === null ? '' : `, ${String(Math.round(seconds))} s before`;
  return `${field.title}: ${label}${human} since line ${String(previousLine + 1)}${time}.`;
}
