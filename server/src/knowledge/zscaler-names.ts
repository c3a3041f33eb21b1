/** Names of the Zscaler clouds, for rules that treat them otherwise than names of applications. */
import { isZscalerName } from '../engine/facts/network/certificate-names';

export { isZscalerName };

/** `co2br.<cloud>` and its kin: where connectors, Private Service Edges, Cloud Controllers and Cloud Connectors find a broker. */
const BOOTSTRAP = /^(?:any\.)?(?:co2br|co2slbr|pb2br|sc2br|ec2br)\./iu;

/** Whether a Zscaler name is one by which a component finds its Service Edge; aliases of a data centre are not. */
export function isBootstrapName(host: string): boolean {
  return isZscalerName(host) && BOOTSTRAP.test(host);
}
