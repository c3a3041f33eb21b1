/**
 * Which section of the documents that this catalogue was made from is told by which rules and runbooks. The page is
 * docs/coverage.md; the generator checks every id.
 */

export interface CoverageRow {
  /** Heading, scenario or fact of the document, in our words. */
  readonly section: string;
  readonly rules: readonly string[];
  readonly runbooks: readonly string[];
  /** Names of glossary entries that explain what is shown. */
  readonly entries?: readonly string[];
  /** Modules under test/corpus/foreign that hold what must stay silent. */
  readonly silent?: readonly string[];
}

export interface CoveredDocument {
  readonly title: string;
  readonly url: string | null;
  readonly rows: readonly CoverageRow[];
}

const row = (
  section: string,
  rules: readonly string[],
  runbooks: readonly string[],
  more: Pick<CoverageRow, 'entries' | 'silent'> = {},
): CoverageRow => ({ section, rules, runbooks, ...more });

const TROUBLESHOOTING: CoveredDocument = {
  title: 'Zscaler Help: Troubleshooting App Connectors',
  url: 'https://help.zscaler.com/zpa/troubleshooting-app-connectors',
  rows: [
    row(
      'App Connector not connected to the cloud',
      ['tunnel/not-connected-to-cloud', 'tunnel/deleted-in-portal'],
      ['deleted-in-portal'],
    ),
    row('App Connector not communicating with the cloud', ['health/status-gap', 'health/cpu-steal'], ['vm-frozen']),
    row(
      'DNS failure, but App Connector successful',
      ['enrollment/dns-resolution-failed', 'config/resolv-conf-unreadable', 'enrollment/http-client-failed'],
      ['resolv-conf-permissions'],
    ),
    row(
      'Server domain resolution change does not take effect at once',
      ['apps/name-not-found'],
      ['health-reporting-modes', 'app-dns'],
    ),
    row('SSL interceptions', ['tunnel/ssl-interception'], ['ssl-interception']),
    row(
      'Memory leaks or high memory usage',
      ['health/memory-leak', 'health/high-memory', 'health/allocator-dominant'],
      ['memory-leak-collection', 'high-memory'],
    ),
    row(
      'High CPU',
      ['health/high-cpu', 'health/cpu-other-process', 'health/thread-saturated'],
      ['cpu-collection', 'high-cpu'],
    ),
    row(
      'Unable to connect to the ZPA cloud',
      ['tunnel/control-disconnected', 'tunnel/not-connected-to-cloud'],
      ['broker-reachability'],
    ),
    row(
      'Check the IP address ranges',
      ['tunnel/tcp-connect-failed', 'tunnel/direct-egress-blocked'],
      ['firewall-egress'],
    ),
    row('Test the connectivity (co2br)', ['tunnel/dns-too-few-answers', 'tunnel/dns-lookup-failed'], ['dns-check']),
    row(
      'Check for a TLS connection',
      ['tunnel/tls-no-certificate', 'tunnel/ssl-interception'],
      ['broker-reachability'],
    ),
    row('Get the tcpdump', ['tunnel/tls-no-certificate'], ['packet-capture']),
    row(
      'Verify the frequency of error occurrence',
      ['tunnel/backed-off-connections', 'tunnel/tx-drop', 'tunnel/tx-blocked', 'tunnel/one-way-traffic'],
      ['frequent-disconnects'],
    ),
    row('Do an ICMP ping', ['tunnel/icmp-loss'], ['broker-reachability']),
    row('App Connector ID is zero', ['apps/connector-id-zero', 'apps/session-errors'], ['app-not-reachable']),
    row(
      'Larger number of TCP sockets in the system',
      ['health/time-wait-expected', 'health/ports-exhausted'],
      ['app-not-reachable'],
    ),
    row('Too many TCP failures to the server', ['health/probe-reset-expected'], ['app-not-reachable']),
    row(
      'Frequent disconnections to the ZPA cloud',
      ['tunnel/flapping', 'tunnel/broker-prefix-pattern', 'bundle/fleet-incident', 'health/process-restarted'],
      ['frequent-disconnects'],
    ),
    row('App Connector load not balanced', ['config/single-connector-group'], ['load-not-balanced']),
    row('App Connector pause state', ['health/paused', 'health/probe-rejected-paused'], ['paused-connector']),
    row(
      'App Connector upgrade failure',
      ['upgrade/failed', 'upgrade/version-mismatch', 'health/reverting-to-default'],
      ['upgrade-failure'],
    ),
    row(
      'Upgrade: failed for more than 24 hours',
      ['upgrade/failed', 'upgrade/version-mismatch'],
      ['upgrade-failure', 'revert-to-default-version'],
    ),
    row(
      'Upgrade: no disk space left',
      ['upgrade/no-disk-space', 'health/disk-full', 'health/disk-consumer'],
      ['disk-cleanup'],
    ),
    row(
      'Upgrade: inconsistent connection to co2br',
      ['upgrade/unreachable-repository', 'tunnel/flapping'],
      ['upgrade-failure'],
    ),
    row(
      'Upgrade: the provisioning key was deleted',
      ['enrollment/login-rejected', 'provision-key/disabled'],
      ['reprovision-connector'],
    ),
    row(
      'Upgrade: restart, revert, wipe and rebuild',
      ['health/service-not-running'],
      ['service-restart', 'revert-to-default-version', 'rebuild-connector'],
    ),
    row(
      'Enrollment failure',
      ['enrollment/certificate-enrollment-failed', 'config/resolv-conf-unreadable', 'provision-key/unreadable'],
      ['enrollment-failure'],
    ),
    row(
      'Less than 100 active App Connectors, but no more can enroll',
      ['enrollment/connector-limit'],
      ['connector-limit'],
    ),
    row(
      'IMDSv2 migrated App Connector fails to enroll',
      ['enrollment/imdsv2-reenrolled', 'provision-key/max-usage-reached'],
      ['imdsv2'],
    ),
    row(
      'Certificate is not valid yet',
      [
        'enrollment/certificate-not-yet-valid',
        'enrollment/csr-rejected',
        'enrollment/key-already-enrolled',
        'health/clock-unsynchronized',
      ],
      ['clock-and-certificate'],
    ),
    row(
      'Disaster recovery snapshots not captured',
      ['dr/snapshots-paused', 'health/disk-high'],
      ['disaster-recovery', 'disk-cleanup'],
    ),
    row('Disaster recovery: dump the applications', ['dr/snapshots-paused'], ['disaster-recovery'], {
      entries: ['dr.App'],
    }),
    row('Disaster recovery: stats of the configuration files', ['dr/config-empty'], ['disaster-recovery']),
    row('Disaster recovery: resolve the DNS records', ['dr/domain-unresolved'], ['disaster-recovery']),
    row('Disaster recovery: critical settings', ['dr/public-key-missing'], ['disaster-recovery']),
  ],
};

const SKILL: CoveredDocument = {
  title: 'The troubleshooting skill of the vendor',
  url: 'https://github.com/zscaler/zscaler-mcp-server',
  rows: [
    row('Status AUTHENTICATED', ['tunnel/control-disconnected'], ['control-connection-lost'], {
      entries: ['ZPN_STATUS_AUTHENTICATED'],
    }),
    row('Status DISCONNECTED', ['tunnel/control-disconnected'], ['control-connection-lost'], {
      entries: ['ZPN_STATUS_DISCONNECTED'],
    }),
    row('Status NOT_ENROLLED', ['enrollment/not-enrolled'], ['enrollment-failure'], {
      entries: ['ZPN_STATUS_NOT_ENROLLED'],
    }),
    row('Status PENDING', ['enrollment/not-enrolled'], ['enrollment-failure'], { entries: ['ZPN_STATUS_PENDING'] }),
    row('Versions of a connector', ['upgrade/version-mismatch'], ['upgrade-failure']),
    row('Connector group settings', ['config/group-disabled', 'config/connector-disabled'], ['no-healthy-connector']),
    row(
      'Provisioning keys',
      [
        'provision-key/max-usage-reached',
        'provision-key/disabled',
        'provision-key/expired',
        'provision-key/secret-exposed',
      ],
      ['provision-key-check'],
    ),
    row(
      'Server groups and application segments',
      ['config/server-group-disabled', 'config/group-mismatch'],
      ['no-healthy-connector', 'app-segment-and-source-ip'],
    ),
    row('5A Enrollment: key', ['enrollment/login-rejected', 'provision-key/malformed'], ['login-rejected']),
    row('5A Enrollment: DNS', ['enrollment/dns-resolution-failed', 'config/no-nameserver'], ['dns-check']),
    row('5A Enrollment: network', ['tunnel/tcp-connect-failed', 'tunnel/ssl-interception'], ['firewall-egress']),
    row(
      '5A Enrollment: certificate and time',
      ['enrollment/certificate-not-yet-valid', 'health/time-skew'],
      ['clock-and-certificate'],
    ),
    row(
      '5A Enrollment: machine moved',
      ['enrollment/hardware-id-changed'],
      ['hardware-id-changed', 'reprovision-connector'],
    ),
    row(
      '5B Upgrade failure',
      ['upgrade/failed', 'upgrade/unreachable-repository'],
      ['upgrade-failure', 'revert-to-default-version'],
    ),
    row(
      '5C Service Edge: DNS, ICMP, TCP, TLS',
      ['tunnel/dns-lookup-failed', 'tunnel/icmp-loss', 'tunnel/tcp-connect-failed', 'tunnel/tls-no-certificate'],
      ['broker-reachability'],
    ),
    row('5C Service Edge: packet capture, hop count', ['tunnel/mtr-loss'], ['packet-capture']),
    row('5D High CPU', ['health/high-cpu', 'health/cpu-other-process'], ['high-cpu']),
    row('5D Memory', ['health/high-memory', 'health/memory-other-process'], ['high-memory']),
    row('5D Disk', ['health/disk-full', 'health/disk-consumer'], ['disk-cleanup']),
    row('5D Scaling', ['health/undersized'], ['sizing']),
    row('Report format', ['bundle/truncated', 'bundle/redacted', 'bundle/unrecognised'], ['escalate-to-support']),
    row(
      'Healthy indicators',
      [
        'health/certificate-expiring',
        'tunnel/uptime-reset',
        'tunnel/no-data-connections',
        'tunnel/backed-off-connections',
        'health/apps-down',
      ],
      ['control-connection-lost'],
      { silent: ['healthy'] },
    ),
  ],
};

const RUNBOOK: CoveredDocument = {
  title: 'Zscaler: ZPA App Connector Troubleshooting Runbook',
  url: 'https://help.zscaler.com/troubleshooting-runbooks/zpa-app-connector-troubleshooting-runbook',
  rows: [
    row('Deployed as per specifications', ['health/undersized'], ['sizing']),
    row('DNS works', ['tunnel/dns-lookup-failed', 'tunnel/dns-too-few-answers'], ['dns-check']),
    row(
      'Reachability of the broker',
      ['tunnel/icmp-loss', 'tunnel/tcp-connect-failed', 'tunnel/tls-no-certificate'],
      ['broker-reachability', 'packet-capture'],
    ),
    row(
      'Certificate issues',
      ['tunnel/ssl-interception', 'enrollment/certificate-not-yet-valid'],
      ['ssl-interception', 'clock-and-certificate'],
    ),
    row(
      'Provision key check',
      ['enrollment/login-rejected', 'provision-key/whitespace', 'provision-key/multiple-lines'],
      ['provision-key-check', 'login-rejected'],
    ),
    row(
      'Cannot enroll after moving to another VM',
      ['enrollment/hardware-id-changed', 'health/process-crash-loop'],
      ['hardware-id-changed'],
    ),
    row(
      'How upgrades work; identifying a failure',
      ['upgrade/failed', 'upgrade/version-changed', 'health/upgrade-prep-expected'],
      ['upgrade-failure'],
    ),
    row('A healthy App Connector', ['tunnel/control-disconnected', 'health/time-skew'], ['control-connection-lost'], {
      silent: ['healthy'],
    }),
    row('Service restart', ['health/service-not-running', 'health/process-restarted'], ['service-restart']),
    row(
      'Logs and network connectivity',
      ['tunnel/not-connected-to-cloud', 'tunnel/control-disconnected'],
      ['broker-reachability'],
    ),
    row('Software version update', ['upgrade/unreachable-repository'], ['upgrade-failure']),
    row('Reverting to the default version', ['health/reverting-to-default'], ['revert-to-default-version']),
    row(
      'Rebuild: group, key, room, wipe',
      ['provision-key/max-usage-reached'],
      ['rebuild-connector', 'reprovision-connector'],
    ),
    row('Diagnostics of the portal', ['tunnel/control-disconnected', 'apps/session-errors'], ['frequent-disconnects']),
    row('DNS resolution on the connector', ['tunnel/dns-too-few-answers'], ['dns-check']),
    row(
      'Connectivity by ICMP and MTR',
      ['tunnel/icmp-loss', 'tunnel/mtr-loss', 'tunnel/mtr-rate-limited'],
      ['broker-reachability'],
    ),
    row(
      'TCP and TLS with the broker',
      ['tunnel/tcp-connect-failed', 'tunnel/tls-no-certificate'],
      ['broker-reachability'],
    ),
    row('Packet capture, RST and TTL, iptables', ['tunnel/tcp-connect-failed'], ['packet-capture']),
    row(
      'Broker connection: working and not working',
      ['tunnel/control-connection-closed', 'tunnel/redirected', 'tunnel/high-rtt', 'tunnel/app-rtt-delay'],
      ['control-connection-lost'],
    ),
    row(
      'RPC counters',
      ['tunnel/rpc-tx-drop-rising', 'health/bind-unacked', 'health/mtunnel-growth'],
      ['control-connection-lost'],
    ),
    row(
      'Rx and Tx counters',
      ['tunnel/tx-drop', 'tunnel/one-way-traffic', 'tunnel/tx-blocked', 'tunnel/backed-off-connections'],
      ['frequent-disconnects'],
    ),
    row('Uptime of the connection', ['tunnel/uptime-reset'], ['control-connection-lost']),
    row(
      'High CPU: which process, how many cores',
      ['health/high-cpu', 'health/cpu-other-process', 'health/zombie-processes'],
      ['high-cpu'],
    ),
    row('High CPU: what to collect', ['health/cpu-steal', 'health/allocator-dominant'], ['cpu-collection']),
    row('High memory: meminfo, swap', ['health/high-memory', 'health/swap-in-use'], ['high-memory']),
    row(
      'High memory: which process',
      ['health/memory-other-process', 'health/memory-leak'],
      ['high-memory', 'memory-leak-collection'],
    ),
    row('Disk: how to identify', ['health/disk-full', 'health/disk-high', 'health/disk-consumer'], ['disk-cleanup']),
    row('Disk: clean up, rsyslog, logrotate', ['config/smart-quotes', 'health/disk-consumer'], ['disk-cleanup']),
  ],
};

const SCENARIOS: CoveredDocument = {
  title: 'Sixteen failure scenarios (a course; its log lines are illustrations)',
  url: null,
  rows: [
    row(
      '1 Not connected after deployment',
      ['health/service-not-running', 'tunnel/control-disconnected', 'provision-key/empty'],
      ['service-restart', 'enrollment-failure'],
    ),
    row(
      '2 Key rejected',
      ['enrollment/key-rejected', 'provision-key/smart-quotes', 'provision-key/placeholder', 'provision-key/expired'],
      ['provision-key-check'],
    ),
    row('3 Cloned machine', ['enrollment/hardware-id-changed'], ['hardware-id-changed']),
    row(
      '4 resolv.conf not readable, no resolver',
      ['config/resolv-conf-unreadable', 'config/no-nameserver', 'tunnel/dns-lookup-failed'],
      ['resolv-conf-permissions'],
    ),
    row(
      '5 Outbound 443 blocked',
      ['tunnel/broker-connect-failed', 'tunnel/tcp-connect-failed', 'tunnel/direct-egress-blocked'],
      ['firewall-egress'],
    ),
    row('6 TLS inspection', ['tunnel/ssl-interception'], ['ssl-interception']),
    row('7 Explicit proxy', ['tunnel/direct-egress-blocked', 'config/proxy-malformed'], ['proxy-egress']),
    row('8 Far Service Edge', ['tunnel/far-service-edge', 'tunnel/high-rtt'], ['far-service-edge']),
    row(
      '9 Clock drift',
      ['health/clock-unsynchronized', 'config/no-time-source', 'health/time-skew'],
      ['clock-and-certificate'],
    ),
    row(
      '10 Overloaded connector',
      ['health/high-cpu', 'health/high-memory', 'health/memory-leak'],
      ['high-cpu', 'sizing'],
    ),
    row('11 Failed upgrade', ['upgrade/failed', 'upgrade/no-disk-space', 'health/disk-full'], ['upgrade-failure']),
    row(
      '12 Flapping; health reporting modes',
      ['tunnel/flapping', 'health/targets-down', 'health/target-limit'],
      ['frequent-disconnects', 'health-reporting-modes'],
    ),
    row('13 Application name not found', ['apps/name-not-found'], ['app-dns']),
    row(
      '14 Application segment, port, source address',
      ['apps/port-unreachable', 'config/group-mismatch'],
      ['app-segment-and-source-ip'],
    ),
    row('15 Path MTU and split DNS', ['apps/path-mtu'], ['path-mtu-and-split-dns']),
    row(
      '16 No healthy connector',
      ['apps/no-healthy-connector', 'config/single-connector-group'],
      ['no-healthy-connector', 'high-availability-pair'],
    ),
  ],
};

const DEPLOYMENT: CoveredDocument = {
  title: 'Deploying and operating App Connectors (a course; its log lines are illustrations)',
  url: null,
  rows: [
    row('Size of a connector', ['health/undersized'], ['sizing']),
    row('Static MAC address, no clones', ['enrollment/hardware-id-changed'], ['hardware-id-changed']),
    row('Near the application, not the user', ['tunnel/far-service-edge', 'tunnel/high-rtt'], ['far-service-edge']),
    row(
      'Egress: 443, DNS, NTP, no inbound',
      ['tunnel/tcp-connect-failed', 'tunnel/dns-lookup-failed', 'health/clock-unsynchronized'],
      ['firewall-egress'],
    ),
    row(
      'Pinned certificates and inspection',
      ['tunnel/ssl-interception', 'upgrade/regression-after-update'],
      ['ssl-interception'],
    ),
    row(
      'Key: bound to a group, limited use',
      ['provision-key/max-usage-reached', 'provision-key/cloud-mismatch'],
      ['provision-key-check'],
    ),
    row('Key: a secret', ['provision-key/secret-exposed'], ['provision-key-check']),
    row(
      'Key: curly quotes and half-written files',
      [
        'provision-key/smart-quotes',
        'provision-key/malformed',
        'provision-key/surrounding-quotes',
        'provision-key/invisible-characters',
      ],
      ['provision-key-check'],
    ),
    row(
      'Key: how the file is written',
      ['provision-key/shell-remnant', 'provision-key/unreadable', 'provision-key/unknown-cloud'],
      ['provision-key-check'],
    ),
    row(
      'Mutual TLS and the clock',
      ['enrollment/certificate-not-yet-valid', 'health/time-skew', 'health/clock-unsynchronized'],
      ['clock-and-certificate'],
    ),
    row(
      'Two connectors a group',
      ['config/single-connector-group', 'bundle/mixed-connectors'],
      ['high-availability-pair'],
    ),
    row('A member left behind on an old version', ['upgrade/version-mismatch'], ['upgrade-failure']),
    row(
      'Both down after an update',
      ['upgrade/regression-after-update', 'bundle/fleet-incident'],
      ['ssl-interception'],
    ),
    row(
      'The connection test',
      ['tunnel/control-disconnected', 'health/clock-unsynchronized', 'apps/port-unreachable'],
      ['control-connection-lost', 'app-not-reachable'],
    ),
    row(
      'Daily checks',
      ['health/service-not-running', 'health/secondary-connection-down', 'health/descriptors-exhausted'],
      ['collect-support-bundle'],
      { silent: ['healthy'] },
    ),
    row(
      'Order and completeness of what was collected',
      ['bundle/time-out-of-order', 'bundle/truncated'],
      ['collect-support-bundle'],
    ),
  ],
};

export const COVERAGE: readonly CoveredDocument[] = [TROUBLESHOOTING, SKILL, RUNBOOK, SCENARIOS, DEPLOYMENT];
