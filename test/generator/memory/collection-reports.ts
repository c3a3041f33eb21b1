import { dateLine } from '../journal/stamp';
import { fileOf } from '../text';
import { lscpuOutput } from '../host/processor';
import { vmstatOutput } from '../host/memory-and-disk';
import { byMemory, byProcessor, psOutput, usualProcesses } from '../host/processes';
import type { Pids } from '../host/processes';
import type { MachineState } from '../host/machine-state';
import { activityAt } from '../connector/traffic';
import { argoDump, statusDump } from './dumps';
import type { MemoryLedger } from './ledger';

/** What a collection script runs beside. */
export interface ReportScene {
  readonly machine: MachineState;
  readonly pids: Pids;
  readonly processStartMs: number;
  readonly firstSampleMs: number;
  readonly samples: number;
  readonly allocators: MemoryLedger;
  readonly objects: MemoryLedger;
  /** Resident memory of the child at a sample, kB, where it does not keep near its usual size. */
  readonly childKbAt?: (sample: number) => number;
}

/** memory_report.txt of the vendor's script: the machine once, then a sample a minute, each command echoed. */
export function memoryReport(scene: ReportScene): string {
  return report(scene, (sampleMs, sample) => [
    'ps aux --sort=-pmem | head -5',
    ...psOutput(byMemory(processesAt(scene, sampleMs, sample)), scene.machine.machine, sampleMs),
  ]);
}

/** cpu_report.txt: as the memory report, sorted by processor time and with vmstat. */
export function cpuReport(scene: ReportScene): string {
  return report(scene, (sampleMs, sample) => [
    'ps aux --sort=-pcpu | head -5',
    ...psOutput(byProcessor(processesAt(scene, sampleMs, sample)), scene.machine.machine, sampleMs),
    'vmstat',
    ...vmstatOutput(scene.machine.moment(activityAt(sampleMs))),
  ]);
}

function report(scene: ReportScene, commands: (sampleMs: number, sample: number) => readonly string[]): string {
  const { machine } = scene.machine;
  const build = '#1 SMP PREEMPT_DYNAMIC Wed Oct 23 14:20:11 EDT 2024 x86_64 x86_64 x86_64 GNU/Linux';
  const parts = [fileOf([`Linux ${machine.host} ${machine.kernel} ${build}`, machine.host, ...lscpuOutput(machine)])];
  for (let sample = 0; sample < scene.samples; sample += 1) {
    // The loop sleeps for a minute and the dumps take a moment.
    const sampleMs = scene.firstSampleMs + sample * 60_100;
    parts.push(
      fileOf([
        dateLine(sampleMs),
        ...commands(sampleMs, sample),
        'curl -s 127.0.0.1:9000/memory/status',
        ...statusDump(scene.allocators.rows()),
        'curl -s 127.0.0.1:9000/memory/argo',
        ...argoDump(scene.objects.rows()),
      ]),
    );
    scene.allocators.minute();
    scene.objects.minute();
  }
  return parts.join('');
}

function processesAt(scene: ReportScene, sampleMs: number, sample: number): ReturnType<typeof usualProcesses> {
  const childKb = scene.childKbAt?.(sample) ?? scene.machine.moment(activityAt(sampleMs)).processKb;
  return usualProcesses(scene.pids, childKb, scene.processStartMs, sampleMs);
}
