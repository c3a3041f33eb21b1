import type { SectionOf } from '../../../engine/facts/bundle-facts';
import type { BundleFacts } from '../../../engine/facts/bundle-facts';
import type { Hit, Rule } from '../../../engine/match/rule';
import { DOCS, RUNBOOK } from '../../evidence';

const PROMPT = '[root@fra-ac-02 ~]# ';
const PRODUCT = /^zpa-[a-z-]{3,40}\.service$/u;
const STATES: Readonly<Record<string, string>> = {
  inactive: 'is stopped',
  failed: 'has failed',
  activating: 'ends and is started again and again',
};

/** Whether the unit is one of the product and does not serve; a start that is under way is left alone. */
function isDown({ facts: { unit, active } }: SectionOf<'systemctl-status'>): boolean {
  if (unit === null || !PRODUCT.test(unit) || active === null) return false;
  return active.state === 'inactive' || active.state === 'failed' || active.sub === 'auto-restart';
}

/** One hit for each unit of each file that was down when it was last looked at. */
function serviceHits(facts: BundleFacts): readonly Hit[] {
  const last = new Map<string, SectionOf<'systemctl-status'>>();
  for (const section of facts.sections('systemctl-status')) {
    if (section.facts.active !== null)
      last.set(`${String(section.artifact.index)} ${section.facts.unit ?? ''}`, section);
  }
  return [...last.values()].filter(isDown).flatMap(({ artifact, facts: { unit, active, exit } }): Hit[] => {
    if (active === null) return [];
    const at = { artifact: artifact.index, line: active.line, start: active.start, end: active.end };
    const why = exit === null ? '' : `; its last process ended with ${exit.code} ${exit.status}`;
    return [
      {
        at,
        evidence: exit === null ? [at] : [at, { artifact: artifact.index, line: exit.line }],
        data: { unit: unit ?? '', state: STATES[active.state] ?? active.state, why },
      },
    ];
  });
}

/** Units that systemd does not know, in a bundle where nothing of the product writes or runs. */
function missingUnits(facts: BundleFacts): readonly Hit[] {
  const known = facts.sections('systemctl-status').some(({ facts: { unit, active } }) => {
    return unit !== null && PRODUCT.test(unit) && active !== null;
  });
  if (known || facts.lives.length > 0) return [];
  return facts
    .sections('systemctl-status')
    .filter(({ facts: { unit, absent } }) => absent && unit !== null && PRODUCT.test(unit))
    .slice(0, 1)
    .map(({ artifact, section, facts: { unit } }) => ({
      at: { artifact: artifact.index, line: section.endLine },
      data: { unit: unit ?? '' },
      message: 'This machine has no service {unit}: the package is not installed, or was removed.',
    }));
}

const rule: Rule = {
  id: 'health/service-not-running',
  title: 'The service does not run',
  severity: 'error',
  means:
    'systemctl shows the service of the connector as inactive, failed, or waiting to be started again, or does not know it.',
  matters: 'Without the service there is no tunnel: this machine serves nobody.',
  doNext: 'Read the last lines of its journal, mend what they name, and start the service.',
  message: 'The service {unit} {state}{why}.',
  needs: [
    {
      anyOf: ['systemctl-status'],
      missing: 'the state of the service',
      command: 'systemctl status zpa-connector --no-pager > systemctl.txt',
    },
  ],
  evaluate: (facts) => [...serviceHits(facts), ...missingUnits(facts)],
  runbook: { id: 'service-restart', step: 'status' },
  documentation: [DOCS.runbook],
  source: RUNBOOK,
  fires: [
    {
      files: {
        'systemctl.txt': `${PROMPT}systemctl status zpa-connector\n○ zpa-connector.service - Zscaler Private Access App Connector\n     Loaded: loaded (/usr/lib/systemd/system/zpa-connector.service; enabled; preset: disabled)\n     Active: inactive (dead) since Tue 2026-03-17 12:04:11 UTC; 3min 2s ago\n   Duration: 2h 50min 9s\n    Process: 1054 ExecStart=/opt/zscaler/bin/zpa-connector (code=killed, signal=TERM)\n   Main PID: 1054 (code=killed, signal=TERM)\n        CPU: 31min 12.408s\n\nMar 17 12:04:11 fra-ac-02 systemd[1]: Stopped Zscaler Private Access App Connector.\n`,
      },
      says: 'is stopped; its last process ended with killed TERM',
    },
    {
      files: {
        'service.txt':
          '● zpa-connector.service - Zscaler Private Access App Connector\n   Loaded: loaded (/usr/lib/systemd/system/zpa-connector.service; enabled; vendor preset: disabled)\n   Active: failed (Result: exit-code) since Wed 2026-01-21 09:15:01 UTC; 12s ago\n  Process: 2696 ExecStart=/opt/zscaler/bin/zpa-connector (code=exited, status=1/FAILURE)\n Main PID: 2696 (code=exited, status=1/FAILURE)\n',
      },
      says: 'has failed; its last process ended with exited 1/FAILURE',
      severity: 'error',
    },
    {
      files: {
        'service.txt':
          '● zpa-connector.service - Zscaler Private Access App Connector\n     Loaded: loaded (/etc/systemd/system/zpa-connector.service; enabled; preset: enabled)\n     Active: activating (auto-restart) (Result: exit-code) since Wed 2026-01-21 09:15:01 UTC; 3s ago\n    Process: 2696 ExecStart=/opt/zscaler/bin/zpa-connector (code=exited, status=203/EXEC)\n',
      },
      says: 'again and again',
    },
    { files: { 'session.txt': `${PROMPT}systemctl is-active zpa-connector\ninactive\n${PROMPT}` }, says: 'is stopped' },
    {
      files: {
        'session.txt': `${PROMPT}systemctl status zpa-connector\nUnit zpa-connector.service could not be found.\n`,
      },
      says: 'no service zpa-connector.service',
    },
  ],
  silent: [
    {
      'systemctl.txt': `${PROMPT}systemctl status zpa-connector\n● zpa-connector.service - Zscaler App Connector\nActive: active (running) since Wed 2026-06-03 09:14:02 IST\nStatus: "Connected to broker bom2-vse-01, tunnel UP"\n`,
    },
    {
      'systemctl.txt': `${PROMPT}systemctl status firewalld\n○ firewalld.service - firewalld - dynamic firewall daemon\n     Loaded: loaded (/usr/lib/systemd/system/firewalld.service; disabled; preset: enabled)\n     Active: inactive (dead)\n`,
    },
    // Another component of the product is what this machine runs.
    {
      'session.txt': `${PROMPT}systemctl status zpa-connector\nUnit zpa-connector.service could not be found.\n${PROMPT}systemctl status zpa-service-edge\n● zpa-service-edge.service - Zscaler Private Service Edge\n   Active: active (running) since Wed 2026-01-21 09:15:01 UTC; 4s ago\n`,
    },
    // Stopped to write the key, then started again.
    {
      'session.txt': `${PROMPT}systemctl status zpa-connector\n● zpa-connector.service - Zscaler App Connector\n   Active: inactive (dead)\n${PROMPT}sudo systemctl start zpa-connector\n${PROMPT}systemctl status zpa-connector\n● zpa-connector.service - Zscaler App Connector\n   Active: active (running) since Wed 2026-01-21 09:15:01 UTC; 4s ago\n Main PID: 3011 (zpa-connector)\n`,
    },
    {
      'service.txt':
        '● zpa-connector.service - Zscaler App Connector\n     Loaded: loaded (/usr/lib/systemd/system/zpa-connector.service; enabled)\n     Active: activating (start) since Wed 2026-01-21 09:15:01 UTC; 1s ago\n',
    },
    'Jan 21 09:15:01 fra-ac-02 systemd[1]: zpa-connector.service: Active: failed (Result: exit-code)\n',
  ],
};

export default rule;
