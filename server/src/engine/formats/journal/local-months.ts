/** Month names as journalctl and grep print them around a line: in the language of the host, behind a file name. */

/** By the first letters, in lower case and without accents; German, French, Spanish, Italian, Portuguese, Dutch. */
const MONTHS: readonly (readonly [begins: string, month: number])[] = [
  ['juin', 6],
  ['juil', 7],
  ['jan', 1],
  ['gen', 1],
  ['ene', 1],
  ['feb', 2],
  ['fev', 2],
  ['mrt', 3],
  ['mar', 3],
  ['mrz', 3],
  ['apr', 4],
  ['avr', 4],
  ['abr', 4],
  ['mai', 5],
  ['may', 5],
  ['mag', 5],
  ['mei', 5],
  ['jun', 6],
  ['giu', 6],
  ['jul', 7],
  ['lug', 7],
  ['aug', 8],
  ['aou', 8],
  ['ago', 8],
  ['sep', 9],
  ['set', 9],
  ['okt', 10],
  ['oct', 10],
  ['ott', 10],
  ['out', 10],
  ['nov', 11],
  ['dez', 12],
  ['dec', 12],
  ['dic', 12],
];

const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Month (1 to 12) of the English name at `at`; 0 where none stands there. */
export function monthAt(text: string, at: number): number {
  for (let index = 0; index < ENGLISH.length; index += 1) {
    const name = ENGLISH[index];
    if (name !== undefined && text.startsWith(name, at)) return index + 1;
  }
  return 0;
}

const LOCAL = /(?<name>\p{L}{3,5})\.? {1,2}(?=\d{1,2} \d{2}:\d{2}:\d{2}[ .,])/uy;
const NUMBERED = /(?<number>\d{1,2})[月월] {1,2}(?=\d{1,2} \d{2}:\d{2}:\d{2}[ .,])/uy;

/** Month (1 to 12) and where the day begins, of a line that begins with a month of another language; null for others. */
export function localMonth(text: string, start: number): { readonly month: number; readonly dayStart: number } | null {
  NUMBERED.lastIndex = start;
  const number = Number(NUMBERED.exec(text)?.groups?.number ?? 0);
  if (number >= 1 && number <= 12) return { month: number, dayStart: NUMBERED.lastIndex };
  LOCAL.lastIndex = start;
  const name = LOCAL.exec(text)?.groups?.name;
  if (name === undefined) return null;
  const dayStart = LOCAL.lastIndex;
  const plain = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  const found = MONTHS.find(([begins]) => plain.startsWith(begins));
  return found === undefined ? null : { month: found[1], dayStart };
}

const GREP = /(?:[./][\w./@-]{1,200}:|messages[\w.-]{0,40}:)?(?:\d{1,9}[:-](?=\S))?/uy;

/** Where the line begins behind the file name and line number that grep puts in front; `start` where there is none. */
export function skipGrep(text: string, start: number): number {
  const unit = text.charCodeAt(start);
  const mayBegin = unit === 47 || unit === 46 || unit === 109 || (unit >= 48 && unit <= 57);
  if (!mayBegin) return start;
  GREP.lastIndex = start;
  return GREP.test(text) ? GREP.lastIndex : start;
}
