/** Our own requests, typed once for both sides. Names are `zpaTriage/…`; positions and lines are 0-based as in LSP. */

/** `initializationOptions` of our own client, which runs the commands of code actions itself; for others the server does. */
export const OWN_CLIENT = { client: 'zpa-triage-vscode' } as const;

export interface DocumentParams {
  readonly uri: string;
}

/** What the status bar and the client's language assignment need to know of a document. */
export interface DocumentState {
  /** Language id to give the document; null when it is not ours. */
  readonly language: string | null;
  readonly format: string | null;
  readonly reason: string;
  readonly sections: readonly {
    readonly format: string | null;
    readonly startLine: number;
    readonly endLine: number;
    readonly reason: string;
  }[];
  readonly counts: { readonly error: number; readonly warning: number; readonly info: number; readonly hint: number };
  readonly rootCauses: readonly { readonly ruleId: string; readonly message: string; readonly line: number }[];
}

export interface RunbookParams {
  readonly id: string;
  /** Document whose values fill the page. */
  readonly uri?: string;
}

export interface RunbookListEntry {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  /** Commands that only read or change the host; destructive ones are left out. */
  readonly commands: string;
}

export interface ExplainEntry {
  readonly id: string;
  readonly label: string;
  readonly detail: string;
}

/** Method names with the types of their parameters and results. */
export const REQUESTS = {
  documentState: 'zpaTriage/documentState',
  runbook: 'zpaTriage/runbook',
  runbookList: 'zpaTriage/runbookList',
  explain: 'zpaTriage/explain',
  explainList: 'zpaTriage/explainList',
  report: 'zpaTriage/report',
} as const;
