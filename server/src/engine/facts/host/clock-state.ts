import type { Hit, Place } from '../../match/rule';
import { MAX_EVIDENCE } from '../../match/run-rules';
import type { Thresholds } from '../../match/thresholds';
import type { BundleFacts, SectionOf } from '../bundle-facts';
import { machineOf } from '../machines';
import { lastOfEachFile, placeAt } from '../places';
import type { FactsByFormat } from '../registry';

/** Something that says the clock is wrong. */
interface Complaint {
  readonly place: Place;
  /** End of the sentence "The clock is not synchronized: …". */
  readonly reason: string;
  /** Whether it decides alone; else it only supports. */
  readonly decides: boolean;
}

/** What the files of one folder say of the clock: one host as a rule. */
interface ClockState {
  readonly isSynchronized: boolean;
  readonly complaints: readonly Complaint[];
  readonly offset: { readonly place: Place; readonly behindSeconds: number } | null;
}

/** Whether anything in the folder shows that the clock follows a source. */
export function isClockSynchronized(facts: BundleFacts, folder: string): boolean {
  return stateOf(facts, folder).isSynchronized;
}

/** One hit a folder whose clock is not synchronized, or is far off although it is. */
export function clockHits(facts: BundleFacts, thresholds: Thresholds): readonly Hit[] {
  const folders = new Set(facts.artifacts.map(machineOf));
  return [...folders].flatMap((folder): Hit[] => {
    const { complaints, offset } = stateOf(facts, folder);
    const far = offset !== null && Math.abs(offset.behindSeconds) > thresholds.timeSkewWarningSeconds;
    const evidence = [
      ...complaints.map(({ place }) => place),
      ...(far ? [{ ...offset.place, note: 'how far the clock is off' }] : []),
    ];
    const [at] = evidence;
    if (at === undefined) return [];
    const seconds = far ? Math.round(Math.abs(offset.behindSeconds) * 10) / 10 : null;
    const direction = (offset?.behindSeconds ?? 0) > 0 ? 'behind' : 'ahead of';
    const shared = { at, evidence: evidence.slice(0, MAX_EVIDENCE), count: evidence.length };
    const breaksTls = Math.abs(offset?.behindSeconds ?? 0) > thresholds.timeSkewErrorSeconds;
    if (complaints.length > 0) {
      const off = seconds === null ? '' : `; it is ${String(seconds)} s ${direction} NTP time`;
      const reason = [...new Set(complaints.map((one) => one.reason))].join(', ');
      const weak = !complaints.some(({ decides }) => decides);
      return [{ ...shared, ...(weak ? { confidence: 'medium' } : {}), data: { reason, seconds, off, breaksTls } }];
    }
    return [
      {
        ...shared,
        severity: breaksTls ? 'error' : 'warning',
        data: { seconds, direction, breaksTls },
        message: 'The clock is {seconds} s {direction} NTP time: it has a source, but is not yet right.',
      },
    ];
  });
}

function stateOf(facts: BundleFacts, folder: string): ClockState {
  const trackings = latest(facts, 'chronyc-tracking', folder);
  const clocks = latest(facts, 'timedatectl', folder);
  const follows = trackings.some(
    ({ facts: one }) =>
      one.leap?.synchronised !== false &&
      (one.reference === null ? one.leap !== null : one.reference.kind === 'source'),
  );
  const saysYes = clocks.some(({ facts: one }) => one.synchronized?.value === true);
  const complaints: Complaint[] = trackings.flatMap(trackingComplaints);
  // Without rtcsync chrony leaves the kernel's flag alone: timedatectl says no although all is well.
  if (!follows) complaints.push(...clocks.flatMap(clockComplaints), ...testComplaints(facts, folder));
  if (!follows && !saysYes) complaints.push(...daemonComplaints(trackings), ...sourceComplaints(facts, folder));
  const offsets = trackings.flatMap(({ artifact, facts: { behind } }) =>
    behind === null ? [] : [{ place: placeAt(artifact.index, behind), behindSeconds: behind.seconds }],
  );
  const [offset = null] = [...offsets].sort((a, b) => Math.abs(b.behindSeconds) - Math.abs(a.behindSeconds));
  return { isSynchronized: complaints.length === 0 && (follows || saysYes), complaints, offset };
}

type Format = 'chronyc-tracking' | 'chronyc-sources' | 'timedatectl' | 'connection-test';

/** The last answer in each file of the folder that says anything. */
function latest<F extends Format>(facts: BundleFacts, format: F, folder: string): readonly SectionOf<F>[] {
  return lastOfEachFile(
    facts,
    format,
    (section) => machineOf(section.artifact) === folder && says(format, section.facts),
  );
}

/** Whether an answer says anything: a command without output says nothing. */
function says<F extends Format>(format: F, facts: FactsByFormat[F]): boolean {
  if (format === 'timedatectl') return (facts as FactsByFormat['timedatectl']).synchronized !== null;
  if (format === 'connection-test') return (facts as FactsByFormat['connection-test']).synchronized !== null;
  if (format === 'chronyc-sources') return (facts as FactsByFormat['chronyc-sources']).sources.length > 0;
  const { leap, reference, daemonSilent, behind } = facts as FactsByFormat['chronyc-tracking'];
  return leap !== null || reference !== null || daemonSilent !== null || behind !== null;
}

function trackingComplaints({ artifact, facts: { leap, reference } }: SectionOf<'chronyc-tracking'>): Complaint[] {
  const wrong = [leap?.synchronised === false ? leap : null, reference?.kind === 'none' ? reference : null];
  return wrong.flatMap((spot) =>
    spot === null
      ? []
      : [{ place: placeAt(artifact.index, spot), reason: 'chrony follows no time source', decides: true }],
  );
}

function clockComplaints({ artifact, facts: { synchronized, service } }: SectionOf<'timedatectl'>): Complaint[] {
  if (synchronized?.value !== false) return [];
  const said: Complaint = {
    place: placeAt(artifact.index, synchronized),
    reason: 'timedatectl says no',
    decides: true,
  };
  if (service?.active !== false) return [said];
  return [said, { place: placeAt(artifact.index, service), reason: 'the time service is switched off', decides: true }];
}

function testComplaints(facts: BundleFacts, folder: string): Complaint[] {
  return latest(facts, 'connection-test', folder).flatMap(({ artifact, facts: { synchronized } }) =>
    synchronized?.value === false
      ? [
          {
            place: { artifact: artifact.index, line: synchronized.line },
            reason: 'the connection test of the connector says no',
            decides: true,
          },
        ]
      : [],
  );
}

function daemonComplaints(trackings: readonly SectionOf<'chronyc-tracking'>[]): Complaint[] {
  return trackings.flatMap(({ artifact, facts: { daemonSilent } }) =>
    daemonSilent === null
      ? []
      : [{ place: placeAt(artifact.index, daemonSilent), reason: 'chronyd does not answer', decides: false }],
  );
}

function sourceComplaints(facts: BundleFacts, folder: string): Complaint[] {
  return latest(facts, 'chronyc-sources', folder).flatMap(({ artifact, facts: { sources } }) => {
    const [first] = sources;
    if (first === undefined || sources.some(({ state, reach }) => state === '*' || reach > 0)) return [];
    return [
      {
        place: { artifact: artifact.index, line: first.line },
        reason: `none of ${String(sources.length)} time source${sources.length === 1 ? '' : 's'} answers`,
        decides: false,
      },
    ];
  });
}
