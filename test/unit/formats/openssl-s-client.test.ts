import assert from 'node:assert/strict';
import { opensslSClient } from '../../../server/src/engine/formats/connect/openssl';
import { factsOf, fieldsOf, formatsOf, readsAnything } from './connect-support';

const ASKED = 'openssl s_client -servername co2br.prod.zpath.net -connect 198.51.100.23:443';
const OLD = `[admin@fra-ac-02 ~]$ ${ASKED} </dev/null
CONNECTED(00000003)
depth=1 C = US, O = Zscaler, CN = Zscaler Synthetic Issuing CA
verify error:num=19:self signed certificate in certificate chain
verify return:1
---
Certificate chain
 0 s:C = US, O = Zscaler, CN = broker3b.fra4.prod.zpath.net
   i:C = US, O = Zscaler, CN = Zscaler Synthetic Issuing CA
---
Server certificate
-----BEGIN CERTIFICATE-----
U3ludGhldGlj
-----END CERTIFICATE-----
subject=C = US, O = Zscaler, CN = broker3b.fra4.prod.zpath.net

issuer=C = US, O = Zscaler, CN = Zscaler Synthetic Issuing CA

---
SSL handshake has read 2380 bytes and written 406 bytes
---
New, TLSv1.2, Cipher is ECDHE-RSA-AES128-GCM-SHA256
SSL-Session:
    Protocol  : TLSv1.2
    Cipher    : ECDHE-RSA-AES128-GCM-SHA256
    Session-ID: 00
    TLS session ticket:
    0000 - 61 62 63 64                                       abcd

    Verify return code: 19 (self signed certificate in certificate chain)
---
DONE
`;
const NO_CERTIFICATE = `CONNECTED(00000003)
write:errno=104
---
no peer certificate available
---
No client certificate CA names sent
---
SSL handshake has read 0 bytes and written 318 bytes
---
New, (NONE), Cipher is (NONE)
Verify return code: 0 (ok)
---
`;

describe('openssl s_client', () => {
  it('reads the chain, the names and the result', () => {
    const facts = factsOf('openssl-s-client', OLD);
    assert.deepEqual(formatsOf(OLD), ['openssl-s-client']);
    assert.equal(facts.verifyCode, 19);
    assert.equal(facts.handshakes.length, 1);
    const [handshake] = facts.handshakes;
    assert.deepEqual(
      [handshake?.serverName, handshake?.host, handshake?.port],
      ['co2br.prod.zpath.net', '198.51.100.23', 443],
    );
    assert.equal(handshake?.subject?.names, 'C = US, O = Zscaler, CN = broker3b.fra4.prod.zpath.net');
    assert.equal(handshake.issuer?.line, 16);
    assert.equal(handshake.failure, null);
    assert.deepEqual(
      facts.attempts.map(({ outcome, line }) => ({ outcome, line })),
      [{ outcome: 'connected', line: 1 }],
    );
  });
  it('reads a bare output, and one without a certificate', () => {
    assert.deepEqual(formatsOf(OLD.slice(OLD.indexOf('\n') + 1)), ['openssl-s-client']);
    const [handshake] = factsOf('openssl-s-client', NO_CERTIFICATE).handshakes;
    assert.deepEqual(handshake?.failure, { kind: 'closed', line: 1 });
    assert.equal(handshake.subject, null);
  });
  it('reads what grep and x509 leave of it', () => {
    const grep = `$ ${ASKED} 2>&1 | grep subject\nsubject=/C=US/ST=California/L=San Jose/O=Zscaler/CN=broker1a.sjc8.prod.zpath.net\n$ date\n`;
    assert.equal(
      factsOf('openssl-s-client', grep).handshakes[0]?.subject?.names,
      '/C=US/ST=California/L=San Jose/O=Zscaler/CN=broker1a.sjc8.prod.zpath.net',
    );
    const wrapped =
      '$ echo | openssl s_client -connect api.private.zscaler.com:443 2>/dev/null \\\n  | openssl x509 -noout -issuer\nissuer=CN = Nordwind TLS Inspection CA, O = Nordwind Logistics\n';
    const [handshake] = factsOf('openssl-s-client', wrapped).handshakes;
    assert.equal(handshake?.serverName, 'api.private.zscaler.com');
    assert.equal(handshake.issuer?.names, 'CN = Nordwind TLS Inspection CA, O = Nordwind Logistics');
    const dates =
      '$ timeout 5 openssl s_client -connect 192.0.2.1:443 </dev/null 2>/dev/null | openssl x509 -noout -issuer -subject -dates\nunable to load certificate\n';
    assert.equal(factsOf('openssl-s-client', dates).handshakes[0]?.failure?.kind, 'no-certificate');
  });
  it('knows the silence where a name was filtered for', () => {
    const text = `$ ${ASKED} 2>&1 | grep subject\n[admin@fra-ac-02 ~]$ \n`;
    assert.equal(factsOf('openssl-s-client', text).handshakes[0]?.failure?.kind, 'silent');
  });
  it('reads TCP that does not open, of both generations, once each', () => {
    const old = `$ ${ASKED}\n140316:error:0200206E:system library:connect:Connection timed out:crypto/bio/b_sock2.c:110:\n140316:error:2008A067:BIO routines:BIO_connect:connect error:crypto/bio/b_sock2.c:111:\nconnect:errno=110\n`;
    const late = `$ ${ASKED}\n4007F5:error:8000006F:system library:BIO_connect:Connection refused:crypto/bio/bio_sock2.c:114:calling connect()\n4007F5:error:10000067:BIO routines:BIO_connect:connect error:crypto/bio/bio_sock2.c:116:\nconnect:errno=111\n`;
    assert.deepEqual(
      factsOf('openssl-s-client', old).attempts.map((one) => one.outcome),
      ['timed-out'],
    );
    assert.deepEqual(factsOf('openssl-s-client', old).handshakes, []);
    assert.deepEqual(
      factsOf('openssl-s-client', late).attempts.map((one) => one.outcome),
      ['refused'],
    );
    const name =
      '$ openssl s_client -connect co2br.prod.zpath.net:443\n4007F5:error:10080002:BIO routines:BIO_lookup_ex:system lib:crypto/bio/bio_addr.c:738:Name or service not known\nconnect:errno=22\n';
    assert.deepEqual(
      factsOf('openssl-s-client', name).attempts.map((one) => one.outcome),
      ['not-resolved'],
    );
  });
  it('reads an alert', () => {
    const text = `$ ${ASKED}\nCONNECTED(00000003)\n4007F5:error:0A000410:SSL routines:ssl3_read_bytes:sslv3 alert handshake failure:ssl/record/rec_layer_s3.c:1586:SSL alert number 40\n---\nno peer certificate available\n---\n`;
    assert.deepEqual(factsOf('openssl-s-client', text).handshakes[0]?.failure, { kind: 'handshake', line: 2 });
  });
  it('reads every round of a loop', () => {
    const round =
      'CONNECTED(00000003)\nsubject=O = Zscaler, CN = broker3b.fra4.prod.zpath.net\nissuer=O = Zscaler, CN = Zscaler Synthetic Issuing CA\n';
    const text = `$ while true; do ${ASKED} </dev/null; sleep 5; done\n${round}${round}${NO_CERTIFICATE}`;
    assert.deepEqual(
      factsOf('openssl-s-client', text).handshakes.map((one) => one.failure?.kind ?? 'shown'),
      ['shown', 'shown', 'closed'],
    );
  });
  it('names the values of its lines', () => {
    assert.deepEqual(fieldsOf(opensslSClient, 'subject=C = US, O = Zscaler'), ['openssl.subject=C = US, O = Zscaler']);
    assert.deepEqual(fieldsOf(opensslSClient, ' 0 s:CN = a'), ['openssl.depth=0', 'openssl.subject=CN = a']);
    assert.deepEqual(fieldsOf(opensslSClient, '   i:CN = b'), ['openssl.issuer=CN = b']);
    assert.deepEqual(fieldsOf(opensslSClient, 'depth=1 CN = b'), ['openssl.depth=1', 'openssl.subject=CN = b']);
    assert.deepEqual(fieldsOf(opensslSClient, 'verify error:num=19:self signed'), [
      'openssl.verify error=num=19:self signed',
    ]);
    assert.deepEqual(fieldsOf(opensslSClient, '    Verify return code: 0 (ok)'), ['openssl.Verify return code=0 (ok)']);
    assert.deepEqual(fieldsOf(opensslSClient, 'New, TLSv1.3, Cipher is X_Y'), [
      'openssl.Protocol=TLSv1.3',
      'openssl.Cipher=X_Y',
    ]);
    assert.deepEqual(fieldsOf(opensslSClient, '    Protocol  : TLSv1.2'), ['openssl.Protocol=TLSv1.2']);
    assert.deepEqual(fieldsOf(opensslSClient, 'connect:errno=110'), ['openssl.errno=110']);
  });
  it('leaves other texts alone', () => {
    for (const text of ['subject=Invoice of May\n', 'depth=3 trees\n', 'issuer=me\n', '12:error:bad input\n']) {
      assert.deepEqual(formatsOf(text), [], text);
    }
  });
  it('reads cut and shuffled output', () => {
    readsAnything(opensslSClient, OLD);
    readsAnything(opensslSClient, NO_CERTIFICATE);
  }).timeout(120_000);
});
