import assert from 'node:assert/strict';
import { maskSecrets, secretSpans } from '../../server/src/engine/redact/secrets';

const SECRET = 'Hunter2Secret99';
const TOKEN = 'aB3xYz9QkL7mNp2R';

/** Lines of shells, configuration and logs; the secret stands where it says SECRET or TOKEN. */
const TELLING: readonly string[] = [
  'export DB_PASS=SECRET',
  "PGPASS='SECRET'",
  'RADIUS_PSK=SECRET',
  'sshpass -p SECRET ssh admin@192.0.2.7',
  "sshpass -p'SECRET' ssh admin@192.0.2.7",
  'mysql -u root -pSECRET inventory',
  'echo SECRET | passwd --stdin admin',
  'echo "admin:SECRET" | sudo chpasswd',
  "usermod -p '$6$ab$SECRET' bob",
  'openssl pkcs12 -passin pass:SECRET -in x.p12',
  'subscription-manager register --username=x --password SECRET',
  'subscription-manager register --org=1 --activationkey=SECRET',
  'agent --api-key SECRET --client-secret "SECRET"',
  'agent --token SECRET',
  'net ads join -U admin%SECRET',
  'ldapsearch -x -D cn=reader -w SECRET',
  'snmpwalk -v2c -c SECRET 192.0.2.1',
  'rocommunity SECRET',
  '<proxyPassword>SECRET</proxyPassword>',
  "{'password': 'SECRET', 'user': 'x'}",
  'password => "SECRET"',
  "password = 'SECRET with blanks SECRET'",
  'passphrase: "SECRET and SECRET"',
  'pwd:SECRET',
  'userPassword:: SECRET',
  'AccountKey=SECRET==;EndpointSuffix=x',
  '{"MESSAGE":"login {\\"password\\":\\"SECRET\\"}"}',
  'Cookie of curl: JSESSIONID=SECRET; path=/',
  'https://files.example.net/a?sig=SECRET&se=2026',
  'root:$6$rounds=5000$salt$SECRET./abc:19000:0:99999:7:::',
  'provision key: TOKEN',
  'Provisioning key is TOKEN',
  'enroll?provisioning_key=TOKEN',
  'https://api.private.zscaler.com/enroll?nonce=TOKEN',
  'ZPA_PROVISION_KEY=TOKEN',
  'cloning with ghp_TOKENTOKEN',
];

const HARMLESS: readonly string[] = [
  'Accepted password for root from 192.0.2.10 port 22 ssh2',
  'passwd: all authentication tokens updated successfully',
  'BAD PASSWORD: The password is shorter than 8 characters',
  'PasswordAuthentication yes',
  'Password expires : never',
  'the provision key is missing',
  'Provisioning key: not found',
  'Provision key: /opt/zscaler/var/provision_key',
  'ping -c 4 192.0.2.1',
  'nc -zv -w 5 192.0.2.1 443',
  'ssh -p 2222 admin@192.0.2.1',
  'journalctl -p err -u zpa-connector',
  'check --pass 3 of 5, retry_pass=12345',
  'root:!!:19000:0:99999:7:::',
  'token expired at 2026-03-17T11:22:17',
  'sudo: admin : PWD=/home/admin ; USER=root',
];

describe('secrets of a line', () => {
  for (const line of TELLING) {
    it(`hides ${line}`, () => {
      const masked = maskSecrets(line.replaceAll('SECRET', SECRET).replaceAll('TOKEN', TOKEN));
      assert.ok(!masked.includes(SECRET) && !masked.includes(TOKEN), masked);
    });
  }

  for (const line of HARMLESS) {
    it(`leaves ${line}`, () => {
      assert.equal(maskSecrets(line), line);
    });
  }

  it('hides a key that an address carries, whatever was encoded', () => {
    const token = `${TOKEN}%2F${TOKEN}%2B${TOKEN}${TOKEN}%3D%3D`;
    assert.equal(maskSecrets(`GET /enroll?k=${token} HTTP/1.1`), 'GET /enroll?k=<masked> HTTP/1.1');
  });

  it('keeps version and host of a key, which say for which cloud it is', () => {
    assert.equal(
      maskSecrets(`ZPA_PROVISION_KEY=3|api.private.zscaler.com|${TOKEN}`),
      'ZPA_PROVISION_KEY=3|api.private.zscaler.com|<masked>',
    );
  });

  it('takes no longer for hostile lines', () => {
    const seeds = ['a-', 'password', '--token ', 'echo ', '%2B', 'mysql ', 'useradd -', 'nonce=', '\\"', 'key', '$6$'];
    for (const seed of seeds) {
      const line = `${seed.repeat(60_000 / seed.length)}|@`;
      const began = performance.now();
      secretSpans(line);
      assert.ok(performance.now() - began < 1_500, seed);
    }
  });
});
