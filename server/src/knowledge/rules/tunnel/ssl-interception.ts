import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import { isZscalerIssuer, isZscalerName, issuerOf } from '../../../engine/facts/certificate-names';
import { burstHitsOf } from '../../../engine/match/run-rules';
import { eventTlsError } from '../../messages/control-connection';

const rule: Rule = {
  id: 'tunnel/ssl-interception',
  title: 'A device inspects the TLS of the connector',
  severity: 'error',
  means:
    'The certificate shown for a Zscaler address is signed by somebody else: a firewall or proxy on the path decrypts the connection. The connector pins the certificates of Zscaler and refuses.',
  matters: 'No tunnel forms while the inspection is on, although everything else looks fine.',
  doNext:
    'Have all ZPA domains and addresses exempted from TLS inspection on the device that signs as the named issuer.',
  message: 'TLS to {broker} is intercepted: the certificate is signed by {issuer}, not by Zscaler.',
  needs: [JOURNAL],
  on: { messages: [eventTlsError] },
  evaluate: (facts) =>
    burstHitsOf(
      facts
        .events(eventTlsError.id)
        .filter((event) => isZscalerName(event.groups.broker ?? '') && !isZscalerIssuer(event.groups.names ?? '')),
      ['names'],
    ).map((hit) => ({
      ...hit,
      data: {
        broker: hit.data?.broker ?? '',
        issuer: issuerOf(String(hit.data?.names ?? '')),
        error: hit.data?.error ?? '',
      },
    })),
  explains: [
    { rule: 'tunnel/not-connected-to-cloud' },
    { rule: 'tunnel/control-connection-closed', withinSeconds: 600 },
    { rule: 'tunnel/flapping' },
    { rule: 'tunnel/control-disconnected' },
    { rule: 'tunnel/backed-off-connections' },
    { rule: 'tunnel/no-data-connections' },
    { rule: 'tunnel/tx-drop' },
    { rule: 'tunnel/rpc-tx-drop-rising' },
    { rule: 'tunnel/uptime-reset' },
    { rule: 'tunnel/deleted-in-portal' },
    { rule: 'health/secondary-connection-down' },
    { rule: 'health/targets-down' },
    { rule: 'health/apps-down' },
    { rule: 'tunnel/broker-prefix-pattern' },
    { rule: 'enrollment/certificate-enrollment-failed' },
  ],
  runbook: { id: 'ssl-interception', step: 'prove' },
  documentation: [`${DOCS.troubleshooting}#sslinterceptions`],
  source: TROUBLESHOOTING,
  fires: [
    {
      files:
        'Jan 27 13:58:18 fra-ac-02 zpa-connector-child[3276]: Received event from [uninitialized]:0;co2br.prod.zpath.net:[198.51.100.24]:443: BEV_EVENT_READING BEV_EVENT_ERROR, sock=54 self signed certificate in certificate chain /C=DE/O=Nordwind Logistics/CN=Nordwind TLS Inspection CA /C=DE/O=Nordwind Logistics/CN=Nordwind TLS Inspection CA\n',
      says: 'Nordwind TLS Inspection CA',
    },
  ],
  silent: [
    'Jan 27 13:58:18 fra-ac-02 zpa-connector-child[3276]: Received event from [uninitialized]:0;co2br.prod.zpath.net:[198.51.100.24]:443: BEV_EVENT_READING BEV_EVENT_ERROR, sock=54 self signed certificate in certificate chain /C=DE/O=Zscaler/CN=Zscaler Private Inspection CA /C=DE/O=Zscaler/CN=Zscaler Private Inspection CA\n',
    'Jan 27 13:58:18 web-1 nginx[7]: upstream SSL certificate verify error: self signed certificate in certificate chain\n',
    'Jan 27 13:58:18 fra-ac-02 zpa-connector-child[3276]: Received event from [uninitialized]:0;app.internal.example.com:[198.51.100.24]:443: BEV_EVENT_READING BEV_EVENT_ERROR, sock=54 self signed certificate in certificate chain /C=DE/O=Nordwind Logistics/CN=Nordwind TLS Inspection CA /C=DE/O=Nordwind Logistics/CN=Nordwind TLS Inspection CA\n',
  ],
};

export default rule;
