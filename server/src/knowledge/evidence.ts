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

export const DISK_SPACE: Need = {
  anyOf: ['df', 'status-block:header'],
  missing: 'the free disk space of the host',
  command: 'df -h > df.txt',
};

export const DISK_USE: Need = {
  anyOf: ['du'],
  missing: 'what takes the disk space',
  command: 'sudo du -xa / 2>/dev/null | sort -n -r | head -n 20 > du.txt',
};

/** Rights of one file, as `ls -l` shows them. */
export function rightsOf(path: string, what: string): Need {
  return { anyOf: [`ls:${path}`], missing: `the rights of ${what}`, command: `ls -lL ${path} > ls.txt` };
}

const API =
  'curl -s -H "Authorization: Bearer $TOKEN" https://config.private.zscaler.com/mgmtconfig/v1/admin/customers/$CUSTOMER';

export const API_CONNECTORS: Need = {
  anyOf: ['api-connectors', 'api-connector-groups'],
  missing: 'an export of the App Connectors from the ZPA API',
  command: `${API}/connector?pagesize=500 > connectors.json`,
};

export const API_CONNECTOR_GROUPS: Need = {
  anyOf: ['api-connector-groups'],
  missing: 'an export of the App Connector groups from the ZPA API',
  command: `${API}/appConnectorGroup?pagesize=500 > connector-groups.json`,
};

export const API_KEYS: Need = {
  anyOf: ['api-provisioning-keys'],
  missing: 'an export of the provisioning keys from the ZPA API, without the keys themselves',
  command: `${API}/associationType/CONNECTOR_GRP/provisioningKey?pagesize=500 | jq 'del(.list[].provisioningKey)' > provisioning-keys.json`,
};

export const API_SERVER_GROUPS: Need = {
  anyOf: ['api-server-groups'],
  missing: 'an export of the server groups from the ZPA API',
  command: `${API}/serverGroup?pagesize=500 > server-groups.json`,
};

/** User activity, sent to a log receiver; there is no command on the connector for it. */
export const LSS_EVENTS: Need = {
  anyOf: ['lss-events:user-activity'],
  missing: 'user activity of the Log Streaming Service, as the log receiver stored it',
  command: 'grep -h \'"InternalReason"\' <files of the log receiver> > user-activity.jsonl',
};

export const NAME_LOOKUPS: Need = {
  anyOf: ['dig', 'dig-short', 'nslookup'],
  missing: 'look-ups of names on the connector',
  command: 'dig co2br.prod.zpath.net > dig.txt',
};

export const PING: Need = {
  anyOf: ['ping'],
  missing: 'the answers of ping',
  command: 'ping -c 5 co2br.prod.zpath.net > ping.txt',
};

export const MTR: Need = {
  anyOf: ['mtr'],
  missing: 'a report of mtr over the path to the Service Edge',
  command: 'sudo mtr -rzwbec100 --tcp -P443 co2br.prod.zpath.net > mtr.txt',
};

const RECOVERY = 'localhost:9000/assistant/zpn_dr';
/** Answers of the disaster recovery endpoints. */
export const RECOVERY_NEED = {
  settings: {
    anyOf: ['dr-configuration'],
    missing: 'the disaster recovery settings (only where disaster recovery is used)',
    command: `curl -s '${RECOVERY}/show_configuration' > dr-configuration.txt`,
  },
  files: {
    anyOf: ['dr-config-stats'],
    missing: 'the configuration files for disaster recovery (only where it is used)',
    command: `curl -s '${RECOVERY}/config_json_stats' > dr-config-stats.txt`,
  },
  domain: {
    anyOf: ['dr-resolve'],
    missing: 'how the activation domain resolves (only where disaster recovery is used)',
    command: `curl -s '${RECOVERY}/resolve_dr_domain?record_type=txt' > dr-resolve.txt`,
  },
  any: {
    anyOf: ['dr-apps', 'dr-configuration', 'dr-config-stats'],
    missing: 'whether disaster recovery is in use',
    command: `curl -s '${RECOVERY}/show_dr_apps' > dr-apps.txt`,
  },
} as const satisfies Record<string, Need>;

export const HOST_LOAD: Need = {
  anyOf: ['status-block:header', 'ps', 'top', 'vmstat'],
  missing: 'the load of the host',
  command: 'top -b -n 3 -d 60 > top.txt',
};

export const PROCESSES: Need = {
  anyOf: ['ps', 'top'],
  missing: 'the processes of the host',
  command: 'ps aux --sort=-pcpu > ps.txt',
};

export const HOST_MEMORY: Need = {
  anyOf: ['meminfo', 'free:available', 'top', 'status-block:header'],
  missing: 'the memory of the host',
  command: 'cat /proc/meminfo > meminfo.txt',
};

export const HOST_SWAP: Need = {
  anyOf: ['meminfo', 'free:swap', 'top', 'status-block:header'],
  missing: 'the swap of the host',
  command: 'cat /proc/meminfo > meminfo.txt',
};

export const HOST_SIZE: Need = {
  anyOf: ['lscpu', 'meminfo', 'free', 'df', 'status-block:header'],
  missing: 'the size of the machine',
  command: 'lscpu > lscpu.txt; free -m > free.txt; df -h > df.txt',
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
  connectorApi: `${HELP}managing-app-connectors-using-api`,
  connectorGroupApi: `${HELP}configuring-app-connector-groups-using-api`,
  keyApi: `${HELP}configuring-provisioning-keys-using-api`,
  serverGroups: `${HELP}about-server-groups`,
  userActivity: `${HELP}understanding-user-activity-log-fields`,
  connectorStatusLog: `${HELP}understanding-connector-status-log-fields`,
} as const;

export const RECOVERY_DOCS: readonly string[] = [
  `${DOCS.troubleshooting}#debuggingDr`,
  `${HELP}understanding-disaster-recovery`,
];

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

/** States and settings as the ZPA API and Zscaler's own tools around it name them. */
export const API_FIELDS: Source = {
  kind: 'documented',
  from: 'Zscaler Help: Managing App Connectors Using API; troubleshooting skill of the vendor (MCP server)',
  url: DOCS.connectorApi,
};
