import type { Case } from '../case';
import type { Writer } from '../text';
import { blocks, child, text } from '../text';

const W: Writer = { host: 'REDACTED', pid: 4411, parent: 4400, day: 'May 04' };
const P = '[admin@REDACTED ~]$ ';

/** Values that somebody took out are no faults. */
export const redactedCases: readonly Case[] = [
  {
    name: 'redacted: the proxy and its port',
    files: {
      'opt/zscaler/var/proxy': '<redacted>:8080\n',
      'b/proxy': 'XXXXXXXX:3128\n',
      'j.log': text(...blocks(W, '07:00:00', 3, () => ({}))),
    },
    found: [],
    tolerated: [],
    rootCause: null,
    absent: ['config/proxy-malformed'],
  },
  {
    name: 'redacted: the key file',
    files: {
      'a/provision_key': '3|api.private.zscaler.com|[REDACTED]\n',
      'b/provision_key': '<redacted>\n',
      'c/provision_key': '3|api.private.zscaler.com|xxxxxxxxxxxxxxxxxxxxxxxx\n',
      'd/provision_key': '3|api.private.zscaler.com|********\n',
      'e/provision_key': 'REDACTED\n',
    },
    found: [],
    rootCause: null,
    absent: [
      'provision-key/malformed',
      'provision-key/placeholder',
      'provision-key/secret-exposed',
      'provision-key/empty',
    ],
  },
  {
    name: 'redacted: answers of dig, and who signed',
    files: {
      'dig.txt': text(`${P}dig +short co2br.prod.zpath.net`, 'x.x.x.x', 'x.x.x.x', P),
      'dig2.txt': text(
        `${P}dig co2br.prod.zpath.net`,
        ';; Got answer:',
        ';; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 3536',
        ';; flags: qr rd ra; QUERY: 1, ANSWER: 2, AUTHORITY: 0, ADDITIONAL: 1',
        ';; QUESTION SECTION:',
        ';co2br.prod.zpath.net.\t\tIN\tA',
        ';; ANSWER SECTION:',
        'co2br.prod.zpath.net.\t5\tIN\tA\tXXX.XXX.XXX.XXX',
        'co2br.prod.zpath.net.\t5\tIN\tA\tXXX.XXX.XXX.XXX',
        ';; Query time: 3 msec',
      ),
      'issuer.txt': text(
        `${P}openssl s_client -connect co2br.prod.zpath.net:443 2>/dev/null | openssl x509 -noout -issuer`,
        'issuer=O = <redacted>, CN = <redacted>',
        P,
      ),
    },
    found: [],
    rootCause: null,
    absent: ['tunnel/dns-too-few-answers', 'tunnel/ssl-interception'],
  },
  {
    name: 'redacted: hosts and addresses of a journal with a fault',
    files: {
      'j.log': text(
        ...blocks(W, '07:00:00', 3, () => ({ name: 'REDACTED', tuple: '[x.x.x.x]:40112;REDACTED:[x.x.x.x]:443;2' })),
        child(
          W,
          '07:02:40',
          'Broker control connection to Zscaler Cloud closed: [x.x.x.x]:40112;REDACTED:[x.x.x.x]:443;2 FOHH_CLOSE_REASON_SOCKET_ERR',
        ),
        child(
          W,
          '07:02:44',
          'Broker control connection successfully connected to Zscaler Cloud: [x.x.x.x]:40114;REDACTED:[x.x.x.x]:443;2',
        ),
      ),
    },
    found: ['tunnel/control-connection-closed', 'bundle/redacted'],
    rootCause: 'tunnel/control-connection-closed',
  },
];
