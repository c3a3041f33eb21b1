import type { Runbook } from '../../engine/catalogue';

const runbook: Runbook = {
  id: 'cpu-collection',
  title: 'Collect a CPU report',
  when: 'CPU stays high: Support needs a series, one sample a minute.',
  steps: [
    {
      id: 'run',
      title: 'Run the collection',
      text: 'At least an hour; stop with Ctrl-C. It only reads.',
      commands: [
        {
          run: "while :; do date; echo 'ps aux --sort=-pcpu | head -5'; ps aux --sort=-pcpu | head -5; echo vmstat; vmstat; echo 'curl -s 127.0.0.1:9000/memory/status'; curl -s 127.0.0.1:9000/memory/status; echo 'curl -s 127.0.0.1:9000/memory/argo'; curl -s 127.0.0.1:9000/memory/argo; sleep 60; done >> cpu_report.txt",
          effect: 'read-only',
          note: 'writes cpu_report.txt into the current folder',
        },
      ],
    },
  ],
  verify: 'The report holds a sample a minute for the whole time.',
  escalate: 'Open a case with the bundle (see collect-support-bundle) and the answers of the steps above.',
  sources: ['https://help.zscaler.com/zpa/troubleshooting-app-connectors#cpu'],
};

export default runbook;
