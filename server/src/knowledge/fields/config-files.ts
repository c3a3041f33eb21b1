/** Configuration files that a connector depends on: resolver, time sources, proxy, syslog filters, log rotation. */
import { commandFields, documented, manual } from './build';

const CHRONY = documented('chrony manual, chrony.conf', 'https://chrony-project.org/doc/latest/chrony.conf.html');
const PROXY = documented(
  'Zscaler help, Networking and Security Considerations for Deployed App Connectors',
  'https://help.zscaler.com/zpa/networking-deployed-connectors',
);

export default [
  ...commandFields({ formats: ['resolv-conf'], prefixes: ['resolv'], source: manual('5/resolv.conf') }, [
    [
      'nameserver',
      'Resolver',
      'address',
      'Address of a resolver. Up to three are asked, in order; a name is not taken.',
      'At least one that answers for Zscaler names and for the names of the applications.',
    ],
    ['search', 'Search domains', 'text', 'Domains that are appended to short names.'],
    ['domain', 'Domain', 'text', 'The one domain of the host; search replaces it.'],
    ['options', 'Options', 'text', 'timeout, attempts, rotate and others: how the resolvers are asked.'],
    ['sortlist', 'Order of addresses', 'text', 'Networks whose addresses are given first.'],
  ]),
  ...commandFields({ formats: ['chrony-conf'], prefixes: ['chrony-conf'], source: CHRONY }, [
    ['server', 'Time server', 'address', 'One time server.', 'One that can be reached on UDP 123.'],
    [
      'pool',
      'Time servers',
      'address',
      'A name that stands for several time servers; Zscaler images use 0 to 3.zscaler.pool.ntp.org.',
    ],
    ['peer', 'Peer', 'address', 'A time server that is measured in both directions.'],
    ['refclock', 'Reference clock', 'text', 'A clock of the machine, such as that of the hypervisor.'],
    [
      'makestep',
      'Stepping',
      'text',
      'Off by more than so many seconds in the first so many measurements, the clock is stepped instead of slewed.',
    ],
    [
      'rtcsync',
      'Hardware clock',
      'text',
      'Copies the time to the hardware clock. Without it timedatectl says not synchronized although chrony is.',
    ],
    ['driftfile', 'Rate of the clock', 'text', 'Keeps the rate error of the clock over restarts.'],
    ['local', 'Own clock', 'text', 'Serves its own time when no source answers.'],
    ['allow', 'Clients', 'text', 'Networks that may ask this host for the time.'],
    ['sourcedir', 'Further sources', 'text', 'Folder of files with sources, such as those from DHCP.'],
    ['confdir', 'Further settings', 'text', 'Folder of configuration files.'],
    ['include', 'Further settings', 'text', 'Another configuration file.'],
    ['leapsectz', 'Leap seconds', 'text', 'Time zone whose data tell the leap seconds.'],
    ['keyfile', 'Keys', 'text', 'Keys for sources that ask for authentication.'],
    ['logdir', 'Logs', 'text', 'Folder of the logs.'],
    ['log', 'What is logged', 'text', 'tracking, measurements, statistics and others.'],
    ['minsources', 'Sources needed', 'count', 'How many sources must agree before the clock is changed.'],
    ['*', 'Setting of chrony', 'text', 'A further directive; see the manual.'],
  ]),
  ...commandFields({ formats: ['proxy-file'], prefixes: ['proxy'], source: PROXY }, [
    [
      'host',
      'Proxy',
      'address',
      'Proxy between connector and Service Edge. Applications are never reached through it.',
      'It allows CONNECT to the brokers and does not inspect TLS.',
    ],
    ['port', 'Port of the proxy', 'count', 'TCP port on which the proxy listens.'],
  ]),
  ...commandFields({ formats: ['rsyslog-conf'], prefixes: ['rsyslog'], source: manual('5/rsyslog.conf') }, [
    ['property', 'Property', 'text', 'What of a line is compared; programname is the name of the process.'],
    ['comparison', 'Comparison', 'text', 'isequal, contains, startswith, regex; ! turns it round.'],
    ['value', 'Value', 'text', 'Text that is compared with, in straight double quotes.', 'Straight quotes.'],
    ['action', 'Action', 'text', 'stop (older: ~) throws the line away: the journal has it already.'],
  ]),
  ...commandFields({ formats: ['logrotate-conf'], prefixes: ['logrotate'], source: manual('8/logrotate') }, [
    ['daily', 'Interval', 'text', 'A new log file every day.'],
    ['weekly', 'Interval', 'text', 'A new log file every week.'],
    ['monthly', 'Interval', 'text', 'A new log file every month.'],
    ['rotate', 'Old files kept', 'count', 'So many old files are kept.'],
    ['size', 'Size', 'text', 'A new file when the log has grown so large.'],
    ['maxsize', 'Largest size', 'text', 'A new file before the interval is over when the log has grown so large.'],
    ['maxage', 'Oldest file', 'count', 'Files older than so many days are deleted.'],
    ['compress', 'Compression', 'text', 'Old files are compressed.'],
    ['dateext', 'Names', 'text', 'Old files bear their date instead of a number.'],
    ['create', 'New file', 'text', 'An empty file is made after rotating.'],
    ['missingok', 'Missing files', 'text', 'A missing log is no error.'],
    ['notifempty', 'Empty files', 'text', 'An empty log is not rotated.'],
    ['include', 'Further settings', 'text', 'Folder of further settings.'],
    ['*', 'Setting of logrotate', 'text', 'A further directive; see the manual.'],
  ]),
];
