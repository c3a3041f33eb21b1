import type { Case } from '../case';
import { enrollmentCases } from './enrollment';
import { healthCases } from './health';
import { networkCases } from './network';
import { tunnelCases } from './tunnel';

export const CASES: readonly Case[] = [...enrollmentCases, ...tunnelCases, ...networkCases, ...healthCases];
