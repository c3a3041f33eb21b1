import type { Hit, Rule } from '../../../engine/match/rule';
import type { BundleFacts } from '../../../engine/facts/bundle-facts';
import { canRead, listingsOf } from '../../../engine/facts/host/file-rights';
import { DOCS, rightsOf, TROUBLESHOOTING } from '../../evidence';

const PROMPT = '[root@edge-vm-3 ~]# ';

/** Listings whose rights leave the user zscaler out. */
function listed(facts: BundleFacts): Hit[] {
  return listingsOf(facts, (path) => path === '/etc/resolv.conf')
    .filter(({ row }) => canRead(row, 'zscaler') === false)
    .map(({ artifact, row: { line, mode, owner, path } }) => ({
      at: { artifact, line, field: 'ls.mode' },
      data: { path, mode, owner },
    }));
}

/** Attempts to print the file that were refused: whoever tried is no more than any other user. */
function refused(facts: BundleFacts): Hit[] {
  return facts
    .sections('resolv-conf')
    .filter(({ section, facts: file }) => file.outcome === 'denied' && section.command?.includes('/etc/resolv.conf'))
    .map(({ artifact, facts: { line } }) => ({
      at: { artifact: artifact.index, line },
      confidence: 'medium',
      data: { path: '/etc/resolv.conf' },
      message: '{path} could not be read by the user who tried: the user zscaler most likely cannot read it either.',
    }));
}

const rule: Rule = {
  id: 'config/resolv-conf-unreadable',
  title: 'The connector may not read resolv.conf',
  severity: 'error',
  means:
    'The listing shows that /etc/resolv.conf cannot be read by others. The connector runs as user zscaler and gets no nameserver from it, while root resolves every name.',
  matters: 'Without names the connector cannot enrol, connect to the cloud or reach applications by name.',
  doNext: 'Make /etc/resolv.conf readable for all, find out what takes that right away, and restart the connector.',
  message: '{path} has the rights {mode} and belongs to {owner}: the user zscaler cannot read it.',
  needs: [rightsOf('/etc/resolv.conf', '/etc/resolv.conf')],
  evaluate: (facts) => {
    const hits = listed(facts);
    return hits.length > 0 ? hits : refused(facts);
  },
  explains: [
    { rule: 'enrollment/dns-resolution-failed' },
    { rule: 'tunnel/dns-lookup-failed' },
    { rule: 'tunnel/not-connected-to-cloud' },
  ],
  runbook: { id: 'resolv-conf-permissions', step: 'check-permissions' },
  documentation: [`${DOCS.troubleshooting}#dnsfailure`],
  source: TROUBLESHOOTING,
  fires: [
    {
      files: {
        'ls.txt': `${PROMPT}ls -l /etc/resolv.conf\n-rw------- 1 root root 96 Mar  8 12:06 /etc/resolv.conf\n`,
      },
      says: '-rw-------',
      severity: 'error',
    },
    {
      files: { 'ls.txt': `total 1184\n-rw-r-----. 1 root root 71 2026-01-19 08:12 /etc/resolv.conf\n` },
      says: 'zscaler cannot read it',
    },
    {
      files: {
        'session.txt': `${PROMPT}ls -la /etc/ | head\ntotal 1184\ndrwxr-xr-x. 84 root root 8192 Jan 19 08:12 .\n-rw-r-----. 1 root root   71 Jan 19 08:12 resolv.conf\n`,
      },
      says: '/etc/resolv.conf',
    },
    {
      files: {
        'ls.txt': `${PROMPT}ls -l /etc/resolv.conf /run/NetworkManager/resolv.conf\nlrwxrwxrwx. 1 root root 32 Jan 19 08:12 /etc/resolv.conf -> ../run/NetworkManager/resolv.conf\n-rw-------. 1 root root 71 Jan 19 08:12 /run/NetworkManager/resolv.conf\n`,
      },
      says: '/run/NetworkManager/resolv.conf',
    },
    {
      files: {
        'journal.txt':
          'May 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: DNS resolution failed for api.private.zscaler.com\nMay 25 14:32:53 edge-vm-3 zpa-connector-child[2040]: Could not create HTTP client\n',
        'ls.txt': '-rw------- 1 root root 96 Mar  8 12:06 /etc/resolv.conf\n',
      },
      also: ['enrollment/dns-resolution-failed'],
    },
    {
      files: {
        'session.txt':
          '[admin@edge-vm-3 ~]$ sudo -u zscaler cat /etc/resolv.conf\ncat: /etc/resolv.conf: Permission denied\n',
      },
      says: 'could not be read',
    },
  ],
  silent: [
    { 'session.txt': '[admin@edge-vm-3 ~]$ cat /etc/resolv.conf\nnameserver 10.20.0.53\n' },
    { 'ls.txt': '-rw-r--r--. 1 root root 96 Mar  8 12:06 /etc/resolv.conf\n' },
    { 'ls.txt': '-rw-r-----+ 1 root root 96 Mar  8 12:06 /etc/resolv.conf\n' },
    { 'ls.txt': '-rw-r----- 1 root zscaler 96 Mar  8 12:06 /etc/resolv.conf\n' },
    {
      'ls.txt': 'lrwxrwxrwx 1 root root 39 Mar  8 12:06 /etc/resolv.conf -> ../run/systemd/resolve/stub-resolv.conf\n',
    },
    {
      'ls.txt':
        '-rw------- 1 root root 96 Mar  8 12:06 /etc/resolv.conf.bak\n-rw------- 1 root root 96 Mar  8 12:06 /root/resolv.conf\n',
    },
  ],
};

export default rule;
