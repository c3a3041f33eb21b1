import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'memory-leak-collection',
  title: 'Collect a memory report',
  when: 'Memory grows for hours: Support needs a series, one sample a minute.',
  steps: [
    {
      id: 'run',
      title: 'Run the collection',
      text: 'At least an hour, up to days; stop with Ctrl-C. It only reads.',
      commands: [
        {
          run: "while :; do date; echo 'ps aux --sort=-pmem | head -5'; ps aux --sort=-pmem | head -5; echo 'curl -s 127.0.0.1:9000/memory/status'; curl -s 127.0.0.1:9000/memory/status; echo 'curl -s 127.0.0.1:9000/memory/argo'; curl -s 127.0.0.1:9000/memory/argo; sleep 60; done >> memory_report.txt",
          effect: 'read-only',
          note: 'writes memory_report.txt into the current folder',
        },
      ],
    },
    {
      id: 'read',
      title: 'Read the trend',
      text: 'Open the report here: allocators that grow in nearly every sample are ranked by their rate.',
      good: 'Out goes up and down.',
      bad: 'Out of one allocator only grows.',
    },
  ],
  verify: 'The report holds a sample a minute for the whole time.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: ['https://help.zscaler.com/zpa/troubleshooting-app-connectors#memory'],
};

export default runbook;
