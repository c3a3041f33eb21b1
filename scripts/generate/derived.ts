/** Files made from the knowledge: documentation pages, snippets, schemas, parts of package.json. */

/** Path (from the repository root) and content of every derived file. */
export function derivedFiles(_root: string): readonly (readonly [path: string, content: string])[] {
  return [];
}
