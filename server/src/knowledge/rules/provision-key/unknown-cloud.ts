import type { Rule } from '../../../engine/match/rule';
import { DOCS, inferred, KEY_FILE } from '../../evidence';
import { EXAMPLE_KEY, EXAMPLE_TOKEN } from '../../example-key';

/** Domains of ZPA clouds (vendor SDKs and Help). */
const CLOUDS = [
  'private.zscaler.com',
  'zpath.net',
  'zpatwo.net',
  'zpabeta.net',
  'zpagov.net',
  'zpagov.us',
  'zpapreview.net',
  'zscalergov.net',
  'zscalergov.us',
];

function isKnown(host: string): boolean {
  const name = host.toLowerCase();
  return CLOUDS.some((cloud) => name === cloud || name.endsWith(`.${cloud}`));
}

const rule: Rule = {
  id: 'provision-key/unknown-cloud',
  title: 'The key names an unknown cloud',
  severity: 'info',
  means: 'The API host in the key belongs to no ZPA cloud that this tool knows: a mistyped name, or a newer cloud.',
  matters: 'The connector sends its enrolment to that host.',
  doNext: 'Compare the API host with the one in the key that the portal shows.',
  message: 'The API host {host} of the provisioning key belongs to no known ZPA cloud.',
  needs: [KEY_FILE],
  evaluate: (facts) =>
    facts.sections('provision-key').flatMap(({ artifact, facts: { key } }) => {
      if (key === null || isKnown(key.host)) return [];
      const at = { artifact: artifact.index, line: key.at.line, field: 'provision_key.host' };
      return [{ at, data: { host: key.host } }];
    }),
  runbook: { id: 'provision-key-check', step: 'look' },
  documentation: [DOCS.keys],
  source: inferred('the clouds of the vendor SDKs and Help pages'),
  fires: [
    {
      files: { provision_key: `3|api.example.com|${EXAMPLE_TOKEN}\n` },
      says: 'api.example.com',
      also: ['provision-key/secret-exposed'],
    },
  ],
  silent: [
    { provision_key: `${EXAMPLE_KEY}\n` },
    { provision_key: `3|api-f1.prod.zpath.net|${EXAMPLE_TOKEN}\n` },
    { provision_key: `3|config.zpagov.us|${EXAMPLE_TOKEN}\n` },
  ],
};

export default rule;
