import type { Rule } from '../../../engine/match/rule';
import { noSpaceHits } from '../../../engine/facts/software/upgrade-space';
import { DISK_SPACE, DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import { exampleConnector, page } from '../../example-exports';
import { upgradeFailed } from '../../messages/process';

const FAILED = 'Jan 20 10:00:00 fra-ac-02 zpa-connector[1054]: upgrade (SARGE) failed: package verification error\n';
const HEAD = 'Filesystem      Size  Used Avail Use% Mounted on\n';

const rule: Rule = {
  id: 'upgrade/no-disk-space',
  title: 'No space for the software update',
  severity: 'error',
  means: 'An update failed, and the file system that the new software is downloaded to has no room for it.',
  matters: 'A half-downloaded image fails its verification; every further attempt fails until there is space.',
  doNext: 'Free disk space outside of /opt/zscaler, then restart the connector and look at the update status.',
  message: 'The software update failed ({reason}) while {where} had only {free} left.',
  needs: [{ ...JOURNAL, anyOf: [...JOURNAL.anyOf, 'api-connectors', 'api-connector-groups'] }, DISK_SPACE],
  on: { messages: [upgradeFailed] },
  evaluate: (facts, thresholds) => noSpaceHits(facts, upgradeFailed.id, thresholds),
  explains: [{ rule: 'upgrade/failed' }, { rule: 'upgrade/version-mismatch' }],
  runbook: { id: 'upgrade-failure', step: 'space' },
  documentation: [`${DOCS.troubleshooting}#upgradefailure`, `${DOCS.runbook}#disk-utilization`],
  source: TROUBLESHOOTING,
  thresholds: ['diskFullPercent', 'diskFullMb', 'updateSpaceMb'],
  fires: [
    {
      files: { 'journal.txt': FAILED, 'df.txt': `${HEAD}/dev/sda1       8.0G  8.0G     0 100% /opt\n` },
      says: '/opt had only 0 KB left',
      also: ['upgrade/failed', 'health/disk-full'],
    },
    {
      files: { 'journal.txt': FAILED, 'df.txt': `${HEAD}/dev/sda3       2.4G  2.2G  140M  94% /\n` },
      says: '140 MB',
      also: ['upgrade/failed', 'health/disk-high', 'health/undersized'],
    },
    {
      files:
        'Jan 20 10:00:00 fra-ac-02 zpa-connector[1054]: upgrade (SARGE) failed: write error: No space left on device\n',
      says: 'No space left on device',
      also: ['upgrade/failed'],
    },
    {
      files: {
        'connectors.json': page(exampleConnector(1, { upgradeStatus: 'FAILED' }), exampleConnector(2)),
        'df.txt': `${HEAD}/dev/sda3        14G   14G   20M 100% /\n`,
      },
      says: '(FAILED) while / had only 20 MB left',
      also: ['upgrade/failed', 'health/disk-full'],
    },
  ],
  silent: [
    { 'journal.txt': FAILED, 'df.txt': `${HEAD}/dev/sda3        63G   16G   47G  27% /\n` },
    {
      'journal.txt': FAILED,
      'df.txt': `${HEAD}/dev/sda3        63G   16G   47G  27% /\n/dev/sda1       960M  940M   20M  98% /boot\n/dev/sdb1        20G   20G     0 100% /var\n/dev/loop0       64M   64M     0 100% /opt/image\n`,
    },
    FAILED,
    {
      'connectors.json': page(
        exampleConnector(1, { upgradeStatus: 'FAILED' }),
        exampleConnector(2, { upgradeStatus: 'FAILED' }),
      ),
      'df.txt': `${HEAD}/dev/sda3        14G   14G   20M 100% /\n`,
    },
    { 'df.txt': `${HEAD}/dev/sda1       8.0G  8.0G     0 100% /opt\n` },
  ],
};

export default rule;
