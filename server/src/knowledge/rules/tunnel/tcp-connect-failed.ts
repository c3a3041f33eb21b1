import { groupBy } from '../../../engine/basics/group-by';
import type { BundleFacts } from '../../../engine/facts/bundle-facts';
import { targetOf } from '../../../engine/facts/network/reaches';
import type { Hit, Rule } from '../../../engine/match/rule';
import { isRepository, isTcpFailure, OUTCOME_WORDS, TCP_TEST, zpaReaches } from '../../connect-targets';
import { DOCS, inferred } from '../../evidence';

/** One hit a host and port, however often and by whatever tool it was tried. */
function failures(facts: BundleFacts): readonly Hit[] {
  const byTarget = groupBy(zpaReaches(facts), ({ host, port }) =>
    isRepository(host) ? null : `${host}\u0000${String(port ?? 443)}`,
  );
  return [...byTarget.values()].flatMap((tries): readonly Hit[] => {
    const failed = tries.filter(isTcpFailure);
    const [first] = failed;
    if (first === undefined) return [];
    const worked = tries.some((one) => one.outcome === 'connected');
    const doubt = failed.every((one) => one.outcome === 'no-answer');
    return [
      {
        at: first.at,
        evidence: failed.map((one) => one.at),
        count: failed.length,
        ...(worked ? { severity: 'warning' as const } : {}),
        ...(worked || doubt ? { confidence: 'medium' as const } : {}),
        data: {
          target: targetOf(first),
          outcome: OUTCOME_WORDS[first.outcome],
          more: worked ? '; another try worked' : '',
        },
      },
    ];
  });
}

const PROMPT = '[admin@fra-ac-02 ~]$ ';

const rule: Rule = {
  id: 'tunnel/tcp-connect-failed',
  title: 'TCP to the ZPA cloud fails',
  severity: 'error',
  means:
    'A test from the connector could not open a TCP connection to a host of the ZPA cloud. Timed out means that something on the way drops the packets; refused or reset means that something answers no.',
  matters: 'The tunnel runs over the same way: without TCP 443 there is none.',
  doNext: 'Have outbound TCP 443 from the connector to all ZPA addresses allowed, and look at iptables on the host.',
  message: 'TCP to {target} fails: {outcome}{more}.',
  needs: [TCP_TEST],
  evaluate: (facts) => failures(facts),
  explains: [
    { rule: 'tunnel/broker-connect-failed' },
    { rule: 'tunnel/not-connected-to-cloud' },
    { rule: 'tunnel/control-disconnected' },
    { rule: 'tunnel/backed-off-connections' },
    { rule: 'tunnel/no-data-connections' },
  ],
  runbook: { id: 'firewall-egress', step: 'prove' },
  documentation: [`${DOCS.troubleshooting}#cloudconnect`, DOCS.prerequisites],
  source: inferred('the messages of the operating system, and the port the vendor asks for (outbound TCP 443)'),
  fires: [
    {
      files: {
        'telnet.txt': `${PROMPT}telnet co2br.prod.zpath.net 443\nTrying 198.51.100.23...\ntelnet: connect to address 198.51.100.23: Connection refused\n`,
      },
      says: 'co2br.prod.zpath.net:443 fails: connection refused',
    },
    {
      files: {
        'nc.txt': `${PROMPT}nc -zv -w 5 api.private.zscaler.com 443\nNcat: Version 7.92 ( https://nmap.org/ncat )\nNcat: Connection timed out.\n`,
      },
      says: 'timed out',
      also: ['tunnel/direct-egress-blocked'],
    },
    {
      files: {
        'checks.txt': `${PROMPT}dig +short co2br.prod.zpath.net\n198.51.100.23\n203.0.113.61\n${PROMPT}telnet 203.0.113.61 443\nTrying 203.0.113.61...\ntelnet: connect to address 203.0.113.61: No route to host\n`,
      },
      says: '203.0.113.61:443 fails: no way',
    },
    {
      files: {
        'curl.txt': 'curl: (7) Failed to connect to co2br.prod.zpath.net port 443 after 12 ms: Connection refused\n',
      },
      says: 'refused',
    },
    {
      files: {
        'openssl.txt': `${PROMPT}openssl s_client -connect co2br.prod.zpath.net:443\n4007F5:error:8000006F:system library:BIO_connect:Connection refused:crypto/bio/bio_sock2.c:114:calling connect()\nconnect:errno=111\n`,
      },
      says: 'refused',
    },
    {
      files: {
        'nc.txt': `${PROMPT}nc -zv co2br.prod.zpath.net 443\nNcat: Connection refused.\n${PROMPT}nc -zv co2br.prod.zpath.net 443\nNcat: Connected to 198.51.100.23:443.\n`,
      },
      says: 'another try worked',
      severity: 'warning',
    },
  ],
  silent: [
    {
      'telnet.txt': `${PROMPT}telnet co2br.prod.zpath.net 443\nTrying 198.51.100.23...\ntelnet: connect to address 198.51.100.23: Connection timed out\nTrying 203.0.113.61...\nConnected to co2br.prod.zpath.net.\nEscape character is '^]'.\n`,
    },
    // Without a port telnet tries 23, where nobody listens.
    {
      'telnet.txt': `${PROMPT}telnet co2br.prod.zpath.net\nTrying 198.51.100.23...\ntelnet: connect to address 198.51.100.23: Connection timed out\n`,
    },
    {
      'curl.txt': `${PROMPT}curl -sv https://api.private.zscaler.com\n* Could not resolve host: api.private.zscaler.com\ncurl: (6) Could not resolve host: api.private.zscaler.com\n`,
    },
    {
      'curl.txt': `${PROMPT}curl -sv -x http://10.20.1.8:8080 https://api.private.zscaler.com\n*   Trying 10.20.1.8:8080...\n* connect to 10.20.1.8 port 8080 failed: Connection refused\ncurl: (7) Failed to connect to 10.20.1.8 port 8080: Connection refused\n`,
    },
    { 'nc.txt': `${PROMPT}nc -zv www.example.com 443\nNcat: Connection timed out.\n` },
    { 'telnet.txt': 'Trying 198.51.100.23...\ntelnet: connect to address 198.51.100.23: Connection timed out\n' },
  ],
};

export default rule;
