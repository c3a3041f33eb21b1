import type { Rule } from '../../../engine/match/rule';
import { causeBursts, enrollmentAttempts } from '../../enrollment-attempts';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import { dnsResolutionFailed, httpClientFailed } from '../../messages/enrollment';

const LINE = 'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]:';

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
  on: { messages: [dnsResolutionFailed] },
  evaluate: (facts) =>
    causeBursts(enrollmentAttempts(facts), [dnsResolutionFailed], ['host'], [httpClientFailed]).map(({ hit }) => hit),
  explains: [
    { rule: 'health/process-crash-loop', withinSeconds: 300 },
    { rule: 'health/reverting-to-default', withinSeconds: 300 },
    { rule: 'tunnel/not-connected-to-cloud', withinSeconds: 300 },
  ],
  runbook: { id: 'resolv-conf-permissions', step: 'check-permissions' },
  documentation: [`${DOCS.troubleshooting}#dnsfailure`],
  source: TROUBLESHOOTING,
  fires: [
    {
      files: `${LINE} DNS resolution failed for api.private.zscaler.com\n${LINE} Could not create HTTP client\n${LINE} Certificate enrollment failed.\n`,
      says: 'api.private.zscaler.com',
    },
    {
      files:
        'notice:Checking Enrollment\nnotice:No valid certificate. Attempting to enroll\nerror:DNS resolution failed for api.private.zscaler.com\nnotice:Certificate enrollment failed.\n',
      says: 'api.private.zscaler.com',
    },
  ],
  silent: [
    'May 25 14:32:53 edge-vm-3 dnsmasq[812]: DNS resolution failed for printer.example.com\n',
    `${LINE} Adding name resolution for co2br.prod.zpath.net of 192.0.2.7\n`,
    `${LINE} Checking Enrollment\n${LINE} Waiting for connector to retrieve configuration\n`,
  ],
};

export default rule;
