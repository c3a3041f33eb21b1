import type { BundleFacts } from './bundle-facts';

/** Formats that only the product, its API or its log streams write. */
const OWN_FORMATS = /^(?:memory-|provision-key$|api-|lss-|dr-|version-files$)/u;

/** Whether anything in the bundle comes from a connector: else its files are none of ours. */
export function isProductBundle(facts: BundleFacts): boolean {
  return (
    facts.sections('journal').some((one) => one.facts.productLineCount > 0) ||
    facts.artifacts.some(({ sections }) =>
      sections.some(({ format }) => format !== null && OWN_FORMATS.test(format)),
    ) ||
    facts.sections('ls').some((one) => [...one.facts.subjects].some((path) => path.startsWith('/opt/zscaler/')))
  );
}
