import { version } from '../../../package.json';

/** Version of the program, as reports carry it. */
export const VERSION: string = version;
