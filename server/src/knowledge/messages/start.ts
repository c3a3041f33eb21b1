/** Messages of a start and an enrolment that no rule reads, for hovers: what normal life looks like. */
import type { Message, Source } from '../../engine/match/rule';
import { ILLUSTRATION, inferred, RUNBOOK, TROUBLESHOOTING } from '../evidence';

const CLOUD_CONTROLLER = inferred('published output of a Private Cloud Controller, version 25.47');

function said(
  id: string,
  example: string,
  starts: string,
  pattern: RegExp,
  meaning: string,
  source: Source,
  roles: Message['roles'] = ['child'],
): Message {
  return { id: `start.${id}`, roles, starts: [starts], pattern, meaning, source, examples: [example] };
}

export const memoryArenas = said(
  'memory-arenas',
  'memory_arena_count=14',
  'memory_arena_count=',
  /^memory_arena_count=(?<count>\d{1,4})(?:\s|$)/u,
  'First line of a child: how many memory arenas it uses. It marks a start of the process.',
  RUNBOOK,
);

export const noCertificateRead = said(
  'no-certificate-read',
  'Resolve read certificatefailed',
  'Resolve read certificate',
  /^Resolve read certificate ?failed/u,
  'No certificate of an earlier enrolment could be read: so it is at the first start, and after a wipe.',
  TROUBLESHOOTING,
);

export const attemptingToEnroll = said(
  'attempting-to-enroll',
  'No valid certificate. Attempting to enroll',
  'No valid certificate. ',
  /^No valid certificate\. Attempting to enroll/u,
  'The connector has no valid certificate and enrols with its provisioning key.',
  TROUBLESHOOTING,
);

export const enrollConnecting = said(
  'enroll-connecting',
  'Enroll: Connecting to api.private.zscaler.com via co2br.prod.zpath.net.',
  'Enroll: Connecting to ',
  /^Enroll: Connecting to (?<api>\S{1,253}) via (?<via>\S{1,253})/u,
  'The enrolment goes to the API host of the provisioning key, by way of the bootstrap name of the same cloud.',
  TROUBLESHOOTING,
);

export const csrResponse = said(
  'csr-response',
  'Fetch CSR Response - nonce(<2|api-f4.prod.zpath.net|Y7Pn1SF...>) fingerprint(<DzGT1uFr76...>)',
  'Fetch CSR Response - ',
  /^Fetch CSR Response - nonce\((?![\s\S]{0,800}nonce\.usage\.exceeded)/u,
  'The cloud’s answer when the connector asks what its certificate should say: the reason follows as JSON. The nonce is the provisioning key, cut short as is the fingerprint of the hardware.',
  inferred('help page on Private Service Edges, with literal output'),
);

export const waitingForConfiguration = said(
  'waiting-for-configuration',
  'Waiting for connector to retrieve configuration',
  'Waiting for connector to retrieve',
  /^Waiting for connector to retrieve configuration/u,
  'The connector is enrolled and fetches its configuration: normal at a start.',
  RUNBOOK,
);

export const nameResolved = said(
  'name-resolved',
  'Adding name resolution for co2br.prod.zpath.net of 198.51.100.23',
  'Adding name resolution for ',
  /^Adding name resolution for (?<name>\S{1,253}) of (?<address>[\d.:a-fA-F]{2,45})/u,
  'The name was resolved; one such line for each address.',
  RUNBOOK,
);

export const waitingForTime = said(
  'waiting-for-time',
  'Connector- waiting for time synchronization',
  'Connector- waiting for time',
  /^Connector- waiting for time synchronization/u,
  'At its start the connector asks the cloud for the time before it does anything else.',
  inferred('published output of version 19.65.2'),
);

export const serverNameNotFound = said(
  'server-name-not-found',
  'SNI not found: sni = 217329048513151161.aslog.example.site, ip = 10.10.10.200:49570',
  'SNI not found: ',
  /^SNI not found: sni = (?<sni>\S{1,253}), ip = (?<address>\S{1,60})/u,
  'A client asked for a channel by a name (SNI) that is not known here, or not yet.',
  CLOUD_CONTROLLER,
);

export const groupFetched = said(
  'group-fetched',
  'Fetch sitec group for 217329048513151079 returned ZPN_RESULT_NOT_FOUND',
  'Fetch sitec group for ',
  /^Fetch sitec group for (?<id>\d{1,20}) returned (?<result>\w{1,60})/u,
  'A Private Cloud Controller looked up its group; ZPN_RESULT_NOT_FOUND right after a start is usual.',
  CLOUD_CONTROLLER,
);

export const proxyStatistics = said(
  'proxy-statistics',
  'fproxy conn stats (disabled) alloc: 0, free queue: 0, num active conn: 0, total conn: 0, rx bytes: 0, tx bytes: 0',
  'fproxy conn stats ',
  /^fproxy conn stats \((?<state>\w{1,20})\) alloc: \d/u,
  'Connections of the forwarding proxy of a Private Cloud Controller; disabled and zero where it is not used.',
  CLOUD_CONTROLLER,
);

export const illustratedStart: Message = {
  id: 'start.illustrated',
  roles: ['child', 'parent'],
  starts: [
    'retrying enrollment in ',
    'enrollment required',
    'service start aborted',
    'Connector ID ',
    'Certificate valid until ',
  ],
  pattern:
    /^(?:retrying enrollment in \d{1,5} ?s|enrollment required|service start aborted|Connector ID \d{1,20}, version |Certificate valid until \d{4}-)/u,
  meaning:
    'A line as a course prints it: who the connector is, until when its certificate holds, or that it tries again.',
  source: ILLUSTRATION,
  examples: ['retrying enrollment in 30s', 'Connector ID 88121, version 24.x', 'Certificate valid until 2027-05-29'],
};
