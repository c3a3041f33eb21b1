import { text } from '../text';
import { certificateText, uptimeText } from './durations';
import { transferLine } from './old-block';
import { rpcLine } from './rpc-line';
import type { NamedConnection, Status } from './status-block';
import { oldTunnelLine, tunnelLine } from './tunnel-line';

/** Worker threads that the thread line names, beside the numbered ones. */
const QUIET_THREADS = ['debug', 'zpn_pcap_thread', 'config_monitor', 'app_thread_0', 'app_thread_1', 'admin_probe'];

/** The block of versions 2x as published in early 2025: the header still short, the counters in their new form. */
export function classicBlock(status: Status): string[] {
  const { identity, control } = status;
  return [
    `-------- Connector Status:ID=${identity.id}:Name=${identity.name}:Ver=${identity.version} --------`,
    `Certificate will expire in ${certificateText(status.certificateSeconds)}`,
    connectionLine({ label: 'Broker control', connection: control }, status, false),
    rpcLine(status.traffic),
    dataLine(status),
    transferLine(status),
    oldTunnelLine(status.traffic),
    APPS,
    skewLine(status.skewSeconds),
  ];
}

/** The block of 25.x: machine figures in the header, threads, every named connection, descriptors, sockets. */
export function currentBlock(status: Status): string[] {
  return [
    headerLine(status),
    threadLine(status),
    `Certificate will expire in ${certificateText(status.certificateSeconds)}`,
    ...status.connections.map((named) => connectionLine(named, status, true)),
    rpcLine(status.traffic),
    dataLine(status),
    transferLine(status),
    tunnelLine(status.traffic),
    APPS,
    'fproxy conn stats (disabled) alloc: 0, free queue: 0, num active conn: 0, total conn: 0, rx bytes: 0, tx bytes: 0',
    skewLine(status.skewSeconds),
    text`File descriptors(max|in-use): System 9223372036854775807|${2_600 + status.traffic.counters.active}, Process 512000|${470 + status.traffic.counters.active}`,
    socketLine(status),
  ];
}

const APPS =
  'Registered apps count 12, alive apps 12, apps with on-access health 9, service count 31, target count 58, target alive 58';

function headerLine({ identity, machine, moment, processSeconds }: Status): string {
  // The published header rounds shares up: 2.4% of memory reads 3%.
  const system = Math.ceil((moment.memoryUsedKb / machine.memoryKb) * 100);
  const own = Math.ceil((moment.processKb / machine.memoryKb) * 100);
  const swapFree = moment.swapTotalKb - moment.swapUsedKb;
  // One gigabyte of the disk is /boot; the block shows the file system that holds /opt/zscaler.
  const diskGb = machine.diskGb - 1;
  const free = (diskGb - moment.diskUsedGb).toFixed(2);
  return (
    `-------- Connector Status:ID=${identity.id}:Name=${identity.name}:Ver=${identity.version}:` +
    text`Mem(System|Process)=${system}%|${own}%:Mem_abs(MemTotal|MemFree|SwapTotal|SwapFree|SysUsed|ProcessUsed)= ` +
    text`${machine.memoryKb}kB |${moment.memoryFreeKb}kB |${moment.swapTotalKb}kB |${swapFree}kB |${moment.memoryUsedKb}kB |${moment.processKb}kB :` +
    text`Disk (Avail|Total)=${free}GB|${diskGb.toFixed(2)}GB:` +
    text`CPU(Util|Steal|Configured|Avail)=${moment.cpuPercent}%|${moment.stealPercent}%|${machine.cpus}|${machine.cpus}:` +
    `Uptime=${uptimeText(processSeconds)} --------`
  );
}

function threadLine({ moment, random }: Status): string {
  const busy = Math.max(1, Math.round(moment.cpuPercent / 3));
  const workers = [0, 1, 2, 3, 4, 5].map((index) => text`fohh_thread_${index}=${random.integer(0, busy)}%`).join(' ');
  const quiet = QUIET_THREADS.map((name) => `${name}=0%`).join(' ');
  return (
    text`-------- Connector thread CPU usage: zthread=0% argo_global_memory_thread=0% event_log=0% statistics_log=${random.integer(0, 2)}% ` +
    text`fohh_resolve=0% ${workers} ${quiet} zhealth_probe_thread=${random.integer(0, 3)}% asst_event_log=0%`
  );
}

/** State, endpoints, age, round trips, and how long there has been no connection. */
function connectionLine({ label, connection }: NamedConnection, { nowMs }: Status, withBytes: boolean): string {
  if (connection === null) return `${label} connection - NONE`;
  const up = connection.uptimeSeconds(nowMs);
  const { tcp, app } = connection.roundTrips();
  const bytes = withBytes ? text`, tx_b ${connection.tx}, rx_b ${connection.rx}` : '';
  return (
    `${label} connection, state ${connection.state}, ${connection.tuple} uptime ${up === null ? '' : uptimeText(up)}, ` +
    text`RTT (tcp|app): ${tcp}|${app} us, disconnect_duration_s ${connection.downSeconds(nowMs)}${bytes}`
  );
}

function dataLine({ dataConnections, backedOff }: Status): string {
  return text`Broker data connection count = ${dataConnections}, backed_off connections = ${backedOff}`;
}

/** The wording of 25.x. */
function skewLine(seconds: number): string {
  return `Time skew: local time ${seconds < 0 ? 'lags' : 'leads'} cloud time by ${Math.abs(seconds).toFixed(6)}s`;
}

function socketLine({ traffic, dataConnections, random }: Status): string {
  const { active } = traffic.counters;
  const inUse = 22 + active + dataConnections;
  const created = 180 + Math.floor(traffic.created / 4);
  return (
    text`System Sockets: Created ${created} TCP4 in-use ${inUse}, TCP4 time-wait ${random.integer(48, 92)}, ` +
    'UDP4 in-use 6, TCP6 in-use 4, UDP6 in-use 3, Ports available per interface 28232, IPv4 interfaces 2, IPv6 interfaces 3'
  );
}
