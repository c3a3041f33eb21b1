/** What may stand in the configuration files that a connector depends on, for completion while they are written. */

export interface ConfigCompletion {
  /** Format of the file in which it makes sense. */
  readonly format: 'resolv-conf' | 'chrony-conf' | 'proxy-file' | 'provision-key';
  /** What is shown and filtered by: the directive, or a name for the whole line. */
  readonly label: string;
  /** What it does, one sentence. */
  readonly detail: string;
  /** Text of the line, as a snippet: `${1:placeholder}` marks what has to be filled in. */
  readonly insertText: string;
}

/** Rows of one format: `[label, insertText, detail]`. */
function rows(
  format: ConfigCompletion['format'],
  list: readonly (readonly [label: string, insertText: string, detail: string])[],
): readonly ConfigCompletion[] {
  return list.map(([label, insertText, detail]) => ({ format, label, detail, insertText }));
}

/** Completions of all formats; whole lines, to be offered at the beginning of a line. */
export const CONFIG_COMPLETIONS: readonly ConfigCompletion[] = [
  ...rows('resolv-conf', [
    [
      'nameserver',
      'nameserver ${1:192.0.2.53}',
      'Address of a resolver; up to three are asked, in order. The connector needs at least one.',
    ],
    ['search', 'search ${1:example.internal}', 'Domains that are appended to short names.'],
    ['domain', 'domain ${1:example.internal}', 'The one domain of the host; search replaces it.'],
    [
      'options timeout',
      'options timeout:${1:2} attempts:${2:2}',
      'Seconds to wait for an answer, and how often all resolvers are asked.',
    ],
    ['options rotate', 'options rotate', 'Asks the resolvers in turn instead of always the first.'],
    [
      'options single-request',
      'options single-request',
      'Asks for IPv4 and IPv6 addresses one after the other: for firewalls that drop the second answer.',
    ],
    ['options edns0', 'options edns0', 'Allows answers longer than 512 bytes.'],
    ['options trust-ad', 'options trust-ad', 'Believes the resolver that an answer was validated.'],
  ]),
  ...rows('chrony-conf', [
    ['server', 'server ${1:192.0.2.123} iburst', 'One time server; iburst measures quickly after the start.'],
    [
      'pool',
      'pool ${1:0.zscaler.pool.ntp.org} iburst maxsources ${2:4}',
      'A name that stands for several time servers; Zscaler images use 0 to 3.zscaler.pool.ntp.org.',
    ],
    [
      'makestep',
      'makestep ${1:1.0} ${2:3}',
      'Steps the clock when it is off by more than so many seconds, in the first so many measurements.',
    ],
    ['rtcsync', 'rtcsync', 'Keeps the hardware clock right, and lets timedatectl see that the clock is synchronized.'],
    ['driftfile', 'driftfile ${1:/var/lib/chrony/drift}', 'Keeps the rate error of the clock over restarts.'],
    ['leapsectz', 'leapsectz ${1:right/UTC}', 'Takes leap seconds from the time zone data.'],
    ['logdir', 'logdir ${1:/var/log/chrony}', 'Folder of the logs.'],
    ['log', 'log ${1:tracking measurements}', 'What is logged: tracking, measurements, statistics.'],
    ['minsources', 'minsources ${1:2}', 'How many sources must agree before the clock is changed.'],
    ['keyfile', 'keyfile ${1:/etc/chrony.keys}', 'Keys for time servers that ask for authentication.'],
    ['sourcedir', 'sourcedir ${1:/run/chrony-dhcp}', 'Folder of files with further sources, such as those from DHCP.'],
  ]),
  ...rows('proxy-file', [
    [
      'host:port',
      '${1:192.0.2.8}:${2:8080}',
      'The proxy between connector and Service Edge, one line without http://. Restart zpa-connector afterwards.',
    ],
  ]),
  ...rows('provision-key', [
    [
      'version|API host|token',
      '${1:3}|${2:api.private.zscaler.com}|${3:token}',
      'The key as the portal shows it, in one line without quotes or blanks.',
    ],
  ]),
];
