import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'app-dns',
  title: 'The connector cannot resolve an application',
  when: 'NXDOMAIN or no answer for an internal name on the connector.',
  steps: [
    {
      id: 'ask',
      title: 'Ask the resolver of the connector',
      text: 'Ask the resolver of the connector.',
      commands: [
        { run: 'dig +short <application name>', effect: 'read-only' },
        { run: 'cat /etc/resolv.conf', effect: 'read-only' },
      ],
      good: 'The internal address.',
      bad: 'The resolver does not know the zone, or the record is missing.',
    },
    {
      id: 'fix',
      title: 'Use a resolver that knows the zone',
      text: 'Or add the record; with split DNS take care to use the inside view.',
    },
  ],
  verify: 'dig on the connector gives the internal address.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: ['https://help.zscaler.com/zpa/troubleshooting-app-connectors'],
};

export default runbook;
