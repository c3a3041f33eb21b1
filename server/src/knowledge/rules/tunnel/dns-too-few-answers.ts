import type { Rule } from '../../../engine/match/rule';
import { placedLookups } from '../../../engine/facts/network/lookups';
import { DOCS, NAME_LOOKUPS, TROUBLESHOOTING } from '../../evidence';
import { isBootstrapName } from '../../zscaler-names';

/** Addresses the vendor expects at least. */
const LEAST = 2;

const rule: Rule = {
  id: 'tunnel/dns-too-few-answers',
  title: 'Too few addresses for the bootstrap name',
  severity: 'warning',
  means:
    'The name by which connectors find a Service Edge resolves to fewer than two addresses. Aliases (CNAME) do not count.',
  matters: 'With one address there is no second way when that Service Edge fails; with none there is no tunnel.',
  doNext: 'Ask each resolver by itself, and look for one that rewrites or shortens answers.',
  message: '{name} resolves to {addresses} address(es) instead of two or more{aliases}.',
  needs: [{ ...NAME_LOOKUPS, anyOf: ['dig', 'dig-short'] }],
  evaluate: (facts) =>
    placedLookups(facts).flatMap(({ artifact, tool, lookup }) => {
      const { name, type, status, complete, aliases, line, start, end } = lookup;
      if (tool === 'nslookup' || tool === 'ping' || !complete || type !== 'A') return [];
      if (name === null || !isBootstrapName(name) || (status !== null && status !== 'NOERROR')) return [];
      const addresses = new Set(lookup.addresses.map(({ address }) => address)).size;
      if (addresses >= LEAST) return [];
      const at = { artifact, line, start, end };
      return [
        {
          at,
          evidence: [at, ...lookup.addresses.map((one) => ({ artifact, line: one.line }))],
          firstMs: lookup.timeMs,
          data: {
            name,
            addresses,
            aliases: aliases === 0 ? '' : ` (${String(aliases)} alias(es) are no addresses)`,
          },
        },
      ];
    }),
  runbook: { id: 'dns-check', step: 'query' },
  documentation: [`${DOCS.troubleshooting}#cloudconnect_connectivity`],
  source: TROUBLESHOOTING,
  fires: [
    {
      files: {
        'dig.txt': '[admin@fra-ac-02 ~]$ dig +short co2br.prod.zpath.net\n[admin@fra-ac-02 ~]$ hostname\nfra-ac-02\n',
      },
      says: '0 address(es)',
    },
    {
      files: {
        'dig.txt':
          '[admin@fra-ac-02 ~]$ dig +short co2br.prod.zpath.net\nco2br.gslb.prod.zpath.net.\nfra4.co2br.gslb.prod.zpath.net.\n198.51.100.23\n',
      },
      says: '1 address(es)',
    },
    {
      files: {
        'dig.txt':
          '; <<>> DiG 9.11.36-RedHat-9.11.36-11.el8 <<>> co2br.prod.zpath.net\n;; global options: +cmd\n;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 3536\n;; flags: qr rd ra; QUERY: 1, ANSWER: 2, AUTHORITY: 0, ADDITIONAL: 0\n\n;; QUESTION SECTION:\n;co2br.prod.zpath.net.\t\tIN\tA\n\n;; ANSWER SECTION:\nco2br.prod.zpath.net.\t5\tIN\tCNAME\tco2br.gslb.prod.zpath.net.\nco2br.gslb.prod.zpath.net. 5\tIN\tA\t198.51.100.23\n\n;; Query time: 12 msec\n;; SERVER: 10.20.0.53#53(10.20.0.53)\n',
      },
      says: '1 alias(es)',
    },
    {
      files: {
        'dig.txt':
          '; <<>> DiG 9.18.28 <<>> co2br.zpatwo.net\n;; global options: +cmd\n;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 77\n;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 1, ADDITIONAL: 1\n\n;; QUESTION SECTION:\n;co2br.zpatwo.net.\t\tIN\tA\n\n;; AUTHORITY SECTION:\nzpatwo.net.\t60\tIN\tSOA\tns.zpatwo.net. hostmaster.zpatwo.net. 1 7200 900 1209600 60\n\n;; Query time: 5 msec\n',
      },
      says: '0 address(es)',
    },
  ],
  silent: [
    // Nothing behind the command: perhaps not copied.
    { 'dig.txt': '[admin@fra-ac-02 ~]$ dig +short co2br.prod.zpath.net\n' },
    {
      'dig.txt':
        '[admin@fra-ac-02 ~]$ dig +short co2br.prod.zpath.net\nco2br.gslb.prod.zpath.net.\nfra4.co2br.gslb.prod.zpath.net.\n198.51.100.23\n203.0.113.61\n',
    },
    // Filtered, cut, of another type, or another name.
    { 'dig.txt': '[admin@fra-ac-02 ~]$ dig +short co2br.prod.zpath.net | tail -n 1\n198.51.100.23\n' },
    {
      'dig.txt':
        '; <<>> DiG 9.16.23-RH <<>> co2br.prod.zpath.net\n;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 3536\n;; flags: qr rd ra; QUERY: 1, ANSWER: 10, AUTHORITY: 0, ADDITIONAL: 0\n\n;; QUESTION SECTION:\n;co2br.prod.zpath.net.\t\tIN\tA\n\n;; ANSWER SECTION:\nco2br.prod.zpath.net.\t5\tIN\tA\t198.51.100.23\n',
    },
    {
      'dig.txt':
        '; <<>> DiG 9.16.23-RH <<>> AAAA co2br.prod.zpath.net\n;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 3536\n;; flags: qr rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 0\n\n;; QUESTION SECTION:\n;co2br.prod.zpath.net.\t\tIN\tAAAA\n\n;; ANSWER SECTION:\nco2br.prod.zpath.net.\t5\tIN\tCNAME\tco2br.gslb.prod.zpath.net.\n\n;; Query time: 1 msec\n',
    },
    { 'dig.txt': '[admin@fra-ac-02 ~]$ dig +short api.private.zscaler.com\n198.51.100.80\n' },
  ],
};

export default rule;
