import { join } from 'node:path';
import { stat } from 'node:fs/promises';
import { URI } from 'vscode-uri';
import { BUNDLE_CONFIG } from '../engine/report/bundle-config';
import type { BundleFiles, BundleFind, BundleWalk } from '../lsp/workspace/bundle-files';
import { walk } from './walk';

/** Workspaces on the disk of this machine, archives included. Roots that are no `file:` URIs are said to be out of reach. */
export const diskFiles: BundleFiles = {
  async *walk(request: BundleWalk): AsyncGenerator<BundleFind> {
    const roots: { root: number; path: string; isFolder: boolean }[] = [];
    for (const [root, text] of request.roots.entries()) {
      const uri = URI.parse(text);
      if (uri.scheme !== 'file') {
        yield {
          kind: 'problem',
          root: null,
          path: text,
          reason: `files of the scheme ${uri.scheme} cannot be read from here`,
        };
        continue;
      }
      roots.push({ root, path: uri.fsPath, isFolder: await isFolder(uri.fsPath) });
    }
    const options = {
      configName: BUNDLE_CONFIG,
      skipsFolder: request.skipsFolder,
      wants: (argument: number, path: string, isArchive: boolean) =>
        request.wants(roots[argument]?.root ?? 0, path, isArchive),
    };
    const paths = roots.map(({ path }) => path);
    for await (const { argument, find } of walk(paths, options)) {
      if (request.cancel.cancelled) return;
      const place = roots[argument];
      if (find.kind === 'config') yield { kind: 'config', path: find.path, text: await textOf(find.chunks) };
      else if (find.kind === 'problem')
        yield { kind: 'problem', root: place?.root ?? null, path: find.path, reason: find.reason };
      else if (place !== undefined) {
        const [file = ''] = find.source.path.split('!/', 1);
        const uri = URI.file(place.isFolder ? join(place.path, file) : place.path).toString();
        yield { kind: 'source', root: place.root, source: find.source, uri };
      }
    }
  },
};

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString('utf8');
}
