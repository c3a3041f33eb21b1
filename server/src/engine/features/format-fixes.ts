import type { FormatId } from '../formats/format';
import { configFixes } from './config-fixes';
import type { TextFix } from './text-fixes';
import { applyEdits, fixAllKey, keyFixes } from './text-fixes';

/** Quick fixes for the text of a file of that format; none for formats that nobody edits. */
export function textFixes(format: FormatId | null, text: string): readonly TextFix[] {
  return format === 'provision-key' ? keyFixes(text) : configFixes(format, text);
}

/** The text after all safe fixes, taken one after another until none is left. Every fix removes what it mends, so this ends. */
export function fixAllText(format: FormatId | null, text: string): string {
  if (format === 'provision-key') return fixAllKey(text);
  for (let mended = text; ; ) {
    const next = configFixes(format, mended).find((fix) => fix.safe);
    if (next === undefined) return mended;
    mended = applyEdits(mended, next.edits);
  }
}
