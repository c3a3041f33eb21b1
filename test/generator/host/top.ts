import { text } from '../text';
import type { Machine } from '../cast';
import type { MachineMoment } from './machine-state';
import { share } from './processes';
import type { HostProcess } from './processes';

/** `top -b -n1`: the five summary lines, then the processes. */
export function topOutput(
  machine: Machine,
  moment: MachineMoment,
  processes: readonly HostProcess[],
  nowMs: number,
  bootMs: number,
): string[] {
  const clock = new Date(nowMs).toISOString().slice(11, 19);
  const user = moment.cpuPercent * 0.62;
  const system = moment.cpuPercent * 0.38;
  const idle = 100 - moment.cpuPercent - moment.stealPercent;
  return [
    `top - ${clock} up ${upText(nowMs - bootMs)},  1 user,  load average: 0.61, 0.55, 0.52`,
    'Tasks: 148 total,   1 running, 147 sleeping,   0 stopped,   0 zombie',
    `%Cpu(s):${tenth(user, 5)} us,${tenth(system, 5)} sy,  0.0 ni,${tenth(idle, 5)} id,  0.0 wa,  0.0 hi,  0.0 si,${tenth(moment.stealPercent, 5)} st`,
    `MiB Mem :${mib(machine.memoryKb)} total,${mib(moment.memoryFreeKb)} free,${mib(moment.memoryUsedKb)} used,${mib(moment.cacheKb)} buff/cache`,
    `MiB Swap:${mib(moment.swapTotalKb)} total,${mib(moment.swapTotalKb - moment.swapUsedKb)} free,${mib(moment.swapUsedKb)} used.${mib(moment.memoryAvailableKb)} avail Mem`,
    '',
    '    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND',
    ...processes.map((process) => row(process, machine)),
  ];
}

function row(process: HostProcess, machine: Machine): string {
  const cells = [
    String(process.pid).padStart(7),
    process.user.padEnd(8),
    '  20   0',
    String(process.virtualKb).padStart(7),
    String(process.residentKb).padStart(6),
    String(Math.round(process.residentKb * 0.31)).padStart(6),
    'S',
    process.cpu.toFixed(1).padStart(5),
    share(process, machine).padStart(5),
    hundredths(process.seconds).padStart(9),
    process.shortName ?? process.command,
  ];
  return cells.join(' ');
}

function upText(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const days = Math.floor(minutes / 1440);
  const clock = text`${Math.floor((minutes % 1440) / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  return days === 0 ? clock.padStart(6) : text`${days} days, ${clock.padStart(5)}`;
}

function hundredths(seconds: number): string {
  const rest = (seconds % 60).toFixed(2).padStart(5, '0');
  return `${String(Math.floor(seconds / 60))}:${rest}`;
}

function tenth(value: number, width: number): string {
  return value.toFixed(1).padStart(width);
}

function mib(kb: number): string {
  return (kb / 1024).toFixed(1).padStart(9);
}
