#!/bin/sh
# Collects a support bundle of a ZPA App Connector for triage: read-only, and without keys.
#   sudo sh collect-zpa-bundle.sh [FOLDER]      ZPA_CLOUD=prod.zpath.net to name the cloud
# Needs nothing but sh, sed and tar: a command that is missing here is noted and left out.
set -u
export LC_ALL=C
host=$(hostname 2>/dev/null || uname -n)
name="zpa-bundle-$host-$(date -u +%Y%m%dT%H%M%SZ)"
work="${1:-.}/$name"
mkdir -p "$work" || exit 2
key="${ZPA_HOME:-/opt/zscaler}/var/provision_key"

echo "# Collected by collect-zpa-bundle.sh. What could not be collected here:" >"$work/README.txt"

# A key names its cloud: 3|api.private.zscaler.com|… belongs to prod.zpath.net.
CLOUD="${ZPA_CLOUD:-}"
if [ -z "$CLOUD" ] && [ -r "$key" ]; then
  CLOUD=$(sed -n 's/^[^|]*|api\.\([a-z0-9.-]*\)|.*/\1/p' "$key" | head -n 1 | sed 's/^private\.zscaler\.com$/prod.zpath.net/')
fi
CLOUD="${CLOUD:-prod.zpath.net}"

# Whatever prints a key, a private key or a bearer token: its place is kept, its value is not.
without_secrets() {
  sed -e 's/\([1-9]|[A-Za-z0-9.-]\{4,\}|\)[A-Za-z0-9+=_\/-]\{20,\}/\1xxxxxxxx/g' \
      -e '/-----BEGIN [A-Z ]*PRIVATE KEY-----/,/-----END [A-Z ]*PRIVATE KEY-----/d' \
      -e 's/\([Bb]earer \)[A-Za-z0-9._~+\/=-]\{16,\}/\1xxxxxxxx/g' \
      -e 's#\(://[^:/@ ]*:\)[^@/ ]*@#\1xxxxxxxx@#g'
}

# At most a minute for each command, where `timeout` is there.
limited() {
  if command -v timeout >/dev/null 2>&1; then timeout 60 sh -c "$1"; else sh -c "$1"; fi
}

# run FILE bare|prompt COMMAND
run() {
  first=${3%% *}
  if ! command -v "$first" >/dev/null 2>&1; then
    echo "$3: $first is not installed here" >>"$work/README.txt"
    return 0
  fi
  if [ "$2" = prompt ]; then printf '[root@%s ~]# %s\n' "$host" "$3" >>"$work/$1"; fi
  limited "$3" 2>&1 </dev/null | without_secrets >>"$work/$1"
  if [ ! -s "$work/$1" ]; then rm -f "$work/$1"; echo "$3: gave nothing" >>"$work/README.txt"; fi
}

# Journal of the connector, seven days
run journal.txt bare "journalctl -u zpa-connector --since \"7 days ago\" --no-pager -o short-iso"
# Journal of the host, its last 20,000 lines
run journal-host.txt bare "journalctl -n 20000 --no-pager -o short-iso"
# Memory by allocator
run memory-status.txt bare "curl -s -m 10 127.0.0.1:9000/memory/status"
# Memory by object
run memory-argo.txt bare "curl -s -m 10 127.0.0.1:9000/memory/argo"
# Service, versions and files of the connector
run service.txt prompt "systemctl status zpa-connector --no-pager"
run service.txt prompt "cat /opt/zscaler/var/version"
run service.txt prompt "cat /opt/zscaler/var/updater.version"
run service.txt prompt "ls -la /opt/zscaler/var"
run service.txt prompt "ls -lL /etc/resolv.conf"
run service.txt prompt "cat /opt/zscaler/var/proxy"
# Processor, memory, disk and processes
run machine.txt prompt "lscpu"
run machine.txt prompt "free -m"
run machine.txt prompt "cat /proc/meminfo"
run machine.txt prompt "vmstat 1 5"
run machine.txt prompt "top -b -n 1 | head -40"
run machine.txt prompt "ps aux --sort=-pcpu | head -20"
run machine.txt prompt "df -hT"
run machine.txt prompt "du -sh /var/log /var/cache /opt/zscaler"
# Clock
run clock.txt prompt "date"
run clock.txt prompt "timedatectl"
run clock.txt prompt "chronyc tracking"
run clock.txt prompt "chronyc sources"
run clock.txt prompt "cat /etc/chrony.conf"
# Names, paths, connections and TLS to the cloud
run network.txt prompt "cat /etc/resolv.conf"
run network.txt prompt "ip addr"
run network.txt prompt "dig co2br.$CLOUD"
run network.txt prompt "ping -c 5 co2br.$CLOUD"
run network.txt prompt "mtr -rzwbc 10 co2br.$CLOUD"
run network.txt prompt "nc -zv -w 5 co2br.$CLOUD 443"
run network.txt prompt "openssl s_client -servername co2br.$CLOUD -connect co2br.$CLOUD:443 </dev/null"
run network.txt prompt "ss -s"
run network.txt prompt "sysctl net.ipv4.ip_local_port_range"
run network.txt prompt "iptables -L -n -v"
# Disaster recovery
run recovery.txt prompt "curl -s -m 10 127.0.0.1:9000/zpn_dr/show_configuration"
run recovery.txt prompt "curl -s -m 10 127.0.0.1:9000/zpn_dr/config_json_stats"
# The key file: its shape is evidence, its token is not. Every letter and digit behind the second bar becomes an x.
if [ -r "$key" ]; then
  awk '{ n = index($0, "|"); rest = substr($0, n + 1); m = index(rest, "|"); head = ""; tail = $0
         if (n > 0 && m > 0) { head = substr($0, 1, n + m); tail = substr($0, n + m + 1) }
         gsub(/[A-Za-z0-9+=_\/-]/, "x", tail); print head tail }' "$key" >"$work/provision_key"
fi

tar -C "${1:-.}" -czf "${1:-.}/$name.tgz" "$name" && rm -rf "$work"
echo "${1:-.}/$name.tgz"
