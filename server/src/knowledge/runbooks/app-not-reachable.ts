import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'app-not-reachable',
  title: 'An application is not reachable',
  when: 'The connector is connected, users get errors for one application.',
  steps: [
    {
      id: 'resolve',
      title: 'Resolve it on the connector',
      text: 'Resolve it on the connector.',
      commands: [{ run: 'getent hosts <application name>', effect: 'read-only' }],
      good: 'The right internal address.',
      bad: 'app-dns',
    },
    {
      id: 'port',
      title: 'Open its port from the connector',
      text: 'Open its port from the connector.',
      commands: [{ run: 'nc -vz -w 5 <application name> <port>', effect: 'read-only' }],
      good: 'Succeeded.',
      bad: 'Route, firewall or the server itself.',
    },
    {
      id: 'segment',
      title: 'Compare with the segment',
      text: 'Domain, ports, server group and connector group in the portal.',
      good: 'The port is in the segment and the group covers the subnet.',
      bad: 'app-segment-and-source-ip',
    },
  ],
  verify: 'A user reaches the application, and the user activity log shows the session as open.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: ['https://help.zscaler.com/zpa/troubleshooting-app-connectors#idzero'],
};

export default runbook;
