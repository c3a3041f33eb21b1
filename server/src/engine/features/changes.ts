import type { Field } from '../catalogue';
import type { FieldToken } from '../formats/format';
import type { DocumentModel } from './document-model';
import { formatAt } from './document-model';
import type { Glossary } from './glossary';
import { fieldsAt } from './line-fields';
import { previousLine } from './previous-sample';

/** A number that is not what it was in the previous sample. */
export interface Change {
  readonly token: FieldToken;
  readonly field: Field;
  /** With sign and thousands separators: `+1,204`, `-3`. */
  readonly label: string;
  readonly falls: boolean;
  readonly before: string;
  readonly previousLine: number;
  /** Seconds between the samples; null without a clock. */
  readonly seconds: number | null;
}

const NUMBER = /^-?\d{1,20}(?:\.\d{1,9})?$/u;
const INTEGER = /^-?\d{1,20}$/u;

/** Every value of a line that moved since the line's previous sample, in the order of the line. */
export function changesOf(model: DocumentModel, glossary: Glossary, line: number): readonly Change[] {
  const previous = previousLine(model, line);
  const format = previous === null ? null : formatAt(model, line);
  if (previous === null || format === null) return [];
  const text = model.lines[line] ?? '';
  const before = new Map<string, string>();
  for (const token of fieldsAt(model, previous.line))
    before.set(token.name, previous.text.slice(token.valueStart, token.valueEnd));
  return fieldsAt(model, line).flatMap((token): Change[] => {
    const then = before.get(token.name);
    const now = text.slice(token.valueStart, token.valueEnd);
    if (then === undefined || then === now) return [];
    const label = signedDifference(then, now);
    const field = label === null ? null : glossary.fieldOf(token.name, format.id);
    if (label === null || field === null) return [];
    return [
      {
        token,
        field,
        label,
        falls: label.startsWith('-'),
        before: then,
        previousLine: previous.line,
        seconds: previous.seconds,
      },
    ];
  });
}

/** `+1,204` or `-3`; null where one is no number or nothing changed. Whole numbers keep all their digits. */
export function signedDifference(before: string, now: string): string | null {
  if (INTEGER.test(before) && INTEGER.test(now)) {
    const delta = BigInt(now) - BigInt(before);
    return delta === 0n ? null : `${delta > 0n ? '+' : ''}${delta.toLocaleString('en-US')}`;
  }
  if (!NUMBER.test(before) || !NUMBER.test(now)) return null;
  const delta = Math.round((Number(now) - Number(before)) * 1e6) / 1e6;
  return delta === 0 ? null : `${delta > 0 ? '+' : ''}${delta.toLocaleString('en-US', { maximumFractionDigits: 3 })}`;
}
