import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'far-service-edge',
  title: 'A distant Service Edge is used',
  when: 'The region of the broker is far from the connector, or the control latency is high.',
  steps: [
    {
      id: 'where',
      title: 'See which data centre',
      text: 'The name of the broker carries the code of its data centre.',
      commands: [
        {
          run: 'sudo journalctl -u zpa-connector | grep -oE "broker[0-9a-z-]+\\.[a-z]+[0-9]+" | sort | uniq -c',
          effect: 'read-only',
        },
      ],
      good: 'The nearest data centre.',
      bad: 'A distant one.',
    },
    {
      id: 'allow',
      title: 'Allow all ranges',
      text: 'If the near ones are blocked, the connector takes the next.',
      next: 'firewall-egress',
    },
    {
      id: 'location',
      title: 'Check the location of the group',
      text: 'Latitude and longitude in the portal decide what is near.',
    },
  ],
  verify: 'The broker is in the nearest data centre, RTT tens of milliseconds.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: ['https://help.zscaler.com/zpa/troubleshooting-app-connectors'],
};

export default runbook;
