/** A provisioning key for examples: of the right shape, and of no tenant. */

/** Token of a version 3 key: 384 characters of base64, a dash, the number of the tenant. */
export const EXAMPLE_TOKEN = `${'A1b2C3d4'.repeat(48)}-216196257331371001`;

export const EXAMPLE_KEY = `3|api.private.zscaler.com|${EXAMPLE_TOKEN}`;
