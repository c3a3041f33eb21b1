import assert from 'node:assert/strict';
import { systemctlStatus } from '../../../server/src/engine/formats/service/systemctl-status';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const RUNNING = `[root@fra-ac-02 ~]# systemctl status zpa-connector --no-pager
● zpa-connector.service - Zscaler Private Access App Connector
     Loaded: loaded (/usr/lib/systemd/system/zpa-connector.service; enabled; preset: disabled)
    Drop-In: /etc/systemd/system/zpa-connector.service.d
             └─override.conf
     Active: active (running) since Tue 2026-03-17 09:14:02 UTC; 2h 51min ago
   Main PID: 1054 (zpa-connector)
      Tasks: 61 (limit: 48788)
     Memory: 412.6M
        CPU: 31min 12.408s
     CGroup: /system.slice/zpa-connector.service
             ├─1054 /opt/zscaler/bin/zpa-connector
             └─3276 zpa-connector-child

Mar 17 12:04:11 fra-ac-02 zpa-connector-child[3276]: Time skew: - 0.012783s
Mar 17 12:04:12 fra-ac-02 zpa-connector-child[3276]: Time skew: - 0.012784s
`;
/** systemd 219, not in color, with the process that failed. */
const FAILED = `● zpa-connector.service - Zscaler Private Access App Connector
   Loaded: loaded (/usr/lib/systemd/system/zpa-connector.service; enabled; vendor preset: disabled)
   Active: failed (Result: exit-code) since Wed 2026-01-21 09:15:01 UTC; 12s ago
  Process: 2696 ExecStart=/opt/zscaler/bin/zpa-connector (code=exited, status=1/FAILURE)
 Main PID: 2696 (code=exited, status=1/FAILURE)
`;
const STOPPED = `○ zpa-connector.service - Zscaler Private Access App Connector
     Loaded: loaded (/etc/systemd/system/zpa-connector.service; disabled; preset: enabled)
     Active: inactive (dead)
`;

describe('systemctl status', () => {
  it('reads a running service and leaves its journal to the journal', () => {
    const artifact = readArtifact(RUNNING);
    assert.deepEqual(
      artifact.sections.map((section) => [section.format, section.startLine]),
      [
        ['systemctl-status', 0],
        ['journal', 14],
      ],
    );
    const [facts] = factsOf(systemctlStatus, RUNNING);
    assert.equal(facts?.unit, 'zpa-connector.service');
    assert.deepEqual([facts.active?.state, facts.active?.sub, facts.active?.line], ['active', 'running', 5]);
    assert.equal(facts.enabled?.value, 'enabled');
    assert.equal(facts.mainPid, 1054);
    assert.deepEqual(facts.pids, [1054, 3276]);
    assert.equal(facts.exit, null);
  });

  it('reads how a failed service ended', () => {
    const [facts] = factsOf(systemctlStatus, FAILED);
    assert.deepEqual([facts?.active?.state, facts?.active?.sub], ['failed', 'Result: exit-code']);
    assert.deepEqual([facts?.exit?.code, facts?.exit?.status], ['exited', '1/FAILURE']);
    assert.equal(facts?.mainPid, null);
  });

  it('reads a stopped one, is-active and an unknown unit', () => {
    const [stopped] = factsOf(systemctlStatus, STOPPED);
    assert.deepEqual(
      [stopped?.active?.state, stopped?.active?.sub, stopped?.enabled?.value],
      ['inactive', 'dead', 'disabled'],
    );
    const [asked] = factsOf(systemctlStatus, '$ systemctl is-active zpa-connector\nfailed\n');
    assert.deepEqual([asked?.unit, asked?.active?.state], ['zpa-connector.service', 'failed']);
    const [unknown] = factsOf(systemctlStatus, 'Unit zpa-connector.service could not be found.\n');
    assert.equal(unknown?.absent, true);
    assert.equal(unknown.active, null);
  });

  it('parts the units of one command', () => {
    const both = factsOf(
      systemctlStatus,
      `# systemctl status zpa-connector chronyd\n${FAILED}\n${STOPPED.replaceAll('zpa-connector', 'chronyd')}`,
    );
    assert.deepEqual(
      both.map((one) => [one.unit, one.active?.state]),
      [
        ['zpa-connector.service', 'failed'],
        ['chronyd.service', 'inactive'],
      ],
    );
  });

  it('reads a status without indentation, as pages print it', () => {
    const page =
      '● zpa-connector.service - Zscaler App Connector\nActive: active (running) since Wed 2026-06-03 09:14:02 IST\nStatus: "Connected to broker bom2-vse-01, tunnel UP"\n';
    assert.equal(factsOf(systemctlStatus, page)[0]?.active?.sub, 'running');
    assert.deepEqual(valuesOf(systemctlStatus, 'Status: "Connected to broker bom2-vse-01, tunnel UP"'), [
      'systemctl.Status="Connected to broker bom2-vse-01, tunnel UP"',
    ]);
  });

  it('leaves lists of units alone', () => {
    assert.equal(readArtifact('● zpa-connector.service\n● chronyd.service\n').format, null);
  });

  it('names every value', () => {
    const rows = [
      ...RUNNING.split('\n').slice(2, 3),
      ...RUNNING.split('\n').slice(5, 11),
      ...FAILED.split('\n').slice(1),
    ];
    assertCovered(systemctlStatus, rows);
  });

  it('is not upset by cuts and strange lines', () => {
    assertRobust(systemctlStatus, RUNNING);
    assertRobust(systemctlStatus, FAILED);
  });
});
