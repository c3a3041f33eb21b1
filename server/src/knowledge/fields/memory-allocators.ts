/** The allocators of /memory/status, one a module. All meanings are read off the names. */
import type { Field } from '../../engine/catalogue';
import { inferred } from './build';

const FORMATS = ['memory-status', 'memory-report', 'cpu-report'];

const ALLOCATORS: readonly (readonly [name: string, title: string, meaning: string, change?: string])[] = [
  [
    'libevent',
    'Event loop buffers',
    'The open source event library libevent: sockets, buffers and timers of every connection.',
    'Grows with connections that are slow to take data.',
  ],
  ['openssl', 'TLS library', 'Memory of OpenSSL. 0 where the library keeps its own allocator.'],
  [
    'argo',
    'Message objects',
    'Layer that turns messages and records into objects and back; /memory/argo breaks it down by object.',
    'Look at /memory/argo for the object that grows.',
  ],
  ['avl', 'Balanced trees', 'Tree structures (AVL) used by other modules.'],
  [
    'diamond',
    'Matching structure',
    'A data structure named diamond, by its neighbours used to match names to applications.',
  ],
  ['pattern_match', 'Pattern matching', 'Matching of names against patterns.'],
  [
    'fohh',
    'Framed connections',
    'The layer of the connections to Service Edges, whose states are called fohh_connection_*.',
    'Growing while tx_blocked rises: queued data of blocked connections.',
  ],
  ['phash', 'Hash tables (phash)', 'A kind of hash table used by other modules.'],
  [
    'wally',
    'Configuration tables',
    'Client that keeps the configuration tables in step with the cloud.',
    'Grows with the number of applications, servers and segments.',
  ],
  ['zpath_lib', 'Platform library', 'Library shared by all components of the product.'],
  ['zthread', 'Threads', 'Thread management.'],
  [
    'zevent',
    'Event queues',
    'Queues that hand work from one thread to another.',
    'Growing: a thread does not keep up with its queue.',
  ],
  ['zhash_table', 'Hash tables', 'Hash tables used by other modules.'],
  ['zhash_table_locked', 'Hash tables shared by threads', 'Hash tables with a lock.'],
  ['cshash', 'Hash tables (cshash)', 'A kind of hash table used by other modules.'],
  ['zudp', 'UDP layer', 'UDP sockets of the platform.'],
  ['zcrypt', 'Cryptography', 'Encryption of stored data such as the instance identity.'],
  [
    'zpn',
    'Tunnel logic',
    'Core of the private access protocol: tunnels and their messages.',
    'Outstanding memory follows open Microtunnels.',
  ],
  ['zdtls', 'DTLS transport', 'TLS over datagrams.'],
  ['zrdt', 'Reliable datagram transport', 'Transport over datagrams with retransmission.'],
  ['zbuffer', 'Buffers', 'Buffers of the platform.'],
  ['assistant', 'App Connector logic', 'What is specific to the App Connector, which the product calls assistant.'],
  ['inspection', 'Inspection', 'Traffic inspection (AppProtection).'],
  [
    'waf',
    'Web inspection',
    'Web application firewall of AppProtection: rules and state.',
    'Grows with inspected connections and profiles.',
  ],
  ['zpn_pdp', 'Protocol discovery', 'Detection of the protocol inside a connection (ptag).'],
  ['zpn_pcap', 'Packet capture', 'Packet captures asked for from the portal.'],
  ['zhealth', 'Health probes', 'Probes towards application targets.'],
  [
    'dns',
    'Resolver',
    'Name resolution and its cache. About 30 kB an allocation and no overhead figure.',
    'Grows with the number of names; large on wildcard segments.',
  ],
  ['zdx_lib', 'ZDX library', 'Digital experience monitoring (ZDX), shared part.'],
  ['zdx_probe', 'ZDX probes', 'Probes of digital experience monitoring.'],
  ['zdx_cache', 'ZDX cache', 'Results kept by digital experience monitoring.'],
  ['zdx_combiner', 'ZDX combiner', 'Merging of results of digital experience monitoring.'],
  ['zdx_webprobe_cache', 'ZDX web probe cache', 'Results of web probes kept for reuse.'],
  [
    'admin_probe',
    'Portal probes',
    'Commands that an administrator runs on the connector from the portal: ping, trace, capture, restart.',
  ],
  ['np_connector', 'Network connector', 'Network connector of the VPN service.'],
  ['npwg_lib', 'WireGuard library', 'WireGuard tunnels of the network connector.'],
  ['np', 'Network connector base', 'Shared part of the network connector.'],
];

const modules: readonly Field[] = ALLOCATORS.map(([name, title, meaning, change]) => ({
  names: [`allocator.${name}`],
  labels: [name],
  formats: FORMATS,
  title: `${title} (${name})`,
  unit: 'identifier',
  meaning,
  change: change ?? 'Judge Out bytes over samples an hour or more apart, not the level of one dump.',
  lookAt: ['out.bytes', 'out.count'],
  source: inferred('The name of the module; no definition is published.'),
}));

const total: readonly Field[] = [
  {
    names: ['allocator.Total'],
    labels: ['Total'],
    formats: FORMATS,
    title: 'Sum of all allocators',
    unit: 'identifier',
    meaning:
      'Sum of the rows plus one allocation of 1024 bytes, probably the buffer of the dump itself. The process as the kernel sees it is larger: libraries, stacks and gaps are not counted.',
    change: 'Growing Out bytes with a flat number of tunnels: find the allocator that grows.',
    lookAt: ['out.bytes', 'Mem_abs.ProcessUsed'],
    source: inferred('Arithmetic on a published dump.'),
  },
  {
    names: ['allocator.*'],
    labels: ['allocator'],
    formats: FORMATS,
    title: 'Allocator of a module',
    unit: 'identifier',
    meaning: 'Memory of one module of the process. Published dumps do not hold this name.',
    change: 'Judge Out bytes over samples an hour or more apart.',
    lookAt: ['out.bytes'],
    source: inferred('Its place in the dump.'),
  },
];

export default [...modules, ...total];
