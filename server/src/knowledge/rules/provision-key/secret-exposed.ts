import type { Rule } from '../../../engine/match/rule';
import { DOCS, KEY_FILE, inferred } from '../../evidence';

const rule: Rule = {
  id: 'provision-key/secret-exposed',
  title: 'A provisioning key stands in the bundle',
  severity: 'info',
  means:
    'A provisioning key is a password for enrolment. In its own file it is where it belongs, but it should be left out before the bundle is shared.',
  matters: 'The connector reads the file at its start and cannot enrol with a damaged key.',
  doNext: 'Leave the key out before sharing, and replace it when it has been shared.',
  message: 'A provisioning key stands in this file: leave it out before the bundle is shared.',
  needs: [KEY_FILE],
  evaluate: (facts) =>
    facts.artifacts.flatMap((artifact) => {
      const [first] = artifact.exposedKeys;
      if (first === undefined) return [];
      const own = artifact.format === 'provision-key';
      const places = artifact.exposedKeys.map((span) => ({ artifact: artifact.index, ...span }));
      return [
        {
          at: { artifact: artifact.index, ...first },
          evidence: places,
          count: places.length,
          severity: own ? ('info' as const) : ('warning' as const),
        },
      ];
    }),
  runbook: { id: 'provision-key-check', step: 'look' },
  documentation: [DOCS.keys],
  source: inferred('the form of keys in vendor examples'),
  fires: [
    {
      files: {
        provision_key:
          '3|api.private.zscaler.com|A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4A1b2C3d4-216196257331371001\n',
      },
    },
  ],
  silent: [{ provision_key: '3|api.private.zscaler.com|REUSABLE-KEY\n' }],
};

export default rule;
