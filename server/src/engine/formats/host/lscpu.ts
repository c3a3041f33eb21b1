import type { FieldToken, Format } from '../format';
import { OutputReader } from '../shared/output-reader';
import { labelled, span } from '../shared/words';
import type { Word } from '../shared/words';

/** What lscpu tells of the processor. Each value with the 0-based line it stands on. */
export interface LscpuFacts {
  /** Logical processors in use (`On-line CPU(s) list`, else `CPU(s)`); null where neither was printed. */
  readonly cpus: number | null;
  /** 0-based line of `CPU(s)`, else of the list; null without either. */
  readonly cpusLine: number | null;
  /** Whether the processor has AES instructions; null without a line of flags. */
  readonly aes: boolean | null;
  readonly flagsLine: number | null;
  /** Maker of the hypervisor; null on a physical machine or where the line is missing. */
  readonly hypervisor: string | null;
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    lscpu: LscpuFacts;
  }
}

/** One `Label:   value` line; newer versions indent the lines under a heading. */
interface Row {
  readonly label: Word;
  readonly value: Word;
}

const ROW = /^( {0,8})([A-Z0-9][\w ()/.-]{1,38}):(?:\s|$)/u;
/** Headings of newer versions, without a value. */
const HEADINGS = new Set(['Virtualization features', 'Caches (sum of all)', 'NUMA', 'Vulnerabilities']);
const KNOWN =
  /^(?:Architecture|CPU |CPU\(s\)|Address sizes|Byte Order|On-line CPU|Off-line CPU|Vendor ID|Model|BIOS |Thread\(s\)|Core\(s\)|Socket\(s\)|Cluster\(s\)|NUMA |Stepping|BogoMIPS|Virtualization|Hypervisor|L[1-4][di]?(?: cache)?$|Flags|Frequency boost|Vulnerability )/u;
/** What the kernel says of a weakness; newer versions print its name alone before it. */
const VERDICT = /^(?:Not affected|Vulnerable|Mitigation|Mitigated|KVM: |Unknown: |Processor vulnerable)/u;

export const lscpu: Format<LscpuFacts> = {
  id: 'lscpu',
  language: 'zpa-diagnostics',
  title: 'Processor of the host (lscpu)',
  command: /^(?:\/[\w./]{0,40}\/)?lscpu(?: |$)/u,
  opens: (lines) => {
    if (lines[0]?.startsWith('Architecture:') !== true) return null;
    return lines.some((line) => /^\s{0,8}CPU(?: op-mode\(s\)|\(s\)):/u.test(line))
      ? 'lines of a processor, as lscpu prints them'
      : null;
  },
  read: (context) => new LscpuReader(context),
  fields,
};

function readRow(line: string): Row | null {
  const match = ROW.exec(line);
  if (match === null) return null;
  const [, indent = '', name = ''] = match;
  const value = span(line, indent.length + name.length + 1, line.length);
  const label = { text: name, start: indent.length, end: indent.length + name.length };
  const known = KNOWN.test(name) || HEADINGS.has(name) || VERDICT.test(value.text);
  return known ? { label, value } : null;
}

function fields(line: string): FieldToken[] {
  const row = readRow(line);
  if (row === null || row.value.text === '') return [];
  return [labelled(`lscpu.${canonical(row)}`, row.label, row.value)];
}

/** The label as older versions print it: `L1d cache` for `L1d`, `Vulnerability Meltdown` for `Meltdown`. */
function canonical({ label, value }: Row): string {
  if (/^L[1-4][di]?$/u.test(label.text)) return `${label.text} cache`;
  if (!KNOWN.test(label.text) && VERDICT.test(value.text)) return `Vulnerability ${label.text}`;
  return label.text;
}

/** How many processors a list such as `0-3,8` names; null for anything else. */
function countList(list: string): number | null {
  if (!/^\d{1,5}(?:-\d{1,5})?(?:,\d{1,5}(?:-\d{1,5})?){0,500}$/u.test(list)) return null;
  let count = 0;
  for (const part of list.split(',')) {
    const [from = 0, to = from] = part.split('-').map(Number);
    count += to - from + 1;
  }
  return count > 0 ? count : null;
}

class LscpuReader extends OutputReader<LscpuFacts> {
  #all: number | null = null;
  #online: number | null = null;
  #cpusLine: number | null = null;
  #aes: boolean | null = null;
  #flagsLine: number | null = null;
  #hypervisor: string | null = null;
  #begun = false;

  protected row(content: string, line: number): boolean {
    const row = readRow(content);
    if (row === null) return false;
    const { label, value } = row;
    // A second one is the next output.
    if (label.text === 'Architecture' && this.#begun) return false;
    this.#begun = true;
    if (label.text === 'CPU(s)' && this.#all === null && /^\d{1,5}$/u.test(value.text)) {
      this.#all = Number(value.text);
      this.#cpusLine = line;
    } else if (label.text === 'On-line CPU(s) list') {
      this.#online = countList(value.text);
      if (this.#online !== null) this.#cpusLine ??= line;
    } else if (label.text === 'Flags') {
      // A list cut at a terminal's edge may have lost the flag.
      this.#aes = / aes(?: |$)/u.test(` ${value.text}`) ? true : value.text.length < 200 ? null : false;
      this.#flagsLine = line;
    } else if (label.text === 'Hypervisor vendor' && value.text !== '') {
      this.#hypervisor = value.text.slice(0, 60);
    }
    return true;
  }

  finish(): LscpuFacts {
    return {
      cpus: this.#online ?? this.#all,
      cpusLine: this.#cpusLine,
      aes: this.#aes,
      flagsLine: this.#flagsLine,
      hypervisor: this.#hypervisor,
    };
  }
}
