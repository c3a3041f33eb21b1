import assert from 'node:assert/strict';
import { formats } from '../../../server/src/engine/formats/generated';
import { readArtifact } from './support';

/** Beginnings that the formats of clock, service, configuration and disaster recovery look for. */
const HEADS = [
  'Reference ID : 00000000 (',
  'Leap status : ',
  'Local time: ',
  '● zpa-connector.service - ',
  '     Loaded: loaded (/a; ',
  'nameserver ',
  'nameserver=',
  'server a iburst ',
  ':programname, isequal, “',
  '/var/log/',
  'App#1 name: ',
  'Config file name :',
  'Resolving DR domain:',
  'DNS A response ',
  'DR activation domain: ',
];
const FILLERS = ['a', ' ', 'a ', ': ', '“', '0', 'Stratum : ', 'Active: ', 'a.', '│ '];
const COMMANDS = [
  '$ chronyc tracking\n',
  '$ timedatectl\n',
  '$ systemctl status zpa-connector\n',
  '$ cat /etc/resolv.conf\n',
  '$ cat /etc/chrony.conf\n',
  '$ cat /etc/rsyslog.conf\n',
  '$ cat /etc/logrotate.conf\n',
  '$ cat /opt/zscaler/var/proxy\n',
  '$ curl localhost:9000/assistant/zpn_dr/resolve_dr_domain\n',
];
const LENGTH = 300_000;

describe('hostile lines for clock, service, configuration and recovery formats', () => {
  for (const filler of FILLERS) {
    it(`long lines of ${JSON.stringify(filler)} cost no more than a moment`, () => {
      const long = filler.repeat(LENGTH / filler.length);
      const started = performance.now();
      for (const head of HEADS) {
        readArtifact(`${head}${long}\n`);
        for (const path of ['resolv.conf', 'chrony.conf', 'rsyslog.conf', 'logrotate.conf', 'proxy'])
          readArtifact(`${head}${long}`, path);
        for (const format of formats) format.fields?.(`${head}${long.slice(0, 16_384)}`);
      }
      for (const command of COMMANDS) readArtifact(`${command}${long}\n`);
      assert.ok(performance.now() - started < 8_000);
    });
  }
});
