import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'dns-check',
  title: 'Names do not resolve',
  when: 'A Zscaler name gets no answer, too few addresses, or SERVFAIL, NXDOMAIN, timeouts.',
  steps: [
    {
      id: 'query',
      title: 'Ask for the bootstrap name',
      text: 'co2br is where a connector finds its Public Service Edge.',
      commands: [
        { run: 'dig co2br.{cloud}', effect: 'read-only' },
        { run: 'dig +short co2br.{cloud}', effect: 'read-only' },
      ],
      good: 'NOERROR with two or more A records, often behind two CNAMEs.',
      bad: 'Fewer than two addresses, SERVFAIL, NXDOMAIN or a timeout.',
    },
    {
      id: 'servers',
      title: 'Ask each resolver by itself',
      text: 'One dead resolver in the list makes every second lookup slow.',
      commands: [
        {
          run: "awk '/^nameserver/ {print $2}' /etc/resolv.conf | xargs -I{} dig +short +time=2 @{} co2br.{cloud}",
          effect: 'read-only',
        },
      ],
      good: 'Every resolver answers alike.',
      bad: 'Remove or repair the one that does not.',
    },
    {
      id: 'path',
      title: 'Check the way to the resolver',
      text: 'UDP and TCP 53 must be open.',
      commands: [{ run: 'dig +tcp +short co2br.{cloud}', effect: 'read-only' }],
      good: 'The same answer over TCP.',
      bad: 'A firewall drops one of the two.',
    },
  ],
  verify: 'dig gives two or more addresses on every try, and the journal shows Adding name resolution lines.',
  escalate:
    'Open a case with the bundle (see collect-support-bundle): journal, memory/status, memory/argo, lscpu, free -h, df -h, and the answers of the steps above.',
  sources: [
    'https://help.zscaler.com/zpa/troubleshooting-app-connectors#cloudconnect_connectivity',
    'https://help.zscaler.com/troubleshooting-runbooks/zpa-app-connector-troubleshooting-runbook',
  ],
};

export default runbook;
