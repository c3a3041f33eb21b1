import type { Case } from '../case';
import { text } from '../text';

type Members = Readonly<Record<string, unknown>>;
const json = (value: unknown): string => `${JSON.stringify(value, null, 4)}\n`;

/** A connector in the spelling of the SDK for Python. */
const snake = (name: string, members: Members = {}): Members => ({
  application_start_time: '1779001000',
  app_connector_group_id: '145257480799120001',
  app_connector_group_name: 'Lyon',
  control_channel_status: 'ZPN_STATUS_AUTHENTICATED',
  current_version: '25.252.3',
  expected_version: '25.252.3',
  enabled: true,
  id: `14525748079913${name.length.toString().padStart(2, '0')}${String(name.charCodeAt(name.length - 1))}`,
  last_broker_connect_time: '1779001009',
  name,
  platform: 'el9',
  private_ip: '10.33.1.8',
  upgrade_status: 'COMPLETE',
  ...members,
});

const camel = (name: string, members: Members = {}): Members => ({
  id: `1452574807991${String(name.charCodeAt(name.length - 1))}`,
  name,
  enabled: true,
  currentVersion: '25.252.3',
  expectedVersion: '25.252.3',
  controlChannelStatus: 'ZPN_STATUS_AUTHENTICATED',
  ctrlBrokerName: 'EU-FR-9396',
  lastBrokerConnectTime: '1779001009',
  platform: 'el9',
  privateIp: '10.33.1.9',
  upgradeStatus: 'COMPLETE',
  appConnectorGroupId: '145257480799120001',
  appConnectorGroupName: 'Lyon',
  ...members,
});

const group = (name: string, members: Members = {}): Members => ({
  id: '145257480799120001',
  name,
  enabled: true,
  upgradeDay: 'MONDAY',
  upgradeTimeInSecs: '66600',
  versionProfileName: 'Default',
  ...members,
});

const key = (members: Members = {}): Members => ({
  id: '7712',
  name: 'Lyon key',
  enabled: true,
  maxUsage: '16',
  usageCount: '3',
  zcomponentId: '145257480799120001',
  zcomponentName: 'Lyon',
  associationType: 'CONNECTOR_GRP',
  ...members,
});

const serverGroup = (name: string, members: Members = {}): Members => ({
  id: '145257480799128001',
  name,
  enabled: true,
  configSpace: 'DEFAULT',
  dynamicDiscovery: false,
  appConnectorGroups: [{ id: '145257480799120001', name: 'Lyon' }],
  servers: [{ id: '1', name: 'erp', address: '10.33.4.4' }],
  ...members,
});

const list = (...members: readonly Members[]): string =>
  json({ totalPages: '1', totalCount: String(members.length), list: members });

const USER = (code: string, members: Members = {}): string =>
  JSON.stringify({
    LogTimestamp: 'Fri May 15 17:55:30 2026',
    Customer: 'Kestrelmoor',
    SessionID: 'LHJdkjmNDf12nclBsvwA',
    ConnectionID: 'SqyZIMkg0JTj7EABsvwA,Q+EjXGdrvbF2lPiBbedm',
    InternalReason: code,
    ConnectionStatus: 'close',
    IPProtocol: 6,
    Username: 'user@kestrelmoor.example',
    ServicePort: 443,
    ClientPublicIP: '198.51.100.77',
    ClientZEN: 'EU-FR-9396',
    Policy: 'ERP',
    Connector: 'lyon-a',
    ConnectorZEN: 'EU-FR-9396',
    ConnectorIP: '10.33.1.9',
    Host: 'erp.kestrelmoor.example',
    Application: 'ERP',
    ...members,
  });

export const exportCases: readonly Case[] = [
  {
    name: 'export: snake case, a connector is disconnected',
    files: {
      'connectors.json': json([
        snake('lyon-a'),
        snake('lyon-b'),
        snake('lyon-c', { control_channel_status: 'ZPN_STATUS_DISCONNECTED' }),
      ]),
    },
    found: [
      { rule: 'tunnel/control-disconnected', severity: 'error', at: ['connectors.json', 'ZPN_STATUS_DISCONNECTED'] },
    ],
    absent: ['config/single-connector-group', 'enrollment/not-enrolled'],
  },
  {
    name: "export: runtime_status says not enrolled (the skill's own word)",
    files: {
      'get.json': json({
        name: 'lyon-d',
        enabled: true,
        connector_group_id: '145257480799120001',
        runtime_status: 'ZPN_STATUS_NOT_ENROLLED',
        current_version: '',
        expected_version: '25.252.3',
      }),
    },
    found: [{ rule: 'enrollment/not-enrolled', severity: 'error' }],
    rootCause: 'enrollment/not-enrolled',
    absent: ['tunnel/control-disconnected'],
  },
  {
    name: 'export: pending and authenticated are no faults',
    files: {
      'list.json': json([
        snake('lyon-a', { runtime_status: 'ZPN_STATUS_PENDING', control_channel_status: undefined }),
        snake('lyon-b'),
        snake('lyon-c'),
      ]),
    },
    found: [],
    rootCause: null,
    absent: ['enrollment/not-enrolled', 'tunnel/control-disconnected'],
  },
  {
    name: 'export: an upgrade failed, another version is expected',
    files: {
      'c.json': list(
        camel('lyon-a'),
        camel('lyon-b'),
        camel('lyon-c', { upgradeStatus: 'FAILED', expectedVersion: '25.401.1', upgradeAttempt: '3' }),
      ),
    },
    found: [
      { rule: 'upgrade/failed', severity: 'error' },
      { rule: 'upgrade/version-mismatch', severity: 'warning' },
    ],
    rootCause: 'upgrade/failed',
  },
  {
    name: 'export: a connector, its group and a server group are switched off',
    files: {
      'c.json': list(camel('lyon-a'), camel('lyon-b'), camel('lyon-c', { enabled: false })),
      'g.json': list(group('Lyon', { enabled: false })),
      's.json': list(serverGroup('ERP servers', { enabled: false }), serverGroup('Wiki servers')),
    },
    found: [
      { rule: 'config/connector-disabled', severity: 'warning', at: ['c.json', '"enabled": false'] },
      { rule: 'config/group-disabled', severity: 'warning' },
      { rule: 'config/server-group-disabled', severity: 'warning', says: 'ERP servers' },
    ],
  },
  {
    name: 'export: a group with one connected of two, camel case',
    files: { 'c.json': list(camel('lyon-a'), camel('lyon-b', { controlChannelStatus: 'ZPN_STATUS_DISCONNECTED' })) },
    found: ['tunnel/control-disconnected', { rule: 'config/single-connector-group', severity: 'warning' }],
  },
  {
    name: 'export: a server group without connector group',
    files: { 's.json': list(serverGroup('ERP servers', { appConnectorGroups: [] }), serverGroup('Wiki servers')) },
    found: [{ rule: 'config/group-mismatch', severity: 'warning', says: 'ERP servers' }],
  },
  {
    name: 'export: keys used up, disabled and expired',
    files: {
      'keys.json': list(
        key({ name: 'full', id: '1', usageCount: '16' }),
        key({ name: 'off', id: '2', enabled: false }),
        key({ name: 'old', id: '3', expirationInEpochSec: '1767225600' }),
        key({ name: 'fine', id: '4', expirationInEpochSec: '1893456000' }),
      ),
    },
    found: [
      { rule: 'provision-key/max-usage-reached', severity: 'error', says: 'full' },
      { rule: 'provision-key/disabled', severity: 'error', says: 'off' },
      { rule: 'provision-key/expired', severity: 'error', says: 'old' },
    ],
    absent: ['provision-key/malformed', 'provision-key/empty'],
  },
  {
    name: 'export: the key itself is in it',
    files: {
      'key.json': json(
        key({ provisioningKey: `3|api.private.zscaler.com|${'Ab3dEf6hIj9k'.repeat(32)}-145257480799129999` }),
      ),
    },
    found: [{ rule: 'provision-key/secret-exposed', severity: 'warning', at: ['key.json', 'provisioningKey'] }],
  },
  {
    name: 'export: a hundred and four connectors, some off',
    files: {
      'all.json': list(
        ...Array.from({ length: 104 }, (_, n) =>
          camel(`lyon-${String(n)}`, { id: String(145257480799130000 + n * 100), enabled: n > 6 }),
        ),
      ),
    },
    found: [{ rule: 'enrollment/connector-limit', severity: 'warning', says: '104' }, 'config/connector-disabled'],
  },
  {
    name: 'export: healthy connectors, group, keys and server groups',
    files: {
      'c.json': list(camel('lyon-a'), camel('lyon-b')),
      'g.json': list(group('Lyon', { connectors: [camel('lyon-a'), camel('lyon-b')] })),
      'k.json': list(key()),
      's.json': list(serverGroup('ERP servers')),
    },
    found: [],
    rootCause: null,
  },
  {
    name: 'lss: sessions fail without a connector',
    files: {
      'user.jsonl': text(
        USER('NO_CONNECTOR_AVAILABLE', { Connector: '0', ConnectorIP: '' }),
        USER('INVALID_DOMAIN', { Connector: '0', ConnectorIP: '' }),
        USER('APP_NOT_REACHABLE', { Connector: '0', ConnectorIP: '' }),
        USER('MT_CLOSED_TERMINATED'),
      ),
    },
    found: [
      { rule: 'apps/connector-id-zero', severity: 'info' },
      { rule: 'apps/session-errors', severity: 'warning' },
    ],
  },
  {
    name: 'lss: the server does not answer',
    files: {
      'user.jsonl': text(
        ...Array.from({ length: 6 }, () => USER('AST_MT_SETUP_TIMEOUT_CANNOT_CONN_TO_SERVER')),
        USER('BRK_MT_CLOSED_FROM_ASSISTANT'),
      ),
    },
    found: [{ rule: 'apps/session-errors', severity: 'warning', says: 'AST_MT_SETUP_TIMEOUT_CANNOT_CONN_TO_SERVER' }],
    rootCause: 'apps/session-errors',
    absent: ['apps/connector-id-zero'],
  },
  {
    name: 'lss: sessions that end as they should, invalid JSON among them',
    files: {
      'user.log': text(
        `<134>${USER('MT_CLOSED_TERMINATED')}`,
        USER('BRK_MT_TERMINATED_IDLE_TIMEOUT'),
        USER('', { ConnectionStatus: 'active' }),
        '{"LogTimestamp": "Fri May 15 17:55:30 2026","Customer": "Kestrelmoor","Username": "u","TrustedNetworks": ,"TrustedNetworksNames": ,"PosturesHit": ,"SessionStatus": "ZPN_STATUS_AUTHENTICATED"}',
      ),
    },
    found: [],
    rootCause: null,
  },
];
