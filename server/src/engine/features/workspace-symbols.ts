import { connectorsOf } from '../facts/connectors';
import { isoTime } from '../report/log-time';
import { maskSecrets } from '../redact/secrets';
import type { DocumentModel, Range } from './document-model';
import { isOurs, rangeOf } from './document-model';

/** A document with its analysis. */
export interface OpenModel {
  readonly uri: string;
  readonly model: DocumentModel;
}

export interface BundleSymbol {
  readonly name: string;
  /** What it belongs to, for the line behind the name. */
  readonly container: string;
  readonly kind: 'connector' | 'process' | 'root-cause';
  readonly uri: string;
  readonly range: Range;
}

export interface BundleSymbols {
  readonly symbols: readonly BundleSymbol[];
  readonly total: number;
}

const MAX_SYMBOLS = 500;

/**
 * Root causes, connectors and process lives of the documents whose name holds the letters of the query in order, as
 * editors filter; root causes first. At most 500.
 */
export function workspaceSymbols(documents: Iterable<OpenModel>, query: string): BundleSymbols {
  const ours = [...documents].filter(({ model }) => isOurs(model));
  const all = [...ours.flatMap(rootCauses), ...ours.flatMap(connectors), ...ours.flatMap(processes)].filter((one) =>
    hasLetters(`${one.name} ${one.container}`.toLowerCase(), query.toLowerCase()),
  );
  return { symbols: all.slice(0, MAX_SYMBOLS), total: all.length };
}

function hasLetters(text: string, query: string): boolean {
  let at = 0;
  for (const letter of query) {
    if (letter === ' ') continue;
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function rootCauses({ uri, model }: OpenModel): readonly BundleSymbol[] {
  return model.evaluation.rootCauses.map((finding) => ({
    name: `${finding.ruleId}: ${maskSecrets(finding.message)}`.slice(0, 200),
    container: `root cause in ${model.path}`,
    kind: 'root-cause',
    uri,
    range: rangeOf(model, finding.at),
  }));
}

function connectors({ uri, model }: OpenModel): readonly BundleSymbol[] {
  return connectorsOf(model.facts).map((one) => ({
    name: `${one.name ?? 'App Connector'} (${one.id})`,
    container: [one.host, one.version, model.path].filter((part) => part !== null).join(', '),
    kind: 'connector',
    uri,
    range: rangeOf(model, { artifact: 0, line: one.placed.life.blocks.lineOf(one.index, 'header') }),
  }));
}

function processes({ uri, model }: OpenModel): readonly BundleSymbol[] {
  return model.facts.lives.flatMap(({ life }): BundleSymbol[] => {
    if (life.pid < 0) return [];
    const name = `${life.component}${life.role === 'child' ? '-child' : ''} [${String(life.pid)}]`;
    const since = isoTime(life.firstMs, null)?.replace('T', ' ').slice(0, 19);
    const container = [life.host, since === undefined ? null : `since ${since}`, model.path];
    return [
      {
        name,
        container: container.filter((part) => part !== null).join(', '),
        kind: 'process',
        uri,
        range: rangeOf(model, { artifact: 0, line: life.firstLine }),
      },
    ];
  });
}
