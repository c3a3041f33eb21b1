/** Files under /opt/zscaler and the host files that matter to a connector. */
import { constantsOf, documented, inferred } from './build';

const HELP = documented(
  'Zscaler help, Managing Deployed App Connectors and Troubleshooting App Connectors',
  'https://help.zscaler.com/zpa/managing-deployed-connectors',
);
const RECOVERY = documented(
  'Zscaler help, Managing Disaster Recovery Configuration and Binary Snapshots',
  'https://help.zscaler.com/zpa/managing-disaster-recovery-configuration-and-binary-snapshots',
);

export default [
  ...constantsOf({ group: 'path', source: HELP }, [
    ['/opt/zscaler', 'neutral', 'Everything of the connector. Never clear it to gain disk space.'],
    ['/opt/zscaler/bin/zpa-connector', 'neutral', 'Program of the Manager, from the package zpa-connector.'],
    [
      '/opt/zscaler/var',
      'neutral',
      'State of the connector: identity, certificate, software. Emptying it means to enrol anew. The user zscaler must be able to write here.',
    ],
    [
      '/opt/zscaler/var/image.bin',
      'neutral',
      'Downloaded child software; `image.bin -version` prints its version. Removing it with version and metadata makes the Manager fetch the default version.',
    ],
    ['/opt/zscaler/var/version', 'neutral', 'Version of the downloaded child software.'],
    ['/opt/zscaler/var/updater.version', 'neutral', 'Version of the Manager.'],
    ['/opt/zscaler/var/metadata', 'neutral', 'Data about the downloaded image.'],
    [
      '/opt/zscaler/var/provision_key',
      'neutral',
      'Provisioning key, a secret in one line. Mode 644. Read at start, then once a day only.',
    ],
    ['/opt/zscaler/var/proxy', 'neutral', 'Proxy towards the Service Edges, `host:port` in one line.'],
    ['/opt/zscaler/var/proxy-bypass', 'neutral', 'What goes past the proxy: one address, network or domain a line.'],
    [
      '/opt/zscaler/var/instance_id.crypt',
      'neutral',
      'Identity of the connector, encrypted with a key made from the hardware. After a clone, a move or a new MAC address it cannot be read.',
      'If it cannot be decrypted: enrol anew.',
    ],
    [
      '/etc/resolv.conf',
      'neutral',
      'Nameservers of the host. Must be readable by the user zscaler, not by root alone.',
      'chmod 644 if others cannot read it.',
    ],
    [
      '/var/log/messages',
      'neutral',
      'Older log lines of the host. Zscaler processes may write here and to the journal, doubling disk use.',
    ],
    [
      '/etc/rsyslog.d/zpa-connector.conf',
      'neutral',
      'Keeps lines of the connector out of syslog. Text copied from web pages brings curly quotes, which rsyslog does not take.',
    ],
  ]),
  ...constantsOf({ group: 'path', source: RECOVERY }, [
    [
      '/opt/zscaler/var/config_snapshots',
      'neutral',
      'Snapshots of the configuration for disaster recovery, one folder a day, 15 kept.',
    ],
    ['/opt/zscaler/var/binary_snapshots', 'neutral', 'Snapshots of the software for disaster recovery, 5 kept.'],
  ]),
  ...constantsOf({ group: 'path', source: inferred('Scripts and notes of field engineers.') }, [
    [
      '/opt/zscaler/var/cert.pem',
      'neutral',
      'Certificate of the connector; its subject name is the number of the connector.',
    ],
    ['/opt/zscaler/var/instance_id.bin', 'neutral', 'Identity of the connector in another form.'],
    [
      '/opt/zscaler/var/oauth_enrollment_stats',
      'neutral',
      'State of the enrolment by OAuth. After 500 failures in a row nothing is tried until it is deleted.',
    ],
    ['/opt/zscaler/var/.oauth_enroll_disable', 'neutral', 'While this file exists no enrolment by OAuth is tried.'],
    ['/opt/zscaler/var/gov', 'neutral', 'Empty marker: government cloud.'],
    ['/opt/zscaler/var/gov-us', 'neutral', 'Empty marker: second government cloud.'],
    ['/opt/zscaler/var/service-edge', 'neutral', 'State of a Private Service Edge.'],
    ['/opt/zscaler/var/pcc', 'neutral', 'State of a Private Cloud Controller.'],
    ['/opt/zscaler/var/snapshot_mgmnt_script.sh', 'neutral', 'Tool that restores disaster recovery snapshots.'],
    ['/etc/issue', 'neutral', 'Text above the console login; shows the code of an enrolment by OAuth.'],
    ['/etc/chrony.conf', 'neutral', 'Time servers of the host.'],
  ]),
];
