import assert from 'node:assert/strict';
import { codeActions, fixAllAction } from '../../server/src/engine/features/code-actions';
import { documentDiagnostics } from '../../server/src/engine/features/diagnostics';
import { analyzeDocument } from '../../server/src/engine/features/document-model';
import { fixAllText, textFixes } from '../../server/src/engine/features/format-fixes';
import { applyEdits } from '../../server/src/engine/features/text-fixes';
import { formats } from '../../server/src/engine/formats/generated';
import { DEFAULT_SETTINGS } from '../../server/src/engine/triage';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';

/** `[format, text, text after the fixes that may be taken unasked]`. */
const MENDED: readonly (readonly [format: string, text: string, mended: string])[] = [
  [
    'rsyslog-conf',
    '‘:programname, isequal, “zpa-connector-child” stop’\r\n:programname, isequal, ”zpa-connector” stop\r\n',
    ':programname, isequal, "zpa-connector-child" stop\r\n:programname, isequal, "zpa-connector" stop\r\n',
  ],
  [
    'rsyslog-conf',
    'echo ‘:programname, isequal, “zpa-connector” stop’ >> /etc/rsyslog.d/zpa-connector.conf',
    `echo ':programname, isequal, "zpa-connector" stop' >> /etc/rsyslog.d/zpa-connector.conf`,
  ],
  ['logrotate-conf', '# “old”\n“/var/log/messages” {\n}\n', '# “old”\n"/var/log/messages" {\n}\n'],
  ['chrony-conf', 'server ‘10.20.0.5’ iburst\n', "server '10.20.0.5' iburst\n"],
  [
    'resolv-conf',
    '# mine\nnameserver=10.20.0.53\n  Nameserver: 2001:db8::53\n',
    '# mine\nnameserver 10.20.0.53\nnameserver 2001:db8::53\n',
  ],
  ['proxy-file', 'http://10.20.1.8:8080/\n', '10.20.1.8:8080\n'],
  ['proxy-file', '\n “proxy.kestrelmoor.example:3128” \n', '\nproxy.kestrelmoor.example:3128\n'],
];

/** Sound texts, and texts that only people can mend. */
const KEPT: readonly (readonly [format: string | null, text: string])[] = [
  ['rsyslog-conf', ':programname, isequal, "zpa-connector" stop\n'],
  ['resolv-conf', '# nameserver=10.20.0.53\nnameserver 10.20.0.53\nnameserver dns.example\n'],
  ['proxy-file', '10.20.1.8:8080\n'],
  ['proxy-file', 'http://svc:Example-1@10.20.1.8:8080\n'],
  ['proxy-file', 'https://10.20.1.8:8443\n'],
  ['proxy-file', '10.20.1.8\n'],
  ['proxy-file', 'http://10.20.1.8:8080\nhttp://10.20.1.9:8080\n'],
  ['journal', 'zpa-connector: “quoted”\n'],
  [null, '“quoted”\n'],
];

describe('text fixes of configuration files', () => {
  for (const [format, text, mended] of MENDED) {
    it(`mend ${format}: ${text.trim().slice(0, 40)}`, () => {
      assert.equal(fixAllText(format, text), mended);
      assert.equal(fixAllText(format, mended), mended);
      const [fix] = textFixes(format, text);
      assert.ok(fix);
      assert.match(fix.ruleId, /^config\//u);
      assert.equal(applyEdits(text, fix.edits), mended);
    });
  }

  for (const [format, text] of KEPT) {
    it(`leave ${String(format)} alone: ${text.trim().slice(0, 40)}`, () => {
      assert.equal(fixAllText(format, text), text);
    });
  }

  it('offer to take a https proxy for a plain one, but not unasked', () => {
    const [fix] = textFixes('proxy-file', 'https://10.20.1.8:8443\n');
    assert.equal(fix?.safe, false);
    assert.equal(applyEdits('https://10.20.1.8:8443\n', fix.edits), '10.20.1.8:8443\n');
  });

  it('are offered with the diagnostic that they mend', () => {
    const ports = {
      createDecoder: (): never => {
        throw new Error('these are texts');
      },
      clock: () => Date.UTC(2026, 0, 22),
    };
    const text = '# syslog\n:programname, isequal, “zpa-connector” stop\n';
    const model = analyzeDocument({ catalogue, formats, ports }, 'zpa-connector.conf', text, DEFAULT_SETTINGS);
    const diagnostics = documentDiagnostics(model);
    assert.deepEqual(
      diagnostics.map(({ data }) => data.ruleId),
      ['config/smart-quotes'],
    );
    const actions = codeActions(
      model,
      diagnostics.map(({ data }) => data),
    );
    const [mend] = actions.filter(({ edits }) => edits !== undefined);
    assert.equal(mend?.preferred, true);
    assert.equal(applyEdits(text, mend.edits ?? []), '# syslog\n:programname, isequal, "zpa-connector" stop\n');
    assert.match(fixAllAction(model)?.title ?? '', /in this file$/u);
  });
});
