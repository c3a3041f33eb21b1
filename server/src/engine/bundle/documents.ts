/**
 * Files that speak of logs and are none: pages, notes and source code quote messages and outputs, whole lines of
 * them. What they quote is no evidence. Scripts are not among them: a collection script may hold a fault of its own.
 */
const DOCUMENT =
  /\.(?:md|markdown|mdx|rst|adoc|asciidoc|html?|xhtml|css|scss|[cm]?[jt]sx?|c|cc|cpp|h|hpp|go|rs|java|kt|cs|rb|php|py|swift|po|ipynb|svg|sarif)$/iu;

/** Whether the file's name says that it is a page or source code. `name`: last part of the path. */
export function isDocument(name: string): boolean {
  return DOCUMENT.test(name);
}
