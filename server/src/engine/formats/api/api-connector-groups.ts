import type { Format } from '../format';
import { CONNECTOR_MEMBERS, connectorOf } from './connector';
import type { ApiConnectorGroup, ApiConnectorGroupFacts } from './facts';
import { apiKindOf } from './kinds';
import type { ApiShape } from './reader';
import { apiFields, ApiReader, namedOf } from './reader';

const SHAPE: ApiShape<ApiConnectorGroup, ApiConnectorGroupFacts> = {
  kind: 'api-connector-groups',
  wanted: [...CONNECTOR_MEMBERS, 'connectors'],
  item: (object) => {
    const list = object.lists.get('connectors');
    return {
      ...namedOf(object),
      connectors: list === undefined ? null : list.objects.map(connectorOf),
      connectorsComplete: list?.complete === true,
    };
  },
  facts: (groups, common) => ({ ...common, groups }),
};

export const apiConnectorGroups: Format<ApiConnectorGroupFacts> = {
  id: 'api-connector-groups',
  language: 'zpa-diagnostics',
  title: 'App Connector groups, from the ZPA API',
  certainty: 1,
  command: /^curl\s[^\r\n]{0,2000}\/admin\/customers\/[^/\s]{1,60}\/appConnectorGroup(?:\/\d{1,20})?(?=[?\s"']|$)/u,
  opens: (lines) => (apiKindOf(lines) === 'api-connector-groups' ? 'App Connector groups of the ZPA API' : null),
  read: (context) => new ApiReader(context, SHAPE),
  fields: apiFields,
};
