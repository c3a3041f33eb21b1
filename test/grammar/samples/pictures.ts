/** Texts of which docs/formats.md shows pictures: a group of formats each, with what is well and what is not. */
import type { LanguageId } from '../../../server/src/engine/formats/format';

export interface Picture {
  /** Name of the group in the table of formats. */
  readonly group: string;
  readonly title: string;
  readonly language: LanguageId;
  readonly text: string;
}

const CHILD = 'Mar 17 11:58:45 ac zpa-connector-child[3276]: ';
const CONTROL = '[10.20.4.17]:45657;broker5a.zpath.net:[203.0.113.61]:443';

export const pictures: readonly Picture[] = [
  {
    group: 'journal',
    title: 'Journal with status blocks',
    language: 'zpa-journal',
    text: `-- Boot 0f3c2a1b9d8e47c6a5b4c3d2e1f0a9b8 --
Mar 17 09:14:02 ac systemd[1]: Started Zscaler Private Access App Connector.
Mar 17 09:14:02 ac zpa-connector[1054]: zscaler-update: zpa-connector-child Started from /opt/zscaler/var/image.bin
${CHILD}Connector- Time synchronized, Local time + 0.003100s = cloud_time
${CHILD}-------- Connector Status:Name=Frankfurt DC-2:Ver=25.47.1:Mem(System|Process)=96%|5%:Uptime=43S --------
${CHILD}Certificate will expire in 5 days, 9 hours, 9 minutes, 21 seconds
${CHILD}Broker control connection, state fohh_connection_connected, ${CONTROL};5 uptime 39S, RTT (tcp|app): 9192|3619 us
${CHILD}Broker config connection, state fohh_connection_backoff, ${CONTROL};3
${CHILD}Broker static wally config connection - NONE
${CHILD}RPC Messages, RX: BrkRq[Dsp 33], BindAck 105 TX|TX_DROP: BrkRqAck[Dsp 0|9], BindReq 118|0
${CHILD}Broker data connection count = 10, backed_off connections = 4
${CHILD}Mtunnels(all|health-report-based), total 119|118, to broker 119|118, reaped 0
${CHILD}Time skew: local time lags cloud time by 4.004295s
${CHILD}* FC f_conn ${CONTROL}:x, rx = 24313, tx_drop = 7
${CHILD}Broker control connection to Zscaler Cloud closed: ${CONTROL};5 FOHH_CLOSE_REASON_SOCKET_ERR
${CHILD}DNS resolution failed for api.private.zscaler.com
Mar 17 11:59:02 ac sshd[811]: Accepted publickey for admin from 10.20.4.2 port 51022
`,
  },
  {
    group: 'memory',
    title: 'Memory of the process',
    language: 'zpa-memory',
    text: `[root@fra-ac-02 ~]# curl -s 127.0.0.1:9000/memory/status
libevent: Alloc: 1609312 2067774128, Free: 1607400 2067116400, Drain: 0 0, Out: 1912 657728 0.627mb Overhead: 0.058mb (32)
argo: Alloc: 397840 51078480, Free: 359100 45964800, Drain: 0 0, Out: 38740 645113680 615.230mb Overhead: 1.182mb (32)
Total: Alloc: 2007152 2118852608, Free: 1966500 2113081200, Drain: 0 0, Out: 40652 645771408 615.857mb Overhead: 1.240mb (32)
[root@fra-ac-02 ~]# curl -s 127.0.0.1:9000/memory/argo
zthread_rusage: Alloc: 9919 1348984, Free: 9918 1348848, Out: 1 136 0.000mb
argo_log: Alloc: 22231 6713759, Free: 22232 6713960, Out: -1 -201 0.000mb
`,
  },
  {
    group: 'host',
    title: 'Processor, memory, processes',
    language: 'zpa-diagnostics',
    text: `Tue Mar 17 11:44:00 UTC 2026
[root@fra-ac-02 ~]# free -m
               total        used        free      shared  buff/cache   available
Mem:            7650        1185        3863           9        2601        6153
Swap:           1024         512         512
[root@fra-ac-02 ~]# vmstat 5 2
procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----
 r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st
 2  0 470856   7724      0 109024  126  142  2144   194  367  532  2  2 95  0  0
 3  1 470856   7724      0 109024    0    0     0    12  961 1874 60 20  7  1 12
[root@fra-ac-02 ~]# ps aux --sort=-pcpu | head -3
USER         PID %CPU %MEM     VSZ    RSS TTY      STAT START   TIME COMMAND
zscaler     3276 97.8  4.3 1543024 333256 ?        Sl   09:14  30:36 zpa-connector-child
root         702  0.2  0.5  374480  41120 ?        Ssl  09:14   0:20 /usr/sbin/rsyslogd -n
[root@fra-ac-02 ~]# top -b -n1 | head -8
top - 12:06:00 up   2:52,  1 user,  load average: 0.61, 0.55, 0.52
%Cpu(s): 12.4 us,  7.6 sy,  0.0 ni, 68.0 id,  0.0 wa,  0.0 hi,  0.0 si, 12.0 st
MiB Mem :   7650.9 total,   3882.1 free,   1167.0 used,   2601.8 buff/cache
    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND
   3276 zscaler    20   0 1543024 333256 103309 S  17.8   4.3  30:36.60 image.bin
CPU(s):                   4
  Model name:             Intel(R) Xeon(R) Gold 6338 CPU @ 2.00GHz
MemAvailable:      70348 kB
`,
  },
  {
    group: 'disk',
    title: 'Disks, files, packet filter',
    language: 'zpa-diagnostics',
    text: `[root@fra-ac-02 ~]# df -h
Filesystem      Size  Used Avail Use% Mounted on
/dev/sda3        64G   62G   2G  97% /
/dev/sda1       960M  271M  690M  29% /boot
[root@fra-ac-02 ~]# du -sh /var/log /opt/zscaler
5.1G    /var/log
61M     /opt/zscaler
[root@fra-ac-02 ~]# ls -l /opt/zscaler/var
total 60480
-rw------- 1 zscaler zscaler      128 Jan 15 12:06 instance_id.crypt
-rw-r--r-- 1 root    root           0 Jan 15 12:06 provision_key
-rwxr-xr-x 1 zscaler zscaler 61842016 Mar  8 12:06 image.bin
[root@fra-ac-02 ~]# cat /opt/zscaler/var/version
25.47.1
[root@fra-ac-02 ~]# iptables -L OUTPUT -n -v
Chain OUTPUT (policy ACCEPT 1234 packets, 567K bytes)
 pkts bytes target     prot opt in     out     source               destination
 114K   12M ACCEPT     all  --  *      *       0.0.0.0/0            0.0.0.0/0            state ESTABLISHED
    5   300 REJECT     tcp  --  *      eth0    10.0.0.0/8           0.0.0.0/0            tcp dpt:443
`,
  },
  {
    group: 'network',
    title: 'Names and ways',
    language: 'zpa-diagnostics',
    text: `[admin@fra-ac-02 ~]$ dig co2br.prod.zpath.net
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1331
;; flags: qr rd ra; QUERY: 1, ANSWER: 2, AUTHORITY: 0, ADDITIONAL: 1
;; ANSWER SECTION:
co2br.prod.zpath.net.           60      IN      CNAME   fra4.co2br.gslb.prod.zpath.net.
fra4.co2br.gslb.prod.zpath.net. 30      IN      A       198.51.100.23
;; Query time: 12 msec
[admin@fra-ac-02 ~]$ nslookup api.private.zscaler.com
** server can't find api.private.zscaler.com: SERVFAIL
[admin@fra-ac-02 ~]$ ping -c 5 co2br.prod.zpath.net
64 bytes from 198.51.100.23 (198.51.100.23): icmp_seq=1 ttl=54 time=8.31 ms
5 packets transmitted, 4 received, 20% packet loss, time 4006ms
[admin@fra-ac-02 ~]$ mtr -rzwbec100 198.51.100.23
HOST: fra-ac-02.kestrelmoor.example Loss%   Snt   Last   Avg  Best  Wrst StDev
  1. AS???    10.20.4.1            0.0%   100    0.3   0.2   0.2   0.3   0.0
  2. AS64496  192.0.2.17          12.0%   100    2.5   2.5   2.4   3.3   0.1
[admin@fra-ac-02 ~]$ ip -s link
2: ens192: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc mq state UP mode DEFAULT group default qlen 1000
    link/ether 00:50:56:aa:bb:cc brd ff:ff:ff:ff:ff:ff
    RX:  bytes packets errors dropped  missed   mcast
    1871912321 5421311      0      17       0     120
`,
  },
  {
    group: 'connect',
    title: 'Connections',
    language: 'zpa-diagnostics',
    text: `[admin@fra-ac-02 ~]$ openssl s_client -connect co2br.prod.zpath.net:443 </dev/null
CONNECTED(00000003)
verify error:num=19:self-signed certificate in certificate chain
 0 s:C = US, ST = California, O = Zscaler, CN = broker3b.fra4.prod.zpath.net
   i:C = DE, O = Kestrelmoor Foods, CN = Kestrelmoor TLS Inspection CA
-----BEGIN CERTIFICATE-----
MIIDPssH2GRkb1aihQmx1GTa3cN+7it24D4xH5qEWji5pkx4Zn5MMv+rkUnFmPfQ
-----END CERTIFICATE-----
    Verify return code: 19 (self-signed certificate in certificate chain)
[admin@fra-ac-02 ~]$ curl -sv https://api.private.zscaler.com
* connect to 198.51.100.23 port 443 failed: No route to host
* Connected to api.private.zscaler.com (203.0.113.61) port 443 (#0)
* SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384
< HTTP/1.1 200 OK
[admin@fra-ac-02 ~]$ nc -zv hr.corp.example.com 8443
nc: connect to hr.corp.example.com (10.20.4.30) port 8443 (tcp) failed: Connection refused
[admin@fra-ac-02 ~]$ ss -tan
State      Recv-Q Send-Q Local Address:Port     Peer Address:Port Process
ESTAB      0      0         10.20.4.17:45316   198.51.100.23:443   users:(("zpa-connector-c",pid=3276,fd=54))
SYN-SENT   0      1         10.20.4.17:51034     10.20.4.32:8443
net.ipv4.ip_local_port_range = 32768    60999
[broker] tunnel: DOWN
[app] 10.20.4.30:443 reachable
`,
  },
  {
    group: 'service',
    title: 'Service, clock, configuration',
    language: 'zpa-diagnostics',
    text: `[root@fra-ac-02 ~]# systemctl status zpa-connector
● zpa-connector.service - Zscaler Private Access App Connector
     Loaded: loaded (/usr/lib/systemd/system/zpa-connector.service; enabled; preset: disabled)
     Active: active (running) since Tue 2026-03-17 09:14:02 UTC; 2h 51min ago
   Main PID: 1054 (zpa-connector)
             └─3276 zpa-connector-child
   Active: failed (Result: exit-code) since Wed 2026-01-21 09:15:01 UTC; 12s ago
[root@fra-ac-02 ~]# timedatectl
               Local time: Tue 2026-03-17 12:07:15 UTC
System clock synchronized: no
              NTP service: active
[root@fra-ac-02 ~]# chronyc tracking
Reference ID    : 00000000 ()
System time     : 312.400000000 seconds slow of NTP time
Leap status     : Not synchronised
^* 10.20.0.5                     2  10   377   412    -13us[  -21us] +/- 9123us
[root@fra-ac-02 ~]# cat /etc/resolv.conf
# Generated by NetworkManager
search kestrelmoor.example
nameserver 10.20.0.53
[root@fra-ac-02 ~]# cat /etc/chrony.conf
pool 0.zscaler.pool.ntp.org iburst maxsources 4
:programname, isequal, \u201czpa-connector-child\u201d stop
`,
  },
  {
    group: 'records',
    title: 'Records of the portal',
    language: 'zpa-diagnostics',
    text: `{
  "totalCount": "2",
  "list": [
    {
      "id": "216199200000000101",
      "name": "fra-ac-02",
      "enabled": true,
      "controlChannelStatus": "ZPN_STATUS_AUTHENTICATED",
      "currentVersion": "25.47.1",
      "provisioningKey": "3|api.private.zscaler.com|Zz9AbCdEf"
    }
  ]
}
{"LogTimestamp": "Wed Jul  3 05:17:22 2019","SessionStatus": "ZPN_STATUS_DISCONNECTED","Connector": "fra-ac-02","CPUUtilization": 1}
Tue Jan 20 09:30:00 2026 Connector Status zpa-lss: ,Example,8A64,ZPN_ASSISTANT_BROKER_CONTROL,ZPN_STATUS_DISCONNECTED,25.47.1,10.0.0.4
["[192.0.2.10]:443;216196257331371034.ast.prod.zpath.net:[10.20.4.17]:45316;0","client","fohh_connection_backoff"]
App#1 name: branch erp app_gid: 145257608574402742
DR publickey uploaded: NO
`,
  },
];
