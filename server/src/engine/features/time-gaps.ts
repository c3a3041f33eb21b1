import { LogClock } from '../formats/journal/log-clock';
import { journalMarker } from '../formats/journal/markers';
import { emptyPrefix, readPrefix } from '../formats/journal/prefix';
import type { DocumentModel } from './document-model';

/** A silence of a journal, or a boot of its host. */
export interface TimeGap {
  /** 0-based: the first line after it. */
  readonly line: number;
  readonly kind: 'silence' | 'boot';
  /** Between the lines around it; 0 for a boot whose times are not known. */
  readonly seconds: number;
}

/** Boots, and silences of all processes of a journal that are longer than `leastSeconds`, in the order of lines. */
export function timeGaps(model: DocumentModel, leastSeconds: number): readonly TimeGap[] {
  return model.facts.sections('journal').flatMap(({ section, facts }) => {
    const gaps: TimeGap[] = [];
    // Only differences count: any year does.
    const clock = new LogClock({ year: null, notAfterMs: 0 });
    const prefix = emptyPrefix();
    let before: number | null = null;
    let booted = false;
    for (let line = section.startLine; line <= section.endLine; line += 1) {
      const text = model.lines[line] ?? '';
      if (journalMarker(text, 0, text.length) === 'boot') booted = true;
      if (!readPrefix(text, 0, text.length, prefix)) continue;
      const now = clock.timeOf(prefix);
      const seconds = before === null || now === null ? 0 : (facts.newestFirst ? before - now : now - before) / 1_000;
      if (booted) gaps.push({ line, kind: 'boot', seconds: Math.max(0, seconds) });
      else if (seconds > leastSeconds) gaps.push({ line, kind: 'silence', seconds });
      booted = false;
      before = now ?? before;
    }
    return gaps;
  });
}
