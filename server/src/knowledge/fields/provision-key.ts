/** Parts of /opt/zscaler/var/provision_key. */
import { documented, fieldsOf, inferred } from './build';

const GUIDE = documented(
  'Zscaler help, About App Connector Provisioning Keys',
  'https://help.zscaler.com/zpa/about-connector-provisioning-keys',
);

export default fieldsOf({ formats: ['provision-key'], source: GUIDE }, [
  {
    names: ['provision_key.version', 'provision-key.version'],
    labels: ['provision_key version', 'key version'],
    title: 'Version of the key',
    unit: 'version',
    meaning: 'First part, a single digit: 1, 2 or 3. Keys made today have 3.',
    source: inferred('Published keys and logs.'),
  },
  {
    names: ['provision_key.host', 'provision-key.host'],
    labels: ['provision_key host', 'key host'],
    title: 'API host the connector enrols with',
    unit: 'text',
    meaning: 'Second part: names the cloud of the tenant. The host reaches it through co2br of the same cloud.',
    healthy: 'api.private.zscaler.com on the production cloud; the same cloud as the brokers in the journal.',
    change: 'Another cloud than that of the tenant: the login is refused.',
    source: inferred('Published keys and logs.'),
  },
  {
    names: ['provision_key.token', 'provision-key.token'],
    labels: ['provision_key token', 'nonce', 'provisioning key'],
    title: 'Secret of the key',
    unit: 'text',
    meaning:
      'Third part, called nonce in logs. Whoever has it can enrol a connector into the group: never share it, redact it from bundles. A version 3 key holds about 384 characters of base64 and a number behind a dash.',
    healthy: 'One line, no quotes, no blanks, nothing behind it.',
    source: inferred('Published keys and logs.'),
  },
  {
    names: ['provision_key', 'provision-key'],
    labels: ['provision_key'],
    title: 'Provisioning key',
    unit: 'text',
    meaning:
      'One line `version|host|secret` that ties a connector to its group. Read at start; when it is missing only once a day after that.',
    healthy: 'Mode 644, so that the service can read and change it.',
  },
]);
