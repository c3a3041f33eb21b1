import { groupBy } from '../../../engine/basics/group-by';
import type { BundleFacts } from '../../../engine/facts/bundle-facts';
import { isZscalerIssuer, isZscalerName, issuerOf } from '../../../engine/facts/network/certificate-names';
import type { Hit, Rule } from '../../../engine/match/rule';
import { burstHitsOf, MAX_EVIDENCE } from '../../../engine/match/run-rules';
import { DOCS, TROUBLESHOOTING } from '../../evidence';
import { eventTlsError } from '../../messages/control-connection';
import type { ForeignCertificate } from '../../tls-evidence';
import { distrustedHosts, foreignCertificates } from '../../tls-evidence';

/** What the journal says of refused certificates: one hit a chain and connector. */
function journalHits(facts: BundleFacts): readonly Hit[] {
  return burstHitsOf(
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
  }));
}

/** The journal's hits, each confirmed by the handshakes made by hand that show the same issuer; other issuers are hits of their own. */
function interceptions(facts: BundleFacts): readonly Hit[] {
  const logged = journalHits(facts);
  const shown = groupBy(foreignCertificates(facts), ({ signer }) => signer);
  const confirmed = logged.map((hit): Hit => {
    const same = shown.get(String(hit.data?.issuer ?? '')) ?? [];
    // The certificates come first: the journal may have filled the list.
    return {
      ...hit,
      evidence: [hit.at, ...same.map((one) => one.at), ...(hit.evidence ?? []).slice(1)].slice(0, MAX_EVIDENCE),
    };
  });
  const known = new Set(logged.map((hit) => String(hit.data?.issuer ?? '')));
  if (logged.length + shown.size === 0) return distrustHits(facts);
  return [...confirmed, ...[...shown].flatMap(([signer, list]) => (known.has(signer) ? [] : certificateHit(list)))];
}

/** Where only curl complains, and says nothing of who signed. */
function distrustHits(facts: BundleFacts): readonly Hit[] {
  const hosts = distrustedHosts(facts);
  const [first] = hosts;
  if (first === undefined) return [];
  return [
    {
      at: first.at,
      evidence: hosts.slice(0, MAX_EVIDENCE).map((one) => one.at),
      count: hosts.length,
      confidence: 'medium',
      data: { broker: first.host, issuer: '', error: first.why },
      message: 'TLS to {broker} is intercepted, as it seems: curl does not trust the certificate ({error}).',
    },
  ];
}

function certificateHit(list: readonly ForeignCertificate[]): readonly Hit[] {
  const [first] = list;
  if (first === undefined) return [];
  return [
    {
      at: first.at,
      evidence: list.slice(0, MAX_EVIDENCE).map((one) => one.at),
      count: list.length,
      data: { broker: first.host, issuer: first.signer, error: '' },
      ...(first.isIssuer
        ? {}
        : { message: 'TLS to {broker} is intercepted: the certificate shown is of {issuer}, not of Zscaler.' }),
    },
  ];
}

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
  needs: [
    {
      anyOf: ['journal', 'openssl-s-client', 'curl'],
      missing: 'the journal of the connector, or the certificate that a host of ZPA shows',
      command: 'openssl s_client -connect co2br.prod.zpath.net:443 </dev/null',
    },
  ],
  on: { messages: [eventTlsError] },
  evaluate: (facts) => interceptions(facts),
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
    { rule: 'upgrade/regression-after-update' },
    { rule: 'health/secondary-connection-down' },
    { rule: 'health/targets-down' },
    { rule: 'health/apps-down' },
    { rule: 'tunnel/broker-prefix-pattern' },
    { rule: 'enrollment/certificate-enrollment-failed' },
    { rule: 'tunnel/tls-no-certificate' },
    { rule: 'tunnel/broker-connect-failed' },
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
    {
      files: {
        'openssl.txt':
          '[admin@fra-ac-02 ~]$ openssl s_client -servername co2br.prod.zpath.net -connect 198.51.100.23:443 </dev/null\nCONNECTED(00000003)\n---\nCertificate chain\n 0 s:C = US, O = Zscaler, CN = broker3b.fra4.prod.zpath.net\n   i:C = DE, O = Nordwind Logistics, CN = Nordwind TLS Inspection CA\n---\nVerify return code: 20 (unable to get local issuer certificate)\n',
      },
      says: 'co2br.prod.zpath.net is intercepted: the certificate is signed by Nordwind TLS Inspection CA',
    },
    {
      files: {
        'checks.txt':
          '$ echo | openssl s_client -connect api.private.zscaler.com:443 2>/dev/null | openssl x509 -noout -issuer\nissuer=CN = Nordwind TLS Inspection CA, O = Nordwind Logistics\n',
      },
      says: 'Nordwind TLS Inspection CA',
    },
    {
      files: {
        'openssl.txt':
          '$ openssl s_client -connect co2br.prod.zpath.net:443 </dev/null\nCONNECTED(00000003)\n---\nsubject=CN = co2br.prod.zpath.net, O = Zscaler Inc.\nissuer=C = US, O = Zscaler Inc., OU = Zscaler Inc., CN = "Zscaler Intermediate Root CA (zscalertwo.net) (t) "\n---\n',
      },
      says: 'Zscaler Intermediate Root CA (zscalertwo.net)',
    },
    {
      files: {
        'curl.txt':
          '$ curl -vk https://api.private.zscaler.com\n* Connected to api.private.zscaler.com (203.0.113.61) port 443 (#0)\n* Server certificate:\n*  subject: C=US; O=Zscaler; CN=api.private.zscaler.com\n*  issuer: C=DE; O=Nordwind Logistics; CN=Nordwind TLS Inspection CA\n',
      },
      says: 'Nordwind TLS Inspection CA',
    },
    {
      files: {
        'openssl.txt':
          '$ openssl s_client -servername nordwind.com.server1.net -connect 198.51.100.23:443 2>&1 | grep subject\nsubject=/C=DE/O=Nordwind Logistics/CN=gateway.nordwind.example\n',
      },
      says: 'the certificate shown is of gateway.nordwind.example',
    },
    {
      files: {
        'curl.txt':
          '$ curl -v https://api.private.zscaler.com\n* Connected to api.private.zscaler.com (203.0.113.61) port 443 (#0)\n* SSL certificate problem: self-signed certificate in certificate chain\n* Closing connection 0\ncurl: (60) SSL certificate problem: self-signed certificate in certificate chain\n',
      },
      says: 'curl does not trust the certificate (self-signed certificate in certificate chain)',
    },
  ],
  silent: [
    // The private root of the brokers is unknown to curl.
    {
      'curl.txt':
        '$ curl -v https://co2br.prod.zpath.net\n* Connected to co2br.prod.zpath.net (203.0.113.61) port 443 (#0)\n* SSL certificate problem: self-signed certificate in certificate chain\n* Closing connection 0\ncurl: (60) SSL certificate problem: self-signed certificate in certificate chain\n',
    },
    {
      'curl.txt':
        '$ curl -v https://hr.nordwind.example\n* Connected to hr.nordwind.example (203.0.113.61) port 443 (#0)\n* SSL certificate problem: self-signed certificate\n* Closing connection 0\n',
    },
    {
      'openssl.txt':
        '$ openssl s_client -connect co2br.prod.zpath.net:443 </dev/null\nCONNECTED(00000003)\ndepth=1 C = US, O = Zscaler, CN = Zscaler Synthetic Issuing CA\nverify error:num=19:self signed certificate in certificate chain\n---\nsubject=C = US, O = "Zscaler, Inc.", CN = broker3b.fra4.prod.zpath.net\n\nissuer=C = US, O = Zscaler, CN = Zscaler Synthetic Issuing CA\n\n---\nVerify return code: 19 (self signed certificate in certificate chain)\n',
    },
    {
      'curl.txt':
        '$ curl -v https://dist.private.zscaler.com\n* Connected to dist.private.zscaler.com (203.0.113.61) port 443 (#0)\n* Server certificate:\n*  subject: C=US; ST=California; O=Zscaler, Inc.; CN=*.private.zscaler.com\n*  issuer: C=US; O=DigiCert Inc; CN=DigiCert Global G2 TLS RSA SHA256 2020 CA1\n',
    },
    {
      'openssl.txt':
        '$ openssl s_client -connect hr.corp.example.com:443 </dev/null\nCONNECTED(00000003)\n---\nsubject=O = Nordwind Logistics, CN = hr.corp.example.com\nissuer=O = Nordwind Logistics, CN = Nordwind Issuing CA\n---\n',
    },
    {
      'curl.txt':
        '$ curl -v https://help.zscaler.com\n* Connected to help.zscaler.com (203.0.113.9) port 443 (#0)\n*  subject: CN=help.zscaler.com\n*  issuer: C=US; O=Example Trust; CN=Example Trust Web CA\n',
    },
    'Jan 27 13:58:18 fra-ac-02 zpa-connector-child[3276]: Received event from [uninitialized]:0;co2br.prod.zpath.net:[198.51.100.24]:443: BEV_EVENT_READING BEV_EVENT_ERROR, sock=54 self signed certificate in certificate chain /C=DE/O=Zscaler/CN=Zscaler Private Inspection CA /C=DE/O=Zscaler/CN=Zscaler Private Inspection CA\n',
    'Jan 27 13:58:18 web-1 nginx[7]: upstream SSL certificate verify error: self signed certificate in certificate chain\n',
    'Jan 27 13:58:18 fra-ac-02 zpa-connector-child[3276]: Received event from [uninitialized]:0;app.internal.example.com:[198.51.100.24]:443: BEV_EVENT_READING BEV_EVENT_ERROR, sock=54 self signed certificate in certificate chain /C=DE/O=Nordwind Logistics/CN=Nordwind TLS Inspection CA /C=DE/O=Nordwind Logistics/CN=Nordwind TLS Inspection CA\n',
  ],
};

export default rule;
