/** Command lines of name and path tools, on the host or in its container. */
import { argumentsOf as argumentsBehind, commandPattern, operandsOf } from '../connect/command';

const IN_CONTAINER = '^(?:kubectl|oc|docker|podman) exec (?:\\S{1,80} ){1,8}(?:/[\\w./-]{1,60}/)?';

/** Matches a command line of the program (source of an expression); `tail` may restrict what follows the name. */
export function commandOf(program: string, tail = ''): RegExp {
  const tool = `(?:${program})(?= |$)${tail}`;
  return new RegExp(`${commandPattern(tool).source}|${IN_CONTAINER}${tool}`, 'u');
}

/** The words behind the program, up to a pipe, a redirection or the next command. Empty where it is not named. */
export function argumentsOf(command: string, program: string): readonly string[] {
  return argumentsBehind(command, new RegExp(`(?:^|[ /])(?:${program})(?= |$)`, 'u'));
}

/** The first word that is no option or its value: what the program was to reach; null where there is none. */
export function targetOf(command: string | null, program: string, valued: ReadonlySet<string>): string | null {
  const [target] = operandsOf(argumentsOf(command ?? '', program), valued);
  return target === undefined || target.startsWith('$') ? null : plainName(target);
}

/** Whether the output went through a filter, so that lines of it may be missing. */
export function isPiped(command: string): boolean {
  return command.includes('|');
}

/** A host name as names are compared: lower case, without the final dot. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/\.$/u, '');
}
