import type { NameKind } from './pseudonyms';

/** Members of exports of the API, of log streams and of journal records that say whose they are. Spelt any way: `appConnectorGroupName`, `app_connector_group_name`. */
const KINDS: Readonly<Record<NameKind | 'id', string>> = {
  connector:
    'connector appconnector appconnectorname connectorname assistantname privatecloudcontroller serviceedge privatese zcomponentname serviceedgename',
  group:
    'connectorgroup connectorgroupname appconnectorgroup appconnectorgroupname servergroup servergroupname serviceedgegroup serviceedgegroupname privatecloudcontrollergroup segmentgroupname appgroup microtenantname',
  host: 'host hostname _hostname domainname server machine machinename fqdn computername domain',
  name: 'name objectname application applicationname appname policy policyname rulename idp idpname displayname trustednetworksnames devicename enrollmentcertname certificatecn provisioningkeyname profilename',
  user: 'username user email emailaddress upn modifiedbyuser nameid pracredentialusername login loginname firstname lastname fullname samaccountname owner',
  customer: 'customer customername company companyname tenant tenantname organization organizationname orgname',
  place: 'location city clientcity citycountry',
  text: 'description notes comment',
  company: '',
  unit: '',
  authority: '',
  domain: '',
  id: 'customerid customergid tenantid',
};

const BY_MEMBER: ReadonlyMap<string, NameKind | 'id'> = new Map(
  Object.entries(KINDS).flatMap(([kind, members]) =>
    members.split(' ').map((member): [string, NameKind | 'id'] => [member, kind as NameKind | 'id']),
  ),
);

/** What the value of a member is the name of; null where it says nothing of anybody. */
export function memberKind(member: string): NameKind | 'id' | null {
  const key = member.toLowerCase().replace(/[_ -]/gu, '');
  return BY_MEMBER.get(key) ?? BY_MEMBER.get(`_${key}`) ?? null;
}
