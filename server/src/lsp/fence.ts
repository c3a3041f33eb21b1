/** Where the server reports what went wrong. */
export type Log = (line: string) => void;

/** Runs one request so that a failure is logged, without any text of the document, and answers with the neutral value. */
export function fenced<T>(log: Log, name: string, neutral: T, work: () => T): T {
  try {
    return work();
  } catch (error) {
    log(
      `${name} failed: ${error instanceof Error ? (error.stack ?? error.name).split('\n').slice(1, 4).join(' ').trim() : 'unknown error'}`,
    );
    return neutral;
  }
}

/** As `fenced`, for requests that wait. */
export async function fencedAsync<T>(log: Log, name: string, neutral: T, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    return fenced(log, name, neutral, () => {
      throw error;
    });
  }
}
