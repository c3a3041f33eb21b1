// What has to be undone however this process ends: processes to end, folders to remove.
import { constants } from 'node:os';

/** @type {Set<() => void>} */
const pending = new Set();
let listening = false;

/**
 * Runs `undo` (synchronous) when this process exits, also on a signal or an error.
 * @param {() => void} undo
 * @returns {() => void} forgets it again
 */
export function onExit(undo) {
  if (!listening) listen();
  pending.add(undo);
  return () => void pending.delete(undo);
}

function listen() {
  listening = true;
  process.once('exit', () => {
    for (const undo of [...pending].reverse()) undo();
  });
  // Without a listener a signal ends the process with no `exit` event.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
