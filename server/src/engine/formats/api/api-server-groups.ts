import type { Format } from '../format';
import type { ApiServerGroup, ApiServerGroupFacts } from './facts';
import { apiKindOf } from './kinds';
import type { ApiShape } from './reader';
import { apiFields, ApiReader, namedOf } from './reader';

const SHAPE: ApiShape<ApiServerGroup, ApiServerGroupFacts> = {
  kind: 'api-server-groups',
  wanted: ['appconnectorgroups'],
  item: (object) => {
    const list = object.lists.get('appconnectorgroups');
    return {
      ...namedOf(object),
      // A list that was cut before its first group says nothing.
      connectorGroups: list === undefined || (!list.complete && list.count === 0) ? null : list.count,
    };
  },
  facts: (serverGroups, common) => ({ ...common, serverGroups }),
};

export const apiServerGroups: Format<ApiServerGroupFacts> = {
  id: 'api-server-groups',
  language: 'zpa-diagnostics',
  title: 'Server groups, from the ZPA API',
  certainty: 1,
  command: /^curl\s[^\r\n]{0,2000}\/admin\/customers\/[^/\s]{1,60}\/serverGroup(?:\/\d{1,20})?(?=[?\s"']|$)/u,
  opens: (lines) => (apiKindOf(lines) === 'api-server-groups' ? 'server groups of the ZPA API' : null),
  read: (context) => new ApiReader(context, SHAPE),
  fields: apiFields,
};
