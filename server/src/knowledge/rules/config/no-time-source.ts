import type { Rule } from '../../../engine/match/rule';
import { missingTimeSources } from '../../../engine/facts/host/config-files';
import { DOCS, inferred } from '../../evidence';

const PROMPT = '[root@fra-ac-02 ~]# ';
const REST =
  'driftfile /var/lib/chrony/drift\nmakestep 1.0 3\nrtcsync\nkeyfile /etc/chrony.keys\nlogdir /var/log/chrony\n';

const rule: Rule = {
  id: 'config/no-time-source',
  title: 'chrony has no time source',
  severity: 'error',
  means: 'The configuration of the time service names no server, no pool and no reference clock.',
  matters: 'The clock drifts, and certificates are judged by it: sooner or later the connector loses its tunnel.',
  doNext: 'Add a server or pool that can be reached on UDP 123, then restart chronyd.',
  message: 'The time service has neither server nor pool in its configuration{why}: nothing sets the clock.',
  needs: [
    {
      anyOf: ['chrony-conf'],
      missing: 'the configuration of the time service',
      command: 'cp /etc/chrony.conf chrony.conf',
    },
  ],
  evaluate: missingTimeSources,
  explains: [{ rule: 'health/clock-unsynchronized' }],
  runbook: { id: 'clock-and-certificate', step: 'source' },
  documentation: [
    'https://help.zscaler.com/zpa/connector-deployment-guide-amazon-web-services#NTP',
    DOCS.troubleshooting,
  ],
  source: inferred('the manual of chrony.conf'),
  fires: [
    { files: { 'chrony.conf': REST }, says: 'neither server nor pool' },
    {
      files: { 'chrony.conf': `#pool 2.rhel.pool.ntp.org iburst\n# server 10.20.0.5 iburst\n${REST}` },
      says: 'are comments',
    },
    { files: { 'session.txt': `${PROMPT}sudo cat /etc/chrony.conf\n# Use public servers\n${REST}${PROMPT}` } },
    {
      files: {
        'ntp.conf':
          'driftfile /var/lib/ntp/drift\nrestrict default nomodify notrap nopeer noquery\nserver 127.127.1.0\nfudge 127.127.1.0 stratum 10\n',
      },
    },
    { files: { 'chrony.conf': `sourcedir /run/chrony-dhcp\n${REST}` } },
  ],
  silent: [
    { 'chrony.conf': `pool 0.zscaler.pool.ntp.org iburst maxsources 4\n${REST}` },
    { 'chrony.conf': `server 10.20.0.5 iburst\n${REST}` },
    { 'chrony.conf': `refclock PHC /dev/ptp_hyperv poll 3 dpoll -2 offset 0 stratum 2\n${REST}` },
    { 'chrony.conf': `confdir /etc/chrony/conf.d\nsourcedir /etc/chrony/sources.d\n${REST}` },
    {
      'chrony.conf': `sourcedir /run/chrony-dhcp\n${REST}`,
      'chronyc.txt':
        'Reference ID    : 0A140005 (10.20.0.5)\nStratum         : 3\nSystem time     : 0.000021418 seconds slow of NTP time\nLeap status     : Normal\n',
    },
    {
      'session.txt': `${PROMPT}grep -E '^(driftfile|rtcsync)' /etc/chrony.conf\ndriftfile /var/lib/chrony/drift\nrtcsync\n`,
    },
  ],
};

export default rule;
