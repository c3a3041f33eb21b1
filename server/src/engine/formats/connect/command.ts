/** Reading of typed commands: what precedes the tool, its arguments, and what it was to connect to. */

/**
 * What may stand before a tool: a loop's head, text piped into it, a time limit, a path.
 * The repeats are bounded; each alternative begins with its own word.
 */
const LEAD =
  '^(?:(?:for|while) [^;]{1,120}; ?do )?(?:(?:echo(?: [^|]{0,40})?|printf [^|]{1,40}|cat [^|]{1,120}) ?\\| ?)?(?:(?:timeout(?: -[\\w=-]{1,20}){0,3} [\\d.]{1,8}[smh]?|time|nohup|proxychains|sudo(?: -u \\w{1,32})?) ){0,3}(?:/[\\w./-]{1,60}/)?';

/** Expression that recognises a command line of a tool; `tool` is the source of an expression. */
export function commandPattern(tool: string): RegExp {
  return new RegExp(`${LEAD}(?:${tool})`, 'u');
}

/** Words of a command behind the tool's name, up to the end of its part of the line. Quotes around a word are dropped. */
export function argumentsOf(command: string, tool: RegExp): readonly string[] {
  const at = tool.exec(command);
  if (at === null) return [];
  const words: string[] = [];
  for (const match of command
    .slice(at.index + at[0].length, at.index + 2_000)
    .matchAll(/"[^"]{0,300}"|'[^']{0,300}'|[^\s"']{1,500}/gu)) {
    const [word] = match;
    if (/^(?:[|;&]|\d?[<>]|\\$)/u.test(word)) break;
    words.push(word.replace(/^["']|["']$/gu, '').replace(/[;|].*$/u, ''));
    if (word.endsWith(';')) break;
  }
  return words;
}

/** Words that are no options. `valued`: letters and long names of options that take the next word. */
export function operandsOf(words: readonly string[], valued: ReadonlySet<string>): readonly string[] {
  const operands: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '' || word === '-') continue;
    if (!word.startsWith('-')) operands.push(word);
    else if (takesNext(word, valued)) at += 1;
  }
  return operands;
}

function takesNext(option: string, valued: ReadonlySet<string>): boolean {
  if (option.startsWith('--')) return valued.has(option.slice(2));
  // In a cluster such as `-zvw5` the first letter that takes a value takes the rest of the cluster.
  const letters = option.slice(1);
  const first = letters.split('').findIndex((letter) => valued.has(letter));
  return first >= 0 && first === letters.length - 1;
}

/** Host and port of `host:port`, `[address]:port` or a bare host. */
export function splitHostPort(text: string): { readonly host: string; readonly port: string | undefined } {
  const bracketed = /^\[(?<host>[^\]]{1,60})\](?::(?<port>\w{1,10}))?$/u.exec(text)?.groups;
  if (bracketed?.host !== undefined) return { host: bracketed.host, port: bracketed.port };
  const plain = /^(?<host>[^:\s]{1,255}):(?<port>\w{1,10})$/u.exec(text)?.groups;
  return { host: plain?.host ?? text, port: plain?.port };
}
