import { timeSpan } from '../../../engine/basics/extremes';
import { groupBy } from '../../../engine/basics/group-by';
import type { Rule } from '../../../engine/match/rule';
import { MAX_EVIDENCE } from '../../../engine/match/run-rules';
import type { PlacedLookup } from '../../../engine/facts/network/lookups';
import { isOwnResolver, placedLookups, resolvedSomewhere } from '../../../engine/facts/network/lookups';
import type { BundleFacts } from '../../../engine/facts/bundle-facts';
import { DOCS, NAME_LOOKUPS, RUNBOOK } from '../../evidence';
import { unresolvedByTools } from '../../unresolved-names';
import { isZscalerName } from '../../zscaler-names';

const OUTCOMES: Readonly<Record<string, string>> = {
  NXDOMAIN: 'the resolver says that the name does not exist (NXDOMAIN)',
  SERVFAIL: 'the resolver failed (SERVFAIL)',
  REFUSED: 'the resolver does not serve this host (REFUSED)',
  'timed out': 'no name server answered in time',
  'connection refused': 'the name server refuses connections',
  'network unreachable': 'there is no route to the name server',
  'not resolved': 'the resolver gave no address',
};

/** How a look-up failed; null where it did not, or where its type says nothing about addresses. */
function outcomeOf({ lookup }: PlacedLookup): string | null {
  const { failure, status, type } = lookup;
  if (failure !== null) return failure;
  if (status === null || status === 'NOERROR') return null;
  // Other types may fail on their own; a name that does not exist has none at all.
  return type === 'A' || type === 'ANY' || status === 'NXDOMAIN' ? status : null;
}

/** A server that is not the host's own says nothing about the connector once the host itself got an answer. */
function isForeign(facts: BundleFacts, { lookup }: PlacedLookup, resolved: boolean): boolean {
  return resolved && lookup.server !== null && !isOwnResolver(facts, lookup.server);
}

const rule: Rule = {
  id: 'tunnel/dns-lookup-failed',
  title: 'A Zscaler name does not resolve',
  severity: 'error',
  means:
    'A look-up of a Zscaler name on this machine got no address: the resolver does not know the name, failed, or did not answer.',
  matters: 'Without addresses the connector can neither enrol nor reach a Service Edge; later failures follow from it.',
  doNext: 'Ask each resolver of /etc/resolv.conf by itself, and look whether port 53 is open to it.',
  message: '{name} could not be resolved{server}: {outcome}{again}.',
  needs: [NAME_LOOKUPS],
  evaluate: (facts) => {
    const lookups = placedLookups(facts);
    const groups = groupBy(lookups, (placed) => {
      const { name, server } = placed.lookup;
      const outcome = outcomeOf(placed);
      if (outcome === null || (name !== null && !isZscalerName(name))) return null;
      // Without a name only a resolver that does not answer says something.
      if (name === null && placed.lookup.failure === null) return null;
      if (isForeign(facts, placed, resolvedSomewhere(lookups, name))) return null;
      return [name, server, outcome].join(' ');
    });
    const asked = [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (first === undefined) return [];
      const { name, server } = first.lookup;
      const outcome = outcomeOf(first) ?? '';
      const resolved = resolvedSomewhere(lookups, name);
      const places = group.map(({ artifact, lookup: { line, start, end } }) => ({ artifact, line, start, end }));
      const times = group.flatMap(({ lookup }) => lookup.timeMs ?? []);
      return [
        {
          at: places[0] ?? { artifact: 0, line: 0 },
          evidence: places.slice(0, MAX_EVIDENCE),
          count: group.length,
          ...timeSpan(times),
          ...(resolved || name === null
            ? ({ severity: 'warning', confidence: 'medium' } as const)
            : ({ severity: 'error' } as const)),
          data: {
            name: name ?? 'A name (the command is not shown)',
            server: server === null ? '' : ` by ${server}`,
            outcome: OUTCOMES[outcome] ?? `the resolver answered ${outcome}`,
            again: resolved ? '; another look-up of the same name succeeded' : '',
          },
        },
      ];
    });
    return [...asked, ...unresolvedByTools(facts, new Set(asked.map((hit) => hit.data.name)))];
  },
  explains: [
    { rule: 'tunnel/tcp-connect-failed' },
    { rule: 'tunnel/broker-connect-failed' },
    { rule: 'enrollment/dns-resolution-failed' },
    { rule: 'tunnel/not-connected-to-cloud' },
    { rule: 'tunnel/dns-too-few-answers' },
    { rule: 'upgrade/unreachable-repository' },
  ],
  runbook: { id: 'dns-check', step: 'servers' },
  documentation: [`${DOCS.troubleshooting}#cloudconnect_connectivity`, DOCS.runbook],
  source: RUNBOOK,
  fires: [
    {
      files: {
        'curl.txt':
          '[admin@fra-ac-02 ~]$ curl -sv https://api.private.zscaler.com\n* Could not resolve host: api.private.zscaler.com\n* Closing connection 0\ncurl: (6) Could not resolve host: api.private.zscaler.com\n',
      },
      says: 'api.private.zscaler.com could not be resolved: the resolver gave no address (curl)',
    },
    {
      files: {
        'dig.txt':
          '[admin@fra-ac-02 ~]$ dig co2br.prod.zpath.net\n\n; <<>> DiG 9.16.23-RH <<>> co2br.prod.zpath.net\n;; global options: +cmd\n;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: SERVFAIL, id: 3536\n;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 1\n\n;; OPT PSEUDOSECTION:\n; EDNS: version: 0, flags:; udp: 1232\n;; QUESTION SECTION:\n;co2br.prod.zpath.net.\t\tIN\tA\n\n;; Query time: 4003 msec\n;; SERVER: 10.20.0.53#53(10.20.0.53)\n;; WHEN: Tue Mar 17 12:06:12 UTC 2026\n;; MSG SIZE  rcvd: 49\n',
      },
      says: 'SERVFAIL',
      severity: 'error',
    },
    {
      files: {
        'dig.txt':
          ';; communications error to 10.20.0.53#53: timed out\n;; communications error to 10.20.0.53#53: timed out\n;; communications error to 10.20.0.53#53: timed out\n\n; <<>> DiG 9.18.28-1~deb12u2-Debian <<>> co2br.prod.zpath.net\n;; global options: +cmd\n;; no servers could be reached\n',
      },
      says: 'no name server answered',
    },
    {
      files: {
        'nslookup.txt':
          '[root@fra-ac-02 ~]# sudo -u zscaler nslookup api.private.zscaler.com\n;; connection timed out; no servers could be reached\n\n',
      },
      says: 'api.private.zscaler.com could not be resolved',
    },
    {
      files: {
        'nslookup.txt':
          "Server:\t\t10.20.0.53\nAddress:\t10.20.0.53#53\n\n** server can't find co2br.zpatwo.net: NXDOMAIN\n\n",
      },
      says: 'does not exist',
    },
    {
      files: {
        'dns.txt':
          '[admin@fra-ac-02 ~]$ dig +short @10.20.0.53 co2br.prod.zpath.net\n198.51.100.23\n203.0.113.61\n[admin@fra-ac-02 ~]$ dig +short @10.20.0.54 co2br.prod.zpath.net\n;; connection timed out; no servers could be reached\n',
      },
      says: 'by 10.20.0.54',
      severity: 'warning',
    },
    {
      files: {
        'ping.txt':
          '[admin@fra-ac-02 ~]$ ping -c 5 co2br.prod.zpath.net\nping: co2br.prod.zpath.net: Temporary failure in name resolution\n',
        'nslookup.txt': 'Server:\t\t10.20.0.53\nAddress:\t10.20.0.53#53\n\n',
      },
      says: 'co2br.prod.zpath.net could not be resolved',
    },
  ],
  silent: [
    { 'curl.txt': 'curl: (6) Could not resolve host: hr.corp.example.com\n' },
    {
      'dig.txt':
        '[admin@fra-ac-02 ~]$ dig co2br.prod.zpath.net\n\n; <<>> DiG 9.16.23-RH <<>> co2br.prod.zpath.net\n;; global options: +cmd\n;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 3536\n;; flags: qr rd ra; QUERY: 1, ANSWER: 3, AUTHORITY: 0, ADDITIONAL: 0\n\n;; QUESTION SECTION:\n;co2br.prod.zpath.net.\t\tIN\tA\n\n;; ANSWER SECTION:\nco2br.prod.zpath.net.\t5\tIN\tCNAME\tfra4.co2br.gslb.prod.zpath.net.\nfra4.co2br.gslb.prod.zpath.net. 5\tIN\tA\t198.51.100.23\nfra4.co2br.gslb.prod.zpath.net. 5\tIN\tA\t203.0.113.61\n\n;; Query time: 12 msec\n;; SERVER: 10.20.0.53#53(10.20.0.53)\n',
    },
    // A retry that succeeds is no failure.
    {
      'dig.txt':
        ';; communications error to 10.20.0.53#53: timed out\n\n; <<>> DiG 9.18.28 <<>> co2br.prod.zpath.net\n;; global options: +cmd\n;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 99\n;; flags: qr rd ra; QUERY: 1, ANSWER: 2, AUTHORITY: 0, ADDITIONAL: 0\n\n;; QUESTION SECTION:\n;co2br.prod.zpath.net.\t\tIN\tA\n\n;; ANSWER SECTION:\nco2br.prod.zpath.net. 5\tIN\tA\t198.51.100.23\nco2br.prod.zpath.net. 5\tIN\tA\t203.0.113.61\n\n;; Query time: 12 msec\n',
    },
    // A public resolver is often blocked; the host has its own.
    {
      'dns.txt':
        '[admin@fra-ac-02 ~]$ dig +short co2br.prod.zpath.net\n198.51.100.23\n203.0.113.61\n[admin@fra-ac-02 ~]$ dig +short @8.8.8.8 co2br.prod.zpath.net\n;; connection timed out; no servers could be reached\n',
    },
    {
      'nslookup.txt':
        "Server:\t\t10.20.0.53\nAddress:\t10.20.0.53#53\n\n** server can't find hr.corp.example: SERVFAIL\n\n",
    },
    {
      'notes.txt': 'Yesterday dig said:\n  connection timed out; no servers could be reached\nIt works today.\n',
    },
  ],
};

export default rule;
