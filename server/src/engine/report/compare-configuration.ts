/** What two bundles say of the same settings of a host. */
import type { BundleFacts } from '../facts/bundle-facts';

/** A setting that differs. Several values are joined, in order. */
export interface SettingChange {
  readonly what: string;
  readonly old: string;
  readonly new: string;
}

/** Kernel settings that are told; a dump of all of them holds counters and random ids too. */
const KERNEL =
  /^(?:net\.(?:ipv[46]|core|netfilter)\.|fs\.(?:file-max|nr_open)$|vm\.(?:swappiness|overcommit_memory)$)/u;
const VOLATILE = /_count|netdev_rss_key|random|tcp_fastopen_key|\.stats?\.|file-nr|base_reachable|expect/u;
const MAX_TOLD = 60;
/** `free -h` rounds: a smaller difference can be none. */
const ROUNDING = 0.06;

/** Settings that both bundles tell of, and differently. What one of them lacks is missing evidence, not a change. */
export function configurationChanges(before: BundleFacts, after: BundleFacts): readonly SettingChange[] {
  const [old, now] = [settingsOf(before), settingsOf(after)];
  const changes = [...now].flatMap(([what, is]): SettingChange[] => {
    const was = old.get(what);
    return was === undefined || was === is ? [] : [{ what, old: was, new: is }];
  });
  return [...changes, ...memoryChange(before, after)].slice(0, MAX_TOLD);
}

/** Values by name, the same for the same settings whatever the order of the files. */
function settingsOf(facts: BundleFacts): ReadonlyMap<string, string> {
  const values = new Map<string, Set<string>>();
  const add = (what: string, value: string | number | null): void => {
    if (value === null || value === '') return;
    const known = values.get(what) ?? new Set();
    known.add(String(value));
    values.set(what, known);
  };
  files(facts, add);
  machine(facts, add);
  return new Map([...values].map(([what, known]) => [what, [...known].sort().join('; ')]));
}

type Add = (what: string, value: string | number | null) => void;

function files(facts: BundleFacts, add: Add): void {
  for (const { facts: file } of facts.sections('resolv-conf')) {
    add('nameservers', file.nameservers.map(({ address }) => address).join(', '));
  }
  for (const { facts: file } of facts.sections('chrony-conf')) {
    add('time sources', file.sources.map(({ kind, name }) => `${kind} ${name}`.trimEnd()).join(', '));
  }
  for (const { facts: file } of facts.sections('proxy-file')) {
    const proxy = file.host === null ? null : `${file.host}:${String(file.port ?? '')}`;
    add('proxy', file.outcome === 'absent' ? 'none' : proxy);
  }
  for (const { facts: file } of facts.sections('provision-key')) {
    add('cloud of the provisioning key', file.key?.host ?? null);
    add('version of the provisioning key', file.key?.version ?? null);
  }
}

function machine(facts: BundleFacts, add: Add): void {
  for (const { facts: cpu } of facts.sections('lscpu')) add('processors', cpu.cpus);
  for (const { facts: clock } of facts.sections('timedatectl')) {
    const active = clock.service?.active ?? null;
    add('time service', active === null ? null : active ? 'on' : 'off');
  }
  for (const { facts: links } of facts.sections('ip-link')) {
    for (const { name, mtu } of links.interfaces) add(`MTU of ${name}`, mtu);
  }
  for (const { facts: kernel } of facts.sections('sysctl')) {
    if (kernel.portRange !== null) {
      add('net.ipv4.ip_local_port_range', `${String(kernel.portRange.first)} ${String(kernel.portRange.last)}`);
    }
    for (const [name, { values: numbers }] of kernel.settings) {
      if (KERNEL.test(name) && !VOLATILE.test(name)) add(name, numbers.join(' '));
    }
  }
}

function memoryChange(before: BundleFacts, after: BundleFacts): readonly SettingChange[] {
  const [old, now] = [memoryOf(before), memoryOf(after)];
  if (old === null || now === null || Math.abs(now - old) <= ROUNDING * Math.max(old, now)) return [];
  const shown = (bytes: number): string => `${(bytes / 2 ** 30).toFixed(1)} GB`;
  return [{ what: 'memory', old: shown(old), new: shown(now) }];
}

/** Memory of the host in bytes; null where nothing tells, or several machines do. */
function memoryOf(facts: BundleFacts): number | null {
  const totals = [
    ...facts.sections('meminfo').map(({ facts: { totalKb } }) => (totalKb === null ? null : totalKb * 1024)),
    ...facts.sections('free').map(({ facts: { samples } }) => samples[0]?.mem?.totalBytes ?? null),
  ].filter((total) => total !== null);
  const [first] = totals;
  if (first === undefined || totals.some((one) => Math.abs(one - first) > ROUNDING * first)) return null;
  return first;
}
