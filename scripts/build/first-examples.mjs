// An esbuild plugin for shipped builds: of a rule's examples (its tests) only the first of each kind is shown in pages.
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

// A Go expression: no flags.
const RULES = /[/\\]knowledge[/\\]rules[/\\].+[.]ts$/;

export const firstExamples = {
  name: 'first-examples',
  setup(build) {
    build.onLoad({ filter: RULES }, async ({ path }) => {
      const source = ts.createSourceFile(path, await readFile(path, 'utf8'), ts.ScriptTarget.ES2022, true);
      const { transformed } = ts.transform(source, [trim]);
      return { contents: ts.createPrinter().printFile(transformed[0]), loader: 'ts' };
    });
  },
};

/** Lists named `fires` or `silent` keep their first element, unless it is spread from elsewhere. */
function trim(context) {
  const visit = (node) => {
    const isExamples =
      ts.isPropertyAssignment(node) &&
      (node.name.getText() === 'fires' || node.name.getText() === 'silent') &&
      ts.isArrayLiteralExpression(node.initializer);
    if (!isExamples) return ts.visitEachChild(node, visit, context);
    const [first] = node.initializer.elements;
    const kept = first === undefined ? [] : [first];
    return ts.factory.updatePropertyAssignment(node, node.name, ts.factory.createArrayLiteralExpression(kept));
  };
  return (source) => ts.visitNode(source, visit);
}
