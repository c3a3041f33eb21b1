import { largest } from '../../../engine/basics/extremes';
import type { Rule } from '../../../engine/match/rule';
import { DOCS, inferred, statusLine } from '../../evidence';
import { metricsEvents } from '../../example-exports';
import { columnRuns } from '../../../engine/facts/column-runs';
import { figureRuns, isOver } from '../../../engine/facts/lss/figures';

const BLOCKS = statusLine('descriptors', 'file descriptors');

const rule: Rule = {
  id: 'health/descriptors-exhausted',
  title: 'File descriptors run out',
  severity: 'warning',
  means: 'The process or the system uses nearly all file descriptors it may have.',
  matters: 'New connections fail.',
  doNext: 'Raise the limit of the service; see which connections stay open.',
  message: '{scope} uses {percent}% of its file descriptors.',
  needs: [{ ...BLOCKS, anyOf: [...BLOCKS.anyOf, 'lss-events:connector-metrics'] }],
  evaluate: (facts, thresholds) => [
    ...(['Process', 'System'] as const).flatMap((scope) =>
      figureRuns(facts, `${scope}UsedFileDescriptors`, (figures) =>
        isOver(
          figures[`${scope}UsedFileDescriptors`],
          figures[`${scope}MaximumFileDescriptors`],
          thresholds.descriptorsPercent,
        ),
      ).map(({ hit, who, figures }) => ({
        ...hit,
        data: {
          scope: `The ${scope.toLowerCase()} of “${who}”`,
          percent: Math.max(
            ...figures.map((one) =>
              Math.floor(
                ((one[`${scope}UsedFileDescriptors`] ?? 0) * 100) / (one[`${scope}MaximumFileDescriptors`] ?? 1),
              ),
            ),
          ),
        },
      })),
    ),
    ...['Process', 'System'].flatMap((scope) =>
      columnRuns(
        facts,
        `descriptors.${scope}.in-use`,
        'descriptors',
        (value, placed, index) =>
          value * 100 >
          thresholds.descriptorsPercent *
            (placed.life.blocks.column(`descriptors.${scope}.max`)?.[index] ?? Number.POSITIVE_INFINITY),
      ).map(({ hit, placed, first, values }) => ({
        ...hit,
        data: {
          scope: `The ${scope.toLowerCase()}`,
          percent: Math.floor(
            (largest(values) * 100) / (placed.life.blocks.column(`descriptors.${scope}.max`)?.[first] ?? 1),
          ),
        },
      })),
    ),
  ],
  runbook: { id: 'sizing', step: 'look' },
  documentation: [DOCS.monitoring],
  source: inferred('the counters name their maximum'),
  thresholds: ['descriptorsPercent'],
  fires: [
    {
      files: { 'metrics.jsonl': metricsEvents([{ ProcessUsedFileDescriptors: '489000' }]) },
      says: 'The process of “fra-ac-02” uses 95%',
    },
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: File descriptors(max|in-use): System 9223372036854775807|2752, Process 102400|99000\n',
      says: '96%',
    },
  ],
  silent: [
    'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: File descriptors(max|in-use): System 9223372036854775807|2752, Process 102400|611\n',
  ],
};

export default rule;
