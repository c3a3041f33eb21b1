import assert from 'node:assert/strict';
import { LeakCheck } from '../../server/src/engine/redact/leak-check';
import { Pseudonyms } from '../../server/src/engine/redact/pseudonyms';
import { redactText } from '../../server/src/engine/redact/redactor';

function redacted(text: string): string {
  const names = new Pseudonyms();
  const { text: made } = redactText(names, 'x.txt', text);
  const check = new LeakCheck(names, 'x.txt');
  check.push(made);
  assert.deepEqual(check.end(), [], made);
  return made;
}

/** Names too short to be replaced wherever they stand: each line must show by its form that one is there. */
const LINES: readonly string[] = [
  'Mar 17 11:22:17 h sudo[3]:      amy : TTY=pts/0 ; PWD=/tmp ; USER=root ; COMMAND=/bin/ls',
  '[sudo] password for amy: ',
  'uid=1001(amy) gid=1001(amy) groups=1001(amy),10(wheel),1002(eve)',
  'amy      pts/0        10.20.9.77       Tue Mar 17 09:00   still logged in',
  ' eve      pts/1        10.20.9.77       09:00    1.00s  0.02s  0.00s w',
  'amy      tty1                          Mon Mar 16 10:00 - 11:00  (01:00)',
  'amy:x:1001:1001:Amy Ash:/home/amy:/bin/bash',
  'ssh eve@10.20.4.99 uptime',
];

describe('redaction of who works on a host', () => {
  for (const line of LINES) {
    it(line, () => {
      const made = redacted(line);
      assert.doesNotMatch(made, /\b(?:amy|eve|ash)\b/iu);
      assert.match(made, /\buser-1\b/u);
    });
  }

  it('takes the names of a hosts file, and no words of other lines', () => {
    const made = redacted('10.20.4.17  ac-07.corp.example ac-07\n10.20.4.99\tsap-prod-01 # finance\n');
    assert.match(made, /^10\.\S+ {2}host-1\.\S+ host-1\n10\.\S+\thost-\d # finance\n$/u);
    for (const rest of [' dev eth0 lladdr 02:00:5e:00:00:02 REACHABLE', '  dev eth0  FAILED', ' is unreachable']) {
      assert.ok(redacted(`10.20.4.1${rest}`).endsWith(rest.replace(/02:\S+/u, '02:00:5e:00:00:01')));
    }
  });

  it('takes accounts of a cloud and serial numbers of machines', () => {
    const arn = '{ "Account": "481516234299", "Arn": "arn:aws:sts::481516234299:assumed-role/x/y" }';
    assert.doesNotMatch(redacted(arn), /481516234299/u);
    assert.match(
      redacted('VMware-56 4d 1a 2b 3c 4d 5e 6f-70 81 92 a3 b4 c5 d6 e7'),
      /^VMware-(?!56 4d 1a)(?:[\da-f]{2}[ -]){15}[\da-f]{2}$/u,
    );
  });

  it('leaves the accounts of the system', () => {
    const text =
      'root:x:0:0:root:/root:/bin/bash\nroot     pts/0  \nuid=0(root) gid=0(root) groups=0(root),10(wheel)\n';
    assert.equal(redacted(text), text);
  });
});
