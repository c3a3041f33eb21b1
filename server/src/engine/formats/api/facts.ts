import type { JsonSpan } from '../json/scanner';
import type { ApiValue } from './objects';

/** What every export of the API tells of itself. */
export interface ApiExport {
  /** Objects read; those beyond the bound are only counted. */
  readonly count: number;
  /** Pages and objects of the whole list, as the envelope says; null without an envelope. */
  readonly totalPages: number | null;
  readonly totalCount: ApiValue | null;
  /** A list or page, not one object that was asked for by its number. */
  readonly listed: boolean;
  /** The text ended where the export did. */
  readonly complete: boolean;
  /** Latest moment at which the export can have been made, epoch ms. */
  readonly notAfterMs: number;
}

export interface ApiNamed {
  /** Where to point: the name, else the number, else the bracket. */
  readonly at: JsonSpan;
  readonly id: string | null;
  readonly name: string | null;
  readonly enabled: ApiValue | null;
  /** Closed before the text ended: what is not there is not set. */
  readonly complete: boolean;
}

export interface ApiConnector extends ApiNamed {
  readonly groupId: string | null;
  readonly groupName: string | null;
  /** State of the control channel, ZPN_STATUS_…; null where the export does not say. */
  readonly status: ApiValue | null;
  /** The state stood under `runtimeStatus`, a name that the vendor's SDKs do not have. */
  readonly statusIsRuntime: boolean;
  readonly currentVersion: ApiValue | null;
  readonly expectedVersion: ApiValue | null;
  readonly managerVersion: ApiValue | null;
  readonly expectedManagerVersion: ApiValue | null;
  /** States of the upgrades of software, Manager and operating system. */
  readonly upgrades: readonly ApiUpgrade[];
  readonly expectedUpgradeMs: number | null;
  readonly lastConnectMs: number | null;
  readonly lastDisconnectMs: number | null;
  readonly privateIp: string | null;
  readonly broker: string | null;
  /** The cloud says that no other connector of its group is active. */
  readonly isAlone: boolean;
}

export interface ApiUpgrade {
  readonly part: 'software' | 'Manager' | 'operating system';
  readonly status: ApiValue;
}

export interface ApiConnectorGroup extends ApiNamed {
  /** Null where the export does not list them. */
  readonly connectors: readonly ApiConnector[] | null;
  readonly connectorsComplete: boolean;
}

export interface ApiProvisioningKey extends ApiNamed {
  readonly maxUsage: ApiValue | null;
  readonly usageCount: ApiValue | null;
  readonly expiration: ApiValue | null;
  readonly groupName: string | null;
}

export interface ApiServerGroup extends ApiNamed {
  /** Connector groups it names; null where the export does not say. */
  readonly connectorGroups: number | null;
}

export interface ApiConnectorFacts extends ApiExport {
  readonly connectors: readonly ApiConnector[];
}

export interface ApiConnectorGroupFacts extends ApiExport {
  readonly groups: readonly ApiConnectorGroup[];
}

export interface ApiProvisioningKeyFacts extends ApiExport {
  readonly keys: readonly ApiProvisioningKey[];
}

export interface ApiServerGroupFacts extends ApiExport {
  readonly serverGroups: readonly ApiServerGroup[];
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    'api-connectors': ApiConnectorFacts;
    'api-connector-groups': ApiConnectorGroupFacts;
    'api-provisioning-keys': ApiProvisioningKeyFacts;
    'api-server-groups': ApiServerGroupFacts;
  }
}
