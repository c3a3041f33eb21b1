import type { JsonSink } from '../json/scanner';
import { JsonScanner } from '../json/scanner';
import { plainName } from './objects';

export type ApiKind = 'api-connectors' | 'api-connector-groups' | 'api-provisioning-keys' | 'api-server-groups';

interface Signature {
  readonly kind: ApiKind;
  /** Of these so many must be there, … */
  readonly keys: readonly string[];
  readonly least: number;
  /** … one of these among them, … */
  readonly surely: readonly string[];
  /** … and none of these, which belong to other objects of the same API. */
  readonly never: readonly string[];
}

/** Keys that no connector export has: Private Service Edges, Private Cloud Controllers and application segments. */
const ELSEWHERE = [
  'serviceedgegroupid',
  'serviceedgegroupname',
  'serviceedges',
  'privatebrokerversion',
  'sitecontrollergroupid',
  'privatecloudcontrollergroupid',
  'gracedistanceenabled',
  'ispublic',
  'domainnames',
  'segmentgroupid',
  'tcpportranges',
];

/** Plain names (see plainName) by which the objects of the API are told apart; the more certain first (domain facts: the vendor's SDKs). */
const SIGNATURES: readonly Signature[] = [
  {
    kind: 'api-provisioning-keys',
    keys: [
      'maxusage',
      'usagecount',
      'zcomponentid',
      'zcomponentname',
      'associationtype',
      'expirationinepochsec',
      'provisioningkey',
      'enrollmentcertid',
      'appconnectorgroupid',
      'componentid',
    ],
    least: 3,
    surely: ['maxusage', 'usagecount'],
    never: [],
  },
  {
    kind: 'api-server-groups',
    keys: [
      'appconnectorgroups',
      'dynamicdiscovery',
      'servers',
      'configspace',
      'ipanchored',
      'extranetenabled',
      'applications',
    ],
    least: 2,
    surely: ['appconnectorgroups', 'dynamicdiscovery'],
    never: [...ELSEWHERE, 'servergroups', 'upgradeday'],
  },
  {
    kind: 'api-connector-groups',
    keys: [
      'upgradeday',
      'upgradetimeinsecs',
      'versionprofile',
      'versionprofileid',
      'versionprofilename',
      'overrideversionprofile',
      'dnsquerytype',
      'connectors',
      'lssappconnectorgroup',
      'siemconnectorgroup',
      'tcpquickackapp',
      'tcpquickackassistant',
      'connectorgrouptype',
    ],
    least: 3,
    surely: ['upgradeday', 'upgradetimeinsecs'],
    never: ELSEWHERE,
  },
  {
    kind: 'api-connectors',
    keys: [
      'controlchannelstatus',
      'runtimestatus',
      'ctrlbrokername',
      'sargeversion',
      'provisioningkeyid',
      'provisioningkeyname',
      'appconnectorgroupid',
      'appconnectorgroupname',
      'connectorgroupid',
      'lastbrokerconnecttime',
      'lastbrokerdisconnecttime',
      'expectedversion',
      'currentversion',
      'upgradestatus',
      'upgradeattempt',
      'issuedcertid',
      'fingerprint',
      'enrollmentcert',
    ],
    least: 3,
    surely: [
      'controlchannelstatus',
      'runtimestatus',
      'ctrlbrokername',
      'sargeversion',
      'provisioningkeyid',
      'appconnectorgroupid',
      'lastbrokerconnecttime',
      'lastbrokerdisconnecttime',
      'issuedcertid',
    ],
    never: [...ELSEWHERE, 'maxusage'],
  },
];

/** Keys looked at to tell what an export holds: the first objects are enough. */
const MAX_KEYS = 400;
/** Answers for the lines last looked at: every format of the API asks about the same ones. */
const ANSWERS = new WeakMap<readonly string[], { readonly kind: ApiKind | null }>();

/** What the export that begins with these lines holds; null for everything else. Its bracket stands in the first column. */
export function apiKindOf(lines: readonly string[]): ApiKind | null {
  const first = lines[0]?.charAt(0);
  if (first !== '{' && first !== '[') return null;
  const known = ANSWERS.get(lines);
  if (known !== undefined) return known.kind;
  const kind = kindOfKeys(keysOf(lines));
  ANSWERS.set(lines, { kind });
  return kind;
}

function kindOfKeys(keys: ReadonlySet<string>): ApiKind | null {
  const has = (name: string): boolean => keys.has(name);
  const found = SIGNATURES.find(
    ({ keys: own, least, surely, never }) => own.filter(has).length >= least && surely.some(has) && !never.some(has),
  );
  return found?.kind ?? null;
}

/** Plain names of the members of the objects at the top: of the one object, or of those in the list. */
function keysOf(lines: readonly string[]): ReadonlySet<string> {
  const sink = new TopKeys();
  const scanner = new JsonScanner(sink);
  for (const [index, line] of lines.entries()) {
    const state = scanner.line(line, 0, line.length, index);
    if (state === 'done' || state === 'broken' || sink.keys.size > MAX_KEYS) break;
  }
  return sink.keys;
}

class TopKeys implements JsonSink {
  readonly keys = new Set<string>();
  /** Whether each open level is at the top: root list, its objects, a page, its `list` and the objects in it. */
  readonly #top: boolean[] = [];

  open(kind: 'object' | 'array', key: string | null): void {
    this.#add(key);
    const within = this.#top[this.#top.length - 1] ?? true;
    this.#top.push(within && (key === null || (kind === 'array' && plainName(key) === 'list')));
  }

  close(): void {
    this.#top.pop();
  }

  value(key: string | null): void {
    this.#add(key);
  }

  #add(key: string | null): void {
    if (key !== null && this.#top[this.#top.length - 1] === true) this.keys.add(plainName(key));
  }
}
