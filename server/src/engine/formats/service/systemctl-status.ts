import { plainText } from '../../text/ansi';
import type { FieldToken, Format, SectionContext, SectionReader, Take } from '../format';
import { LabelFinder } from '../shared/label-line';
import { labelled } from '../shared/words';

/** State of one unit as `systemctl status` (or `is-active`) prints it. */
export interface SystemctlStatusFacts {
  /** With its ending, e.g. `zpa-connector.service`; null where neither output nor command names it. */
  readonly unit: string | null;
  readonly active: {
    /** `active`, `inactive`, `failed`, `activating`, `deactivating`, `reloading`. */
    readonly state: string;
    /** `running`, `dead`, `auto-restart`, …; null where none is printed. */
    readonly sub: string | null;
    readonly line: number;
    readonly start: number;
    readonly end: number;
  } | null;
  /** Whether it starts at boot: `enabled`, `disabled`, `static`, `masked`, …. */
  readonly enabled: { readonly value: string; readonly line: number } | null;
  /** Null where the service has no living main process. */
  readonly mainPid: number | null;
  /** How its last process ended, as `code=exited, status=1/FAILURE` says it. */
  readonly exit: { readonly code: string; readonly status: string; readonly line: number } | null;
  /** Pids below CGroup. */
  readonly pids: readonly number[];
  /** The host has no such unit. */
  readonly absent: boolean;
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    'systemctl-status': SystemctlStatusFacts;
  }
}

/** `● name.service - Description`; the mark is a circle, a cross or, without UTF-8, a star. */
const HEAD =
  /^\s{0,2}(?:[●○×↻*x] )?((?:[\w@:.-]|\\x[0-9a-f]{2}){1,200}\.(?:service|socket|timer|target|mount|path|slice))(?: - .{0,300}|\s{0,8})$/u;
const BODY = /^\s{0,20}(?:Loaded|Active): /u;
const ABSENT = /^Unit ([\w@.\\:-]{1,200}) could not be found\.\s{0,8}$/u;
const FINDER = new LabelFinder([
  'Loaded',
  'Drop-In',
  'Transient',
  'Active',
  'Since',
  'Duration',
  'Invocation',
  'TriggeredBy',
  'Triggers',
  'Trigger',
  'Condition',
  'Assert',
  'Docs',
  'Process',
  'Main PID',
  'Control PID',
  'Status',
  'Error',
  'IP',
  'IO',
  'Tasks',
  'FD Store',
  'Memory',
  'CPU',
  'CGroup',
]);
const LABEL_LINE =
  /^\s{0,20}(Loaded|Drop-In|Transient|Active|Since|Duration|Invocation|TriggeredBy|Triggers?|Condition|Assert|Docs|Process|Main PID|Control PID|Status|Error|IP|IO|Tasks|FD Store|Memory|CPU|CGroup): /u;
const IS_ACTIVE = /^(active|inactive|failed|activating|deactivating|reloading|unknown)\s{0,8}$/u;
const UNIT_OF_COMMAND = /\s([a-z][\w@.\\:-]{1,200})/gu;

export const systemctlStatus: Format<SystemctlStatusFacts> = {
  id: 'systemctl-status',
  language: 'zpa-diagnostics',
  title: 'State of a service (systemctl status)',
  certainty: 2,
  command: /^(?:\/usr\/bin\/)?(?:systemctl(?: -\S{1,40}){0,6} (?:status|is-active) |service [\w@.-]{1,200} status\b)/u,
  opens,
  read: (context) => new StatusReader(context),
  fields,
  seriesKey: (line) => LABEL_LINE.exec(line)?.[1] ?? null,
};

function opens(lines: readonly string[]): string | null {
  const first = lines[0] ?? '';
  if (ABSENT.test(first)) return 'systemctl does not know the unit';
  const unit = HEAD.exec(first)?.[1];
  return unit !== undefined && lines.slice(1, 4).some((line) => BODY.test(line))
    ? `state of ${unit} as systemctl status prints it`
    : null;
}

function fields(line: string): readonly FieldToken[] {
  if (!LABEL_LINE.test(line)) return [];
  // Only the first label counts: what stands behind it is free text.
  const [first] = FINDER.find(line);
  if (first === undefined) return [];
  const end = line.trimEnd().length;
  const value = { text: line.slice(first.value.start, end), start: first.value.start, end };
  return value.text === '' ? [] : [labelled(`systemctl.${first.label}`, first.name, value)];
}

/** Ends at the blank line before the journal's tail, which the journal reads itself. */
class StatusReader implements SectionReader<SystemctlStatusFacts> {
  #unit: string | null;
  #begun = false;
  #commandSeen = false;
  #over = false;
  #active: SystemctlStatusFacts['active'] = null;
  #enabled: SystemctlStatusFacts['enabled'] = null;
  #mainPid: number | null = null;
  #exit: SystemctlStatusFacts['exit'] = null;
  #absent = false;
  readonly #pids: number[] = [];
  /** Where the units of the line stood before its control codes were left out; null where it has none. */
  #places: readonly number[] | null = null;

  constructor(private readonly context: SectionContext) {
    this.#unit = unitOfCommand(context.command);
  }

  take(text: string, start: number, end: number, line: number): Take {
    const raw = text.slice(start, Math.min(end, start + 4_096));
    // On a terminal the mark and the state are coloured.
    const plain = plainText(raw, 0, raw.length);
    const content = plain?.text ?? raw;
    this.#places = plain?.places ?? null;
    const { command } = this.context;
    if (!this.#commandSeen && command !== null) {
      this.#commandSeen = true;
      if (content.includes(command)) return 'taken';
    }
    if (this.#over) return 'refused';
    if (!this.#begun) return this.#begin(content, line);
    if (content.trim() === '') {
      this.#over = true;
      return 'refused';
    }
    if (LABEL_LINE.test(content)) {
      this.#label(content.trim(), content.length - content.trimStart().length, line);
      return 'taken';
    }
    const pid = /^\s{1,40}(?:[│|]\s{1,8})?[├└`|][─-]{1,3}\s{0,8}(\d{1,10}) /u.exec(content)?.[1];
    if (pid !== undefined) this.#pids.push(Number(pid));
    // Drop-in files, further documentation and the process tree are indented below their label.
    return pid !== undefined || /^\s{4,60}\S/u.test(content) ? 'taken' : 'refused';
  }

  #begin(content: string, line: number): Take {
    const absent = ABSENT.exec(content)?.[1];
    const unit = HEAD.exec(content)?.[1];
    if (absent !== undefined) {
      this.#absent = true;
      this.#unit = absent;
      this.#over = true;
    } else if (IS_ACTIVE.test(content)) {
      const state = content.trim();
      this.#active = { state, sub: null, line, start: 0, end: state.length };
      this.#over = true;
    } else if (unit !== undefined) {
      this.#unit = unit;
    } else if (LABEL_LINE.test(content)) {
      this.#label(content.trim(), content.length - content.trimStart().length, line);
    } else {
      return this.context.command === null ? 'refused' : 'maybe';
    }
    this.#begun = true;
    return 'taken';
  }

  #label(text: string, start: number, line: number): void {
    const active = /^Active: ([a-z]{3,20})(?: \(([^)]{1,60})\))?/u.exec(text);
    if (active !== null) {
      const [whole, state = '', sub = null] = active;
      this.#active ??= {
        state,
        sub,
        line,
        start: this.#columnOf(start),
        end: this.#columnOf(start + whole.length - 1) + 1,
      };
      return;
    }
    const pid = /^Main PID: (\d{1,10}) (?!\(code=)/u.exec(text)?.[1];
    if (pid !== undefined) this.#mainPid = Number(pid);
    const exit = /\(code=(\w{1,20}), (?:status|signal)=([^)\s]{1,40})\)/u.exec(text);
    if (exit !== null) this.#exit = { code: exit[1] ?? '', status: exit[2] ?? '', line };
    const enabled = /^Loaded: .{1,300}?; ([a-z-]{3,20})[;)]/u.exec(text)?.[1];
    if (enabled !== undefined) this.#enabled = { value: enabled, line };
  }

  /** Column in the line as it stands. */
  #columnOf(at: number): number {
    return this.#places?.[at] ?? at;
  }

  finish(): SystemctlStatusFacts {
    return {
      unit: this.#unit,
      active: this.#active,
      enabled: this.#enabled,
      mainPid: this.#mainPid,
      exit: this.#exit,
      pids: this.#pids,
      absent: this.#absent,
    };
  }
}

/** The unit that a command asks for; the ending `.service` may be left out there. */
function unitOfCommand(command: string | null): string | null {
  if (command === null) return null;
  for (const match of command.slice(0, 1_000).matchAll(UNIT_OF_COMMAND)) {
    const word = match[1] ?? '';
    if (word === 'status' || word === 'is-active') continue;
    return /\.[a-z]{4,9}$/u.test(word) ? word : `${word}.service`;
  }
  return null;
}
