/** Findings that are not to be shown again: told to the bundle's own file, else to the settings. */
import * as vscode from 'vscode';
import type { SuppressRequest, Suppression } from '../../../../server/src/lsp/suppress-protocol';
import { CONFIG_NAME, suppressionOf, withSuppression } from '../../../../server/src/lsp/suppress-protocol';
import { archiveOf } from '../archive-members';
import type { Bundle } from '../bundle';
import type { Row } from '../tree/node';
import type { Commands } from './registry';

export function suppressCommands(bundle: Bundle): Commands {
  return { suppress: (what?: SuppressRequest | Row) => suppress(bundle, what) };
}

interface Chosen {
  readonly suppression: Suppression;
  readonly findingId: string | null;
  readonly told: string;
  /** A file that the suppression is about: its folder's configuration is the one to change. */
  readonly uri: vscode.Uri | undefined;
}

async function suppress(bundle: Bundle, what: SuppressRequest | Row | undefined): Promise<void> {
  const chosen = what !== undefined && 'scope' in what ? fromAction(bundle, what) : await ask(bundle, what);
  if (chosen === undefined) return;
  const folder = folderOf(bundle, chosen.uri);
  const undo = folder === undefined ? undefined : await writeToBundle(folder, chosen.suppression);
  const taken = undo ?? (await writeToSettings(chosen));
  // Not every file system tells of changes.
  if (undo !== undefined) void bundle.scan({});
  const label = 'Undo';
  const answer = await vscode.window.showInformationMessage(`ZPA: ${chosen.told}`, label);
  if (answer !== label) return;
  await taken();
  if (undo !== undefined) await bundle.scan({});
}

/** Folder whose configuration speaks for a file: the bundle's own, else the workspace's; none for files outside of it. */
function folderOf(bundle: Bundle, uri: vscode.Uri | undefined): vscode.Uri | undefined {
  const path = uri === undefined ? undefined : bundle.pathOf(uri);
  if (uri === undefined || path === undefined) return undefined;
  // The configuration lies beside an archive, not in it.
  const file = archiveOf(uri) ?? uri;
  const [own = path] = path.split('!/', 1);
  if (file.path.endsWith(`/${own}`)) return file.with({ path: file.path.slice(0, -own.length - 1) });
  return vscode.workspace.getWorkspaceFolder(file)?.uri;
}

function fromAction(bundle: Bundle, request: SuppressRequest): Chosen {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const known = bundle.finding(request.findingId);
  const path =
    known?.path ??
    (uri === undefined ? undefined : (bundle.pathOf(uri) ?? vscode.workspace.asRelativePath(uri, false)));
  const findingId = request.scope === 'rule' ? null : request.findingId;
  return { ...suppressionOf(request, { path, line: known?.line }), findingId, uri };
}

async function ask(bundle: Bundle, row: Row | undefined): Promise<Chosen | undefined> {
  const finding = row?.findingId === undefined ? await pickFinding(bundle) : bundle.finding(row.findingId);
  if (finding === undefined) return undefined;
  const { ruleId, path, line, id } = finding;
  const uri = bundle.uriOf(path);
  const where = `${path}:${String(line)}`;
  const ways: readonly (vscode.QuickPickItem & { readonly chosen: Chosen })[] = [
    {
      label: '$(location) This finding',
      description: where,
      chosen: {
        suppression: { rule: ruleId, path, line },
        findingId: id,
        told: `${ruleId} at ${where} is not shown any more.`,
        uri,
      },
    },
    {
      label: '$(file) This rule in this file',
      description: `${ruleId} in ${path}`,
      chosen: {
        suppression: { rule: ruleId, path },
        findingId: id,
        told: `${ruleId} is not shown in ${path} any more.`,
        uri,
      },
    },
    {
      label: '$(folder) This rule in the whole bundle',
      description: ruleId,
      chosen: { suppression: { rule: ruleId }, findingId: null, told: `${ruleId} is not shown any more.`, uri },
    },
  ];
  return (await vscode.window.showQuickPick(ways, { title: `Suppress: ${finding.message}` }))?.chosen;
}

async function pickFinding(bundle: Bundle): Promise<ReturnType<Bundle['finding']>> {
  const picked = await vscode.window.showQuickPick(
    (bundle.state.report?.findings ?? []).map((one) => ({
      label: one.message,
      description: `${one.path}:${String(one.line)}`,
      detail: one.ruleId,
      finding: one,
    })),
    { title: 'Suppress which finding?', matchOnDescription: true, matchOnDetail: true },
  );
  return picked?.finding;
}

type Undo = () => Promise<void>;

/** Adds to the folder's `.zpa-triage.json`; undefined where it cannot be written or read as JSON. */
async function writeToBundle(folder: vscode.Uri, suppression: Suppression): Promise<Undo | undefined> {
  const file = vscode.Uri.joinPath(folder, CONFIG_NAME);
  const before = await read(file);
  const after = withSuppression(before, suppression);
  if (after === null) {
    void vscode.window.showWarningMessage(`ZPA: ${CONFIG_NAME} is not JSON; the settings of the workspace are used.`);
    return undefined;
  }
  try {
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(after));
  } catch {
    // A folder that nobody may write to, such as a repository on the web.
    return undefined;
  }
  return async () => {
    if (before === null) await vscode.workspace.fs.delete(file);
    else await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(before));
  };
}

async function read(file: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  } catch {
    return null;
  }
}

/** `zpaTriage.suppressions` for one finding, `zpaTriage.rules` for a rule. */
async function writeToSettings({ suppression, findingId }: Chosen): Promise<Undo> {
  const configuration = vscode.workspace.getConfiguration('zpaTriage');
  const target =
    vscode.workspace.workspaceFolders === undefined
      ? vscode.ConfigurationTarget.Global
      : vscode.ConfigurationTarget.Workspace;
  const name = findingId === null ? 'rules' : 'suppressions';
  const before: unknown =
    configuration.inspect<unknown>(name)?.[
      target === vscode.ConfigurationTarget.Global ? 'globalValue' : 'workspaceValue'
    ];
  const after =
    findingId === null
      ? { ...configuration.get<Record<string, string>>('rules'), [suppression.rule]: 'off' }
      : [...(configuration.get<readonly string[]>('suppressions') ?? []), findingId];
  await configuration.update(name, after, target);
  return async () => {
    await configuration.update(name, before, target);
  };
}
