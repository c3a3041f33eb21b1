/**
 * The text as a string of its own. A slice of 13 units or more keeps the whole chunk alive it was cut from: facts that
 * are kept would hold the file in memory, chunk by chunk.
 */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}
