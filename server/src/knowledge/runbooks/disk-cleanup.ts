import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'disk-cleanup',
  title: 'The disk is full',
  when: 'A file system of the connector is above 90 percent or has less than 100 MB left.',
  steps: [
    {
      id: 'where',
      title: 'Find the file system and its biggest folders',
      text: 'Find the file system and its biggest folders.',
      commands: [
        { run: 'df -h', effect: 'read-only' },
        { run: 'sudo du -xa / 2>/dev/null | sort -n -r | head -n 20', effect: 'read-only' },
      ],
      bad: 'Often /var/log, /var/log/journal and /var/cache/yum.',
    },
    {
      id: 'journal',
      title: 'Shrink the journal',
      text: 'Shrink the journal.',
      commands: [
        {
          run: 'sudo journalctl --vacuum-size=1G',
          effect: 'destructive',
          note: 'older log lines are lost: collect the bundle first',
        },
      ],
    },
    {
      id: 'yum',
      title: 'Empty the package cache',
      text: 'Empty the package cache.',
      commands: [{ run: 'sudo yum clean all', effect: 'changes-the-host' }],
    },
    {
      id: 'rsyslog',
      title: 'Keep the connector out of syslog',
      text: 'journald has its lines already. Straight quotes: text copied from a web page may carry curly ones, which rsyslog refuses.',
      commands: [
        {
          run: "printf '%s\\n' ':programname, isequal, \"zpa-connector-child\" stop' ':programname, isequal, \"zpa-connector\" stop' | sudo tee /etc/rsyslog.d/zpa-connector.conf",
          effect: 'changes-the-host',
        },
        { run: 'sudo systemctl restart rsyslog', effect: 'changes-the-host' },
      ],
    },
    {
      id: 'rotate',
      title: 'Rotate daily',
      text: 'daily, rotate 7, create, dateext, compress in /etc/logrotate.conf.',
    },
  ],
  verify: 'df shows less than 80 percent in use, and snapshots and updates go on.',
  escalate:
    'Never delete anything under /opt/zscaler by hand to win space. Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: [
    'https://help.zscaler.com/zpa/monitoring-connector-performance#diskspace',
    'https://help.zscaler.com/troubleshooting-runbooks/zpa-app-connector-troubleshooting-runbook',
  ],
  loses: 'old journal entries',
};

export default runbook;
