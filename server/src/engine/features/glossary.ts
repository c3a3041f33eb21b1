/** Look-ups in the glossary: fields by token name, constants by name, names as people type them, broker names. */
import type { Catalogue, Constant, Field } from '../catalogue';

/** What a query found. `similar` holds labels and names that contain the query where nothing is called so. */
export interface Explanation {
  readonly fields: readonly Field[];
  readonly constants: readonly Constant[];
  readonly similar: readonly string[];
}

/** What a host name of the cloud says. */
export interface BrokerName {
  readonly role:
    | 'public-service-edge'
    | 'private-service-edge'
    | 'app-connector'
    | 'private-cloud-controller'
    | 'bootstrap';
  /** For people, e.g. "Public Service Edge (broker)". */
  readonly title: string;
  /** `5a` of `broker5a`, `14-1` of `broker14-1`, or the identifier of a private component; null where it has none. */
  readonly number: string | null;
  /** Code as written, with its site number: `bom5`. */
  readonly dataCentre: string | null;
  /** City of the code where it is certain. */
  readonly city: string | null;
  /** Cloud by its domain, e.g. `prod.zpath.net`; null when unknown. */
  readonly cloud: string | null;
}

export interface Glossary {
  /** Field of a token: exact name first, then patterns, longest first; an entry for `format` before any other. */
  fieldOf(tokenName: string, format: string): Field | null;
  /**
   * Constant by its exact name. Data centre codes are left out: as words of a log line (`was`, `per`) they are
   * no codes; `brokerName` reads them where they stand in a host name.
   */
  constant(name: string): Constant | null;
  /** Everything called so, by name or label, without regard to case. */
  explain(query: string): Explanation;
  /** Decodes a host name; null where it is none of a cloud component. */
  brokerName(name: string): BrokerName | null;
}

interface Pattern {
  readonly prefix: string;
  readonly field: Field;
}

/** Group of the constants that name the city of a data centre code. */
const DATA_CENTRES = 'data-centre';
/** Similar names shown for a query that nothing is called by. */
const MOST_SIMILAR = 12;

/** Builds the look-ups once; each look-up costs a few map reads. */
export function createGlossary(catalogue: Pick<Catalogue, 'fields' | 'constants'>): Glossary {
  const exact = new Map<string, Field[]>();
  const patterns: Pattern[] = [];
  const byLabel = new Map<string, Field[]>();
  for (const field of catalogue.fields) {
    for (const name of field.names) {
      if (name.endsWith('*')) patterns.push({ prefix: name.slice(0, -1), field });
      else append(exact, name, field);
      append(byLabel, name.toLowerCase(), field);
    }
    for (const label of field.labels) append(byLabel, label.toLowerCase(), field);
  }
  patterns.sort((a, b) => b.prefix.length - a.prefix.length);

  const constants = new Map<string, Constant[]>();
  for (const constant of catalogue.constants) append(constants, constant.name.toLowerCase(), constant);

  const fieldOf = (tokenName: string, format: string): Field | null => {
    const named = exact.get(tokenName);
    if (named !== undefined) return preferred(named, format);
    const first = patterns.find(({ prefix }) => tokenName.startsWith(prefix));
    if (first === undefined) return null;
    const equal = patterns.filter(({ prefix }) => prefix === first.prefix);
    return preferred(
      equal.map(({ field }) => field),
      format,
    );
  };

  return {
    fieldOf,
    constant: (name) =>
      constants
        .get(name.toLowerCase())
        ?.find((constant) => constant.name === name && constant.group !== DATA_CENTRES) ?? null,
    explain: (query) => {
      const wanted = query.trim().toLowerCase();
      const fields = inOrder([...new Set(byLabel.get(wanted) ?? [])], query.trim());
      const words = constants.get(wanted) ?? [];
      if (wanted === '' || fields.length + words.length > 0) return { fields, constants: words, similar: [] };
      // An allocator or object that no entry names, such as one of a newer version.
      const family = ['', 'object.', 'allocator.', 'threads.'].map((prefix) => ownFamily(fieldOf(prefix + wanted, '')));
      const nearest = family.find((field) => field !== null);
      if (nearest !== undefined) return { fields: [nearest], constants: [], similar: [] };
      return { fields: [], constants: [], similar: similarTo(wanted, byLabel, constants) };
    },
    brokerName: (name) => decodeBrokerName(name, catalogue.constants),
  };
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Entries written exactly like the query first: `skew` before chrony's `Skew`. */
function inOrder(fields: readonly Field[], query: string): readonly Field[] {
  const rank = (field: Field): number => (field.names.includes(query) ? 0 : field.labels.includes(query) ? 1 : 2);
  return [...fields].sort((a, b) => rank(a) - rank(b));
}

function preferred(fields: readonly Field[], format: string): Field | null {
  return fields.find((field) => field.formats.includes(format)) ?? fields[0] ?? null;
}

/** Leaves out the catch-all entries, which would answer any query. */
function ownFamily(field: Field | null): Field | null {
  return field === null || field.names.some((name) => /^\w+\.\*$/u.test(name)) ? null : field;
}

function similarTo(
  wanted: string,
  fields: ReadonlyMap<string, readonly Field[]>,
  constants: ReadonlyMap<string, readonly Constant[]>,
): readonly string[] {
  const names = new Set<string>();
  for (const [label, [field]] of fields) {
    if (field !== undefined && label.includes(wanted) && !label.endsWith('*')) names.add(spelling(field, label));
  }
  for (const [label, [constant]] of constants) {
    if (constant !== undefined && label.includes(wanted)) names.add(constant.name);
  }
  return [...names].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)).slice(0, MOST_SIMILAR);
}

/** The label or name with the case it is written in. */
function spelling(field: Field, lowered: string): string {
  return [...field.labels, ...field.names].find((name) => name.toLowerCase() === lowered) ?? lowered;
}

/** `broker5a`, `broker14-1`, `broker-co2br2b`. */
const BROKER = /^broker(?:-[a-z]{2}2[a-z]{2,4})?(\d{0,3}[a-z]?(?:-\d{1,3})?)$/u;
/** `bom5`: an airport code of three letters and the number of the site. */
const DATA_CENTRE = /^([a-z]{3})\d{1,2}$/u;
const BOOTSTRAP = /^(?:co2br|pb2br|sc2br|ec2br|co2slbr)$/u;

const PRIVATE_ROLES: Readonly<Record<string, readonly [role: BrokerName['role'], title: string]>> = {
  pb: ['private-service-edge', 'Private Service Edge'],
  ast: ['app-connector', 'App Connector'],
  sitec: ['private-cloud-controller', 'Private Cloud Controller'],
};

function decodeBrokerName(name: string, constants: readonly Constant[]): BrokerName | null {
  // Old documents elide the middle of a tuple: `broker1c.syd4.prod.zpath.net...2.196]`.
  const [whole = ''] = name.trim().toLowerCase().split('..');
  const parts = whole.replace(/\.$/u, '').split('.').slice(0, 12);
  const [first = '', second = ''] = parts;
  const cloud = cloudOf(parts, constants);
  const site = parts.map((part) => DATA_CENTRE.exec(part)).find((match) => match !== null);
  const place = {
    dataCentre: site?.[0] ?? null,
    city: site === undefined ? null : cityOf(site[1] ?? '', constants),
    cloud,
  };
  const broker = BROKER.exec(first);
  if (broker !== null) {
    // A message broker of another product is called so as well.
    if (cloud === null && site === undefined) return null;
    const number = broker[1] ?? '';
    return {
      role: 'public-service-edge',
      title: 'Public Service Edge (broker)',
      number: number === '' ? null : number,
      ...place,
    };
  }
  const role = /^\d{5,20}$/u.test(first) ? PRIVATE_ROLES[second] : undefined;
  if (role !== undefined) return { role: role[0], title: role[1], number: first, ...place };
  if (!parts.some((part) => BOOTSTRAP.test(part))) return null;
  return { role: 'bootstrap', title: 'Name by which a component finds a Service Edge', number: null, ...place };
}

/** The longest known cloud domain that the name ends with. */
function cloudOf(parts: readonly string[], constants: readonly Constant[]): string | null {
  for (let from = 1; from < parts.length; from += 1) {
    const domain = parts.slice(from).join('.');
    if (constants.some((constant) => constant.group === 'cloud' && constant.name === domain)) return domain;
  }
  return null;
}

function cityOf(code: string, constants: readonly Constant[]): string | null {
  return constants.find((constant) => constant.group === DATA_CENTRES && constant.name === code)?.meaning ?? null;
}
