import assert from 'node:assert/strict';
import { nc } from '../../../server/src/engine/formats/connect/nc';
import { factsOf, fieldsOf, formatsOf, readsAnything } from './connect-support';

const NCAT = `[admin@fra-ac-02 ~]$ nc -zv -w 5 co2br.prod.zpath.net 443
Ncat: Version 7.92 ( https://nmap.org/ncat )
Ncat: Connection timed out.
`;
const OPENBSD = `$ nc -zv hr.corp.example.com 8443
nc: connect to hr.corp.example.com (10.20.4.30) port 8443 (tcp) failed: Connection refused
nc: connect to hr.corp.example.com (10.20.4.31) port 8443 (tcp) timed out: Operation now in progress
`;

describe('nc', () => {
  it('reads ncat, whose error names no target', () => {
    assert.deepEqual(factsOf('nc', NCAT), {
      udp: false,
      attempts: [{ host: 'co2br.prod.zpath.net', address: null, port: 443, outcome: 'timed-out', line: 2 }],
    });
    const open = NCAT.replace('Connection timed out.', 'Connected to 198.51.100.23:443.');
    assert.deepEqual(factsOf('nc', `${open}Ncat: 0 bytes sent, 0 bytes received in 0.02 seconds.\n`).attempts, [
      { host: 'co2br.prod.zpath.net', address: '198.51.100.23', port: 443, outcome: 'connected', line: 2 },
    ]);
  });
  it('reads the wordings of OpenBSD', () => {
    assert.deepEqual(
      factsOf('nc', OPENBSD).attempts.map(({ address, outcome, line }) => ({ address, outcome, line })),
      [
        { address: '10.20.4.30', outcome: 'refused', line: 1 },
        { address: '10.20.4.31', outcome: 'timed-out', line: 2 },
      ],
    );
    const bare = 'Connection to hr.corp.example.com (10.20.4.30) 8443 port [tcp/*] succeeded!\n';
    assert.deepEqual(factsOf('nc', bare).attempts, [
      { host: 'hr.corp.example.com', address: '10.20.4.30', port: 8443, outcome: 'connected', line: 0 },
    ]);
  });
  it('reads the traditional wordings', () => {
    const text = '$ nc -vz -w3 app.example.com 443\napp.example.com [10.1.2.3] 443 (https) open\n';
    assert.equal(factsOf('nc', text).attempts[0]?.outcome, 'connected');
    const refused = '(UNKNOWN) [10.1.2.3] 443 (https) : Connection refused\n';
    assert.deepEqual(factsOf('nc', refused).attempts, [
      { host: null, address: '10.1.2.3', port: 443, outcome: 'refused', line: 0 },
    ]);
  });
  it('reads names that do not resolve', () => {
    for (const line of [
      'Ncat: Could not resolve hostname "hr.example.com": Name or service not known. QUITTING.',
      'nc: getaddrinfo for host "hr.example.com" port 8443: Name or service not known',
      'nc: getaddrinfo: Temporary failure in name resolution',
      'hr.example.com: forward host lookup failed: Unknown host',
    ]) {
      const { attempts } = factsOf('nc', `$ nc -zv hr.example.com 8443\n${line}\n`);
      assert.deepEqual(
        attempts,
        [{ host: 'hr.example.com', address: null, port: 8443, outcome: 'not-resolved', line: 1 }],
        line,
      );
    }
  });
  it('knows UDP, several ports, and options with values', () => {
    assert.equal(factsOf('nc', '$ nc -zvu 10.1.2.3 123\nNcat: Connected to 10.1.2.3:123.\n').udp, true);
    const several =
      '$ nc -zv -p 4000 10.1.2.3 443 8443\nConnection to 10.1.2.3 443 port [tcp/https] succeeded!\nnc: connect to 10.1.2.3 port 8443 (tcp) failed: No route to host\n';
    assert.deepEqual(
      factsOf('nc', several).attempts.map(({ port, outcome }) => ({ port, outcome })),
      [
        { port: 443, outcome: 'connected' },
        { port: 8443, outcome: 'unreachable' },
      ],
    );
  });
  it('names the values of its lines', () => {
    assert.deepEqual(
      fieldsOf(nc, 'nc: connect to hr.example.com (10.20.4.30) port 8443 (tcp) failed: Connection refused'),
      ['nc.host=hr.example.com', 'nc.address=10.20.4.30', 'nc.port=8443', 'nc.status=failed: Connection refused'],
    );
    assert.deepEqual(fieldsOf(nc, 'Ncat: TIMEOUT.'), ['nc.status=TIMEOUT.']);
  });
  it('leaves other texts alone', () => {
    for (const text of ['Connection to the server was lost\n', 'nc: command not found\n', 'sync: done\n']) {
      assert.deepEqual(formatsOf(text), [], text);
    }
  });
  it('reads cut and shuffled output', () => {
    readsAnything(nc, NCAT);
    readsAnything(nc, OPENBSD);
  });
});
