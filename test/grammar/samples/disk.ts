import { ADDRESS, BAD, COLUMN, COMMAND, GOOD, LABEL, NOTABLE, NUMBER, QUIET } from './sample';
import type { Samples } from './sample';

const PATH = 'constant.other.path';

export const disk: Samples = {
  df: [
    {
      text: 'Filesystem      Size  Used Avail Use% Mounted on\n/dev/sda3        64G   62G   2G  97% /\n/dev/sda1       960M  271M  690M  29% /boot\n',
      words: [['Filesystem', COLUMN], ['97%', BAD], ['29%', NUMBER], ['/boot', PATH]],
    },
    {
      text: '/dev/mapper/vg_system-lv_var_log\n                       1572864  1476224     96640      94% /var/log\n',
      words: [['/dev/mapper', PATH], ['94%', NOTABLE]],
    },
  ],
  du: [
    { text: '5.1G\t/var/log\n820M\t/var/log/my file.log\n', words: [['5.1G', NUMBER], ['/var/log', PATH], ['file.log', PATH]] },
    { text: '# du -a / | sort -n -r\n8293268 /\n4301604 /usr\n', words: [['du', COMMAND], ['8293268', NUMBER], ['/usr', PATH]] },
  ],
  ls: [
    {
      text: '-rw-r--r-- 1 root    root          96 Mar  8 12:06 /etc/resolv.conf\n-rw-r--r-- 1 root    root           0 Mar  8 12:06 /opt/zscaler/var/provision_key\n',
      words: [['-rw-r', QUIET], ['96', NUMBER], ['Mar  8', NUMBER], ['/etc/resolv.conf', PATH], ['0 Mar  8 12:06 /opt', BAD]],
    },
    {
      text: 'total 60M\ndrwxr-xr-x. 3 zscaler zscaler 4.0K Mar  8 12:06 .\nls: cannot access \'/opt/zscaler/var/proxy\': No such file or directory\n',
      words: [['total', QUIET], ['4.0K', NUMBER], ['No such file', BAD]],
    },
  ],
  iptables: [
    {
      text: 'Chain OUTPUT (policy DROP 5 packets, 300 bytes)\nnum   pkts bytes target     prot opt in     out     source               destination         \n1        5   300 REJECT     tcp  --  *      eth0    10.0.0.0/8           0.0.0.0/0            tcp dpt:443\n',
      words: [['Chain', 'keyword.other'], ['DROP', BAD], ['target', COLUMN], ['REJECT', BAD], ['10.0.0.0/8', ADDRESS], ['dpt:443', NUMBER]],
    },
    {
      text: '*filter\n:OUTPUT ACCEPT [0:0]\n-A OUTPUT -p tcp -m tcp --dport 443 -j DROP\n',
      words: [['*filter', 'keyword.other'], ['ACCEPT', GOOD], ['--dport', 'variable.parameter'], ['DROP', BAD]],
    },
  ],
  'version-files': [
    { text: '[root@h ~]# cat /opt/zscaler/var/version\n25.47.1\n', words: [['cat', COMMAND], ['25.47.1', NUMBER]] },
    {
      text: '25.47.1[root@h ~]# cat /opt/zscaler/var/updater.version\nimage.bin version: 25.47.0-PR-11524\n',
      words: [['25.47.1', NUMBER], ['[root', 'comment.prompt'], ['image.bin version', LABEL], ['25.47.0', NUMBER]],
    },
  ],
};
