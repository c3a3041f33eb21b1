import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import { certificateNotYetValid } from '../../messages/enrollment';

const rule: Rule = {
  id: 'enrollment/certificate-not-yet-valid',
  title: 'The certificate begins later than the clock',
  severity: 'error',
  means: 'The cloud issued a certificate that is not valid yet by the clock of this machine: the clock is behind.',
  matters: 'The connector refuses the certificate and cannot connect until the clock is right.',
  doNext: 'Compare the clock with timedatectl and chronyc, mend the time source, restart the connector.',
  message: 'A retrieved certificate is not yet valid: the clock of this machine is behind the cloud.',
  needs: [JOURNAL],
  on: { messages: [certificateNotYetValid] },
  explains: [
    { rule: 'enrollment/certificate-enrollment-failed', withinSeconds: 60 },
    { rule: 'health/process-crash-loop', withinSeconds: 300 },
    { rule: 'health/reverting-to-default', withinSeconds: 300 },
  ],
  runbook: { id: 'clock-and-certificate', step: 'look' },
  documentation: [`${DOCS.troubleshooting}#certvalidity`],
  source: TROUBLESHOOTING,
  fires: [
    {
      files:
        'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Certificates retrieved do not successfully verify: depth 0:certificate is not yet valid, cert=\n-----BEGIN CERTIFICATE-----\nMIIDVTCCAj2gAwIBAgIRANb8\n-----END CERTIFICATE-----\nMay 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Certificate enrollment failed.\n',
      says: 'not yet valid',
      also: ['enrollment/certificate-enrollment-failed'],
    },
  ],
  silent: ['May 25 14:32:53 edge-vm-3 curl[812]: certificate is not yet valid\n'],
};

export default rule;
