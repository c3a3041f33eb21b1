import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentModel, FeatureDeps } from '../engine/features/document-model';
import { analyzeDocument } from '../engine/features/document-model';
import type { TriageSettings } from '../engine/triage';

/** Analyses by document and version: every feature of one version shares one analysis. */
export class DocumentModels {
  readonly #models = new Map<string, { readonly version: number; readonly model: DocumentModel }>();

  constructor(
    private deps: FeatureDeps,
    private settings: TriageSettings,
  ) {}

  /** The analysis of the document as it is now. */
  of(document: TextDocument): DocumentModel {
    const known = this.#models.get(document.uri);
    if (known?.version === document.version) return known.model;
    const model = analyzeDocument(this.deps, pathOf(document.uri), document.getText(), this.settings);
    this.#models.set(document.uri, { version: document.version, model });
    return model;
  }

  forget(uri: string): void {
    this.#models.delete(uri);
  }

  /** New settings: everything is judged anew. */
  configure(deps: FeatureDeps, settings: TriageSettings): void {
    this.deps = deps;
    this.settings = settings;
    this.#models.clear();
  }
}

/** Last part of a URI's path: names decide on formats, folders do not. */
export function pathOf(uri: string): string {
  const path = uri.replace(/[?#].*$/u, '');
  const name = path.slice(path.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
