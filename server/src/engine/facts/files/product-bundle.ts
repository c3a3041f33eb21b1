import type { Artifact } from '../../bundle/artifact';
import type { BundleFacts } from '../bundle-facts';
import type { FactsByFormat } from '../registry';

/** Formats that only the product, its API or its log streams write. */
const OWN_FORMATS = /^(?:memory-|provision-key$|api-|lss-|dr-|version-files$)/u;

/** Whether a file holds what only the product, its API or its log streams write. */
export function isOwnArtifact({ sections }: Artifact): boolean {
  return sections.some(
    ({ format, facts }) =>
      (format !== null && OWN_FORMATS.test(format)) ||
      (format === 'journal' && hasProductLines(facts as FactsByFormat['journal'])),
  );
}

function hasProductLines({ productLineCount }: FactsByFormat['journal']): boolean {
  return productLineCount > 0;
}

/** Whether anything in the bundle comes from a connector: else its files are none of ours. */
export function isProductBundle(facts: BundleFacts): boolean {
  return (
    facts.artifacts.some(isOwnArtifact) ||
    facts.sections('ls').some((one) => [...one.facts.subjects].some((path) => path.startsWith('/opt/zscaler/')))
  );
}
