import type { Case } from '../case';
import { dataPathCases } from './data-path';
import { edgeCases } from './edges';
import { enrollmentCases } from './enrollment';
import { exportCases } from './exports';
import { fieldCases } from './field';
import { fileCases } from './files';
import { healthCases } from './health';
import { keyCases } from './key';
import { literalCases } from './literal';
import { modeCases } from './modes';
import { networkCases } from './network';
import { redactedCases } from './redacted';
import { singleCases } from './singles';
import { tunnelCases } from './tunnel';
import { twistCases } from './twists';

export const CASES: readonly Case[] = [
  ...enrollmentCases,
  ...tunnelCases,
  ...networkCases,
  ...healthCases,
  ...keyCases,
  ...exportCases,
  ...fileCases,
  ...twistCases,
  ...redactedCases,
  ...edgeCases,
  ...modeCases,
  ...literalCases,
  ...singleCases,
  ...fieldCases,
  ...dataPathCases,
];
