import type { Rule } from '../../../engine/match/rule';
import { withoutConnectorHits } from '../../session-errors';
import { DOCS, LSS_EVENTS, TROUBLESHOOTING } from '../../evidence';
import { activity } from '../../example-exports';

const rule: Rule = {
  id: 'apps/connector-id-zero',
  title: 'Sessions without a connector',
  severity: 'info',
  means:
    'The cloud could not tell which application or connector a session was for, so the connector is empty or 0 in its record.',
  matters: 'Nothing is wrong with a connector of number 0: the session status code says what was missing.',
  doNext: 'Follow the code: reach the server, resolve the name, or give the segment a connected connector.',
  message: 'No connector was chosen for {count} session(s), {code}: {meaning}',
  needs: [LSS_EVENTS],
  evaluate: (facts) => withoutConnectorHits(facts),
  runbook: { id: 'app-not-reachable', step: 'segment' },
  documentation: [`${DOCS.troubleshooting}#idzero`, DOCS.statusCodes],
  source: TROUBLESHOOTING,
  fires: [
    {
      files: { 'lss.jsonl': activity('APP_NOT_REACHABLE', { Connector: '0', ConnectorIP: '' }) },
      says: 'APP_NOT_REACHABLE',
      also: ['apps/session-errors'],
    },
    {
      files: { 'lss.jsonl': activity('INVALID_DOMAIN', { Connector: '' }) },
      says: 'INVALID_DOMAIN',
      also: ['apps/session-errors'],
    },
    {
      files: { 'lss.jsonl': activity('NO_CONNECTOR_AVAILABLE', { Connector: '' }).repeat(3) },
      says: '3 session(s)',
      also: ['apps/session-errors'],
    },
  ],
  silent: [
    { 'lss.jsonl': activity('MT_CLOSED_TERMINATED') },
    // A session that policy refused never had a connector.
    { 'lss.jsonl': activity('BRK_MT_SETUP_FAIL_REJECTED_BY_POLICY', { Connector: '' }) },
    { 'app.jsonl': '{"time": "2026-01-20", "InternalReason": "APP_NOT_REACHABLE", "Connector": "0"}\n' },
  ],
};

export default rule;
