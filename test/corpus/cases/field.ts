import type { Case } from '../case';
import type { Writer } from '../text';
import { blocks, child, other, parent, text } from '../text';

/** Bundles as they come from the field: other shells, tools and wrappings, evidence spread over files and machines. */
const W: Writer = { host: 'per1-ac-1', pid: 2219, parent: 1971, day: 'Sep 14' };
const SECOND: Writer = { host: 'per1-ac-2', pid: 881, parent: 640, day: 'Sep 14' };
const P = '[root@per1-ac-1 ~]# ';
const KEY = `3|api.private.zscaler.com|${'Rml4dHVyZUtleU9ubHkr'.repeat(19)}abcd-217246525011500001`;
const BROKER = 'broker2a.syd4.prod.zpath.net:[198.51.100.41]:443;3';
const CA = '/C=AU/O=Kestrelmoor Pty/OU=Security/CN=Kestrelmoor Decrypt CA';

const FAILED_LOGIN = text(
  child(W, '06:12:00', 'Checking Enrollment'),
  child(W, '06:12:00', 'No valid certificate. Attempting to enroll'),
  child(W, '06:12:00', 'Enroll: Connecting to api.private.zscaler.com via co2br.prod.zpath.net.'),
  child(
    W,
    '06:12:01',
    'Login request failed - http status(401) nonce(<3|api.private.zscaler.com|Rml4dHV...>) fingerprint(<b7+kQQmTd0...>)',
  ),
  child(W, '06:12:01', 'Certificate enrollment failed.'),
);

const unresolved = (writer: Writer): string =>
  text(
    child(writer, '06:12:00', 'Checking Enrollment'),
    child(writer, '06:12:00', 'DNS resolution failed for api.private.zscaler.com'),
    child(writer, '06:12:00', 'Could not create HTTP client'),
    child(writer, '06:12:00', 'Certificate enrollment failed.'),
  );

const closes = (reason: string, times: readonly string[]): string =>
  text(
    ...times.flatMap((time, n) => [
      child(
        W,
        `${time}:02`,
        `Broker control connection to Zscaler Cloud closed: [10.61.4.18]:${String(51_140 + n)};${BROKER} FOHH_CLOSE_REASON_${reason}`,
      ),
      child(
        W,
        `${time}:09`,
        `Broker control connection successfully connected to Zscaler Cloud: [10.61.4.18]:${String(51_240 + n)};${BROKER}`,
      ),
    ]),
  );

const UNSYNCHRONISED = text(
  'Reference ID    : 00000000 ()',
  'Stratum         : 0',
  'Ref time (UTC)  : Thu Jan 01 00:00:00 1970',
  'System time     : 312.400000000 seconds slow of NTP time',
  'Last offset     : +0.000000000 seconds',
  'Leap status     : Not synchronised',
);

const sessionEvent = (time: string, connector: string, status: string): string =>
  JSON.stringify({
    LogTimestamp: time,
    Customer: 'Kestrelmoor',
    SessionID: connector,
    SessionType: 'ZPN_ASSISTANT_BROKER_CONTROL',
    SessionStatus: status,
    Version: '25.49.4',
    Connector: connector,
    ConnectorGroup: 'Perth',
    PrivateIP: '10.61.4.18',
  });

/** Inspected after an update: what each of two connectors writes. */
const inspected = (writer: Writer, id: string, name: string): string =>
  text(
    ...blocks(writer, '02:00:05', 3, () => ({ id, name, version: '24.650.4' })),
    parent(writer, '02:03:10', 'zscaler-update: zpa-connector-child Started from /opt/zscaler/var/image.bin'),
    ...['02:03:12', '02:03:44', '02:04:15'].flatMap((time) => [
      child(
        { ...writer, pid: writer.pid + 900 },
        time,
        `Received event from [uninitialized]:0;co2br.prod.zpath.net:[198.51.100.14]:443: BEV_EVENT_READING BEV_EVENT_ERROR, sock=54 self signed certificate in certificate chain ${CA} ${CA}`,
      ),
      child(
        { ...writer, pid: writer.pid + 900 },
        time,
        '*Connector not yet connected to cloud, please check connectivity, if this persists*',
      ),
    ]),
  );

const TIMED_OUT = text(
  '*   Trying 198.51.100.77:443...',
  '* Connection timed out after 8001 milliseconds',
  '* Closing connection 0',
  'curl: (28) Connection timed out after 8001 milliseconds',
);

export const fieldCases: readonly Case[] = [
  {
    name: 'field: grep colours what it was asked for, in the middle of a message',
    files: {
      'putty.log': text(
        `${P}journalctl -u zpa-connector | grep -i "instance_id.crypt"`,
        child(W, '06:12:00', 'Cannot decrypt data from \u001b[01;31m\u001b[Kinstance_id.crypt\u001b[m\u001b[K'),
        P,
      ),
    },
    found: [{ rule: 'enrollment/hardware-id-changed', at: ['putty.log', 'Cannot decrypt'] }],
    rootCause: 'enrollment/hardware-id-changed',
  },
  {
    name: 'field: messages alone (journalctl -o cat), the enrolment has no level in front',
    files: {
      'out.txt': text(
        'memory_arena_count=14',
        'Checking Enrollment',
        'Cannot decrypt data from instance_id.crypt',
        'Cannot get instance id',
        'zscaler-update: zpa-connector-child exited too fast, was running for 1 seconds',
      ),
    },
    found: [
      { rule: 'enrollment/hardware-id-changed', at: ['out.txt', 'Cannot decrypt'] },
      { rule: 'health/process-crash-loop', causedBy: 'enrollment/hardware-id-changed' },
    ],
    rootCause: 'enrollment/hardware-id-changed',
  },
  {
    name: 'field: kubectl logs with the name of the pod, never connected',
    files: {
      'pods.log': text(
        ...[1, 2, 3].map(
          (n) =>
            `[pod/zpa-app-connector-7c9f6d5b9-x2k4j/zpa-connector] 2026-09-14T06:1${String(n)}:00.000123456Z *Connector not yet connected to cloud, please check connectivity, if this persists*`,
        ),
      ),
    },
    found: [{ rule: 'tunnel/not-connected-to-cloud', severity: 'error' }],
    rootCause: 'tunnel/not-connected-to-cloud',
  },
  {
    name: 'field: docker compose logs, DNS fails in another cloud',
    files: {
      'compose.log': text(
        'zpa-connector-1  | Checking Enrollment',
        'zpa-connector-1  | Enroll: Connecting to api.zpatwo.net via co2br.zpatwo.net.',
        'zpa-connector-1  | DNS resolution failed for api.zpatwo.net',
        'zpa-connector-1  | Could not create HTTP client',
        'zpa-connector-1  | Certificate enrollment failed.',
      ),
    },
    found: [{ rule: 'enrollment/dns-resolution-failed', says: 'api.zpatwo.net' }],
    rootCause: 'enrollment/dns-resolution-failed',
    absent: ['enrollment/http-client-failed', 'enrollment/certificate-enrollment-failed'],
  },
  {
    name: 'field: the prompt of SUSE, a resolver file without resolver and what follows from it',
    files: {
      'session.log': `${text(
        'per1-ac-1:~ # cat /etc/resolv.conf',
        '# Generated by NetworkManager',
        'search kestrelmoor.example',
        'per1-ac-1:~ # journalctl -u zpa-connector -n 4 --no-pager',
      )}${unresolved(W)}per1-ac-1:~ # \n`,
    },
    found: [
      { rule: 'config/no-nameserver', severity: 'error' },
      { rule: 'enrollment/dns-resolution-failed', causedBy: 'config/no-nameserver' },
    ],
    rootCause: 'config/no-nameserver',
  },
  {
    name: 'field: a prompt without folder, one address in the government cloud',
    files: { 'dig.out': text('admin@gov-ac1 $ dig +short co2br.zpagov.net', '203.0.113.61', 'admin@gov-ac1 $ ') },
    found: [{ rule: 'tunnel/dns-too-few-answers', severity: 'warning' }],
    rootCause: 'tunnel/dns-too-few-answers',
  },
  {
    name: 'field: dig +short prints nothing, and the next prompt follows',
    files: { 'dig.out': text(`${P}dig +short co2br.zpatwo.net`, `${P}date`, 'Mon Sep 14 06:12:00 UTC 2026') },
    found: [{ rule: 'tunnel/dns-too-few-answers', says: '0 address(es)' }],
  },
  {
    name: 'field: a clock five minutes behind explains a connection that comes and goes',
    files: {
      'chrony tracking.txt': UNSYNCHRONISED,
      'jr.txt': closes('CERT_VERIFY', ['06:10', '06:14', '06:18', '06:22']),
    },
    found: [
      { rule: 'health/clock-unsynchronized', says: '312.4 s behind' },
      { rule: 'tunnel/flapping', causedBy: 'health/clock-unsynchronized' },
    ],
    rootCause: 'health/clock-unsynchronized',
    absent: ['tunnel/control-connection-closed'],
  },
  {
    name: 'field: the same as an illustration prints it, one pasted session (scenario 9)',
    files: {
      'out.txt': text(
        '$ chronyc tracking',
        'Reference ID : 00000000 (unsynchronised)',
        'System time : 312.4 seconds slow of NTP time',
        'Leap status : Not synchronised',
        '$ sudo journalctl -u zpa-connector | grep -i -E "restart|disconnect|reconnect" | tail',
        '09:31:02 Control connection state: DISCONNECTED',
        '09:31:40 Control connection state: CONNECTED',
        '09:34:11 Control connection state: DISCONNECTED',
        '09:34:50 Control connection state: CONNECTED',
        '09:37:20 Control connection state: DISCONNECTED',
        '09:37:59 Control connection state: CONNECTED',
      ),
    },
    found: [
      'health/clock-unsynchronized',
      { rule: 'tunnel/flapping', causedBy: 'health/clock-unsynchronized' },
      'tunnel/control-disconnected',
    ],
    rootCause: 'health/clock-unsynchronized',
  },
  {
    name: 'field: a clock that follows nothing but is right explains no outage',
    files: {
      'chrony.txt': UNSYNCHRONISED.replace('312.400000000', '0.000000000'),
      'jr.txt': closes('SOCKET_ERR', ['06:10', '06:14', '06:18', '06:22']),
    },
    found: ['health/clock-unsynchronized', 'tunnel/flapping'],
    rootCause: 'tunnel/flapping',
  },
  {
    name: 'field: curl does not trust the API host, and names nobody',
    files: {
      'curl.txt': text(
        '$ curl -v https://api.zpatwo.net',
        '* Host api.zpatwo.net:443 was resolved.',
        '* Connected to api.zpatwo.net (198.51.100.77) port 443',
        '* TLSv1.3 (OUT), TLS handshake, Client hello (1):',
        '* SSL certificate problem: self-signed certificate in certificate chain',
        '* Closing connection',
        'curl: (60) SSL certificate problem: self-signed certificate in certificate chain',
      ),
    },
    found: [{ rule: 'tunnel/ssl-interception', at: ['curl.txt', '* SSL certificate problem'] }],
    rootCause: 'tunnel/ssl-interception',
  },
  {
    name: 'field: Zscaler Internet Access inspects the connector',
    files: {
      's_client.txt': text(
        '$ openssl s_client -connect co2br.prod.zpath.net:443 </dev/null',
        'CONNECTED(00000003)',
        'verify error:num=20:unable to get local issuer certificate',
        '---',
        'subject=CN = co2br.prod.zpath.net, O = Zscaler Inc., OU = Zscaler Inc.',
        'issuer=C = US, O = Zscaler Inc., OU = Zscaler Inc., CN = "Zscaler Intermediate Root CA (zscalerthree.net) (t) "',
        '---',
        'Verify return code: 20 (unable to get local issuer certificate)',
      ),
    },
    found: [{ rule: 'tunnel/ssl-interception', says: 'zscalerthree.net' }],
    rootCause: 'tunnel/ssl-interception',
  },
  {
    name: 'field: the machine has no such service',
    files: {
      'status.txt': text(
        `${P}systemctl status zpa-connector`,
        'Unit zpa-connector.service could not be found.',
        `${P}rpm -q zpa-connector`,
        'package zpa-connector is not installed',
      ),
    },
    found: [{ rule: 'health/service-not-running', at: ['status.txt', 'could not be found'] }],
    rootCause: 'health/service-not-running',
  },
  {
    name: 'field: telnet in a container, its prompt is a folder',
    files: {
      'exec.txt': text(
        '~ # telnet broker2a.syd4.zpatwo.net 443',
        'Trying 198.51.100.41...',
        'telnet: Unable to connect to remote host: Connection refused',
      ),
    },
    found: [{ rule: 'tunnel/tcp-connect-failed', severity: 'error', says: 'broker2a.syd4.zpatwo.net' }],
    rootCause: 'tunnel/tcp-connect-failed',
  },
  {
    name: 'field: an empty key file with its folders in the name',
    files: { opt_zscaler_var_provision_key: '' },
    found: [{ rule: 'provision-key/empty', severity: 'error' }],
    rootCause: 'provision-key/empty',
  },
  {
    name: 'field: the login is refused, and the answer of a language model tool shows the key used up',
    files: {
      'journal.log': FAILED_LOGIN,
      'mcp_keys.json': text(
        '[{"id":"9123","name":"Perth key","usage_count":"16","max_usage":"16","enabled":true,"component_id":"216199618143200001"}]',
      ),
    },
    found: [
      { rule: 'provision-key/max-usage-reached', severity: 'error' },
      { rule: 'enrollment/login-rejected', causedBy: 'provision-key/max-usage-reached' },
    ],
    rootCause: 'provision-key/max-usage-reached',
  },
  {
    name: 'field: the login is refused, and the key file wears curly quotes',
    files: { log: FAILED_LOGIN, 'var/provision_key': `\u201c${KEY}\u201d\n` },
    found: [
      { rule: 'provision-key/smart-quotes', severity: 'error' },
      { rule: 'enrollment/login-rejected', causedBy: 'provision-key/smart-quotes' },
      { rule: 'provision-key/secret-exposed', severity: 'info' },
    ],
    rootCause: 'provision-key/smart-quotes',
  },
  {
    name: 'field: events of the cloud, two connectors lost within half a minute',
    files: {
      'lss.jsonl': text(
        sessionEvent('Mon Sep 14 06:00:00 2026', 'Perth-1', 'ZPN_STATUS_AUTHENTICATED'),
        sessionEvent('Mon Sep 14 06:00:01 2026', 'Perth-2', 'ZPN_STATUS_AUTHENTICATED'),
        sessionEvent('Mon Sep 14 06:12:00 2026', 'Perth-1', 'ZPN_STATUS_DISCONNECTED'),
        sessionEvent('Mon Sep 14 06:12:31 2026', 'Perth-2', 'ZPN_STATUS_DISCONNECTED'),
      ),
    },
    found: [
      { rule: 'bundle/fleet-incident', severity: 'warning' },
      { rule: 'tunnel/control-disconnected', causedBy: 'bundle/fleet-incident' },
    ],
    rootCause: 'bundle/fleet-incident',
  },
  {
    name: 'field: two connectors lose their tunnel together, only their blocks show it',
    files: Object.fromEntries(
      [W, SECOND].map((writer, n) => [
        `${writer.host}.log`,
        text(
          ...blocks(writer, `06:12:${String(10 + n * 20)}`, 6, (minute) => ({
            id: `21724652501150001${String(n)}`,
            name: `Perth-${String(n + 1)}`,
            ...(minute > 2 ? { state: 'fohh_connection_backoff', up: 0 } : {}),
          })),
        ),
      ]),
    ),
    found: [
      { rule: 'bundle/fleet-incident', says: '2 connectors' },
      { rule: 'tunnel/control-disconnected', causedBy: 'bundle/fleet-incident' },
    ],
    tolerated: ['tunnel/backed-off-connections', 'tunnel/no-data-connections'],
    rootCause: 'bundle/fleet-incident',
  },
  {
    name: 'field: restarts with 35 MB left are the disk’s doing',
    files: {
      'journal.txt': text(
        ...['06:12:03', '06:12:23', '06:12:43', '06:13:03'].map((time) =>
          parent(W, time, 'zscaler-update: zpa-connector-child exited too fast, was running for 3 seconds'),
        ),
      ),
      'df.out': text(
        'Filesystem            1K-blocks     Used Available Use% Mounted on',
        '/dev/mapper/rhel-root  10475520 10440000     35520 100% /',
      ),
    },
    found: [
      { rule: 'health/disk-full', severity: 'error' },
      { rule: 'health/process-crash-loop', causedBy: 'health/disk-full' },
    ],
    rootCause: 'health/disk-full',
  },
  {
    name: 'field: two machines in folders of their own: the fault of one explains nothing of the other',
    files: {
      'per1-ac-1/journal.log': text(...blocks(W, '06:10:05', 4, () => ({}))),
      'per1-ac-1/resolv.conf': text('search kestrelmoor.example'),
      'per1-ac-2/journal.log': unresolved(SECOND),
    },
    found: [
      { rule: 'config/no-nameserver', at: ['per1-ac-1/resolv.conf', 'search'] },
      { rule: 'enrollment/dns-resolution-failed', at: ['per1-ac-2/journal.log', 'DNS resolution failed'] },
    ],
    rootCause: 'enrollment/dns-resolution-failed',
  },
  {
    name: 'field: a healthy machine beside it does not hide that the way out is blocked',
    files: {
      'per1-ac-1/journal.log': text(
        child(W, '06:12:00', '*Connector not yet connected to cloud, please check connectivity, if this persists*'),
        ...blocks(W, '06:12:05', 3, () => ({ state: 'fohh_connection_backoff', up: 0 })),
      ),
      'per1-ac-1/curl.txt': `${P}curl -sv -m 8 https://api.private.zscaler.com\n${TIMED_OUT}`,
      'per1-ac-2/journal.log': text(...blocks(SECOND, '06:10:05', 4, () => ({ id: '217246525011500012', name: 'B' }))),
    },
    found: [
      'tunnel/direct-egress-blocked',
      { rule: 'tunnel/tcp-connect-failed', causedBy: 'tunnel/direct-egress-blocked' },
      'tunnel/not-connected-to-cloud',
      'tunnel/control-disconnected',
    ],
    tolerated: ['tunnel/backed-off-connections', 'tunnel/no-data-connections'],
  },
  {
    name: 'field: another connector beside it does not hide a download that was never started',
    files: {
      'per1-ac-1/journal.log': text(...blocks(W, '06:10:05', 4, () => ({ version: '24.488.2' }))),
      'per1-ac-1/var/version': text('24.650.4'),
      'per1-ac-2/journal.log': text(...blocks(SECOND, '06:10:05', 4, () => ({ id: '217246525011500012', name: 'B' }))),
    },
    found: [{ rule: 'upgrade/version-mismatch', says: '24.650.4' }],
    rootCause: 'upgrade/version-mismatch',
  },
  {
    name: 'field: both connectors of a site are inspected after their update',
    files: {
      'per1-ac-1/journal': inspected(W, '217246525011500011', 'Perth-1'),
      'per1-ac-2/journal': inspected(SECOND, '217246525011500012', 'Perth-2'),
    },
    found: [
      { rule: 'tunnel/ssl-interception', says: 'Kestrelmoor Decrypt CA' },
      { rule: 'tunnel/not-connected-to-cloud', causedBy: 'tunnel/ssl-interception' },
    ],
    tolerated: ['bundle/fleet-incident', 'upgrade/regression-after-update'],
    rootCause: 'tunnel/ssl-interception',
    absent: ['tunnel/deleted-in-portal'],
  },
  {
    name: 'field: the explanations of journalctl -x stand between the lines',
    files: {
      'jxe.txt': text(
        other(W, '06:12:31', 'systemd[1]', "zpa-connector.service: Failed with result 'exit-code'."),
        '░░ Subject: Unit failed',
        '░░ Defined-By: systemd',
        '░░ ',
        "░░ The unit zpa-connector.service has entered the 'failed' state with result 'exit-code'.",
        child(W, '06:12:33', 'Cannot decrypt data from instance_id.crypt'),
        '░░ Subject: invented',
        child(W, '06:12:33', 'Cannot get instance id'),
      ),
    },
    found: [{ rule: 'enrollment/hardware-id-changed', at: ['jxe.txt', 'Cannot decrypt'] }],
    rootCause: 'enrollment/hardware-id-changed',
  },
  {
    name: 'field: the certificate of the edge is not yet valid, because the machine lives in 2020',
    files: {
      'journal.log': text(
        child(
          W,
          '06:12:00',
          'Received event from [uninitialized]:0;co2br.prod.zpath.net:[198.51.100.10]:443: BEV_EVENT_READING BEV_EVENT_ERROR, sock=54 certificate is not yet valid /C=US/O=Zscaler/CN=broker2a.syd4.prod.zpath.net /C=US/O=Zscaler/CN=Example ZPA CA',
        ),
      ),
      timedatectl: text(
        '      Local time: Mon 2020-09-14 14:12:31 AWST',
        '  Universal time: Mon 2020-09-14 06:12:31 UTC',
        '     NTP enabled: yes',
        'NTP synchronized: no',
        ' RTC in local TZ: no',
      ),
    },
    found: [
      'health/clock-unsynchronized',
      { rule: 'enrollment/certificate-not-yet-valid', causedBy: 'health/clock-unsynchronized' },
    ],
    rootCause: 'health/clock-unsynchronized',
    absent: ['tunnel/ssl-interception'],
  },
];
