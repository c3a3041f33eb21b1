import { groupBy } from '../../../engine/basics/group-by';
import type { BundleFacts } from '../../../engine/facts/bundle-facts';
import type { Reach } from '../../../engine/facts/network/reaches';
import { reachesOf, targetOf } from '../../../engine/facts/network/reaches';
import { tunnelState } from '../../../engine/facts/control/tunnel-state';
import type { Hit, Rule } from '../../../engine/match/rule';
import { isAddress, isPrivateAddress, isTcpFailure, OUTCOME_WORDS, zpaAddresses } from '../../connect-targets';
import { DOCS, inferred } from '../../evidence';
import { isZscalerName } from '../../zscaler-names';

/** The host itself answers for these: tests of the connector, not of an application. */
const LOOPBACK = /^(?:127\.|localhost$|::1$|0\.0\.0\.0$)/u;

/**
 * Whether a test was one of an application: with a port, and neither the cloud (a Private Service Edge has an inside
 * address), the proxy, the own host, nor an address of the internet, which may be anything.
 */
function isApplication({ host, port, tool }: Reach, others: ReadonlySet<string>): boolean {
  if (tool !== 'nc' && tool !== 'telnet') return false;
  if (port === null || LOOPBACK.test(host) || isZscalerName(host) || host.endsWith('.server1.net')) return false;
  return !others.has(host) && (!isAddress(host) || isPrivateAddress(host));
}

function hits(facts: BundleFacts): readonly Hit[] {
  const tunnel = tunnelState(facts);
  return [...testHits(facts), ...(tunnel === 'down' ? [] : reachHits(facts, tunnel === 'up'))];
}

/** The application lines of the connection test; meaningless while the tunnel is down. */
function testHits(facts: BundleFacts): readonly Hit[] {
  return facts.sections('connection-test').flatMap(({ artifact, facts: { tunnel, apps } }) =>
    tunnel?.up === false
      ? []
      : apps
          .filter((app) => !app.reachable)
          .map(({ host, port, line, start, end }) => ({
            at: { artifact: artifact.index, line, start, end },
            data: {
              target: targetOf({ host, port }),
              outcome: 'unreachable in the connection test',
              tunnel: tunnel === null ? '' : ' while the tunnel is up',
            },
          })),
  );
}

/** One hit a target none of whose tests worked. */
function reachHits(facts: BundleFacts, isUp: boolean): readonly Hit[] {
  const proxies = facts.sections('proxy-file').flatMap(({ facts: { host } }) => host ?? []);
  const others = new Set([...proxies, ...zpaAddresses(facts)]);
  const byTarget = groupBy(reachesOf(facts), (reach) => (isApplication(reach, others) ? targetOf(reach) : null));
  return [...byTarget].flatMap(([target, tries]): readonly Hit[] => {
    const failed = tries.filter(isTcpFailure);
    const [first] = failed;
    if (first === undefined || failed.length < tries.length) return [];
    return [
      {
        at: first.at,
        evidence: failed.map((one) => one.at),
        count: failed.length,
        ...(isUp ? {} : { severity: 'warning' as const, confidence: 'medium' as const }),
        data: {
          target,
          outcome: OUTCOME_WORDS[first.outcome],
          tunnel: isUp ? ' while the tunnel is up' : ' (nothing in the bundle tells whether the tunnel is up)',
        },
      },
    ];
  });
}

const PROMPT = '[admin@fra-ac-02 ~]$ ';
const REFUSED = `${PROMPT}nc -zv hr.corp.example.com 8443\nnc: connect to hr.corp.example.com (10.20.4.30) port 8443 (tcp) failed: Connection refused\n`;
const TUNNEL_UP = `${PROMPT}sudo zpa-connector troubleshoot connection\n[broker] tunnel: UP (edge: fra2-vse-01) latency: 12ms\n[time] System clock synchronized: yes\n`;

const rule: Rule = {
  id: 'apps/port-unreachable',
  title: 'The connector cannot reach an application',
  severity: 'error',
  means:
    'A test from the connector to the port of an application failed. Refused: the server runs and nothing listens on that port, or a firewall answers no. Timed out: a firewall between connector and server drops it, or there is no route.',
  matters: 'Users of this application get errors, however healthy the tunnel is: the fault lies behind the connector.',
  doNext:
    'Check the way from the connector to the server: route, firewall, and whether the server listens on that port.',
  message: 'The application {target} cannot be reached from the connector{tunnel}: {outcome}.',
  needs: [
    {
      anyOf: ['nc', 'telnet', 'connection-test'],
      missing: 'a test of an application port from the connector',
      command: 'nc -zv -w 5 <application> <port>',
    },
  ],
  evaluate: (facts) => hits(facts),
  explains: [{ rule: 'apps/no-healthy-connector' }, { rule: 'health/apps-down' }, { rule: 'health/targets-down' }],
  runbook: { id: 'app-not-reachable', step: 'port' },
  documentation: [DOCS.troubleshooting],
  source: inferred('the messages of the operating system'),
  fires: [
    { files: { 'checks.txt': `${TUNNEL_UP}${REFUSED}` }, says: 'hr.corp.example.com:8443', severity: 'error' },
    { files: { 'nc.txt': REFUSED }, says: 'nothing in the bundle tells', severity: 'warning' },
    {
      files: {
        'telnet.txt': `${TUNNEL_UP}${PROMPT}telnet 10.20.4.30 1433\nTrying 10.20.4.30...\ntelnet: connect to address 10.20.4.30: Connection timed out\n`,
      },
      says: '10.20.4.30:1433 cannot be reached from the connector while the tunnel is up: timed out',
    },
    {
      files: { 'test.txt': `${TUNNEL_UP}[app] 10.20.4.30:443 unreachable\n` },
      says: '10.20.4.30:443',
      severity: 'error',
    },
  ],
  silent: [
    { 'checks.txt': `${TUNNEL_UP}[app] 10.20.4.30:443 reachable\n` },
    { 'test.txt': '[broker] tunnel: DOWN\n[time] System clock synchronized: yes\n[app] 10.20.4.30:443 unreachable\n' },
    {
      'nc.txt': `${PROMPT}nc -zv hr.corp.example.com 8443\nConnection to hr.corp.example.com (10.20.4.30) 8443 port [tcp/*] succeeded!\n`,
    },
    {
      'nc.txt': `${PROMPT}nc -zv 127.0.0.1 9000\nnc: connect to 127.0.0.1 port 9000 (tcp) failed: Connection refused\n`,
    },
    { 'nc.txt': `${PROMPT}nc -zvu 10.20.4.30 123\nNcat: Connection refused.\n` },
    { 'nc.txt': `${PROMPT}nc -zv co2br.prod.zpath.net 443\nNcat: Connection timed out.\n` },
    {
      'telnet.txt': `${PROMPT}telnet 198.51.100.23 443\nTrying 198.51.100.23...\ntelnet: connect to address 198.51.100.23: Connection timed out\n`,
    },
    {
      'nc.txt': `${REFUSED}${PROMPT}nc -zv hr.corp.example.com 8443\nConnection to hr.corp.example.com (10.20.4.30) 8443 port [tcp/*] succeeded!\n`,
    },
    {
      'nc.txt': `${PROMPT}nc -zv hr.corp.example.com 8443\nnc: getaddrinfo for host "hr.corp.example.com" port 8443: Name or service not known\n`,
    },
  ],
};

export default rule;
