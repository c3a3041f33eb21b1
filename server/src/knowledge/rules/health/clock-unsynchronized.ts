import type { Rule } from '../../../engine/match/rule';
import { clockHits } from '../../../engine/facts/host/clock-state';
import { DOCS, TROUBLESHOOTING } from '../../evidence';

const PROMPT = '[root@fra-ac-02 ~]# ';

/** `chronyc tracking` with these four values. */
function tracking(reference: string, stratum: number, systemTime: string, leap: string): string {
  return `${PROMPT}chronyc tracking\nReference ID    : ${reference}\nStratum         : ${String(stratum)}\nRef time (UTC)  : Tue Mar 17 12:00:19 2026\nSystem time     : ${systemTime} of NTP time\nLast offset     : -0.000013502 seconds\nRMS offset      : 0.000038771 seconds\nFrequency       : 11.207 ppm slow\nResidual freq   : -0.002 ppm\nSkew            : 0.041 ppm\nRoot delay      : 0.012734115 seconds\nRoot dispersion : 0.001102441 seconds\nUpdate interval : 1036.4 seconds\nLeap status     : ${leap}\n`;
}

/** `timedatectl` of systemd 239 and later. */
function timedatectl(synchronized: string, service: string): string {
  return `${PROMPT}timedatectl status\n               Local time: Tue 2026-03-17 12:07:15 UTC\n           Universal time: Tue 2026-03-17 12:07:15 UTC\n                 RTC time: Tue 2026-03-17 12:07:15\n                Time zone: UTC (UTC, +0000)\nSystem clock synchronized: ${synchronized}\n              NTP service: ${service}\n          RTC in local TZ: no\n`;
}

const SYNCHRONISED = tracking('0A140005 (10.20.0.5)', 3, '0.000021418 seconds slow', 'Normal');
const LOST = tracking('00000000 ()', 0, '0.000000000 seconds fast', 'Not synchronised');

const rule: Rule = {
  id: 'health/clock-unsynchronized',
  title: 'The clock is not synchronized',
  severity: 'error',
  means:
    'The machine follows no time server: chrony has no source, or the system says that its clock is not synchronized. Or it has one, but its clock is still seconds off.',
  matters:
    'Certificates are judged by this clock. Minutes are enough for a new certificate to be not yet valid: the connector does not enrol, or loses its tunnel and stays disconnected.',
  doNext: 'Give chrony a source that can be reached on UDP 123, step the clock, restart the connector.',
  message: 'The clock of this machine is not synchronized: {reason}{off}.',
  needs: [
    {
      anyOf: ['chronyc-tracking', 'timedatectl', 'connection-test', 'chronyc-sources'],
      missing: 'the state of the clock',
      command: '(chronyc tracking; timedatectl status) > clock.txt',
    },
  ],
  evaluate: clockHits,
  explains: [
    { rule: 'enrollment/certificate-not-yet-valid' },
    { rule: 'health/time-skew' },
    { rule: 'tunnel/not-connected-to-cloud', given: 'breaksTls' },
    { rule: 'tunnel/flapping', given: 'breaksTls' },
    { rule: 'tunnel/control-connection-closed', given: 'breaksTls' },
    { rule: 'tunnel/control-disconnected', given: 'breaksTls' },
  ],
  runbook: { id: 'clock-and-certificate', step: 'source' },
  documentation: [`${DOCS.troubleshooting}#certvalidity`],
  source: TROUBLESHOOTING,
  thresholds: ['timeSkewWarningSeconds', 'timeSkewErrorSeconds'],
  fires: [
    {
      files: { 'chronyc.txt': LOST, 'timedatectl.txt': timedatectl('no', 'active') },
      says: 'no time source, timedatectl',
    },
    { files: { 'timedatectl.txt': timedatectl('no', 'inactive') }, says: 'switched off' },
    {
      files: {
        'clock.txt':
          '      Local time: Wed 2026-01-21 09:15:01 IST\n  Universal time: Wed 2026-01-21 03:45:01 UTC\n        RTC time: Wed 2026-01-21 03:45:00\n       Time zone: Asia/Kolkata (IST, +0530)\n     NTP enabled: no\nNTP synchronized: no\n RTC in local TZ: no\n      DST active: n/a\n',
      },
      says: 'timedatectl says no',
    },
    { files: { 'grep.txt': 'System clock synchronized: no\n' }, severity: 'error' },
    {
      files: {
        'chronyc.txt':
          'Reference ID : 00000000 (unsynchronised) System time : 312.4 seconds slow of NTP time Leap status : Not synchronised\n',
      },
      says: '312.4 s behind',
    },
    {
      files: { 'chronyc.txt': tracking('0A140005 (10.20.0.5)', 3, '4.200421418 seconds fast', 'Normal') },
      says: '4.2 s ahead of NTP time',
      severity: 'warning',
    },
    {
      files: { 'chronyc.txt': tracking('0A140005 (10.20.0.5)', 3, '737.400421418 seconds slow', 'Normal') },
      says: '737.4 s behind',
      severity: 'error',
    },
    {
      files: { 'chronyc.txt': `${PROMPT}chronyc tracking\n506 Cannot talk to daemon\n` },
      says: 'chronyd does not answer',
    },
    {
      files: {
        'sources.txt': `${PROMPT}chronyc sources\n210 Number of sources = 2\nMS Name/IP address         Stratum Poll Reach LastRx Last sample\n===============================================================================\n^? 10.20.0.5                     0   8     0     -     +0ns[   +0ns] +/-    0ns\n^? 10.20.1.5                     0   8     0     -     +0ns[   +0ns] +/-    0ns\n`,
      },
      says: 'none of 2 time sources',
    },
    {
      files: { 'test.txt': `${PROMPT}zpa-connector troubleshoot connection\n[time] System clock synchronized: no\n` },
      says: 'connection test',
    },
    {
      files: { 'fra/chronyc.txt': LOST, 'rtm/chronyc.txt': SYNCHRONISED },
      says: 'no time source',
    },
  ],
  silent: [
    { 'test.txt': `${PROMPT}zpa-connector troubleshoot connection\n[time] System clock synchronized: yes\n` },
    { 'chronyc.txt': SYNCHRONISED, 'timedatectl.txt': timedatectl('yes', 'active') },
    // chrony without rtcsync: the kernel does not know, but the clock is right.
    { 'chronyc.txt': SYNCHRONISED, 'timedatectl.txt': timedatectl('no', 'n/a') },
    // Mended within the session.
    { 'session.txt': `${LOST}${PROMPT}sudo systemctl restart chronyd\n${SYNCHRONISED}` },
    {
      'timedatectl.txt': timedatectl('yes', 'active'),
      'chronyc.txt': `${PROMPT}chronyc tracking\n506 Cannot talk to daemon\n`,
    },
    { 'chronyc.txt': tracking('50485330 (PHC0)', 1, '0.000001100 seconds fast', 'Normal') },
    { 'chronyc.txt': tracking('0A140005 (10.20.0.5)', 3, '0.913000000 seconds slow', 'Insert second') },
    'Jan 27 09:00:00 fra-ac-02 chronyd[610]: System clock synchronized: no\n',
  ],
};

export default rule;
