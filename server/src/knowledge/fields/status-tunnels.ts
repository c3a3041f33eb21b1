/** Microtunnels, applications and data transfer of the status block. */
import { fieldsOf, inferred, MONITORING } from './build';
import type { FieldRow } from './build';

const BLOCK = {
  formats: ['journal', 'status-block'],
  source: inferred('Label of the line and arithmetic on published blocks; the vendor publishes no definition.'),
};
const LAW = inferred(
  'Total Created - Total Freed = Current Active and Alloc - Free_q_cnt = Current Active in the published 18.87 block.',
);

/** Parts of a newer count: all tunnels, those whose health is reported, those whose health is not. */
const SCOPES: readonly (readonly [scope: string, words: string])[] = [
  ['all', 'all tunnels'],
  ['health-report-based', 'tunnels to applications with health reporting'],
  ['no-health-report-based', 'tunnels to applications without health reporting'],
];

function scoped(
  label: string,
  title: string,
  meaning: string,
  rest: Pick<FieldRow, 'counter' | 'change' | 'healthy' | 'lookAt'>,
): readonly FieldRow[] {
  return SCOPES.map(([scope, words]) => ({
    names: [`mtunnels.${label}.${scope}`],
    labels: [`${label} (${scope})`, label],
    title: `${title}: ${scope}`,
    unit: 'count' as const,
    meaning: `${meaning} This value: ${words}.`,
    ...rest,
  }));
}

/** `name(a|b|c) x|y|z` counts of the newest line. */
function parts(
  label: string,
  title: string,
  meaning: string,
  names: readonly (readonly [string, string])[],
): readonly FieldRow[] {
  return names.map(([part, words]) => ({
    names: [`mtunnels.${label}.${part}`],
    labels: [`${label} (${part})`],
    title: `${title}: ${part}`,
    unit: 'count' as const,
    meaning: `${meaning} This value: ${words}.`,
  }));
}

const DE = 'with double encryption';

export default [
  ...fieldsOf({ ...BLOCK, source: LAW }, [
    {
      names: ['mtunnels.created'],
      labels: ['Total Created'],
      title: 'Microtunnels made since start',
      unit: 'count',
      meaning:
        'One Microtunnel carries one connection of a user to an application. In old blocks the figure equals BrkRq.',
      healthy: 'Created minus Freed equals Current Active.',
      change: 'Its rate is the load of new connections.',
      counter: true,
      lookAt: ['mtunnels.freed', 'mtunnels.active', 'rpc.BrkRq'],
    },
    {
      names: ['mtunnels.freed'],
      labels: ['Total Freed'],
      title: 'Microtunnels ended since start',
      unit: 'count',
      meaning: 'Microtunnels whose object was given back.',
      healthy: 'Follows Total Created.',
      change: 'Falling behind Total Created for hours: tunnels pile up.',
      counter: true,
      lookAt: ['mtunnels.created', 'mtunnels.active'],
    },
    {
      names: ['mtunnels.active'],
      labels: ['Current Active'],
      title: 'Microtunnels open now',
      unit: 'count',
      meaning: 'Connections of users through this connector at this moment.',
      healthy: 'Follows the working day and falls in quiet hours.',
      change: 'Growth without Total Freed following: tunnels do not end, memory and descriptors follow.',
      lookAt: ['mtunnels.created', 'mtunnels.freed', 'descriptors.Process.in-use'],
    },
    {
      names: ['mtunnels.alloc'],
      labels: ['Alloc'],
      title: 'Microtunnel objects in memory',
      unit: 'count',
      meaning:
        'Objects that exist, in use or kept for reuse: Alloc minus Free_q_cnt equals Current Active. It stays at the highest number that was ever open.',
      change: 'Rises only when more tunnels are open at once than ever before.',
      lookAt: ['mtunnels.Free_q_cnt', 'mtunnels.active'],
    },
    {
      names: ['mtunnels.Free_q_cnt'],
      labels: ['Free_q_cnt'],
      title: 'Microtunnel objects kept for reuse',
      unit: 'count',
      meaning: 'Objects on the free queue: memory held ready, no leak.',
      lookAt: ['mtunnels.alloc'],
    },
  ]),
  ...fieldsOf(BLOCK, [
    ...scoped('total', 'Microtunnels since start', 'Microtunnels made since the process started.', {
      counter: true,
      change: 'Its rate is the load of new connections.',
      lookAt: ['mtunnels.current active.all'],
    }),
    ...scoped(
      'to broker',
      'Microtunnels to Public Service Edges',
      'Microtunnels since start that run to a Public Service Edge.',
      {
        counter: true,
        lookAt: ['mtunnels.to private broker.all'],
      },
    ),
    ...scoped(
      'to private broker',
      'Microtunnels to Private Service Edges',
      'Microtunnels since start that run to a Private Service Edge.',
      {
        counter: true,
        healthy: '0 where no Private Service Edge is deployed.',
        lookAt: ['mtunnels.to broker.all'],
      },
    ),
    ...scoped(
      'current active',
      'Microtunnels open now',
      'Connections of users through this connector at this moment.',
      {
        healthy: 'Follows the working day and falls in quiet hours.',
        change: 'Growth over days without a fall at night: tunnels do not end.',
        lookAt: ['mtunnels.peak active', 'descriptors.Process.in-use'],
      },
    ),
    {
      names: ['mtunnels.unbound/errored'],
      labels: ['unbound/errored', 'unbound'],
      title: 'Microtunnels that never got bound',
      unit: 'count',
      meaning: 'Microtunnels that ended without being tied to a Service Edge or by an error.',
      healthy: 'A small share of the total; judge the change.',
      change: 'Rising faster than the total: connections to applications or binds fail.',
      counter: true,
      lookAt: ['rpc.tx.BrkRqAck', 'rpc.BindReq'],
    },
    {
      names: ['mtunnels.peak active'],
      labels: ['peak active'],
      title: 'Most Microtunnels open at once',
      unit: 'count',
      meaning: 'Highest number since the process started; the moment follows as cloud time.',
      lookAt: ['mtunnels.at cloud time', 'mtunnels.current active.all'],
    },
    {
      names: ['mtunnels.at cloud time'],
      labels: ['at cloud time'],
      title: 'When the peak was',
      unit: 'epoch-microseconds',
      meaning: 'Moment of the peak by the clock of the cloud, microseconds since 1970.',
      lookAt: ['mtunnels.peak active'],
    },
    {
      names: ['mtunnels.peak in mem'],
      labels: ['peak in mem'],
      title: 'Most Microtunnel objects in memory',
      unit: 'count',
      meaning: 'Highest number of objects that existed at once, in use or kept for reuse.',
    },
    {
      names: ['mtunnels.total mtunnel alloc'],
      labels: ['total mtunnel alloc'],
      title: 'Microtunnel objects taken',
      unit: 'count',
      meaning: 'How often a Microtunnel object was taken since the process started.',
      counter: true,
      lookAt: ['mtunnels.total mtunnel free'],
    },
    {
      names: ['mtunnels.total mtunnel free'],
      labels: ['total mtunnel free'],
      title: 'Microtunnel objects given back',
      unit: 'count',
      meaning: 'How often a Microtunnel object was given back since the process started.',
      healthy: 'Follows total mtunnel alloc.',
      counter: true,
      lookAt: ['mtunnels.total mtunnel alloc'],
    },
    {
      names: ['mtunnels.reaped'],
      labels: ['reaped'],
      title: 'Microtunnels cleared away',
      unit: 'count',
      meaning: 'Microtunnels that a clean-up removed because they did not end by themselves.',
      healthy: '0 or nearly.',
      counter: true,
    },
    ...parts('types', 'Microtunnels by protocol', 'Microtunnels since start, by kind of traffic.', [
      ['tcp', 'TCP'],
      ['udp', 'UDP'],
      ['icmp', 'ICMP'],
      ['mtls', 'mutual TLS'],
      ['de', `double encryption without a protocol of its own`],
      ['tcp_de', `TCP ${DE}`],
      ['udp_de', `UDP ${DE}`],
    ]),
    ...parts('waf inspection status', 'Web inspection', 'Microtunnels that AppProtection inspected as web traffic.', [
      ['http', 'HTTP'],
      ['httpDE', `HTTP ${DE}`],
      ['https', 'HTTPS'],
      ['httpsDE', `HTTPS ${DE}`],
      ['none', 'not inspected'],
    ]),
    ...parts(
      'adp inspection status',
      'Active Directory inspection',
      'Microtunnels inspected as Active Directory protocols.',
      [
        ['ldap', 'LDAP'],
        ['ldapDE', `LDAP ${DE}`],
        ['smb', 'SMB'],
        ['smbDE', `SMB ${DE}`],
        ['krb', 'Kerberos'],
        ['krbDE', `Kerberos ${DE}`],
      ],
    ),
    ...parts(
      'auto inspection status',
      'Inspection by detected protocol',
      'Microtunnels whose protocol was detected before inspection.',
      [
        ['auto', 'detected automatically'],
        ['auto_de', `detected automatically, ${DE}`],
        ['auto_tls', 'detected inside TLS'],
        ['auto_tls_de', `detected inside TLS, ${DE}`],
        ['ptag', 'tagged with a protocol (ptag)'],
        ['ptag_de', `tagged with a protocol, ${DE}`],
      ],
    ),
    ...parts(
      'active inspection status',
      'Inspected Microtunnels open now',
      'Microtunnels under inspection at this moment.',
      [
        ['http', 'HTTP'],
        ['https', 'HTTPS'],
        ['ldap', 'LDAP'],
        ['smb', 'SMB'],
        ['krb', 'Kerberos'],
        ['auto', 'detected automatically'],
        ['auto_tls', 'detected inside TLS'],
        ['ptag', 'tagged with a protocol'],
      ],
    ),
    {
      names: ['mtunnels.pipeline status.*', 'mtunnels.pipeline status'],
      labels: ['pipeline status'],
      title: 'Inspection pipelines',
      unit: 'count',
      meaning: 'Four counts of the inspection pipeline whose order the line does not name.',
    },
    ...parts('websocket stats', 'WebSocket connections', 'WebSocket connections seen by inspection.', [
      ['upgrade', 'upgrades from HTTP'],
      ['inspection', 'inspected'],
    ]),
    ...parts('api traffic stats', 'API traffic', 'API traffic seen by inspection.', [
      ['detection', 'detected'],
      ['inspection', 'inspected'],
    ]),
    {
      names: ['mtunnels.tcp.*', 'mtunnels.udp.*', 'mtunnels.icmp.*'],
      labels: ['mtr(create|delete)', 'mtr'],
      title: 'Path traces made and removed',
      unit: 'count',
      meaning:
        'The end of the line, mtr(create|delete): traces of the path by TCP, ICMP or UDP that were begun (first number) and removed (second).',
    },
    {
      names: ['mtunnels.*'],
      labels: ['Mtunnels'],
      title: 'Microtunnel count',
      unit: 'count',
      meaning: 'A further count of the Mtunnels line that newer versions may add.',
    },
    {
      names: ['data.connections'],
      labels: ['Broker data connection count'],
      title: 'Data connections to Service Edges',
      unit: 'count',
      meaning: 'Connections that carry user traffic. They are made as needed and to several Service Edges at once.',
      healthy: 'Above 0 while users work; 0 with the control connection up means that no traffic passes.',
      change: 'A sudden fall with many close lines is an outage of the path.',
      lookAt: ['data.backed_off', 'mtunnels.active'],
    },
    {
      names: ['data.backed_off'],
      labels: ['backed_off connections', 'backed_off'],
      title: 'Data connections that wait to retry',
      unit: 'count',
      meaning: 'Data connections whose last attempt failed (fohh_connection_backoff).',
      healthy: '0.',
      change: 'Above 0 for several blocks: some Service Edge cannot be reached from here.',
      lookAt: ['data.connections', 'f_conn.state'],
    },
    {
      names: ['transfer.ToBroker'],
      labels: ['Total ToBroker', 'ToBroker'],
      title: 'Bytes sent to Service Edges',
      unit: 'bytes',
      meaning: 'Application data sent to the cloud since the process started: what users receive.',
      change:
        'Its rate is the throughput towards users; together with the other direction it should stay under 500 Mbit/s.',
      counter: true,
      lookAt: ['transfer.FromBroker'],
    },
    {
      names: ['transfer.FromBroker'],
      labels: ['Total FromBroker', 'FromBroker'],
      title: 'Bytes received from Service Edges',
      unit: 'bytes',
      meaning: 'Application data received from the cloud since the process started: what users send.',
      change: 'Standing still while ToBroker grows, or the other way round, points to one-way traffic.',
      counter: true,
      lookAt: ['transfer.ToBroker'],
    },
    {
      names: ['apps.registered'],
      labels: ['Registered apps count', 'Registered apps'],
      title: 'Applications this connector serves',
      unit: 'count',
      meaning: 'Applications whose segment points to the group of this connector, as far as it has learnt them.',
      healthy: 'Above 0; equal over the members of a group.',
      change: 'A fall to 0 after a restart is normal for a short time while the configuration is read.',
      lookAt: ['apps.alive'],
    },
    {
      names: ['apps.alive'],
      labels: ['alive app', 'alive apps'],
      title: 'Applications with at least one target up',
      unit: 'count',
      meaning: 'Registered applications that this connector can reach.',
      healthy: 'Equal to Registered apps count.',
      change: 'Below it over several blocks: applications, name resolution or the way to them are down.',
      lookAt: ['apps.registered', 'apps.alive_target'],
    },
    {
      names: ['apps.passive_health'],
      labels: ['passive_health'],
      title: 'Applications judged by real traffic',
      unit: 'count',
      meaning:
        'Applications whose health is learnt when users open them instead of by continuous probes. Older blocks; newer ones say on-access health.',
      lookAt: ['apps.registered', 'apps.on_access_health'],
    },
    {
      names: ['apps.on_access_health'],
      labels: ['apps with on-access health', 'on-access health'],
      title: 'Applications with On Access health reporting',
      unit: 'count',
      meaning: 'Applications whose health is checked when a user asks for them.',
      change: 'A fall while targets grow past 6,000: On Access reporting gave way to None.',
      lookAt: ['apps.target_count'],
      source: MONITORING,
    },
    {
      names: ['apps.service_count'],
      labels: ['service_count', 'service count'],
      title: 'Services this connector watches',
      unit: 'count',
      meaning: 'Combinations of name or address with protocol and port.',
      lookAt: ['apps.target_count', 'lss.ServiceCount'],
      source: inferred('Same name as ServiceCount of the Log Streaming Service, which is documented that way.'),
    },
    {
      names: ['apps.target_count'],
      labels: ['target_count', 'target count', 'current_target_count'],
      title: 'Targets this connector watches',
      unit: 'count',
      meaning: 'Resolved addresses and ports behind the services.',
      healthy: 'At most 6,000 a connector.',
      change:
        'Near the limit: On Access health reporting falls back to None. Split wildcards, or add connectors and groups.',
      lookAt: ['apps.alive_target', 'apps.on_access_health'],
      source: MONITORING,
    },
    {
      names: ['apps.alive_target'],
      labels: ['alive_target', 'target alive'],
      title: 'Targets that answer',
      unit: 'count',
      meaning: 'Targets that were up when last looked at.',
      healthy: 'Judge the change: a published healthy block has 74 of 104.',
      change: 'A sudden fall: servers, name resolution or the way to them.',
      lookAt: ['apps.target_count', 'apps.alive'],
    },
    {
      names: ['apps.aged_target'],
      labels: ['aged_target'],
      title: 'Targets that are about to be forgotten',
      unit: 'count',
      meaning:
        'Targets whose information has grown old because nothing asked for them or their name no longer resolves to them.',
      healthy: 'About 0.',
      lookAt: ['apps.target_count'],
    },
    {
      names: ['apps.*'],
      labels: ['apps'],
      title: 'Application count',
      unit: 'count',
      meaning: 'A further count of the Registered apps line.',
    },
  ]),
];
