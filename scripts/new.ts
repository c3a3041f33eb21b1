/** `npm run new -- category/name`: writes the one file of a new rule, ready to be filled, and refreshes the registry. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const id = process.argv[2] ?? '';
if (!/^[a-z]+\/[a-z0-9-]+$/u.test(id)) {
  console.error('usage: npm run new -- category/kebab-name');
  process.exit(2);
}
const file = join(root, 'server/src/knowledge/rules', `${id}.ts`);
if (existsSync(file)) {
  console.error(`${file} exists`);
  process.exit(2);
}
const name = id.split('/')[1] ?? '';
mkdirSync(dirname(file), { recursive: true });
writeFileSync(
  file,
  `import type { Message, Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';

const message: Message = {
  id: '${id.replace('/', '.')}',
  roles: ['child'],
  starts: ['${name}: '],
  pattern: /^${name}: (?<detail>[^\\n]{1,200})/u,
  meaning: 'What the line tells.',
  source: TROUBLESHOOTING,
  examples: ['${name}: detail'],
};

const rule: Rule = {
  id: '${id}',
  title: 'Names the problem',
  severity: 'warning',
  means: 'What is wrong when it fires.',
  matters: 'Why it matters.',
  doNext: 'The first thing to do.',
  message: 'What the diagnostic says: {detail}.',
  needs: [JOURNAL],
  on: { messages: [message], by: ['detail'] },
  runbook: { id: 'escalate-to-support' },
  documentation: [DOCS.troubleshooting],
  source: TROUBLESHOOTING,
  fires: [{ files: 'Jan 27 09:00:00 host-1 zpa-connector-child[3276]: ${name}: detail\\n', says: 'detail' }],
  silent: ['Jan 27 09:00:00 host-1 other[7]: ${name}: detail\\n'],
};

export default rule;
`,
);
console.log(`wrote ${file}`);
const generated = spawnSync('npm', ['run', '--silent', 'generate'], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exitCode = generated.status ?? 1;
