import assert from 'node:assert/strict';
import type { Connection } from 'vscode-languageserver';
import { registerRedaction } from '../../server/src/lsp/handlers/redact';
import type { RedactedText, RedactTextParams } from '../../server/src/lsp/redact-protocol';
import { REDACT_REQUESTS } from '../../server/src/lsp/redact-protocol';

type Answer = (params: RedactTextParams) => RedactedText | null;

/** The handler as a function. */
function handler(lines: Readonly<Record<string, readonly string[]>>): Answer {
  const answers: Answer[] = [];
  const connection = {
    onRequest: (name: string, work: Answer) => {
      assert.equal(name, REDACT_REQUESTS.redactText);
      answers.push(work);
    },
  };
  registerRedaction(connection as unknown as Connection, {
    log: (line) => assert.fail(line),
    linesOf: (uri) => lines[uri] ?? null,
    salt: 'test',
  });
  return answers[0] ?? assert.fail('no handler');
}

describe('zpaTriage/redactText', () => {
  it('redacts a selection by what the rest of its document tells', () => {
    const uri = 'file:///case/transcript.txt';
    const ask = handler({ [uri]: ['[admin@osl-ac-01 ~]$ uptime', 'the machine osl-ac-01 is slow'] });
    const made = ask({ text: 'the machine osl-ac-01 is slow', uri });
    assert.deepEqual(made, { text: 'the machine host-1 is slow', replaced: 1, leaks: 0 });
    // The same stand-in all through the session, without the document too.
    assert.equal(ask({ text: 'OSL-AC-01 10.1.2.3' })?.text.split(' ')[0], 'HOST-1');
  });

  it('knows a key file by its name, and leaves other text as it is', () => {
    const ask = handler({});
    const key = `3|api.private.zscaler.com|${'Ab1/'.repeat(30)}`;
    const made = ask({ text: key, uri: 'file:///opt/zscaler/var/provision%5Fkey' });
    assert.ok(made !== null && made.leaks === 0 && made.text.length === key.length && !made.text.includes('Ab1/Ab1/'));
    assert.deepEqual(ask({ text: 'all is well\r\n' }), { text: 'all is well\r\n', replaced: 0, leaks: 0 });
  });
});
