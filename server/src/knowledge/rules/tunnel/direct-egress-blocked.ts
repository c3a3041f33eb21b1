import type { BundleFacts, PlacedEvent, PlacedLife } from '../../../engine/facts/bundle-facts';
import { livesNear } from '../../../engine/facts/machines';
import type { Reach } from '../../../engine/facts/network/reaches';
import { targetOf } from '../../../engine/facts/network/reaches';
import { tunnelState } from '../../../engine/facts/control/tunnel-state';
import type { Hit, Place, Rule } from '../../../engine/match/rule';
import { MAX_EVIDENCE, placeOf } from '../../../engine/match/run-rules';
import { isTimeout, TCP_TEST, zpaReaches } from '../../connect-targets';
import { DOCS, ILLUSTRATION, JOURNAL } from '../../evidence';
import { brokerConnectFailed } from '../../messages/control-connection';

/** The proxy file: none in the bundle, one that works, or one that the connector cannot use. */
function proxyFile(facts: BundleFacts): { readonly state: 'none' | 'usable' | 'malformed'; readonly at: Place | null } {
  const read = facts.sections('proxy-file').filter((one) => one.facts.outcome === 'read' && one.facts.contentLines > 0);
  const [bad] = read.filter((one) => !one.facts.valid);
  if (read.some((one) => one.facts.valid)) return { state: 'usable', at: null };
  if (bad === undefined) return { state: 'none', at: null };
  return { state: 'malformed', at: { artifact: bad.artifact.index, line: bad.facts.line } };
}

/** Who could show that the way is open: the machine that was tried from, or the writers of the log lines. */
function witnesses(facts: BundleFacts, tried: readonly Reach[], logged: readonly PlacedEvent[]): readonly PlacedLife[] {
  const artifact = facts.artifacts[tried[0]?.artifact ?? -1];
  if (artifact !== undefined) return livesNear(facts, artifact);
  const scopes = new Set(logged.map((event) => event.scope));
  return facts.livesWithBlocks.filter((one) => scopes.has(one.scope));
}

/** At most one hit: the way out is one. */
function blocked(facts: BundleFacts): readonly Hit[] {
  const reaches = zpaReaches(facts);
  const proxy = proxyFile(facts);
  const tried = reaches.filter(isTimeout);
  const logged = facts
    .events(brokerConnectFailed.id)
    .filter((event) => /time(?:d )?-?out/iu.test(event.groups.reason ?? ''));
  const isUp = tunnelState(facts, witnesses(facts, tried, logged)) === 'up';
  const isOpen = isUp || reaches.some((one) => one.outcome === 'connected');
  if (isOpen || proxy.state === 'usable') return [];
  const places = [...tried.map((one) => one.at), ...logged.map(placeOf)];
  const [at] = places;
  if (at === undefined) return [];
  const isMalformed = proxy.state === 'malformed';
  const [first] = tried;
  return [
    {
      at,
      evidence: [...(proxy.at === null ? [] : [proxy.at]), ...places].slice(0, MAX_EVIDENCE),
      count: places.length,
      confidence: first === undefined ? 'low' : isMalformed ? 'high' : 'medium',
      data: {
        target: first === undefined ? 'the broker' : targetOf(first),
        proxy: isMalformed ? 'its proxy file is malformed' : 'no proxy file is in the bundle',
      },
    },
  ];
}

const PROMPT = '[admin@fra-ac-02 ~]$ ';
const TIMED_OUT = `${PROMPT}curl -sv -m 8 https://api.private.zscaler.com\n*   Trying 203.0.113.61:443...\n* Connection timed out after 8001 milliseconds\n* Closing connection 0\ncurl: (28) Connection timed out after 8001 milliseconds\n`;

const rule: Rule = {
  id: 'tunnel/direct-egress-blocked',
  title: 'The direct way to the cloud is blocked',
  severity: 'warning',
  confidence: 'medium',
  means:
    'Connections from this host to the ZPA cloud time out, none works, and the connector has no usable proxy file. Either a firewall drops outbound port 443, or the site lets traffic out through a proxy only and the connector has not been told of it.',
  matters: 'The connector dials the cloud directly and gets no answer: no tunnel forms.',
  doNext:
    'Ask whether the site requires a proxy. If so, write host:port into /opt/zscaler/var/proxy and restart the service; if not, have outbound TCP 443 allowed.',
  message: 'Connections to {target} time out and {proxy}: the direct way to the cloud is blocked.',
  needs: [{ ...TCP_TEST, anyOf: [...TCP_TEST.anyOf, ...JOURNAL.anyOf] }],
  on: { messages: [brokerConnectFailed] },
  evaluate: (facts) => blocked(facts),
  explains: [
    { rule: 'tunnel/tcp-connect-failed' },
    { rule: 'tunnel/broker-connect-failed' },
    { rule: 'tunnel/not-connected-to-cloud' },
    { rule: 'tunnel/control-disconnected' },
    { rule: 'tunnel/backed-off-connections' },
    { rule: 'tunnel/no-data-connections' },
    { rule: 'tunnel/tx-drop' },
    { rule: 'upgrade/unreachable-repository' },
    { rule: 'enrollment/http-client-failed' },
    { rule: 'enrollment/certificate-enrollment-failed' },
    { rule: 'health/secondary-connection-down' },
  ],
  runbook: { id: 'proxy-egress', step: 'look' },
  documentation: [`${DOCS.troubleshooting}#cloudconnect`, DOCS.prerequisites],
  source: ILLUSTRATION,
  fires: [
    {
      files: { 'checks.txt': TIMED_OUT },
      says: 'api.private.zscaler.com:443 time out and no proxy file',
      also: ['tunnel/tcp-connect-failed'],
    },
    {
      files: { 'curl.txt': TIMED_OUT, proxy: 'http://10.20.1.8:8080\n' },
      says: 'its proxy file is malformed',
      also: ['tunnel/tcp-connect-failed', 'config/proxy-malformed'],
    },
    {
      files: 'Jan 27 10:00:00 fra-ac-02 zpa-connector-child[3276]: broker connect failed: no route / timeout\n',
      says: 'the broker',
      also: ['tunnel/broker-connect-failed'],
    },
  ],
  silent: [
    { 'curl.txt': TIMED_OUT, proxy: '10.20.1.8:8080\n' },
    { 'checks.txt': `${TIMED_OUT}${PROMPT}nc -zv co2br.prod.zpath.net 443\nNcat: Connected to 198.51.100.23:443.\n` },
    {
      'checks.txt': `${TIMED_OUT}${PROMPT}sudo zpa-connector troubleshoot connection\n[broker] tunnel: UP (edge: fra2-vse-01) latency: 12ms\n`,
    },
    {
      'telnet.txt': `${PROMPT}telnet co2br.prod.zpath.net 443\nTrying 198.51.100.23...\ntelnet: connect to address 198.51.100.23: Connection refused\n`,
    },
    'Jan 27 10:00:00 web-1 mqtt[7]: broker connect failed: no route / timeout\n',
  ],
};

export default rule;
