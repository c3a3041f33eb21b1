import type { Hit } from '../../match/rule';
import type { BundleFacts } from '../bundle-facts';

/** Linux's own range, 32768 to 60999, where the bundle names no other. */
const DEFAULT_PORTS = 28_232;

/** Source ports of the host by sysctl. */
function portCount(facts: BundleFacts): { readonly ports: number; readonly known: boolean } {
  const range = facts.sections('sysctl').findLast((one) => one.facts.portRange !== null)?.facts.portRange;
  return range === undefined || range === null
    ? { ports: DEFAULT_PORTS, known: false }
    : { ports: range.last - range.first + 1, known: true };
}

/**
 * Outputs of ss whose sockets in use exceed the given share (percent) of the source ports. Data: `used`, `ports`.
 * Where the range is not in the bundle, Linux's default is taken and the confidence is medium.
 */
export function exhaustedInOutput(facts: BundleFacts, percent: number): readonly Hit[] {
  const { ports, known } = portCount(facts);
  return facts.sections('ss').flatMap(({ artifact, facts: found }) => {
    const { summary, udp, counted, table } = found;
    const counts = [
      ...(summary === null ? [] : [{ value: summary.inUse, line: summary.line }]),
      ...(udp === null ? [] : [udp]),
      ...(counted === null || counted.kind === 'time-wait' ? [] : [counted]),
      ...(table === null ? [] : [{ value: Math.max(table.tcp, table.udp), line: table.line }]),
    ];
    return counts
      .filter(({ value }) => value * 100 > percent * ports)
      .map(({ value, line }) => ({
        at: { artifact: artifact.index, line },
        data: { used: value, ports },
        ...(known ? {} : { confidence: 'medium' as const }),
      }));
  });
}
