/** Redacts texts for the editor, with the same stand-ins all through a session. */
import type { Connection } from 'vscode-languageserver';
import { LeakCheck } from '../../engine/redact/leak-check';
import { Pseudonyms } from '../../engine/redact/pseudonyms';
import { redactText, Redactor } from '../../engine/redact/redactor';
import { fenced } from '../fence';
import type { RedactedText, RedactTextParams } from '../redact-protocol';
import { REDACT_REQUESTS } from '../redact-protocol';

export interface RedactDeps {
  readonly log: (line: string) => void;
  /** Lines of an open document; null where it is not open. */
  readonly linesOf: (uri: string) => readonly string[] | null;
  /** What nobody else knows: stand-ins cannot be computed without it. */
  readonly salt: string;
}

/** Answers `zpaTriage/redactText`; null where it failed, never the text as it was. */
export function registerRedaction(connection: Connection, { log, linesOf, salt }: RedactDeps): void {
  const names = new Pseudonyms({ version: 1, salt, names: {}, ids: {}, addresses: {} });
  const learnt = new Set<string>();
  connection.onRequest(REDACT_REQUESTS.redactText, ({ text, uri }: RedactTextParams): RedactedText | null =>
    fenced(log, 'redaction', null, () => {
      if (typeof text !== 'string') return null;
      const path = uri === undefined ? '' : decoded(uri);
      const lines = uri === undefined || learnt.has(uri) ? null : linesOf(uri);
      if (uri !== undefined && lines !== null) {
        // The prompt of the first line tells that a word of the last one is a host.
        learnt.add(uri);
        const pieces = new Redactor(names).learn(path);
        for (const line of lines) pieces.push(`${line}\n`);
        pieces.end();
      }
      const made = redactText(names, path, text);
      const check = new LeakCheck(names, path);
      check.push(made.text);
      return { ...made, leaks: check.end().length };
    }),
  );
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
