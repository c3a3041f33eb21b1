import { groupBy } from '../../basics/group-by';
import type { ConnectAttempt, ConnectOutcome } from '../../formats/connect/attempt';
import type { Place } from '../../match/rule';
import type { BundleFacts } from '../bundle-facts';

/** Tools that open a TCP connection. */
export const REACH_TOOLS = ['telnet', 'nc', 'curl', 'openssl-s-client'] as const;

/** What one command found out about one host and port; a name with several addresses is reached when one of them answers. */
export interface Reach {
  readonly artifact: number;
  readonly tool: (typeof REACH_TOOLS)[number];
  /** As asked for; the address where no name is known. */
  readonly host: string;
  /** Addresses that were tried. */
  readonly addresses: readonly string[];
  readonly port: number | null;
  readonly outcome: ConnectOutcome;
  /** Where the outcome stands. */
  readonly at: Place;
}

/** Every TCP connection that was tried by hand, in the order of files and lines; UDP tries tell nothing and are left out. */
export function reachesOf(facts: BundleFacts): readonly Reach[] {
  return REACH_TOOLS.flatMap((tool) =>
    facts.sections(tool).flatMap(({ artifact, facts: found }) => {
      if ('udp' in found && found.udp) return [];
      return groups(found.attempts).flatMap((attempts) => reachOf(artifact.index, tool, attempts));
    }),
  ).sort((a, b) => a.artifact - b.artifact || a.at.line - b.at.line);
}

/** Attempts of one command by target. */
function groups(attempts: readonly ConnectAttempt[]): readonly (readonly ConnectAttempt[])[] {
  return [...groupBy(attempts, ({ host, address, port }) => `${host ?? address ?? ''}\u0000${String(port)}`).values()];
}

function reachOf(artifact: number, tool: Reach['tool'], attempts: readonly ConnectAttempt[]): readonly Reach[] {
  const decisive = attempts.find((one) => one.outcome === 'connected') ?? attempts.at(-1);
  const host = decisive?.host ?? decisive?.address ?? null;
  if (decisive === undefined || host === null) return [];
  return [
    {
      artifact,
      tool,
      host: host.toLowerCase().replace(/\.$/u, ''),
      addresses: attempts.flatMap((one) => one.address ?? []),
      port: decisive.port,
      outcome: decisive.outcome,
      at: { artifact, line: decisive.line },
    },
  ];
}

/** `host:port`, or the host alone. */
export function targetOf(reach: Pick<Reach, 'host' | 'port'>): string {
  return reach.port === null ? reach.host : `${reach.host}:${String(reach.port)}`;
}
