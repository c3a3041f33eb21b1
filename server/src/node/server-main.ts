/** The language server as a Node process: over IPC for the extension, over stdio for any other editor. */
import { workerData } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { formats } from '../engine/formats/generated';
import { catalogue } from '../knowledge/generated/catalogue';
import { portsFrom } from '../lsp/platform';
import { startServer } from '../lsp/server';
import { READ_THREAD, readPool } from './read-pool';
import { serveReads } from './read-worker';
import { diskFiles } from './workspace-files';

// The same program is the server and its reading threads.
if (workerData === READ_THREAD) {
  serveReads();
} else {
  startServer(createConnection(ProposedFeatures.all), {
    catalogue,
    formats,
    ports: portsFrom((encoding) => new TextDecoder(encoding, { fatal: encoding === 'utf-8' }), Date.now),
    version,
    files: diskFiles,
    offload: readPool(__filename),
    delay: (work, milliseconds) => {
      const timer = setTimeout(work, milliseconds);
      return () => {
        clearTimeout(timer);
      };
    },
  });
}
