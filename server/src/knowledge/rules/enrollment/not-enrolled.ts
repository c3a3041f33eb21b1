import type { Rule } from '../../../engine/match/rule';
import { notEnrolled } from '../../../engine/facts/api/states';
import { API_CONNECTORS, DOCS } from '../../evidence';
import { exampleConnector, page, snakeConnector } from '../../example-exports';

const rule: Rule = {
  id: 'enrollment/not-enrolled',
  title: 'A connector is not enrolled',
  severity: 'error',
  confidence: 'medium',
  means: 'The cloud knows the connector, but says that it has never enrolled or that its enrolment failed.',
  matters: 'It cannot connect and carries no traffic. The journal of its host says why the enrolment failed.',
  doNext:
    'Read the enrolment lines of its journal, then check the provisioning key: enabled, not expired, not used up.',
  message: 'Not enrolled: {who} ({state}).',
  needs: [API_CONNECTORS],
  evaluate: (facts) => notEnrolled(facts),
  runbook: { id: 'enrollment-failure', step: 'read-attempt' },
  documentation: [DOCS.troubleshooting, DOCS.connectorApi],
  source: {
    kind: 'illustration',
    from: 'troubleshooting skill of the vendor (MCP server); the state is in no published API object',
  },
  fires: [
    {
      files: {
        'connectors.json': `${JSON.stringify([snakeConnector(1), snakeConnector(2, { runtime_status: 'ZPN_STATUS_NOT_ENROLLED' })], null, 2)}\n`,
      },
      says: 'fra-ac-02',
      also: ['config/single-connector-group'],
    },
    {
      files: {
        'connectors.json': page(
          exampleConnector(1),
          exampleConnector(2),
          exampleConnector(3, { controlChannelStatus: 'ZPN_STATUS_NOT_ENROLLED' }),
        ),
      },
      says: 'App Connector fra-ac-03',
    },
  ],
  silent: [
    { 'connectors.json': page(exampleConnector(1), exampleConnector(2)) },
    // Enrolled and never connected: the API has no state at all for it.
    {
      'connectors.json': page(
        exampleConnector(1),
        exampleConnector(2),
        exampleConnector(3, { controlChannelStatus: undefined, currentVersion: undefined }),
      ),
    },
    {
      'connectors.json': page(
        exampleConnector(1),
        exampleConnector(2),
        exampleConnector(3, { controlChannelStatus: 'ZPN_STATUS_NOT_ENROLLED', enabled: false }),
      ),
    },
    {
      'service-edges.json': page({
        id: '1',
        name: 'pse',
        serviceEdgeGroupId: '2',
        controlChannelStatus: 'ZPN_STATUS_NOT_ENROLLED',
        sargeVersion: '25.1',
        provisioningKeyId: '3',
      }),
    },
  ],
};

export default rule;
