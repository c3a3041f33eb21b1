import type { Case } from '../case';
import { text } from '../text';

/** Lines as courses and pages print them: without times or hosts, with remarks behind, several values on one line. */
export const literalCases: readonly Case[] = [
  {
    name: 'literal: key rejected, process and pid only',
    files: {
      'grep.txt': text(
        'zpa-connector[2102]: enrollment rejected: provisioning key invalid/expired',
        'zpa-connector[2102]: retrying enrollment in 30s',
      ),
    },
    found: [{ rule: 'enrollment/key-rejected', severity: 'error' }],
    rootCause: 'enrollment/key-rejected',
  },
  {
    name: 'literal: identity cannot be decrypted, process and pid only',
    files: {
      'grep.txt': text(
        'zpa-connector[1980]: ERROR Cannot decrypt data from instance_id.crypt',
        'zpa-connector[1980]: fingerprint mismatch — host identity changed',
        'zpa-connector[1980]: enrollment required',
      ),
    },
    found: [{ rule: 'enrollment/hardware-id-changed', severity: 'error' }],
    rootCause: 'enrollment/hardware-id-changed',
  },
  {
    name: 'literal: flapping with times of day and a remark',
    files: {
      'tail.txt': text(
        '09:31:02 Control connection state: DISCONNECTED',
        '09:31:40 Control connection state: CONNECTED',
        '09:34:11 Control connection state: DISCONNECTED # flapping ~every 3 min',
        '09:34:52 Control connection state: CONNECTED',
        '09:37:20 Control connection state: DISCONNECTED',
        '09:37:59 Control connection state: CONNECTED',
      ),
    },
    found: [{ rule: 'tunnel/flapping', severity: 'error' }],
    tolerated: ['tunnel/control-disconnected'],
    rootCause: 'tunnel/flapping',
    absent: ['health/status-gap'],
  },
  {
    name: 'literal: a failed update and a full disk, a row of df without its head',
    files: {
      'out.txt': text(
        'zpa-connector[2280]: upgrade (SARGE) failed: package verification error',
        'zpa-connector[2280]: service start aborted',
        '/dev/sda1 8.0G 8.0G 0 100% /opt # disk full',
      ),
    },
    found: ['upgrade/failed', { rule: 'health/disk-full', severity: 'error' }, 'upgrade/no-disk-space'],
    rootCause: 'health/disk-full',
  },
  {
    name: 'literal: a far edge, process and pid only',
    files: {
      'out.txt': text(
        'zpa-connector[2301]: connected to broker (region: us-west) # app is in ap-south',
        'zpa-connector[2301]: control latency 210 ms',
      ),
    },
    found: [{ rule: 'tunnel/far-service-edge', severity: 'warning' }],
    rootCause: 'tunnel/far-service-edge',
  },
  {
    name: 'literal: no healthy connector, process and pid only',
    files: { 'out.txt': text('zpa-connector[2400]: app request: no healthy connector for segment "HR-Portal"') },
    found: [{ rule: 'apps/no-healthy-connector', severity: 'error' }],
    rootCause: 'apps/no-healthy-connector',
  },
  {
    name: 'literal: no route to the broker, and what curl says behind it',
    files: {
      'out.txt': text(
        '* Trying 203.0.113.7:443...',
        '* connect to 203.0.113.7 port 443 failed: Connection timed out',
        'zpa-connector[2210]: broker connect failed: no route / timeout',
      ),
    },
    found: [{ rule: 'tunnel/broker-connect-failed', severity: 'error' }],
    tolerated: ['tunnel/tcp-connect-failed', 'tunnel/direct-egress-blocked'],
  },
  {
    name: 'literal: resolv.conf with a remark',
    files: {
      'out.txt': text(
        "-rw------- 1 root root 88 May 30 /etc/resolv.conf # zscaler user can't read",
        ';; connection timed out; no servers could be reached',
      ),
    },
    found: [{ rule: 'config/resolv-conf-unreadable', severity: 'error' }],
    tolerated: ['tunnel/dns-lookup-failed'],
    rootCause: 'config/resolv-conf-unreadable',
  },
  {
    name: 'literal: who signed, one line and a remark',
    files: {
      'out.txt': text(
        '$ echo | openssl s_client -connect api.private.zscaler.com:443 2>/dev/null | openssl x509 -noout -issuer',
        'issuer=CN = Corporate-SSL-Inspection-CA, O = Kestrelmoor-Proxy',
        '# Should be a Zscaler issuer.',
      ),
    },
    found: [{ rule: 'tunnel/ssl-interception', severity: 'error' }],
    rootCause: 'tunnel/ssl-interception',
  },
  {
    name: 'literal: chronyc cut down to three lines',
    files: {
      'out.txt': text(
        'Reference ID : 00000000 (unsynchronised)',
        'System time : 312.4 seconds slow of NTP time',
        'Leap status : Not synchronised',
      ),
    },
    found: [{ rule: 'health/clock-unsynchronized', severity: 'error' }],
    rootCause: 'health/clock-unsynchronized',
  },
  {
    name: 'literal: the connection test in one line',
    files: {
      'out.txt': text(
        '[broker] tunnel: UP (edge: bom2-vse-01) latency: 12ms [time] System clock synchronized: no [app] 10.20.4.31:443 unreachable',
      ),
    },
    found: [
      { rule: 'health/clock-unsynchronized', severity: 'error' },
      { rule: 'apps/port-unreachable', severity: 'error' },
    ],
  },
  {
    name: 'literal: a service that says it is connected',
    files: {
      'out.txt': text(
        '● zpa-connector.service - Zscaler App Connector',
        'Active: active (running) since Wed 2026-06-03 09:14:02 IST',
        'Status: "Connected to broker bom2-vse-01, tunnel UP"',
      ),
    },
    found: [],
    rootCause: null,
    absent: ['health/service-not-running'],
  },
  {
    name: 'literal: a service that is dead, lines without indent',
    files: {
      'out.txt': text(
        '● zpa-connector.service - Zscaler App Connector',
        'Active: inactive (dead) since Wed 2026-06-03 09:14:02 IST',
      ),
    },
    found: [{ rule: 'health/service-not-running', severity: 'error' }],
    rootCause: 'health/service-not-running',
  },
  {
    name: 'literal: name of an application not found, a comparison behind it',
    files: {
      'out.txt': text(
        '$ nslookup hr.kestrelmoor.local',
        "** server can't find hr.kestrelmoor.local: NXDOMAIN",
        '# vs healthy: hr.kestrelmoor.local -> 10.20.9.40',
      ),
    },
    found: [{ rule: 'apps/name-not-found', severity: 'error' }],
    rootCause: 'apps/name-not-found',
  },
  {
    name: 'literal: message too long',
    files: {
      'out.txt': text(
        '$ ping -M do -s 1472 hr.kestrelmoor.local',
        'ping: local error: message too long, mtu=1400',
        '# 1472+28 = 1500 fails; path MTU is actually 1400',
      ),
    },
    found: [{ rule: 'apps/path-mtu', severity: 'warning' }],
    rootCause: 'apps/path-mtu',
  },
  {
    name: 'literal: an application port that answers',
    files: {
      'out.txt': text(
        '$ nc -zv hr.kestrelmoor.local 8443',
        'Connection to hr.kestrelmoor.local 8443 port [tcp] succeeded!',
        '# but the App Segment only lists 443 -> users never hit 8443',
      ),
    },
    found: [],
    rootCause: null,
    absent: ['apps/port-unreachable'],
  },
  {
    name: 'literal: the processor at its end and no memory left',
    files: {
      'out.txt': text(
        '$ top -b -n1 | head -12',
        '%Cpu(s): 96.3 us, 2.1 sy load average: 7.8, 7.2, 6.9',
        '$ free -m',
        '              total        used        free',
        'Mem:           3902        3760         142',
      ),
    },
    // Which column is which cannot be told without the usual ones.
    found: [],
    tolerated: ['health/high-cpu', 'health/high-memory'],
  },
  {
    name: 'literal: a healthy first look',
    files: {
      'out.txt': text(
        '● zpa-connector.service - Zscaler App Connector',
        'Active: active (running) since Fri 2026-05-30 09:12:04 IST ...',
        'zpa-connector[2041]: Connector ID 88121, version 24.x',
        'zpa-connector[2041]: Control connection state: CONNECTED to broker',
        'zpa-connector[2041]: Certificate valid until 2027-05-29',
      ),
    },
    found: [],
    rootCause: null,
  },
];
