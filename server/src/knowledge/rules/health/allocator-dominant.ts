import type { Rule } from '../../../engine/match/rule';
import { DOCS, MEMORY_STATUS, inferred } from '../../evidence';
import { dominantAllocators } from '../../../engine/facts/software/memory-trend';

const rule: Rule = {
  id: 'health/allocator-dominant',
  title: 'One allocator holds most of the memory',
  severity: 'info',
  means: 'More than half of what the connector has handed out belongs to one allocator.',
  matters: 'By itself no fault: compare with a dump of another day.',
  doNext: 'Compare with an earlier dump; when it grows, collect a report.',
  message: '{name} holds {percent}% of the memory in use ({bytes}).',
  needs: [MEMORY_STATUS],
  evaluate: (facts) => dominantAllocators(facts),
  runbook: { id: 'high-memory', step: 'inside' },
  documentation: [DOCS.runbook],
  source: inferred('Out bytes against the Total row'),
  fires: [
    {
      files: {
        'memory-status.txt':
          'zpn: Alloc: 900050 90005000, Free: 50 5000, Drain: 0 0, Out: 900000 90000000 85.831mb Overhead: 0.012mb (32)\nfohh: Alloc: 64598 6459867, Free: 50 5000, Drain: 0 0, Out: 64548 6454867 6.156mb Overhead: 0.012mb (32)\nargo: Alloc: 52546 5254684, Free: 50 5000, Drain: 0 0, Out: 52496 5249684 5.006mb Overhead: 0.012mb (32)\nTotal: Alloc: 9 9, Free: 1 1, Drain: 0 0, Out: 8 101705575 1.000mb Overhead: 0.012mb\n',
      },
      says: 'zpn',
    },
  ],
  silent: [
    {
      'memory-status.txt':
        'zpn: Alloc: 50050 5005000, Free: 50 5000, Drain: 0 0, Out: 50000 5000000 4.768mb Overhead: 0.012mb (32)\nfohh: Alloc: 64598 6459867, Free: 50 5000, Drain: 0 0, Out: 64548 6454867 6.156mb Overhead: 0.012mb (32)\nargo: Alloc: 52546 5254684, Free: 50 5000, Drain: 0 0, Out: 52496 5249684 5.006mb Overhead: 0.012mb (32)\nTotal: Alloc: 9 9, Free: 1 1, Drain: 0 0, Out: 8 16705575 1.000mb Overhead: 0.012mb\n',
    },
  ],
};

export default rule;
