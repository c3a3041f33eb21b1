import type { Rule } from '../../../engine/match/rule';
import { burstHits } from '../../../engine/match/run-rules';
import { exportedMismatches } from '../../../engine/facts/api/upgrades';
import { softwareMismatches } from '../../../engine/facts/software/software-versions';
import { DOCS, JOURNAL, inferred } from '../../evidence';
import { exampleConnector, page } from '../../example-exports';
import { outdatedManager } from '../../messages/process';

const BLOCK =
  'Jan 20 10:00:00 fra-ac-02 zpa-connector-child[3276]: -------- Connector Status:ID=216196257331371034:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=31%|9%:CPU(Util|Steal|Configured|Avail)=12%|0%|2|2:Uptime=3M:6S --------\n';
const PROMPT = '[root@fra-ac-02 ~]# ';

const rule: Rule = {
  id: 'upgrade/version-mismatch',
  title: 'The software has not the version it should have',
  severity: 'warning',
  means:
    'The manager (sarge) runs an older version than the cloud expects, or the connector runs another version than the one that was downloaded for it.',
  matters:
    'Updates of the connector may fail; or one was downloaded and never started, or was taken back after failed starts.',
  doNext:
    'Outdated manager: update its package. Another version on disk: look for failed starts and reverts in the journal, then restart the connector.',
  message: 'The manager runs {current}, the cloud expects {expected}.',
  needs: [{ ...JOURNAL, anyOf: [...JOURNAL.anyOf, 'api-connectors', 'api-connector-groups'] }],
  on: { messages: [outdatedManager], by: ['expected'] },
  evaluate: (facts) => [
    ...burstHits(facts, [outdatedManager.id], ['expected']),
    ...softwareMismatches(facts),
    ...exportedMismatches(facts).map((hit) => ({
      ...hit,
      message: '{who}: {part} is {current}, the cloud expects {expected}{planned}.',
    })),
  ],
  runbook: { id: 'upgrade-failure', step: 'versions' },
  documentation: [DOCS.managing],
  source: inferred('a forum post with literal output'),
  fires: [
    {
      files:
        'Jan 27 10:00:00 fra-ac-02 zpa-connector-child[3276]: {"currentSargeVersion":"25.45.1","expectedSargeVersion":"25.48.2","message":"App Connector running outdated sarge version"}\n',
      says: '25.48.2',
    },
    {
      files: {
        'journal.txt': BLOCK,
        'versions.txt': `${PROMPT}sudo cat /opt/zscaler/var/version /opt/zscaler/var/updater.version\n25.48.2\n25.48.0\n`,
      },
      says: 'The connector runs 25.47.1, but version holds 25.48.2',
    },
    { files: { 'journal.txt': BLOCK, 'var/version': '25.48.2' }, says: '25.48.2', severity: 'warning' },
    {
      files: {
        'journal.txt': BLOCK,
        'versions.txt': `${PROMPT}/opt/zscaler/var/image.bin -version\nimage.bin version 25.45.1\n`,
      },
      says: 'image.bin holds 25.45.1',
    },
    {
      files: {
        'connectors.json': page(exampleConnector(1), exampleConnector(2, { expectedVersion: '25.48.2' })),
      },
      says: 'App Connector fra-ac-02: the software is 25.47.1, the cloud expects 25.48.2',
      severity: 'warning',
    },
    {
      files: {
        'connectors.json': page(
          exampleConnector(1),
          exampleConnector(2, { expectedVersion: '25.48.2', upgradeStatus: 'IN_PROGRESS' }),
        ),
      },
      severity: 'info',
    },
  ],
  silent: [
    { 'connectors.json': page(exampleConnector(1), exampleConnector(2, { expectedVersion: '' })) },
    { 'journal.txt': BLOCK, 'versions.txt': `${PROMPT}cat /opt/zscaler/var/version\n25.47.1\n` },
    {
      'journal.txt': BLOCK,
      'versions.txt': `${PROMPT}cat /opt/zscaler/var/updater.version\n25.40.2\n${PROMPT}/opt/zscaler/var/image.bin -version\nimage.bin version 25.47.1-PR-11524-207-g6641d39042\n`,
    },
    { 'journal.txt': BLOCK, version: '3.11.2\n' },
    'Jan 27 10:00:00 fra-ac-02 zpa-connector-child[3276]: {"message":"ok"}\n',
  ],
};

export default rule;
