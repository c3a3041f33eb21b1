import type { Rule } from '../../../engine/match/rule';
import { malformedProxies } from '../../../engine/facts/host/config-files';

const PROMPT = '[root@fra-ac-02 ~]# ';
const PAGE = 'https://help.zscaler.com/zpa/networking-deployed-connectors';

const rule: Rule = {
  id: 'config/proxy-malformed',
  title: 'The proxy file is malformed',
  severity: 'error',
  means: '/opt/zscaler/var/proxy is not one line of the form host:port.',
  matters:
    'The connector takes its proxy from this file alone. If it cannot read it, it connects directly, which such networks do not let through.',
  doNext: 'Write host:port, without scheme, quotes or password, and restart the connector.',
  message: 'The proxy file is not host:port: {fault}.',
  needs: [
    {
      anyOf: ['proxy-file'],
      missing: 'the proxy file of the connector (only where a proxy is used)',
      command: 'sudo cat /opt/zscaler/var/proxy',
    },
  ],
  evaluate: malformedProxies,
  explains: [
    { rule: 'tunnel/direct-egress-blocked' },
    { rule: 'tunnel/tcp-connect-failed' },
    { rule: 'tunnel/broker-connect-failed' },
  ],
  runbook: { id: 'proxy-egress', step: 'write' },
  documentation: [PAGE],
  source: {
    kind: 'documented',
    from: 'Zscaler Help: Networking and Security Considerations for Deployed App Connectors',
    url: PAGE,
  },
  fires: [
    { files: { proxy: 'http://10.20.1.8:8080\n' }, says: 'scheme' },
    { files: { proxy: '10.20.1.8\n' }, says: 'port is missing' },
    { files: { proxy: '"proxy.kestrelmoor.example:8080"\n' }, says: 'quotation marks' },
    { files: { proxy: '<proxy-host>:<port>\n' }, says: 'placeholder' },
    { files: { proxy: '10.20.1.8:80800\n' }, says: '65535' },
    { files: { proxy: '10.20.1.8:8080\n10.20.1.9:8080\n' }, says: 'more than one line' },
    { files: { proxy: 'http://svc:Example-1@10.20.1.8:8080\n' }, says: 'password' },
    {
      files: { 'session.txt': `${PROMPT}sudo cat /opt/zscaler/var/proxy\nhttp://10.20.1.8:8080/\n${PROMPT}` },
      says: 'scheme',
    },
  ],
  silent: [
    { proxy: '10.20.1.8:8080\n' },
    { proxy: 'proxy.kestrelmoor.example:3128' },
    { proxy: '\n[2001:db8::8]:8080 \n' },
    { proxy: '' },
    {
      'session.txt': `${PROMPT}sudo cat /opt/zscaler/var/proxy\ncat: /opt/zscaler/var/proxy: No such file or directory\n`,
    },
    { 'session.txt': 'cat /opt/zscaler/var/proxy\ndf -h\n' },
    // Another program's file of the same name.
    { proxy: '#!/bin/sh\nset -e\nexport http_proxy=http://10.20.1.8:8080\nexport no_proxy=localhost\nexec "$@"\n' },
  ],
};

export default rule;
