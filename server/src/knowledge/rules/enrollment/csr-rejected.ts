import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import type { PlacedEvent } from '../../../engine/facts/bundle-facts';
import { burstHitsOf } from '../../../engine/match/run-rules';
import { sendCsrFailed, sendCsrHarmless } from '../../messages/enrollment';

const rule: Rule = {
  id: 'enrollment/csr-rejected',
  title: 'The certificate request was refused',
  severity: 'warning',
  means: 'The API host did not accept the certificate request and the connector does not call it harmless.',
  matters: 'No certificate is issued for this attempt.',
  doNext: 'Read the status; check the key and the clock.',
  message: 'The certificate request to {host} was refused: HTTP {got} instead of {expected}.',
  needs: [JOURNAL],
  on: { messages: [sendCsrFailed, sendCsrHarmless] },
  evaluate: (facts) => {
    const harmless = facts.events(sendCsrHarmless.id);
    const near = (event: PlacedEvent): boolean =>
      harmless.some((one) => one.artifact === event.artifact && one.line > event.line && one.line - event.line <= 5);
    return burstHitsOf(
      facts.events(sendCsrFailed.id).filter((event) => !near(event)),
      ['host', 'got'],
    );
  },
  explains: [{ rule: 'enrollment/certificate-enrollment-failed', withinSeconds: 60 }],
  runbook: { id: 'enrollment-failure', step: 'read-attempt' },
  documentation: [DOCS.troubleshooting],
  source: TROUBLESHOOTING,
  fires: [
    {
      files:
        'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Send CSR from api.private.zscaler.com/shift/api/v1/admin/assistant/onboard/csr failed: Expected HTTP 204, got HTTP 500\n',
      says: 'HTTP 500',
    },
  ],
  silent: [
    'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Send CSR from api.private.zscaler.com/shift/api/v1/admin/assistant/onboard/csr failed: Expected HTTP 204, got HTTP 400\nMay 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Send CSR failed, but that may be because we posted it in the past, so it is ok.\n',
  ],
};

export default rule;
