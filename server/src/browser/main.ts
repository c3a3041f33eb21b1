/** The language server as a web worker, for VS Code in the browser. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { version } from '../../../package.json';
import { formats } from '../engine/formats/generated';
import { catalogue } from '../knowledge/generated/catalogue';
import { lifecycle } from '../lsp/lifecycle';
import { portsFrom } from '../lsp/platform';
import { startServer } from '../lsp/server';

/** The worker's own side of its channel; both type libraries (page and worker) know this shape. */
declare const self: Worker;

const encoder = new TextEncoder();

const transport = [new BrowserMessageReader(self), new BrowserMessageWriter(self)] as const;

startServer(createConnection(...transport, { messageStrategy: lifecycle() }), {
  catalogue,
  formats,
  ports: portsFrom(
    (encoding) => new TextDecoder(encoding, { fatal: encoding === 'utf-8' }),
    (text, into) => encoder.encodeInto(text, into),
    Date.now,
  ),
  version,
  delay: (work, milliseconds) => {
    const timer = setTimeout(work, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
});
