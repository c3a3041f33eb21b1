/** Requests about the lines of one file, read as a stream: also for files that no editor holds. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { DocumentModel } from '../../engine/features/document-model';
import type { KeepLine } from '../../engine/features/line-filter';
import { connectionLines, connectionsOf, productLines } from '../../engine/features/line-filter';
import { timeGaps } from '../../engine/features/time-gaps';
import { maskSecrets } from '../../engine/redact/secrets';
import type { Log } from '../fence';
import { fenced, fencedAsync } from '../fence';
import type { ConnectionLines, FilteredCopy, FilteredCopyParams, LinesParams } from '../lines-protocol';
import { LINES_REQUESTS } from '../lines-protocol';
import { isLarge } from '../size-tier';
import type { BundleIndex } from '../workspace/bundle-index';

export interface LinesDeps {
  readonly index: BundleIndex;
  readonly log: Log;
  readonly modelOf: (uri: string) => DocumentModel | null;
  /** Seconds of silence that are a gap. */
  readonly gapSeconds: () => number;
}

const MAX_CONNECTIONS = 200;
/** Different connections that are counted: a file that names more is cut short here. */
const MAX_COUNTED = 50_000;

/** Answers `zpaTriage/timeGaps`, `zpaTriage/connections` and `zpaTriage/filteredCopy`. */
export function registerLines(connection: Connection, { index, log, modelOf, gapSeconds }: LinesDeps): void {
  connection.onRequest(LINES_REQUESTS.timeGaps, ({ uri }: LinesParams) =>
    fenced(log, 'gaps in time', null, () => {
      const model = modelOf(uri);
      return model === null ? null : timeGaps(model, gapSeconds());
    }),
  );
  connection.onRequest(LINES_REQUESTS.connections, ({ uri }: LinesParams, token: CancellationToken) =>
    fencedAsync(log, 'connections', null, () => connections(index, uri, token)),
  );
  connection.onRequest(LINES_REQUESTS.filteredCopy, (params: FilteredCopyParams, token: CancellationToken) =>
    fencedAsync(log, 'filtered copy', null, () =>
      filteredCopy(
        index,
        params.uri,
        params.connection === null ? productLines() : connectionLines(params.connection),
        token,
      ),
    ),
  );
}

async function connections(
  index: BundleIndex,
  uri: string,
  token: CancellationToken,
): Promise<readonly ConnectionLines[] | null> {
  const found = new Map<string, { count: number; readonly firstLine: number; lastLine: number }>();
  const isRead = await index.eachLine(uri, (text, line) => {
    for (const key of connectionsOf(text)) {
      const known = found.get(key);
      if (known === undefined) {
        if (found.size < MAX_COUNTED) found.set(key, { count: 1, firstLine: line, lastLine: line });
      } else {
        known.count += 1;
        known.lastLine = line;
      }
    }
    return !token.isCancellationRequested;
  });
  if (!isRead) return null;
  return [...found]
    .map(([key, lines]) => ({ key, ...lines }))
    .sort((a, b) => b.count - a.count || a.firstLine - b.firstLine)
    .slice(0, MAX_CONNECTIONS);
}

async function filteredCopy(
  index: BundleIndex,
  uri: string,
  keeps: KeepLine,
  token: CancellationToken,
): Promise<FilteredCopy | null> {
  const lines: string[] = [];
  let characters = 0;
  let ofLines = 0;
  let truncated = false;
  const isRead = await index.eachLine(uri, (text) => {
    ofLines += 1;
    if (keeps(text)) {
      const masked = maskSecrets(text);
      truncated = isLarge(characters + masked.length + 1, lines.length + 1);
      if (truncated) return false;
      characters += masked.length + 1;
      lines.push(masked);
    }
    return !token.isCancellationRequested;
  });
  return isRead ? { text: lines.join('\n'), lineCount: lines.length, ofLines, truncated } : null;
}
