import { text } from '../text';
import { WINDOW } from './broker-connection';
import type { BrokerConnection } from './broker-connection';

/**
 * The flow-control row of a connection. While it works both sides agree (`peer_tx = rx`, `r_rx = tx`,
 * `enq = deq = tx`) and each limit is one window ahead; in backoff all is zero but what had to be dropped.
 */
export function flowRow(connection: BrokerConnection, nowMs: number): string {
  const { tx, rx, txDrop, isOpen } = connection;
  const { granted, received } = connection.windowUpdates(nowMs);
  return (
    text`* FC f_conn ${connection.endpoints}:${connection.state}, rx = ${rx}, peer_tx = ${rx}, tx = ${tx}, ` +
    text`tx_drop = ${txDrop}, tx_limit = ${tx + WINDOW}, tx_limit_update = ${granted}, r_rx = ${tx}, ` +
    text`r_tx_limit = ${rx + WINDOW}, tx_wnd_update = ${isOpen ? granted : 0}, rx_wnd_update = ${received}, ` +
    text`tx_blocked = 0, enq = ${tx}, deq = ${tx}`
  );
}
