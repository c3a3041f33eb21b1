/** A command typed at a prompt, or echoed by a script before its output. */
export interface CommandLine {
  /** The command without prompt, `sudo` and surrounding quotes. */
  readonly command: string;
  /** UTF-16 offset of the command in its line. */
  readonly start: number;
}

/**
 * Prompts: `[user@host dir]# `, `user@host:dir$ `, `user@host dir % `, `sh-4.4# `, and a bare `# `, `$ ` or `% `.
 * A bare `#` is a prompt only before a known command (configuration files have comments), see `promptLine`.
 */
const NAMED_PROMPT =
  /^(?:\([\w.-]{1,30}\) )?(?:\[[\w.-]{1,64}@[\w.-]{1,255}(?: [^\]\s]{0,200})?\] ?[#$%]|[\w.-]{1,64}@[\w.-]{1,255}:[^\s#$%]{0,200} ?[#$%]|[\w.-]{1,64}@[\w.-]{1,255} [^\s#$%]{1,200} [#$%]|(?:ba)?sh-\d\.\d{1,2}[#$])(?: |$)/u;
const BARE_PROMPT = /^[#$%] (?=[a-z/])/u;

/** The command behind a prompt; null where the line has no prompt. An empty command is a prompt alone. */
export function promptLine(line: string, isKnownCommand: (command: string) => boolean): CommandLine | null {
  const named = NAMED_PROMPT.exec(line);
  if (named !== null) return strip(line, named[0].length);
  const bare = BARE_PROMPT.exec(line);
  if (bare === null) return null;
  const command = strip(line, bare[0].length);
  return isKnownCommand(command.command) ? command : null;
}

/** The line as a command without a prompt, as scripts echo it. */
export function echoedCommand(line: string): CommandLine {
  return strip(line, 0);
}

function strip(line: string, from: number): CommandLine {
  const lead = /^(?:[\s"'`]|(?:sudo(?: -[A-Za-z]+(?: \w+)?)*|LC_ALL=C|LANG=C) ){0,6}/u.exec(line.slice(from));
  const start = from + (lead === null ? 0 : lead[0].length);
  return {
    command: line
      .slice(start)
      .trimEnd()
      .replace(/["'`]$/u, ''),
    start,
  };
}
