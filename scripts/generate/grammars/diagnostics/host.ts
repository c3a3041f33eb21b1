/** Processor, memory and processes: lscpu, /proc/meminfo, free, vmstat, ps, top. */
import { line, parts, SCOPE, word } from '../pattern';
import type { Pattern } from '../pattern';
import { figures, NUMBER, path, values } from '../values';

const header = word(
  String.raw`^(?: {0,24}(?:total +used +free\b|r +b +swpd\b)|-{0,6}procs-{0,8} ?-|(?: {0,12}(?:F +S +)?(?:PID|UID|USER|PPID)) +[%A-Z]).{0,300}$`,
  SCOPE.column,
);

/** Of the processes only the connector's are of interest. */
const connectorProcess = word(
  String.raw`(?<![\w-])(?:zpa-(?:connector|service-edge|pcc)[\w.-]{0,20}|image\.bin|np-connector[\w.-]{0,20})`,
  SCOPE.process,
);
const defunct = word(String.raw`<defunct>|(?<= )Z[sNl+<]{0,3}(?= )`, SCOPE.bad);
/** A share of 90 % or more. */
const share = word(String.raw`(?<= )(?:9\d|[1-9]\d{2,4})[.,]\d(?= )`, SCOPE.bad);

const psRow = line(
  String.raw`\s{0,12}(?:[A-Za-z_][\w.+-]{0,31} +\d{1,9} +(?:\d{1,9} +)?\d{1,5}[.,\d ]|\d{1,9} +\d{1,9} +[a-z_][\w.+-]{0,31} )`,
  parts(String.raw`^\s{0,12}(zscaler)(?= )`, SCOPE.process),
  connectorProcess,
  defunct,
  share,
  word(String.raw`(?<= )[A-Z][a-z]{2}\d{2}(?= )`, SCOPE.number),
  path,
  ...figures,
);

const topRow = line(
  String.raw`\s{0,12}\d{1,9} [\w.+-]{1,32} +(?:-?\d{1,3}|rt) +-?\d{1,3} +[\d.,]{1,12}[kmgtp]? `,
  connectorProcess,
  word(String.raw`(?<= )Z(?= )`, SCOPE.bad),
  share,
  word(String.raw`(?<= )[\d.,]{1,12}[kmgtp](?= )`, SCOPE.number),
  ...figures,
);

const topHead: readonly Pattern[] = [
  line(
    String.raw`top - \d`,
    word(String.raw`^top`, SCOPE.kind),
    word(String.raw`\bload average(?=:)`, SCOPE.label),
    word(String.raw`\d{1,3}:\d{2}(?::\d{2})?`, SCOPE.number),
    ...figures,
  ),
  line(
    String.raw`(?:Tasks|Threads): +\d`,
    word(String.raw`^\w{1,8}`, SCOPE.label),
    parts(String.raw`\b([1-9]\d{0,6})( +zombie)`, SCOPE.notable, null),
    ...figures,
  ),
  line(
    String.raw`%?Cpu(?:\(s\)|\d{1,4}) {0,4}:`,
    word(String.raw`^%?Cpu(?:\(s\)|\d{1,4})`, SCOPE.label),
    // Waiting for the disk, and time that the hypervisor took.
    parts(String.raw`(?<=[, :])((?:[1-9]\d)[.,]\d)(?=%? ?(?:wa|st)\b)`, SCOPE.bad),
    parts(String.raw`(?<=[, :])([0-4][.,]\d)(?=%? ?id\b)`, SCOPE.bad),
    word(String.raw`\d{1,3}[.,]\d%?`, SCOPE.number),
  ),
  line(
    String.raw`(?:[KMGT]iB )?(?:Mem|Swap) ?: `,
    word(String.raw`^(?:[KMGT]iB )?(?:Mem|Swap)`, SCOPE.label),
    word(String.raw`(?<= )[\d.,]{1,16}(?:[KMGTkmgt]i?|B|[KMGT]iB)?\b`, SCOPE.number),
  ),
];

const freeRow = line(
  String.raw`(?:Mem|Swap|Total|Low|High|-/\+ buffers/cache): +\d`,
  word(String.raw`^[^:]{1,20}(?=:)`, SCOPE.label),
  word(String.raw`(?<= )[\d.,]{1,16}(?:[KMGTP]i?|B|[KMGT]iB)?\b`, SCOPE.number),
);

const vmstatRow = line(
  String.raw` {0,5}\d{1,6} +\d{1,6} +\d{1,15} +\d{1,15} +\d{1,15} +\d{1,15} +\d{1,9} +\d{1,9} +\d{1,9} +\d{1,9} +\d{1,9} +\d{1,9} +\d{1,3} +\d{1,3} +\d{1,3} +\d{1,3}(?: |$)`,
  // The columns are … us sy id wa [st]: less than ten idle, or ten and more taken by the hypervisor.
  parts(
    String.raw`^( {0,5}\d{1,15}(?: +\d{1,15}){13}) +(?:(\d)(?!\d)|(\d{2,3})) +(\d{1,3})(?: +(?:([1-9]\d)|(\d)))?(?= |$)`,
    SCOPE.number,
    SCOPE.bad,
    SCOPE.number,
    SCOPE.number,
    SCOPE.bad,
    SCOPE.number,
  ),
  ...figures,
);

const meminfo = parts(String.raw`^([A-Z][\w()]{2,30})(?:: {0,30})(\d{1,20}(?: kB)?)$`, SCOPE.label, SCOPE.number);

const lscpu = line(
  String.raw` {0,6}(?:Architecture|CPU|Address sizes|Byte Order|On-line CPU|Off-line CPU|Vendor ID|BIOS|Model|Thread|Core|Socket|Cluster|Stepping|Frequency boost|BogoMIPS|Flags|Virtualization|Hypervisor|L[123][di]?|NUMA|Vulnerabilit|Caches|Itlb|Gather|Meltdown|Spec|Spectre|Mds|Mmio|Retbleed|Srbds|Tsx|Indirect)[^:]{0,40}:`,
  parts(String.raw`^ {0,6}([^:]{1,48})(?=:)`, SCOPE.label),
  word(String.raw`(?<=: )\s{0,40}Vulnerable`, SCOPE.notable),
  parts(String.raw`(?<=Hypervisor vendor:)\s{0,40}(\w.{0,60})$`, SCOPE.text),
  parts(String.raw`(?<=Flags:)\s{0,40}(\w.{0,4000})$`, SCOPE.quiet),
  word(String.raw`(?<![\w.-])${NUMBER}(?: ?[KMG]i?B| ?[GM]Hz)?(?:-\d{1,4})?(?![\w.])`, SCOPE.number),
  ...values,
);

export const host: readonly Pattern[] = [header, ...topHead, topRow, psRow, freeRow, vmstatRow, lscpu, meminfo];
