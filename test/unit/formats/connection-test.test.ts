import assert from 'node:assert/strict';
import { connectionTest } from '../../../server/src/engine/formats/connect/connection-test';
import { factsOf, fieldsOf, formatsOf, readsAnything } from './connect-support';

const HEALTHY = `[admin@fra-ac-02 ~]$ sudo zpa-connector troubleshoot connection
[broker] tunnel: UP (edge: fra2-vse-01) latency: 12ms
[time] System clock synchronized: yes
[app] 10.20.4.30:443 reachable
`;
const SICK = `[broker] tunnel: DOWN
[time] System clock synchronized: no
[app] hr.corp.example.com:8443 unreachable
[app] 10.20.4.31:443 reachable
`;

describe('connection test', () => {
  it('reads the three parts', () => {
    assert.deepEqual(factsOf('connection-test', HEALTHY), {
      tunnel: { up: true, state: 'UP', line: 1, start: 17, end: 19 },
      edge: 'fra2-vse-01',
      latencyMs: 12,
      synchronized: { value: true, line: 2 },
      apps: [{ host: '10.20.4.30', port: 443, reachable: true, line: 3, start: 21, end: 30, targetStart: 6 }],
    });
  });
  it('reads a bare output with faults', () => {
    const facts = factsOf('connection-test', SICK);
    assert.equal(facts.tunnel?.up, false);
    assert.deepEqual(facts.synchronized, { value: false, line: 1 });
    assert.deepEqual(
      facts.apps.map(({ host, port, reachable }) => ({ host, port, reachable })),
      [
        { host: 'hr.corp.example.com', port: 8443, reachable: false },
        { host: '10.20.4.31', port: 443, reachable: true },
      ],
    );
  });
  it('reads all parts in one line', () => {
    const line =
      '[broker] tunnel: UP (edge: fra2-vse-01) latency: 12ms [time] System clock synchronized: no [app] 10.20.4.30:443 unreachable\n';
    const facts = factsOf('connection-test', line);
    assert.equal(facts.tunnel?.up, true);
    assert.equal(facts.synchronized?.value, false);
    assert.equal(facts.apps[0]?.reachable, false);
    assert.deepEqual(fieldsOf(connectionTest, line.trimEnd()), [
      'connection-test.tunnel=UP',
      'connection-test.edge=fra2-vse-01',
      'connection-test.latency=12',
      'connection-test.System clock synchronized=no',
      'connection-test.app=unreachable',
    ]);
  });
  it('leaves other texts alone', () => {
    for (const text of ['[app] started\n', '[time] 12:00\n', 'tunnel: DOWN\n', '[broker] ready\n']) {
      assert.deepEqual(formatsOf(text), [], text);
    }
  });
  it('reads cut and shuffled output', () => {
    readsAnything(connectionTest, HEALTHY);
    readsAnything(connectionTest, SICK);
  });
});
