import { randomBytes } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { EMPTY_STATE } from '../../engine/redact/pseudonyms';
import type { PseudonymState } from '../../engine/redact/pseudonyms';
import { reasonOf } from '../../node/failures';
import { UsageError } from '../usage-error';

/** Only the owner may read it: it undoes the redaction. */
const PRIVATE = 0o600;

/** Reads the map of an earlier run, or begins one with a fresh salt. Throws UsageError where the file is none of ours. */
export function readMap(file: string): PseudonymState {
  if (!existsSync(file)) return { ...EMPTY_STATE, salt: randomBytes(18).toString('base64url') };
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(
      `${file}: cannot be read as a map: ${error instanceof SyntaxError ? 'no JSON' : reasonOf(error)}`,
    );
  }
  if (!isState(value)) throw new UsageError(`${file}: is no map of zpa-triage redact`);
  return value;
}

/** Throws UsageError where the map could not be written: better before the copy than behind it. */
export function checkMapPlace(file: string): void {
  try {
    accessSync(dirname(resolve(file)), constants.W_OK);
  } catch (error) {
    throw new UsageError(`${file}: cannot be written: ${reasonOf(error)}`);
  }
}

/** Writes the map, readable by its owner alone, in one step. */
export function writeMap(file: string, state: PseudonymState): void {
  const fresh = `${file}.new`;
  try {
    writeFileSync(fresh, `${JSON.stringify(state, null, 2)}\n`, { mode: PRIVATE });
    chmodSync(fresh, PRIVATE);
    renameSync(fresh, file);
  } catch (error) {
    throw new UsageError(`${file}: cannot be written: ${reasonOf(error)}`);
  }
}

function isState(value: unknown): value is PseudonymState {
  if (typeof value !== 'object' || value === null) return false;
  const { version, salt, names, ids, addresses } = value as Partial<Record<keyof PseudonymState, unknown>>;
  return version === 1 && typeof salt === 'string' && [names, ids, addresses].every(isTable);
}

function isTable(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((one) => typeof one === 'string' && one.length < 1_000)
  );
}
