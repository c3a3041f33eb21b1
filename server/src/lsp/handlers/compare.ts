/** The present bundle against another one. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { compareBundles } from '../../engine/report/compare';
import { comparisonMarkdown } from '../../engine/report/compare-markdown';
import type { CompareParams, CompareResult } from '../bundle-protocol';
import { BUNDLE_REQUESTS } from '../bundle-protocol';
import type { ServerContext } from '../context';
import type { Log } from '../fence';
import { fencedAsync } from '../fence';
import type { BundleFiles } from '../workspace/bundle-files';
import { BundleIndex } from '../workspace/bundle-index';

export interface CompareDeps {
  readonly index: BundleIndex;
  readonly files: BundleFiles;
  readonly context: () => ServerContext;
  readonly log: Log;
}

/** Answers `zpaTriage/compare`. The other bundle is read for this one answer. */
export function registerCompare(connection: Connection, deps: CompareDeps): void {
  connection.onRequest(BUNDLE_REQUESTS.compare, (params: CompareParams, token: CancellationToken) =>
    fencedAsync(deps.log, 'comparison', null, () => compare(deps, params, token)),
  );
}

async function compare(
  { index, files, context }: CompareDeps,
  { uris, isNewer, names }: CompareParams,
  token: CancellationToken,
): Promise<CompareResult | null> {
  const { facts, report } = index;
  if (facts === null || report === null) return null;
  const cancel = { cancelled: token.isCancellationRequested };
  token.onCancellationRequested(() => {
    cancel.cancelled = true;
  });
  const other = new BundleIndex(files, {
    context,
    zone: () => null,
    open: () => null,
    changed: () => undefined,
  });
  await other.scan({ roots: uris, unasked: false, cancel, onFile: () => undefined });
  if (other.facts === null || other.report === null) return null;
  const present = { facts, report };
  const read = { facts: other.facts, report: other.report };
  const [before, after] = isNewer ? [present, read] : [read, present];
  const comparison = compareBundles(before, after, context().catalogue);
  const [oldName, newName] = isNewer ? [names.present, names.other] : [names.other, names.present];
  return { markdown: comparisonMarkdown(comparison, oldName, newName), new: comparison.new.length };
}
