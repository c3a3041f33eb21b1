import type { BundleFacts } from '../facts/bundle-facts';
import { connectorsOf, namedConnectors } from '../facts/connectors';
import type { PageValues } from '../pages/runbook-page';

/** The bundle's own values for runbook pages: host, broker address, cloud, connector, API host, as far as known. */
export function bundleValues(facts: BundleFacts): PageValues {
  const values: Record<string, string> = {};
  const [connector] = connectorsOf(facts);
  if (connector !== undefined) {
    const { blocks } = connector.placed.life;
    if (connector.host !== null) values.host = connector.host;
    if (connector.name !== null) values.connector = connector.name;
    const last = blocks.text('control.remote')?.findLast((one) => one !== undefined);
    if (last !== undefined) values.broker = last;
    const broker = blocks.text('control.broker')?.findLast((one) => one !== undefined);
    const cloud =
      broker === undefined ? null : /\.([a-z]{2,20}\.(?:zpath|zpatwo|zpabeta|zpagov)\.(?:net|us))$/u.exec(broker);
    if (cloud?.[1] !== undefined) values.cloud = cloud[1];
  } else {
    const [named, ...others] = namedConnectors(facts);
    const name = others.length === 0 ? (named?.name ?? null) : null;
    if (name !== null) values.connector = name;
  }
  const key = facts.sections('provision-key').find((one) => one.facts.key !== null)?.facts.key;
  if (key !== undefined && key !== null) values['api-host'] = key.host;
  return values;
}
