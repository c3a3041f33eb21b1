import type { Quiet } from '../case';

export const QUIET: readonly Quiet[] = [];
