import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'broker-reachability',
  title: 'The Public Service Edge cannot be reached',
  when: 'The control connection does not come up: timeouts, refused connections, missing certificate.',
  steps: [
    {
      id: 'dns',
      title: 'Resolve',
      text: 'Without an address nothing else matters.',
      commands: [{ run: 'dig +short co2br.{cloud}', effect: 'read-only' }],
      good: 'Two or more addresses.',
      bad: 'Runbook dns-check.',
    },
    {
      id: 'icmp',
      title: 'Ping',
      text: 'ICMP may be filtered: loss here alone proves nothing while TCP works.',
      commands: [{ run: 'ping -c 5 co2br.{cloud}', effect: 'read-only' }],
      good: 'Answers without loss.',
      bad: 'Loss or silence: go on to TCP.',
    },
    {
      id: 'tcp',
      title: 'Open TCP 443',
      text: 'Use an address from the journal or from dig.',
      commands: [
        { run: 'nc -vz -w 5 {broker} 443', effect: 'read-only' },
        { run: 'mtr -rzwbec100 --tcp -P443 {broker}', effect: 'read-only' },
      ],
      good: 'Connected; the last hop answers.',
      bad: 'Timed out: firewall-egress or proxy-egress. Refused: something in between answers.',
    },
    {
      id: 'tls',
      title: 'Look at the certificate',
      text: 'The certificate must be one of Zscaler.',
      commands: [
        {
          run: 'openssl s_client -servername co2br.{cloud} -connect {broker}:443 </dev/null 2>/dev/null | openssl x509 -noout -subject -issuer',
          effect: 'read-only',
        },
      ],
      good: 'Subject and issuer of Zscaler, CN a broker name.',
      bad: 'Another issuer: ssl-interception. No certificate: a firewall that lets TCP through and stops TLS.',
    },
  ],
  verify:
    'The journal shows the control connection as fohh_connection_connected within about a minute, and the portal shows the connector as Authenticated.',
  escalate:
    'Open a case with the bundle (see collect-support-bundle): journal, memory/status, memory/argo, lscpu, free -h, df -h, and the answers of the steps above.',
  sources: [
    'https://help.zscaler.com/zpa/troubleshooting-app-connectors#cloudconnect',
    'https://help.zscaler.com/troubleshooting-runbooks/zpa-app-connector-troubleshooting-runbook',
  ],
};

export default runbook;
