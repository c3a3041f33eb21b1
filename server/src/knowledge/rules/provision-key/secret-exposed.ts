import type { BundleFacts } from '../../../engine/facts/bundle-facts';
import type { Hit, Place, Rule } from '../../../engine/match/rule';
import { DOCS, inferred } from '../../evidence';
import { EXAMPLE_KEY } from '../../example-key';

/** A token shorter than this is a name or a remnant, no secret. */
const LEAST_TOKEN = 40;

/** The key's own file, or a copy of it beside it. */
const OWN_FILE = /(?:^|[/\\])provision(?:ing)?[_-]key[^/\\]{0,20}$/iu;

/** Places of whole keys, by artifact: those found in passing, and those of key files, damaged ones too. */
function placesOf(facts: BundleFacts): ReadonlyMap<number, readonly Place[]> {
  const places = new Map<number, Place[]>();
  for (const { index, exposedKeys } of facts.artifacts) {
    places.set(
      index,
      exposedKeys.map((span) => ({ artifact: index, ...span })),
    );
  }
  for (const { artifact, facts: key } of facts.sections('provision-key')) {
    if (key.key === null || key.key.tokenLength < LEAST_TOKEN) continue;
    const found = places.get(artifact.index) ?? [];
    const at = { artifact: artifact.index, ...key.key.at };
    if (!found.some((place) => place.line === at.line)) found.push(at);
  }
  return places;
}

const rule: Rule = {
  id: 'provision-key/secret-exposed',
  title: 'A provisioning key stands in the bundle',
  severity: 'warning',
  means:
    'A provisioning key stands in readable form in a file of the bundle. In its own file (information only) it is where it belongs; anywhere else it has been printed or copied.',
  matters: 'Whoever has the key can enrol a connector of their own into the group.',
  doNext: 'Redact the bundle before sharing it; where it was shared, replace the key in the portal.',
  message: 'A provisioning key stands in this file in readable form ({count} place(s)): redact it before sharing.',
  // Reads every file there is.
  needs: [],
  evaluate: (facts) =>
    [...placesOf(facts)].flatMap(([index, places]): Hit[] => {
      const [at] = places;
      if (at === undefined) return [];
      const hit: Hit = { at, evidence: places, count: places.length };
      if (!OWN_FILE.test(facts.artifacts[index]?.path ?? '')) return [hit];
      return [
        {
          ...hit,
          severity: 'info',
          message: 'This file holds the provisioning key, a secret: redact it before sharing.',
        },
      ];
    }),
  runbook: { id: 'provision-key-check', step: 'look' },
  documentation: [DOCS.keys],
  source: inferred('the key is the only credential that an enrolment asks for'),
  fires: [
    { files: { provision_key: `${EXAMPLE_KEY}\n` }, severity: 'info' },
    {
      files: { '.bash_history': `cd /tmp\necho "${EXAMPLE_KEY}" | sudo tee /opt/zscaler/var/provision_key\n` },
      severity: 'warning',
    },
    {
      files: `May 25 10:00:00 edge-vm-3 sudo[811]: admin : TTY=pts/0 ; PWD=/home/admin ; USER=root ; COMMAND=/bin/echo ${EXAMPLE_KEY}\nMay 25 10:00:00 edge-vm-3 zpa-connector-child[2040]: Checking Enrollment\n`,
      severity: 'warning',
    },
    {
      files: {
        'session.txt': `[admin@edge-vm-3 ~]$ sudo cat /opt/zscaler/var/provision_key\n${EXAMPLE_KEY}\n[admin@edge-vm-3 ~]$ date\n`,
      },
      severity: 'warning',
    },
  ],
  silent: [
    { provision_key: '3|api.private.zscaler.com|REUSABLE-KEY\n' },
    { provision_key: '3|api.private.zscaler.com|[redacted]\n' },
    'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Login request failed - http status(401) nonce(<3|api.private.zscaler.com|Zz9Zz9Z...>) fingerprint(<Qq1Qq1Qq1Q...>)\n',
  ],
};

export default rule;
