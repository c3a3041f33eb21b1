/**
 * Who plays in the stories: connectors, their machines, the Service Edges they talk to. Companies, hosts, ids and
 * names are invented; addresses are from the documentation ranges (RFC 5737) and from 10/8.
 */

/** A Service Edge, with one address of it. */
export interface Broker {
  readonly name: string;
  /** Data centre as broker names spell it: `fra4`. */
  readonly site: string;
  readonly ip: string;
  /** Round trip of TCP from the connector, microseconds. */
  readonly rttUs: number;
}

/** The machine a connector runs on. */
export interface Machine {
  readonly host: string;
  readonly domain: string;
  readonly ip: string;
  readonly gateway: string;
  readonly nameservers: readonly string[];
  readonly ntpServer: string;
  readonly cpus: number;
  readonly memoryKb: number;
  readonly diskGb: number;
  readonly kernel: string;
}

export interface Identity {
  /** 18 decimal digits: beyond exact doubles, so text. */
  readonly id: string;
  readonly customerId: string;
  readonly name: string;
  readonly version: string;
  readonly apiHost: string;
  readonly cloud: string;
  readonly brokers: readonly [Broker, Broker, ...Broker[]];
}

export interface Cast {
  readonly machine: Machine;
  readonly identity: Identity;
}

/** Addresses that `co2br` resolves to. */
export const BOOTSTRAP_ADDRESSES = [
  '198.51.100.23',
  '203.0.113.61',
  '192.0.2.140',
  '198.51.100.87',
  '203.0.113.118',
  '192.0.2.33',
  '198.51.100.201',
  '203.0.113.7',
] as const;

/** The enterprise of the failed sample, and its device that inspects TLS. */
export const INTERCEPTOR = {
  company: 'Kestrelmoor Foods',
  /** As the connector logs it. */
  slashes: '/C=DE/O=Kestrelmoor Foods/OU=Network Security/CN=Kestrelmoor TLS Inspection CA',
  /** As OpenSSL 3 prints it. */
  commas: 'C = DE, O = Kestrelmoor Foods, OU = Network Security, CN = Kestrelmoor TLS Inspection CA',
} as const;

export const ZSCALER_ISSUER =
  'C = US, ST = California, L = San Jose, O = Zscaler, OU = Emerging Technologies, CN = Zscaler Synthetic Issuing CA';
export const ZSCALER_SUBJECT = 'C = US, ST = California, L = San Jose, O = Zscaler, OU = Emerging Technologies';

const CLOUD = { apiHost: 'api.private.zscaler.com', cloud: 'prod.zpath.net' };
const SIZE = { cpus: 4, memoryKb: 7_834_512, diskGb: 64, kernel: '5.14.0-427.40.1.el9_4.x86_64' };

/** Three addresses of three prefixes: closes that touch them all point at no single network. */
const CENTRAL_EUROPE: Identity['brokers'] = [
  { name: 'broker3b.fra4.prod.zpath.net', site: 'fra4', ip: '198.51.100.23', rttUs: 8_200 },
  { name: 'broker5a.fra4.prod.zpath.net', site: 'fra4', ip: '203.0.113.61', rttUs: 8_900 },
  { name: 'broker1c.ams2.prod.zpath.net', site: 'ams2', ip: '192.0.2.140', rttUs: 14_600 },
];
const WESTERN_EUROPE: Identity['brokers'] = [
  { name: 'broker2a.ams2.prod.zpath.net', site: 'ams2', ip: '192.0.2.33', rttUs: 6_100 },
  { name: 'broker7-1.lon3.prod.zpath.net', site: 'lon3', ip: '203.0.113.118', rttUs: 11_300 },
  { name: 'broker4b.fra4.prod.zpath.net', site: 'fra4', ip: '198.51.100.87', rttUs: 13_900 },
];

export const FRANKFURT: Cast = {
  machine: {
    ...SIZE,
    host: 'fra-ac-02',
    domain: 'kestrelmoor.example',
    ip: '10.20.4.17',
    gateway: '10.20.4.1',
    nameservers: ['10.20.0.53', '10.20.1.53'],
    ntpServer: '10.20.0.5',
  },
  identity: {
    ...CLOUD,
    id: '216196257331371034',
    customerId: '216196257331370984',
    name: 'Frankfurt DC-2',
    version: '25.47.1',
    brokers: CENTRAL_EUROPE,
  },
};

export const ROTTERDAM: Cast = {
  machine: {
    ...SIZE,
    host: 'rtm-ac-01',
    domain: 'veldhaven.example',
    ip: '10.44.8.21',
    gateway: '10.44.8.1',
    nameservers: ['10.44.0.53', '10.44.1.53'],
    ntpServer: '10.44.0.5',
  },
  identity: {
    ...CLOUD,
    id: '217881107200442175',
    customerId: '217881107200442100',
    name: 'Rotterdam Edge-1',
    version: '25.47.1',
    brokers: WESTERN_EUROPE,
  },
};

/** The second member of Rotterdam's group. */
export const ROTTERDAM_TWO: Cast = {
  machine: { ...ROTTERDAM.machine, host: 'rtm-ac-02', ip: '10.44.8.22' },
  identity: { ...ROTTERDAM.identity, id: '217881107200442176', name: 'Rotterdam Edge-2' },
};

/** An old installation, as the published blocks of version 18 show them. */
export const MILAN: Cast = {
  machine: {
    ...SIZE,
    host: 'mil-zpa01',
    domain: 'arcobruno.example',
    ip: '10.71.2.30',
    gateway: '10.71.2.1',
    nameservers: ['10.71.0.53'],
    ntpServer: '10.71.0.5',
    memoryKb: 3_880_228,
    cpus: 2,
    kernel: '3.10.0-1160.el7.x86_64',
  },
  identity: {
    ...CLOUD,
    id: '72511030447610283',
    customerId: '72511030447610112',
    name: 'milano-corp-1',
    version: '18.87.1',
    brokers: CENTRAL_EUROPE,
  },
};
