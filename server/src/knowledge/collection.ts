/** What a support bundle holds, and the script that collects it: read-only, without keys, on any Linux. */

/** One file of the bundle: the commands are printed with a prompt before each output, so that triage tells them apart. */
export interface CollectionFile {
  readonly file: string;
  readonly title: string;
  readonly commands: readonly string[];
  /** The output alone, without prompts: for dumps that other tools read too. */
  readonly bare?: boolean;
}

/** `$CLOUD` is the cloud's domain, `$BROKER` its first address; both are found out by the script. */
export const COLLECTION: readonly CollectionFile[] = [
  {
    file: 'journal.txt',
    title: 'Journal of the connector, seven days',
    commands: ['journalctl -u zpa-connector --since "7 days ago" --no-pager -o short-iso'],
    bare: true,
  },
  {
    file: 'journal-host.txt',
    title: 'Journal of the host, its last 20,000 lines',
    commands: ['journalctl -n 20000 --no-pager -o short-iso'],
    bare: true,
  },
  {
    file: 'memory-status.txt',
    title: 'Memory by allocator',
    commands: ['curl -s -m 10 127.0.0.1:9000/memory/status'],
    bare: true,
  },
  {
    file: 'memory-argo.txt',
    title: 'Memory by object',
    commands: ['curl -s -m 10 127.0.0.1:9000/memory/argo'],
    bare: true,
  },
  {
    file: 'service.txt',
    title: 'Service, versions and files of the connector',
    commands: [
      'systemctl status zpa-connector --no-pager',
      'cat /opt/zscaler/var/version',
      'cat /opt/zscaler/var/updater.version',
      'ls -la /opt/zscaler/var',
      'ls -lL /etc/resolv.conf',
      'cat /opt/zscaler/var/proxy',
    ],
  },
  {
    file: 'machine.txt',
    title: 'Processor, memory, disk and processes',
    commands: [
      'lscpu',
      'free -m',
      'cat /proc/meminfo',
      'vmstat 1 5',
      'top -b -n 1 | head -40',
      'ps aux --sort=-pcpu | head -20',
      'df -hT',
      'du -sh /var/log /var/cache /opt/zscaler',
    ],
  },
  {
    file: 'clock.txt',
    title: 'Clock',
    commands: ['date', 'timedatectl', 'chronyc tracking', 'chronyc sources', 'cat /etc/chrony.conf'],
  },
  {
    file: 'network.txt',
    title: 'Names, paths, connections and TLS to the cloud',
    commands: [
      'cat /etc/resolv.conf',
      'ip addr',
      'dig co2br.$CLOUD',
      'ping -c 5 co2br.$CLOUD',
      'mtr -rzwbc 10 co2br.$CLOUD',
      'nc -zv -w 5 co2br.$CLOUD 443',
      'openssl s_client -servername co2br.$CLOUD -connect co2br.$CLOUD:443 </dev/null',
      'ss -s',
      'sysctl net.ipv4.ip_local_port_range',
      'iptables -L -n -v',
    ],
  },
  {
    file: 'recovery.txt',
    title: 'Disaster recovery',
    commands: [
      'curl -s -m 10 127.0.0.1:9000/zpn_dr/show_configuration',
      'curl -s -m 10 127.0.0.1:9000/zpn_dr/config_json_stats',
    ],
  },
];

/** The script as a text; runs in any POSIX shell, writes one archive in the current folder and changes nothing else. */
export function collectionScript(): string {
  return [
    '#!/bin/sh',
    '# Collects a support bundle of a ZPA App Connector for triage: read-only, and without keys.',
    '#   sudo sh collect-zpa-bundle.sh [FOLDER]      ZPA_CLOUD=prod.zpath.net to name the cloud',
    '# Needs nothing but sh, sed and tar: a command that is missing here is noted and left out.',
    'set -u',
    'export LC_ALL=C',
    'host=$(hostname 2>/dev/null || uname -n)',
    'name="zpa-bundle-$host-$(date -u +%Y%m%dT%H%M%SZ)"',
    'work="${1:-.}/$name"',
    'mkdir -p "$work" || exit 2',
    'key="${ZPA_HOME:-/opt/zscaler}/var/provision_key"',
    '',
    'echo "# Collected by collect-zpa-bundle.sh. What could not be collected here:" >"$work/README.txt"',
    '',
    '# A key names its cloud: 3|api.private.zscaler.com|… belongs to prod.zpath.net.',
    'CLOUD="${ZPA_CLOUD:-}"',
    'if [ -z "$CLOUD" ] && [ -r "$key" ]; then',
    "  CLOUD=$(sed -n 's/^[^|]*|api\\.\\([a-z0-9.-]*\\)|.*/\\1/p' \"$key\" | head -n 1 | sed 's/^private\\.zscaler\\.com$/prod.zpath.net/')",
    'fi',
    'CLOUD="${CLOUD:-prod.zpath.net}"',
    '',
    '# Whatever prints a key, a private key or a bearer token: its place is kept, its value is not.',
    'without_secrets() {',
    "  sed -e 's/\\([1-9]|[A-Za-z0-9.-]\\{4,\\}|\\)[A-Za-z0-9+=_\\/-]\\{20,\\}/\\1xxxxxxxx/g' \\",
    "      -e '/-----BEGIN [A-Z ]*PRIVATE KEY-----/,/-----END [A-Z ]*PRIVATE KEY-----/d' \\",
    "      -e 's/\\([Bb]earer \\)[A-Za-z0-9._~+\\/=-]\\{16,\\}/\\1xxxxxxxx/g' \\",
    "      -e 's#\\(://[^:/@ ]*:\\)[^@/ ]*@#\\1xxxxxxxx@#g'",
    '}',
    '',
    '# At most a minute for each command, where `timeout` is there.',
    'limited() {',
    '  if command -v timeout >/dev/null 2>&1; then timeout 60 sh -c "$1"; else sh -c "$1"; fi',
    '}',
    '',
    '# run FILE bare|prompt COMMAND',
    'run() {',
    '  first=${3%% *}',
    '  if ! command -v "$first" >/dev/null 2>&1; then',
    '    echo "$3: $first is not installed here" >>"$work/README.txt"',
    '    return 0',
    '  fi',
    '  if [ "$2" = prompt ]; then printf \'[root@%s ~]# %s\\n\' "$host" "$3" >>"$work/$1"; fi',
    '  limited "$3" 2>&1 </dev/null | without_secrets >>"$work/$1"',
    '  if [ ! -s "$work/$1" ]; then rm -f "$work/$1"; echo "$3: gave nothing" >>"$work/README.txt"; fi',
    '}',
    '',
    ...COLLECTION.flatMap(({ file, title, commands, bare }) => [
      `# ${title}`,
      ...commands.map((command) => `run ${file} ${bare === true ? 'bare' : 'prompt'} ${quoted(command)}`),
    ]),
    '# The key file: its shape is evidence, its token is not. Every letter and digit behind the second bar becomes an x.',
    'if [ -r "$key" ]; then',
    '  awk \'{ n = index($0, "|"); rest = substr($0, n + 1); m = index(rest, "|"); head = ""; tail = $0',
    '         if (n > 0 && m > 0) { head = substr($0, 1, n + m); tail = substr($0, n + m + 1) }',
    '         gsub(/[A-Za-z0-9+=_\\/-]/, "x", tail); print head tail }\' "$key" >"$work/provision_key"',
    'fi',
    '',
    'tar -C "${1:-.}" -czf "${1:-.}/$name.tgz" "$name" && rm -rf "$work"',
    'echo "${1:-.}/$name.tgz"',
    '',
  ].join('\n');
}

/** In double quotes, so that `$CLOUD` is filled in by the script. */
function quoted(command: string): string {
  return `"${command.replace(/["\\`]/gu, '\\$&')}"`;
}
