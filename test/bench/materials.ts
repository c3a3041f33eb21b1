/** What is measured on: generated once, kept in the git-ignored cache. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';
import { failedConnector } from '../generator/scenarios/failed-connector';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const cache = join(root, '.cache', 'bench');

/** A journal of about so many megabytes. */
export function journal(megabytes: number): string {
  return kept(`journal-${String(megabytes)}mb.txt`, (file) => {
    const args = ['--import', 'tsx', 'test/generator/large.ts', '--mb', String(megabytes), '--out', file];
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
    if (status !== 0) throw new Error('the generator failed');
  });
}

/** A folder of 200 files and about 500 MB: eight hosts with journals of some size, and their small outputs. */
export function bundle(): string {
  const folder = join(cache, 'bundle');
  if (existsSync(join(folder, 'done'))) return folder;
  const text = readFileSync(journal(100), 'utf8');
  const share = Math.floor(text.length * 0.62);
  for (let host = 0; host < 8; host += 1) {
    for (const [path, content] of failedConnector.bundle(100 + host)) {
      const file = join(folder, `host-${String(host)}`, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    const name = `fra-ac-${String(host + 20)}`;
    writeFileSync(
      join(folder, `host-${String(host)}`, 'journal-long.txt'),
      text.slice(0, text.lastIndexOf('\n', share) + 1).replaceAll('fra-ac-02', name),
    );
  }
  writeFileSync(join(folder, 'done'), '');
  return folder;
}

/** The expressions of all messages that the rules know, one a line, in the words of `dialect`: what one would search for. */
export function signatures(dialect: 'rg' | 'grep'): string {
  return kept(`signatures-${dialect}.txt`, (file) => {
    const patterns = catalogue.messages
      .map(({ pattern }) => pattern.source.replace(/^\^/u, ''))
      // Neither tool looks around; a few long ones are written with it.
      .filter((source) => !/\(\?<?[=!]/u.test(source))
      .map((source) =>
        source
          .replace(/\(\?(?:<\w+>|:)/gu, '(')
          .replace(/\\\//gu, '/')
          .replace(/([}*+?])\?/gu, '$1'),
      )
      // Bounds keep our own expressions linear; these tools are so anyway, and rg refuses the size of the bounds.
      .map((source) => source.replace(/\{0,\d{2,}\}/gu, '*').replace(/\{[1-9]\d*,\d{2,}\}/gu, '+'))
      .map((source) => (dialect === 'rg' ? source : posix(source)));
    writeFileSync(file, `${[...new Set(patterns)].join('\n')}\n`);
  });
}

/** The classes that POSIX expressions know by other names. */
function posix(source: string): string {
  return source
    .replace(/\\d/gu, '[0-9]')
    .replace(/\\S/gu, '[^ ]')
    .replace(/\\s/gu, '[ ]')
    .replace(/\[\\w([^\]]*)\]/gu, '[A-Za-z0-9_$1]')
    .replace(/\\w/gu, '[A-Za-z0-9_]')
    .replace(/\\-/gu, '-')
    .replace(/\\u\{?\w+\}?/gu, '.');
}

function kept(name: string, make: (file: string) => void): string {
  const file = join(cache, name);
  if (existsSync(file)) return file;
  mkdirSync(cache, { recursive: true });
  make(`${file}.part`);
  renameSync(`${file}.part`, file);
  return file;
}
