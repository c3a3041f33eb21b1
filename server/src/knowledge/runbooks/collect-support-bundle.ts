import type { Runbook } from '../../engine/catalogue';
import { COLLECTION } from '../collection';

const runbook: Runbook = {
  id: 'collect-support-bundle',
  title: 'Collect a support bundle',
  when: 'Before a case is opened, or when evidence is missing.',
  steps: [
    {
      id: 'script',
      title: 'Run the collection script',
      text: 'The script gathers everything below into one archive. It only reads, leaves keys out, and notes what the host cannot print. "ZPA: New Bundle Collection Script" opens it; docs/collect-zpa-bundle.sh is the same file.',
      commands: [{ run: 'sudo sh collect-zpa-bundle.sh', effect: 'read-only', note: 'on the App Connector' }],
      good: 'The last line names the archive: zpa-bundle-HOST-TIME.tgz.',
      next: 'Copy the archive here and open it; the steps below collect single files by hand.',
    },
    ...COLLECTION.map(({ file, title, commands }) => ({
      id: file.replace(/\.txt$/u, ''),
      title,
      text: `Kept in the bundle as ${file}.`,
      commands: [
        {
          run: `(${commands.join('; ')}) > ${file} 2>&1`.replaceAll('$CLOUD', '{cloud}'),
          effect: 'read-only' as const,
        },
      ],
    })),
    {
      id: 'key',
      title: 'Not the key',
      text: 'The provision_key file is a secret: leave it out, or send it without its last part. Its first two parts and its shape are all the evidence there is in it.',
      commands: [{ run: 'sudo cut -d "|" -f 1,2 /opt/zscaler/var/provision_key', effect: 'read-only' }],
    },
  ],
  verify: 'The files open here, and triage names what is missing.',
  escalate:
    'Attach the archive to the case. Redact it first where the names of hosts and people must not leave the house.',
  sources: ['Zscaler Help: Troubleshooting App Connectors (memory and CPU reports)'],
};

export default runbook;
