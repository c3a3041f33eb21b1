import type { Rule } from '../../../engine/match/rule';
import { DOCS, KEY_FILE, inferred } from '../../evidence';

/** Domains of ZPA clouds (reference: vendor SDKs and Help). */
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

const rule: Rule = {
  id: 'provision-key/unknown-cloud',
  title: 'The key is of an unknown cloud',
  severity: 'info',
  means: 'The API host in the key belongs to no cloud that this tool knows.',
  matters: 'The connector reads the file at its start and cannot enrol with a damaged key.',
  doNext: 'Compare with the portal.',
  message: 'The API host {host} of the provisioning key belongs to no known ZPA cloud.',
  needs: [KEY_FILE],
  evaluate: (facts) =>
    facts.sections('provision-key').flatMap(({ artifact, facts: { key } }) => {
      if (key === null || CLOUDS.some((cloud) => key.host === cloud || key.host.endsWith(`.${cloud}`))) return [];
      return [
        { at: { artifact: artifact.index, line: key.at.line, field: 'provision_key.host' }, data: { host: key.host } },
      ];
    }),
  runbook: { id: 'provision-key-check', step: 'look' },
  documentation: [DOCS.keys],
  source: inferred('the form of keys in vendor examples'),
  fires: [
    {
      files: {
        provision_key:
          '3|api.example.com|A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4-216196257331371001\n',
      },
      says: 'api.example.com',
    },
  ],
  silent: [
    {
      provision_key:
        '3|api.private.zscaler.com|A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4-216196257331371001\n',
    },
    {
      provision_key:
        '3|api-f1.prod.zpath.net|A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4-216196257331371001\n',
    },
  ],
};

export default rule;
