import type { Rule } from '../../../engine/match/rule';
import { placedLookups, resolvedSomewhere } from '../../../engine/facts/network/lookups';
import { DOCS, NAME_LOOKUPS, inferred } from '../../evidence';
import { isZscalerName } from '../../zscaler-names';

/** Reverse look-ups, and hosts of the internet that are asked for tests and packages: no applications. */
const NO_APPLICATION =
  /(?:^|\.)(?:arpa|ntp\.org|centos\.org|redhat\.com|fedoraproject\.org|rockylinux\.org|almalinux\.org|ubuntu\.com|debian\.org|google\.com|gstatic\.com|cloudflare\.com|microsoft\.com)$/iu;
/** Endings that exist inside an organisation only. */
const INSIDE = /\.(?:local|internal|intern|corp|lan|home|private|intra|intranet|ad|domain|localdomain)$/iu;

const rule: Rule = {
  id: 'apps/name-not-found',
  title: 'The connector cannot resolve an application',
  severity: 'error',
  means:
    'The resolver of this machine says that the name does not exist. The connector resolves the names of applications itself.',
  matters: 'Users get no access to the application, although connector and tunnel are healthy.',
  doNext: 'Ask a resolver that knows the internal zone, and compare /etc/resolv.conf with it.',
  message:
    '{name} does not exist for the resolver{server} of this machine (NXDOMAIN): the application cannot be reached.',
  needs: [
    { ...NAME_LOOKUPS, missing: 'a look-up of the application on the connector', command: 'dig APPLICATION > dig.txt' },
  ],
  evaluate: (facts) => {
    const lookups = placedLookups(facts);
    const seen = new Set<string>();
    return lookups.flatMap(({ artifact, tool, lookup }) => {
      const { name, server, status, type, line, start, end } = lookup;
      if (status !== 'NXDOMAIN' || name === null || !/^(?:A|AAAA|ANY)$/u.test(type)) return [];
      if (isZscalerName(name) || NO_APPLICATION.test(name) || seen.has(name)) return [];
      // dig asks for a short name as it stands; the connector and nslookup put the search domain behind it.
      if (!name.includes('.') && tool !== 'nslookup') return [];
      if (server !== null && resolvedSomewhere(lookups, name)) return [];
      seen.add(name);
      return [
        {
          at: { artifact, line, start, end },
          firstMs: lookup.timeMs,
          confidence: INSIDE.test(name) ? ('high' as const) : ('medium' as const),
          data: { name, server: server === null ? '' : ` ${server}` },
        },
      ];
    });
  },
  explains: [{ rule: 'apps/port-unreachable' }],
  runbook: { id: 'app-dns', step: 'ask' },
  documentation: [DOCS.troubleshooting],
  source: inferred(
    'the meaning of NXDOMAIN (RFC 1035), and that a connector resolves names with the resolver of its host',
  ),
  fires: [
    {
      files: {
        'nslookup.txt':
          "[root@fra-ac-02 ~]# nslookup hr.corp.example\nServer:\t\t10.20.0.53\nAddress:\t10.20.0.53#53\n\n** server can't find hr.corp.example: NXDOMAIN\n\n",
      },
      says: 'hr.corp.example',
    },
    {
      files: {
        'dig.txt':
          '; <<>> DiG 9.16.23-RH <<>> erp.nordwind.local\n;; global options: +cmd\n;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 3536\n;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 1, ADDITIONAL: 1\n\n;; QUESTION SECTION:\n;erp.nordwind.local.\t\tIN\tA\n\n;; AUTHORITY SECTION:\n.\t\t10800\tIN\tSOA\ta.root-servers.net. nstld.verisign-grs.com. 2026031700 1800 900 604800 86400\n\n;; Query time: 20 msec\n',
      },
      says: 'erp.nordwind.local',
    },
  ],
  silent: [
    {
      'nslookup.txt':
        'Server:\t\t10.20.0.53\nAddress:\t10.20.0.53#53\n\nName:\thr.corp.example\nAddress: 10.20.9.40\n\n',
    },
    {
      'nslookup.txt':
        "Server:\t\t10.20.0.53\nAddress:\t10.20.0.53#53\n\n** server can't find api.private.zscaler.com: NXDOMAIN\n\n",
    },
    {
      'nslookup.txt':
        "Server:\t\t10.20.0.53\nAddress:\t10.20.0.53#53\n\n** server can't find 40.9.20.10.in-addr.arpa: NXDOMAIN\n\n",
    },
    {
      'dig.txt':
        '; <<>> DiG 9.16.23-RH <<>> mirrorlist.centos.org\n;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 3536\n;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 1, ADDITIONAL: 0\n\n;; QUESTION SECTION:\n;mirrorlist.centos.org.\t\tIN\tA\n',
    },
    // Inside the answer is there; the outside resolver need not know it.
    {
      'dns.txt':
        "[root@fra-ac-02 ~]# nslookup hr.corp.example\nServer:\t\t10.20.0.53\nAddress:\t10.20.0.53#53\n\nName:\thr.corp.example\nAddress: 10.20.9.40\n\n[root@fra-ac-02 ~]# nslookup hr.corp.example 9.9.9.9\nServer:\t\t9.9.9.9\nAddress:\t9.9.9.9#53\n\n** server can't find hr.corp.example: NXDOMAIN\n\n",
    },
  ],
};

export default rule;
