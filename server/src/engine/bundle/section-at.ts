import { firstIndex } from '../basics/first-index';
import type { Section } from './sections';

/** The section of a file that holds a line (0-based); null where none does. Sections are in order and may be thousands. */
export function sectionAt(sections: readonly Section[], line: number): Section | null {
  const section = sections[firstIndex(sections, ({ endLine }) => endLine >= line)];
  return section === undefined || section.startLine > line ? null : section;
}
