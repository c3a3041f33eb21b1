/** How long a lost control connection was away, in whatever order and files the journal was printed. */
import assert from 'node:assert/strict';
import { formats } from '../../server/src/engine/formats/generated';
import { DEFAULT_SETTINGS, Triage } from '../../server/src/engine/triage';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';
import { ports } from '../../server/src/node/ports';

const WAY = '[10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4';
const line = (time: string, host: string, message: string): string =>
  `Jan 27 ${time} ${host} zpa-connector-child[3276]: Broker control connection ${message}\n`;
const up = (time: string, host = 'fra-ac-02'): string =>
  line(time, host, `successfully connected to Zscaler Cloud: ${WAY}`);
const down = (time: string, host = 'fra-ac-02'): string =>
  line(time, host, `to Zscaler Cloud closed: ${WAY} FOHH_CLOSE_REASON_SOCKET_ERR`);

/** What the findings say of the way back, in the order of files and lines. */
function waysBack(files: Readonly<Record<string, string>>): readonly string[] {
  const engine = new Triage(catalogue, formats, ports, DEFAULT_SETTINGS);
  for (const [path, text] of Object.entries(files)) engine.addText(path, text);
  return engine
    .evaluate()
    .findings.filter(({ ruleId }) => ruleId === 'tunnel/control-connection-closed')
    .map(({ data }) => String(data.back));
}

const LINES = [up('05:28:24'), down('05:39:00'), up('05:40:00'), up('06:40:00')];
const MINUTE = [', connected again after 60 s'];

describe('the connect that ends an outage', () => {
  it('is the next one of a journal printed oldest first', () => {
    assert.deepEqual(waysBack({ 'journal.txt': LINES.join('') }), MINUTE);
  });

  it('is the next one of a journal printed newest first', () => {
    assert.deepEqual(waysBack({ 'journal.txt': LINES.toReversed().join('') }), MINUTE);
  });

  it('is sought in the files that the log goes on in', () => {
    const files = { messages: up('05:40:00') + up('06:40:00'), 'messages-20260127': up('05:28:24') + down('05:39:00') };
    assert.deepEqual(waysBack(files), MINUTE);
  });

  it('is of the same host', () => {
    const text = down('05:39:00') + up('05:39:10', 'fra-ac-03') + up('05:40:00');
    assert.deepEqual(waysBack({ 'journal.txt': text }), MINUTE);
  });

  it('is missing where the log ends before', () => {
    assert.deepEqual(waysBack({ 'journal.txt': LINES.slice(0, 2).join('') }), [', no reconnect within the log']);
  });
});
