import type { Rule } from '../../../engine/match/rule';
import { canRead, listingsOf } from '../../../engine/facts/host/file-rights';
import { DOCS, rightsOf, TROUBLESHOOTING } from '../../evidence';

const PATH = /^\/opt\/zscaler\/var\/(?:[\w-]{1,60}\/)?provision_key$/u;
const PROMPT = '[root@edge-vm-3 ~]# ';

const rule: Rule = {
  id: 'provision-key/unreadable',
  title: 'The connector may not read its key',
  severity: 'warning',
  means: 'The listing shows that the user zscaler can read provision_key neither as its owner nor like everybody else.',
  matters: 'A connector that has yet to enrol finds no key.',
  doNext: 'Give the file the mode 644 and restart the connector.',
  message: '{path} has the rights {mode} and belongs to {owner}: the user zscaler cannot read it.',
  needs: [rightsOf('/opt/zscaler/var/provision_key', 'provision_key')],
  evaluate: (facts) =>
    listingsOf(facts, (path) => PATH.test(path))
      .filter(({ row }) => canRead(row, 'zscaler') === false)
      .map(({ artifact, row: { line, mode, owner, path } }) => ({
        at: { artifact, line, field: 'ls.mode' },
        data: { path, mode, owner },
      })),
  runbook: { id: 'provision-key-check', step: 'rewrite' },
  documentation: [DOCS.keys, `${DOCS.managing}#ReplaceProvisioningKey`],
  source: TROUBLESHOOTING,
  fires: [
    {
      files: {
        'ls.txt': `${PROMPT}ls -l /opt/zscaler/var/provision_key\n-rw------- 1 root root 436 Jan 15 12:06 /opt/zscaler/var/provision_key\n`,
      },
      says: '-rw-------',
      severity: 'warning',
    },
    {
      files: {
        'dir.txt':
          '/opt/zscaler/var:\ntotal 60408\n-rw-r--r--. 1 zscaler zscaler 4916 Jan 15 12:06 cert.pem\n-rw-r-----. 1 admin admin 436 Jan 15 12:06 provision_key\n',
      },
      says: 'belongs to admin',
    },
    {
      files: {
        'session.txt': `${PROMPT}ls -lrta /opt/zscaler/var/\ntotal 8\ndrwxr-xr-x 3 zscaler zscaler 4096 Jan 15 12:00 .\n-r-------- 1 root root 436 Jan 15 12:06 provision_key\n`,
      },
      says: '/opt/zscaler/var/provision_key',
    },
  ],
  silent: [
    { 'ls.txt': '-rw-r--r-- 1 root root 436 Jan 15 12:06 /opt/zscaler/var/provision_key\n' },
    { 'ls.txt': '-rw------- 1 zscaler zscaler 436 Jan 15 12:06 /opt/zscaler/var/provision_key\n' },
    { 'ls.txt': '-rw-r----- 1 root zscaler 436 Jan 15 12:06 /opt/zscaler/var/provision_key\n' },
    {
      'ls.txt':
        '-rw------- 1 admin admin 436 Jan 15 12:06 /home/admin/provision_key\n-rw------- 1 root root 128 Jan 15 12:06 /opt/zscaler/var/instance_id.crypt\n',
    },
  ],
};

export default rule;
