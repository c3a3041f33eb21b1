import type { Rule } from '../../../engine/match/rule';
import { curlyConfigs } from '../../../engine/facts/host/config-files';
import { DOCS, RUNBOOK } from '../../evidence';

const rule: Rule = {
  id: 'config/smart-quotes',
  title: 'Curly quotes in a configuration file',
  severity: 'warning',
  means:
    'A filter or setting was copied from a page or a chat program that turned straight quotation marks into curly ones.',
  matters:
    'The program takes curly quotes for letters: the line is refused, or filters nothing, and the disk fills with logs all the same.',
  doNext: 'Take the quick fix, or type the quotes again; then restart the program.',
  message: 'Curly quotation marks ({count}) in the configuration of {program}: it knows only straight ones.',
  needs: [
    {
      anyOf: ['rsyslog-conf', 'logrotate-conf', 'chrony-conf'],
      missing: 'configuration of rsyslog, logrotate or chrony',
      command: 'cat /etc/rsyslog.d/zpa-connector.conf > rsyslog.conf',
    },
  ],
  evaluate: curlyConfigs,
  runbook: { id: 'disk-cleanup', step: 'rsyslog' },
  documentation: [`${DOCS.runbook}#disk-utilization`],
  source: RUNBOOK,
  fires: [
    {
      files: {
        'zpa-connector.conf':
          ':programname, isequal, “zpa-connector-child” stop\n:programname, isequal, “zpa-connector” stop\n',
      },
      says: '(4) in the configuration of rsyslog',
    },
    {
      files: { 'rsyslog.conf': '$ModLoad imuxsock\n‘:programname, isequal, “zpa-connector-child” stop’\n' },
      says: '(4)',
    },
    {
      files: {
        'setup.sh':
          'echo ‘:programname, isequal, “zpa-connector-child” stop’ >> /etc/rsyslog.d/zpa-connector.conf\necho ‘:programname, isequal, “zpa-connector” stop’ >> /etc/rsyslog.d/zpa-connector.conf\nsystemctl restart rsyslogd\n',
      },
      says: '(8)',
    },
    {
      files: {
        'session.txt':
          '[root@fra-ac-02 ~]# echo ‘:programname, isequal, “zpa-connector-child” stop’ >> /etc/rsyslog.d/zpa-connector.conf\n[root@fra-ac-02 ~]# systemctl restart rsyslog\n',
      },
      says: '(4)',
    },
    { files: { 'logrotate.conf': 'daily\nrotate 7\n“/var/log/messages” {\n    compress\n}\n' }, says: 'logrotate' },
    { files: { 'chrony.conf': 'server “10.20.0.5” iburst\ndriftfile /var/lib/chrony/drift\n' }, says: 'chrony' },
    {
      files: {
        'session.txt': '# cat /etc/rsyslog.d/zpa-connector.conf\n:programname, isequal, ”zpa-connector-child” stop\n',
      },
      says: '(2)',
    },
  ],
  silent: [
    {
      'zpa-connector.conf':
        ':programname, isequal, "zpa-connector-child" stop\n:programname, isequal, "zpa-connector" stop\n',
    },
    {
      'rsyslog.conf':
        '# the team’s “own” filters\n$ModLoad imuxsock\n*.info;mail.none /var/log/messages # “main” log\n',
    },
    { 'chrony.conf': '# Don’t use the hypervisor’s clock\nserver 10.20.0.5 iburst\n' },
    { 'notes.md': 'The “zpa-connector” service writes to ‘messages’ as well.\n' },
  ],
};

export default rule;
