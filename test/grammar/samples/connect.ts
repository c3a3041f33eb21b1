import { ADDRESS, BAD, COLUMN, COMMAND, GOOD, HOST, LABEL, NOTABLE, NUMBER, PROCESS, QUIET } from './sample';
import type { Samples } from './sample';

const CODE = 'variable.other.constant';

export const connect: Samples = {
  curl: [
    {
      text: '* connect to 198.51.100.23 port 443 failed: No route to host\n* Connected to api.private.zscaler.com (203.0.113.61) port 443 (#0)\n*  issuer: C=DE; O=Nordwind; CN=Nordwind TLS Inspection CA\n< HTTP/1.1 404 Not Found\n',
      words: [['No route to host', BAD], ['Connected to', GOOD], ['api.private', HOST], ['issuer', LABEL], ['Nordwind TLS', HOST], ['404', NOTABLE]],
    },
    { text: '$ curl -sv https://api.private.zscaler.com\ncurl: (28) Connection timed out after 8001 milliseconds\n', words: [['curl', COMMAND], ['-sv', 'variable.parameter'], ['Connection timed out', BAD]] },
  ],
  'openssl-s-client': [
    {
      text: 'CONNECTED(00000003)\nverify error:num=19:self-signed certificate in certificate chain\n 0 s:C = US, O = Zscaler, CN = broker3b.fra4.prod.zpath.net\n-----BEGIN CERTIFICATE-----\nMIIDPssH2GRkb1ai\n-----END CERTIFICATE-----\nissuer=C = DE, CN = Kestrelmoor TLS Inspection CA\n    Verify return code: 19 (self-signed certificate in certificate chain)\n',
      words: [['CONNECTED', GOOD], ['verify error', NOTABLE], ['self-signed', NOTABLE], ['broker3b', HOST], ['MIIDPssH', QUIET], ['Kestrelmoor', HOST], ['Verify return', LABEL], ['19 (self', NOTABLE]],
    },
    {
      text: 'New, TLSv1.2, Cipher is ECDHE-RSA-AES128-GCM-SHA256\nVerify return code: 0 (ok)\nno peer certificate available\nverify error:num=10:certificate has expired\nnotAfter=Jun  8 23:59:59 2026 GMT\n',
      words: [['TLSv1.2', CODE], ['0 (ok)', GOOD], ['no peer', BAD],
        ['certificate has expired', BAD], ['notAfter', LABEL], ['Jun  8', NUMBER]],
    },
  ],
  nc: [
    { text: 'Ncat: Connection timed out.\n', words: [['Ncat', PROCESS], ['Connection timed out', BAD]] },
    {
      text: 'nc: connect to hr.corp.example.com (10.20.4.30) port 8443 (tcp) failed: Connection refused\nConnection to hr.corp.example.com 8443 port [tcp/*] succeeded!\n',
      words: [['hr.corp', HOST], ['10.20.4.30', ADDRESS], ['8443', NUMBER], ['Connection refused', BAD], ['succeeded', GOOD]],
    },
  ],
  telnet: [
    { text: 'Trying 198.51.100.23...\nConnected to co2br.prod.zpath.net.\nEscape character is x.\n', words: [['198.51.100.23', ADDRESS], ['Connected to', GOOD], ['co2br', HOST], ['Escape', QUIET]] },
    { text: 'telnet: connect to address 198.51.100.23: Connection timed out\n', words: [['telnet', PROCESS], ['Connection timed out', BAD]] },
  ],
  ss: [
    {
      text: 'State      Recv-Q Send-Q Local Address:Port                Peer Address:Port Process\nESTAB      0      0         10.20.4.17:45316              198.51.100.23:443   users:(("zpa-connector-c",pid=3276,fd=54))\nSYN-SENT   0      1         10.20.4.17:51034                 10.20.4.32:8443\n',
      words: [['State', COLUMN], ['ESTAB', GOOD], ['10.20.4.17', ADDRESS], ['zpa-connector-c', PROCESS], ['SYN-SENT', NOTABLE]],
    },
    {
      text: 'TCP:   187 (estab 40, closed 130, orphaned 0, timewait 129)\nTransport Total     IP        IPv6\nUDP\t  8         5         3\ntcp        0      0 10.20.4.17:45316        198.51.100.23:443       ESTABLISHED\n',
      words: [['TCP', LABEL], ['187', NUMBER], ['estab', 'variable.parameter'], ['Transport', COLUMN], ['ESTABLISHED', GOOD]],
    },
  ],
  sysctl: [
    { text: 'net.ipv4.ip_local_port_range = 32768\t60999\n', words: [['net.ipv4', LABEL], ['32768', NUMBER]] },
    { text: '# cat /proc/sys/net/ipv4/ip_local_port_range\n32768\t60999\nfs.file-max = 1000000\n', words: [['32768', NUMBER], ['fs.file-max', LABEL], ['1000000', NUMBER]] },
  ],
  'connection-test': [
    { text: '[broker] tunnel: UP (edge: fra2-vse-01) latency: 12ms\n[app] 10.20.4.30:443 reachable\n', words: [['[broker]', 'keyword.other'], ['UP', GOOD], ['fra2', HOST], ['12ms', NUMBER], ['reachable', GOOD]] },
    {
      text: '[broker] tunnel: DOWN\n[time] System clock synchronized: no\n[app] hr.corp.example.com:8443 unreachable\n',
      words: [['DOWN', BAD], ['no\n', BAD], ['hr.corp', HOST], ['unreachable', BAD]],
    },
  ],
  'fohh-servers': [
    {
      text: '["[192.0.2.10]:443;216196257331371034.ast.prod.zpath.net:[10.20.4.17]:45316;0","client","fohh_connection_backoff","a2pb_ctl"],\n',
      words: [['216196257331371034', HOST], ['client', 'string.quoted'], ['fohh_connection_backoff', BAD]],
    },
    { text: '[\n  [\n    "client",\n    "fohh_connection_connected",\n  ]\n]\n', words: [['client', 'string.quoted'], ['fohh_connection_connected', GOOD]] },
  ],
  'dr-apps': [
    { text: 'App#1 name: branch erp app_gid: 145257608574402742\n', words: [['App#1', 'keyword.other'], ['branch erp', 'string'], ['app_gid', LABEL], ['1452', NUMBER]] },
    { text: "% curl 'localhost:9000/assistant/zpn_dr/show_dr_apps'\nApp#2 name: time-sheets app_gid: 14\n", words: [['curl', COMMAND], ['time-sheets', 'string']] },
  ],
  'dr-config-stats': [
    { text: 'Config file name :customer_conf.json, size :17218 bytes, last_modified_time:Sep 30 22:36 2025\n', words: [['Config file name', LABEL], ['17218', NUMBER], ['Sep 30', NUMBER]] },
    { text: 'Config file name :unknown, size :0 bytes, last_modified_time:Sep 30 22:36 2025\n', words: [['unknown', QUIET], ['0 bytes', NOTABLE]] },
  ],
  'dr-configuration': [
    { text: 'DR activation domain: dr.kestrelmoor.example\nDR publickey uploaded: NO\n', words: [['DR activation', LABEL], ['dr.kestrelmoor', HOST], ['NO', NOTABLE]] },
    { text: 'DR publickey uploaded: YES\nDR Max auth interval secs: 1209600\n', words: [['YES', GOOD], ['1209600', NUMBER]] },
  ],
  'dr-resolve': [
    { text: 'Resolving DR domain:dr.kestrelmoor.example record_type:A\nDNS A response addr1 : 192.0.2.18\n', words: [['dr.kestrelmoor', HOST], ['record_type', LABEL], ['192.0.2.18', ADDRESS]] },
    { text: 'Resolving DR domain:dr.kestrelmoor.example record_type:TXT\nDNS resolution failed\n', words: [['TXT', 'constant.language'], ['DNS resolution failed', BAD]] },
  ],
};
