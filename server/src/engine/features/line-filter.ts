import { journalMarker } from '../formats/journal/markers';
import { emptyPrefix, readPrefix } from '../formats/journal/prefix';
import { identify } from '../formats/journal/processes';
import { tuplesOf } from './target';

/** Whether a line is kept. Lines are asked for in their order, each once. */
export type KeepLine = (line: string) => boolean;

/** Lines are looked at up to here: what stands behind is data. */
const MAX_LINE = 16_384;

/** Keeps what processes of the product wrote, with continuation lines and boots. */
export function productLines(): KeepLine {
  const prefix = emptyPrefix();
  let keeps = false;
  return (line) => {
    if (readPrefix(line, 0, line.length, prefix)) {
      keeps = prefix.identStart >= 0 && identify(line.slice(prefix.identStart, prefix.identEnd)) !== null;
    } else if (journalMarker(line, 0, line.length) !== null) {
      return true;
    }
    return keeps;
  };
}

/** Keeps the lines of a connection: by its key, as `connectionsOf` gives it. */
export function connectionLines(key: string): KeepLine {
  return (line) => line.includes(key) && connectionsOf(line).includes(key);
}

/** Keys of the connections that a line tells of: `[local address]:port;name of the far end`. */
export function connectionsOf(line: string): readonly string[] {
  return line.includes(';') ? tuplesOf(line.slice(0, MAX_LINE)).map(({ key }) => key) : [];
}
