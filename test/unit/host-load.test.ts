import assert from 'node:assert/strict';
import { formats } from '../../server/src/engine/formats/generated';
import type { Evaluation } from '../../server/src/engine/match/evaluate';
import { DEFAULT_SETTINGS, Triage } from '../../server/src/engine/triage';
import { catalogue } from '../../server/src/knowledge/generated/catalogue';
import { healthyNewForm } from '../generator/scenarios/healthy-new-form';
import { memoryLeak } from '../generator/scenarios/memory-leak';

/** Finding ids with their causes, for hosts under load: ps, top, vmstat, lscpu, free and meminfo together. */
function read(files: Readonly<Record<string, string>>): Triage {
  const ports = {
    createDecoder: (): never => {
      throw new Error('these are texts');
    },
    clock: () => Date.UTC(2026, 0, 22),
  };
  const engine = new Triage(catalogue, formats, ports, DEFAULT_SETTINGS);
  for (const [path, text] of Object.entries(files)) engine.addText(path, text);
  return engine;
}

function evaluate(files: Readonly<Record<string, string>>): Evaluation {
  return read(files).evaluate();
}

const PS_HEAD = 'USER         PID %CPU %MEM     VSZ    RSS TTY      STAT START   TIME COMMAND';
const VMSTAT_HEAD = `procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----
 r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st`;
const lscpu = (cpus: number): string =>
  `Architecture:          x86_64\nCPU op-mode(s):        32-bit, 64-bit\nCPU(s):                ${String(cpus)}\n`;
const LSCPU = lscpu(4);

/** A script that prints date, top and vmstat once a minute, none of them echoed. */
function samples(idle: readonly number[]): string {
  return idle
    .map((value, index) => {
      const minute = String(index).padStart(2, '0');
      return `Wed Jan 21 09:${minute}:00 UTC 2026
top - 09:${minute}:00 up 1 day,  2:52,  1 user,  load average: 4.61, 4.55, 4.52
Tasks: 148 total,   3 running, 145 sleeping,   0 stopped,   0 zombie
%Cpu(s): ${(96 - value).toFixed(1)} us,  4.0 sy,  0.0 ni, ${value.toFixed(1).padStart(4)} id,  0.0 wa,  0.0 hi,  0.0 si,  0.0 st

    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND
   2914 zscaler   20   0 1618244 352061 109139 S 370.8   4.5  30:36.60 image.bin
${VMSTAT_HEAD}
 6  0      0 912340   2104 812340    0    0    12    38  961 1874 12  8 80  0  0
curl -s 127.0.0.1:9000/memory/status
fohh: Alloc: 106113 10592532, Free: 103662 4137665, Drain: 0 0, Out: 2451 6454867 6.156mb Overhead: 0.075mb (32)
`;
    })
    .join('');
}

describe('collection reports', () => {
  it('of the processor are read sample by sample', () => {
    const report = healthyNewForm.bundle(4).get('cpu_report.txt') ?? '';
    const engine = read({ 'cpu_report.txt': report });
    const [artifact] = engine.artifacts;
    assert.equal(artifact?.format, 'cpu-report');
    const facts = engine.facts();
    const listed = facts.sections('ps');
    const loads = facts.sections('vmstat');
    assert.equal(facts.sections('lscpu').length, 1);
    assert.equal(listed.length, facts.sections('date').length);
    assert.equal(loads.length, listed.length);
    for (const [index, one] of listed.entries()) {
      assert.equal(one.facts.processes.length, 4);
      assert.equal(one.facts.timeMs, facts.sections('date')[index]?.facts.timeMs);
      assert.equal(loads[index]?.facts.samples[0]?.timeMs, one.facts.timeMs);
    }
    const fired = engine.evaluate().findings.map(({ ruleId }) => ruleId);
    assert.deepEqual(fired, []);
  });

  it('of memory hold the processes of each minute', () => {
    const report = memoryLeak.bundle(4).get('memory_report.txt') ?? '';
    const engine = read({ 'memory_report.txt': report });
    assert.equal(engine.artifacts[0]?.format, 'memory-report');
    const listed = engine.facts().sections('ps');
    assert.equal(listed.length, engine.facts().sections('date').length);
    assert.ok(listed.every(({ facts }) => facts.processes.length === 4 && facts.timeMs !== null));
  });

  it('make series of top: three minutes in a row are an error, single ones are not', () => {
    const busy = evaluate({ 'cpu_report.txt': LSCPU + samples([50, 4, 3, 5, 60]) }).findings.filter(
      ({ ruleId }) => ruleId === 'health/high-cpu',
    );
    assert.equal(busy.length, 1);
    assert.equal(busy[0]?.severity, 'error');
    assert.equal(busy[0].firstMs, Date.UTC(2026, 0, 21, 9, 0));
    const quiet = samples([50, 4, 60, 5, 60]).replaceAll('370.8', ' 70.8');
    assert.deepEqual(evaluate({ 'cpu_report.txt': LSCPU + quiet }).findings, []);
  });
});

const journal = (minutes: readonly number[], rtt: string): string =>
  minutes
    .map(
      (minute) =>
        `Jan 21 09:${String(minute).padStart(2, '0')}:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:${String(minute)}M:0S, RTT (tcp|app): ${rtt} us, disconnect_duration_s 0\n`,
    )
    .join('');

describe('the load of a host explains what the connector shows', () => {
  const causeOf = (evaluation: Evaluation, rule: string): string | undefined => {
    const effect = evaluation.findings.find(({ ruleId }) => ruleId === rule);
    assert.ok(effect, `${rule} did not fire: ${evaluation.findings.map(({ ruleId }) => ruleId).join(', ')}`);
    return evaluation.findings.find(({ id }) => id === effect.causedBy)?.ruleId;
  };
  const ps = `# ps aux --sort=-pcpu | head -5
${PS_HEAD}
zscaler     3276  388  9.1 1688728 352876 ?        Sl   06:50 432:07 zpa-connector-child
`;
  const foreign = ps.replace('zscaler ', 'root    ').replace('zpa-connector-child', '/opt/scanner/bin/scand');

  it('late answers of the process', () => {
    const late = journal([0, 1, 2, 3], '18000|260000');
    assert.equal(causeOf(evaluate({ 'journal.txt': late }), 'tunnel/app-rtt-delay'), undefined);
    const high = evaluate({ 'journal.txt': late, 'ps.txt': ps, 'lscpu.txt': LSCPU });
    assert.equal(causeOf(high, 'tunnel/app-rtt-delay'), 'health/high-cpu');
    const other = evaluate({ 'journal.txt': late, 'ps.txt': foreign, 'lscpu.txt': LSCPU });
    assert.equal(causeOf(other, 'tunnel/app-rtt-delay'), 'health/cpu-other-process');
    const small = evaluate({ 'journal.txt': late, 'lscpu.txt': lscpu(1) });
    assert.equal(causeOf(small, 'tunnel/app-rtt-delay'), 'health/undersized');
  });

  it('minutes without a status block', () => {
    const gap = journal([0, 1, 14, 15], '18401|4318');
    const high = evaluate({ 'journal.txt': gap, 'ps.txt': ps, 'lscpu.txt': LSCPU });
    assert.equal(causeOf(high, 'health/status-gap'), 'health/high-cpu');
    const small = evaluate({ 'journal.txt': gap, 'lscpu.txt': lscpu(1) });
    assert.equal(causeOf(small, 'health/status-gap'), 'health/undersized');
  });

  it('a small machine explains its own load, and a foreign process the load of the machine', () => {
    const small = evaluate({ 'ps.txt': ps.replace(' 388', '98.0'), 'lscpu.txt': lscpu(1) });
    assert.equal(causeOf(small, 'health/high-cpu'), 'health/undersized');
    const top = samples([3]).replace('zscaler ', 'root    ').replace('image.bin', 'clamscan');
    const other = evaluate({ 'top.txt': top, 'lscpu.txt': LSCPU });
    assert.equal(causeOf(other, 'health/high-cpu'), 'health/cpu-other-process');
  });

  it('machines in folders of their own are judged apart', () => {
    const two = { 'a/ps.txt': ps, 'a/lscpu.txt': LSCPU, 'b/ps.txt': ps, 'b/lscpu.txt': lscpu(16) };
    const fired = evaluate(two).findings.filter(({ ruleId }) => ruleId === 'health/high-cpu');
    assert.deepEqual(
      fired.map(({ at }) => at.artifact),
      [0],
    );
  });
});
