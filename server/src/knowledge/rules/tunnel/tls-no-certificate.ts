import type { BundleFacts, SectionOf } from '../../../engine/facts/bundle-facts';
import type { TlsHandshake } from '../../../engine/formats/connect/tls';
import type { Hit, Rule } from '../../../engine/match/rule';
import { MAX_EVIDENCE } from '../../../engine/match/run-rules';
import { isZpaName, TLS_TEST, zpaAddresses } from '../../connect-targets';
import { DOCS, RUNBOOK } from '../../evidence';

const WORDS: Readonly<Record<NonNullable<TlsHandshake['failure']>['kind'], string>> = {
  'no-certificate': 'no certificate was shown',
  handshake: 'the handshake failed',
  closed: 'the other side hung up during the handshake',
  silent: 'no subject was printed',
};

type TlsSection = SectionOf<'openssl-s-client'> | SectionOf<'curl'>;

/** Handshakes of a section that failed; silence at the very end of a file may be an output that was cut off. */
function failed(
  { artifact, section, facts: { handshakes } }: TlsSection,
  addresses: ReadonlySet<string>,
): readonly TlsHandshake[] {
  const isLast = section.endLine >= artifact.lineCount - 1;
  return handshakes.filter(
    ({ failure, serverName, host, port }) =>
      failure !== null &&
      !(failure.kind === 'silent' && isLast) &&
      (port === null || port === 443) &&
      (isZpaName(serverName ?? '') || addresses.has(host ?? '')),
  );
}

function hits(facts: BundleFacts): readonly Hit[] {
  const addresses = zpaAddresses(facts);
  return [...facts.sections('openssl-s-client'), ...facts.sections('curl')].flatMap(
    (one: TlsSection): readonly Hit[] => {
      const broken = failed(one, addresses);
      const [first] = broken;
      if (first?.failure === null || first === undefined) return [];
      const places = broken.flatMap(({ failure }) =>
        failure === null ? [] : [{ artifact: one.artifact.index, line: Math.max(failure.line, one.section.startLine) }],
      );
      const [at] = places;
      if (at === undefined) return [];
      const { length } = one.facts.handshakes;
      return [
        {
          at,
          evidence: places.slice(0, MAX_EVIDENCE),
          count: broken.length,
          ...(first.failure.kind === 'silent' ? { confidence: 'medium' as const } : {}),
          data: {
            host: first.serverName ?? first.host ?? '',
            reason: WORDS[first.failure.kind],
            share: length > 1 ? ` (${String(broken.length)} of ${String(length)} tries)` : '',
          },
        },
      ];
    },
  );
}

const ASKED = '[admin@fra-ac-02 ~]$ openssl s_client -servername co2br.prod.zpath.net -connect 198.51.100.23:443';

const rule: Rule = {
  id: 'tunnel/tls-no-certificate',
  title: 'TLS to the ZPA cloud shows no certificate',
  severity: 'error',
  means:
    'TCP to a host of the ZPA cloud opens, but the TLS handshake ends before a certificate is shown. Something on the way lets the connection open and then breaks it: a firewall that filters by name or content, or a device that inspects TLS.',
  matters: 'The connector starts its tunnel with the same handshake.',
  doNext: 'Take a packet capture of one try and see who sends the reset; have ZPA exempted on that device.',
  message: 'TLS to {host} fails: {reason}{share}.',
  needs: [TLS_TEST],
  evaluate: (facts) => hits(facts),
  explains: [
    { rule: 'tunnel/not-connected-to-cloud' },
    { rule: 'tunnel/control-disconnected' },
    { rule: 'tunnel/backed-off-connections' },
    { rule: 'tunnel/no-data-connections' },
    { rule: 'tunnel/broker-connect-failed' },
  ],
  runbook: { id: 'broker-reachability', step: 'tls' },
  documentation: [`${DOCS.troubleshooting}#cloudconnect`, DOCS.runbook],
  source: RUNBOOK,
  fires: [
    {
      files: {
        'openssl.txt': `${ASKED}\nCONNECTED(00000003)\nwrite:errno=104\n---\nno peer certificate available\n---\nNo client certificate CA names sent\n---\n`,
      },
      says: 'co2br.prod.zpath.net fails: the other side hung up',
    },
    {
      files: {
        'openssl.txt': `${ASKED}\nCONNECTED(00000003)\n4007F5:error:0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:ssl/record/rec_layer_s3.c:1586:SSL alert number 40\n---\nno peer certificate available\n---\n`,
      },
      says: 'the handshake failed',
    },
    {
      files: { 'transcript.txt': `${ASKED} 2>&1 | grep subject\n[admin@fra-ac-02 ~]$ \n` },
      says: 'no subject was printed',
    },
    {
      files: {
        'curl.txt':
          '[admin@fra-ac-02 ~]$ curl -sv https://api.private.zscaler.com\n* Connected to api.private.zscaler.com (203.0.113.61) port 443 (#0)\n* OpenSSL SSL_connect: Connection reset by peer in connection to api.private.zscaler.com:443\ncurl: (35) OpenSSL SSL_connect: Connection reset by peer in connection to api.private.zscaler.com:443\n',
      },
      says: 'hung up',
    },
    {
      files: {
        'openssl.txt':
          '[admin@fra-ac-02 ~]$ echo | openssl s_client -connect api.private.zscaler.com:443 2>/dev/null | openssl x509 -noout -issuer\nunable to load certificate\n140316:error:0909006C:PEM routines:get_name:no start line:crypto/pem/pem_lib.c:745:Expecting: TRUSTED CERTIFICATE\n',
      },
      says: 'no certificate was shown',
    },
  ],
  silent: [
    {
      'openssl.txt': `${ASKED}\nCONNECTED(00000003)\ndepth=1 C = US, O = Zscaler, CN = Zscaler Synthetic Issuing CA\nverify error:num=19:self signed certificate in certificate chain\n---\nsubject=C = US, O = Zscaler, CN = broker3b.fra4.prod.zpath.net\n\nissuer=C = US, O = Zscaler, CN = Zscaler Synthetic Issuing CA\n\n---\n    Verify return code: 19 (self signed certificate in certificate chain)\n`,
    },
    { 'openssl.txt': `${ASKED} 2>&1 | grep subject\nsubject=/C=US/O=Zscaler/CN=broker1a.sjc8.prod.zpath.net\n` },
    // The end of the file: nobody knows whether more was to come.
    { 'openssl.txt': `${ASKED} 2>&1 | grep subject\n` },
    {
      'openssl.txt':
        '$ openssl s_client -connect ldap.corp.example.com:636\nCONNECTED(00000003)\nwrite:errno=104\n---\nno peer certificate available\n---\n',
    },
    {
      'openssl.txt': `${ASKED}\n4007F5:error:8000006F:system library:BIO_connect:Connection refused:crypto/bio/bio_sock2.c:114:calling connect()\nconnect:errno=111\n`,
    },
    {
      'curl.txt':
        '$ curl -sv https://api.private.zscaler.com\ncurl: (60) SSL certificate problem: self-signed certificate in certificate chain\n',
    },
  ],
};

export default rule;
