import type { Random } from './random';

/** Allocators as /memory/status lists them (names from the vendor's runbook; figures invented). */
const ALLOCATORS = [
  'libevent', 'openssl', 'argo', 'avl', 'diamond', 'pattern_match', 'fohh', 'phash', 'wally', 'zpath_lib', 'zthread',
  'zevent', 'zhash_table', 'zhash_table_locked', 'cshash', 'zudp', 'zcrypt', 'zpn', 'zdtls', 'zrdt', 'zbuffer',
  'assistant', 'inspection', 'waf', 'zpn_pdp', 'zpn_pcap', 'zhealth', 'dns', 'zdx_lib', 'zdx_probe', 'zdx_cache',
  'zdx_combiner', 'zdx_webprobe_cache', 'admin_probe', 'np_connector', 'npwg_lib', 'np',
] as const;

const OBJECTS = [
  'zthread_rusage', 'argo_log', 'argo_log_text', 'argo_reader_stats', 'fohh_status_request', 'fohh_status_response',
  'fohh_connection_stats', 'fohh_info', 'wally_table_stats', 'zpn_version', 'zpn_app_route_registration',
  'zpn_assistant_status_report', 'zpn_asst_state', 'zpn_assistant', 'zpn_assistant_version', 'zpn_application',
  'zpn_assistant_group', 'zpath_config_override', 'zpath_customer', 'ad_proto_bits',
] as const;

/** Bytes handed out by one allocator at a moment. */
export type OutOf = (allocator: string) => number;

/** A /memory/status dump whose rows add up. */
export function memoryStatus(random: Random, out: OutOf): string {
  const totals = [0, 0, 0, 0, 0, 0];
  const rows = ALLOCATORS.map((name) => {
    const outBytes = out(name);
    const outCount = outBytes === 0 ? 0 : Math.max(1, Math.floor(outBytes / 131));
    const freeBytes = outBytes === 0 ? 0 : outBytes * random.integer(3, 40);
    const freeCount = outBytes === 0 ? 0 : outCount * random.integer(3, 20);
    const each = name === 'dns' ? 0 : 32;
    const figures = [outCount + freeCount, outBytes + freeBytes, freeCount, freeBytes, outCount, outBytes];
    for (const [index, value] of figures.entries()) totals[index] = (totals[index] ?? 0) + value;
    return row(name, figures, (outCount * each) / 1_048_576, ` (${String(each)})`);
  });
  // The dump's own buffer of 1024 bytes is counted in the total only.
  totals[0] = (totals[0] ?? 0) + 1;
  totals[1] = (totals[1] ?? 0) + 1024;
  totals[4] = (totals[4] ?? 0) + 1;
  totals[5] = (totals[5] ?? 0) + 1024;
  rows.push(row('Total', totals, ((totals[4] ?? 0) * 32) / 1_048_576, ''));
  return `${rows.join('\n')}\n`;
}

function row(name: string, figures: readonly number[], overhead: number, each: string): string {
  const [allocCount = 0, allocBytes = 0, freeCount = 0, freeBytes = 0, outCount = 0, outBytes = 0] = figures;
  return (
    `${name}: Alloc: ${String(allocCount)} ${String(allocBytes)}, Free: ${String(freeCount)} ${String(freeBytes)}, Drain: 0 0, ` +
    `Out: ${String(outCount)} ${String(outBytes)} ${(outBytes / 1_048_576).toFixed(3)}mb Overhead: ${overhead.toFixed(3)}mb${each}`
  );
}

/** A /memory/argo dump. */
export function memoryArgo(random: Random): string {
  return OBJECTS.map((name) => {
    const out = random.integer(0, 3);
    const freed = random.integer(0, 9000);
    const size = random.integer(8, 120) * 8;
    return `${name}: Alloc: ${String(out + freed)} ${String((out + freed) * size)}, Free: ${String(freed)} ${String(freed * size)}, Out: ${String(out)} ${String(out * size)} ${((out * size) / 1_048_576).toFixed(3)}mb\n`;
  }).join('');
}

/** Steady figures of a healthy connector: some allocators busy, many empty. */
export function steadyOut(random: Random): OutOf {
  const base = new Map<string, number>(ALLOCATORS.map((name, index) => [name, index % 3 === 2 ? 0 : random.integer(2_000, 900_000)]));
  return (name) => {
    const size = base.get(name) ?? 0;
    return size === 0 ? 0 : size + random.integer(-500, 500);
  };
}

/** A report of the memory collection script: one sample a minute. */
export function memoryReport(random: Random, host: string, startMs: number, samples: number, out: (sample: number) => OutOf): string {
  const parts = [`Linux ${host} 5.14.0-503.el9.x86_64 #1 SMP x86_64 GNU/Linux\n${host}\n`];
  for (let sample = 0; sample < samples; sample += 1) {
    const date = new Date(startMs + sample * 60_000);
    const words = date.toUTCString().split(/[ ,]+/u);
    parts.push(`${words[0] ?? ''} ${words[2] ?? ''} ${String(Number(words[1]))} ${words[4] ?? ''} UTC ${words[3] ?? ''}\n`);
    parts.push(
      'ps aux --sort=-pmem | head -5\nUSER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND\n' +
        'zscaler     3276 11.2  9.0 1688728 349200 ?      Sl   Jan17 412:10 zpa-connector-child\n' +
        'root        1054  0.4  0.7 451484 28432 ?        Ssl  Jan17  14:51 /opt/zscaler/bin/zpa-connector\n',
    );
    parts.push(`curl -s 127.0.0.1:9000/memory/status\n${memoryStatus(random, out(sample))}`);
    parts.push(`curl -s 127.0.0.1:9000/memory/argo\n${memoryArgo(random)}`);
  }
  return parts.join('');
}
