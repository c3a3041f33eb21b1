/** Service and clock: systemctl, timedatectl, chronyc. */
import { line, parts, SCOPE, word } from '../pattern';
import type { Pattern } from '../pattern';
import { addresses, anyHost, figures, path, values } from '../values';

const systemctl: readonly Pattern[] = [
  line(
    String.raw`[●○×*↻✗] [\w@.-]{1,100}\.\w{3,10}`,
    word(String.raw`^×|^✗`, SCOPE.bad),
    parts(String.raw`^(?:\S )([\w@.-]{1,100})`, SCOPE.process),
  ),
  line(
    String.raw`\s{1,12}(?:Loaded|Drop-In|Active|Process|Main PID|Tasks|Memory|CPU|CGroup|Docs|Status|TriggeredBy|IO|IP|Until|Mem peak|Duration|Invocation): `,
    parts(String.raw`^\s{1,12}([A-Z][\w -]{1,12})(?=:)`, SCOPE.label),
    word(String.raw`(?<=Active: )active \((?:running|exited)\)`, SCOPE.good),
    word(
      String.raw`(?<=Active: )(?:failed|inactive|activating|deactivating|reloading)(?: \([^)]{1,60}\))?|(?<=Loaded: )(?:not-found|masked|error|bad)[^;]{0,80}`,
      SCOPE.bad,
    ),
    word(String.raw`(?<=[;(] )disabled(?=;)|(?<=Loaded: )masked`, SCOPE.notable),
    word(String.raw`\bcode=(?:exited|killed|dumped), (?:status|signal)=(?!0/)\S{1,40}?(?=\)|$)`, SCOPE.bad),
    word(String.raw`\b(?:enabled|loaded)\b`, SCOPE.word),
    word(String.raw`(?<=PID: )\d{1,9}`, SCOPE.number),
    parts(String.raw`(?<=\d )\((zpa[\w-]{1,40}|image\.bin)\)`, SCOPE.process),
    ...values,
  ),
  line(
    String.raw`\s{2,20}[├└│]`,
    word(String.raw`[├└│][─ ]{0,3}`, SCOPE.quiet),
    word(String.raw`\b(?:zpa-[\w-]{2,30}|image\.bin)\b`, SCOPE.process),
    path,
    ...figures,
  ),
  word(String.raw`^(?:active|enabled)$`, SCOPE.good),
  word(String.raw`^(?:inactive|failed|activating|disabled|masked|not-found|dead)$`, SCOPE.bad),
  parts(String.raw`^(?:Unit |Failed to )([\w@.-]{1,100})?(.{1,200})$`, SCOPE.process, SCOPE.bad),
];

const CLOCK_LABEL =
  '(?:Local time|Universal time|RTC time|Time zone|Timezone|System clock synchronized|NTP service|NTP enabled|NTP synchronized|systemd-timesyncd.service active|RTC in local TZ|DST active|Network time on|Last DST change|Next DST change)';
const timedatectl: readonly Pattern[] = [
  line(
    String.raw`\s{0,24}${CLOCK_LABEL}: `,
    word(
      String.raw`(?<=synchronized: )no\b|(?<=enabled: )no\b|(?<=active: )no\b|(?<=service: )inactive\b|(?<=time on: )no\b`,
      SCOPE.bad,
    ),
    word(
      String.raw`(?<=synchronized: )yes\b|(?<=enabled: )yes\b|(?<=service: )active\b|(?<=service active: )yes\b`,
      SCOPE.good,
    ),
    parts(String.raw`^\s{0,24}(${CLOCK_LABEL})(?=:)`, SCOPE.label),
    parts(String.raw`(?<=zone: )([\w/+-]{2,40})`, SCOPE.word),
    word(String.raw`(?<=: )(?:yes|no|n/a)$`, SCOPE.word),
    ...figures,
  ),
  line(
    String.raw`(?:Timezone|LocalRTC|CanNTP|NTP|NTPSynchronized|TimeUSec|RTCTimeUSec)=`,
    word(String.raw`(?<=^NTPSynchronized=|^NTP=)no$`, SCOPE.bad),
    parts(String.raw`^(\w{3,20})(=)(.{1,60})$`, SCOPE.label, SCOPE.operator, SCOPE.word),
  ),
];

const chronyc: readonly Pattern[] = [
  line(
    String.raw`(?:Reference ID|Stratum|Ref time \(UTC\)|System time|Last offset|RMS offset|Frequency|Residual freq|Skew|Root delay|Root dispersion|Update interval|Leap status) {0,16}: `,
    parts(String.raw`^([A-Z][\w ()]{2,20}?)(?= {0,16}: )`, SCOPE.label),
    word(
      String.raw`(?<=: )(?:00000000|7F7F0101)(?= \()|\([Uu]nsynchroni[sz]ed\)|(?<=: )Not synchroni[sz]ed\b`,
      SCOPE.bad,
    ),
    word(String.raw`(?<=: )Normal\b`, SCOPE.good),
    // A second or more away.
    word(String.raw`(?<=: )[+-]?[1-9]\d{0,9}\.\d{1,12}(?= seconds (?:slow|fast))`, SCOPE.bad),
    word(String.raw`(?<=: )[0-9A-F]{8}(?= \()`, SCOPE.code),
    word(String.raw`\b(?:slow|fast)\b`, SCOPE.word),
    word(String.raw`\b(?:seconds|ppm|of NTP time)\b`, SCOPE.quiet),
    ...addresses,
    anyHost,
    ...figures,
  ),
  word(String.raw`^MS Name/IP address.{0,100}$|^={20,100}$|^(?:210 )?Number of sources.{0,20}$`, SCOPE.column),
  line(
    String.raw`[\^=#][*+?x~ -] \S`,
    word(String.raw`^[\^=#]\*`, SCOPE.good),
    word(String.raw`^[\^=#][?x~]`, SCOPE.bad),
    word(String.raw`^[\^=#][+ -]`, SCOPE.word),
    word(String.raw`(?<= )0(?= +(?:\d{1,6}[mhdy]?|-) )`, SCOPE.notable),
    word(String.raw`[+-]?\d{1,9}(?:\.\d{1,6})?(?:ns|us|ms|s)\b`, SCOPE.number),
    ...addresses,
    anyHost,
    ...figures,
  ),
  parts(String.raw`^(506 Cannot talk to daemon|501 Not authorised|503 No such source)`, SCOPE.bad),
];

export const service: readonly Pattern[] = [...systemctl, ...timedatectl, ...chronyc];
