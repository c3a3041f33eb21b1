import type { Quiet } from '../case';
import { text } from '../text';

const P = '[deploy@web-4 ~]$ ';

/** Outputs of an ordinary server, and of its own troubles. */
export const foreignOutputs: readonly Quiet[] = [
  {
    name: 'outputs: df with images, snaps and a network share that is full',
    files: {
      'df.txt': text(
        'Filesystem                 Size  Used Avail Use% Mounted on',
        'udev                       7.8G     0  7.8G   0% /dev',
        'tmpfs                      1.6G  1.9M  1.6G   1% /run',
        '/dev/mapper/vg0-root        98G   31G   63G  33% /',
        '/dev/loop0                  64M   64M     0 100% /snap/core20/2015',
        '/dev/loop1                  92M   92M     0 100% /snap/lxd/24061',
        '/dev/sr0                   1.1G  1.1G     0 100% /mnt/cdrom',
        'nas-1:/export/media        3.6T  3.6T   11G 100% /srv/media',
        'tmpfs                      1.6G  4.0K  1.6G   1% /run/user/1000',
      ),
    },
  },
  {
    name: 'outputs: ps and top of a busy but sound web server',
    files: {
      'ps.txt': text(
        'USER         PID %CPU %MEM    VSZ   RSS TTY      STAT START   TIME COMMAND',
        'www-data    1022 41.3  2.1 512200 171204 ?       S    Nov13 201:10 php-fpm: pool www',
        'mysql        881 12.0 22.4 2712260 1805444 ?     Ssl  Nov01 1054:18 /usr/sbin/mysqld',
        'root           1  0.0  0.1 168924 11840 ?        Ss   Nov01   0:41 /sbin/init',
      ),
      'top.txt': text(
        'top - 10:12:01 up 13 days,  2:01,  1 user,  load average: 1.10, 0.92, 0.88',
        'Tasks: 212 total,   1 running, 211 sleeping,   0 stopped,   0 zombie',
        '%Cpu(s): 22.1 us,  3.0 sy,  0.0 ni, 74.1 id,  0.5 wa,  0.0 hi,  0.3 si,  0.0 st',
        'MiB Mem :   7870.1 total,    912.0 free,   3402.1 used,   3556.0 buff/cache',
        'MiB Swap:   2048.0 total,   2048.0 free,      0.0 used.   4102.2 avail Mem',
        '',
        '    PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND',
        '   1022 www-data  20   0  512200 171204  20332 S  41.3   2.1 201:10.02 php-fpm',
      ),
    },
    notes: [],
  },
  {
    name: 'outputs: dig and nslookup of names that are not ours',
    files: {
      'dig.txt': text(
        `${P}dig shop.example.com`,
        '',
        '; <<>> DiG 9.18.28 <<>> shop.example.com',
        ';; global options: +cmd',
        ';; Got answer:',
        ';; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 9921',
        ';; flags: qr rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 1',
        '',
        ';; QUESTION SECTION:',
        ';shop.example.com.\t\tIN\tA',
        '',
        ';; ANSWER SECTION:',
        'shop.example.com.\t300\tIN\tA\t192.0.2.80',
        '',
        ';; Query time: 12 msec',
        `${P}nslookup www.example.org`,
        'Server:\t\t10.0.0.53',
        'Address:\t10.0.0.53#53',
        '',
        'Non-authoritative answer:',
        'Name:\twww.example.org',
        'Address: 192.0.2.81',
        '',
        `${P}dig +short shop.example.com`,
        '192.0.2.80',
        P,
      ),
    },
  },
  {
    name: 'outputs: openssl to other servers, their own certificates',
    files: {
      'tls.txt': text(
        `${P}openssl s_client -connect intranet.kestrelmoor.example:443 </dev/null`,
        'CONNECTED(00000003)',
        'depth=1 C = DE, O = Kestrelmoor, CN = Kestrelmoor Root CA',
        'verify error:num=19:self-signed certificate in certificate chain',
        'verify return:1',
        '---',
        'Certificate chain',
        ' 0 s:C = DE, O = Kestrelmoor, CN = intranet.kestrelmoor.example',
        '   i:C = DE, O = Kestrelmoor, CN = Kestrelmoor Root CA',
        '---',
        'subject=C = DE, O = Kestrelmoor, CN = intranet.kestrelmoor.example',
        'issuer=C = DE, O = Kestrelmoor, CN = Kestrelmoor Root CA',
        '---',
        'Verification error: self-signed certificate in certificate chain',
        '---',
        `${P}openssl x509 -in /etc/pki/tls/certs/web.pem -noout -issuer -subject`,
        "issuer=C = US, O = Let's Encrypt, CN = R11",
        'subject=CN = shop.example.com',
        P,
      ),
      'smtp.txt': text(
        `${P}openssl s_client -starttls smtp -connect mx.example.com:25`,
        'CONNECTED(00000003)',
        'write:errno=104',
        '---',
        'no peer certificate available',
        '---',
        P,
      ),
    },
  },
  {
    name: 'outputs: mtr, ping and traceroute to other places with loss',
    files: {
      'mtr.txt': text(
        'Start: 2026-11-14T07:31:18+0100',
        'HOST: web-4                       Loss%   Snt   Last   Avg  Best  Wrst StDev',
        '  1.|-- 10.0.0.1                   0.0%    10    0.4   0.5   0.3   1.1   0.1',
        '  2.|-- 198.51.100.1               0.0%    10    3.1   3.3   2.9   6.1   0.4',
        '  3.|-- shop.example.com          40.0%    10    9.1   9.3   8.9  12.1   0.4',
      ),
      'ping.txt': text(
        `${P}ping -c 3 192.168.178.99`,
        'PING 192.168.178.99 (192.168.178.99) 56(84) bytes of data.',
        'From 192.168.178.2 icmp_seq=1 Destination Host Unreachable',
        '',
        '--- 192.168.178.99 ping statistics ---',
        '3 packets transmitted, 0 received, +1 errors, 100% packet loss, time 2040ms',
        P,
      ),
      'traceroute.txt': text(
        'traceroute to shop.example.com (192.0.2.80), 30 hops max, 60 byte packets',
        ' 1  gateway (10.0.0.1)  0.312 ms  0.298 ms  0.291 ms',
        ' 2  * * *',
      ),
    },
  },
  {
    name: 'outputs: curl, telnet and nc to the internet',
    files: {
      'net.txt': text(
        `${P}curl -I https://shop.example.com`,
        'HTTP/2 503',
        'server: nginx',
        '',
        `${P}curl https://old.example.net`,
        'curl: (7) Failed to connect to old.example.net port 443 after 21 ms: Connection refused',
        `${P}curl https://expired.example.net`,
        'curl: (60) SSL certificate problem: certificate has expired',
        `${P}telnet 192.0.2.80 25`,
        'Trying 192.0.2.80...',
        'telnet: connect to address 192.0.2.80: Connection timed out',
        P,
      ),
    },
  },
  {
    name: 'outputs: systemctl of other services, failed',
    files: {
      'systemctl.txt': text(
        `${P}systemctl status nginx`,
        '× nginx.service - A high performance web server and a reverse proxy server',
        '     Loaded: loaded (/lib/systemd/system/nginx.service; enabled; vendor preset: enabled)',
        '     Active: failed (Result: exit-code) since Sat 2026-11-14 07:00:00 CET; 9min ago',
        '   Main PID: 4112 (code=exited, status=1/FAILURE)',
        P,
      ),
      'units.txt': text(
        '  UNIT              LOAD   ACTIVE SUB    DESCRIPTION',
        '● php-fpm.service   loaded failed failed The PHP FastCGI Process Manager',
        '1 loaded units listed.',
      ),
    },
  },
  {
    name: 'outputs: free, vmstat and meminfo of a sound machine',
    files: {
      'free.txt': text(
        '              total        used        free      shared  buff/cache   available',
        'Mem:        8058880     3483748      933888      112044     3641244     4200652',
        'Swap:       2097148           0     2097148',
      ),
      'vmstat.txt': text(
        'procs -----------memory---------- ---swap-- -----io---- -system-- ------cpu-----',
        ' r  b   swpd   free   buff  cache   si   so    bi    bo   in   cs us sy id wa st',
        ' 1  0      0 933888  10240 3631004    0    0    12    44  210  430 12  3 85  0  0',
      ),
    },
  },
  {
    name: 'outputs: listing of a home folder with our words in it',
    files: {
      'ls.txt': text(
        'total 96',
        '-rw------- 1 alice alice    88 May 30 09:12 resolv.conf.bak',
        '-rw------- 1 alice alice   431 May 30 09:12 provision_key_notes.md',
        'drwx------ 2 alice alice  4096 May 30 09:12 zscaler-slides',
        '-rw-r--r-- 1 alice alice 91827 May 30 09:12 zpa-training.pdf',
      ),
    },
  },
  {
    name: 'outputs: configuration of other programs',
    files: {
      'nginx.conf': text(
        'user nginx;',
        'worker_processes auto;',
        'error_log /var/log/nginx/error.log warn;',
        'http {',
        '    server { listen 443 ssl; server_name shop.example.com; }',
        '}',
      ),
      'haproxy.cfg': text('global', '    log /dev/log local0', 'backend zpa', '    server ac1 10.0.0.4:443 check'),
      'squid.conf': text('acl SSL_ports port 443', 'http_access deny !Safe_ports', 'http_port 3128'),
      sshd_config: text('Port 22', 'PermitRootLogin no'),
      'docker-compose.yml': text(
        'services:',
        '  web:',
        '    image: nginx',
        '    environment:',
        '      - PROXY=http://proxy:3128',
      ),
      '.env': text('DB_HOST=db', 'DB_PASSWORD=example', 'API_KEY=3|abc|def'),
    },
  },
];
