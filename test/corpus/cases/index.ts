import type { Case } from '../case';
import { enrollmentCases } from './enrollment';
import { tunnelCases } from './tunnel';

export const CASES: readonly Case[] = [...enrollmentCases, ...tunnelCases];
