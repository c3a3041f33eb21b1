/** Exports of the ZPA API and records of the Log Streaming Service for the examples of rules; all names are invented. */

type Members = Readonly<Record<string, unknown>>;

/** A connected connector as the API lists it, with other members where given. */
export function exampleConnector(number: number, members: Members = {}): Members {
  return {
    id: `2161992${String(number).padStart(11, '0')}`,
    modifiedTime: '1768900000',
    creationTime: '1700000000',
    name: `fra-ac-${String(number).padStart(2, '0')}`,
    enabled: true,
    currentVersion: '25.47.1',
    expectedVersion: '25.47.1',
    upgradeStatus: 'COMPLETE',
    controlChannelStatus: 'ZPN_STATUS_AUTHENTICATED',
    upgradeAttempt: '0',
    lastBrokerConnectTime: '1768900000',
    sargeVersion: '25.46.3',
    privateIp: `10.20.4.${String(number)}`,
    platform: 'el9',
    provisioningKeyId: '6211',
    appConnectorGroupId: '216199200000009000',
    appConnectorGroupName: 'Frankfurt',
    ...members,
  };
}

/** The same in the spelling of the Python SDK and the tools on it. */
export function snakeConnector(number: number, members: Members = {}): Members {
  return {
    id: `2161992${String(number).padStart(11, '0')}`,
    name: `fra-ac-${String(number).padStart(2, '0')}`,
    enabled: true,
    current_version: '25.47.1',
    expected_version: '25.47.1',
    runtime_status: 'ZPN_STATUS_AUTHENTICATED',
    last_broker_connect_time: '1768900000',
    connector_group_id: '216199200000009000',
    ...members,
  };
}

export function exampleGroup(name: string, members: Members = {}): Members {
  return {
    id: '216199200000009000',
    name,
    enabled: true,
    upgradeDay: 'SUNDAY',
    upgradeTimeInSecs: '66600',
    overrideVersionProfile: false,
    versionProfileId: '0',
    dnsQueryType: 'IPV4',
    ...members,
  };
}

/** A key without the key itself. */
export function exampleKey(name: string, members: Members = {}): Members {
  return {
    id: '6211',
    name,
    enabled: true,
    maxUsage: '10',
    usageCount: '4',
    zcomponentId: '216199200000009000',
    zcomponentName: 'Frankfurt',
    associationType: 'CONNECTOR_GRP',
    ...members,
  };
}

export function exampleServerGroup(name: string, members: Members = {}): Members {
  return {
    id: '216199200000007000',
    name,
    enabled: true,
    configSpace: 'DEFAULT',
    dynamicDiscovery: true,
    appConnectorGroups: [{ id: '216199200000009000', name: 'Frankfurt', enabled: true }],
    ...members,
  };
}

/** One page of the API that holds the whole list, pretty printed. */
export function page(...list: readonly Members[]): string {
  return `${JSON.stringify({ totalPages: '1', totalCount: String(list.length), list }, null, 2)}\n`;
}

/** Record of user activity with that session status code. */
export function activity(code: string, members: Members = {}): string {
  return `${JSON.stringify({
    LogTimestamp: 'Tue Jan 20 09:30:00 2026',
    Customer: 'Example',
    SessionID: '2rq1jwFdb3T1ioovdwSO',
    ConnectionID: '2rq1jwFdb3T1ioovdwSO,k/IhMqgnLSfT2m6x2ABp',
    InternalReason: code,
    ConnectionStatus: 'close',
    IPProtocol: 6,
    Username: 'user@example.com',
    ServicePort: 443,
    ClientZEN: 'EU-DE-1',
    Connector: 'fra-ac-02',
    ConnectorZEN: 'EU-DE-1',
    ConnectorIP: '10.20.4.17',
    Host: 'wiki.corp.example',
    Application: 'wiki',
    ...members,
  })}\n`;
}

/** Status record of a connector. `time` as in `Tue Jan 20 09:30:00 2026`. */
export function statusEvent(time: string, session: string, status: string, members: Members = {}): string {
  return `${JSON.stringify({
    LogTimestamp: time,
    Customer: 'Example',
    SessionID: session,
    SessionType: 'ZPN_ASSISTANT_BROKER_CONTROL',
    SessionStatus: status,
    Version: '25.47.1',
    Platform: 'el9',
    ZEN: 'EU-DE-1',
    Connector: 'fra-ac-02',
    ConnectorGroup: 'Frankfurt',
    PrivateIP: '10.20.4.17',
    ...members,
  })}\n`;
}

/** Metrics events of the Log Streaming Service, one every five minutes; what `members` leave out is healthy. */
export function metricsEvents(members: readonly Members[]): string {
  return members
    .map((one, index) => {
      const minutes = String((index * 5) % 60).padStart(2, '0');
      return `${JSON.stringify({
        LogTimestamp: `Tue Jan 27 09:${minutes}:00 2026`,
        Connector: 'fra-ac-02',
        CPUUtilization: '22',
        SystemMemoryUtilization: '37',
        ProcessMemoryUtilization: '11',
        AppCount: '40',
        ServiceCount: '80',
        TargetCount: '400',
        AliveTargetCount: '377',
        UsedTCPPortsIPv4: '108',
        UsedUDPPortsIPv4: '14',
        UsedTCPPortsIPv6: '1',
        UsedUDPPortsIPv6: '3',
        AvailablePorts: '28231',
        SystemMaximumFileDescriptors: '1597377',
        SystemUsedFileDescriptors: '1952',
        ProcessMaximumFileDescriptors: '512000',
        ProcessUsedFileDescriptors: '388',
        AvailableDiskBytes: '27528673280',
        ...one,
      })}\n`;
    })
    .join('');
}
