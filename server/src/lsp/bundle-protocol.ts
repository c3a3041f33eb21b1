/** Requests about the whole bundle (the workspace, or a folder or archive chosen by hand). Typed once for both sides. */
import type { Report } from '../engine/report/model';

export type { Report, ReportArtifact, ReportConnector, ReportEvidence, ReportFinding } from '../engine/report/model';

/** What the server knows of the bundle now. */
export interface BundleState {
  /** `idle`: nothing was scanned yet; `scanning`: the report is of the scan before; `ready`: it is of all files. */
  readonly phase: 'idle' | 'scanning' | 'ready';
  readonly filesDone: number;
  readonly filesTotal: number;
  /** Null until the first scan is done. Paths are relative to their folder. */
  readonly report: Report | null;
  /** URI of each path of the report. Members of archives (`x.tgz!/y`) and compressed files have one of MEMBER_SCHEME. */
  readonly uris: Readonly<Record<string, string>>;
  /** Rule id of a root cause -> ids of the rules that would explain it in turn, were their evidence there. */
  readonly deeper: Readonly<Record<string, readonly string[]>>;
  /** Files that were not read, with the reason. */
  readonly leftOut: readonly { readonly path: string; readonly reason: string }[];
}

export interface ScanParams {
  /** Folders, files or archives to scan instead of the workspace's folders; they stay the bundle until the next scan. */
  readonly uris?: readonly string[];
}

/** Scheme of URIs of what lies in archives: `zpa-archive:/MEMBER?URI-OF-THE-ARCHIVE`. Read-only. */
export const MEMBER_SCHEME = 'zpa-archive';

export interface MemberParams {
  /** URI of the scheme MEMBER_SCHEME. */
  readonly uri: string;
}

export interface MemberText {
  /** The file as it is: nothing is masked. */
  readonly text: string;
  /** Whether it is longer than an editor takes, and was cut. */
  readonly truncated: boolean;
}

export interface BundleReportParams {
  readonly format: 'markdown' | 'html' | 'json' | 'sarif';
}

export interface CompareParams {
  /** Folders, files or archives of the other bundle. */
  readonly uris: readonly string[];
  /** Whether the other bundle is the later one. */
  readonly isNewer: boolean;
  /** What the page calls the two. */
  readonly names: { readonly present: string; readonly other: string };
}

export interface CompareResult {
  readonly markdown: string;
  /** How many kinds of findings only the later bundle has. */
  readonly new: number;
}

export interface ExtractParams {
  readonly uri: string;
  /** 0-based, both inclusive; cut to 5,000 lines. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Method names with the types of their parameters and results. */
export const BUNDLE_REQUESTS = {
  /** -> BundleState */
  bundle: 'zpaTriage/bundle',
  /** ScanParams -> BundleState, when the scan is done or was cancelled. Shows work-done progress. */
  scan: 'zpaTriage/scan',
  /** BundleReportParams -> string, or null before the first scan. */
  bundleReport: 'zpaTriage/bundleReport',
  /** MemberParams -> MemberText; null when it cannot be read. */
  member: 'zpaTriage/member',
  /** CompareParams -> CompareResult; null where a bundle cannot be read. */
  compare: 'zpaTriage/compare',
  /** ExtractParams -> string: lines of a file that is too large for an editor, without secrets; null when unreadable. */
  extract: 'zpaTriage/extract',
} as const;

/** Server to client, without parameters: ask for the bundle anew. Sent when a scan begins, now and then while it runs, and when it is done. */
export const BUNDLE_CHANGED = 'zpaTriage/bundleChanged';
