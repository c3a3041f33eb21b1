import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Artifact } from '../engine/bundle/artifact';
import { unpackArtifact } from '../engine/bundle/packed-artifact';
import type { OffloadedRead, Offload } from '../engine/ports';
import { reasonOf } from './failures';
import type { ReadAnswer, ReadTask } from './read-worker';

/** A file smaller than this is read sooner than a thread is started and its facts are handed over. */
const WORTH_BYTES = 8 * 2 ** 20;
/** More threads than this only wait for the disk. */
const MAX_THREADS = 8;

/**
 * Reads large files in threads of their own: several at once, and the thread that answers the editor stays free.
 * `program` is the built file that calls `serveReads` when it finds itself in a thread.
 */
export function readPool(program: string): Offload<Artifact> & { readonly close: () => Promise<void> } {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: ((worker: Worker) => void)[] = [];
  const answers = new Map<number, (answer: ReadAnswer) => void>();
  let next = 0;

  const settle = (answer: ReadAnswer): void => {
    answers.get(answer.id)?.(answer);
    answers.delete(answer.id);
  };
  const free = (worker: Worker): void => {
    const first = waiting.shift();
    if (first !== undefined) first(worker);
    else {
      idle.push(worker);
      // An idle pool does not keep the program alive.
      worker.unref();
    }
  };
  const start = (): Worker => {
    const worker = new Worker(program, { workerData: READ_THREAD });
    all.add(worker);
    return worker;
  };
  const hire = (): Promise<Worker> => {
    const worker = idle.pop() ?? (all.size < Math.min(MAX_THREADS, availableParallelism()) ? start() : undefined);
    if (worker === undefined) return new Promise((resolve) => waiting.push(resolve));
    worker.ref();
    return Promise.resolve(worker);
  };
  return {
    isWorth: (sizeBytes) => sizeBytes >= WORTH_BYTES,
    read: async (task): Promise<OffloadedRead<Artifact>> => {
      const worker = await hire();
      const id = next;
      next += 1;
      const answer = await new Promise<ReadAnswer>((resolve) => {
        answers.set(id, resolve);
        const broke = (error: Error): void => {
          all.delete(worker);
          settle({ id, artifact: null, reason: null, failure: `the reading thread ended: ${reasonOf(error)}` });
        };
        worker.once('error', broke);
        worker.once('message', (message: ReadAnswer) => {
          worker.off('error', broke);
          settle(message);
        });
        worker.postMessage({ ...task, id } satisfies ReadTask);
      });
      if (all.has(worker)) free(worker);
      // The thread is gone; whoever waits for one gets a new one.
      else waiting.shift()?.(start());
      const { artifact, reason, failure } = answer;
      return { artifact: artifact === null ? null : unpackArtifact(artifact), reason, failure };
    },
    close: async () => {
      await Promise.all([...all].map((worker) => worker.terminate()));
      all.clear();
    },
  };
}

/** What a thread of the pool finds as its data: how a program knows that it is one. */
export const READ_THREAD = 'zpa-triage-read';
