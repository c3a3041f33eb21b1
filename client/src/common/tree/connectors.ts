/** Rows of "Connectors": who speaks in the bundle, and how they were when they last spoke. */
import type { BundleState, ReportConnector } from '../../../../server/src/lsp/bundle-protocol';
import { duration, isConnectedState, moment, stateWord } from '../words';
import type { Row } from './node';

export function connectorRows({ report }: BundleState): readonly Row[] {
  return (report?.connectors ?? []).map((one, index) => connectorRow(one, index));
}

function connectorRow(connector: ReportConnector, index: number): Row {
  const name = connector.name ?? connector.host ?? connector.id ?? connector.component;
  const state = connector.state === undefined ? null : stateWord(connector.state);
  const id = `connector ${connector.id ?? ''} ${connector.host ?? ''} ${String(index)}`;
  const fields = fieldsOf(connector);
  return {
    id,
    label: name,
    description: [connector.version, state].filter((one) => one !== null).join(' · '),
    icon: stateIcon(connector.state),
    tooltip: fields.map(([field, value]) => ({ kind: 'field', name: field, value })),
    spoken: `connector ${name}, ${state ?? 'state unknown'}`,
    children: fields.map(([field, value, icon]) => ({
      id: `${id} ${field}`,
      label: field,
      description: value,
      icon: { name: icon },
      kind: 'value',
      copy: value,
    })),
  };
}

function stateIcon(state: string | undefined): NonNullable<Row['icon']> {
  if (state === undefined) return { name: 'server', color: 'descriptionForeground' };
  return isConnectedState(state)
    ? { name: 'vm-active', color: 'testing.iconPassed' }
    : { name: 'vm-outline', color: 'problemsErrorIcon.foreground' };
}

type Field = readonly [name: string, value: string, icon: string];

function fieldsOf(connector: ReportConnector): readonly Field[] {
  const { state, broker, brokerAddress, uptimeSeconds, certificateSecondsLeft, lastSeen, versions } = connector;
  const fields: readonly (readonly [string, string | null | undefined, string])[] = [
    ['State', state === undefined ? null : stateWord(state), 'plug'],
    ['ID', connector.id, 'key'],
    ['Version', versions?.join(' → ') ?? connector.version, 'versions'],
    ['Host', connector.host, 'server'],
    ['Component', connector.component, 'package'],
    ['Broker', broker === undefined ? null : [broker, brokerAddress].filter(Boolean).join(' · '), 'cloud'],
    ['Uptime', uptimeSeconds === undefined ? null : duration(uptimeSeconds), 'clock'],
    ['Certificate', certificate(certificateSecondsLeft), 'verified'],
    ['Last status', lastSeen === undefined ? null : moment(lastSeen), 'history'],
  ];
  return fields.flatMap(([name, value, icon]): Field[] =>
    value === null || value === undefined || value === '' ? [] : [[name, value, icon]],
  );
}

function certificate(secondsLeft: number | undefined): string | null {
  if (secondsLeft === undefined) return null;
  return secondsLeft > 0 ? `expires in ${duration(secondsLeft)}` : `expired ${duration(-secondsLeft)} ago`;
}
