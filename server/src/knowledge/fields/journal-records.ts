/** Fields of journal records, as journalctl prints them with -o json, export and verbose. */
import { fieldsOf, manual } from './build';

const OWN = 'journald adds this field itself, so the program cannot forge it.';

export default fieldsOf({ formats: ['journal'], source: manual('7/systemd.journal-fields') }, [
  {
    names: ['journald.MESSAGE'],
    title: 'Text of the log line',
    unit: 'text',
    meaning:
      'What the short modes print behind the process. Written as a list of bytes where it holds control codes, such as colours.',
  },
  {
    names: ['journald.PRIORITY'],
    title: 'Severity of the line',
    unit: 'identifier',
    meaning:
      '0 emergency, 1 alert, 2 critical, 3 error, 4 warning, 5 notice, 6 informational, 7 debug. The App Connector writes nearly all of its lines with 6, failures included: do not filter by it.',
  },
  {
    names: ['journald.__REALTIME_TIMESTAMP'],
    title: 'When journald took the line',
    unit: 'epoch-microseconds',
    meaning: 'Microseconds since 1970 by the clock of the host, in UTC. The time that the short modes print.',
    lookAt: ['journald._SOURCE_REALTIME_TIMESTAMP'],
  },
  {
    names: ['journald._SOURCE_REALTIME_TIMESTAMP'],
    title: 'When the program wrote the line',
    unit: 'epoch-microseconds',
    meaning:
      'Microseconds since 1970, in UTC. Differs from __REALTIME_TIMESTAMP where journald was late to take the line.',
  },
  {
    names: ['journald.__MONOTONIC_TIMESTAMP', 'journald._SOURCE_MONOTONIC_TIMESTAMP'],
    title: 'Time since the start of the machine',
    unit: 'microseconds',
    meaning:
      'Microseconds since the boot named by _BOOT_ID. Steps of the clock do not move it: compare it with the real time to find them.',
    lookAt: ['journald._BOOT_ID'],
  },
  {
    names: ['journald.__CURSOR'],
    title: 'Place of the entry in the journal',
    unit: 'identifier',
    meaning:
      'Opaque, for `journalctl --cursor`. Its parts: s file, i number, b boot, m time since boot, t real time (both in microseconds, hexadecimal), x checksum.',
  },
  {
    names: ['journald.__SEQNUM', 'journald.__SEQNUM_ID'],
    title: 'Running number of the entry',
    unit: 'identifier',
    meaning:
      'Number of the entry within the series that __SEQNUM_ID names. A jump means entries that were not printed.',
  },
  {
    names: ['journald._PID'],
    title: 'Process that wrote the line',
    unit: 'identifier',
    meaning: `Process identifier. Another one under the same name is a restart. ${OWN}`,
    lookAt: ['journald.SYSLOG_IDENTIFIER', 'journald._COMM'],
  },
  {
    names: ['journald.SYSLOG_PID'],
    title: 'Process as the line itself says',
    unit: 'identifier',
    meaning: 'Process identifier from the front of a syslog message: the word of the program, unlike _PID.',
    lookAt: ['journald._PID'],
  },
  {
    names: ['journald.SYSLOG_IDENTIFIER'],
    title: 'Name of the program',
    unit: 'text',
    meaning:
      'What the short modes print in front of the pid. zpa-connector is the Manager, zpa-connector-child the process that connects and carries traffic.',
    lookAt: ['journald._PID', 'journald._SYSTEMD_UNIT'],
  },
  {
    names: ['journald.SYSLOG_FACILITY'],
    title: 'Facility of syslog',
    unit: 'identifier',
    meaning:
      '0 kernel, 1 user, 3 daemon (services such as the connector), 4 and 10 security, 9 cron, 16 to 23 local use.',
  },
  {
    names: ['journald.SYSLOG_TIMESTAMP'],
    title: 'Time as the program wrote it',
    unit: 'text',
    meaning: 'Time from the front of a syslog message, in the time zone of the program.',
  },
  {
    names: ['journald._HOSTNAME'],
    title: 'Name of the host',
    unit: 'text',
    meaning: `Host name when the line was written. Two names in one journal: the host was renamed, or journals were merged. ${OWN}`,
  },
  {
    names: ['journald._MACHINE_ID'],
    title: 'Identifier of the machine',
    unit: 'identifier',
    meaning:
      'Content of /etc/machine-id, made at installation. The same on two connectors means that a virtual machine was cloned.',
  },
  {
    names: ['journald._BOOT_ID'],
    title: 'Identifier of the boot',
    unit: 'identifier',
    meaning: 'New at each start of the machine. A change between two entries is a restart of the host.',
  },
  {
    names: ['journald._SYSTEMD_UNIT', 'journald.UNIT', 'journald._SYSTEMD_USER_UNIT'],
    title: 'Unit of systemd',
    unit: 'text',
    meaning:
      'zpa-connector.service for Manager and child alike. UNIT is the unit that systemd itself speaks of, as in its start and stop lines.',
    lookAt: ['journald.SYSLOG_IDENTIFIER'],
  },
  {
    names: ['journald._COMM'],
    title: 'Name of the process',
    unit: 'text',
    meaning: `Name as the kernel has it, cut to 15 characters: zpa-connector-c is the child. ${OWN}`,
  },
  {
    names: ['journald._EXE', 'journald._CMDLINE'],
    title: 'Program that wrote the line',
    unit: 'text',
    meaning: `Path of the program (_EXE), or its command line (_CMDLINE). ${OWN}`,
  },
  {
    names: ['journald._UID', 'journald._GID', 'journald._AUDIT_LOGINUID', 'journald._SYSTEMD_OWNER_UID'],
    title: 'User or group of the process',
    unit: 'identifier',
    meaning: `Number of the user (_UID) or group (_GID) under which the process runs; 0 is root. ${OWN}`,
  },
  {
    names: ['journald._TRANSPORT'],
    title: 'How the line came to journald',
    unit: 'text',
    meaning:
      'stdout: printed by a service, as the connector does; journal, syslog: by their interfaces; kernel: from the kernel; driver: by journald itself, such as its notes on lines it dropped; audit: from the audit system.',
  },
  {
    names: ['journald._RUNTIME_SCOPE'],
    title: 'System or initial RAM disk',
    unit: 'text',
    meaning: '`initrd` while the machine starts, `system` afterwards.',
  },
  {
    names: [
      'journald._SYSTEMD_CGROUP',
      'journald._SYSTEMD_SLICE',
      'journald._SYSTEMD_INVOCATION_ID',
      'journald.INVOCATION_ID',
    ],
    title: 'Place of the process in systemd',
    unit: 'identifier',
    meaning:
      'Control group, slice, or the identifier of this run of the unit. Another run is another start of the service.',
  },
  {
    names: ['journald.MESSAGE_ID'],
    title: 'Kind of the message',
    unit: 'identifier',
    meaning: 'Identifier of a well-known message; `journalctl -x` explains those of systemd.',
  },
  {
    names: ['journald.CODE_FILE', 'journald.CODE_LINE', 'journald.CODE_FUNC'],
    title: 'Place in the source of the program',
    unit: 'text',
    meaning: 'Source file, line and function that wrote the message. Of use to its developers only.',
  },
  {
    names: ['journald._*'],
    labels: ['journald field'],
    title: 'Field that journald adds',
    unit: 'text',
    meaning: `A name with one underscore in front: ${OWN} With two it belongs to the place of the entry.`,
  },
]);
