import type { Artifact } from '../../../engine/bundle/artifact';
import type { RedactedKind } from '../../../engine/bundle/redaction-finder';
import type { BundleFacts } from '../../../engine/facts/bundle-facts';
import { isProductBundle } from '../../../engine/facts/files/product-bundle';
import type { Hit, Place, Rule } from '../../../engine/match/rule';
import { MAX_EVIDENCE } from '../../../engine/match/run-rules';
import { DOCS, inferred } from '../../evidence';

/** What cannot be told any more, by what was taken out. */
const WEAKER: Readonly<Record<Exclude<RedactedKind, 'secrets'>, string>> = {
  addresses: 'which Service Edge, resolver or gateway a line is about',
  names: 'which host or connector a line is about',
  ids: 'whether the files are of one connector',
  values: 'what stood in their place',
};

interface Redacted {
  readonly artifact: Artifact;
  readonly isOwn: boolean;
  readonly kinds: ReadonlySet<RedactedKind>;
  readonly places: readonly Place[];
  readonly count: number;
}

/** Recognised files with values taken out. A key without its token is as it should be. */
function redactedFiles(facts: BundleFacts): readonly Redacted[] {
  return facts.artifacts.flatMap((artifact): Redacted[] => {
    const { redaction, format, index } = artifact;
    // The note that our own redaction lays beside the files is of no format.
    if (redaction === null || (format === null && !redaction.isOwn) || format === 'provision-key') return [];
    const marks = redaction.marks.filter(({ kind }) => kind !== 'secrets');
    if (marks.length === 0 && !redaction.isOwn) return [];
    const places = marks.map(({ line, start, end }): Place => ({ artifact: index, line, start, end }));
    return [
      {
        artifact,
        isOwn: redaction.isOwn,
        kinds: new Set(marks.map(({ kind }) => kind)),
        places: places.length > 0 ? places : [{ artifact: index, line: 0 }],
        count: redaction.count,
      },
    ];
  });
}

function hits(facts: BundleFacts): readonly Hit[] {
  const files = isProductBundle(facts) ? redactedFiles(facts) : [];
  const places = files.flatMap((one) => one.places);
  const [at] = places;
  if (at === undefined) return [];
  const kinds = Object.entries(WEAKER).filter(([kind]) => files.some((one) => one.kinds.has(kind as RedactedKind)));
  const hit: Hit = {
    at,
    evidence: places.slice(0, MAX_EVIDENCE),
    count: files.reduce((sum, one) => sum + one.count, 0),
    data: {
      files: files.length,
      what: kinds.map(([kind]) => kind).join(', '),
      weaker: kinds.map(([, weaker]) => weaker).join('; '),
    },
  };
  if (files.some(({ isOwn }) => !isOwn)) return [hit];
  return [
    {
      ...hit,
      message:
        'This bundle was redacted by zpa-triage: its names and addresses are stand-ins, the same in all files. Only the map file tells which of the portal they are.',
    },
  ];
}

const rule: Rule = {
  id: 'bundle/redacted',
  title: 'The bundle has been redacted',
  severity: 'info',
  means: 'Marks such as <redacted>, XXXX or xxx.xxx.xxx.xxx stand where values were.',
  matters:
    'Findings that compare these values (between files, with the portal or with the network) are weaker, or missing.',
  doNext: 'Ask for the values that a finding needs, or for a copy with consistent stand-ins.',
  message: 'Redacted: {what} ({count} place(s) in {files} file(s)). It cannot be told {weaker}.',
  // Reads every file there is.
  needs: [],
  evaluate: hits,
  runbook: { id: 'collect-support-bundle', step: 'key' },
  documentation: [DOCS.runbook],
  source: inferred('words that people and tools put in the place of values'),
  fires: [
    {
      files:
        'Jan 20 10:00:00 fra-ac-02 zpa-connector-child[3276]: Adding name resolution for co2br.prod.zpath.net of xxx.xxx.xxx.xxx\nJan 20 10:00:01 fra-ac-02 zpa-connector-child[3276]: Adding name resolution for co2br.prod.zpath.net of 203.0.x.x\n',
      says: 'which Service Edge',
      severity: 'info',
    },
    {
      files:
        'Jan 20 10:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=<redacted>:Name=<redacted>:Ver=25.47.1 --------\n',
      says: 'names, ids',
    },
    {
      files:
        '# redacted by zpa-triage\nJan 20 10:00:00 host-1 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=connector-1:Ver=25.47.1 --------\n',
      says: 'redacted by zpa-triage',
    },
    {
      files: {
        'journal.txt': 'Jan 20 10:00:00 host-1 zpa-connector-child[3276]: Checking Enrollment\n',
        'REDACTED.txt': '# redacted by zpa-triage 0.1.0\nNames in these files are stand-ins.\n',
      },
      says: 'redacted by zpa-triage',
    },
    {
      files: {
        'journal.txt': 'Jan 20 10:00:00 fra-ac-02 zpa-connector-child[3276]: Checking Enrollment\n',
        'resolv.txt':
          '[root@fra-ac-02 ~]# cat /etc/resolv.conf\nsearch XXXX XXXX\nnameserver 10.20.0.53\n[root@fra-ac-02 ~]# date\nWed Jan 21 09:00:00 UTC 2026\n',
      },
      says: 'Redacted:',
    },
  ],
  silent: [
    'Jan 20 10:00:00 fra-ac-02 zpa-connector-child[3276]: Checking Enrollment\nJan 20 10:00:01 fra-ac-02 mktemp[88]: created /tmp/tmp.XXXXXX and /tmp/run-XXXXXXXX\nJan 20 10:00:02 fra-ac-02 NetworkManager[700]: psk: <hidden>\n',
    { provision_key: '3|api.private.zscaler.com|[redacted]\n' },
    { 'notes.txt': 'the customer sent <redacted> logs, addresses are xxx.xxx.xxx.xxx and 10.x.x.x\n' },
    'Jan 20 10:00:00 web-1 nginx[812]: Name=<redacted> from xxx.xxx.xxx.xxx\nJan 20 10:00:00 web-1 nginx[812]: from xxx.xxx.xxx.xxx\n',
    'Jan 20 10:00:00 fra-ac-02 zpa-connector-child[3276]: Login request failed - http status(401) nonce(<redacted>)\nJan 20 10:00:00 fra-ac-02 zpa-connector-child[3276]: Checking Enrollment, listening on 10.4.0.x\n',
  ],
};

export default rule;
