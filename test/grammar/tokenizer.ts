/** Tokenises lines with the engine that VS Code uses. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);

const scopes = [
  'source.zpa-journal',
  'source.zpa-memory',
  'source.zpa-provision-key',
  'source.zpa-diagnostics',
] as const;
export type Scope = (typeof scopes)[number];

const onigLib = oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))).then(() => ({
  createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
  createOnigString: (text: string) => new oniguruma.OnigString(text),
}));

const registry = new textmate.Registry({
  onigLib,
  loadGrammar: (scope) => {
    if (!scopes.some((one) => one === scope)) return Promise.resolve(null);
    const file = join(root, 'syntaxes', `${scope.slice('source.'.length)}.tmLanguage.json`);
    return Promise.resolve(textmate.parseRawGrammar(readFileSync(file, 'utf8'), file));
  },
});

/** The grammar of a scope. */
export async function grammarOf(scope: Scope): Promise<textmate.IGrammar> {
  const grammar = await registry.loadGrammar(scope);
  if (grammar === null) throw new Error(`no grammar for ${scope}`);
  return grammar;
}

/** Scopes of the first place where `word` stands in the line. */
export function scopesOf(grammar: textmate.IGrammar, line: string, word: string): readonly string[] {
  const at = line.indexOf(word);
  const token = grammar
    .tokenizeLine(line, textmate.INITIAL)
    .tokens.find((one) => one.startIndex <= at && at < one.endIndex);
  return token?.scopes ?? [];
}
