import { ZSCALER_ISSUER } from '../cast';
import type { Cast } from '../cast';
import { activityAt } from '../connector/traffic';
import { chronycSynchronised, timedatectlOutput } from '../host/clock-state';
import { digOutput, digShort } from '../host/dig';
import { connectorFiles, lsOutput, resolvConf } from '../host/files';
import { MachineState } from '../host/machine-state';
import { dfOutput, freeOutput } from '../host/memory-and-disk';
import { opensslNames, opensslOutput } from '../host/openssl';
import { mtrOutput, pingOutput } from '../host/ping-and-mtr';
import { byMemory, byProcessor, psOutput, usualProcesses } from '../host/processes';
import type { Pids } from '../host/processes';
import { lscpuOutput } from '../host/processor';
import { systemctlRunning } from '../host/service';
import { Shell } from '../host/shell';
import { topOutput } from '../host/top';
import { ALLOCATOR_HABITS } from '../memory/allocators';
import { memoryReport } from '../memory/collection-reports';
import { argoDump, statusDump } from '../memory/dumps';
import { MemoryLedger } from '../memory/ledger';
import { OBJECT_HABITS } from '../memory/objects';
import type { Random } from '../random';

/** What the machine is like when somebody collects the bundle. */
export interface Collection {
  readonly cast: Cast;
  readonly pids: Pids;
  readonly processStartMs: number;
  /** When the first command is typed; the others follow a few seconds apart. */
  readonly collectedMs: number;
  /** Issuer of the certificate that TLS shows. */
  readonly issuer?: string;
  /** The provisioning key file as it lies there. */
  readonly keyFile: string;
}

const MINUTE = 60_000;

/** The host's side of a bundle: a machine that is well, seen by the usual commands. */
export function supportFiles(collection: Collection, random: Random): ReadonlyMap<string, string> {
  return new Map([
    ...networkFiles(collection, random.fork('network')),
    ...resourceFiles(collection, random.fork('resources')),
    ...connectorSide(collection, random.fork('connector')),
  ]);
}

function networkFiles({ cast, collectedMs, issuer = ZSCALER_ISSUER }: Collection, random: Random): [string, string][] {
  const { cloud, apiHost, brokers } = cast.identity;
  const shell = (user: 'root' | 'admin' = 'admin'): Shell => new Shell(cast.machine, user);
  const [{ ip, name }] = brokers;
  const dates = { notBefore: 'Mar 10 00:00:00 2026 GMT', notAfter: 'Jun  8 23:59:59 2026 GMT' };
  const shown = { ...dates, issuer, server: name };
  return [
    [
      'openssl.txt',
      shell()
        .run(`openssl s_client -servername co2br.${cloud} -connect ${ip}:443 </dev/null`, opensslOutput(shown, random))
        .run(
          `echo | openssl s_client -connect ${apiHost}:443 2>/dev/null | openssl x509 -noout -subject -issuer`,
          opensslNames({ ...shown, server: apiHost }),
        ).text,
    ],
    [
      'dig.txt',
      shell()
        .run(`dig co2br.${cloud}`, digOutput(cast, random, collectedMs + 12_000))
        .run(`dig +short co2br.${cloud}`, digShort(cast)).text,
    ],
    ['ping.txt', shell().run(`ping -c 5 co2br.${cloud}`, pingOutput(cast, random)).text],
    [
      'mtr.txt',
      shell('root').run(`mtr -rzwbec100 --tcp -P443 ${ip}`, mtrOutput(cast, random, collectedMs + 44_000)).text,
    ],
    ['resolv.conf', resolvConf(cast.machine)],
  ];
}

function resourceFiles(collection: Collection, random: Random): [string, string][] {
  const { cast, pids, processStartMs, collectedMs } = collection;
  const { machine } = cast;
  const moment = new MachineState(random, machine).moment(activityAt(collectedMs));
  const processes = usualProcesses(pids, moment.processKb, processStartMs, collectedMs);
  const run = (command: string, output: readonly string[]): string => new Shell(machine).run(command, output).text;
  return [
    ['df.txt', run('df -h', dfOutput(machine, moment))],
    ['free.txt', run('free -m', freeOutput(machine, moment))],
    [
      'ps.txt',
      new Shell(machine)
        .run('ps aux --sort=-pcpu | head -5', psOutput(byProcessor(processes), machine, collectedMs))
        .run('ps aux --sort=-pmem | head -5', psOutput(byMemory(processes), machine, collectedMs)).text,
    ],
    [
      'top.txt',
      run('top -b -n1 | head -13', topOutput(machine, moment, processes, collectedMs, processStartMs - MINUTE)),
    ],
    ['lscpu.txt', run('lscpu', lscpuOutput(machine))],
    ['chronyc.txt', run('chronyc tracking', chronycSynchronised(machine, collectedMs + 71_000))],
    ['timedatectl.txt', run('timedatectl status', timedatectlOutput(collectedMs + 75_000, true))],
  ];
}

function connectorSide(collection: Collection, random: Random): [string, string][] {
  const { cast, pids, processStartMs, collectedMs, keyFile } = collection;
  const { machine } = cast;
  const ageMinutes = Math.floor((collectedMs - processStartMs) / MINUTE);
  const books = (label: string): { allocators: MemoryLedger; objects: MemoryLedger } => ({
    allocators: new MemoryLedger(random.fork(`${label} allocators`), ALLOCATOR_HABITS, ageMinutes),
    objects: new MemoryLedger(random.fork(`${label} objects`), OBJECT_HABITS, ageMinutes),
  });
  const dump = books('dump');
  const listed = connectorFiles(new TextEncoder().encode(keyFile).length, collectedMs);
  const shell = (): Shell => new Shell(machine);
  return [
    ['provision_key', keyFile],
    ['memory-status.txt', shell().run('curl -s 127.0.0.1:9000/memory/status', statusDump(dump.allocators.rows())).text],
    ['memory-argo.txt', shell().run('curl -s 127.0.0.1:9000/memory/argo', argoDump(dump.objects.rows())).text],
    [
      'memory_report.txt',
      memoryReport({
        machine: new MachineState(random.fork('report'), machine),
        pids,
        processStartMs,
        firstSampleMs: collectedMs - 22 * MINUTE,
        samples: 20,
        ...books('report'),
      }),
    ],
    [
      'systemctl.txt',
      shell().run('systemctl status zpa-connector --no-pager -n 0', systemctlRunning(pids, processStartMs, collectedMs))
        .text,
    ],
    ['ls.txt', shell().run(`ls -l ${listed.map(({ path }) => path).join(' ')}`, lsOutput(listed)).text],
  ];
}
