import type { Identity, Machine } from '../cast';
import type { MachineMoment } from '../host/machine-state';
import type { Random } from '../random';
import type { BrokerConnection } from './broker-connection';
import type { Traffic } from './traffic';

/** Generations of the once-a-minute block: 18.x, 2x as printed until 2025, and 25.x with all its lines. */
export type BlockForm = 'old' | 'classic' | 'current';

/** A connection under the name that the block gives it, or null where the connector has none of that kind. */
export interface NamedConnection {
  readonly label: string;
  readonly connection: BrokerConnection | null;
}

/** What a status block is written from. */
export interface Status {
  readonly nowMs: number;
  readonly identity: Identity;
  readonly machine: Machine;
  readonly moment: MachineMoment;
  readonly processSeconds: number;
  readonly certificateSeconds: number;
  readonly control: BrokerConnection;
  /** The control connection among them, in the order of the block. */
  readonly connections: readonly NamedConnection[];
  readonly dataConnections: number;
  readonly backedOff: number;
  readonly traffic: Traffic;
  /** Local clock minus cloud clock. */
  readonly skewSeconds: number;
  readonly random: Random;
}
