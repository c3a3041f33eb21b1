import type { Rule } from '../../../engine/match/rule';
import { tcpWorks } from '../../../engine/facts/network/tcp-works';
import { isCloudTarget, zpaAddresses } from '../../connect-targets';
import { DOCS, PING, RUNBOOK } from '../../evidence';

/** Their failure is told by upgrade/unreachable-repository. */
const REPOSITORY = /^(?:dist|yum)\./u;

const rule: Rule = {
  id: 'tunnel/icmp-loss',
  title: 'Ping loses probes',
  severity: 'warning',
  confidence: 'medium',
  means: 'A part of the probes of ping got no answer. Networks often filter or limit ICMP while TCP works.',
  matters: 'Real loss slows every session; filtered ICMP harms nobody. Only TCP tells the two apart.',
  doNext: 'Trace the path with TCP: mtr --tcp -P443.',
  message: 'ping to {target} lost {loss} of {sent} probes{tcp}.',
  needs: [PING],
  evaluate: (facts) => {
    const cloud = zpaAddresses(facts);
    return facts.sections('ping').flatMap(({ artifact, facts: { runs } }) =>
      runs.flatMap((run) => {
        const { target, address, summary, tooLong } = run;
        // Probes that were too long for the path were not lost: apps/path-mtu tells them.
        if (summary === null || summary.lossPercent === 0 || summary.sent === 0 || tooLong !== null) return [];
        if (!isCloudTarget([target, address], cloud)) return [];
        if (summary.lossPercent === 100 && REPOSITORY.test(target ?? '')) return [];
        const works = tcpWorks(facts, artifact, [target, address]);
        const { line, lossStart: start, lossEnd: end } = summary;
        return [
          {
            at: { artifact: artifact.index, line, start, end },
            ...(works ? { severity: 'info' as const } : {}),
            data: {
              target: target ?? 'a host',
              loss: `${String(summary.lossPercent)}%`,
              sent: summary.sent,
              tcp: works
                ? ', while TCP to it works: ICMP is filtered or limited on the way, this is not the cause'
                : '',
            },
          },
        ];
      }),
    );
  },
  runbook: { id: 'broker-reachability', step: 'icmp' },
  documentation: [DOCS.runbook, `${DOCS.troubleshooting}#cloudconnect_icmpping`],
  source: RUNBOOK,
  fires: [
    {
      files: {
        'ping.txt':
          'PING fra4.co2br.gslb.prod.zpath.net (198.51.100.23) 56(84) bytes of data.\n64 bytes from 198.51.100.23 (198.51.100.23): icmp_seq=1 ttl=54 time=8.31 ms\n64 bytes from 198.51.100.23 (198.51.100.23): icmp_seq=4 ttl=54 time=8.31 ms\n\n--- fra4.co2br.gslb.prod.zpath.net ping statistics ---\n5 packets transmitted, 2 received, 60% packet loss, time 4006ms\nrtt min/avg/max/mdev = 8.310/8.310/8.310/0.000 ms\n',
      },
      says: '60%',
      severity: 'warning',
    },
    {
      files: {
        'ping.txt':
          '[admin@fra-ac-02 ~]$ ping -c 4 198.51.100.23\nPING 198.51.100.23 (198.51.100.23): 56 data bytes\n\n--- 198.51.100.23 ping statistics ---\n4 packets transmitted, 0 packets received, 100% packet loss\n[admin@fra-ac-02 ~]$ mtr -rzwbec100 --tcp -P443 198.51.100.23\nStart: 2026-03-17T12:06:44+0000\nHOST: fra-ac-02.kestrelmoor.example Loss%   Snt   Last   Avg  Best  Wrst StDev\n  1. AS???    10.20.4.1            0.0%   100    0.3   0.2   0.2   0.3   0.0\n  2. AS64511  198.51.100.23        0.0%   100    8.3   8.2   7.6  12.2   0.6\n',
      },
      says: 'while TCP to it works',
      severity: 'info',
    },
  ],
  silent: [
    {
      'ping.txt':
        'PING printer-2 (192.168.178.99) 56(84) bytes of data.\n\n--- printer-2 ping statistics ---\n3 packets transmitted, 0 received, 100% packet loss, time 2040ms\n\nPING www.example.com (192.0.2.80) 56(84) bytes of data.\n\n--- www.example.com ping statistics ---\n3 packets transmitted, 1 received, 66% packet loss, time 2040ms\n',
    },
    {
      'ping.txt':
        'PING fra4.co2br.gslb.prod.zpath.net (198.51.100.23) 56(84) bytes of data.\n64 bytes from 198.51.100.23 (198.51.100.23): icmp_seq=1 ttl=54 time=8.31 ms\n\n--- fra4.co2br.gslb.prod.zpath.net ping statistics ---\n1 packets transmitted, 1 received, 0% packet loss, time 0ms\nrtt min/avg/max/mdev = 8.310/8.310/8.310/0.000 ms\n',
    },
    {
      'ping.txt':
        'PING erp.nordwind.example (10.20.9.40) 1472(1500) bytes of data.\nping: local error: message too long, mtu=1400\nping: local error: message too long, mtu=1400\n\n--- erp.nordwind.example ping statistics ---\n2 packets transmitted, 0 received, +2 errors, 100% packet loss, time 1001ms\n',
    },
  ],
};

export default rule;
