import type { SectionContext, SectionReader, Take } from '../format';

/**
 * Base of readers of one command's output. The line that names the command (prompt or echo) is taken first; then each
 * line is offered to `row`. A line that `row` does not know ends a bare output, and stays with an output whose
 * command is known unless something else begins there.
 */
export abstract class OutputReader<Facts> implements SectionReader<Facts> {
  #commandSeen = false;

  constructor(protected readonly context: SectionContext) {}

  take(text: string, start: number, end: number, line: number): Take {
    const content = text.slice(start, end);
    const { command } = this.context;
    if (!this.#commandSeen && command !== null) {
      this.#commandSeen = true;
      if (content.includes(command)) return 'taken';
    }
    if (this.row(content, line)) return 'taken';
    return command !== null || content.trim() === '' ? 'maybe' : 'refused';
  }

  /**
   * Reads one line without its line break; 0-based `line` of the file. Gives whether the line surely belongs to this
   * output. May be asked twice about a line it refused: a refused line must change nothing.
   */
  protected abstract row(content: string, line: number): boolean;

  abstract finish(): Facts;
}
