import assert from 'node:assert/strict';
import { curl } from '../../../server/src/engine/formats/connect/curl';
import { factsOf, fieldsOf, formatsOf, readsAnything } from './connect-support';

const TIMED_OUT = `[admin@fra-ac-02 ~]$ curl -sv -m 8 https://api.private.zscaler.com
*   Trying 203.0.113.61:443...
* Connection timed out after 8001 milliseconds
* Closing connection 0
curl: (28) Connection timed out after 8001 milliseconds
`;
const VERBOSE = `$ curl -vk https://api.private.zscaler.com/
*   Trying 198.51.100.23:443...
* connect to 198.51.100.23 port 443 failed: No route to host
*   Trying 203.0.113.61:443...
* Connected to api.private.zscaler.com (203.0.113.61) port 443 (#0)
* ALPN, offering h2
* SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384
* Server certificate:
*  subject: C=US; ST=California; O=Zscaler; CN=api.private.zscaler.com
*  start date: Mar 10 00:00:00 2026 GMT
*  expire date: Jun  8 23:59:59 2026 GMT
*  issuer: C=DE; O=Nordwind Logistics; CN=Nordwind TLS Inspection CA
*  SSL certificate verify result: self-signed certificate in certificate chain (19), continuing anyway.
> GET / HTTP/1.1
> Host: api.private.zscaler.com
>${' '}
< HTTP/1.1 404 Not Found
< Server: Zscaler
<${' '}
* Connection #0 to host api.private.zscaler.com left intact
`;

describe('curl', () => {
  it('reads a connection that never opens', () => {
    const facts = factsOf('curl', TIMED_OUT);
    const target = { host: 'api.private.zscaler.com', address: '203.0.113.61', port: 443 };
    assert.deepEqual(facts.attempts, [
      { ...target, outcome: 'timed-out', line: 2 },
      { ...target, outcome: 'timed-out', line: 4 },
    ]);
    assert.deepEqual(facts.error, { value: 28, line: 4 });
    assert.deepEqual(facts.handshakes, []);
  });
  it('reads addresses in turn, the certificate and the answer', () => {
    const facts = factsOf('curl', VERBOSE);
    assert.deepEqual(
      facts.attempts.map(({ address, outcome, line }) => ({ address, outcome, line })),
      [
        { address: '198.51.100.23', outcome: 'unreachable', line: 2 },
        { address: '203.0.113.61', outcome: 'connected', line: 4 },
      ],
    );
    const [handshake] = facts.handshakes;
    assert.equal(handshake?.serverName, 'api.private.zscaler.com');
    assert.equal(handshake.subject?.names, 'C=US; ST=California; O=Zscaler; CN=api.private.zscaler.com');
    assert.deepEqual(handshake.issuer, {
      names: 'C=DE; O=Nordwind Logistics; CN=Nordwind TLS Inspection CA',
      line: 11,
      start: 11,
      end: 68,
    });
    assert.deepEqual(facts.status, { value: 404, line: 16 });
    assert.equal(facts.error, null);
  });
  it('reads bare error lines of several versions', () => {
    const cases = [
      ['curl: (7) Failed to connect to api.private.zscaler.com port 443 after 130 ms: Connection refused', 'refused'],
      ['curl: (7) Failed connect to api.private.zscaler.com:443; Connection refused', 'refused'],
      ['curl: (7) Failed to connect to api.private.zscaler.com port 443: No route to host', 'unreachable'],
      [
        "curl: (7) Failed to connect to api.private.zscaler.com port 443 after 5 ms: Couldn't connect to server",
        'unreachable',
      ],
      [
        'curl: (28) Failed to connect to api.private.zscaler.com port 443 after 8001 ms: Timeout was reached',
        'timed-out',
      ],
      ['curl: (6) Could not resolve host: api.private.zscaler.com', 'not-resolved'],
    ] as const;
    for (const [line, outcome] of cases) {
      const { attempts } = factsOf('curl', `${line}\n`);
      assert.deepEqual(
        attempts.map((one) => one.outcome),
        [outcome],
        line,
      );
      assert.equal(attempts[0]?.host, 'api.private.zscaler.com', line);
    }
  });
  it('tells a slow answer and a certificate it does not trust from a closed path', () => {
    assert.deepEqual(
      factsOf('curl', 'curl: (28) Operation timed out after 5000 milliseconds with 0 bytes received\n').attempts,
      [],
    );
    const untrusted = factsOf(
      'curl',
      'curl: (60) SSL certificate problem: self-signed certificate in certificate chain\n',
    );
    assert.deepEqual([untrusted.attempts, untrusted.handshakes], [[], []]);
    const broken = factsOf(
      'curl',
      '$ curl -sv https://api.private.zscaler.com\ncurl: (35) OpenSSL SSL_connect: Connection reset by peer in connection to api.private.zscaler.com:443\n',
    );
    assert.equal(broken.handshakes[0]?.failure?.kind, 'closed');
  });
  it('reads addresses that were masked', () => {
    const text =
      '$ curl -sv https://api.private.zscaler.com 2>&1 | head\n* Trying 165.225.x.x:443...\n* connect to 165.225.x.x port 443 failed: Connection timed out\n';
    assert.deepEqual(factsOf('curl', text).attempts, [
      { host: 'api.private.zscaler.com', address: '165.225.x.x', port: 443, outcome: 'timed-out', line: 2 },
    ]);
  });
  it('tells the certificate of a proxy from that of the server', () => {
    const text =
      '$ curl -v https://api.private.zscaler.com\n* Proxy certificate:\n*  subject: CN=proxy.example.com\n*  issuer: CN=Example Proxy CA\n* Server certificate:\n*  subject: CN=api.private.zscaler.com\n*  issuer: O=Zscaler; CN=Zscaler Issuing CA\n';
    assert.equal(factsOf('curl', text).handshakes[0]?.issuer?.names, 'O=Zscaler; CN=Zscaler Issuing CA');
  });
  it('reads the head of an answer', () => {
    const text = '$ curl -I https://app.example.com\nHTTP/2 200 \nserver: nginx\ncontent-type: text/html\n';
    assert.deepEqual(factsOf('curl', text).status, { value: 200, line: 1 });
    assert.deepEqual(formatsOf('HTTP/1.1 301 Moved Permanently\nLocation: https://app.example.com/\n\n'), ['curl']);
  });
  it('leaves the proxy apart from the host that was asked for', () => {
    const text =
      '$ curl -sv -x http://10.20.1.8:8080 https://api.private.zscaler.com\n*   Trying 10.20.1.8:8080...\n* connect to 10.20.1.8 port 8080 failed: Connection refused\n';
    assert.deepEqual(factsOf('curl', text).attempts, [
      { host: '10.20.1.8', address: '10.20.1.8', port: null, outcome: 'refused', line: 2 },
    ]);
  });
  it('names the values of its lines', () => {
    assert.deepEqual(fieldsOf(curl, 'curl: (28) Connection timed out'), ['curl.error=28']);
    assert.deepEqual(fieldsOf(curl, '*  issuer: C=US; O=Zscaler'), ['curl.issuer=C=US; O=Zscaler']);
    assert.deepEqual(fieldsOf(curl, '*  expire date: Jun  8 23:59:59 2026 GMT'), [
      'curl.expire date=Jun  8 23:59:59 2026 GMT',
    ]);
    assert.deepEqual(fieldsOf(curl, '* SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384'), [
      'curl.SSL connection=TLSv1.3 / TLS_AES_256_GCM_SHA384',
    ]);
    assert.deepEqual(fieldsOf(curl, '< HTTP/2 404 '), ['curl.status=404']);
    assert.deepEqual(fieldsOf(curl, '* Connected to a.example.com (203.0.113.61) port 443 (#0)'), [
      'curl.address=203.0.113.61',
      'curl.port=443',
    ]);
  });
  it('leaves other texts and the endpoints of the connector alone', () => {
    for (const text of ['* a list\n* of things\n', 'HTTP/1.1 is old\n', '$ curl -s 127.0.0.1:9000/debug\nok\n']) {
      assert.deepEqual(formatsOf(text), [], text);
    }
  });
  it('reads cut and shuffled output', () => {
    readsAnything(curl, TIMED_OUT);
    readsAnything(curl, VERBOSE);
  });
});
