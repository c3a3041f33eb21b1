import type { JsonSpan } from '../json/scanner';
import type { LssKind } from './templates';

/** State of the control session of a component, as one status record tells it. */
export interface LssStatus extends JsonSpan {
  /** Epoch ms, UTC. */
  readonly timeMs: number | null;
  readonly component: 'App Connector' | 'Service Edge' | 'Private Cloud Controller';
  readonly name: string;
  readonly group: string | null;
  readonly session: string | null;
  /** ZPN_STATUS_AUTHENTICATED, …_AUTH_FAILED, …_DISCONNECTED. */
  readonly status: string;
  readonly version: string | null;
  readonly privateIp: string | null;
}

/** Figures of a component that rules judge; those that a record does not have are left out. */
export interface LssFigures {
  /** Percent; in metrics the highest of the last five minutes, in status records of the moment. */
  readonly CPUUtilization?: number;
  /** Percent of the machine's memory; status records call it MemUtilization. */
  readonly SystemMemoryUtilization?: number;
  readonly TargetCount?: number;
  readonly UsedTCPPortsIPv4?: number;
  readonly UsedUDPPortsIPv4?: number;
  readonly UsedTCPPortsIPv6?: number;
  readonly UsedUDPPortsIPv6?: number;
  /** Ports that may be used, those in use among them. */
  readonly AvailablePorts?: number;
  readonly SystemMaximumFileDescriptors?: number;
  readonly SystemUsedFileDescriptors?: number;
  readonly ProcessMaximumFileDescriptors?: number;
  readonly ProcessUsedFileDescriptors?: number;
  readonly AvailableDiskBytes?: number;
}

/** One status or metrics record with its figures. */
export interface LssSample {
  readonly line: number;
  /** Epoch ms, UTC. */
  readonly timeMs: number | null;
  readonly kind: LssKind;
  readonly name: string;
  readonly figures: LssFigures;
}

/** How often sessions of users ended with one session status code. */
export interface LssReason {
  readonly code: string;
  readonly count: number;
  /** First occurrences. */
  readonly places: readonly JsonSpan[];
  /** Of these, those without a connector, and where the first ones stand. */
  readonly withoutConnector: number;
  readonly placesWithoutConnector: readonly JsonSpan[];
  /** First application segments or hosts concerned. */
  readonly applications: readonly string[];
  /** Epoch ms, UTC. */
  readonly firstMs: number | null;
  readonly lastMs: number | null;
}

export interface LssFacts {
  readonly counts: Readonly<Partial<Record<LssKind, number>>>;
  /** In the order of lines; only the first ones of a very long file. */
  readonly statuses: readonly LssStatus[];
  /** In the order of lines; only the first ones of a very long file. */
  readonly samples: readonly LssSample[];
  /** Records of user activity that end a session. */
  readonly ended: number;
  readonly reasons: readonly LssReason[];
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    'lss-events': LssFacts;
  }
}
