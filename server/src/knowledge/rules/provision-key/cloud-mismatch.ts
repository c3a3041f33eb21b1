import type { BundleFacts } from '../../../engine/facts/bundle-facts';
import type { Hit, Place, Rule } from '../../../engine/match/rule';
import { DOCS, inferred, KEY_FILE } from '../../evidence';
import { EXAMPLE_KEY, EXAMPLE_TOKEN } from '../../example-key';
import { isBootstrapName } from '../../zscaler-names';

/** Clouds by the domains of their API hosts, brokers and bootstrap names (vendor SDKs and Help). The first that fits counts. */
const CLOUDS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)(?:private\.zscaler\.com|prod\.zpath\.net)$/iu, 'PRODUCTION'],
  [/(?:^|\.)zpatwo\.net$/iu, 'ZPATWO'],
  [/(?:^|\.)zpabeta\.net$/iu, 'BETA'],
  [/(?:^|\.)(?:zpagov\.net|zscalergov\.net)$/iu, 'GOV'],
  [/(?:^|\.)(?:zpagov\.us|zscalergov\.us)$/iu, 'GOVUS'],
  [/(?:^|\.)zpapreview\.net$/iu, 'PREVIEW'],
];

function cloudOf(host: string): string | null {
  return CLOUDS.find(([domain]) => domain.test(host))?.[1] ?? null;
}

interface Seen {
  readonly host: string;
  readonly cloud: string;
  readonly at: Place;
}

/** Brokers of the status blocks and connection events; where there are none, the bootstrap names that were looked up. */
function seenClouds(facts: BundleFacts): readonly Seen[] {
  const seen: Seen[] = [];
  const add = (host: string | undefined, at: Place): void => {
    const cloud = host === undefined ? null : cloudOf(host);
    if (host !== undefined && cloud !== null && !seen.some((one) => one.cloud === cloud))
      seen.push({ host, cloud, at });
  };
  for (const { artifact, life } of facts.livesWithBlocks) {
    for (const [index, broker] of (life.blocks.text('control.broker') ?? []).entries()) {
      add(broker, { artifact, line: life.blocks.lineOf(index, 'connection'), field: 'connection.control.broker' });
    }
  }
  for (const { artifact, facts: journal } of facts.sections('journal')) {
    for (const log of journal.events.values()) {
      for (const { groups, line } of log.kept) add(groups.broker, { artifact: artifact.index, line });
    }
  }
  if (seen.length > 0) return seen;
  for (const format of ['dig', 'dig-short', 'nslookup'] as const) {
    for (const { artifact, facts: found } of facts.sections(format)) {
      for (const { name, line, start, end, addresses } of found.lookups) {
        if (name !== null && isBootstrapName(name) && addresses.length > 0)
          add(name, { artifact: artifact.index, line, start, end });
      }
    }
  }
  return seen;
}

function hits(facts: BundleFacts): readonly Hit[] {
  const seen = seenClouds(facts);
  const [other] = seen;
  if (other === undefined) return [];
  return facts.sections('provision-key').flatMap(({ artifact, facts: { key } }): readonly Hit[] => {
    const cloud = key === null ? null : cloudOf(key.host);
    if (key === null || cloud === null || seen.some((one) => one.cloud === cloud)) return [];
    const at = { artifact: artifact.index, line: key.at.line, field: 'provision_key.host' };
    return [
      {
        at,
        evidence: [at, other.at],
        data: { host: key.host, cloud, other: other.host, otherCloud: other.cloud },
      },
    ];
  });
}

const BLOCK =
  'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Broker control connection, state fohh_connection_connected, [10.20.4.17]:45316;broker3b.fra4.prod.zpath.net:[198.51.100.23]:443;4 uptime 2H:1M:0S, RTT (tcp|app): 18401|4318 us, disconnect_duration_s 0\n';

const rule: Rule = {
  id: 'provision-key/cloud-mismatch',
  title: 'The key belongs to another cloud',
  severity: 'warning',
  means:
    'The API host in the provisioning key belongs to one ZPA cloud, and the Service Edges the connector talks to (or the name that was looked up) belong to another.',
  matters:
    'A key enrols in its own cloud only. At the next enrolment the connector would not come back where it is now, or the tests in this bundle look at the wrong cloud.',
  doNext:
    'Compare the cloud name in the portal (Administration, Company) with the API host of the key, and create a key in the right cloud.',
  message: 'The key is for the cloud {cloud} ({host}), but {other} belongs to {otherCloud}.',
  needs: [
    KEY_FILE,
    {
      anyOf: ['journal', 'dig', 'dig-short', 'nslookup'],
      missing: 'the journal, or a look-up of co2br, to compare the cloud of the key with',
      command: 'sudo journalctl -u zpa-connector > journal.txt',
    },
  ],
  evaluate: (facts) => hits(facts),
  explains: [{ rule: 'enrollment/login-rejected' }, { rule: 'enrollment/key-rejected' }],
  runbook: { id: 'provision-key-check', step: 'look' },
  documentation: [DOCS.keys],
  source: inferred('the domains of the clouds in vendor SDKs and Help pages'),
  fires: [
    {
      files: { provision_key: `3|api.zpatwo.net|${EXAMPLE_TOKEN}\n`, 'journal.txt': BLOCK },
      says: 'cloud ZPATWO (api.zpatwo.net), but broker3b.fra4.prod.zpath.net belongs to PRODUCTION',
      also: ['provision-key/secret-exposed'],
    },
    {
      files: {
        provision_key: `${EXAMPLE_KEY}\n`,
        'dig.txt': '[admin@fra-ac-02 ~]$ dig +short co2br.zpabeta.net\n198.51.100.23\n203.0.113.61\n',
      },
      says: 'belongs to BETA',
      also: ['provision-key/secret-exposed'],
    },
  ],
  silent: [
    { provision_key: `${EXAMPLE_KEY}\n`, 'journal.txt': BLOCK },
    { provision_key: `3|api-f1.prod.zpath.net|${EXAMPLE_TOKEN}\n`, 'journal.txt': BLOCK },
    { provision_key: `3|api.example.com|${EXAMPLE_TOKEN}\n`, 'journal.txt': BLOCK },
    {
      provision_key: `${EXAMPLE_KEY}\n`,
      'journal.txt': BLOCK,
      'dig.txt': '[admin@fra-ac-02 ~]$ dig +short co2br.zpabeta.net\n198.51.100.23\n203.0.113.61\n',
    },
    { 'journal.txt': BLOCK },
  ],
};

export default rule;
