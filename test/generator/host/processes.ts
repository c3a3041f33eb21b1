import { table } from '../text';
import { monthName } from '../journal/stamp';
import type { Machine } from '../cast';

/** A process as ps and top show it. Memory in kB. */
export interface HostProcess {
  readonly user: string;
  readonly pid: number;
  readonly cpu: number;
  readonly virtualKb: number;
  readonly residentKb: number;
  readonly state: string;
  readonly startedMs: number;
  /** Processor seconds used so far. */
  readonly seconds: number;
  readonly command: string;
  /** Name as top shows it, where it is another. */
  readonly shortName?: string;
}

/** The processes of a healthy connector's machine. `child` is the resident memory of zpa-connector-child in kB. */
export function usualProcesses(pids: Pids, childKb: number, startedMs: number, nowMs: number): HostProcess[] {
  const age = (nowMs - startedMs) / 1000;
  const one = (
    pid: number,
    user: string,
    cpu: number,
    kb: number,
    command: string,
    shortName?: string,
  ): HostProcess => ({
    user,
    pid,
    cpu,
    virtualKb: kb * 4 + 210_000,
    residentKb: kb,
    state: user === 'root' ? 'Ssl' : 'Sl',
    startedMs,
    seconds: (age * cpu) / 100,
    command,
    ...(shortName === undefined ? {} : { shortName }),
  });
  return [
    one(pids.child, 'zscaler', 17.8, childKb, 'zpa-connector-child', 'image.bin'),
    one(702, 'root', 0.2, 41_120, '/usr/sbin/rsyslogd -n', 'rsyslogd'),
    one(pids.parent, 'root', 0.4, 28_432, '/opt/zscaler/bin/zpa-connector', 'zpa-connector'),
    one(812, 'root', 0.1, 19_640, '/usr/sbin/NetworkManager --no-daemon', 'NetworkManager'),
    one(1, 'root', 0, 16_904, '/usr/lib/systemd/systemd --switched-root --system --deserialize 31', 'systemd'),
    one(698, 'chrony', 0, 3_480, '/usr/sbin/chronyd -F 2', 'chronyd'),
  ];
}

export interface Pids {
  readonly parent: number;
  readonly child: number;
}

/** `ps aux`, in the order given; the first `lines - 1` processes, as `head` leaves them. */
export function psOutput(processes: readonly HostProcess[], machine: Machine, nowMs: number, lines = 5): string[] {
  const rows = processes
    .slice(0, lines - 1)
    .map((process) => [
      process.user,
      String(process.pid),
      process.cpu.toFixed(1),
      share(process, machine),
      String(process.virtualKb),
      String(process.residentKb),
      '?',
      process.state,
      startText(process.startedMs, nowMs),
      minutesText(process.seconds),
      process.command,
    ]);
  const head = ['USER', 'PID', '%CPU', '%MEM', 'VSZ', 'RSS', 'TTY', 'STAT', 'START', 'TIME', 'COMMAND'];
  return table([head, ...rows], '<>>>>><<<><', [8, 7, 4, 4, 6, 5, 8, 4, 5, 6]);
}

export function byMemory(processes: readonly HostProcess[]): HostProcess[] {
  return [...processes].sort((a, b) => b.residentKb - a.residentKb);
}

export function byProcessor(processes: readonly HostProcess[]): HostProcess[] {
  return [...processes].sort((a, b) => b.cpu - a.cpu);
}

export function share(process: HostProcess, machine: Machine): string {
  return ((process.residentKb / machine.memoryKb) * 100).toFixed(1);
}

/** `08:50` of today, `Jan17` of this year, else the year. */
function startText(startedMs: number, nowMs: number): string {
  const started = new Date(startedMs);
  if (nowMs - startedMs < 86_400_000) return started.toISOString().slice(11, 16);
  if (started.getUTCFullYear() !== new Date(nowMs).getUTCFullYear()) return String(started.getUTCFullYear());
  return `${monthName(startedMs)}${String(started.getUTCDate()).padStart(2, '0')}`;
}

function minutesText(seconds: number): string {
  return `${String(Math.floor(seconds / 60))}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;
}
