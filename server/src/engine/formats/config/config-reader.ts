import { fileNameOf } from '../../basics/path-parts';
import type { SectionContext, Take } from '../format';
import { OutputReader } from '../shared/output-reader';

/** What became of the attempt to read the file: `absent` and `denied` are what a command said; `other`: it is another file. */
export type ConfigOutcome = 'read' | 'absent' | 'denied' | 'other';

/** What all configuration files have in common. */
export interface ConfigFacts {
  readonly outcome: ConfigOutcome;
  /** Whether all of the file was seen: false for lines picked by grep, head or tail, and for a few lines in another file. */
  readonly whole: boolean;
  /** Lines that are neither blank nor comment. */
  readonly contentLines: number;
  /** 0-based line of the first content line, or of the section's first line. */
  readonly line: number;
}

/** A place in a configuration file: 0-based line, UTF-16 columns, end exclusive. */
export interface ConfigSpot {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

const COMMAND_ERROR = /^(?:\w{2,8}: ){1,2}.{0,300}(?:(No such file or directory)|Permission denied)/u;
const PROMPT = /^(?:\[[\w.-]{1,64}@[^\]]{1,255}\] ?[#$%]|[\w.-]{1,64}@[\w.-]{1,255}:\S{0,200}[#$%]|\$) /u;
/** `# word` may as well be a prompt and its command. */
const SURE_COMMENT = /^\s{0,60}(?:[;!%]\s|#(?! ?[a-z/]))/u;
const COMMENT = /^\s{0,60}(?:[#;!%]|$)/u;

/**
 * Base of readers of configuration files. A whole file (known by its name) owns all its lines; the output of a command
 * owns the lines that `directive` knows and those that begin nothing else; a few lines found in another file end at
 * the first one that `directive` does not know.
 */
export abstract class ConfigReader<Facts extends ConfigFacts> extends OutputReader<Facts> {
  readonly #isFile: boolean;
  #outcome: ConfigOutcome = 'read';
  #contentLines = 0;
  #firstLine: number | null = null;
  #startLine: number | null = null;

  constructor(context: SectionContext, fileName: RegExp) {
    super(context);
    const name = fileNameOf(context.path);
    this.#isFile = context.command === null && fileName.test(name);
  }

  override take(text: string, start: number, end: number, line: number): Take {
    if (!this.#isFile || this.#outcome === 'other') return super.take(text, start, end, line);
    const content = text.slice(start, end);
    // A transcript or a script that bears the file's name is no such file; a transcript's commands say what it holds.
    if (this.#startLine === null && (PROMPT.test(content) || content.startsWith('#!'))) this.#outcome = 'other';
    else this.row(content, line);
    return this.#outcome === 'other' ? 'refused' : 'taken';
  }

  keep(text: string, start: number, end: number, line: number): void {
    this.#note(text.slice(start, end), line);
  }

  protected row(content: string, line: number): boolean {
    if (this.#outcome === 'absent' || this.#outcome === 'denied') return false;
    const error = this.#contentLines === 0 ? COMMAND_ERROR.exec(content) : null;
    if (error !== null) {
      this.#startLine ??= line;
      this.#outcome = error[1] === undefined ? 'denied' : 'absent';
      return true;
    }
    const known = !COMMENT.test(content) && this.directive(content, line);
    if (known || this.#isFile) this.#note(content, line);
    return known || SURE_COMMENT.test(content);
  }

  #note(content: string, line: number): void {
    this.#startLine ??= line;
    if (COMMENT.test(content)) return;
    this.#contentLines += 1;
    this.#firstLine ??= line;
    this.content?.(content, line);
  }

  /** For subclasses whose command may answer in words that the file is not there. */
  protected setAbsent(): void {
    this.#outcome = 'absent';
  }

  protected get common(): ConfigFacts {
    const { command } = this.context;
    return {
      outcome: this.#outcome,
      whole: command === null ? this.#isFile : /^(?:cat|more|less)\b/u.test(command),
      contentLines: this.#contentLines,
      line: this.#firstLine ?? this.#startLine ?? 0,
    };
  }

  /** Is shown every content line, known or not. */
  protected content?(content: string, line: number): void;

  /** Reads one line; gives whether it is a directive of this file. A line not known must change nothing. */
  protected abstract directive(content: string, line: number): boolean;
}

/** Matches a command that shows a file; `name` is the source of an expression for the file's path. */
export function showsFile(name: string): RegExp {
  return new RegExp(`^(?:cat|more|less|head|tail|e?grep)(?: [^<>]{0,200})?[ /](?:${name})(?=[\\s"']|$)`, 'u');
}
