import { groupBy } from '../../../engine/basics/group-by';
import type { BundleFacts } from '../../../engine/facts/bundle-facts';
import type { Reach } from '../../../engine/facts/network/reaches';
import { reachesOf } from '../../../engine/facts/network/reaches';
import type { Hit, Place, Rule } from '../../../engine/match/rule';
import { isRepository, OUTCOME_WORDS } from '../../connect-targets';
import { DOCS, RUNBOOK } from '../../evidence';

/** One test of a repository, by any tool. */
interface Test {
  readonly host: string;
  readonly tool: string;
  readonly at: Place;
  /** null: it worked. */
  readonly fault: string | null;
}

const PORTS: ReadonlySet<number | null> = new Set([443, 80, null]);

function tests(facts: BundleFacts): readonly Test[] {
  const reaches = reachesOf(facts)
    .filter(({ host, port }) => isRepository(host) && PORTS.has(port))
    .map(({ host, tool, at, outcome }: Reach) => ({
      host,
      tool,
      at,
      fault: outcome === 'connected' ? null : OUTCOME_WORDS[outcome],
    }));
  return [...reaches, ...pings(facts)];
}

function pings(facts: BundleFacts): readonly Test[] {
  return facts.sections('ping').flatMap(({ artifact, facts: { runs } }) =>
    runs.flatMap(({ target, summary, unresolved }): readonly Test[] => {
      if (target === null || !isRepository(target)) return [];
      const common = { host: target, tool: 'ping' };
      if (unresolved !== null) {
        const { line, start, end } = unresolved;
        const at = { artifact: artifact.index, line, start, end };
        return [{ ...common, at, fault: OUTCOME_WORDS['not-resolved'] }];
      }
      if (summary === null || summary.sent === 0) return [];
      const { line, lossStart: start, lossEnd: end, received } = summary;
      return [
        {
          ...common,
          at: { artifact: artifact.index, line, start, end },
          fault: received > 0 ? null : 'no answer to ping',
        },
      ];
    }),
  );
}

/** One hit a repository. Many networks drop ping alone: by itself it is a warning, and nothing where TCP works. */
function hits(facts: BundleFacts): readonly Hit[] {
  return [...groupBy(tests(facts), ({ host }) => host)].flatMap(([host, list]): readonly Hit[] => {
    const failed = list.filter((one) => one.fault !== null);
    if (list.some((one) => one.fault === null && one.tool !== 'ping')) return [];
    const telling = failed.filter((one) => one.tool !== 'ping' || one.fault === OUTCOME_WORDS['not-resolved']);
    const [first] = telling.length > 0 ? telling : failed;
    if (first === undefined) return [];
    return [
      {
        at: first.at,
        evidence: failed.map((one) => one.at),
        count: failed.length,
        ...(telling.length > 0 ? {} : { severity: 'warning' as const, confidence: 'low' as const }),
        data: { host, tool: first.tool === 'openssl-s-client' ? 'openssl' : first.tool, fault: first.fault },
      },
    ];
  });
}

const PROMPT = '[admin@fra-ac-02 ~]$ ';
const NO_PING =
  'PING dist.private.zscaler.com (203.0.113.70) 56(84) bytes of data.\n\n--- dist.private.zscaler.com ping statistics ---\n5 packets transmitted, 0 received, 100% packet loss, time 4102ms\n\n';

const rule: Rule = {
  id: 'upgrade/unreachable-repository',
  title: 'A software repository cannot be reached',
  severity: 'error',
  means:
    'The host from which the connector or its manager fetches software does not answer this machine: dist.private.zscaler.com holds the software of the connector, yum.private.zscaler.com the packages.',
  matters: 'Updates fail, and a new connector cannot fetch its software; a running one goes on with its old version.',
  doNext: 'Have outbound TCP 443 to the repository allowed, then test it with nc or curl again.',
  message: 'The software repository {host} cannot be reached: {fault} ({tool}).',
  needs: [
    {
      anyOf: ['telnet', 'nc', 'curl', 'openssl-s-client', 'ping'],
      missing: 'a test of the software repositories',
      command: 'nc -zv -w 5 dist.private.zscaler.com 443; nc -zv -w 5 yum.private.zscaler.com 443',
    },
  ],
  evaluate: (facts) => hits(facts),
  explains: [{ rule: 'upgrade/failed' }, { rule: 'upgrade/version-mismatch' }, { rule: 'tunnel/icmp-loss' }],
  runbook: { id: 'upgrade-failure', step: 'reach' },
  documentation: [DOCS.runbook, DOCS.prerequisites],
  source: RUNBOOK,
  fires: [
    {
      files: {
        'nc.txt': `${PROMPT}nc -zv dist.private.zscaler.com 443\nNcat: Connection refused.\n`,
      },
      says: 'dist.private.zscaler.com cannot be reached: connection refused (nc)',
    },
    {
      files: {
        'telnet.txt': `${PROMPT}telnet yum.private.zscaler.com 443\nTrying 203.0.113.71...\ntelnet: connect to address 203.0.113.71: No route to host\n`,
      },
      says: 'yum.private.zscaler.com',
    },
    {
      files: { 'curl.txt': 'curl: (6) Could not resolve host: dist.private.zscaler.com\n' },
      says: 'the name has no address (curl)',
      also: ['tunnel/dns-lookup-failed'],
    },
    {
      files: { 'ping.txt': `${PROMPT}ping -c 5 dist.private.zscaler.com\n${NO_PING}` },
      says: 'no answer to ping',
      severity: 'warning',
      also: ['tunnel/icmp-loss'],
    },
  ],
  silent: [
    {
      'checks.txt': `${PROMPT}ping -c 5 dist.private.zscaler.com\n${NO_PING}${PROMPT}nc -zv dist.private.zscaler.com 443\nNcat: Connected to 203.0.113.70:443.\n`,
    },
    // The port was forgotten: telnet tried 23.
    {
      'telnet.txt': `${PROMPT}telnet yum.private.zscaler.com\nTrying 203.0.113.71...\ntelnet: connect to address 203.0.113.71: Connection timed out\n`,
    },
    { 'nc.txt': `${PROMPT}nc -zv dist.example.com 443\nNcat: Connection refused.\n` },
    { 'curl.txt': `${PROMPT}curl -I https://yum.private.zscaler.com\nHTTP/1.1 403 Forbidden\nServer: nginx\n` },
  ],
};

export default rule;
