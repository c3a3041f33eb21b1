import { Connector } from './connector';
import type { Identity } from './connector';
import { hostFiles } from './host-files';
import { JournalWriter } from './journal-writer';
import { memoryArgo, memoryReport, memoryStatus, steadyOut } from './memory';
import { Random } from './random';

/** A bundle: path -> content. */
export type Bundle = ReadonlyMap<string, string>;

/** 21 January 2026, 11:55 of the log's clock. */
const START = Date.UTC(2026, 0, 21, 11, 55, 0);
const HOST = 'fra-ac-02';
const INTERCEPTOR = 'C = DE, O = Nordwind Logistics, OU = Network Security, CN = Nordwind TLS Inspection CA';
const ZSCALER = 'C = US, ST = California, O = Zscaler, OU = Emerging Technologies, CN = Zscaler Private Root';

const IDENTITY: Identity = {
  id: '216196257331371034',
  name: 'Frankfurt DC-2',
  version: '25.47.1',
  localIp: '10.20.4.17',
  brokers: [
    { name: 'broker3b.fra4.prod.zpath.net', ip: '198.51.100.23' },
    { name: 'broker5a.fra4.prod.zpath.net', ip: '198.51.100.24' },
    { name: 'broker1c.ams2.prod.zpath.net', ip: '203.0.113.61' },
  ],
  apiHost: 'api.private.zscaler.com',
  cloud: 'prod.zpath.net',
};

/** A well-formed key of invented content: 384 base64 characters and a tenant's number. */
function syntheticKey(random: Random): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let token = '';
  for (let index = 0; index < 384; index += 1) token += alphabet.charAt(random.integer(0, 63));
  return `3|api.private.zscaler.com|${token}-216196257331371001`;
}

/** Other processes of the host. */
function noise(journal: JournalWriter, random: Random): void {
  const roll = random.next();
  if (roll < 0.15) journal.line('systemd', 1, 'Started Session 4711 of User admin.');
  else if (roll < 0.25) journal.line('sshd', random.integer(20_000, 30_000), 'Did not receive identification string from 10.20.0.90 port 51322');
  else if (roll < 0.3) journal.line('NetworkManager', 812, '<info>  [1769000000.1234] dhcp4 (eth0): state changed new lease, address=10.20.4.17');
}

/** Two hours of work, with redirects as they happen every now and then. */
function work(connector: Connector, journal: JournalWriter, random: Random, minutes: number): void {
  for (let minute = 1; minute <= minutes; minute += 1) {
    journal.wait(60);
    noise(journal, random);
    if (minute % 47 === 0) connector.redirect();
    connector.minute();
    if (minute % 5 === 0) connector.flowRow();
  }
}

/**
 * A connector that worked until a firewall began to inspect its TLS: the connection is closed, every new one
 * shows the issuer of the inspecting device. Expected root cause: tunnel/ssl-interception.
 */
export function failedConnector(seed: number): Bundle {
  const random = new Random(seed);
  const journal = new JournalWriter(HOST, START);
  const connector = new Connector(journal, random, IDENTITY, 3276, 1054, 'new');
  connector.start();
  work(connector, journal, random, 125);
  journal.wait(14);
  connector.close('FOHH_CLOSE_REASON_SOCKET_ERR');
  const dn = '/C=DE/O=Nordwind Logistics/OU=Network Security/CN=Nordwind TLS Inspection CA';
  for (let attempt = 0; attempt < 36; attempt += 1) {
    journal.wait(random.integer(9, 11));
    const { ip } = random.pick(IDENTITY.brokers);
    connector.say(
      `Received event from [uninitialized]:0;co2br.prod.zpath.net:[${ip}]:443: BEV_EVENT_READING BEV_EVENT_ERROR, sock=${String(random.integer(40, 90))} self signed certificate in certificate chain ${dn} ${dn}`,
    );
    if (attempt % 6 === 5) {
      connector.say('*Connector not yet connected to cloud, please check connectivity, if this persists*');
      connector.minute();
      connector.flowRow();
    }
  }
  const files = new Map<string, string>([
    ['journal.txt', journal.text],
    ...hostFiles(HOST, '198.51.100.23', 'broker3b.fra4.prod.zpath.net', INTERCEPTOR),
    ['memory-status.txt', memoryStatus(random, steadyOut(random))],
    ['memory-argo.txt', memoryArgo(random)],
    ['provision_key', `\u201c${syntheticKey(random)}\u201d\n`],
    ['memory_report.txt', healthyReport(random, START)],
  ]);
  files.set(
    'README.md',
    '# Synthetic support bundle: a connector behind TLS inspection\n\nMade by `npx tsx test/generator/write-samples.ts`; host, names, addresses, ids and the key are invented.\n\nThe connector worked for two hours. Then a firewall began to inspect TLS: the control connection was closed, and every new connection shows the certificate of the inspecting device (journal.txt, openssl.txt). Clock, disk, memory and DNS are fine. The provision_key was saved by an editor that curled its quotes: open it and take the quick fix.\n',
  );
  return files;
}

/** The same machine, healthy. Expected: no error, no warning. */
export function healthyConnector(seed: number): Bundle {
  const random = new Random(seed);
  const journal = new JournalWriter(HOST, START);
  const connector = new Connector(journal, random, IDENTITY, 3276, 1054, 'new');
  connector.start();
  work(connector, journal, random, 125);
  const files = new Map<string, string>([
    ['journal.txt', journal.text],
    ...hostFiles(HOST, '198.51.100.23', 'broker3b.fra4.prod.zpath.net', ZSCALER),
    ['memory-status.txt', memoryStatus(random, steadyOut(random))],
    ['memory-argo.txt', memoryArgo(random)],
    ['provision_key', `${syntheticKey(random)}\n`],
    ['memory_report.txt', healthyReport(random, START)],
  ]);
  files.set(
    'README.md',
    '# Synthetic support bundle: a healthy connector\n\nMade by `npx tsx test/generator/write-samples.ts`; everything in it is invented. Nothing in it should be called an error or a warning.\n',
  );
  return files;
}

function healthyReport(random: Random, startMs: number): string {
  const out = steadyOut(random);
  return memoryReport(random, HOST, startMs, 12, () => out);
}
