import type { StatusLineKind } from './kinds';

/**
 * The status blocks of one process life in order, by column: `column('rpc.drop.AppRtReq')[i]` is the value in
 * block i, NaN where that block has none. Names are those of `visitStatusLine`, with these made alike over the
 * generations: `control.state|local|broker|remote` (texts), `control.uptime` (s), `control.rtt.tcp|app` (µs).
 */
export interface BlockSeries {
  readonly length: number;
  /** Log-clock epoch ms of each block; NaN where the log has no clock. */
  readonly times: readonly number[];
  /** 0-based line of each block's first line. */
  readonly lines: readonly number[];
  /** Numbers of a column, or undefined where no block has it. */
  column(name: string): readonly number[] | undefined;
  /** Texts of a column (states, names, addresses). */
  text(name: string): readonly (string | undefined)[] | undefined;
  /** 0-based line of the status line of that kind in block `index`, else the block's first line. */
  lineOf(index: number, kind: StatusLineKind): number;
  /** The same for the line that tells a state, by the name of its text column: a block has one a connection. */
  lineOfState(index: number, column: string): number;
  /** 0-based lines of the status lines by kind, and by the state they tell, one a block; NaN where a block has none. */
  readonly kindLines: ReadonlyMap<StatusLineKind, readonly number[]>;
  readonly stateLines: ReadonlyMap<string, readonly number[]>;
  /** Names of all number columns. */
  readonly columnNames: readonly string[];
  /** Names of all text columns. */
  readonly textNames: readonly string[];
}
