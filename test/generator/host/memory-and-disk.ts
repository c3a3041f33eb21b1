import { table, text } from '../text';
import type { Machine } from '../cast';
import type { MachineMoment } from './machine-state';

/** `free -m`. */
export function freeOutput(machine: Machine, moment: MachineMoment): string[] {
  const mb = (kb: number): string => String(Math.floor(kb / 1024));
  const row = (label: string, ...figures: string[]): string =>
    label.padEnd(8) + figures.map((figure) => figure.padStart(12)).join('');
  return [
    row('', 'total', 'used', 'free', 'shared', 'buff/cache', 'available'),
    row(
      'Mem:',
      mb(machine.memoryKb),
      mb(moment.memoryUsedKb),
      mb(moment.memoryFreeKb),
      '9',
      mb(moment.cacheKb),
      mb(moment.memoryAvailableKb),
    ),
    row('Swap:', mb(moment.swapTotalKb), mb(moment.swapUsedKb), mb(moment.swapTotalKb - moment.swapUsedKb)),
  ];
}

/** `cat /proc/meminfo`, the lines that matter here and their neighbours. */
export function meminfoOutput(machine: Machine, moment: MachineMoment): string[] {
  const active = Math.round(moment.memoryUsedKb * 0.7);
  const lines: readonly (readonly [name: string, kb: number])[] = [
    ['MemTotal', machine.memoryKb],
    ['MemFree', moment.memoryFreeKb],
    ['MemAvailable', moment.memoryAvailableKb],
    ['Buffers', 2_104],
    ['Cached', moment.cacheKb - 2_104],
    ['SwapCached', 0],
    ['Active', active],
    ['Inactive', moment.memoryUsedKb - active + Math.round(moment.cacheKb * 0.6)],
    ['Unevictable', 0],
    ['Mlocked', 0],
    ['SwapTotal', moment.swapTotalKb],
    ['SwapFree', moment.swapTotalKb - moment.swapUsedKb],
    ['Dirty', 148],
    ['Writeback', 0],
    ['AnonPages', Math.round(moment.memoryUsedKb * 0.82)],
    ['Mapped', 168_220],
    ['Shmem', 9_416],
    ['Slab', 141_904],
    ['SReclaimable', 82_340],
    ['SUnreclaim', 59_564],
    ['KernelStack', 5_472],
    ['PageTables', 11_284],
    ['CommitLimit', Math.round(machine.memoryKb / 2) + moment.swapTotalKb],
    ['Committed_AS', Math.round(moment.memoryUsedKb * 1.9)],
    ['VmallocTotal', 34_359_738_367],
    ['VmallocUsed', 30_104],
    ['Percpu', 4_608],
    ['HardwareCorrupted', 0],
  ];
  return [
    ...lines.map(([name, kb]) => `${`${name}:`.padEnd(16)}${String(kb).padStart(8)} kB`),
    'HugePages_Total:       0',
    'HugePages_Free:        0',
    'Hugepagesize:       2048 kB',
  ];
}

/** `vmstat`: one line of averages since boot. */
export function vmstatOutput(moment: MachineMoment): string[] {
  const user = Math.round(moment.cpuPercent * 0.62);
  const system = moment.cpuPercent - user;
  const idle = 100 - moment.cpuPercent - moment.stealPercent;
  return [
    'procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----',
    ' r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st',
    text` 1  0 ${pad(moment.swapUsedKb, 6)} ${pad(moment.memoryFreeKb, 6)} ${pad(2_104, 6)} ${pad(moment.cacheKb - 2_104, 6)}    0    0    12    38  961 1874 ${pad(user, 2)} ${pad(system, 2)} ${pad(idle, 2)}  0 ${pad(moment.stealPercent, 2)}`,
  ];
}

/** `df -h` of an installation on one volume group. */
export function dfOutput(machine: Machine, moment: MachineMoment): string[] {
  const rootGb = machine.diskGb - 1;
  const available = rootGb - moment.diskUsedGb;
  const half = `${(machine.memoryKb / 2 / 1_048_576).toFixed(1)}G`;
  const rows = [
    ['Filesystem', 'Size', 'Used', 'Avail', 'Use%', 'Mounted on'],
    ['devtmpfs', '4.0M', '0', '4.0M', '0%', '/dev'],
    ['tmpfs', half, '0', half, '0%', '/dev/shm'],
    ['tmpfs', '1.5G', '9.2M', '1.5G', '1%', '/run'],
    [
      '/dev/mapper/rhel-root',
      `${String(rootGb)}G`,
      `${moment.diskUsedGb.toFixed(0)}G`,
      `${available.toFixed(0)}G`,
      `${String(Math.ceil((moment.diskUsedGb / rootGb) * 100))}%`,
      '/',
    ],
    ['/dev/sda1', '960M', '271M', '690M', '29%', '/boot'],
    ['tmpfs', '766M', '0', '766M', '0%', '/run/user/1000'],
  ];
  return table(rows, '<>>>><', [0, 5, 5, 5]);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width);
}
