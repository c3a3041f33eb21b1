/** Runs the suite inside an extension host: mocha's browser build works in the Node and in the web host alike. */
import 'mocha/mocha';

/** Called by VS Code. Rejects when a test fails. */
export async function run(): Promise<void> {
  // Reporters of mocha print to a terminal or a page; there is neither.
  const silent = class extends Mocha.reporters.Base {};
  mocha.setup({ ui: 'bdd', reporter: silent, timeout: 60_000 });
  await import('./tests');
  await new Promise<void>((resolve, reject) => {
    // Not mocha.run: the browser build's own version asks the page's address for a filter, and there is no page here.
    const runner = Mocha.prototype.run.call(mocha, (failures: number) => {
      if (failures > 0) reject(new Error(`${String(failures)} tests failed`));
      else resolve();
    });
    report(runner);
  });
}

/** A few lines to the console are all that is wanted. */
function report(runner: Mocha.Runner): void {
  let passing = 0;
  let failing = 0;
  runner.on('pass', (test) => {
    passing += 1;
    console.log(`ZPA_TEST:  ok ${test.fullTitle()} (${String(test.duration ?? 0)} ms)`);
  });
  runner.on('fail', (test, error: Error) => {
    failing += 1;
    console.log(`ZPA_TEST:  FAILED ${test.fullTitle()}\n${error.stack ?? error.message}`);
  });
  runner.on('end', () => {
    console.log(`ZPA_TEST:\n  ${String(passing)} passing`);
    if (failing > 0) console.log(`ZPA_TEST:  ${String(failing)} failing`);
  });
}
