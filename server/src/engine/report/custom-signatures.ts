import type { Catalogue } from '../catalogue';
import type { Message, Rule, Severity, Source } from '../match/rule';

/** A log message that a user wants to be told of (`zpaTriage.customSignatures`). */
export interface CustomSignature {
  readonly id: string;
  /** Matched against messages, without the journal's prefix. Named groups can be used in `message` as `{name}`. */
  readonly pattern: RegExp;
  readonly severity: Severity;
  readonly message: string;
  readonly runbook?: string;
  readonly url?: string;
}

const SOURCE: Source = { kind: 'inferred', from: 'a custom signature of the settings' };
const MAX_PATTERN = 500;
/** Every first character that a message can have: a pattern that is not anchored may begin anywhere. */
const ANY_START = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));

/** Signatures of a configuration; those that cannot be used are named in `problems`. */
export function readSignatures(values: readonly unknown[], problems: string[]): CustomSignature[] {
  return values.flatMap((value, index) => {
    const read = readSignature(value);
    if (typeof read !== 'string') return [read];
    problems.push(`customSignatures[${String(index)}]${nameOf(value)}: ${read}`);
    return [];
  });
}

/** The id as it was written, so that its owner finds it in a long list. */
function nameOf(value: unknown): string {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' && id !== '' ? ` (${id.slice(0, 80)})` : '';
}

/** What of the signatures is not used, because a rule, or a signature before it, has the id: a phrase each. */
export function takenIds({ rules }: Catalogue, signatures: readonly CustomSignature[]): readonly string[] {
  const taken = new Set<string>(rules.flatMap(({ id, aliases = [] }) => [id, ...aliases]));
  return signatures.flatMap(({ id }) => {
    if (taken.has(id)) return [`customSignatures (${id}): another rule has its id`];
    taken.add(id);
    return [];
  });
}

function readSignature(value: unknown): CustomSignature | string {
  if (typeof value !== 'object' || value === null) return 'not an object';
  const { id, pattern, severity = 'warning', message, runbook, url } = value as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || !/^[a-z0-9]+(?:[-/][a-z0-9]+){0,8}$/u.test(id)) return 'its id is not in kebab-case';
  if (typeof pattern !== 'string' || pattern === '' || pattern.length > MAX_PATTERN) {
    return `its pattern is missing or longer than ${String(MAX_PATTERN)} characters`;
  }
  if (severity !== 'error' && severity !== 'warning' && severity !== 'info' && severity !== 'hint') {
    return 'its severity is none of error, warning, info, hint';
  }
  if (url !== undefined && !isPage(url)) return 'its url is no address of a page (https://…)';
  let expression: RegExp;
  try {
    expression = new RegExp(pattern, 'u');
  } catch {
    return 'its pattern is not a regular expression';
  }
  return {
    id: id.includes('/') ? id : `custom/${id}`,
    pattern: expression,
    severity,
    message: typeof message === 'string' ? message : `A line matches the custom signature ${id}.`,
    ...(typeof runbook === 'string' ? { runbook } : {}),
    ...(typeof url === 'string' ? { url } : {}),
  };
}

function isPage(url: unknown): boolean {
  return typeof url === 'string' && /^https?:\/\/[^\s"<>]{1,2000}$/u.test(url);
}

/**
 * The catalogue with a message and a rule for each signature. Messages we know already keep their own meaning, and ids
 * that are taken their rule.
 */
export function withSignatures(catalogue: Catalogue, given: readonly CustomSignature[]): Catalogue {
  const taken = new Set<string>(catalogue.rules.flatMap(({ id, aliases = [] }) => [id, ...aliases]));
  const signatures = given.filter(({ id }) => !taken.has(id) && taken.add(id).has(id));
  if (signatures.length === 0) return catalogue;
  const messages = signatures.map((signature) => messageOf(signature));
  const rules = signatures.map((signature, index) => ruleOf(signature, messages[index]));
  return { ...catalogue, messages: [...catalogue.messages, ...messages], rules: [...catalogue.rules, ...rules] };
}

function messageOf({ id, pattern, message }: CustomSignature): Message {
  return {
    id,
    roles: ['child', 'parent', 'unit', 'other'],
    starts: ANY_START,
    pattern,
    meaning: message,
    source: SOURCE,
    examples: [],
  };
}

function ruleOf({ id, severity, message, runbook, url }: CustomSignature, on: Message | undefined): Rule {
  return {
    id,
    title: message,
    severity,
    confidence: 'medium',
    means: 'A line matches a signature that the settings define.',
    matters: 'Whoever wrote the signature wanted to be told.',
    doNext: 'Read the line and what stands around it.',
    message,
    needs: [],
    on: { messages: on === undefined ? [] : [on] },
    runbook: { id: runbook ?? 'escalate-to-support' },
    documentation: url === undefined ? [] : [url],
    source: SOURCE,
    fires: [],
    silent: [],
  };
}
