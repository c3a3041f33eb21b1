import type { Quiet } from '../case';
import { text } from '../text';

const P = 'ops@build-7:~$ ';

/** More of what lies about in folders beside a bundle, or is opened in the same editor. */
export const moreForeign: readonly Quiet[] = [
  {
    name: 'more: tcpdump and strace',
    files: {
      'dump.txt': text(
        '07:00:00.123456 IP 10.0.0.4.40112 > 198.51.100.23.443: Flags [S], seq 1, win 29200, options [mss 1460], length 0',
        '07:00:00.124456 IP 198.51.100.23.443 > 10.0.0.4.40112: Flags [R.], seq 0, ack 2, win 0, length 0',
        '07:00:01.124456 IP 10.0.0.4.40112 > 10.0.0.53.53: 3536+ A? co2br.prod.zpath.net. (38)',
      ),
      'strace.out': text(
        'connect(3, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("198.51.100.23")}, 16) = -1 ETIMEDOUT (Connection timed out)',
        'openat(AT_FDCWD, "/opt/zscaler/var/provision_key", O_RDONLY) = -1 EACCES (Permission denied)',
      ),
    },
  },
  {
    name: 'more: output of configuration tools',
    files: {
      'ansible.log': text(
        'TASK [zpa : write provision_key] ***********************************************',
        'fatal: [fra-ac-02]: FAILED! => {"changed": false, "msg": "Unable to start service zpa-connector: Job for zpa-connector.service failed"}',
        'PLAY RECAP *********************************************************************',
        'fra-ac-02 : ok=3 changed=1 unreachable=0 failed=1 skipped=0',
      ),
      'plan.txt': text(
        '  # zpa_app_connector_group.fra will be updated in-place',
        '  ~ resource "zpa_app_connector_group" "fra" {',
        '      ~ enabled      = true -> false',
        '    }',
        'Plan: 0 to add, 1 to change, 0 to destroy.',
      ),
      'values.yaml': text('connector:', '  enabled: false', '  provisioningKey: ""', '  proxy: http://proxy:3128'),
      'main.tf': text('resource "zpa_provisioning_key" "k" {', '  max_usage = "10"', '  enabled   = false', '}'),
    },
  },
  {
    name: 'more: clocks of other machines',
    files: {
      'ntp.log': text(
        "Nov 14 07:00:00 pi chronyd[612]: Can't synchronise: no selectable sources",
        'Nov 14 07:00:01 pi chronyd[612]: System clock wrong by 361.221 seconds',
        'Nov 14 07:00:02 pi systemd-timesyncd[613]: Timed out waiting for reply from 10.0.0.1:123 (ntp).',
        'Nov 14 07:00:03 pi ntpd[614]: Time skew: + 361.221000s',
      ),
    },
  },
  {
    name: 'more: metrics and dashboards',
    files: {
      'metrics.prom': text(
        '# HELP zpa_mtunnels_active active tunnels',
        '# TYPE zpa_mtunnels_active gauge',
        'zpa_mtunnels_active{connector="fra-1"} 14',
        'tx_drop{fconn="a"} 4096',
        'node_filesystem_avail_bytes{mountpoint="/"} 0',
      ),
      'dashboard.json': text(
        '{"title":"ZPA","panels":[{"title":"Control connection state","targets":[{"expr":"state == DISCONNECTED"}]}],"enabled":false}',
      ),
      'alert.txt': text(
        '[FIRING:1] ConnectorDown (fra-1)',
        'Control connection state: see the dashboard',
        'Certificate will expire soon',
      ),
    },
  },
  {
    name: 'more: lists and tables with our labels',
    files: {
      'inventory.csv': text(
        'connector,version,status,expires',
        'fra-1,25.47.1,ZPN_STATUS_DISCONNECTED,2 days',
        'fra-2,25.47.1,ZPN_STATUS_AUTHENTICATED,300 days',
      ),
      'fields.txt': text(
        'BrkRq',
        'BindReq',
        'tx_drop',
        'tx_blocked',
        'Time skew',
        'backed_off connections',
        'Mtunnels',
      ),
      'todo.txt': text(
        'Broker control connection: ask the network team',
        'Time skew: ask who runs NTP',
        'RPC Messages: read the page',
        'Mtunnels: what is that',
        'Data Transfer: fine',
      ),
    },
  },
  {
    name: 'more: memory tables of other programs',
    files: {
      'alloc.txt': text(
        'libevent: Alloc 3 bytes',
        'Total: 4411 allocations',
        'openssl: 1.1.1k',
        'arena 0: system bytes = 135168, in use bytes = 74352',
      ),
      'smaps.txt': text(
        '7f0000000000-7f0000021000 rw-p 00000000 00:00 0',
        'Size:                132 kB',
        'Rss:                   4 kB',
      ),
    },
  },
  {
    name: 'more: other machines in a terminal',
    files: {
      'session.txt': text(
        `${P}df -h /srv`,
        'Filesystem      Size  Used Avail Use% Mounted on',
        '/dev/sdb1       1.8T  1.1T  700G  62% /srv',
        `${P}uptime`,
        ' 10:12:01 up 13 days,  2:01,  1 user,  load average: 1.10, 0.92, 0.88',
        `${P}ls -l /etc/resolv.conf`,
        'lrwxrwxrwx 1 root root 39 Feb  1 09:11 /etc/resolv.conf -> ../run/systemd/resolve/stub-resolv.conf',
        `${P}cat /etc/resolv.conf`,
        'nameserver 127.0.0.53',
        'options edns0 trust-ad',
        `${P}make test`,
        'ok 1 - DNS resolution failed for api.private.zscaler.com',
        'not ok 2 - Certificate enrollment failed.',
        P,
      ),
    },
  },
  {
    name: 'more: other products of the vendor',
    files: {
      'zcc.log': text(
        '2026-11-14 07:00:00.001 INFO  [ZSATunnel] Broker: connecting to US-NY-8179.zscaler.net',
        '2026-11-14 07:00:01.001 ERROR [ZSATunnel] ZPA enrollment failed, code 401',
      ),
      'nss.log': text(
        '2026-11-14 07:00:00\treason=Allowed\tevent_id=1\tprotocol=HTTPS\taction=Allowed\turl=example.com',
      ),
      'zia.json': text(
        '{"sourcetype":"zscalernss-web","event":{"action":"Blocked","reason":"Not allowed","status":"403"}}',
      ),
      'nss-fw.txt': text('Nov 14 07:00:00 nss-1 zscaler-nss: Certificate enrollment failed.'),
    },
  },
  {
    name: 'more: time tables that look like logs',
    files: {
      'bus.txt': text('07:00:00 Central station', '07:04:00 Control connection', '07:09:00 Harbour'),
      'git.txt': text(
        'commit 4a925b7d5fd3',
        'Date:   Sat Nov 14 07:00:00 2026 +0100',
        '',
        '    zpa-connector: exited too fast, was running for 2 seconds is now an error',
      ),
      'changelog.txt': text(
        '* Sat Nov 14 2026 Build <build@kestrelmoor.example> - 25.47.1',
        '- zpa-connector: fix "Cannot decrypt data from instance_id.crypt"',
      ),
    },
  },
];
