/** The side of the reading threads: one file after another is read into an artifact and handed back. */
import { parentPort } from 'node:worker_threads';
import type { PackedArtifact } from '../engine/bundle/packed-artifact';
import { packArtifact } from '../engine/bundle/packed-artifact';
import { formats } from '../engine/formats/generated';
import { DEFAULT_SETTINGS, Triage } from '../engine/triage';
import { catalogue } from '../knowledge/generated/catalogue';
import { reasonOf } from './failures';
import { fileChunks } from './file-chunks';
import { ports } from './ports';

/** A file to be read. */
export interface ReadTask {
  readonly id: number;
  /** On the disk. */
  readonly file: string;
  /** As the report shows it. */
  readonly path: string;
  readonly sizeBytes: number | null;
  readonly modifiedMs: number | null;
  readonly year: number | null;
  readonly maxFileBytes: number;
}

/** What became of it. */
export interface ReadAnswer {
  readonly id: number;
  readonly artifact: PackedArtifact | null;
  /** Why it is no evidence: it is not text. */
  readonly reason: string | null;
  /** Why it was read in part only, or not at all. */
  readonly failure: string | null;
}

/** Answers the pool, in a thread of its own. */
export function serveReads(): void {
  parentPort?.on('message', (task: ReadTask) => {
    void read(task).then((answer) => {
      parentPort?.postMessage(answer);
    });
  });
}

async function read(task: ReadTask): Promise<ReadAnswer> {
  const { id, file, path, sizeBytes, modifiedMs, year, maxFileBytes } = task;
  const engine = new Triage(catalogue, formats, ports, { ...DEFAULT_SETTINGS, year, maxFileBytes });
  const broken: { reason: string | null } = { reason: null };
  const chunks = async function* (): AsyncGenerator<Uint8Array> {
    try {
      yield* fileChunks(file, { reuses: true });
    } catch (error) {
      broken.reason = reasonOf(error);
    }
  };
  try {
    const unreadable = await engine.addSource({ path, sizeBytes, modifiedMs, chunks });
    const artifact = engine.artifacts[0];
    return {
      id,
      artifact: artifact === undefined ? null : packArtifact(artifact),
      reason: unreadable?.reason ?? null,
      failure: broken.reason,
    };
  } catch (error) {
    return { id, artifact: null, reason: null, failure: reasonOf(error) };
  }
}
