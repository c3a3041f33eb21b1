import assert from 'node:assert/strict';
import { lscpu } from '../../../server/src/engine/formats/host/lscpu';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const OLD = `[root@ber-ac-01 ~]# lscpu
Architecture:          x86_64
CPU op-mode(s):        32-bit, 64-bit
Byte Order:            Little Endian
CPU(s):                1
On-line CPU(s) list:   0
Thread(s) per core:    1
Core(s) per socket:    1
Socket(s):             1
NUMA node(s):          1
Vendor ID:             GenuineIntel
CPU family:            6
Model:                 186
Model name:            13th Gen Intel(R) Core(TM) i7-1355U
Stepping:              3
CPU MHz:               2611.211
BogoMIPS:              5222.42
Hypervisor vendor:     VMware
Virtualization type:   full
L1d cache:             48K
L1i cache:             32K
L2 cache:              1280K
L3 cache:              12288K
NUMA node0 CPU(s):     0
Flags:                 fpu vme de pse tsc msr pae mce cx8 apic sep mtrr pge mca cmov pat pse36 clflush mmx fxsr sse sse2 ss syscall nx pdpe1gb rdtscp lm constant_tsc arch_perfmon rep_good nopl xtopology tsc_reliable nonstop_tsc eagerfpu pni pclmulqdq ssse3 fma
[root@ber-ac-01 ~]#`;

const NEW = `Architecture:                       x86_64
  CPU op-mode(s):                   32-bit, 64-bit
  Address sizes:                    46 bits physical, 48 bits virtual
  Byte Order:                       Little Endian
CPU(s):                             8
  On-line CPU(s) list:              0-2,4-6
  Off-line CPU(s) list:             3,7
Vendor ID:                          GenuineIntel
  BIOS Vendor ID:                   Intel(R) Corporation
  Model name:                       Intel(R) Xeon(R) Platinum 8259CL CPU @ 2.50GHz
    BIOS Model name:                Intel(R) Xeon(R) Platinum 8259CL CPU @ 2.50GHz  CPU @ 2.5GHz
    CPU family:                     6
    Model:                          85
    Thread(s) per core:             2
    Core(s) per socket:             4
    Socket(s):                      1
    Stepping:                       7
    CPU(s) scaling MHz:             81%
    CPU max MHz:                    3500.0000
    BogoMIPS:                       4999.99
    Flags:                          fpu vme aes xsave avx
Virtualization features:
  Hypervisor vendor:                KVM
  Virtualization type:              full
Caches (sum of all):
  L1d:                              128 KiB (4 instances)
  L3:                               35.8 MiB (1 instance)
NUMA:
  NUMA node(s):                     1
  NUMA node0 CPU(s):                0-7
Vulnerabilities:
  Gather data sampling:             Unknown: Dependent on hypervisor status
  Itlb multihit:                    KVM: Mitigation: VMX unsupported
  Meltdown:                         Not affected
  Spectre v1:                       Mitigation; usercopy/swapgs barriers and __user pointer sanitization
`;

/** As pages print it: blanks folded. */
const FOLDED = `Architecture: aarch64
CPU op-mode(s): 32-bit, 64-bit
Byte Order: Little Endian
CPU(s): 2
Vendor ID: ARM
Vulnerability Meltdown: Not affected`;

describe('lscpu', () => {
  it('reads older versions', () => {
    const [facts] = factsOf(lscpu, OLD);
    assert.equal(facts?.cpus, 1);
    assert.equal(facts.cpusLine, 4);
    assert.equal(facts.hypervisor, 'VMware');
    assert.equal(facts.aes, false);
    assert.equal(facts.flagsLine, 24);
  });

  it('reads newer versions and counts the processors in use', () => {
    const [facts, more] = factsOf(lscpu, NEW);
    assert.deepEqual(facts, { cpus: 6, cpusLine: 4, aes: true, flagsLine: 20, hypervisor: 'KVM' });
    assert.equal(more, undefined);
  });

  it('reads folded blanks, and does not judge missing or cut flags', () => {
    assert.deepEqual(factsOf(lscpu, FOLDED)[0], {
      cpus: 2,
      cpusLine: 3,
      aes: null,
      flagsLine: null,
      hypervisor: null,
    });
    assert.equal(factsOf(lscpu, `${FOLDED}\nFlags: fpu vme de`)[0]?.aes, null);
  });

  it('reads single lines behind a command', () => {
    assert.equal(factsOf(lscpu, '$ lscpu | grep "^CPU(s)"\nCPU(s):                  4\n')[0]?.cpus, 4);
  });

  it('takes two outputs apart', () => {
    assert.deepEqual(
      factsOf(lscpu, `${FOLDED}\n${NEW}`).map(({ cpus }) => cpus),
      [2, 6],
    );
  });

  it('leaves other texts alone', () => {
    for (const foreign of ['Architecture: layers and rooms\nWe have three.', 'CPU(s): 4\n', 'Model: T-800\n']) {
      assert.equal(readArtifact(foreign).format, null);
    }
  });

  it('names every value', () => {
    const heading = /^(?:Virtualization|features:|Caches|\(sum|of|all\):|NUMA:|Vulnerabilities:)$/u;
    assertCovered(lscpu, OLD.split('\n').slice(1, -1));
    assertCovered(lscpu, NEW.trim().split('\n'), heading);
    assert.deepEqual(valuesOf(lscpu, '  L1d:                              128 KiB (4 instances)'), [
      'lscpu.L1d cache=128 KiB (4 instances)',
    ]);
    assert.deepEqual(valuesOf(lscpu, '  Meltdown:         Not affected'), [
      'lscpu.Vulnerability Meltdown=Not affected',
    ]);
  });

  it('survives every cut', () => {
    assertRobust(lscpu, OLD);
    assertRobust(lscpu, FOLDED);
  });
});
