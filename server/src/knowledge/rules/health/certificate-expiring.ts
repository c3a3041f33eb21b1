import type { Rule } from '../../../engine/match/rule';
import { DOCS, inferred, statusLine } from '../../evidence';
import type { Hit } from '../../../engine/match/rule';
import { blockPlace, blockTime } from '../../../engine/facts/blocks';

const rule: Rule = {
  id: 'health/certificate-expiring',
  title: 'The certificate of the connector runs out',
  severity: 'warning',
  means: 'The certificate that the connector proves itself with has little time left.',
  matters: 'When it expires the connector is refused.',
  doNext: 'See why it is not renewed: clock, connection, version; enrol again in time.',
  message: 'The certificate of the connector expires in {days} day(s).',
  needs: [statusLine('certificate', 'the certificate line')],
  evaluate: (facts, thresholds) =>
    facts.livesWithBlocks.flatMap((placed): readonly Hit[] => {
      const values = placed.life.blocks.column('certificate.expires') ?? [];
      const index = values.findLastIndex((value) => !Number.isNaN(value));
      const days = (values[index] ?? Number.POSITIVE_INFINITY) / 86_400;
      if (days >= thresholds.certificateWarningDays) return [];
      return [
        {
          at: blockPlace(placed, index, 'certificate', 'certificate.expires'),
          severity: days < thresholds.certificateErrorDays ? 'error' : 'warning',
          scope: placed.scope,
          firstMs: blockTime(placed, index),
          data: { days: Math.floor(days) },
        },
      ];
    }),
  explains: [{ rule: 'health/paused' }],
  runbook: { id: 'clock-and-certificate', step: 'restart' },
  documentation: [DOCS.runbook],
  source: inferred('healthy indicators name more than 30 days; the shorter limit is ours'),
  thresholds: ['certificateWarningDays', 'certificateErrorDays'],
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Certificate will expire in 12 days, 4 hours, 31 minutes, 8 seconds\n',
      says: '12 day',
      severity: 'warning',
    },
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Certificate will expire in 3 days, 4 hours, 31 minutes, 8 seconds\n',
      says: '3 day',
      severity: 'error',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Certificate will expire in 200 days, 4 hours, 31 minutes, 8 seconds\n',
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Certificate will expire in 30 days, 4 hours, 31 minutes, 8 seconds\n',
  ],
};

export default rule;
