/** Runs programs and keeps the wall clock and the peak of their memory. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Measure {
  readonly seconds: number;
  /** Peak resident memory, MB; null where the system does not tell. */
  readonly peakMb: number | null;
}

/** Whether a program is there to be run. */
export function isInstalled(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

/** Runs a program to its end, its output thrown away. */
export function once(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Measure> {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    // Through a pipe: GNU grep stops at the first match where nobody reads.
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...env } });
    child.stdout.resume();
    let peakMb: number | null = null;
    const poll = setInterval(() => {
      peakMb = peakOf(child.pid ?? 0) ?? peakMb;
    }, 20);
    child.on('error', reject);
    child.on('exit', () => {
      clearInterval(poll);
      resolve({ seconds: Number(process.hrtime.bigint() - start) / 1e9, peakMb });
    });
  });
}

/** Median time and largest peak of so many runs. */
export async function median(runs: number, run: () => Promise<Measure>): Promise<Measure> {
  const all: Measure[] = [];
  for (let index = 0; index < runs; index += 1) all.push(await run());
  const seconds = middle(all.map((one) => one.seconds));
  const peaks = all.map((one) => one.peakMb).filter((one) => one !== null);
  return { seconds, peakMb: peaks.length === 0 ? null : Math.max(...peaks) };
}

export function middle(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** High-water mark of a process, MB; null where /proc is not there. */
export function peakOf(pid: number): number | null {
  try {
    const kb = /^VmHWM:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
    return kb === undefined ? null : Number(kb) / 1024;
  } catch {
    return null;
  }
}
