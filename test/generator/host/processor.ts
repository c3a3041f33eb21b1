import type { Machine } from '../cast';

/** `lscpu` of a virtual machine. */
export function lscpuOutput(machine: Machine): string[] {
  const list = machine.cpus === 1 ? '0' : `0-${String(machine.cpus - 1)}`;
  const lines: readonly (readonly [name: string, value: string])[] = [
    ['Architecture', 'x86_64'],
    ['  CPU op-mode(s)', '32-bit, 64-bit'],
    ['  Address sizes', '45 bits physical, 48 bits virtual'],
    ['  Byte Order', 'Little Endian'],
    ['CPU(s)', String(machine.cpus)],
    ['  On-line CPU(s) list', list],
    ['Vendor ID', 'GenuineIntel'],
    ['  Model name', 'Intel(R) Xeon(R) Gold 6338 CPU @ 2.00GHz'],
    ['    CPU family', '6'],
    ['    Model', '106'],
    ['    Thread(s) per core', '1'],
    ['    Core(s) per socket', String(machine.cpus)],
    ['    Socket(s)', '1'],
    ['    Stepping', '6'],
    ['    BogoMIPS', '3990.62'],
    [
      '    Flags',
      'fpu vme de pse tsc msr pae mce cx8 apic sep mtrr pge mca cmov pat pse36 clflush mmx fxsr sse sse2 ss ht syscall nx pdpe1gb rdtscp lm constant_tsc arch_perfmon nopl xtopology tsc_reliable nonstop_tsc cpuid pni pclmulqdq ssse3 fma cx16 pcid sse4_1 sse4_2 x2apic movbe popcnt aes xsave avx f16c rdrand hypervisor lahf_lm abm bmi1 avx2 bmi2 erms invpcid rdseed adx smap clflushopt clwb sha_ni',
    ],
    ['Virtualization features', ''],
    ['  Hypervisor vendor', 'VMware'],
    ['  Virtualization type', 'full'],
    ['Caches (sum of all)', ''],
    ['  L1d', '192 KiB (4 instances)'],
    ['  L1i', '128 KiB (4 instances)'],
    ['  L2', '5 MiB (4 instances)'],
    ['  L3', '48 MiB (1 instance)'],
    ['NUMA', ''],
    ['  NUMA node(s)', '1'],
    ['  NUMA node0 CPU(s)', list],
  ];
  return lines.map(([name, value]) => `${`${name}:`.padEnd(26)}${value}`.trimEnd());
}
