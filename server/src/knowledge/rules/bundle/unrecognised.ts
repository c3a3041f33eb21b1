import type { Artifact } from '../../../engine/bundle/artifact';
import { isProductBundle } from '../../../engine/facts/files/product-bundle';
import type { Rule } from '../../../engine/match/rule';
import { DOCS, inferred } from '../../evidence';

/** Notes, programs and reports that come along with a bundle: no evidence, so nothing is missed in them. */
const NO_EVIDENCE =
  /(?:^|[/\\])(?:readme|licen[cs]e|changelog|\.)[^/\\]{0,100}$|\.(?:md|markdown|html?|css|js|ts|sh|ps1|bat|py|sarif|svg)$/iu;
const MAX_COMMANDS = 3;

/** What in the file is nearest to something known: the commands at its prompts. */
function foundIn(artifact: Artifact): string {
  const commands = new Set(
    artifact.sections.flatMap(({ command }) => (command === null ? [] : [/^[\w./-]{0,40}/u.exec(command)?.[0] ?? ''])),
  );
  const named = [...commands].filter((name) => name !== '').slice(0, MAX_COMMANDS);
  return named.length === 0
    ? 'no line begins as one of them does'
    : `the output of ${named.join(', ')} is not one of them`;
}

const rule: Rule = {
  id: 'bundle/unrecognised',
  title: 'A file of which nothing is known',
  severity: 'hint',
  means:
    'Nothing in the file begins like a journal, status block, memory dump, key, host file or command output that is known here. It was looked for by content, by file name and by the commands at prompts.',
  matters: 'Nothing in the file was judged: it may hold evidence that only a person sees.',
  doNext: 'Look at the file yourself, or collect it again with the command at its top.',
  message:
    'Nothing in this file ({lines} lines) was judged. Looked for: journals, status blocks, memory dumps, keys, host files and outputs of commands; {found}.',
  // Reads every file there is.
  needs: [],
  evaluate: (facts) =>
    isProductBundle(facts)
      ? facts.artifacts
          .filter(
            ({ format, lineCount, path, redaction, isOwnReport }) =>
              // The note of our own redaction, and a report of an earlier run, are no evidence either.
              format === null && lineCount > 0 && !NO_EVIDENCE.test(path) && redaction?.isOwn !== true && !isOwnReport,
          )
          .map((artifact) => ({
            at: { artifact: artifact.index, line: 0 },
            data: { lines: artifact.lineCount, found: foundIn(artifact) },
          }))
      : [],
  runbook: { id: 'collect-support-bundle', step: 'machine' },
  documentation: [DOCS.runbook],
  source: inferred('the formats that are known here'),
  fires: [
    {
      files: {
        'journal.txt': 'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Checking Enrollment\n',
        'notes.txt': 'called the customer at nine, proxy team is on it\nwill try again at noon\n',
      },
      says: 'no line begins',
      severity: 'hint',
    },
    {
      files: {
        'journal.txt': 'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Checking Enrollment\n',
        'zdump.txt': '[root@edge-vm-3 ~]# zdump-all --verbose\nfirst line of what it prints\nsecond line\n',
      },
      says: 'the output of zdump-all',
    },
  ],
  silent: [
    { 'notes.txt': 'called the customer at nine, proxy team is on it\n', 'shopping.txt': 'milk\nbread\n' },
    {
      'journal.txt': 'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Checking Enrollment\n',
      'README.md': '# A bundle\n\nWhat is in it.\n',
      'report.txt': '1 root cause: 1 error, 0 warnings in 1 file\n\nConnector edge-vm-3: host edge-vm-3\n',
      'report.json':
        '{\n  "schemaVersion": 1,\n  "tool": {\n    "name": "zpa-triage",\n    "version": "0.1.0"\n  }\n}\n',
      'REDACTED.txt': '# redacted by zpa-triage 0.1.0\nNames in these files are stand-ins.\n',
      'collect.sh': '#!/bin/bash\necho collecting\n',
      'empty.txt': '',
      'df.txt': 'Filesystem      Size  Used Avail Use% Mounted on\n/dev/sda3        14G  7.9G  5.9G  58% /\n',
    },
    {
      'syslog.txt': 'May 25 14:32:53 web-1 nginx[812]: started\n',
      'notes.txt': 'web server of somebody else\n',
    },
  ],
};

export default rule;
