/** What the desktop and the web extension share: everything but how the server is started. */
import type * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { OWN_CLIENT } from '../../../server/src/lsp/protocol';
import { ArchiveMembers } from './archive-members';
import { agentTools } from './agent-tools';
import { Bundle } from './bundle';
import { bundleCommands } from './commands/bundle';
import { compareCommands } from './commands/compare';
import { knowledgeCommands } from './commands/knowledge';
import { linesCommands } from './commands/lines';
import { navigationCommands } from './commands/navigation';
import { copyText, registerCommands } from './commands/registry';
import type { RedactCopy } from './commands/redact';
import { redactCommands } from './commands/redact';
import { reportCommands } from './commands/report';
import { sampleCommands } from './commands/sample';
import { suppressCommands } from './commands/suppress';
import { serveFiles } from './files';
import { LanguageAssigner } from './languages';
import { LargeDocuments } from './large/large-documents';
import { StatusBar } from './status-bar';
import { TextPages } from './text-pages';
import { Desk } from './tree/desk';
import { ReportPanel } from './webviews/report-panel';
import { RunbookPanel } from './webviews/runbook-panel';
import { RunbookTicks } from './webviews/runbook-ticks';
import { TimelinePanel } from './webviews/timeline-panel';
import type { Server } from './server';

/** As the output channel and the messages of the server call it. */
export const NAME = 'ZPA Connector Triage';

/** Documents that can hold part of a bundle: our languages, and what VS Code takes for plain text or a log. */
const LANGUAGES = [
  'zpa-journal',
  'zpa-memory',
  'zpa-provision-key',
  'zpa-diagnostics',
  'plaintext',
  'log',
  'properties',
  'ini',
];

export function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: LANGUAGES.map((language) => ({ language })),
    outputChannel: output,
    diagnosticCollectionName: 'zpa',
    // The server leaves the commands of its code actions to us.
    initializationOptions: OWN_CLIENT,
    // Log text comes back in hovers, escaped; only these commands of ours, which only show pages, may be linked.
    markdown: { isTrusted: { enabledCommands: ['zpaTriage.openRunbook', 'zpaTriage.explain'] }, supportHtml: false },
  };
}

/** Sets everything up and has the server started; VS Code does not wait for it: what is asked for early waits instead. */
export function start(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
  server: Server,
  redactCopy?: RedactCopy,
): void {
  serveFiles(server);
  const bundle = new Bundle(server);
  const pages = new TextPages(server);
  const ticks = new RunbookTicks(context.workspaceState);
  const runbooks = new RunbookPanel(server, context.extensionUri, ticks);
  const timeline = new TimelinePanel(server, context.extensionUri, bundle);
  const report = new ReportPanel(context.extensionUri, bundle);
  const desk = new Desk(server, bundle, ticks);
  const large = new LargeDocuments(context.globalState);
  const status = new StatusBar(server, bundle, large);
  const languages = new LanguageAssigner(server);
  context.subscriptions.push(
    server,
    bundle,
    pages,
    ticks,
    runbooks,
    timeline,
    report,
    desk,
    status,
    large,
    languages,
    new ArchiveMembers(server),
    agentTools(server, bundle),
    ...registerCommands(
      knowledgeCommands({ server, pages, runbooks }),
      bundleCommands({ server, bundle, timeline }),
      reportCommands({ server, bundle, page: report }),
      navigationCommands({ server, bundle }),
      linesCommands({ server, bundle }),
      compareCommands({ server, bundle, pages }),
      redactCommands({ server, output, redactCopy }),
      suppressCommands(bundle),
      sampleCommands(context),
      {
        copyCommands: (text: string) => copyText(text, 'Commands copied'),
        restartServer: async () => {
          await server.stop();
          await server.start();
          await bundle.refresh();
        },
        showOutput: () => {
          output.show();
        },
      },
    ),
  );
  const begin = async (): Promise<void> => {
    await server.start();
    languages.begin();
    large.begin();
    status.begin();
    await Promise.all([desk.begin(), bundle.refresh()]);
  };
  begin().catch((error: unknown) => {
    output.error(`The language server did not start: ${String(error)}`);
  });
}
