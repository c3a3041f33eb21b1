import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'firewall-egress',
  title: 'The firewall blocks the way out',
  when: 'Connections to brokers time out although DNS works and no proxy is required.',
  steps: [
    {
      id: 'prove',
      title: 'Show that TCP 443 fails',
      text: 'From the connector, to an address of the list.',
      commands: [{ run: 'nc -vz -w 5 {broker} 443', effect: 'read-only' }],
      good: 'succeeded',
      bad: 'timed out or no route',
    },
    {
      id: 'list',
      title: 'Compare the rules with the published ranges',
      text: 'Outbound TCP 443 to all ranges of the cloud, not to one region only. No inbound rule is needed.',
      good: 'All ranges allowed.',
      bad: 'Add the missing ones; new ranges are announced 90 days ahead.',
    },
    {
      id: 'host',
      title: 'Look at the host firewall',
      text: 'Rules on the machine itself count too.',
      commands: [{ run: 'sudo iptables -nvL OUTPUT', effect: 'read-only' }],
      good: 'No DROP or REJECT that matches.',
    },
    {
      id: 'reset',
      title: 'Find who sends a reset',
      text: 'See packet-capture: a reset within a millisecond or two comes from your own premises.',
      next: 'packet-capture',
    },
  ],
  verify:
    'The journal shows the control connection as fohh_connection_connected within about a minute, and the portal shows the connector as Authenticated.',
  escalate:
    'Open a case with the bundle (see collect-support-bundle): journal, memory/status, memory/argo, lscpu, free -h, df -h, and the answers of the steps above.',
  sources: [
    'https://config.zscaler.com/private.zscaler.com/zpa',
    'https://help.zscaler.com/zpa/troubleshooting-app-connectors#cloudconnect_iprange',
  ],
};

export default runbook;
