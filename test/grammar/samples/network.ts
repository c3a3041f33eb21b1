import { ADDRESS, BAD, COLUMN, COMMAND, GOOD, HOST, LABEL, NOTABLE, NUMBER, QUIET } from './sample';
import type { Samples } from './sample';

export const network: Samples = {
  dig: [
    {
      text: ';; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1331\n;; flags: qr rd ra; QUERY: 1, ANSWER: 10, AUTHORITY: 0, ADDITIONAL: 1\n;; ANSWER SECTION:\nco2br.prod.zpath.net.           60\tIN\tA\t198.51.100.23\n;; SERVER: 10.20.0.53#53(10.20.0.53)\n',
      words: [['NOERROR', GOOD], ['ANSWER: 10', LABEL], ['ANSWER SECTION', COLUMN], ['co2br', HOST], ['198.51.100.23', ADDRESS], ['10.20.0.53', ADDRESS]],
    },
    {
      text: ';; ->>HEADER<<- opcode: QUERY, status: SERVFAIL, id: 10\n;; flags: qr rd ra; QUERY: 1, ANSWER: 0, AUTHORITY: 0, ADDITIONAL: 1\n;; connection timed out; no servers could be reached\n',
      words: [['SERVFAIL', BAD], ['0, AUTH', NOTABLE], ['connection timed out', BAD], ['no servers', BAD]],
    },
  ],
  'dig-short': [
    { text: '$ dig +short co2br.prod.zpath.net\n198.51.100.23\n', words: [['dig', COMMAND], ['+short', 'variable.parameter'], ['198.51.100.23', ADDRESS]] },
    { text: 'fra4.co2br.gslb.prod.zpath.net.\n2001:db8::53\n', words: [['fra4', HOST], ['2001:db8', ADDRESS]] },
  ],
  nslookup: [
    {
      text: 'Server:\t\t10.20.0.53\nco2br.prod.zpath.net\tcanonical name = co2br.gslb.prod.zpath.net.\nName:\tfra4.gslb.prod.zpath.net\n',
      words: [['Server', LABEL], ['10.20.0.53', ADDRESS], ['canonical name', COLUMN], ['fra4', HOST]],
    },
    { text: "** server can't find hr.corp.example: NXDOMAIN\n", words: [["server can't find", BAD], ['hr.corp.example', HOST], ['NXDOMAIN', BAD]] },
  ],
  ping: [
    {
      text: 'PING fra4.gslb.prod.zpath.net (198.51.100.23) 56(84) bytes of data.\n64 bytes from 198.51.100.23 (198.51.100.23): icmp_seq=1 ttl=54 time=8.31 ms\n5 packets transmitted, 5 received, 0% packet loss, time 4006ms\nrtt min/avg/max/mdev = 8.115/8.256/8.519/0.146 ms\n',
      words: [['fra4', HOST], ['198.51.100.23', ADDRESS], ['8.31 ms', NUMBER], ['0% packet', NUMBER], ['8.256', NUMBER], ['avg', LABEL]],
    },
    {
      text: 'From 10.20.4.17 icmp_seq=1 Destination Host Unreachable\nping: local error: message too long, mtu=1400\n4 packets transmitted, 0 received, +2 errors, 100% packet loss, time 3054ms\n',
      words: [['Destination Host', BAD], ['message too long', BAD], ['+2', BAD], ['100%', BAD]],
    },
  ],
  mtr: [
    {
      text: 'HOST: fra-ac-02 Loss%   Snt   Last   Avg  Best  Wrst StDev\n  1. AS???    10.20.4.1            0.0%   100    0.3   0.2   0.2   0.3   0.0\n  2. AS64496  edge.example (192.0.2.1)  12.0%   100    1.8   1.8   1.6   2.1   0.1\n  3. AS???    ???                 100.0   100    0.0   0.0   0.0   0.0   0.0\n',
      words: [['Loss%', COLUMN], ['10.20.4.1', ADDRESS], ['0.0%', NUMBER], ['12.0%', BAD], ['edge.example', HOST], ['100.0', BAD]],
    },
    {
      text: '  3.|-- 198.51.100.23             20.0%    10    8.3   8.2   7.6  12.2   0.6\nMTR.0.95,1773749204,OK,co2br.prod.zpath.net,2,198.51.100.23,AS64511,30.00,10,3,8.30\n',
      words: [['3.|--', QUIET], ['20.0%', BAD], ['co2br', HOST], ['30.00', BAD], ['8.30', NUMBER]],
    },
  ],
  'ip-link': [
    {
      text: '3: ens224: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 qdisc mq state DOWN mode DEFAULT group default qlen 1000\n    link/ether 00:50:56:aa:bb:cd brd ff:ff:ff:ff:ff:ff\n',
      words: [['ens224', 'entity.name'], ['mtu', LABEL], ['1500', NUMBER], ['DOWN', BAD], ['00:50:56:aa:bb:cd', ADDRESS]],
    },
    {
      text: '    inet6 fe80::42:aff:fe14:411/64 scope link\n    RX:  bytes packets errors dropped  missed   mcast\n    1871912321 5421311      3      17       0     120\n',
      words: [['inet6', LABEL], ['fe80::42', ADDRESS], ['RX:', COLUMN], ['1871912321', NUMBER], ['3      17', BAD], ['17       0', BAD], ['120', NUMBER]],
    },
  ],
};
