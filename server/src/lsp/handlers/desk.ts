/** The requests of the triage desk: timeline and runbooks as data. */
import type { Connection } from 'vscode-languageserver';
import type { Catalogue } from '../../engine/catalogue';
import type { DocumentModel } from '../../engine/features/document-model';
import { bundleValues } from '../../engine/features/page-values';
import { timeline } from '../../engine/features/timeline';
import type { RunbookDataParams } from '../desk-protocol';
import { DESK_REQUESTS } from '../desk-protocol';
import { fenced } from '../fence';
import type { BundleIndex } from '../workspace/bundle-index';
import { runbookData } from './runbook-data';

export interface DeskDeps {
  readonly index: BundleIndex;
  readonly catalogue: () => Catalogue;
  readonly log: (line: string) => void;
  /** Analysis of an open document. */
  readonly modelOf: (uri: string) => DocumentModel | null;
}

/** Answers `zpaTriage/timeline` and `zpaTriage/runbookData`. */
export function registerDesk(connection: Connection, { index, catalogue, log, modelOf }: DeskDeps): void {
  connection.onRequest(DESK_REQUESTS.timeline, () =>
    fenced(log, 'timeline', null, () => {
      const { facts, report } = index;
      return facts === null || report === null ? null : timeline(facts, report);
    }),
  );
  connection.onRequest(DESK_REQUESTS.runbookData, ({ id, uri }: RunbookDataParams) =>
    fenced(log, 'runbook', null, () => {
      const model = uri === undefined ? null : modelOf(uri);
      return runbookData(catalogue(), id, {
        ...(index.facts === null ? {} : bundleValues(index.facts)),
        ...(model === null ? {} : bundleValues(model.facts)),
      });
    }),
  );
}
