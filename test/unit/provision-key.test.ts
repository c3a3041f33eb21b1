import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, fixAllKey, keyFixes } from '../../server/src/engine/features/text-fixes';
import { formats } from '../../server/src/engine/formats/generated';
import { provisionKey } from '../../server/src/engine/formats/provision-key';
import type { ProvisionKeyFacts } from '../../server/src/engine/formats/provision-key/facts';
import { keyLines } from '../../server/src/engine/formats/provision-key/lines';
import { readKey } from '../../server/src/engine/formats/provision-key/shape';
import type { Artifact } from '../../server/src/engine/bundle/artifact';
import { Triage } from '../../server/src/engine/triage';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';

/** The shape of a version 3 key; of no tenant. */
const TOKEN = `${'Q7w+Zk3/'.repeat(48)}-216196257331371001`;
const KEY = `3|api.private.zscaler.com|${TOKEN}`;

function read(path: string, text: string): Artifact {
  const noBytes = (): never => {
    throw new Error('tests add texts');
  };
  return new Triage(catalogue, formats, { createDecoder: noBytes, clock: () => 0 }).addText(path, text);
}

function factsOf(text: string, path = 'var/provision_key'): ProvisionKeyFacts {
  const section = read(path, text).sections.find((one) => one.format === 'provision-key');
  assert.ok(section, 'no key section');
  return section.facts as ProvisionKeyFacts;
}

/** `fault@line:start-end` of every place. */
function faultsOf(text: string): string[] {
  return factsOf(text).faults.flatMap(({ fault, at }) =>
    at.map(({ line, start, end }) => `${fault}@${String(line)}:${String(start)}-${String(end)}`),
  );
}

describe('provision_key: golden readings', () => {
  const end = KEY.length;
  const golden: readonly (readonly [string, string, readonly string[]])[] = [
    ['a sound key', `${KEY}\n`, []],
    ['a sound key without a final line break', KEY, []],
    [
      'curly quotes',
      `\u201c${KEY}\u201d\n`,
      ['smart-quotes@0:0-1', `smart-quotes@0:${String(end + 1)}-${String(end + 2)}`],
    ],
    [
      'straight quotes with blanks',
      ` "${KEY}"\n`,
      ['surrounding-quotes@0:1-2', `surrounding-quotes@0:${String(end + 2)}-${String(end + 3)}`, 'whitespace@0:0-1'],
    ],
    ['one quote that was left', `${KEY}"\n`, [`surrounding-quotes@0:${String(end)}-${String(end + 1)}`]],
    ['a Windows line end', `${KEY}\r\n`, [`whitespace@0:${String(end)}-${String(end)}`]],
    ['blank lines', `\n${KEY}\n\n`, ['whitespace@0:0-0', 'whitespace@2:0-0']],
    ['a blank in the host', KEY.replace('private', 'pri vate'), ['whitespace@0:9-10']],
    ['a byte order mark', `\ufeff${KEY}\n`, ['invisible-characters@0:0-1']],
    [
      'a letter that no key has',
      KEY.replace('Q7w', 'Q7\u00e9'),
      ['invisible-characters@0:28-29', `unusual-length@0:26-${String(end)}`],
    ],
    ['a wrapped key', `${KEY.slice(0, 80)}\n${KEY.slice(80)}\n`, [`multiple-lines@1:0-${String(end - 80)}`]],
    ['two keys', `${KEY}\n${KEY}\n`, [`multiple-lines@1:0-${String(end)}`]],
    ['a placeholder', '3|api.private.zscaler.com|VALID-KEY-HEX\n', ['placeholder@0:0-39']],
    ['a placeholder alone', '<paste the key here>\n', ['placeholder@0:0-20']],
    ['no key', 'some text\n', ['malformed@0:0-9']],
    ['a key without token', '3|api.private.zscaler.com|\n', ['malformed@0:0-26']],
    ['a token with a bar in it', KEY.replace('Q7w', 'Q|w'), [`malformed@0:0-${String(end)}`]],
    ['a cut token', KEY.slice(0, 300), ['unusual-length@0:26-300']],
    ['a blacked out token', '3|api.private.zscaler.com|********\n', []],
    ['a short version 1 key', '1|api-f1.dev.zpath.net|QUJDREVG\n', ['unusual-length@0:23-31']],
    [
      'a shell command',
      `echo "${KEY}" | sudo tee /opt/zscaler/var/provision_key\n`,
      [`shell-remnant@0:0-${String(end + 49)}`],
    ],
  ];
  for (const [name, text, expected] of golden) {
    it(name, () => {
      assert.deepEqual(faultsOf(text), expected);
    });
  }

  it('says which part is off, and never shows a token', () => {
    const details = ['x|api.private.zscaler.com|QQ', '3|nohost|QQ', '3|api.private.zscaler.com|Q Q$'].map(
      (text) => factsOf(text).faults.find(({ fault }) => fault === 'malformed')?.detail ?? '',
    );
    assert.match(details[0] ?? '', /version/u);
    assert.match(details[1] ?? '', /host name/u);
    assert.match(details[2] ?? '', /characters that no token has/u);
    assert.ok(!JSON.stringify(factsOf(`"${KEY}`)).includes('Q7w+'));
  });

  it('knows version, host and length of the token', () => {
    const { key } = factsOf(`\u201c${KEY}\u201d`);
    assert.deepEqual(key, {
      version: 3,
      host: 'api.private.zscaler.com',
      tokenLength: TOKEN.length,
      at: { line: 0, start: 1, end: KEY.length + 1 },
      token: { line: 0, start: 27, end: KEY.length + 1 },
    });
  });

  it('is empty when nothing but blanks, quotes and unseen marks is in it', () => {
    for (const text of ['', '\n', ' \t\r\n', '""\n', '\ufeff']) assert.ok(factsOf(text).empty, JSON.stringify(text));
  });
});

describe('provision_key: sections', () => {
  it('is recognised by its form under any name, and by its name whatever it holds', () => {
    assert.equal(read('notes/mumbai', `${KEY}\n`).format, 'provision-key');
    assert.equal(read('opt/zscaler/var/provision_key', 'whatever\n').format, 'provision-key');
    assert.equal(read('provision_key.txt', 'whatever\n').format, 'provision-key');
    assert.equal(read('provisioning_keys.json', '{"list": []}\n').format === 'provision-key', false);
    assert.equal(read('flow.csv', '1|two.three|four\n').format, null);
  });

  it('ends at the next prompt of a transcript', () => {
    const text = `[admin@edge-vm-3 ~]$ sudo cat /opt/zscaler/var/provision_key\n${KEY}\n[admin@edge-vm-3 ~]$ exit\nlogout\n`;
    const sections = read('session.txt', text).sections.filter((one) => one.format === 'provision-key');
    assert.deepEqual(
      sections.map(({ startLine, endLine }) => [startLine, endLine]),
      [[0, 1]],
    );
    assert.equal((sections[0]?.facts as ProvisionKeyFacts).key?.at.line, 1);
  });

  it('reads what a command says instead of the key', () => {
    const session = (output: string, command = 'cat'): string =>
      `[admin@edge-vm-3 ~]$ ${command} /opt/zscaler/var/provision_key\n${output}\n[admin@edge-vm-3 ~]$ date\n`;
    const refused = factsOf(session('cat: /opt/zscaler/var/provision_key: Permission denied'), 'session.txt');
    assert.equal(refused.outcome, 'denied');
    assert.equal(refused.empty, false);
    const shown = factsOf(session('3|api.private.zscaler.com', 'sudo cut -d "|" -f 1,2'), 'session.txt');
    assert.equal(shown.key?.host, 'api.private.zscaler.com');
    assert.deepEqual(shown.faults, []);
  });

  it('names the parts of a line for hovers', () => {
    const fields = provisionKey.fields?.(`"${KEY}"`) ?? [];
    assert.deepEqual(
      fields.map(({ name, valueStart, valueEnd }) => [name, valueStart, valueEnd]),
      [
        ['provision_key.version', 1, 2],
        ['provision_key.host', 3, 26],
        ['provision_key.token', 27, KEY.length + 1],
      ],
    );
  });
});

/** Damage that is undone without a doubt. */
const noise = fc.constantFrom('', ' ', '\t', '\n', '\r\n', '\ufeff', '\u200b', '\u00a0', '"', "'", '\u201c', '\u2019');
const damaged = fc
  .tuple(
    fc.array(noise, { maxLength: 4 }),
    fc.array(noise, { maxLength: 4 }),
    fc.array(fc.tuple(fc.nat(KEY.length), fc.constantFrom(' ', '\u200b', '\u00a0', '\u201d', '\n', '\r\n')), {
      maxLength: 3,
    }),
  )
  .map(([before, after, inside]) => {
    let text = KEY;
    for (const [at, what] of inside) text = text.slice(0, at) + what + text.slice(at);
    return before.join('') + text + after.join('');
  });

describe('provision_key: fixes', () => {
  it('offer nothing for a sound key', () => {
    assert.deepEqual(keyFixes(`${KEY}\n`), []);
    assert.equal(fixAllKey(`${KEY}\n`), `${KEY}\n`);
  });

  it('mend each fault alone', () => {
    const mended = (text: string, ruleId: string): string => {
      const fix = keyFixes(text).find((one) => one.ruleId === ruleId);
      assert.ok(fix, `no fix for ${ruleId}`);
      return applyEdits(text, fix.edits);
    };
    assert.equal(mended(`\u201c${KEY}\u201d\n`, 'provision-key/smart-quotes'), `${KEY}\n`);
    assert.equal(mended(`"${KEY}"\n`, 'provision-key/surrounding-quotes'), `${KEY}\n`);
    assert.equal(mended(` ${KEY} \n\n`, 'provision-key/whitespace'), `${KEY}\n`);
    assert.equal(mended(`${KEY}\r\n`, 'provision-key/whitespace'), KEY);
    assert.equal(mended(KEY.replace('-', '\u2013'), 'provision-key/invisible-characters'), KEY);
    assert.equal(mended(`${KEY.slice(0, 90)} \n ${KEY.slice(90)}\n`, 'provision-key/multiple-lines'), `${KEY}\n`);
    const remnant = `[admin@edge-vm-3 ~]$ cat provision_key\n${KEY}\n[admin@edge-vm-3 ~]$\n`;
    assert.equal(mended(remnant, 'provision-key/shell-remnant'), `${KEY}\n`);
  });

  it('leave to people what nobody can know', () => {
    for (const text of [
      `${KEY}\n${KEY}\n`,
      `${KEY}\nfoo\n`,
      KEY.replace('Q7w', 'Q7\u00e9'),
      'echo "a|b" | sudo tee x\n',
      '<key>\n',
    ]) {
      assert.equal(fixAllKey(text), text);
    }
  });

  it('give the key back from any mixture of known damage', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        assert.equal(fixAllKey(text).replace(/\n$/u, ''), KEY);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom('"', "'", '\u201c'), (quote) => {
        const text = `echo ${quote}${KEY}${quote} | sudo tee /opt/zscaler/var/provision_key\n`;
        assert.equal(fixAllKey(text), `${KEY}\n`);
      }),
    );
  });

  it('end, leave no safe fix and change nothing the second time, on any text', () => {
    const piece = fc.oneof(
      noise,
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('3|', 'api.x.net|', 'QUJD', '$ ', 'echo ', '|', '\uff0d', '\u2013', '...'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const once = fixAllKey(pieces.join(''));
        assert.deepEqual(
          keyFixes(once).filter((fix) => fix.safe),
          [],
        );
        assert.equal(fixAllKey(once), once);
      }),
      { numRuns: 2_000 },
    );
  });

  it('have edits in order, inside their lines and without overlaps', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const lines = keyLines(text);
        for (const { edits } of keyFixes(text)) {
          let before: readonly [number, number] = [0, 0];
          for (const { line, startColumn, endLine, endColumn } of edits) {
            assert.ok(line > before[0] || (line === before[0] && startColumn >= before[1]));
            assert.ok(endLine > line || (endLine === line && endColumn >= startColumn));
            assert.ok(
              startColumn <= (lines[line]?.text.length ?? 0) && endColumn <= (lines[endLine]?.text.length ?? 0),
            );
            before = [endLine, endColumn];
          }
        }
      }),
    );
  });

  it('places of faults stay inside the text', () => {
    fc.assert(
      fc.property(damaged, (text) => {
        const lines = keyLines(text);
        for (const { at } of readKey(lines).facts.faults) {
          for (const span of at) assert.ok(span.start <= span.end && span.end <= (lines[span.line]?.text.length ?? -1));
        }
      }),
    );
  });
});

describe('provision_key: bytes', () => {
  it('shows a byte order mark of the file to the reader, and of other files not', async () => {
    const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
    const engine = new Triage(catalogue, formats, {
      createDecoder: (encoding) => {
        const decoder = new TextDecoder(encoding, { fatal: true });
        return { push: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
      },
      clock: () => 0,
    });
    for (const path of ['provision_key', 'journal.txt']) {
      const chunks = async function* (): AsyncIterable<Uint8Array> {
        yield await Promise.resolve(utf8(`\ufeff${KEY}\n`));
      };
      await engine.addSource({ path, sizeBytes: null, modifiedMs: null, chunks });
    }
    const faults = engine
      .facts()
      .sections('provision-key')
      .map(({ facts }) => facts.faults.map(({ fault }) => fault));
    assert.deepEqual(faults, [['invisible-characters'], []]);
  });
});
