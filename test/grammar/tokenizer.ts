/** Tokenises lines with the engine that VS Code uses. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as oniguruma from 'vscode-oniguruma';
import * as textmate from 'vscode-textmate';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const require = createRequire(import.meta.url);

export const SCOPES = [
  'source.zpa-journal',
  'source.zpa-memory',
  'source.zpa-provision-key',
  'source.zpa-diagnostics',
] as const;
export type Scope = (typeof SCOPES)[number];

const onigLib = oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'))).then(() => ({
  createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
  createOnigString: (text: string) => new oniguruma.OnigString(text),
}));

const registry = new textmate.Registry({
  onigLib,
  loadGrammar: (scope) => {
    if (!SCOPES.some((one) => one === scope)) return Promise.resolve(null);
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

/** Scopes of the first place where `word` stands in the text, its lines tokenised one after the other. */
export function scopesInText(grammar: textmate.IGrammar, text: string, word: string): readonly string[] {
  const at = text.indexOf(word);
  let start = 0;
  let stack = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    const column = at - start;
    if (at >= 0 && column >= 0 && column <= line.length) {
      return tokens.find((one) => one.startIndex <= column && column < one.endIndex)?.scopes ?? [];
    }
    start += line.length + 1;
    stack = ruleStack;
  }
  return [];
}

/** Every token of a text, its lines tokenised one after the other. */
export function* tokensOf(
  grammar: textmate.IGrammar,
  text: string,
): Generator<{ readonly text: string; readonly scopes: readonly string[]; readonly line: string }> {
  let stack = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    for (const { startIndex, endIndex, scopes } of tokens)
      yield { text: line.slice(startIndex, endIndex), scopes, line };
    stack = ruleStack;
  }
}
