import type { Format } from '../format';
import type { ApiProvisioningKey, ApiProvisioningKeyFacts } from './facts';
import { apiKindOf } from './kinds';
import type { ApiShape } from './reader';
import { apiFields, ApiReader, filled, namedOf, textOf } from './reader';

/** The key itself is a secret and not among the members. */
const SHAPE: ApiShape<ApiProvisioningKey, ApiProvisioningKeyFacts> = {
  kind: 'api-provisioning-keys',
  wanted: ['maxusage', 'usagecount', 'expirationinepochsec', 'zcomponentname', 'appconnectorgroupname'],
  item: (object) => ({
    ...namedOf(object),
    maxUsage: filled(object.values.get('maxusage')),
    usageCount: filled(object.values.get('usagecount')),
    expiration: filled(object.values.get('expirationinepochsec')),
    groupName: textOf(object.values.get('zcomponentname')) ?? textOf(object.values.get('appconnectorgroupname')),
  }),
  facts: (keys, common) => ({ ...common, keys }),
};

export const apiProvisioningKeys: Format<ApiProvisioningKeyFacts> = {
  id: 'api-provisioning-keys',
  language: 'zpa-diagnostics',
  title: 'Provisioning keys, from the ZPA API',
  certainty: 1,
  command:
    /^curl\s[^\r\n]{0,2000}\/admin\/customers\/[^/\s]{1,60}\/associationType\/[A-Z_]{1,40}\/provisioningKey(?:\/\d{1,20})?(?=[?\s"']|$)/u,
  opens: (lines) => (apiKindOf(lines) === 'api-provisioning-keys' ? 'provisioning keys of the ZPA API' : null),
  read: (context) => new ApiReader(context, SHAPE),
  fields: apiFields,
};
