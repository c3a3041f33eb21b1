/**
 * What a TextMate grammar is made of, and the scopes that are used in it. Only scopes that every theme knows
 * (https://macromates.com/manual/en/language_grammars): the last part of a name says what it is for.
 */

export interface Pattern {
  readonly include?: string;
  readonly name?: string;
  readonly match?: string;
  readonly captures?: Captures;
  readonly begin?: string;
  readonly end?: string;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Pattern[];
}

export type Captures = Readonly<Record<string, { readonly name: string }>>;

export interface Grammar {
  readonly scopeName: string;
  readonly name: string;
  readonly patterns: readonly Pattern[];
  readonly repository: Readonly<Record<string, { readonly patterns: readonly Pattern[] }>>;
}

/** What stands out is bad; what is good, and ordinary figures, stay quiet. */
export const SCOPE = {
  /** Times, hosts and numbers of processes before a message. */
  front: 'comment.front',
  quiet: 'comment.quiet',
  /** A name that is printed before its value. */
  label: 'variable.other.label',
  /** One of several names in parentheses, before as many values. */
  part: 'variable.parameter.part',
  column: 'keyword.other.column',
  /** Not `markup.heading`: a light theme paints that in the red of what is bad. */
  heading: 'markup.bold.heading',
  /** The words that a kind of line begins with. */
  kind: 'keyword.other.kind',
  number: 'constant.numeric.figure',
  // Not strings: light themes paint those in a red that would pass for bad.
  address: 'constant.other.address',
  path: 'constant.other.path',
  text: 'string.unquoted.text',
  quoted: 'string.quoted.double',
  host: 'entity.name.type.host',
  process: 'entity.name.function.process',
  command: 'entity.name.function.command',
  option: 'variable.parameter.option',
  operator: 'keyword.operator',
  /** A word of a fixed set that is neither good nor bad. */
  word: 'constant.language.state',
  /** A code in capitals that is neither good nor bad. */
  code: 'variable.other.constant.code',
  good: 'markup.inserted.good',
  /** Worth a look. */
  notable: 'string.regexp.notable',
  bad: 'invalid.illegal.bad',
} as const;

/** A word, wherever it stands. */
export function word(match: string, name: string): Pattern {
  return { match, name };
}

/** A match whose groups have these scopes, in order; null leaves a group as it is. */
export function parts(match: string, ...names: readonly (string | null)[]): Pattern {
  return { match, captures: captures(names) };
}

/**
 * A line of its own shape, coloured by its own patterns. `shape` is matched at the start of the line and takes
 * nothing. Ends with the line: no line changes the colours of the next.
 */
export function line(shape: string, ...patterns: readonly Pattern[]): Pattern {
  return { begin: `^(?=${shape})`, end: '$', patterns };
}

/** The rest of the line behind these words, coloured by its own patterns. */
export function rest(begin: string, names: readonly (string | null)[], ...patterns: readonly Pattern[]): Pattern {
  return { begin, end: '$', beginCaptures: captures(names), patterns };
}

function captures(names: readonly (string | null)[]): Captures {
  const entries = names.flatMap((name, index) => (name === null ? [] : [[String(index + 1), { name }] as const]));
  return Object.fromEntries(entries);
}

/**
 * Shapes of lines behind one look: an expression that matches at the start of a line only still walks the whole of a
 * long line when it does not match there, so many of them one by one cost more than all of them in one.
 */
export function group(patterns: readonly Pattern[]): Pattern {
  const shapes = patterns.map((pattern) => {
    const source = pattern.match ?? pattern.begin ?? '';
    if (!source.startsWith('^')) throw new Error(`not for the start of a line: ${source}`);
    return `(?:${source})`;
  });
  return { begin: `^(?=${shapes.join('|')})`, end: '$', patterns };
}
