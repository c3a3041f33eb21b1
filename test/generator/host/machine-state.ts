import type { Machine } from '../cast';
import type { Random } from '../random';

/** How the machine does at one moment. Sizes in kB, shares in percent. */
export interface MachineMoment {
  readonly cpuPercent: number;
  readonly stealPercent: number;
  readonly memoryFreeKb: number;
  readonly cacheKb: number;
  readonly memoryUsedKb: number;
  readonly memoryAvailableKb: number;
  readonly swapTotalKb: number;
  readonly swapUsedKb: number;
  /** Resident memory of zpa-connector-child. */
  readonly processKb: number;
  readonly diskUsedGb: number;
}

/** A healthy machine over time: each figure keeps near where it was. */
export class MachineState {
  #processKb: number;
  #cacheKb: number;
  readonly #diskUsedGb: number;

  constructor(
    private readonly random: Random,
    readonly machine: Machine,
  ) {
    this.#processKb = random.integer(330_000, 380_000);
    this.#cacheKb = Math.round(machine.memoryKb * 0.34);
    this.#diskUsedGb = 14.6 + random.integer(0, 30) / 10;
  }

  /** `activity`: 0 to 1, see activityAt. */
  moment(activity: number): MachineMoment {
    const { random, machine } = this;
    this.#processKb += random.integer(-420, 420);
    this.#cacheKb += random.integer(-900, 900);
    const memoryUsedKb = Math.round(machine.memoryKb * 0.11) + this.#processKb;
    const memoryFreeKb = machine.memoryKb - memoryUsedKb - this.#cacheKb;
    return {
      cpuPercent: Math.round(4 + 17 * activity + random.next() * 5),
      stealPercent: random.chance(0.04) ? 1 : 0,
      memoryFreeKb,
      cacheKb: this.#cacheKb,
      memoryUsedKb,
      memoryAvailableKb: memoryFreeKb + Math.round(this.#cacheKb * 0.88),
      swapTotalKb: 0,
      swapUsedKb: 0,
      processKb: this.#processKb,
      diskUsedGb: this.#diskUsedGb,
    };
  }
}
