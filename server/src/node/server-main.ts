/** The language server as a Node process: over IPC for the extension, over stdio for any other editor. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { formats } from '../engine/formats/generated';
import { catalogue } from '../knowledge/generated/catalogue';
import { portsFrom } from '../lsp/platform';
import { startServer } from '../lsp/server';
import { diskFiles } from './workspace-files';

startServer(createConnection(ProposedFeatures.all), {
  catalogue,
  formats,
  ports: portsFrom((encoding) => new TextDecoder(encoding, { fatal: encoding === 'utf-8' }), Date.now),
  version,
  files: diskFiles,
  delay: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
});
