import type { Artifact } from '../../engine/bundle/artifact';
import { escapeTerminal } from '../../engine/report/escape-terminal';
import { catalogue } from '../../knowledge/generated/catalogue';
import type { Arguments } from '../args';
import { Progress } from '../progress';
import { readBundle } from '../read-bundle';
import type { Problem } from '../read-bundle';
import { complain, print } from '../terminal';
import { UsageError } from '../usage-error';

interface Detected {
  readonly path: string;
  readonly format: string | null;
  readonly language: string | null;
  readonly sections: readonly { readonly format: string; readonly startLine: number; readonly endLine: number }[];
  readonly reason: string;
}

/** Reasons of sections that are told for one file. */
const MAX_REASONS = 4;

/** Says what each file is, and why or why not. Gives the exit status. */
export async function detectCommand(args: Arguments): Promise<number> {
  if (args.paths.length === 0) throw new UsageError('no path given: zpa-triage detect PATH...');
  const progress = Progress.of(args.progress, args.paths);
  const { files, problems, hasContent } = await detectFiles(args.paths, progress);
  progress?.end();
  for (const { path, reason } of problems) complain(`${path}: ${reason}`);
  await print(args.format === 'json' ? `${JSON.stringify(files, null, 2)}\n` : files.map(line).join(''));
  return problems.some((problem) => problem.weight === 'error') || !hasContent ? 2 : 0;
}

/** What each file under the paths is, and what could not be read. */
export async function detectFiles(
  paths: readonly string[],
  progress: Progress | null,
): Promise<{
  readonly files: readonly Detected[];
  readonly problems: readonly Problem[];
  readonly hasContent: boolean;
}> {
  const bundle = await readBundle(paths, {
    catalogue,
    year: null,
    onBytes: (bytes) => progress?.add(bytes),
  });
  const unreadable = bundle.problems.filter(
    ({ path }) => !bundle.triage.artifacts.some((artifact) => artifact.path === path),
  );
  const files = [
    ...bundle.triage.artifacts.map((artifact) => detected(artifact)),
    ...unreadable.map(({ path, reason }) => ({ path, format: null, language: null, sections: [], reason })),
  ];
  return { files, problems: bundle.problems, hasContent: bundle.hasContent };
}

function detected(artifact: Artifact): Detected {
  const known = artifact.sections.filter((section) => section.format !== null);
  const reasons = [...new Set((known.length > 0 ? known : artifact.sections).map((section) => section.reason))];
  const shown = reasons.slice(0, MAX_REASONS);
  if (reasons.length > shown.length) shown.push(`and ${String(reasons.length - shown.length)} more`);
  return {
    path: artifact.path,
    format: artifact.format,
    language: artifact.language,
    sections: known.map(({ format, startLine, endLine }) => ({
      format: format ?? '',
      startLine: startLine + 1,
      endLine: endLine + 1,
    })),
    reason: artifact.lineCount === 0 && known.length === 0 ? 'empty' : shown.join('; '),
  };
}

function line({ path, format, language, sections, reason }: Detected): string {
  const what = format === null ? 'not recognised' : `${format} (${language ?? 'no language'})`;
  const parts = sections.length > 1 ? `, ${String(sections.length)} sections` : '';
  return escapeTerminal(`${path}: ${what}${parts}: ${reason}`) + '\n';
}
