/** df, du and ls. */
import { commandFields, manual } from './build';

export default [
  ...commandFields({ formats: ['df'], prefixes: ['df'], source: manual('1/df') }, [
    ['Filesystem', 'File system', 'text', 'Device or kind of the file system.'],
    ['Type', 'Type', 'text', 'Type of the file system, with -T. squashfs and iso9660 are always full.'],
    ['Size', 'Size', 'text', 'Size, with -h in powers of 1024.'],
    ['1K-blocks', 'Size', 'kilobytes', 'Size in kilobytes.'],
    ['Used', 'Used', 'text', 'Space in use.'],
    ['Avail', 'Free', 'text', 'Space that ordinary users can have.', 'Well over 150 MB on /, /var and /opt: under that the Manager cannot update, under 100 MB the connector restarts.'],
    ['Available', 'Free', 'kilobytes', 'Space that ordinary users can have.', 'Well over 150 MB on /, /var and /opt.'],
    ['Use%', 'Share in use', 'percent', 'Used as share of what ordinary users can have.', 'At most 90 %: above it disaster recovery snapshots stop.', 'Look for logs and package caches with du.'],
    ['Inodes', 'Files possible', 'count', 'With -i: number of files the file system can hold.'],
    ['IUsed', 'Files', 'count', 'With -i: files in use.'],
    ['IFree', 'Files left', 'count', 'With -i: files that can still be made.'],
    ['IUse%', 'Share of files in use', 'percent', 'With -i: a full table stops writing although space is left.', 'At most 90 %.'],
    ['Mounted on', 'Mount point', 'text', 'Where the file system is mounted. /opt/zscaler lies on / unless mounted on its own.'],
    ['*', 'Column of df', 'text', 'A further column.'],
  ]),
  ...commandFields({ formats: ['du'], prefixes: ['du'], source: manual('1/du') }, [
    ['size', 'Size', 'kilobytes', 'Space of the directory with all below it; kilobytes unless a unit is written.', '', '/var/log and /var/cache are the usual removable consumers; leave /opt/zscaler alone.'],
    ['path', 'Path', 'text', 'Directory or file that is measured.'],
    ['*', 'Value of du', 'text', 'A further value.'],
  ]),
  ...commandFields({ formats: ['ls'], prefixes: ['ls'], source: manual('1/ls') }, [
    ['mode', 'Kind and rights', 'text', 'Kind (- file, d directory, l link), then read, write and execute for owner, group and others. A dot or plus behind it: SELinux label or access list.', '/etc/resolv.conf readable by others (the user zscaler needs it); provision_key 644.'],
    ['links', 'Links', 'count', 'Number of names of the file.'],
    ['owner', 'Owner', 'text', 'User that owns the file.', 'zscaler or root below /opt/zscaler/var; the user zscaler must be able to write there.'],
    ['group', 'Group', 'text', 'Group of the file.'],
    ['size', 'Size', 'bytes', 'Size; 0 for version, metadata or image.bin means an interrupted download.'],
    ['date', 'Last change', 'text', 'Month, day and time, or year when older than half a year.'],
    ['time', 'Last change', 'text', 'Time of the last change.'],
    ['name', 'Name', 'text', 'Name of the file; -> names the target of a link.'],
    ['*', 'Value of ls', 'text', 'A further value.'],
  ]),
];
