/** What the desktop and the web extension share: everything but how the server is started. */
import type * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
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
import { RunbookPanel } from './webviews/runbook-panel';
import { RunbookTicks } from './webviews/runbook-ticks';
import { TimelinePanel } from './webviews/timeline-panel';

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
    // Log text comes back in hovers, escaped; only these commands of ours, which only show pages, may be linked.
    markdown: { isTrusted: { enabledCommands: ['zpaTriage.openRunbook', 'zpaTriage.explain'] }, supportHtml: false },
  };
}

/** Starts the client and everything that hangs on it. */
export async function start(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
  client: BaseLanguageClient,
  redactCopy?: RedactCopy,
): Promise<void> {
  const bundle = new Bundle(client);
  const pages = new TextPages(client);
  const ticks = new RunbookTicks(context.workspaceState);
  const runbooks = new RunbookPanel(client, context.extensionUri, ticks);
  const timeline = new TimelinePanel(client, context.extensionUri, bundle);
  const desk = new Desk(client, bundle, ticks);
  const large = new LargeDocuments(context.globalState);
  const status = new StatusBar(client, bundle, large);
  const languages = new LanguageAssigner(client);
  context.subscriptions.push(
    bundle,
    pages,
    ticks,
    runbooks,
    timeline,
    desk,
    status,
    large,
    languages,
    new ArchiveMembers(client),
    serveFiles(client),
    agentTools(client, bundle),
    ...registerCommands(
      knowledgeCommands({ client, pages, runbooks }),
      bundleCommands({ client, bundle, timeline }),
      reportCommands({ client, bundle, pages }),
      navigationCommands({ client, bundle }),
      linesCommands({ client, bundle }),
      compareCommands({ client, bundle, pages }),
      redactCommands({ client, output, redactCopy }),
      suppressCommands(bundle),
      sampleCommands(context),
      {
        copyCommands: (text: string) => copyText(text, 'Commands copied'),
        restartServer: async () => {
          await client.stop();
          await client.start();
          await bundle.refresh();
        },
        showOutput: () => {
          output.show();
        },
      },
    ),
  );
  await client.start();
  languages.begin();
  large.begin();
  status.begin();
  await Promise.all([desk.begin(), bundle.refresh()]);
}
