import assert from 'node:assert/strict';
import { fohhServers } from '../../../server/src/engine/formats/connect/fohh-servers';
import { factsOf, fieldsOf, formatsOf, readsAnything } from './connect-support';

const GID = '216196257331371034';
const row = (state: string): string =>
  `["[192.0.2.10]:443;${GID}.ast.prod.zpath.net:[10.20.4.17]:45316;0","client","${state}","${GID}.${GID}.a2pb_ctl.prod.zpath.net","${GID}.ast.prod.zpath.net"]`;
const LIST = `$ curl -s 'localhost:8500/fohh/servers?small'\n[${row('fohh_connection_connected')},\n${row('fohh_connection_backoff')}]\n`;

describe('fohh/servers', () => {
  it('reads a list with one connection a line', () => {
    assert.deepEqual(factsOf('fohh-servers', LIST), {
      count: 2,
      servers: [
        {
          peer: `${GID}.ast.prod.zpath.net`,
          role: 'client',
          state: 'fohh_connection_connected',
          line: 1,
          start: 90,
          end: 115,
        },
        {
          peer: `${GID}.ast.prod.zpath.net`,
          role: 'client',
          state: 'fohh_connection_backoff',
          line: 2,
          start: 89,
          end: 112,
        },
      ],
    });
  });
  it('reads a list in one line, and one that was spread out', () => {
    const list = `[${row('fohh_connection_connected')},${row('fohh_connection_connected')}]`;
    assert.equal(factsOf('fohh-servers', `${list}\n`).count, 2);
    assert.equal(factsOf('fohh-servers', `${JSON.stringify(JSON.parse(list), null, 2)}\n`).count, 2);
  });
  it('names the values of a row', () => {
    assert.deepEqual(fieldsOf(fohhServers, row('fohh_connection_connected')), [
      `fohh-servers.connection=[192.0.2.10]:443;${GID}.ast.prod.zpath.net:[10.20.4.17]:45316;0`,
      'fohh-servers.role=client',
      'fohh-servers.state=fohh_connection_connected',
      `fohh-servers.name=${GID}.${GID}.a2pb_ctl.prod.zpath.net`,
      `fohh-servers.name=${GID}.ast.prod.zpath.net`,
    ]);
  });
  it('leaves other lists alone', () => {
    for (const text of ['["a","client"]\n', '[\n {"id": "1"}\n]\n', '[1, 2]\n', '[ok]\n']) {
      assert.deepEqual(
        formatsOf(text).filter((id) => id === 'fohh-servers'),
        [],
        text,
      );
    }
  });
  it('reads cut and shuffled output', () => {
    readsAnything(fohhServers, LIST);
  });
});
