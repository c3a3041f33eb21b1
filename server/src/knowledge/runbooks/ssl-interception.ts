import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'ssl-interception',
  title: 'A device inspects the TLS of the connector',
  when: 'The journal says self signed certificate in certificate chain, or openssl shows an issuer that is not Zscaler.',
  steps: [
    {
      id: 'prove',
      title: 'Show who signs',
      text: 'Ask for the certificate on the path that the connector takes.',
      commands: [
        {
          run: 'openssl s_client -servername co2br.{cloud} -connect {broker}:443 </dev/null 2>/dev/null | openssl x509 -noout -subject -issuer',
          effect: 'read-only',
        },
      ],
      good: 'Issuer and subject name Zscaler.',
      bad: 'The issuer names your proxy or firewall: it re-signs the connection.',
    },
    {
      id: 'why',
      title: 'Know why it cannot work',
      text: 'The connector pins the certificates of Zscaler: a re-signed one is refused, by design. Installing the proxy CA on the host does not help.',
    },
    {
      id: 'bypass',
      title: 'Have the inspection bypassed',
      text: 'On the inspecting device exempt the whole published list of ZPA domains and address ranges for this cloud from decryption, for all connectors; *.zpath.net and *.zscaler.com at least. Mark the rule as needed for good: bypasses that are cleaned up later bring the outage back at the next reconnect.',
      good: 'The device logs the traffic as not decrypted.',
    },
    {
      id: 'again',
      title: 'Prove it again, then restart',
      text: 'The same openssl command must now name Zscaler.',
      commands: [
        {
          run: 'openssl s_client -servername co2br.{cloud} -connect {broker}:443 </dev/null 2>/dev/null | openssl x509 -noout -issuer',
          effect: 'read-only',
        },
        { run: 'sudo systemctl restart zpa-connector', effect: 'changes-the-host' },
      ],
      good: 'Issuer is Zscaler; the control connection comes up.',
      bad: 'Still another issuer: there is a second device on the path (mtr shows the hops).',
    },
  ],
  verify:
    'The journal shows the control connection as fohh_connection_connected within about a minute, and the portal shows the connector as Authenticated.',
  escalate:
    'Open a case with the bundle (see collect-support-bundle): journal, memory/status, memory/argo, lscpu, free -h, df -h, and the answers of the steps above.',
  sources: [
    'https://help.zscaler.com/zpa/troubleshooting-app-connectors#sslinterceptions',
    'https://config.zscaler.com/private.zscaler.com/zpa',
    'https://config.zscaler.com/zpatwo.net/zpa',
  ],
};

export default runbook;
