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
/** Also only before a known command: `host:~ # ` of SUSE, `~ # ` of containers, `user@host $ `, `user@host# ` and `PS C:\> `. */
const PLAIN_PROMPT =
  /^(?:(?:[\w.-]{1,64}:)?[~/][^\s#$%]{0,200} [#$%]|[\w.-]{1,64}@[\w.-]{1,255} ?[#$%>]|PS (?:[A-Z]:)?[\\/~][^\s>]{0,200}>|[#$%]) (?=[a-z/])/u;

/** The command behind a prompt; null where the line has no prompt. An empty command is a prompt alone. */
export function promptLine(line: string, isKnownCommand: (command: string) => boolean): CommandLine | null {
  const named = NAMED_PROMPT.exec(line);
  if (named !== null) return strip(line, named[0].length);
  const plain = PLAIN_PROMPT.exec(line);
  if (plain === null) return null;
  const command = strip(line, plain[0].length);
  if (line.startsWith('#') && isProse(command.command)) return null;
  return isKnownCommand(command.command) ? command : null;
}

/** Words that sentences have and commands have not. */
const SENTENCE =
  /(?<= )(?:an|and|are|as|at|be|can|for|from|has|have|if|in|is|it|its|may|must|not|of|on|only|or|should|that|the|this|to|when|which|will|with|you|your)(?= |$)/gu;
const PLAIN_WORDS = /^[a-z]{1,20}(?: [\p{L}’']{1,30}[,.;:!?]?){1,60}$/u;
/** Commands that are typed with several plain words. */
const WORDY = /^(?:ip|ss|systemctl|journalctl|timedatectl|chronyc|zpa-connector) /u;

/**
 * Whether the text behind a bare `#` is a comment: the name of a command with a colon, or words, three plain ones or with
 * those of a sentence, and no option.
 */
function isProse(command: string): boolean {
  if (/^[a-z]{1,20}:/u.test(command)) return true;
  if (WORDY.test(command) || command.includes(' -')) return false;
  const sentence = command.slice(0, 400).match(SENTENCE)?.length ?? 0;
  return PLAIN_WORDS.test(command) ? sentence > 0 || command.split(' ').length > 3 : sentence > 1;
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
