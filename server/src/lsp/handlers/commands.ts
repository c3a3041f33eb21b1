/** The commands of code actions and CodeLens, for editors that do not run them themselves as our own client does. */
import {
  ErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver';
import type { Connection, InitializeParams, ServerCapabilities, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { Catalogue } from '../../engine/catalogue';
import type { Log } from '../fence';
import { fenced } from '../fence';
import { OWN_CLIENT } from '../protocol';
import type { SuppressRequest } from '../suppress-protocol';
import { CONFIG_NAME, suppressionOf, withSuppression } from '../suppress-protocol';
import type { BundleFiles } from '../workspace/bundle-files';
import type { BundleIndex } from '../workspace/bundle-index';
import { memberPlace } from '../workspace/member-uri';
import { explainMarkdown, runbookMarkdown } from './pages';

export interface CommandDeps {
  readonly log: Log;
  readonly catalogue: () => Catalogue;
  readonly index: BundleIndex;
  readonly files: BundleFiles;
  /** URIs of the workspace's folders as they are now. */
  readonly folders: () => Promise<readonly string[]>;
  /** Text of an open document; null for any other. */
  readonly textOf: (uri: string) => string | null;
  /** When the bundle is read: before, nobody knows which folder a file belongs to. */
  readonly settled: () => Promise<void>;
  /** Reads the bundle anew: a suppression was written. */
  readonly rescan: () => void;
}

export interface ServerCommands {
  /** Takes who the client is, gives what the server adds: nothing for our own client. */
  initialize(params: InitializeParams): Pick<ServerCapabilities, 'executeCommandProvider'>;
}

type Command = (args: readonly unknown[]) => unknown;

/** What a message box takes; the whole text is the command's result. */
const MAX_SHOWN = 1_200;

/** Answers `workspace/executeCommand`. Each command shows what it has to say, shortened, and gives the whole as its result. */
export function registerCommands(connection: Connection, deps: CommandDeps): ServerCommands {
  const client = { canEdit: false, canCreate: false };
  const show = (type: MessageType, text: string): void => {
    void connection.sendNotification(ShowMessageNotification.type, { type, message: shortened(text) });
  };
  const page = (markdown: string | null, part: string | null, what: string): string | null => {
    if (markdown === null) show(MessageType.Warning, `ZPA: ${what}`);
    else show(MessageType.Info, part ?? markdown);
    return markdown;
  };
  const commands: Readonly<Record<string, Command>> = {
    'zpaTriage.openRunbook': ([id, step]) => {
      const markdown = runbookMarkdown(deps.catalogue(), text(id), null, deps.index.facts);
      return page(
        markdown,
        stepOf(deps.catalogue(), text(id), step, markdown),
        `there is no runbook named ${text(id)}.`,
      );
    },
    'zpaTriage.copyCommands': ([lines]) => {
      show(MessageType.Info, text(lines));
      return text(lines);
    },
    'zpaTriage.explain': ([query]) =>
      page(explainMarkdown(deps.catalogue(), text(query)), null, `nothing is known of "${text(query)}".`),
    'zpaTriage.suppress': async ([what]) => {
      const told = await suppress(connection, deps, requestOf(what), client);
      show(told.isDone ? MessageType.Info : MessageType.Warning, `ZPA: ${told.text}`);
      return told.text;
    },
  };
  connection.onExecuteCommand(async ({ command, arguments: args = [] }) => {
    const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
    if (run === undefined) return new ResponseError(ErrorCodes.InvalidParams, `no command is called ${command}`);
    try {
      return await run(args);
    } catch (error) {
      if (error instanceof ResponseError) return error;
      return fenced(deps.log, command, null, () => {
        throw error;
      });
    }
  });
  return {
    initialize: ({ capabilities: { workspace }, initializationOptions: options }) => {
      client.canEdit = workspace?.applyEdit === true;
      client.canCreate =
        workspace?.workspaceEdit?.documentChanges === true &&
        workspace.workspaceEdit.resourceOperations?.includes('create') === true;
      return isOwnClient(options) ? {} : { executeCommandProvider: { commands: Object.keys(commands) } };
    },
  };
}

function isOwnClient(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'client' in options && options.client === OWN_CLIENT.client;
}

/** An argument that must be a text. */
function text(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new ResponseError(ErrorCodes.InvalidParams, 'the argument of the command is no text');
}

function requestOf(value: unknown): SuppressRequest {
  const { scope, ruleId, findingId } = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >;
  if (scope === 'finding' || scope === 'rule') return { scope, ruleId: text(ruleId), findingId: text(findingId) };
  throw new ResponseError(ErrorCodes.InvalidParams, 'suppress takes {scope, ruleId, findingId}');
}

/** The named step of a runbook's page, under the runbook's title; null for the page as a whole. */
function stepOf({ runbooks }: Catalogue, id: string, step: unknown, markdown: string | null): string | null {
  const runbook = runbooks.find((one) => one.id === id);
  const at = runbook?.steps.findIndex((one) => one.id === step) ?? -1;
  const section = markdown?.split('\n## ')[at + 1];
  return runbook === undefined || at < 0 || section === undefined ? null : `${runbook.title}: ${section.trim()}`;
}

/** Whole lines, as many as a message box takes. */
function shortened(message: string): string {
  if (message.length <= MAX_SHOWN) return message;
  const cut = message.lastIndexOf('\n', MAX_SHOWN);
  return `${message.slice(0, cut > 0 ? cut : MAX_SHOWN)}\n…`;
}

interface Told {
  readonly isDone: boolean;
  readonly text: string;
}

/** Has the editor write the suppression into the configuration of the folder that holds the finding's file. */
async function suppress(
  connection: Connection,
  deps: CommandDeps,
  request: SuppressRequest,
  client: { readonly canEdit: boolean; readonly canCreate: boolean },
): Promise<Told> {
  await deps.settled();
  const { report, uris } = deps.index.state;
  const known = report?.findings.find((one) => one.id === request.findingId);
  const path = known?.path ?? /@(.{1,4000}):\d{1,12}$/u.exec(request.findingId)?.[1];
  const root = path === undefined ? null : rootOf(uris[path], await deps.folders());
  const setting =
    request.scope === 'rule'
      ? `zpaTriage.rules: {"${request.ruleId}": "off"}`
      : `zpaTriage.suppressions: ["${request.findingId}"]`;
  if (root === null) return { isDone: false, text: `the file lies in no open folder. The setting is ${setting}` };
  const { suppression, told } = suppressionOf(request, { path, line: known?.line });
  const uri = `${root}/${CONFIG_NAME}`;
  const before = deps.textOf(uri) ?? (await configOf(deps.files, root));
  const after = withSuppression(before, suppression);
  if (after === null) return { isDone: false, text: `${CONFIG_NAME} is not JSON: it was left as it is.` };
  if (after === before) return { isDone: true, text: `${CONFIG_NAME} holds this already: is it saved?` };
  if (!client.canEdit) return { isDone: false, text: `the editor takes no edits. ${CONFIG_NAME} should be:\n${after}` };
  const { applied } = await connection.workspace.applyEdit({
    label: `Suppress ${request.ruleId}`,
    edit: replacement(uri, before, after, client.canCreate),
  });
  if (!applied) return { isDone: false, text: `the editor did not change ${CONFIG_NAME}.` };
  deps.rescan();
  return { isDone: true, text: `${told} It stands in ${CONFIG_NAME}, which must be saved.` };
}

/** The folder of the workspace that holds a file of the bundle, or its archive; null where none does. */
function rootOf(uri: string | undefined, folders: readonly string[]): string | null {
  if (uri === undefined) return null;
  const file = asWeWrite(memberPlace(uri)?.archive ?? uri);
  const roots = folders.map((one) => asWeWrite(one).replace(/\/$/u, '')).filter((one) => file.startsWith(`${one}/`));
  return roots.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** Editors differ in what they escape. */
function asWeWrite(uri: string): string {
  return URI.parse(uri).toString();
}

/** Text of the folder's own configuration as it lies there; null where there is none. */
async function configOf(files: BundleFiles, root: string): Promise<string | null> {
  const nothing = { wants: () => false, skipsFolder: () => true, cancel: { cancelled: false } };
  for await (const find of files.walk({ roots: [root], ...nothing })) {
    if (find.kind === 'config' && find.path === CONFIG_NAME) return find.text.replace(/^\ufeff/u, '');
  }
  return null;
}

/** Puts the new text in the place of the old one; null for a file that is not there yet. */
function replacement(uri: string, before: string | null, after: string, canCreate: boolean): WorkspaceEdit {
  const old = TextDocument.create(uri, 'json', 0, before ?? '');
  const all = { start: old.positionAt(0), end: old.positionAt(before?.length ?? 0) };
  const edits = [TextEdit.replace(all, after)];
  if (!canCreate) return { changes: { [uri]: edits } };
  const create = { kind: 'create', uri, options: { ignoreIfExists: true } } as const;
  return {
    documentChanges: [...(before === null ? [create] : []), TextDocumentEdit.create({ uri, version: null }, edits)],
  };
}
