/** What a double click selects. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Configuration {
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
}

const file = join(dirname(fileURLToPath(import.meta.url)), '../../syntaxes/log.language-configuration.json');
const { wordPattern } = JSON.parse(readFileSync(file, 'utf8')) as Configuration;
const pattern = new RegExp(wordPattern.pattern, `g${wordPattern.flags}`);

/** The word around the first place where `part` stands. */
function wordAt(line: string, part: string): string | undefined {
  const at = line.indexOf(part);
  return [...line.matchAll(pattern)].find((one) => one.index <= at && at < one.index + one[0].length)?.[0];
}

const TUPLE =
  '[10.20.4.17]:45657;broker5a.fra4.prod.zpath.net:[203.0.113.61]:443:fohh_connection_connected, tx_drop = 7.';

describe('a double click selects', () => {
  for (const [line, part, word] of [
    [TUPLE, '20.4', '10.20.4.17'],
    [TUPLE, 'fra4', 'broker5a.fra4.prod.zpath.net'],
    [TUPLE, 'connection', 'fohh_connection_connected'],
    [TUPLE, 'drop', 'tx_drop'],
    [TUPLE, '45657', '45657'],
    [TUPLE, '7.', '7'],
    ['net.ipv4.ip_local_port_range = 32768', 'ip_local', 'net.ipv4.ip_local_port_range'],
    ['    inet6 fe80::42:aff:fe14:411/64', 'aff', 'fe80::42:aff:fe14:411'],
    ['link/ether 00:50:56:aa:bb:cc', '56', '00:50:56:aa:bb:cc'],
    ['Mar 17 12:06:44 h zpa-connector-child[3276]: x', 'connector', 'zpa-connector-child'],
    ['/opt/zscaler/var/instance_id.crypt', 'crypt', 'instance_id.crypt'],
    ['München ist da', 'nchen', 'München'],
  ] as const) {
    it(word, () => {
      assert.equal(wordAt(line, part), word);
    });
  }

  it('is quick on long lines', () => {
    for (const unit of ['a', '.', 'a.', ':', '1:', '-', '_-']) {
      const began = process.cpuUsage();
      assert.ok([...unit.repeat(20_000).matchAll(pattern)].length >= 0);
      assert.ok(process.cpuUsage(began).user < 500_000, unit);
    }
  });
});
