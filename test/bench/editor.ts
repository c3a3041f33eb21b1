/** Latencies of the language server over real JSON-RPC. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { BundleState } from '../../server/src/lsp/bundle-protocol';
import { Client } from '../lsp/harness';
import { middle, peakOf, quantile } from './measure';

export interface EditorMeasure {
  readonly openMs: number;
  /** The same for a text that is not looked at: the way to the server and its document. */
  readonly floorMs: number;
  readonly changeMs: number;
  readonly hoverMs: { readonly median: number; readonly p95: number };
  readonly actionMs: { readonly median: number; readonly p95: number };
  readonly peakMb: number | null;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Opens a document of so many units of a journal, edits it and asks about it. */
export async function editor(file: string, units: number): Promise<EditorMeasure> {
  const whole = readFileSync(file, 'utf8');
  const text = whole.slice(0, whole.lastIndexOf('\n', units) + 1);
  const lines = text.split('\n');
  const client = new Client({ pull: true });
  await client.initialized;
  const uri = 'file:///bench/journal.txt';
  const pull = (of = uri): Promise<unknown> => client.request('textDocument/diagnostic', { textDocument: { uri: of } });
  const opening = (of: string, languageId: string): Promise<number> =>
    timed(async () => {
      await client.open(of, text, languageId);
      await pull(of);
    });
  const page = 'file:///bench/page.md';
  const floorMs = await opening(page, 'markdown');
  await client.notify('textDocument/didClose', { textDocument: { uri: page } });
  const openMs = await opening(uri, 'zpa-journal');
  const changes: number[] = [];
  for (let version = 2; version < 9; version += 1) {
    await client.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: { line: 10, character: 0 }, end: { line: 10, character: 0 } }, text: 'x' }],
    });
    changes.push(await timed(pull));
  }
  const hovers: number[] = [];
  const actions: number[] = [];
  for (let index = 0; index < 200; index += 1) {
    const line = Math.floor((index / 200) * lines.length);
    const character = Math.min(90, lines[line]?.length ?? 0);
    hovers.push(
      await timed(() => client.request('textDocument/hover', { textDocument: { uri }, position: { line, character } })),
    );
    actions.push(
      await timed(() =>
        client.request('textDocument/codeAction', {
          textDocument: { uri },
          range: { start: { line, character: 0 }, end: { line, character: 0 } },
          context: { diagnostics: [] },
        }),
      ),
    );
  }
  const peakMb = peakOf(client.pid);
  await client.stop();
  return {
    openMs,
    floorMs,
    changeMs: middle(changes),
    hoverMs: { median: middle(hovers), p95: quantile(hovers, 0.95) },
    actionMs: { median: middle(actions), p95: quantile(actions, 0.95) },
    peakMb,
  };
}

/** From starting the server's program to its answer to initialize. */
export async function serverReady(runs: number): Promise<number> {
  const all: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const begun = process.hrtime.bigint();
    const client = new Client({ pull: true, direct: true });
    await client.initialized;
    all.push(Number(process.hrtime.bigint() - begun) / 1e6);
    await client.stop();
  }
  return middle(all);
}

/** From opening a folder to its ranked root causes: the first time, and when nothing has changed since. */
export async function folderScan(
  folder: string,
): Promise<{ readonly firstMs: number; readonly againMs: number; readonly peakMb: number | null }> {
  const client = new Client({ pull: true, folders: [] });
  await client.initialized;
  const scan = (): Promise<BundleState> =>
    client.request('zpaTriage/scan', { uris: [pathToFileURL(folder).toString()] });
  const firstMs = await timed(scan);
  const againMs = await timed(scan);
  const peakMb = peakOf(client.pid);
  await client.stop();
  return { firstMs, againMs, peakMb };
}
