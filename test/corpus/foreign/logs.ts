import type { Quiet } from '../case';
import { text } from '../text';

/** Logs of other programs, with words that our messages have too. */
export const foreignLogs: readonly Quiet[] = [
  {
    name: 'foreign: syslog of a web server',
    files: {
      'var/log/syslog': text(
        'Nov 14 06:25:01 web-4 CRON[22011]: (root) CMD (test -x /usr/sbin/anacron || ( cd / && run-parts --report /etc/cron.daily ))',
        'Nov 14 06:25:11 web-4 nginx[812]: 2026/11/14 06:25:11 [error] 812#812: *991 connect() failed (111: Connection refused) while connecting to upstream, client: 10.0.0.9, upstream: "http://127.0.0.1:9000/memory/status"',
        'Nov 14 06:25:12 web-4 nginx[812]: 2026/11/14 06:25:12 [crit] 812#812: *993 SSL_do_handshake() failed (SSL: error:0A000412:SSL routines::sslv3 alert bad certificate) while SSL handshaking',
        'Nov 14 06:26:00 web-4 php-fpm[1020]: DNS resolution failed for api.payments.example',
        'Nov 14 06:26:01 web-4 php-fpm[1020]: Could not create HTTP client',
        'Nov 14 06:26:01 web-4 app[1033]: Certificate enrollment failed.',
        'Nov 14 06:26:02 web-4 app[1033]: *Connector not yet connected to cloud, please check connectivity, if this persists*',
        'Nov 14 06:26:03 web-4 kernel: [81772.1201] Out of memory: Killed process 1033 (app) total-vm:15407036kB',
        'Nov 14 06:26:04 web-4 systemd[1]: app.service: Main process exited, code=killed, status=9/KILL',
        'Nov 14 06:26:05 web-4 systemd[1]: Failed to start Application.',
      ),
    },
  },
  {
    name: 'foreign: mail server',
    files: {
      maillog: text(
        'Nov 14 07:00:00 mx1 postfix/smtpd[2210]: warning: hostname scan.example does not resolve to address 203.0.113.9: Name or service not known',
        'Nov 14 07:00:01 mx1 postfix/smtpd[2210]: SSL_accept error from unknown[203.0.113.9]: -1',
        'Nov 14 07:00:02 mx1 postfix/smtp[2215]: 4BFA2: to=<ops@kestrelmoor.example>, relay=none, delay=30, status=deferred (connect to mx.kestrelmoor.example[198.51.100.25]:25: Connection timed out)',
        'Nov 14 07:00:03 mx1 postfix/smtp[2216]: certificate verification failed for mx.example[198.51.100.26]:25: self-signed certificate in certificate chain',
        'Nov 14 07:00:09 mx1 dovecot: imap-login: Login request failed - http status(401) user=<ops>',
      ),
    },
  },
  {
    name: 'foreign: sshd, sudo and auditd',
    files: {
      secure: text(
        'Nov 14 07:00:00 bastion sshd[991]: Did not receive identification string from 203.0.113.44 port 51112',
        'Nov 14 07:00:00 bastion sshd[992]: error: kex_exchange_identification: Connection closed by remote host',
        'Nov 14 07:01:00 bastion sudo:    alice : TTY=pts/0 ; PWD=/home/alice ; USER=root ; COMMAND=/bin/journalctl -u zpa-connector',
        'Nov 14 07:02:00 bastion audit[1]: SERVICE_STOP pid=1 uid=0 msg=\'unit=chronyd comm="systemd" exe="/usr/lib/systemd/systemd" res=failed\'',
        'Nov 14 07:03:00 bastion sshd[999]: fingerprint mismatch for host db-1',
      ),
    },
  },
  {
    name: 'foreign: kubernetes node',
    files: {
      'kubelet.log': text(
        'Nov 14 07:00:00 node-3 kubelet[1044]: E1114 07:00:00.123456    1044 pod_workers.go:1298] "Error syncing pod, skipping" err="failed to \\"StartContainer\\" for \\"app\\" with CrashLoopBackOff: \\"back-off 5m0s restarting failed container\\""',
        'Nov 14 07:00:01 node-3 kubelet[1044]: W1114 07:00:01.003456    1044 reflector.go:324] failed to list *v1.Secret: Unauthorized',
        'Nov 14 07:00:02 node-3 containerd[900]: time="2026-11-14T07:00:02Z" level=error msg="connector exited too fast, was running for 2 seconds"',
        'Nov 14 07:00:02 node-3 kubelet[1044]: I1114 07:00:02 kuberuntime.go:9] zpath.io/zpa-operator reconciling, state fohh_connection_backoff',
      ),
      'events.txt': text(
        'LAST SEEN   TYPE      REASON      OBJECT          MESSAGE',
        '2m          Warning   BackOff     pod/app-7f9      Back-off restarting failed container',
        '9m          Warning   Unhealthy   pod/app-7f9      Readiness probe failed: Get "http://10.4.0.9:8080/": dial tcp 10.4.0.9:8080: connect: connection refused',
      ),
    },
  },
  {
    name: 'foreign: java stack traces',
    files: {
      'catalina.out': text(
        '14-Nov-2026 07:00:00.101 SEVERE [http-nio-8080-exec-4] org.apache.catalina.core.StandardWrapperValve.invoke Servlet.service() threw exception',
        'javax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid certification path to requested target',
        '\tat sun.security.ssl.Alert.createSSLException(Alert.java:131)',
        'Caused by: java.net.UnknownHostException: co2br.prod.zpath.net: Name or service not known',
        '\tat java.net.Inet4AddressImpl.lookupAllHostAddr(Native Method)',
        '\t... 34 more',
      ),
    },
  },
  {
    name: 'foreign: windows event texts with CRLF',
    files: {
      'System.txt':
        'Level\tDate and Time\tSource\tEvent ID\tTask Category\r\nError\t14.11.2026 07:00:00\tService Control Manager\t7034\tNone\tThe Zscaler service terminated unexpectedly. It has done this 3 time(s).\r\nWarning\t14.11.2026 07:01:00\tMicrosoft-Windows-Time-Service\t36\tNone\tThe time service has not synchronized the system time for the last 86400 seconds.\r\nError\t14.11.2026 07:02:00\tSchannel\t36882\tNone\tThe certificate received from the remote server was issued by an untrusted certificate authority.\r\n',
      'ZSATunnel_2026-11-14.log':
        '2026-11-14 07:00:00.123456(+0100)[4412:5120] ERR ZPA: connection to broker failed, reason BRK_MT_SETUP_FAIL_BIND\r\n2026-11-14 07:00:01.123456(+0100)[4412:5120] INF Tunnel state: DISCONNECTED\r\n',
    },
  },
  {
    name: 'foreign: cloud-init',
    files: {
      'cloud-init-output.log': text(
        "Cloud-init v. 23.4 running 'modules:config' at Sat, 14 Nov 2026 07:00:00 +0000. Up 12.51 seconds.",
        'ci-info: | eth0 | True | 10.0.0.5 | 255.255.255.0 | global | 02:11:22:33:44:55 |',
        "Failed to download metadata for repo 'updates': Cannot download repomd.xml",
        '2026-11-14 07:00:09,101 - cc_scripts_user.py[WARNING]: Failed to run module scripts-user',
        'curl: (28) Failed to connect to repo.kestrelmoor.example port 443: Connection timed out',
      ),
    },
  },
  {
    name: 'foreign: dnsmasq, unbound and named',
    files: {
      'dns.log': text(
        'Nov 14 07:00:00 gw dnsmasq[812]: reply co2br.prod.zpath.net is NXDOMAIN',
        'Nov 14 07:00:01 gw unbound[990]: info: validation failure <api.private.zscaler.com. A IN>: no signatures',
        "Nov 14 07:00:02 gw named[1003]: SERVFAIL unexpected RCODE resolving 'broker1a.fra4.prod.zpath.net/A/IN': 198.51.100.53#53",
        'Nov 14 07:00:03 gw dnsmasq[812]: DNS resolution failed for co2br.prod.zpath.net',
      ),
    },
  },
  {
    name: 'foreign: haproxy, keepalived and openvpn',
    files: {
      'lb.log': text(
        'Nov 14 07:00:00 lb-1 haproxy[771]: Server zpa_backend/ac1 is DOWN, reason: Layer4 timeout, check duration: 2002ms. 0 active and 0 backup servers left.',
        'Nov 14 07:00:00 lb-1 haproxy[771]: backend zpa_backend has no server available!',
        'Nov 14 07:00:01 lb-1 Keepalived_vrrp[802]: (VI_1) Entering FAULT STATE',
        'Nov 14 07:00:02 lb-1 openvpn[991]: TLS Error: TLS key negotiation failed to occur within 60 seconds (check your network connectivity)',
        'Nov 14 07:00:03 lb-1 openvpn[991]: VERIFY ERROR: depth=1, error=self signed certificate in certificate chain: C=US, O=Other VPN, CN=Other CA',
        'Nov 14 07:00:04 lb-1 openvpn[991]: certificate is not yet valid',
      ),
    },
  },
  {
    name: 'foreign: connectors of other vendors',
    files: {
      'connector.log': text(
        'Nov 14 07:00:00 vm-8 cloudflared[802]: 2026-11-14T07:00:00Z ERR Failed to dial to edge with quic: timeout: no recent network activity connIndex=0',
        'Nov 14 07:00:01 vm-8 npa-publisher[990]: Connector not yet connected to cloud',
        'Nov 14 07:00:02 vm-8 azure-app-proxy[91]: Connection state: DISCONNECTED',
        'Nov 14 07:00:03 vm-8 tailscaled[71]: control: netmap: got new dial plan; magicsock: broker connect failed: no route / timeout',
        'Nov 14 07:00:04 vm-8 twingate-connector[66]: State: Offline; enrollment rejected: provisioning key invalid/expired',
        'Nov 14 07:00:05 vm-8 zpa-exporter[67]: Broker control connection to Zscaler Cloud closed: FOHH_CLOSE_REASON_SOCKET_ERR',
      ),
    },
  },
  {
    name: 'foreign: programs whose names hold zpa',
    files: {
      journal: text(
        'Nov 14 07:00:00 laptop zpaq[441]: error: archive 3 of 9 failed',
        'Nov 14 07:00:01 laptop zpaq-backup[442]: Certificate will expire in 2 days, 1 hours, 3 minutes, 4 seconds',
        'Nov 14 07:00:02 laptop mzpack[443]: Time skew: + 91.000000s',
        'Nov 14 07:00:03 laptop zpacd[444]: upgrade (SARGE) failed: disk',
        'Nov 14 07:00:04 laptop my-zpa-connector-checker[445]: Control connection state: DISCONNECTED',
        'Nov 14 07:00:05 laptop kernel: usb 1-2: Product: zpa-connector cable',
        'Nov 14 07:00:06 laptop dockerd[446]: container zpa-connector-child exited too fast, was running for 1 seconds',
      ),
    },
  },
  {
    name: 'foreign: a generic journal in short-iso, verbose and json',
    files: {
      'iso.log': text(
        '2026-11-14T07:00:00+0100 pi sshd[12]: Server listening on 0.0.0.0 port 22.',
        '2026-11-14T07:01:00+0100 pi ntpd[13]: no servers can be used, System clock unsynchronized',
        '2026-11-14T06:00:00+0100 pi rsyslogd[14]: action suspended',
      ),
      'verbose.log': text(
        'Sat 2026-11-14 07:00:00.123456 CET [s=aa;i=1;b=bb;m=1;t=2;x=3]',
        '    _HOSTNAME=pi',
        '    SYSLOG_IDENTIFIER=backup',
        '    MESSAGE=DNS resolution failed for api.private.zscaler.com',
      ),
      'log.json': text(
        '{"__REALTIME_TIMESTAMP":"1783400000000000","_HOSTNAME":"pi","SYSLOG_IDENTIFIER":"backup","_PID":"4","MESSAGE":"Cannot decrypt data from instance_id.crypt"}',
        '{"__REALTIME_TIMESTAMP":"1783400001000000","_HOSTNAME":"pi","SYSLOG_IDENTIFIER":"monitor","_PID":"5","MESSAGE":"zpa-connector-child[9]: Certificate enrollment failed."}',
      ),
    },
  },
  {
    name: 'foreign: access log of a proxy',
    files: {
      'access.log': text(
        '1783400000.123    912 10.0.0.4 TCP_DENIED/403 3923 CONNECT co2br.prod.zpath.net:443 - HIER_NONE/- text/html',
        '1783400001.123  60012 10.0.0.4 TCP_MISS/503 0 CONNECT broker1a.fra4.prod.zpath.net:443 - HIER_DIRECT/198.51.100.23 -',
        '10.0.0.9 - - [14/Nov/2026:07:00:00 +0100] "GET /opt/zscaler/var/provision_key HTTP/1.1" 404 153 "-" "curl/8.4"',
      ),
    },
  },
  {
    name: 'foreign: a firewall drops our traffic in its own log',
    files: {
      'fw.log': text(
        'Nov 14 07:00:00 fw-1 kernel: DROP IN=eth1 OUT=eth0 SRC=10.0.0.4 DST=198.51.100.23 LEN=60 PROTO=TCP SPT=40112 DPT=443 SYN',
        '<14>Nov 14 07:00:01 pa-850 1,2026/11/14 07:00:01,0123,TRAFFIC,deny,2561,10.0.0.4,198.51.100.23,zscaler-private-access,vsys1,trust,untrust,reset-both',
      ),
    },
  },
  {
    name: 'foreign: mysql and redis',
    files: {
      'db.log': text(
        '2026-11-14T07:00:00.000001Z 0 [Warning] [MY-010068] [Server] CA certificate ca.pem is self signed.',
        '2026-11-14T07:00:00.000002Z 0 [ERROR] [MY-012592] [InnoDB] Operating system error number 28: No space left on device',
        '4412:M 14 Nov 2026 07:00:00.123 # Background saving error',
        '4412:M 14 Nov 2026 07:00:01.123 # MISCONF Redis is configured to save RDB snapshots',
      ),
    },
  },
];
