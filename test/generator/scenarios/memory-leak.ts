import { ROTTERDAM } from '../cast';
import { activityAt } from '../connector/traffic';
import { MachineState } from '../host/machine-state';
import { ALLOCATOR_HABITS } from '../memory/allocators';
import { memoryReport } from '../memory/collection-reports';
import { MemoryLedger } from '../memory/ledger';
import { OBJECT_HABITS } from '../memory/objects';
import { Random } from '../random';
import type { Scenario } from './scenario';
import { MORNING } from './stage';

const AGE_MINUTES = 4_320;
const SAMPLES = 45;
/** The configuration store keeps 420 kB more every minute: 25 MB an hour. */
const LEAK = { name: 'wally', bytesEachMinute: 420_000 };

export const memoryLeak: Scenario = {
  name: 'memory-leak',
  note: 'A report of 45 minutes in which one allocator gives nothing back: 25 MB an hour.',
  expected: {
    rootCause: 'health/memory-leak',
    findings: ['health/memory-leak'],
    tolerated: ['health/allocator-dominant'],
  },
  bundle: (seed) => {
    const random = new Random(seed);
    const machine = new MachineState(random.fork('machine'), ROTTERDAM.machine);
    const startKb = machine.moment(activityAt(MORNING)).processKb;
    const report = memoryReport({
      machine,
      pids: { parent: 1021, child: 2914 },
      processStartMs: MORNING - AGE_MINUTES * 60_000,
      firstSampleMs: MORNING,
      samples: SAMPLES,
      allocators: new MemoryLedger(random.fork('allocators'), ALLOCATOR_HABITS, AGE_MINUTES, LEAK),
      objects: new MemoryLedger(random.fork('objects'), OBJECT_HABITS, AGE_MINUTES),
      childKbAt: (sample) => startKb + Math.round((sample * LEAK.bytesEachMinute) / 1024),
    });
    return new Map([['memory_report.txt', report]]);
  },
};
