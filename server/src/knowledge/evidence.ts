/** Evidence that rules ask for, and the documents they rest on: named once. */
import type { Need, Source } from '../engine/match/rule';

export const JOURNAL: Need = {
  anyOf: ['journal'],
  missing: 'the journal of the connector',
  command: 'sudo journalctl -u zpa-connector > journal.txt',
};

export const STATUS_BLOCKS: Need = {
  anyOf: ['status-block'],
  missing: 'status blocks of the connector, written to its journal once a minute',
  command: 'sudo journalctl -u zpa-connector --since "2 hours ago" > journal.txt',
};

/** Status blocks that hold a certain line. */
export function statusLine(kind: string, what: string): Need {
  return {
    anyOf: [`status-block:${kind}`],
    missing: `status blocks with ${what}`,
    command: 'sudo journalctl -u zpa-connector --since "2 hours ago" > journal.txt',
  };
}

export const FLOW_ROWS: Need = {
  anyOf: ['fohh-connection'],
  missing: 'flow-control rows (FC f_conn) of the journal',
  command: "sudo journalctl -u zpa-connector | grep 'f_conn' > journal.txt",
};

export const MEMORY_STATUS: Need = {
  anyOf: ['memory-status'],
  missing: 'the memory of the connector by allocator',
  command: 'curl -s 127.0.0.1:9000/memory/status > memory-status.txt',
};

export const KEY_FILE: Need = {
  anyOf: ['provision-key'],
  missing: 'the provision_key file (its shape is enough; leave the token out)',
  command: 'sudo cut -d "|" -f 1,2 /opt/zscaler/var/provision_key',
};

const HELP = 'https://help.zscaler.com/zpa/';
export const DOCS = {
  troubleshooting: `${HELP}troubleshooting-app-connectors`,
  runbook: 'https://help.zscaler.com/troubleshooting-runbooks/zpa-app-connector-troubleshooting-runbook',
  monitoring: `${HELP}monitoring-connector-performance`,
  managing: `${HELP}managing-deployed-connectors`,
  prerequisites: `${HELP}connector-deployment-prerequisites`,
  keys: `${HELP}about-connector-provisioning-keys`,
  statusCodes: `${HELP}understanding-zpa-session-status-codes`,
} as const;

export const TROUBLESHOOTING: Source = {
  kind: 'documented',
  from: 'Zscaler Help: Troubleshooting App Connectors',
  url: DOCS.troubleshooting,
};

export const RUNBOOK: Source = {
  kind: 'documented',
  from: 'Zscaler: ZPA App Connector Troubleshooting Runbook',
  url: DOCS.runbook,
};

/** Lines that only a teaching page shows: matched, but never trusted much. */
export const ILLUSTRATION: Source = { kind: 'illustration', from: 'a teaching page; not confirmed by other sources' };

/** A statement that rests on figures and names, not on a vendor's sentence. */
export function inferred(from: string): Source {
  return { kind: 'inferred', from };
}
