// `npm test`: every check in the contract's order; the last line sums up what the runners said.
import { spawnSync } from 'node:child_process';

const steps = [
  ['generated files', 'npm run --silent generate -- --check'],
  ['types', 'npm run --silent types'],
  ['lint and format', 'npm run --silent lint'],
  ['unit', 'npm run --silent test:unit'],
  ['grammar', 'npm run --silent test:grammar'],
  ['build', 'npm run --silent build'],
  ['language server', 'npm run --silent test:lsp'],
  ['command line', 'npm run --silent test:cli'],
  ['VS Code, Node extension host', 'npm run --silent test:vscode -- node'],
  ['VS Code, web extension host', 'npm run --silent test:vscode -- web'],
];

let passed = 0;
let failed = 0;
for (const [name, command] of steps) {
  const began = Date.now();
  console.log(`\n== ${name}`);
  const run = spawnSync(command, {
    shell: true,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 28,
  });
  process.stdout.write(run.stdout ?? '');
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  passed += sum(run.stdout, /^\s*(\d+) passing/gmu);
  const failures = sum(run.stdout, /^\s*(\d+) failing/gmu);
  if (run.status !== 0) {
    failed += Math.max(1, failures);
    console.log(`== ${name}: failed after ${seconds} s`);
    if (process.env.ZPA_TRIAGE_TEST_ALL !== '1') break;
  } else {
    console.log(`== ${name}: ok, ${seconds} s`);
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function sum(text, pattern) {
  let total = 0;
  for (const match of (text ?? '').matchAll(pattern)) total += Number(match[1]);
  return total;
}
