import type { Quiet } from '../case';
import { healthyMaterial } from './healthy';
import { foreignLogs } from './logs';
import { moreForeign } from './more';
import { nearMisses } from './near-misses';
import { foreignOutputs } from './outputs';
import { foreignTexts } from './texts';

export const QUIET: readonly Quiet[] = [
  ...foreignLogs,
  ...foreignOutputs,
  ...foreignTexts,
  ...moreForeign,
  ...nearMisses,
  ...healthyMaterial,
];
