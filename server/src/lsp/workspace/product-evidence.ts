import type { Artifact } from '../../engine/bundle/artifact';

/** Formats that only a bundle of this product holds; any df or ping may lie in any folder. */
const OWN = /^(?:memory-|provision-key$|dr-|connection-test$|api-|lss-events$|fohh-|cpu-report$)/u;

/** Whether a file speaks of the product: without such a file a folder is no support bundle, and stays silent. */
export function isProductEvidence(artifact: Artifact): boolean {
  return artifact.sections.some(({ format, facts }) => {
    if (format === null) return false;
    return format === 'journal' ? hasProductLines(facts) : OWN.test(format);
  });
}

function hasProductLines(facts: unknown): boolean {
  return (
    typeof facts === 'object' &&
    facts !== null &&
    'productLineCount' in facts &&
    typeof facts.productLineCount === 'number' &&
    facts.productLineCount > 0
  );
}
