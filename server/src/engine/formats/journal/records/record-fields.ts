import type { FieldToken } from '../../format';

/** `    _PID=42` of `-o verbose`, `_PID=42` of `-o export`. */
const NAMED = /^ {0,4}(?<name>[A-Z_][A-Z0-9_]{1,63})=/u;
const NAME = /^[A-Z_][A-Z0-9_]{1,63}$/u;
const JSON_BEGINS = /^(?:\u001e|data: )?\{|^\s{1,16}"/u;
const COLON = /\s{0,4}:\s{0,4}/uy;
const MAX_FIELDS = 300;

/**
 * The fields of a journal record by the names journald gives them (`journald._PID`), with their values; of a message only
 * the name, its text has hovers of its own. For lines of the modes that print each field by its name; none in others.
 */
export function recordFields(line: string): FieldToken[] {
  const found = NAMED.exec(line);
  const name = found?.groups?.name;
  if (found !== null && name !== undefined) {
    const valueStart = found[0].length;
    return [fieldOf(name, valueStart - 1 - name.length, valueStart, line.trimEnd().length)];
  }
  return JSON_BEGINS.test(line) ? jsonFields(line) : [];
}

function jsonFields(line: string): FieldToken[] {
  const fields: FieldToken[] = [];
  for (let at = line.indexOf('"'); at >= 0 && fields.length < MAX_FIELDS; ) {
    const nameEnd = stringEnd(line, at + 1);
    const name = line.slice(at + 1, nameEnd);
    COLON.lastIndex = nameEnd + 1;
    if (!COLON.test(line)) return fields;
    const valueAt = COLON.lastIndex;
    const [valueStart, valueEnd] = valueSpan(line, valueAt);
    if (NAME.test(name)) fields.push(fieldOf(name, at + 1, valueStart, valueEnd));
    at = line.indexOf('"', valueStart > valueAt ? valueEnd + 1 : valueEnd);
  }
  return fields;
}

/** The text of a string without its quotes; a number or list as it stands. */
function valueSpan(line: string, at: number): [start: number, end: number] {
  if (line.charCodeAt(at) === 34 /* " */) return [at + 1, stringEnd(line, at + 1)];
  const isList = line.charCodeAt(at) === 91; /* [ */
  let end = at;
  while (end < line.length && !(isList ? line[end] === ']' : /[,}\s]/u.test(line.charAt(end)))) end += 1;
  return [at, isList ? Math.min(end + 1, line.length) : end];
}

/** Where the string ends whose text begins at `from`: its closing quote, or the end of the line. */
function stringEnd(line: string, from: number): number {
  let end = from;
  while (end < line.length && line.charCodeAt(end) !== 34 /* " */) end += line.charCodeAt(end) === 92 /* \ */ ? 2 : 1;
  return Math.min(end, line.length);
}

function fieldOf(name: string, nameStart: number, valueStart: number, valueEnd: number): FieldToken {
  const nameEnd = nameStart + name.length;
  const isMessage = name === 'MESSAGE';
  return {
    name: `journald.${name}`,
    nameStart,
    nameEnd,
    valueStart: isMessage ? nameStart : valueStart,
    valueEnd: isMessage ? nameEnd : Math.max(valueStart, valueEnd),
  };
}
