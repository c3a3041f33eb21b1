import type { Artifact } from '../engine/bundle/artifact';
import type { Catalogue } from '../engine/catalogue';
import type { Format } from '../engine/formats/format';
import type { Offload, Ports } from '../engine/ports';
import type { TriageSettings } from '../engine/triage';
import type { ScanSettings } from './workspace/scan-filter';

/** What every answer of the server rests on, as the settings are now. */
export interface ServerContext {
  /** With the custom signatures of the settings. */
  readonly catalogue: Catalogue;
  readonly formats: readonly Format[];
  readonly ports: Ports;
  readonly settings: TriageSettings;
  readonly scan: ScanSettings;
  readonly version: string;
  /** Threads that read large files; null where there are none, or where they do not know the catalogue. */
  readonly offload: Offload<Artifact> | null;
}
