/** Configuration files: resolv.conf, chrony.conf, rsyslog, logrotate, the connector's proxy file. */
import { line, parts, SCOPE, word } from '../pattern';
import type { Pattern } from '../pattern';
import { addresses, anyHost, figures, path, values } from '../values';

const KEYWORD =
  '(?:nameserver|search|domain|options|sortlist|pool|server|peer|initstepslew|driftfile|makestep|rtcsync|hwtimestamp|minsources|allow|deny|local|keyfile|ntsdumpdir|leapsectz|leapsecmode|logdir|log|sourcedir|confdir|maxupdateskew|daily|weekly|monthly|yearly|hourly|rotate|size|maxsize|minsize|maxage|create|nocreate|dateext|compress|delaycompress|nocompress|include|missingok|notifempty|ifempty|sharedscripts|postrotate|prerotate|firstaction|lastaction|endscript|copytruncate|olddir|su|tabooext|extension|module|template|input|global|action|if|then|stop)';

/** Quotes that a word processor made: the program reads them as part of the value. */
const curly = word(String.raw`[\u2018-\u201f\u00ab\u00bb]`, SCOPE.bad);

export const config: readonly Pattern[] = [
  line(String.raw`\s{0,8}#`, word(String.raw`.{1,20000}`, 'comment.line.number-sign')),
  line(
    String.raw`\s{0,12}${KEYWORD}(?=[\s({]|$)(?![^#]{0,60}:\s)`,
    curly,
    word(String.raw`^\s{0,12}[a-z]{2,16}|(?<= )(?:then|stop)\b`, 'keyword.other.directive'),
    word(String.raw`\s#.{0,400}$`, SCOPE.quiet),
    word(
      String.raw`(?<=\s)(?:iburst|prefer|offline|trust|rotate|edns0|trust-ad|use-vc|single-request(?:-reopen)?)(?=\s|$)`,
      SCOPE.word,
    ),
    word(
      String.raw`\b(?:timeout|attempts|ndots|minpoll|maxpoll|maxsources|file|load|mode|SysSock\.Use)\b`,
      SCOPE.label,
    ),
    word(String.raw`'[^']{0,400}'`, 'string.quoted.single'),
    word(String.raw`(?<=keyfile )\S{1,300}`, SCOPE.path),
    ...addresses,
    anyHost,
    ...values,
  ),
  // `nameserver=…` and `nameserver: …` are not read.
  word(String.raw`^nameserver[=:].{0,100}$`, SCOPE.bad),
  line(
    String.raw`(?:echo [‘'"]?)?:(?:programname|msg|hostname|syslogtag|syslogfacility-text|fromhost(?:-ip)?|rawmsg), `,
    curly,
    parts(String.raw`(?<=:)(\w[\w-]{2,30}), (!?\w{4,12})`, SCOPE.label, SCOPE.word),
    word(String.raw`\b(?:stop|~)$`, 'keyword.other.directive'),
    ...values,
  ),
  line(
    String.raw`(?:\*|[a-z*]{1,12}(?:,[a-z0-9]{1,12}){0,6})\.[a-z=!*]{1,10}[;\s]`,
    word(String.raw`^[\w*.,;=!]{3,200}`, SCOPE.label),
    word(String.raw`@@?[\w.:-]{1,255}`, SCOPE.host),
    word(String.raw`(?<=\s)-?/\S{1,200}`, SCOPE.path),
    path,
  ),
  parts(String.raw`^(\$[A-Z]\w{2,60})(?:\s+)(\S.{0,200})$`, SCOPE.label, SCOPE.text),
  line(String.raw`& (?:stop|~)`, word(String.raw`^& (?:stop|~)`, 'keyword.other.directive')),
  // The proxy file holds `host:port` alone.
  line(
    String.raw`(?:https?://)?[\w.-]{1,255}:\d{2,5}/?$`,
    word(String.raw`^https?://`, SCOPE.bad),
    ...addresses,
    parts(String.raw`([\w.-]{1,255})(:\d{2,5})`, SCOPE.host, SCOPE.number),
    ...figures,
  ),
  word(String.raw`^[{}]$`, SCOPE.quiet),
  line(String.raw`/[\w./*-]{2,200}(?: \{)?$`, path),
];
