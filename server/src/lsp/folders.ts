import type { InitializeParams } from 'vscode-languageserver';

/** URIs of the folders that `initialize` names: `workspaceFolders`, else the older `rootUri`, which some clients send alone. */
export function foldersOf(params: InitializeParams): readonly string[] {
  const named = (params.workspaceFolders ?? []).map((one) => one.uri);
  const { rootUri }: { readonly rootUri: string | null } = params;
  // Not every client keeps to the protocol and sends `null` where there is none.
  return named.length === 0 && typeof rootUri === 'string' ? [rootUri] : named;
}
