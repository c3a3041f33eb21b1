import { createReadStream } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { LeakCheck, originalsFinder } from '../../engine/redact/leak-check';
import type { Leak } from '../../engine/redact/leak-check';
import { Pseudonyms } from '../../engine/redact/pseudonyms';
import { Redactor } from '../../engine/redact/redactor';
import { escapeTerminal } from '../../engine/report/escape-terminal';
import { readText } from '../../engine/text/read-text';
import type { ReadOutcome } from '../../engine/text/read-text';
import type { ByteSource } from '../../engine/ports';
import { ports } from '../../node/ports';
import { repeatablePipes, repeatableStdin } from '../../node/stdin';
import { pipeName, walk } from '../../node/walk';
import type { WalkOptions } from '../../node/walk';
import type { Arguments } from '../args';
import { Progress } from '../progress';
import { checkMapPlace, readMap, writeMap } from '../redact/map-file';
import { isWithin, OutputFolder, realOf } from '../redact/output-folder';
import { complain, print } from '../terminal';
import { VERSION } from '../tool';
import { UsageError } from '../usage-error';

/** The note that tells readers, and triage, that the copy is redacted. */
const NOTE = 'REDACTED.txt';
const EVERYTHING = Number.MAX_SAFE_INTEGER;
const MAX_SHOWN = 20;

interface Written {
  /** Below the output folder. */
  readonly path: string;
  /** Name of the encoding it was read in. */
  readonly encoding: string;
}

interface Copy {
  readonly written: readonly Written[];
  readonly leftOut: readonly { readonly path: string; readonly reason: string }[];
  readonly failed: boolean;
}

/** Writes a copy of the bundle without what tells whose it is. Gives the exit status: 1 where something leaked. */
export async function redactCommand(args: Arguments): Promise<number> {
  if (args.paths.length === 0) throw new UsageError('no path given: zpa-triage redact PATH... --output DIR');
  if (args.output === null) throw new UsageError('redact needs --output DIR, a new folder for the copy');
  const mapFile = args.map ?? `${resolve(args.output)}.map.json`;
  if (isWithin(realOf(mapFile), realOf(args.output))) {
    throw new UsageError(`--map ${mapFile} lies in the output: whoever gets the copy could undo it`);
  }
  const names = new Pseudonyms(readMap(mapFile));
  if (args.map !== null) checkMapPlace(args.map);
  const folder = OutputFolder.open(args.output, args.paths);
  const redactor = new Redactor(names);
  const progress = Progress.of(args.progress, args.paths);
  // Every file is read twice.
  const options = walkOptions((bytes) => progress?.add(bytes / 2));
  const sizes = await learn(args.paths, options, redactor);
  const copy = await write(args.paths, options, redactor, { folder, sizes });
  progress?.end();
  for (const { path, reason } of copy.leftOut) complain(`${path}: left out: ${reason}`);
  if (copy.written.length === 0) {
    folder.removeEmpty();
    throw new UsageError('nothing to redact was found');
  }
  writeNote(folder, copy);
  writeMap(mapFile, names.state);
  const leaks = await check(names, folder, copy.written);
  await print(summary(args.output, mapFile, copy, leaks));
  if (leaks.length > 0) return 1;
  return copy.failed ? 2 : 0;
}

function walkOptions(onBytes: (bytes: number) => void): WalkOptions {
  // Settings of a bundle are redacted like any other file: no name is held back.
  return { configName: '', stdin: repeatableStdin(), pipe: repeatablePipes(), onBytes };
}

/** The first pass; gives the bytes of each source in order. */
async function learn(paths: readonly string[], options: WalkOptions, redactor: Redactor): Promise<readonly number[]> {
  const sizes: number[] = [];
  for await (const { find } of walk(paths, options)) {
    if (find.kind !== 'source') continue;
    const pieces = redactor.learn(find.source.path);
    const { bytes } = await stream(find.source, (text) => {
      pieces.push(text);
    });
    pieces.end();
    sizes.push(bytes);
  }
  return sizes;
}

async function write(
  paths: readonly string[],
  options: WalkOptions,
  redactor: Redactor,
  { folder, sizes }: { readonly folder: OutputFolder; readonly sizes: readonly number[] },
): Promise<Copy> {
  const written: Written[] = [];
  const leftOut: { path: string; reason: string }[] = [];
  let failed = false;
  let index = 0;
  folder.claim(NOTE);
  for await (const { argument, find } of walk(paths, options)) {
    if (find.kind === 'config') continue;
    if (find.kind === 'problem') {
      leftOut.push({ path: find.path, reason: find.reason });
      failed ||= find.weight === 'error';
      continue;
    }
    const { source } = find;
    const place = folder.claim(redactor.path(outputPath(source.path)));
    const file = folder.create(place);
    const pieces = redactor.redact(source.path, (text) => {
      file.write(text);
    });
    const { encoding, bytes } = await stream(source, (text) => {
      pieces.push(text);
    });
    pieces.end();
    const isSame = bytes === sizes[index];
    index += 1;
    if (encoding === null) {
      file.remove();
      leftOut.push({ path: source.path, reason: 'binary, not text' });
      const path = paths[argument] ?? '';
      failed ||= ['-', basename(path), pipeName(path)].includes(source.path);
    } else {
      file.close(source.modifiedMs);
      written.push({ path: place, encoding });
      if (!isSame)
        leftOut.push({ path: source.path, reason: 'in part: it changed between two readings, or is too long' });
      failed ||= !isSame;
    }
  }
  return { written, leftOut, failed };
}

/** Reads a source as the triage does; the encoding is null for binary content. */
function stream(source: ByteSource, onText: (text: string) => void): Promise<ReadOutcome> {
  return readText(source, ports.createDecoder, onText, { maxBytes: EVERYTHING, keepMark: true });
}

/** Members of archives lie in a folder with the archive's name; a file is no longer compressed. */
function outputPath(path: string): string {
  if (path === '-') return 'stdin.txt';
  return path.replaceAll('!/', '/').replace(/(?<=[^/])\.(?:gz|xz|zst|bz2)$/u, '');
}

function writeNote(folder: OutputFolder, { written, leftOut }: Copy): void {
  const file = folder.create(NOTE);
  file.write(
    [
      `# redacted by zpa-triage ${VERSION}`,
      'Names, addresses, ids and secrets in these files are stand-ins. The same original has the same stand-in in all',
      'files, and addresses that share a network still share one. Names of Zscaler and times are as they were.',
      `Files: ${String(written.length)}. Left out, because they are not text or could not be read: ${String(leftOut.length)}.`,
      '',
    ].join('\n'),
  );
  file.close(null);
}

interface LeakAt extends Leak {
  readonly path: string;
}

/** Looks through what was written, as it lies on the disk. */
async function check(names: Pseudonyms, folder: OutputFolder, written: readonly Written[]): Promise<readonly LeakAt[]> {
  const finder = originalsFinder(names);
  const leaks: LeakAt[] = [];
  for (const { path } of written) {
    const look = new LeakCheck(names, path, finder);
    for await (const chunk of createReadStream(join(folder.path, path), { encoding: 'utf8' })) look.push(String(chunk));
    leaks.push(...look.end().map((leak) => ({ ...leak, path })));
    const named = new LeakCheck(names, '', finder);
    named.push(path);
    leaks.push(...named.end().map((leak) => ({ ...leak, path: `name of ${dirname(path)}/…` })));
  }
  return leaks;
}

function summary(output: string, mapFile: string, { written }: Copy, leaks: readonly LeakAt[]): string {
  const recoded = written.filter(({ encoding }) => encoding !== 'utf-8');
  const shown = leaks
    .slice(0, MAX_SHOWN)
    .map(({ path, line, column, kind }) => `  ${path}:${String(line + 1)}:${String(column + 1)}: ${kind}`);
  const lines = [
    `Redacted ${String(written.length)} file(s) into ${output}`,
    `Map of stand-ins, private: ${mapFile}`,
    ...recoded.map(({ path, encoding }) => `Written as UTF-8 (was ${encoding}): ${path}`),
    ...(leaks.length === 0
      ? ['Leak check: passed. Nothing of the map, no other address and no secret is in the copy.']
      : [`Leak check: FAILED, ${String(leaks.length)} place(s). Do not share the copy:`, ...shown]),
    'Free text can tell more than any rule knows: look through what you share.',
  ];
  return lines.map((line) => `${escapeTerminal(line)}\n`).join('');
}
