import type { ConfigFacts } from '../../formats/config/config-reader';
import type { Hit, Place } from '../../match/rule';
import { MAX_EVIDENCE } from '../../match/run-rules';
import type { BundleFacts, SectionOf } from '../bundle-facts';
import { isClockSynchronized } from './clock-state';
import { machineOf } from '../machines';
import { lastOfEachFile, placeAt } from '../places';

type ConfigFormat = 'resolv-conf' | 'chrony-conf' | 'proxy-file' | 'rsyslog-conf' | 'logrotate-conf';

/** How the file stood at the end of each artifact: one that was mended within a session is not judged. */
function latest<F extends ConfigFormat>(facts: BundleFacts, format: F): readonly SectionOf<F>[] {
  return lastOfEachFile(
    facts,
    format,
    ({ facts: { outcome } }: { readonly facts: ConfigFacts }) => outcome !== 'other',
  );
}

/** Whether the file that shows this one ends within it, in the middle of a line. */
function isCutOff({ artifact, section: { command, endLine } }: SectionOf<ConfigFormat>): boolean {
  return command !== null && artifact.endedInMidLine && endLine >= artifact.lineCount - 1;
}

const SPOILT = {
  'no-address': '; a nameserver line needs an address',
  separator: '; nameserver and address must be parted by a blank',
  comment: '; the nameserver lines it has are comments',
} as const;

/** Resolver files that name no resolver, or that are missing. Data: `why`. */
export function missingNameservers(facts: BundleFacts): readonly Hit[] {
  return latest(facts, 'resolv-conf').flatMap((section): Hit[] => {
    const { outcome, whole, nameservers, spoilt, line } = section.facts;
    const at: Place = { artifact: section.artifact.index, line };
    if (outcome === 'absent')
      return [{ at, data: { why: '' }, message: 'There is no /etc/resolv.conf: no name can be resolved.' }];
    if (outcome !== 'read' || !whole || nameservers.length > 0 || isCutOff(section)) return [];
    const places = spoilt.map((spot) => placeAt(section.artifact.index, spot));
    const [first] = spoilt;
    return [
      {
        at: places[0] ?? at,
        evidence: places.length > 0 ? places : [at],
        // An empty file may also be a command that failed while it was collected.
        confidence: section.facts.contentLines === 0 && first === undefined ? 'medium' : 'high',
        data: { why: first === undefined ? '' : SPOILT[first.how] },
      },
    ];
  });
}

/** Files of chrony or ntpd without a source, unless the clock is seen to follow one. Data: `why`. */
export function missingTimeSources(facts: BundleFacts): readonly Hit[] {
  return latest(facts, 'chrony-conf').flatMap((section): Hit[] => {
    const { outcome, whole, contentLines, sources, elsewhere, commented, line } = section.facts;
    if (outcome !== 'read' || !whole || contentLines === 0 || sources.length > 0 || elsewhere === 'files') return [];
    if (isClockSynchronized(facts, machineOf(section.artifact))) return [];
    const places = commented.map((spot) => placeAt(section.artifact.index, spot));
    return [
      {
        at: places[0] ?? { artifact: section.artifact.index, line },
        evidence: places.length > 0 ? places.slice(0, MAX_EVIDENCE) : [{ artifact: section.artifact.index, line }],
        confidence: elsewhere === 'dhcp' ? 'medium' : 'high',
        data: { why: commented.length > 0 ? ': the lines it has are comments' : '' },
      },
    ];
  });
}

const PROXY_FAULTS = {
  scheme: 'it has a scheme such as http://',
  credentials: 'it holds a user name or a password',
  'no-port': 'the port is missing',
  'port-range': 'the port is no number from 1 to 65535',
  quotes: 'it has quotation marks',
  placeholder: 'it still holds a placeholder',
  path: 'something stands behind the port',
  'several-lines': 'it has more than one line',
  form: 'it is something else',
} as const;

/** Proxy files that are not `host:port`; empty and absent ones are no fault. Data: `fault`. Never the line itself: it may hold a password. */
export function malformedProxies(facts: BundleFacts): readonly Hit[] {
  return latest(facts, 'proxy-file').flatMap((section): Hit[] => {
    const { outcome, valid, fault, line, start, end } = section.facts;
    if (outcome !== 'read' || valid || fault === null) return [];
    return [{ at: placeAt(section.artifact.index, { line, start, end }), data: { fault: PROXY_FAULTS[fault] } }];
  });
}

const NAMES = { 'rsyslog-conf': 'rsyslog', 'logrotate-conf': 'logrotate', 'chrony-conf': 'chrony' } as const;

/** Curly quotes in files that know only straight ones, one hit a file and program. Data: `program`, `count`. */
export function curlyConfigs(facts: BundleFacts): readonly Hit[] {
  return (['rsyslog-conf', 'logrotate-conf', 'chrony-conf'] as const).flatMap((format) => {
    const found = new Map<number, { places: Place[]; count: number }>();
    for (const section of facts.sections(format)) {
      const { quotes, quoteCount } = section.facts;
      const inCommand = 'inCommand' in section.facts ? section.facts.inCommand : 0;
      const { index } = section.artifact;
      if (quoteCount + inCommand === 0) {
        // Shown again without them: mended.
        found.delete(index);
        continue;
      }
      const one = found.get(index) ?? { places: [], count: 0 };
      if (inCommand > 0) one.places.push({ artifact: index, line: section.section.startLine });
      one.places.push(...quotes.map((spot) => placeAt(section.artifact.index, spot)));
      one.count += quoteCount + inCommand;
      found.set(index, one);
    }
    return [...found.values()].flatMap(({ places, count }): Hit[] => {
      const [at] = places;
      return at === undefined
        ? []
        : [{ at, evidence: places.slice(0, MAX_EVIDENCE), count, data: { program: NAMES[format] } }];
    });
  });
}
