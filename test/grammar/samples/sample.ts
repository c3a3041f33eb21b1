import type { LanguageId } from '../../../server/src/engine/formats/format';

/** A text as a user sees it, and words in it (their first occurrence) with the beginning of a scope each must have. */
export interface Sample {
  readonly text: string;
  readonly words: readonly (readonly [word: string, scope: string])[];
  /** The language it is shown in; default is the format's own. */
  readonly language?: LanguageId;
}

/** Samples by id of a format. */
export type Samples = Readonly<Record<string, readonly Sample[]>>;

export const BAD = 'invalid.illegal';
export const GOOD = 'markup.inserted';
export const NOTABLE = 'string.regexp';
export const NUMBER = 'constant.numeric';
export const LABEL = 'variable.other';
export const HOST = 'entity.name.type.host';
export const PROCESS = 'entity.name.function.process';
export const COLUMN = 'keyword.other.column';
export const ADDRESS = 'constant.other.address';
export const COMMAND = 'entity.name.function.command';
export const QUIET = 'comment';
