import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import { dnsResolutionFailed } from '../../messages/enrollment';

const rule: Rule = {
  id: 'enrollment/dns-resolution-failed',
  title: 'A Zscaler name could not be resolved',
  severity: 'error',
  means:
    'While enrolling, the connector asked its resolver for the API host and got no address. Everything after it in the attempt (HTTP client, certificate, restart of the process) fails because of that.',
  matters: 'Without the name there is no enrolment: the connector never appears in the portal.',
  doNext: 'Check that the user zscaler can read /etc/resolv.conf and that its resolver answers for the name.',
  message:
    'DNS resolution failed for {host}: the connector cannot enrol because its resolver gives no address for the API host.',
  needs: [JOURNAL],
  on: { messages: [dnsResolutionFailed], by: ['host'] },
  explains: [
    { rule: 'enrollment/certificate-enrollment-failed', withinSeconds: 60 },
    { rule: 'health/process-crash-loop', withinSeconds: 300 },
    { rule: 'health/reverting-to-default', withinSeconds: 300 },
  ],
  absorbs: [{ rule: 'enrollment/http-client-failed', withinSeconds: 60 }],
  runbook: { id: 'resolv-conf-permissions', step: 'check-permissions' },
  documentation: [`${DOCS.troubleshooting}#dnsfailure`],
  source: TROUBLESHOOTING,
  fires: [
    {
      files:
        'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: DNS resolution failed for api.private.zscaler.com\nMay 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Could not create HTTP client\nMay 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Certificate enrollment failed.\n',
      says: 'api.private.zscaler.com',
      also: ['enrollment/certificate-enrollment-failed'],
    },
  ],
  silent: [
    'May 25 14:32:53 edge-vm-3 dnsmasq[812]: DNS resolution failed for printer.example.com\n',
    'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Adding name resolution for co2br.prod.zpath.net of 192.0.2.7\n',
  ],
};

export default rule;
