import type { Case } from '../case';
import { enrollmentCases } from './enrollment';
import { exportCases } from './exports';
import { fileCases } from './files';
import { healthCases } from './health';
import { keyCases } from './key';
import { networkCases } from './network';
import { tunnelCases } from './tunnel';

export const CASES: readonly Case[] = [
  ...enrollmentCases,
  ...tunnelCases,
  ...networkCases,
  ...healthCases,
  ...keyCases,
  ...exportCases,
  ...fileCases,
];
