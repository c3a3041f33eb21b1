import type { MtrHop, MtrReport } from '../../formats/network/mtr';

/** Loss that lasts to the last hop. */
export interface LastingLoss {
  /** The first hop of the stretch. */
  readonly from: MtrHop;
  readonly last: MtrHop;
  /** Hops of the stretch that answer, the first and the last among them. */
  readonly hops: readonly MtrHop[];
}

/** One lost probe of many at one hop alone is no finding: it is a limit of answers as often as loss. */
const LEAST_LOST = 2;
const SURE_PERCENT = 50;

/** The stretch of loss that lasts to the last hop of a report; null where the last hop has none. */
export function lastingLoss(report: MtrReport): LastingLoss | null {
  const { hops } = report;
  const last = hops.at(-1);
  if (last === undefined || last.lossPercent === 0) return null;
  // Routers that never answer (`???`) tell nothing; at the end they are the target that does not.
  const silent = hops.slice(hops.findLastIndex((hop) => hop.host !== null) + 1);
  const [firstSilent] = silent;
  if (firstSilent !== undefined) return { from: firstSilent, last, hops: silent };
  const answering = hops.filter((hop) => hop.host !== null);
  const stretch = answering.slice(answering.findLastIndex((hop) => hop.lossPercent === 0) + 1);
  const [from] = stretch;
  if (from === undefined) return null;
  const lost = last.sent === null ? LEAST_LOST : Math.round((last.lossPercent * last.sent) / 100);
  const sure = stretch.length > 1 || lost >= LEAST_LOST || last.lossPercent >= SURE_PERCENT;
  return sure ? { from, last, hops: stretch } : null;
}

/** Hops that show loss although a later hop that answers shows none: probes do get through them. */
export function limitedHops(report: MtrReport): readonly MtrHop[] {
  const clean = report.hops.findLastIndex((hop) => hop.host !== null && hop.lossPercent === 0);
  return report.hops.slice(0, Math.max(clean, 0)).filter((hop) => hop.lossPercent > 0);
}
