import type { DuRow } from '../../../engine/formats/disk/du';
import type { BundleFacts } from '../../../engine/facts/bundle-facts';
import { MEGABYTE, sizeText } from '../../../engine/basics/byte-sizes';
import type { Hit, Rule } from '../../../engine/match/rule';
import { DISK_USE, DOCS, RUNBOOK } from '../../evidence';

/** Folders that can be emptied without harm to the connector, the outermost of each kind first. */
const REMOVABLE: readonly RegExp[] = [
  /^\/var\/cache\/(?:yum|dnf|apt)$/u,
  /^\/var\/log(?:\/journal|\/audit|\/messages[\w.-]{0,40})?$/u,
  /^\/var\/lib\/systemd\/coredump$/u,
  /^\/var\/crash$/u,
  /^\/(?:var\/)?tmp$/u,
];

/** The largest of each kind of removable folder above the threshold; the folder counts for what is in it. */
function consumers(rows: readonly DuRow[], leastBytes: number): readonly DuRow[] {
  return REMOVABLE.flatMap((kind) => rows.filter(({ path }) => kind.test(path)).slice(0, 1))
    .filter(({ sizeBytes }) => sizeBytes > leastBytes)
    .sort((a, b) => b.sizeBytes - a.sizeBytes);
}

function hits(facts: BundleFacts, leastBytes: number): readonly Hit[] {
  const seen = new Set<string>();
  return facts.sections('du').flatMap(({ artifact, facts: du }): readonly Hit[] => {
    const found = consumers(du.rows, leastBytes);
    const [largest] = found;
    const key = `${String(artifact.index)} ${largest?.path ?? ''}`;
    if (largest === undefined || seen.has(key)) return [];
    seen.add(key);
    const at = (row: DuRow): Hit['at'] => ({ artifact: artifact.index, line: row.line });
    return [
      {
        at: at(largest),
        evidence: found.map(at),
        count: found.length,
        data: { what: found.map(({ path, sizeBytes }) => `${path} (${sizeText(sizeBytes)})`).join(', ') },
      },
    ];
  });
}

const rule: Rule = {
  id: 'health/disk-consumer',
  title: 'What takes the disk space can be removed',
  severity: 'info',
  means: 'Folders whose content may be removed (logs, package cache, crash dumps) take more than 1 GB.',
  matters: 'It is the space that can be won without touching the connector.',
  doNext: 'Shrink the journal, rotate the logs and empty the package cache.',
  message: 'Space that can be won: {what}.',
  needs: [DISK_USE],
  evaluate: (facts, thresholds) => hits(facts, thresholds.diskConsumerMb * MEGABYTE),
  runbook: { id: 'disk-cleanup', step: 'where' },
  documentation: [`${DOCS.runbook}#disk-utilization`, `${DOCS.troubleshooting}#diskspace`],
  source: RUNBOOK,
  thresholds: ['diskConsumerMb'],
  fires: [
    {
      files: {
        'session.txt':
          '[root@fra-ac-02 ~]# du -a / | sort -n -r | head -n 20\n8293268\t/\n4301604\t/usr\n3719708\t/var\n3354600\t/var/cache\n3351856\t/var/cache/yum\n1243964\t/usr/lib64\n',
      },
      says: '/var/cache/yum (3.2 GB)',
    },
    {
      files: { 'du.txt': '5.1G\t/var/log\n4.2G\t/var/log/journal\n820M\t/var/log/audit\n' },
      says: '/var/log (5.1 GB)',
    },
    {
      files: {
        'session.txt':
          '[root@fra-ac-02 ~]# du -sh /var/log/* | sort -h\n12K\t/var/log/tuned\n2.3G\t/var/log/messages-20260114\n',
      },
      says: '/var/log/messages-20260114 (2.3 GB)',
    },
  ],
  silent: [
    { 'du.txt': '8293268\t/\n4301604\t/usr\n719708\t/var\n354600\t/var/log\n151856\t/var/cache/yum\n' },
    { 'du.txt': '9.3G\t/\n6.1G\t/opt\n6.0G\t/opt/zscaler\n5.8G\t/opt/zscaler/var\n' },
    { 'du.txt': '1048576\t/var/log\n1048570\t/var/log/journal\n' },
  ],
};

export default rule;
