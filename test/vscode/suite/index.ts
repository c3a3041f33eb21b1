/** Runs the suite inside an extension host: mocha's browser build works in the Node and in the web host alike. */
import 'mocha/mocha';
import * as vscode from 'vscode';

/** Put in by build-suite.mjs. */
declare const ZPA_TRIAGE_GREP: string;

/** Tells the host of the tests that a line is for people; the desktop's own console needs no such help. */
const mark = vscode.env.uiKind === vscode.UIKind.Web ? 'ZPA_TEST:' : '';

/** Called by VS Code. Rejects when a test fails. */
export async function run(): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: Mocha.reporters.Spec, color: false, timeout: 60_000 });
  if (ZPA_TRIAGE_GREP !== '') mocha.fgrep(ZPA_TRIAGE_GREP);
  // The console of an extension host is passed on unformatted.
  Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => {
    console.log(mark + format(parts));
  };
  await import('./tests');
  await new Promise<void>((resolve, reject) => {
    // Not mocha.run: the browser build's own version asks the page's address for a filter, and there is no page here.
    Mocha.prototype.run.call(mocha, (failures: number) => {
      if (failures > 0) reject(new Error(`${String(failures)} tests failed`));
      else resolve();
    });
  });
}

/** As console.log would; the reporters use no more than `%s` and `%d`. */
function format([template = '', ...values]: unknown[]): string {
  const text = String(template).replace(/%[sd]/gu, () => String(values.shift()));
  return [text, ...values.map(String)].join(' ');
}
