import type { Format } from '../format';
import { CONNECTOR_MEMBERS, connectorOf } from './connector';
import type { ApiConnector, ApiConnectorFacts } from './facts';
import { apiKindOf } from './kinds';
import type { ApiShape } from './reader';
import { apiFields, ApiReader } from './reader';

const SHAPE: ApiShape<ApiConnector, ApiConnectorFacts> = {
  kind: 'api-connectors',
  wanted: CONNECTOR_MEMBERS,
  item: connectorOf,
  facts: (connectors, common) => ({ ...common, connectors }),
};

export const apiConnectors: Format<ApiConnectorFacts> = {
  id: 'api-connectors',
  language: 'zpa-diagnostics',
  title: 'App Connectors, from the ZPA API',
  certainty: 1,
  command: /^curl\s[^\r\n]{0,2000}\/admin\/customers\/[^/\s]{1,60}\/connector(?:\/\d{1,20})?(?=[?\s"']|$)/u,
  opens: (lines) => (apiKindOf(lines) === 'api-connectors' ? 'App Connector objects of the ZPA API' : null),
  read: (context) => new ApiReader(context, SHAPE),
  fields: apiFields,
};
