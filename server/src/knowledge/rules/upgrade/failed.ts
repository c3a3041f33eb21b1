import type { Rule } from '../../../engine/match/rule';
import { failedUpgrades } from '../../../engine/facts/api/upgrades';
import { burstHits } from '../../../engine/match/run-rules';
import { DOCS, ILLUSTRATION, JOURNAL } from '../../evidence';
import { exampleConnector, exampleGroup, page } from '../../example-exports';
import { upgradeFailed } from '../../messages/process';

const rule: Rule = {
  id: 'upgrade/failed',
  title: 'The software update failed',
  severity: 'error',
  confidence: 'low',
  means: 'The update of the connector software did not complete.',
  matters: 'The connector stays on its old version or does not start.',
  doNext: 'Read the reason; check disk and repositories.',
  message: 'The software update failed: {reason}.',
  needs: [{ ...JOURNAL, anyOf: [...JOURNAL.anyOf, 'api-connectors', 'api-connector-groups'] }],
  on: { messages: [upgradeFailed], by: ['reason'] },
  evaluate: (facts) => [
    ...burstHits(facts, [upgradeFailed.id], ['reason']),
    ...failedUpgrades(facts).map((hit) => ({
      ...hit,
      message: 'The cloud shows the update of the {part} as {reason}: {who}.',
    })),
  ],
  runbook: { id: 'upgrade-failure', step: 'log' },
  documentation: [`${DOCS.troubleshooting}#upgradefailure`],
  source: ILLUSTRATION,
  fires: [
    {
      files: 'Jan 27 10:00:00 fra-ac-02 zpa-connector[1054]: upgrade (SARGE) failed: package verification error\n',
      says: 'package verification',
    },
    {
      files: {
        'connectors.json': page(
          exampleConnector(1),
          exampleConnector(2, { upgradeStatus: 'FAILED', upgradeAttempt: '3' }),
        ),
      },
      says: 'the update of the software as FAILED: App Connector fra-ac-02',
    },
    {
      files: {
        'groups.json': page(
          exampleGroup('Frankfurt', {
            connectors: [1, 2].map((number) => ({
              id: String(number),
              name: `fra-ac-${String(number)}`,
              enabled: true,
              assistantVersion: { upgradeStatus: number === 1 ? 'FAILED' : 'COMPLETE', sargeVersion: '25.46.3' },
            })),
          }),
        ),
      },
      says: 'fra-ac-1',
    },
  ],
  silent: [
    {
      'connectors.json': page(
        exampleConnector(1, { upgradeStatus: 'IN_PROGRESS' }),
        exampleConnector(2, { upgradeStatus: 'UNKNOWN' }),
      ),
    },
    { 'connectors.json': page(exampleConnector(1), exampleConnector(2, { sargeUpgradeStatus: 'COMPLETE' })) },
    'Jan 27 10:00:00 web-1 dnf[7]: upgrade failed: package verification error\n',
  ],
};

export default rule;
