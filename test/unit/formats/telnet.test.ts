import assert from 'node:assert/strict';
import { telnet } from '../../../server/src/engine/formats/connect/telnet';
import { factsOf, fieldsOf, formatsOf, readsAnything, startsOf } from './connect-support';

const FAILED_THEN_OPEN = `[admin@fra-ac-02 ~]$ telnet co2br.prod.zpath.net 443
Trying 198.51.100.23...
telnet: connect to address 198.51.100.23: Connection timed out
Trying 203.0.113.61...
Connected to co2br.prod.zpath.net.
Escape character is '^]'.
^]
telnet> quit
Connection closed.
[admin@fra-ac-02 ~]$ `;

describe('telnet', () => {
  it('reads the addresses of a name, one after the other', () => {
    assert.deepEqual(formatsOf(FAILED_THEN_OPEN), ['telnet']);
    const target = { host: 'co2br.prod.zpath.net', port: 443 };
    assert.deepEqual(factsOf('telnet', FAILED_THEN_OPEN).attempts, [
      { ...target, address: '198.51.100.23', outcome: 'timed-out', line: 2 },
      { ...target, address: '203.0.113.61', outcome: 'connected', line: 4 },
    ]);
  });
  it('reads a bare output without knowing the target', () => {
    const text = 'Trying 198.51.100.23...\ntelnet: Unable to connect to remote host: Connection refused\n';
    assert.deepEqual(factsOf('telnet', text).attempts, [
      { host: null, address: '198.51.100.23', port: null, outcome: 'refused', line: 1 },
    ]);
  });
  it('reads names that do not resolve, in several wordings', () => {
    for (const line of [
      'telnet: could not resolve co2br.prod.zpath.net/443: Name or service not known',
      'telnet: co2br.prod.zpath.net: Name or service not known',
      'co2br.prod.zpath.net: Unknown host',
      'telnet: could not resolve co2br.prod.zpath.net/443: Temporary failure in name resolution',
    ]) {
      const { attempts } = factsOf('telnet', `# telnet co2br.prod.zpath.net 443\n${line}\n`);
      assert.deepEqual(
        attempts.map((one) => one.outcome),
        ['not-resolved'],
        line,
      );
    }
  });
  it('takes the usual port where none is given, and names of services', () => {
    const portOf = (command: string): number | null | undefined =>
      factsOf('telnet', `$ ${command}\nTrying 192.0.2.1...\nConnected to 192.0.2.1.\n`).attempts[0]?.port;
    assert.equal(portOf('telnet 192.0.2.1'), 23);
    assert.equal(portOf('sudo timeout 5 telnet -4 192.0.2.1 https'), 443);
    assert.equal(portOf('telnet -l admin 192.0.2.1 8443'), 8443);
  });
  it('knows a try that was given up by hand', () => {
    const text = '$ telnet 192.0.2.1 443\nTrying 192.0.2.1...\n^C\n';
    assert.equal(factsOf('telnet', text).attempts[0]?.outcome, 'no-answer');
  });
  it('begins a new section at the next bare output', () => {
    const text =
      "Trying 192.0.2.1...\nConnected to a.example.com.\nEscape character is '^]'.\nTrying 192.0.2.2...\ntelnet: connect to address 192.0.2.2: No route to host\n";
    assert.deepEqual(startsOf(telnet, text), [0, 3]);
  });
  it('names the values of its lines', () => {
    assert.deepEqual(fieldsOf(telnet, 'Trying 198.51.100.23...'), ['telnet.address=198.51.100.23']);
    assert.deepEqual(fieldsOf(telnet, 'Connected to co2br.prod.zpath.net.'), [
      'telnet.status=Connected',
      'telnet.host=co2br.prod.zpath.net',
    ]);
    assert.deepEqual(fieldsOf(telnet, 'telnet: connect to address 198.51.100.23: Connection timed out'), [
      'telnet.address=198.51.100.23',
      'telnet.status=Connection timed out',
    ]);
  });
  it('leaves other texts alone', () => {
    for (const text of [
      'Trying to connect...\nok\n',
      'Trying again...\n',
      'telnet: the daemon was stopped\n',
      'Connected to the database.\n',
    ]) {
      assert.deepEqual(formatsOf(text), [], text);
    }
  });
  it('reads cut and shuffled output', () => {
    readsAnything(telnet, FAILED_THEN_OPEN);
  });
});
