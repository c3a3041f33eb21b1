import type { FieldToken, Format, SectionContext } from '../format';
import { OutputReader } from '../shared/output-reader';
import { labelled, span, unlabelled } from '../shared/words';
import { commandPattern } from './command';

/** The numbers of one kernel setting. */
export interface KernelSetting {
  readonly values: readonly number[];
  readonly line: number;
}

/** Kernel settings, as sysctl prints them. */
export interface SysctlFacts {
  /** Settings whose value is one or more whole numbers, by name. */
  readonly settings: ReadonlyMap<string, KernelSetting>;
  /** Source ports: first and last of them, both usable. */
  readonly portRange: { readonly first: number; readonly last: number; readonly line: number } | null;
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    sysctl: SysctlFacts;
  }
}

const RANGE = 'net.ipv4.ip_local_port_range';
const SETTING = /^(?<name>[a-z][\w-]{0,40}(?:[./][\w:*-]{1,60}){1,8}) ?= ?(?<value>.{0,400})$/u;
/** Names that only a kernel has: `fs.` and `vm.` alone stand in configuration files of other programs too. */
const OPENING =
  /^(?:net\.(?:ipv[46]|core|netfilter|unix|nf_conntrack_max)|fs\.(?:file-|inotify|nr_open|aio-|protected_|suid_|pipe-|epoll|mqueue|dentry-|inode-)|kernel\.[a-z]|vm\.(?:[a-z]{2,20}_[a-z_]{2,40}|swappiness) ?=)/u;
const BARE_RANGE = /^\s{0,8}(?<first>\d{1,5})\s{1,8}(?<last>\d{1,5})\s{0,8}$/u;
/** A dump of all settings has about a thousand. */
const MAX_SETTINGS = 5_000;

export const sysctl: Format<SysctlFacts> = {
  id: 'sysctl',
  language: 'zpa-diagnostics',
  title: 'Kernel settings (sysctl)',
  command: commandPattern('(?:sysctl\\b|cat /proc/sys/net/ipv4/ip_local_port_range)'),
  opens: ([head = '']) =>
    OPENING.test(head) && SETTING.test(head) ? 'settings as sysctl prints them, name = value' : null,
  read: (context) => new SysctlReader(context),
  fields,
  seriesKey: (line) => SETTING.exec(line)?.groups?.name ?? null,
};

class SysctlReader extends OutputReader<SysctlFacts> {
  readonly #settings = new Map<string, KernelSetting>();
  readonly #isBare: boolean;

  constructor(context: SectionContext) {
    super(context);
    // Without the name only its value is printed.
    this.#isBare = (context.command ?? '').includes('ip_local_port_range');
  }

  protected row(content: string, line: number): boolean {
    const groups = SETTING.exec(content)?.groups;
    if (groups?.name !== undefined) {
      this.#keep(groups.name.replaceAll('/', '.'), groups.value ?? '', line);
      return true;
    }
    if (this.#isBare && BARE_RANGE.test(content)) {
      this.#keep(RANGE, content, line);
      return true;
    }
    return content.startsWith('sysctl: ');
  }

  finish(): SysctlFacts {
    const range = this.#settings.get(RANGE);
    const [first, last] = range?.values ?? [];
    const isRange = first !== undefined && last !== undefined && first <= last && last <= 65_535;
    return {
      settings: this.#settings,
      portRange: range !== undefined && isRange ? { first, last, line: range.line } : null,
    };
  }

  #keep(name: string, value: string, line: number): void {
    const words = value.trim().split(/\s+/u);
    if (!words.every((word) => /^\d{1,15}$/u.test(word)) || this.#settings.size >= MAX_SETTINGS) return;
    this.#settings.set(name, { values: words.map(Number), line });
  }
}

function fields(line: string): readonly FieldToken[] {
  const groups = SETTING.exec(line)?.groups;
  if (groups?.name === undefined || groups.value === undefined) {
    const bare = BARE_RANGE.test(line);
    return bare ? [unlabelled(`sysctl.${RANGE}`, span(line, 0, line.length))] : [];
  }
  if (groups.value.trim() === '') return [];
  const name = span(line, 0, groups.name.length);
  return [labelled(`sysctl.${groups.name}`, name, span(line, line.length - groups.value.length, line.length))];
}
