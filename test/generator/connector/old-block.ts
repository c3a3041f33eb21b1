import { text } from '../text';
import { certificateText } from './durations';
import { oldRpcLine } from './rpc-line';
import type { Status } from './status-block';
import { oldTunnelLine } from './tunnel-line';

/** The block of version 18: nine lines, counters as `name = value`. */
export function oldBlock(status: Status): string[] {
  const { identity, control, traffic } = status;
  return [
    `-------- Connector Status:ID=${identity.id}:Name=${identity.name}:Ver=${identity.version} --------`,
    `Certificate will expire in ${certificateText(status.certificateSeconds)}`,
    `Control connection state: ${control.state}, ${control.endpoints}`,
    oldRpcLine(traffic),
    text`Broker data connection count = ${status.dataConnections}, backed_off connections = ${status.backedOff}`,
    transferLine(status),
    oldTunnelLine(traffic),
    'Registered apps count = 33, alive app = 33, passive_health = 33, service_count = 85, target_count = 104, alive_target = 104, aged_target = 0',
    `Time skew: ${signedSkew(status.skewSeconds)}`,
  ];
}

export function transferLine({ traffic }: Status): string {
  const { toBroker, fromBroker } = traffic.counters;
  return text`Data Transfer: Total ToBroker = ${toBroker} bytes, Total FromBroker = ${fromBroker} bytes`;
}

/** `- 0.012783s`. */
function signedSkew(seconds: number): string {
  return `${seconds < 0 ? '-' : '+'} ${Math.abs(seconds).toFixed(6)}s`;
}
