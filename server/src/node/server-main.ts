/** The language server as a Node process: over IPC for the extension, over stdio for any other editor. */
import { workerData } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { runProgram } from '../cli/program';
import { formats } from '../engine/formats/generated';
import { catalogue } from '../knowledge/generated/catalogue';
import { ports } from './ports';
import { lifecycle } from '../lsp/lifecycle';
import { startServer } from '../lsp/server';
import { READ_THREAD, readPool } from './read-pool';
import { serveReads } from './read-worker';
import { diskFiles } from './workspace-files';

/** First argument that makes the server's program the command line: the extension ships one program, not two. */
const COMMAND_LINE = '--cli';

// The same program is the server, its reading threads, and the command line.
if (workerData === READ_THREAD) {
  serveReads();
} else if (process.argv[2] === COMMAND_LINE) {
  runProgram(process.argv.slice(3));
} else {
  startServer(createConnection(ProposedFeatures.all, { messageStrategy: lifecycle() }), {
    catalogue,
    formats,
    ports,
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
