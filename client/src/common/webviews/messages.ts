/** What the pages and the extension tell each other. */
import type { RunbookData, TimelineData } from '../../../../server/src/lsp/desk-protocol';

export interface ToTimeline {
  readonly type: 'timeline';
  /** Null while nothing is known. */
  readonly data: TimelineData | null;
  readonly scanning: boolean;
}

export type FromTimeline =
  | { readonly type: 'ready' }
  /** `line` is 1-based. */
  | { readonly type: 'open'; readonly path: string; readonly line: number };

export interface ToRunbook {
  readonly type: 'runbook';
  readonly data: RunbookData;
  readonly ticked: readonly string[];
  /** Step to scroll to. */
  readonly step: string | null;
  /** Whether commands may be inserted into a terminal. */
  readonly canInsert: boolean;
  /** Ids of runbooks that may be linked in texts. */
  readonly known: readonly string[];
}

export type FromRunbook =
  | { readonly type: 'ready' }
  | { readonly type: 'tick'; readonly step: string; readonly on: boolean }
  | { readonly type: 'untick' }
  | { readonly type: 'copy' | 'insert'; readonly step: string; readonly command: number }
  | { readonly type: 'runbook'; readonly id: string };

export interface ToReport {
  readonly type: 'report';
  /** Paths of the bundle's files that lie in archives. */
  readonly members: readonly string[];
}

export type FromReport =
  | { readonly type: 'ready' }
  /** `line` is 1-based. */
  | { readonly type: 'open'; readonly path: string; readonly line: number }
  | { readonly type: 'as'; readonly how: 'markdown' | 'html' };
