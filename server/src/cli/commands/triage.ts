import { existsSync } from 'node:fs';
import { htmlReport } from '../../engine/report/html';
import { jsonReport, ndjsonReport } from '../../engine/report/json';
import { markdownReport } from '../../engine/report/markdown';
import { sarifReport } from '../../engine/report/sarif';
import { PLAIN, textReport } from '../../engine/report/text';
import type { ReportView } from '../../engine/report/view';
import { nearestCommands } from '../args';
import type { Arguments } from '../args';
import { isFailing, judge } from '../judge';
import { complain, deliver, guardInputs, terminalStyle } from '../terminal';
import { UsageError } from '../usage-error';

/** Judges a bundle and prints the report. Gives the exit status. */
export async function triageCommand(args: Arguments): Promise<number> {
  if (args.paths.length === 0) throw new UsageError('no path given: zpa-triage PATH..., or - for standard input');
  guardInputs(args.output, args.paths);
  const { view, report, failed } = await judge(args.paths, args);
  hintAtCommand(args.paths);
  if (report.artifacts.length > 0 || !failed) await deliver(written(view, args), args.output);
  if (failed) return 2;
  return isFailing(
    report.findings.map((finding) => finding.severity),
    args,
  )
    ? 1
    : 0;
}

/** A first word that is no file can be a slip of a command. */
function hintAtCommand([first = '-']: readonly string[]): void {
  if (first === '-' || first.includes('/') || existsSync(first)) return;
  const [command] = nearestCommands(first);
  if (command !== undefined) complain(`${first} is no command either; did you mean ${command}?`);
}

function written(view: ReportView, { format, output }: Arguments): string {
  switch (format) {
    case 'json':
      return jsonReport(view.report);
    case 'ndjson':
      return ndjsonReport(view.report);
    case 'sarif':
      return sarifReport(view);
    case 'markdown':
      return markdownReport(view);
    case 'html':
      return htmlReport(view);
    case 'text':
      return textReport(view, output === null ? terminalStyle() : PLAIN);
  }
}
