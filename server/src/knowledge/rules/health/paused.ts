import type { Rule } from '../../../engine/match/rule';
import { DOCS, JOURNAL, TROUBLESHOOTING } from '../../evidence';
import { burstHits } from '../../../engine/match/run-rules';
import { enteringPause } from '../../messages/process';

/** The constants of the vendor's page; any other text is shown as it is. */
const REASONS: Readonly<Record<string, string>> = {
  PAUSE_REASON_CERT_EXPIRY: 'its certificate expires',
  PAUSE_REASON_UPGRADE: 'a software upgrade',
  PAUSE_REASON_ADMIN_PROBE_PROCESS_RESTART: 'a process restart asked for by a support session',
  PAUSE_REASON_ADMIN_PROBE_SYSTEM_RESTART: 'a system restart asked for by a support session',
};

const rule: Rule = {
  id: 'health/paused',
  title: 'The connector is paused',
  severity: 'warning',
  means: 'The connector entered PAUSE mode and takes no new sessions.',
  matters: 'Its users are served by other connectors, or by none.',
  doNext: 'Read the reason; an upgrade or restart ends by itself, an expired certificate does not.',
  message: 'The connector {name} entered PAUSE mode: {explained}.',
  needs: [JOURNAL],
  on: { messages: [enteringPause] },
  evaluate: (facts) =>
    burstHits(facts, [enteringPause.id], ['id', 'reason']).map((hit) => {
      const reason = String(hit.data?.reason ?? '')
        .replace(/\[0m$/u, '')
        .trim();
      return { ...hit, data: { name: hit.data?.name ?? '', reason, explained: REASONS[reason] ?? reason } };
    }),
  explains: [
    { rule: 'tunnel/control-connection-closed', withinSeconds: 120 },
    { rule: 'health/probe-rejected-paused' },
    { rule: 'tunnel/no-data-connections', withinSeconds: 600 },
    { rule: 'tunnel/control-disconnected', withinSeconds: 600 },
  ],
  runbook: { id: 'paused-connector', step: 'reason' },
  documentation: [`${DOCS.troubleshooting}#pauseState`],
  source: TROUBLESHOOTING,
  fires: [
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Connector(ID = 216196257331371034) (Name = Frankfurt DC-2) entering PAUSE mode because of - PAUSE_REASON_CERT_EXPIRY\n',
      says: 'certificate',
    },
    {
      files:
        'Jan 27 09:00:00 fra-ac-02 zpa-connector-child[3276]: Connector(ID = 216196257331371034) (Name = Frankfurt DC-2) entering PAUSE mode because of - Software upgrade\n',
      says: 'Software upgrade',
    },
  ],
  silent: ['Jan 27 09:00:00 web-1 music[7]: entering PAUSE mode because of - user\n'],
};

export default rule;
