/** Sizes of documents from which on the editor does less. Shared with the client. */

/** From here on VS Code itself stops colouring by grammar: in characters, and in lines. */
const LARGE_CHARACTERS = 20 * 2 ** 20;
export const LARGE_LINES = 300_000;
/** Above this VS Code hands a document to no extension, in characters. */
export const HUGE_CHARACTERS = 50 * 2 ** 20;

/** Whether CodeLens and inlay hints are left out. */
export function isLarge(characters: number, lines: number): boolean {
  return characters > LARGE_CHARACTERS || lines > LARGE_LINES;
}
