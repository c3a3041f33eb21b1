import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'collect-support-bundle',
  title: 'Collect a support bundle',
  when: 'Before a case is opened, or when evidence is missing.',
  steps: [
    {
      id: 'journal',
      title: 'The journal',
      text: 'The journal.',
      commands: [{ run: 'sudo journalctl > journal.txt', effect: 'read-only' }],
    },
    {
      id: 'memory',
      title: 'Memory of the connector',
      text: 'Memory of the connector.',
      commands: [
        {
          run: 'curl -s 127.0.0.1:9000/memory/status > memory-status.txt; curl -s 127.0.0.1:9000/memory/argo > memory-argo.txt',
          effect: 'read-only',
        },
      ],
    },
    {
      id: 'host',
      title: 'The host',
      text: 'The host.',
      commands: [
        {
          run: '(lscpu; free -m; df -h; ps aux --sort=-pcpu | head -n 15; top -b -n 1 | head -n 20) > host.txt',
          effect: 'read-only',
        },
      ],
    },
    {
      id: 'network',
      title: 'The network',
      text: 'The network.',
      commands: [
        {
          run: '(dig co2br.{cloud}; ping -c 5 co2br.{cloud}; mtr -rzwbec20 co2br.{cloud}) > network.txt',
          effect: 'read-only',
        },
      ],
    },
    {
      id: 'clock',
      title: 'The clock',
      text: 'The clock.',
      commands: [{ run: '(date; timedatectl; chronyc tracking) > clock.txt', effect: 'read-only' }],
    },
    {
      id: 'key',
      title: 'Not the key',
      text: 'Leave provision_key out, or send it without its last part.',
    },
  ],
  verify: 'The files open here and triage names what is missing.',
  escalate: 'Attach the bundle to the case.',
  sources: ['https://help.zscaler.com/troubleshooting-runbooks/zpa-app-connector-troubleshooting-runbook'],
};

export default runbook;
