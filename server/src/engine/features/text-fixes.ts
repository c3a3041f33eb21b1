/** Quick fixes for the text of a provisioning key file: plain data, for an editor or the command line. */
import type { KeyFault } from '../formats/provision-key/facts';
import { asciiOf, CURLY_QUOTES, keyLines, STRANGERS } from '../formats/provision-key/lines';
import type { KeyLine } from '../formats/provision-key/lines';
import { readKey } from '../formats/provision-key/shape';
import type { KeyReading } from '../formats/provision-key/shape';
import type { RuleId } from '../match/rule';

/** Replaces a range. Lines and columns are 0-based, columns in UTF-16 units, the end exclusive. */
export interface TextEdit {
  readonly line: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly newText: string;
}

/** A way to mend one fault. */
export interface TextFix {
  readonly ruleId: RuleId;
  /** What it does, an imperative phrase for a menu. */
  readonly title: string;
  /** In order, without overlaps. */
  readonly edits: readonly TextEdit[];
  /** Whether it can only make the key better: such fixes may be taken all at once, unasked. */
  readonly safe: boolean;
}

/** Fixes for the faults that a key file's text shows, at most one for each fault; none for a sound or empty file. */
export function keyFixes(text: string): readonly TextFix[] {
  const lines = keyLines(text);
  const reading = readKey(lines);
  return reading.facts.faults.flatMap(({ fault }) => {
    const fix = FIXES[fault]?.(lines, reading) ?? null;
    return fix === null || fix.edits.length === 0 ? [] : [{ ruleId: `provision-key/${fault}`, ...fix }];
  });
}

/** The text after all safe fixes, taken one after another until none is left. Every fix removes what it mends, so this ends. */
export function fixAllKey(text: string): string {
  for (let mended = text; ; ) {
    const next = keyFixes(mended).find((fix) => fix.safe);
    if (next === undefined) return mended;
    mended = applyEdits(mended, next.edits);
  }
}

/** The text with edits made that are in order and do not overlap. A column behind the end of its line stands for that end. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const lines = keyLines(text);
  const starts: number[] = [];
  let length = 0;
  for (const { text: line, ending } of lines) {
    starts.push(length);
    length += line.length + ending.length;
  }
  const offset = (line: number, column: number): number =>
    (starts[line] ?? length) + Math.min(column, lines[line]?.text.length ?? 0);
  let result = '';
  let at = 0;
  for (const edit of edits) {
    result += text.slice(at, offset(edit.line, edit.startColumn)) + edit.newText;
    at = offset(edit.endLine, edit.endColumn);
  }
  return result + text.slice(at);
}

type Fix = Omit<TextFix, 'ruleId'>;

const FIXES: Readonly<Partial<Record<KeyFault, (lines: readonly KeyLine[], reading: KeyReading) => Fix | null>>> = {
  'smart-quotes': (lines) => ({
    title: 'Remove the curly quotes',
    edits: replaceEach(lines, CURLY_QUOTES, () => ''),
    safe: true,
  }),
  'invisible-characters': (lines) => ({
    title: 'Remove the characters that no key has',
    edits: replaceEach(lines, STRANGERS, asciiOf),
    safe: true,
  }),
  'shell-remnant': extractKey,
  'surrounding-quotes': (_, { facts }) => ({
    title: 'Remove the quotes around the key',
    edits: removeSpans(facts, 'surrounding-quotes'),
    safe: true,
  }),
  'multiple-lines': joinLines,
  whitespace: trim,
};

/** Only where exactly one whole key stands between the commands. */
function extractKey(lines: readonly KeyLine[], { inShell }: KeyReading): Fix | null {
  const last = lines[lines.length - 1];
  if (inShell === null || last === undefined) return null;
  const end =
    last.ending === '' ? { line: lines.length - 1, column: last.text.length } : { line: lines.length, column: 0 };
  return {
    title: 'Keep the key and remove the shell command',
    edits: [
      {
        line: 0,
        startColumn: 0,
        endLine: end.line,
        endColumn: end.column,
        newText: inShell + (last.ending === '' ? '' : '\n'),
      },
    ],
    safe: true,
  };
}

/** Joins the lines of a wrapped key; lines of anything else are left to people. */
function joinLines(_: readonly KeyLine[], { content, isWrapped }: KeyReading): Fix | null {
  if (!isWrapped) return null;
  const edits = content.slice(1).map((line, index) => {
    const before = content[index] ?? line;
    return { line: before.index, startColumn: before.end, endLine: line.index, endColumn: line.start, newText: '' };
  });
  return { title: 'Join the wrapped key into one line', edits, safe: true };
}

/** Removes blanks, blank lines and Windows line ends; one plain final line break stays. */
function trim(lines: readonly KeyLine[], { facts, content }: KeyReading): Fix | null {
  const [line] = content;
  const last = lines[lines.length - 1];
  if (line === undefined || last === undefined) return null;
  const inside = removeSpans(facts, 'whitespace').filter(
    (edit) => edit.line === line.index && edit.endColumn > edit.startColumn,
  );
  const { text, ending } = lines[line.index] ?? last;
  const edits: TextEdit[] = [...inside];
  if (line.index > 0) edits.unshift({ line: 0, startColumn: 0, endLine: line.index, endColumn: 0, newText: '' });
  const isLast = line.index === lines.length - 1;
  if (!isLast || ending === '\r\n') {
    const endLine = last.ending === '' ? lines.length - 1 : lines.length;
    const endColumn = last.ending === '' ? last.text.length : 0;
    // A break of the other kind would be put back by an editor that keeps Windows line ends: end without one.
    const newText = ending === '\n' ? '\n' : '';
    edits.push({ line: line.index, startColumn: text.length, endLine, endColumn, newText });
  }
  return { title: 'Remove blanks and blank lines', edits: merge(edits), safe: true };
}

/** Joins edits that touch, so that none ends where the next begins. */
function merge(edits: readonly TextEdit[]): TextEdit[] {
  const merged: TextEdit[] = [];
  for (const edit of edits) {
    const before = merged[merged.length - 1];
    if (before?.endLine !== edit.line || before.endColumn !== edit.startColumn) {
      merged.push(edit);
      continue;
    }
    const { endLine, endColumn } = edit;
    merged[merged.length - 1] = { ...before, endLine, endColumn, newText: before.newText + edit.newText };
  }
  return merged;
}

function removeSpans(facts: KeyReading['facts'], fault: KeyFault): TextEdit[] {
  const spans = facts.faults.find((one) => one.fault === fault)?.at ?? [];
  return spans.map(({ line, start, end }) => ({
    line,
    startColumn: start,
    endLine: line,
    endColumn: end,
    newText: '',
  }));
}

/** An edit for each match that `toText` gives a text for. */
function replaceEach(lines: readonly KeyLine[], pattern: RegExp, toText: (found: string) => string | null): TextEdit[] {
  return lines.flatMap(({ text }, line) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const newText = toText(match[0]);
      const startColumn = match.index;
      const endColumn = startColumn + match[0].length;
      return newText === null ? [] : [{ line, startColumn, endLine: line, endColumn, newText }];
    }),
  );
}
