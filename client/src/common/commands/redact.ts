/** Copies for sharing, without what tells whose they are: of a selection, a document, a folder or an archive. */
import * as vscode from 'vscode';
import type { RedactedText, RedactTextParams } from '../../../../server/src/lsp/redact-protocol';
import { REDACT_REQUESTS } from '../../../../server/src/lsp/redact-protocol';
import { baseName, count } from '../words';
import { pickBundle } from './pick-bundle';
import type { Commands } from './registry';
import type { Server } from '../server';

/** What became of a redacted copy on disk. */
export interface RedactedCopy {
  /** What the command line says of it, the leak check included. */
  readonly told: string;
  /** `clean`: the leak check passed. `leaks`: the copy must not be shared. `failed`: there is no whole copy. */
  readonly outcome: 'clean' | 'leaks' | 'failed';
}

/** Writes a redacted copy of files, folders and archives into a new folder. Only where programs can be run. */
export type RedactCopy = (
  sources: readonly vscode.Uri[],
  output: vscode.Uri,
  token: vscode.CancellationToken,
) => Promise<RedactedCopy>;

export interface RedactDeps {
  readonly server: Server;
  readonly output: vscode.LogOutputChannel;
  /** Undefined in the browser. */
  readonly redactCopy: RedactCopy | undefined;
}

export type RedactHow = 'selection' | 'document' | 'bundle';

export function redactCommands(deps: RedactDeps): Commands {
  return {
    redact: (what?: unknown, output?: unknown) => redact(deps, what, output instanceof vscode.Uri ? output : undefined),
  };
}

/** `what`: how, else a folder or archive of the explorer; asked for where it is left out. */
async function redact(deps: RedactDeps, what: unknown, output: vscode.Uri | undefined): Promise<void> {
  const front = vscode.window.activeTextEditor?.document.uri.toString();
  // The menu of an editor hands over its document: that is asked about like any other.
  if (what instanceof vscode.Uri && what.toString() !== front) {
    await redactBundle(deps, [what], output);
    return;
  }
  const how = isHow(what) ? what : await ask(deps);
  const editor = vscode.window.activeTextEditor;
  if (how === 'bundle') {
    const sources = await pickBundle('Redact which bundle?', 'Redact');
    if (sources !== undefined && sources.length > 0) await redactBundle(deps, sources, output);
  } else if (how === 'selection' && editor !== undefined) {
    await redactSelection(deps, editor);
  } else if (how === 'document' && editor !== undefined) {
    await redactDocument(deps, editor.document);
  }
}

function isHow(value: unknown): value is RedactHow {
  return value === 'selection' || value === 'document' || value === 'bundle';
}

async function ask({ redactCopy }: RedactDeps): Promise<RedactHow | undefined> {
  const editor = vscode.window.activeTextEditor;
  const ways: (vscode.QuickPickItem & { readonly how: RedactHow })[] = [];
  if (editor?.selection.isEmpty === false) {
    ways.push({ label: '$(clippy) Selection', description: 'copied, redacted, to the clipboard', how: 'selection' });
  }
  if (editor !== undefined) {
    const name = baseName(editor.document.uri.path);
    ways.push({ label: `$(file) ${name}`, description: 'a redacted copy in a new editor', how: 'document' });
  }
  if (redactCopy !== undefined) {
    ways.push({
      label: '$(folder) Folder or archive…',
      description: 'a redacted copy in a folder of its own',
      how: 'bundle',
    });
  }
  if (ways.length === 0) {
    void vscode.window.showInformationMessage(
      'ZPA: open a document to redact it. Folders and archives need the desktop or the command line (zpa-triage redact).',
    );
    return undefined;
  }
  return (await vscode.window.showQuickPick(ways, { title: 'Redact for sharing' }))?.how;
}

async function redactSelection({ server }: RedactDeps, { document, selection }: vscode.TextEditor): Promise<void> {
  const made = await redacted(server, document, document.getText(selection));
  if (made === null) return;
  await vscode.env.clipboard.writeText(made.text);
  tell(made, 'Copied to the clipboard');
}

async function redactDocument({ server }: RedactDeps, document: vscode.TextDocument): Promise<void> {
  const made = await redacted(server, document, document.getText());
  if (made === null) return;
  const copy = await vscode.workspace.openTextDocument({ language: document.languageId, content: made.text });
  await vscode.window.showTextDocument(copy, { preview: false });
  tell(made, 'A copy in a new editor');
}

async function redacted(server: Server, { uri }: vscode.TextDocument, text: string): Promise<RedactedText | null> {
  const params: RedactTextParams = { text, uri: uri.toString() };
  const made = await server.sendRequest<RedactedText | null>(REDACT_REQUESTS.redactText, params);
  if (made === null) void vscode.window.showErrorMessage('ZPA: redaction failed; nothing was copied.');
  return made;
}

const READ_IT = 'Free text can tell more than any rule knows: look through what you share.';

function tell({ replaced, leaks }: RedactedText, where: string): void {
  const done = `ZPA: ${where}: ${count(replaced, 'place')} replaced.`;
  if (leaks > 0) {
    void vscode.window.showWarningMessage(
      `${done} Leak check: ${count(leaks, 'place')} may still tell whose it is. Do not share it unread.`,
    );
  } else {
    void vscode.window.showInformationMessage(`${done} Leak check: passed. ${READ_IT}`);
  }
}

async function redactBundle(
  { redactCopy, output: log }: RedactDeps,
  sources: readonly vscode.Uri[],
  chosen: vscode.Uri | undefined,
): Promise<void> {
  if (redactCopy === undefined || sources.some(({ scheme }) => scheme !== 'file')) {
    void vscode.window.showInformationMessage(
      'ZPA: folders and archives can be redacted where they lie on a disk that the extension can reach: on the desktop, over Remote-SSH, or with the command line (zpa-triage redact).',
    );
    return;
  }
  const [first] = sources;
  if (first === undefined) return;
  const output = chosen ?? (await askFolder(first));
  if (output === undefined) return;
  const { told, outcome } = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'ZPA: redacting', cancellable: true },
    (_progress, token) => redactCopy(sources, output, token),
  );
  log.info(told);
  const show = 'Show Details';
  const open = 'Open Folder';
  const name = baseName(output.path);
  const answer =
    outcome === 'clean'
      ? await vscode.window.showInformationMessage(
          `ZPA: redacted copy in ${name}. Leak check: passed. ${READ_IT} The private map of stand-ins lies beside it (${name}.map.json): keep it, never share it.`,
          open,
          show,
        )
      : outcome === 'leaks'
        ? await vscode.window.showErrorMessage(
            `ZPA: leak check FAILED: the copy in ${name} may still tell whose it is. Do not share it.`,
            show,
          )
        : await vscode.window.showErrorMessage(`ZPA: not everything could be redacted into ${name}.`, show);
  if (answer === show) log.show();
  if (answer === open) await vscode.commands.executeCommand('vscode.openFolder', output, { forceNewWindow: true });
}

/** A folder that does not exist yet: a copy must not mix with other files. */
async function askFolder(source: vscode.Uri): Promise<vscode.Uri | undefined> {
  const name = baseName(source.path.replace(/\/+$/u, '')).replace(
    /(?:\.tar)?\.(?:tgz|tar|zip|gz|t?xz|t?zst|tbz2?|bz2)$/iu,
    '',
  );
  const parents = await vscode.window.showOpenDialog({
    title: `Folder to write "${name}-redacted" into`,
    openLabel: 'Redact Into',
    defaultUri: vscode.Uri.joinPath(source, '..', '..'),
    canSelectFolders: true,
    canSelectFiles: false,
  });
  const [parent] = parents ?? [];
  if (parent === undefined) return undefined;
  for (let number = 1; ; number += 1) {
    const folder = vscode.Uri.joinPath(parent, `${name}-redacted${number === 1 ? '' : `-${String(number)}`}`);
    try {
      await vscode.workspace.fs.stat(folder);
    } catch {
      return folder;
    }
  }
}
