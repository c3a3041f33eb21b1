/** The kinds of records that the Log Streaming Service sends. */
export type LssKind =
  | 'connector-status'
  | 'connector-metrics'
  | 'service-edge-status'
  | 'service-edge-metrics'
  | 'controller-status'
  | 'controller-metrics'
  | 'user-activity'
  | 'user-status'
  | 'browser-access'
  | 'audit';

/** A CSV or TSV template of the API (lssConfig/logType/formats). */
export interface LssTemplate {
  readonly kind: LssKind;
  /** Names after the time, in order. `#` marks a number, `@` a time in ISO form: both may be empty. */
  readonly columns: readonly string[];
  /** Columns of the shortest known version of the template. */
  readonly least: number;
}

const PLACE = 'PrivateIP PublicIP #Latitude #Longitude CountryCode @TimestampAuthentication @TimestampUnAuthentication';
const INTERFACE =
  '#NumOfInterfaces #BytesRxInterface #PacketsRxInterface #ErrorsRxInterface #DiscardsRxInterface #BytesTxInterface #PacketsTxInterface #ErrorsTxInterface #DiscardsTxInterface #TotalBytesRx #TotalBytesTx MicroTenantID';
const ROUTE = 'InterfaceDefRoute DefRouteGW PrimaryDNSResolver';
const LIMITS =
  '#UsedTCPPortsIPv4 #UsedUDPPortsIPv4 #UsedTCPPortsIPv6 #UsedUDPPortsIPv6 #AvailablePorts #SystemMaximumFileDescriptors #SystemUsedFileDescriptors #ProcessMaximumFileDescriptors #ProcessUsedFileDescriptors #AvailableDiskBytes';
const LOAD = '#CPUUtilization #SystemMemoryUtilization #ProcessMemoryUtilization';

/** By the words before `zpa-lss:`. */
export const TEMPLATES: ReadonlyMap<string, LssTemplate> = new Map([
  [
    'Connector Status',
    template(
      'connector-status',
      1,
      `Customer SessionID SessionType SessionStatus Version Platform ZEN Connector ConnectorGroup ${PLACE} #CPUUtilization #MemUtilization #ServiceCount ${ROUTE} #HostStartTime #ConnectorStartTime ${INTERFACE}`,
    ),
  ],
  [
    'Connector Metric',
    template(
      'connector-metrics',
      1,
      `Connector ${LOAD} #AppCount #ServiceCount #TargetCount #AliveTargetCount #ActiveConnectionsToPublicSE #DisconnectedConnectionsToPublicSE #ActiveConnectionsToPrivateSE #DisconnectedConnectionsToPrivateSE #TransmittedBytesToPublicSE #ReceivedBytesFromPublicSE #TransmittedBytesToPrivateSE #ReceivedBytesFromPrivateSE #AppConnectionsCreated #AppConnectionsCleared #AppConnectionsActive ${LIMITS} MicroTenantID`,
    ),
  ],
  [
    'Service Edge Status',
    template(
      'service-edge-status',
      1,
      `Customer SessionID SessionType SessionStatus Version PackageVersion Platform ZEN ServiceEdge ServiceEdgeGroup ${PLACE} #CPUUtilization #MemUtilization ${ROUTE} #HostUpTime #ServiceEdgeStartTime ${INTERFACE}`,
    ),
  ],
  ['Service Edge Metric', template('service-edge-metrics', 0, `PrivateSE ${LOAD} ${LIMITS}`)],
  [
    'Private Cloud Controller Status',
    template(
      'controller-status',
      1,
      `Customer SessionID SessionType SessionStatus Version PackageVersion Platform ZEN PrivateCloudController PrivateCloudControllerGroup ${PLACE} #CPUUtilization #MemUtilization ${ROUTE} #HostUpTime #PrivateCloudControllerStartTime ${INTERFACE}`,
    ),
  ],
  ['Private Cloud Controller Metric', template('controller-metrics', 0, `PrivateCloudController ${LOAD} ${LIMITS}`)],
  [
    'User Activity',
    template(
      'user-activity',
      19,
      'Customer SessionID ConnectionID InternalReason ConnectionStatus #IPProtocol #DoubleEncryption Username #ServicePort ClientPublicIP ClientPrivateIP #ClientLatitude #ClientLongitude ClientCountryCode ClientZEN Policy Connector ConnectorZEN ConnectorIP #ConnectorPort Host Application AppGroup Server ServerIP #ServerPort #PolicyProcessingTime #ServerSetupTime @TimestampConnectionStart @TimestampConnectionEnd @TimestampCATx @TimestampCARx @TimestampAppLearnStart @TimestampZENFirstRxClient @TimestampZENFirstTxClient @TimestampZENLastRxClient @TimestampZENLastTxClient @TimestampConnectorZENSetupComplete @TimestampZENFirstRxConnector @TimestampZENFirstTxConnector @TimestampZENLastRxConnector @TimestampZENLastTxConnector #ZENTotalBytesRxClient #ZENBytesRxClient #ZENTotalBytesTxClient #ZENBytesTxClient #ZENTotalBytesRxConnector #ZENBytesRxConnector #ZENTotalBytesTxConnector #ZENBytesTxConnector Idp ClientToClient ClientCity MicroTenantID AppMicroTenantID PRAConnectionID PRAConsoleType #PRAApprovalID #PRACapabilityPolicyID #PRACredentialPolicyID PRACredentialUserName PRACredentialLoginType PRAErrorStatus PRAFileTransferList PRARecordingStatus PRASharedUserList PRASessionType PRASharedMode',
    ),
  ],
  // Lists of networks and postures are joined with commas, so only the columns before them can be told.
  [
    'User Status',
    template(
      'user-status',
      0,
      'Customer Username SessionID SessionStatus Version ZEN CertificateCN PrivateIP PublicIP #Latitude #Longitude CountryCode @TimestampAuthentication @TimestampUnAuthentication #TotalBytesRx #TotalBytesTx Idp Hostname Platform ClientType',
    ),
  ],
  ['Browser Access', template('browser-access', 0, 'ConnectionID Exporter @TimestampRequestReceiveStart')],
  ['Audit', template('audit', 0, '')],
]);

/** `optional`: columns at the end that older versions do not have. */
function template(kind: LssKind, optional: number, columns: string): LssTemplate {
  const names = columns === '' ? [] : columns.split(' ');
  return { kind, columns: names, least: names.length - optional };
}
