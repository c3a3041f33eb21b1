/** Names of the tools for agents, as package.json declares them too. */
export const TOOLS = {
  findings: 'zpa_triage_findings',
  explain: 'zpa_triage_explain',
  runbook: 'zpa_triage_runbook',
} as const;
