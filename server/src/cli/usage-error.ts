/** Wrong usage: one line for the user, exit status 2. */
export class UsageError extends Error {}
