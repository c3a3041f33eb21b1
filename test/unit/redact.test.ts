import assert from 'node:assert/strict';
import { addressesIn, groupsOf, writeGroups } from '../../server/src/engine/redact/addresses';
import { LeakCheck } from '../../server/src/engine/redact/leak-check';
import { Pseudonyms } from '../../server/src/engine/redact/pseudonyms';
import { redactText } from '../../server/src/engine/redact/redactor';
import { KEY } from '../cli/bundles';

function redacted(text: string, path = 'x.txt', names = new Pseudonyms()): string {
  const { text: made } = redactText(names, path, text);
  const check = new LeakCheck(names, path);
  check.push(made);
  assert.deepEqual(check.end(), [], made);
  return made;
}

describe('redaction', () => {
  it('leaves what tells nothing of anybody', () => {
    for (const line of [
      'nameserver 127.0.0.1',
      'nameserver 8.8.8.8',
      'inet 169.254.169.254 netmask 255.255.252.0',
      'DNS resolution failed for api.private.zscaler.com',
      'co2br.prod.zpath.net. 60 IN CNAME co2br.gslb.prod.zpath.net.',
      '[root@localhost ~]# systemctl status zpa-connector.service',
      'net.core.somaxconn = 4096, kernel 5.14.0-427.40.1.el9_4.x86_64, libssl.so.3, evp_enc.c:610',
      'System 9223372036854775807|2645, tx_limit_update = 1773738861806724',
      'dev eth0 brd ff:ff:ff:ff:ff:ff inet6 ::1/128 scope host',
      'depth=1 C = US, O = DigiCert Inc, OU = www.digicert.com, CN = DigiCert Global Root G2',
      'zscaler  3276 17.8  4.7 1698212 372053 ?  Sl  09:14  30:36 zpa-connector-child',
      'version 1.2.3.4 at 12:06:44, ratio 1:2:3',
    ]) {
      assert.equal(redacted(line), line);
    }
  });

  it('keeps networks: who shares a prefix shares one afterwards', () => {
    const made = redacted(
      '10.20.4.17 10.20.4.18 10.20.9.17 192.168.1.7 172.20.3.4 100.70.1.2 52.29.1.9 52.29.1.10 52.30.1.9 10.20.4.17/24\n',
    )
      .trim()
      .split(' ');
    const net = (at: number): string => (made[at] ?? '').split('.').slice(0, 3).join('.');
    assert.equal(net(0), net(1));
    assert.notEqual(net(0), net(2));
    assert.equal(net(6), net(7));
    assert.notEqual(net(6), net(8));
    assert.match(
      made.join(' '),
      /^10\.\d+\.\d\.\d\d 10\.\S+ 10\.\S+ 192\.168\.\d\.\d 172\.(?:1[6-9]|2\d|3[01])\.\S+ 100\.(?:6[4-9]|[7-9]\d)\.\S+ 192\.0\.2\.\d 192\.0\.2\.\d\d 198\.51\.100\.\d /u,
    );
    assert.equal(made[9], `${made[0] ?? ''}/24`);
  });

  it('gives every address its own stand-in, and never that of another', () => {
    const all = Array.from({ length: 254 }, (_, n) => `10.1.1.${String(n + 1)}`);
    const made = redacted(all.join('\n')).split('\n');
    assert.equal(new Set(made).size, all.length);
    const many = Array.from({ length: 700 }, (_, n) => `${String(20 + Math.floor(n / 250))}.1.${String(n % 250)}.9`);
    assert.equal(new Set(redacted(many.join('\n')).split('\n')).size, many.length);
    const eight = '2a00:1450:4001:81b:1:2:3:4';
    const [a, b, c] = redacted(
      `${eight} 2a00:1450:4001:81b::9 fd12:3456:789a::53 fe80::250:56ff:feab:cdef ::ffff:10.9.8.7`,
    ).split(' ');
    assert.match(a ?? '', /^2001:db8:1:[\da-f]+(?::[\da-f]+){4}$/u);
    assert.equal(a?.split(':').slice(0, 4).join(':'), b?.split('::')[0]);
    assert.match(c ?? '', /^fd00:5a:\d+::[\da-f]+$/u);
  });

  it('reads IPv6 strictly', () => {
    for (const text of ['1:2:3', '12:06:44', 'a::b::c', '1:2:3:4:5:6:7:8:9', '::12345', '00:50:56:ab:cd:ef']) {
      assert.equal(groupsOf(text), null, text);
    }
    assert.equal(writeGroups(groupsOf('fd00:0:0:1::7') ?? [], false), 'fd00:0:0:1::7');
    assert.deepEqual(
      addressesIn('at 09:14:02 [2001:db8::7%eth0]:443 and ::1').map(({ text }) => text),
      ['2001:db8::7', '::1'],
    );
    assert.deepEqual(
      addressesIn('Reference ID    : 0A140005 (10.20.0.5)').map(({ kind }) => kind),
      ['hex-ipv4', 'ipv4'],
    );
    assert.match(
      redacted('17.4.20.10.in-addr.arpa name = h; 10.20.4.17'),
      /^(\d+)\.(\d+)\.(\d+)\.10\.in-addr\.arpa name = h; 10\.\3\.\2\.\1$/u,
    );
  });

  it('hides every kind of secret and keeps its shape', () => {
    const made = redacted(
      [
        `key ${KEY}`,
        'Authorization: Bearer abcdefGHIJ0123456789',
        'http://proxy.acme.de:8080 and http://svc:Pa55word@proxy.acme.de:8080/',
        '-----BEGIN RSA PRIVATE KEY-----',
        'MIIEpAIBAAKCAQEA7qZt0vKxLmRd4Yb9Nq7Zt0vKxLmRd4Yb9N',
        'short==',
        '-----END RSA PRIVATE KEY-----',
        'client_secret=Zz12345678abc',
        'curl -H "X-Auth-Token: tk-99aaBB77cc" --user=otto:geheim1',
      ].join('\n'),
    );
    assert.doesNotMatch(made, /q7Zt0vKx|GHIJ0123|Pa55word|svc|acme|MIIEpA|short==|Zz12345678|99aaBB77|otto|geheim/u);
    assert.match(made, /key 3\|api\.private\.zscaler\.com\|[A-Za-z\d/+]{400}-\d{18}\n/u);
    assert.match(made, /BEGIN RSA PRIVATE KEY-----\n[A-Za-z\d]{50}\n[a-z]{5}==\n-----END/u);
    assert.equal(redacted('“YOUR_PROVISIONING_KEY”\n', 'provision_key'), '“YOUR_PROVISIONING_KEY”\n');
  });

  it('finds people and places in logs, exports and log streams', () => {
    const made = redacted(
      [
        'Jan 20 10:00:00 ber-ac-01 sshd[1]: Accepted publickey for jsmith from 10.1.2.3 port 50000 ssh2',
        'Jan 20 10:00:00 ber-ac-01 systemd[1]: Started Session 5 of User jsmith.',
        '-rw-r--r-- 1 jsmith finance 96 Mar  8 09:18 /home/jsmith/notes',
        'USER         PID %CPU COMMAND',
        'mmuster      811  0.1 bash',
        '',
        '{"LogTimestamp": "Wed Jul  3 05:17:22 2019","Customer": "Acme, Inc.","SessionStatus": "ZPN_STATUS_AUTHENTICATED","Connector": "ber-ac-01","ConnectorGroup": "Berlin","PublicIP": "52.1.2.3","Latitude": 52.520000,"Username":"eva.muster@acme.de"}',
        '{"id": "216199200000000012", "name": "Berlin \\"old\\"", "enabled": true, "description": "of Muster"}',
        'Tue Jan 20 09:30:00 2026 Connector Status zpa-lss: ,Acme,8A64Qwj9zCkfYDGJVoUZ,ZPN_ASSISTANT_BROKER_CONTROL,ZPN_STATUS_DISCONNECTED,25.47.1,el9,EU-DE-1,ber-ac-01,Berlin,10.0.0.4,52.1.2.7,52.520000,13.405000,DE,2026-01-19T05:05:23.348Z,2026-01-20T09:29:58.000Z,1,20,2,eth0,10.0.0.1,10.0.0.53,1513229995,1555920005,2,319831966346,1617569938,0,0,192958782635,1797471190,0,0,10902554,48931771,0',
        '[jsmith@ber-ac-01 ~]$ hostname -f',
        'ber-ac-01.zone7.acme.de',
      ].join('\n'),
    );
    assert.doesNotMatch(made, /jsmith|mmuster|muster|acme|berlin|ber-ac-01|52\.52|216199200000000012|finance|zone7/iu);
    for (const kept of [
      'ZPN_STATUS_DISCONNECTED',
      'EU-DE-1',
      '25.47.1',
      '"enabled": true',
      '319831966346',
      'LogTimestamp',
    ]) {
      assert.ok(made.includes(kept), kept);
    }
  });

  it('keeps columns where blanks part them', () => {
    const made = redacted(
      '1. AS???    198.51.100.1         0.0%   100\n2. AS???    10.255.0.1           0.0%   100\n',
    ).split('\n');
    assert.equal(made[0]?.indexOf('0.0%'), 33);
    assert.equal(made[1]?.indexOf('0.0%'), 33);
  });

  it('redacting a copy again changes nothing with the same names', () => {
    const names = new Pseudonyms();
    const text = `[jsmith@ber-ac-01 ~]$ ping 10.1.2.3 # ${KEY} kari@acme.de\n`;
    const once = redacted(text, 'x.txt', names);
    const { text: twice } = redactText(names, 'x.txt', once);
    assert.equal(twice.replace(/10\.[\d.]+/u, ''), once.replace(/10\.[\d.]+/u, ''));
  });

  it('never throws, whatever the text, and is quick with hostile lines', () => {
    const pieces = [
      '"name":"',
      '\\"',
      '10.1.',
      '::',
      '-----BEGIN X-----',
      'O = ',
      '/CN=',
      '@',
      'a.b.',
      '|',
      ' for ',
      'İ',
      '\u0000',
      '\ud800',
      'Name=',
      '1'.repeat(17),
    ];
    let seed = 7;
    for (let round = 0; round < 300; round += 1) {
      let text = '';
      for (let part = 0; part < 30; part += 1) {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
        text += pieces[seed % pieces.length] ?? '';
      }
      redactText(new Pseudonyms(), 'provision_key', text);
    }
    for (const piece of pieces) {
      const start = Date.now();
      redactText(new Pseudonyms(), 'x.txt', piece.repeat(Math.ceil(200_000 / piece.length)));
      assert.ok(Date.now() - start < 5_000, `${JSON.stringify(piece)}: ${String(Date.now() - start)} ms`);
    }
  });
});
