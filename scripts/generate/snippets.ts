/** Snippets for the commands of every runbook, the report skeleton and the key file. */
import type { Catalogue, Runbook } from '../../server/src/engine/catalogue';
import { collectionScript } from '../../server/src/knowledge/collection';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** Snippet files by language; VS Code reads them from package.json. */
export function snippetFiles(catalogue: Catalogue): readonly (readonly [path: string, content: string])[] {
  const shell: Record<string, Snippet> = {};
  const markdown: Record<string, Snippet> = {};
  for (const runbook of catalogue.runbooks) {
    const body = commands(runbook);
    if (body.length === 0) continue;
    const prefix = `zpa-${runbook.id}`;
    shell[`ZPA: ${runbook.title}`] = { prefix, description: runbook.when, body };
    markdown[`ZPA: ${runbook.title}`] = { prefix, description: runbook.when, body: ['```bash', ...body, '```', '$0'] };
  }
  shell['ZPA: collection script'] = {
    prefix: 'zpa-collection-script',
    description: 'Collects a support bundle: read-only, without keys',
    body: collectionScript().trimEnd().split('\n').map(escape),
  };
  markdown['ZPA: troubleshooting report'] = REPORT;
  const key: Record<string, Snippet> = {
    'ZPA: provisioning key': {
      prefix: 'zpa-provision-key',
      description: 'The one line of a provision_key file',
      body: ['${1:3}|${2:api.private.zscaler.com}|${3:token}'],
    },
  };
  return [
    ['snippets/shellscript.json', text(shell)],
    ['snippets/markdown.json', text(markdown)],
    ['snippets/provision-key.json', text(key)],
  ];
}

const REPORT: Snippet = {
  prefix: 'zpa-report',
  description: 'Skeleton of an App Connector troubleshooting report',
  body: [
    '# App Connector Troubleshooting Report',
    '',
    '- **Connector:** ${1:name} (${2:id})',
    '- **Symptom:** ${3|enrollment failure,disconnected,upgrade failed,high resource use,application unreachable|}',
    '- **Status:** ${4:state of the control connection}',
    '',
    '## Diagnosis',
    '',
    '${5:root cause}',
    '',
    '## Evidence',
    '',
    '- ${6:file:line}',
    '',
    '## Remediation steps',
    '',
    '1. ${7:step}',
    '',
    '## Verification',
    '',
    '${8:how to see that it works}',
    '',
    '## If it persists',
    '',
    '${0:what to collect}',
  ],
};

/** Commands of a runbook, each under its step; destructive ones are commented out. */
function commands(runbook: Runbook): readonly string[] {
  let stop = 0;
  const places = new Map<string, number>();
  return runbook.steps.flatMap((step) => {
    if (step.commands === undefined || step.commands.length === 0) return [];
    const lines = step.commands.map(({ run, effect }) => {
      const body = escape(run).replace(/\{([a-z-]+)\}/gu, (_, name: string) => {
        const known = places.get(name);
        if (known !== undefined) return `\${${String(known)}}`;
        stop += 1;
        places.set(name, stop);
        return `\${${String(stop)}:${name}}`;
      });
      return effect === 'destructive' ? `# destructive, read the runbook first: ${body}` : body;
    });
    return [`# ${escape(step.title)}`, ...lines];
  });
}

/** Dollar signs, closing braces and backslashes are syntax in a snippet; places of ours are put in afterwards. */
function escape(command: string): string {
  return command.replace(/[\\$]/gu, '\\$&').replace(/(?<!\{[a-z-]{1,20})\}/gu, '\\}');
}

function text(snippets: Record<string, Snippet>): string {
  return `${JSON.stringify(snippets, null, 2)}\n`;
}
