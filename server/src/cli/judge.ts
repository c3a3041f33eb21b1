import type { Catalogue } from '../engine/catalogue';
import type { BundleFacts } from '../engine/facts/bundle-facts';
import { formats } from '../engine/formats/generated';
import { evaluate } from '../engine/match/evaluate';
import type { Evaluation, RuleSettings } from '../engine/match/evaluate';
import { severityRank } from '../engine/match/finding';
import type { Rule } from '../engine/match/rule';
import { DEFAULT_THRESHOLDS } from '../engine/match/thresholds';
import { buildReport } from '../engine/report/build';
import { EMPTY_CONFIG, isSuppressed, mergeConfigs } from '../engine/report/bundle-config';
import type { BundleConfig } from '../engine/report/bundle-config';
import { withSignatures } from '../engine/report/custom-signatures';
import { wantedLines } from '../engine/report/evidence';
import { keepFindings, withinTime } from '../engine/report/keep';
import type { Report } from '../engine/report/model';
import { bundleValues } from '../engine/features/page-values';
import type { ReportView } from '../engine/report/view';
import { catalogue as known } from '../knowledge/generated/catalogue';
import { hint } from './args';
import type { Arguments } from './args';
import { nearest } from './nearest';
import { Progress } from './progress';
import { readBundle } from './read-bundle';
import type { Problem } from './read-bundle';
import { bundleConfigs, configFile } from './settings-file';
import { complain } from './terminal';
import { readBound } from './time-bound';
import type { TimeWindow } from './time-window';
import { threadsFor } from './threads';
import { VERSION } from './tool';
import { UsageError } from './usage-error';
import { readZone } from './zone';

/** A bundle read and judged as the flags ask. */
export interface Judgement {
  readonly view: ReportView;
  readonly report: Report;
  readonly facts: BundleFacts;
  /** What could not be read, or was passed over. */
  readonly problems: readonly Problem[];
  /** Something could not be read: exit status 2. */
  readonly failed: boolean;
}

/**
 * Reads the paths, judges them and makes the report; what could not be read is said on standard error.
 * `byLines`: time bounds choose the log lines that are read, so that counts and rates are of that time alone; else they
 * choose among the findings of the whole.
 */
export async function judge(paths: readonly string[], args: Arguments, byLines = false): Promise<Judgement> {
  const config = args.config === null ? EMPTY_CONFIG : configFile(args.config, known);
  const catalogue = withSignatures(known, config.customSignatures);
  checkSelectors([...args.only, ...args.ignore], catalogue);
  boundsOf(args, null);
  if (args.timezone !== null) readZone(args.timezone);
  const window = byLines ? await windowOf(paths, args, catalogue) : null;
  const progress = Progress.of(args.progress, paths);
  // Threads have the catalogue without the signatures of a configuration.
  const pool = catalogue === known ? threadsFor(paths) : null;
  const bundle = await readBundle(paths, {
    catalogue,
    year: args.year,
    offload: pool,
    ...(window === null ? {} : { window }),
    ...(progress === null
      ? {}
      : {
          onBytes: (bytes: number) => {
            progress.add(bytes);
          },
        }),
  });
  await pool?.close();
  progress?.end();
  for (const { path, reason } of bundle.problems) complain(`${path}: ${reason}`);
  if (window !== null && lastTime(bundle.triage.facts()) === null) {
    complain(`no log line of ${paths.join(' ')} lies in the time asked for`);
  }
  const merged = mergeConfigs([...bundleConfigs(bundle, catalogue), config]);
  const facts = bundle.triage.facts();
  const bounds = byLines ? { ...args, since: null, until: null } : args;
  const evaluation = select(evaluate(catalogue, facts, settingsOf(merged, args, catalogue)), facts, merged, bounds);
  const zone = args.timezone ?? merged.timezone;
  const report = await buildReport({
    version: VERSION,
    catalogue,
    formats,
    facts,
    evaluation,
    lookup: await bundle.lookUp(wantedLines(evaluation.findings)),
    zone: zone === null ? null : zoneOrNone(zone, args.timezone === null),
    sourceNotes: bundle.notes,
  });
  return {
    view: { report, catalogue, values: bundleValues(facts) },
    report,
    facts,
    problems: bundle.problems,
    failed: bundle.problems.some((problem) => problem.weight === 'error') || !bundle.hasContent,
  };
}

/** Whether a finding of the report is at least as severe as `--fail-on`. */
export function isFailing(severities: readonly Rule['severity'][], { failOn }: Arguments): boolean {
  return failOn !== 'never' && severities.some((severity) => severityRank(severity) <= severityRank(failOn));
}

function zoneOrNone(zone: string, fromBundle: boolean): ReturnType<typeof readZone> | null {
  try {
    return readZone(zone);
  } catch (error) {
    if (!fromBundle) throw error;
    complain(`timezone ${zone} of the settings is not known`);
    return null;
  }
}

/** Whether the selector names the rule: by id, former id or category (`tunnel`, `tunnel/*`). */
function names(selector: string, rule: Rule): boolean {
  return (
    selector === rule.id ||
    rule.aliases?.includes(selector) === true ||
    rule.id.startsWith(`${selector.replace(/\/\*?$/u, '')}/`)
  );
}

function checkSelectors(selectors: readonly string[], { rules }: Catalogue): void {
  for (const selector of selectors) {
    if (rules.some((rule) => names(selector, rule))) continue;
    throw new UsageError(
      `no rule is called ${selector}${hint(
        nearest(
          selector,
          rules.map((rule) => rule.id),
          3,
        ),
      )}`,
    );
  }
}

function settingsOf(config: BundleConfig, args: Arguments, { rules }: Catalogue): RuleSettings {
  const severities: Record<string, RuleSettings['severities'][string]> = { ...config.severities };
  for (const rule of rules) {
    const isWanted = args.only.length === 0 || args.only.some((selector) => names(selector, rule));
    if (!isWanted || args.ignore.some((selector) => names(selector, rule))) severities[rule.id] = 'off';
  }
  return {
    thresholds: { ...DEFAULT_THRESHOLDS, ...config.thresholds },
    severities,
    suppressed: config.suppressedIds,
  };
}

/** Leaves out what is suppressed, less severe than asked for, or outside of the time. */
function select(evaluation: Evaluation, facts: BundleFacts, config: BundleConfig, args: Arguments): Evaluation {
  let suppressed = 0;
  const kept = keepFindings(evaluation, (finding) => {
    const path = facts.artifacts[finding.at.artifact]?.path ?? '';
    const place = { ruleId: finding.ruleId, path, line: finding.at.line + 1 };
    if (!config.suppress.some((one) => isSuppressed(one, place, finding.rule.aliases))) return true;
    suppressed += 1;
    return false;
  });
  if (suppressed > 0) complain(`${counted(suppressed, 'finding')} suppressed by the settings`);
  const { sinceMs, untilMs } = boundsOf(args, lastTime(facts));
  const inTime = withinTime(kept, sinceMs, untilMs);
  const outside = kept.findings.length - inTime.findings.length;
  // Whoever sees no finding must not take it for health.
  if (outside > 0) complain(`${counted(outside, 'finding')} outside of --since and --until left out`);
  return keepFindings(inTime, (finding) => severityRank(finding.severity) <= severityRank(args.minSeverity));
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** The bounds of the arguments, epoch ms; throws UsageError where nothing can lie between them. */
function boundsOf({ since, until }: Arguments, lastMs: number | null): Pick<TimeWindow, 'sinceMs' | 'untilMs'> {
  const sinceMs = since === null ? null : readBound(since, 'since', lastMs);
  const untilMs = until === null ? null : readBound(until, 'until', lastMs);
  if (sinceMs !== null && untilMs !== null && sinceMs > untilMs) {
    throw new UsageError(`--since ${since ?? ''} is later than --until ${until ?? ''}`);
  }
  return { sinceMs, untilMs };
}

/** The window that the bounds ask for, for which the logs are read once to know when they end; null where there is none. */
async function windowOf(paths: readonly string[], args: Arguments, catalogue: Catalogue): Promise<TimeWindow | null> {
  if (args.since === null && args.until === null) return null;
  const whole = await readBundle(paths, { catalogue, year: args.year });
  const lastMs = lastTime(whole.triage.facts());
  if (lastMs === null) return null;
  return { ...boundsOf(args, lastMs), lastMs };
}

/** Last time of the logs on their own clock, epoch ms. */
function lastTime(facts: BundleFacts): number | null {
  return facts
    .sections('journal')
    .filter(({ facts: journal }) => journal.mode !== 'short-monotonic')
    .reduce<number | null>((last, { facts: journal }) => larger(last, journal.lastMs), null);
}

function larger(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}
