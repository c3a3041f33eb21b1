import type { Machine } from '../cast';

/** A terminal transcript of one user on one machine: prompt, command, output. */
export class Shell {
  readonly #parts: string[] = [];

  constructor(
    private readonly machine: Machine,
    private readonly user: 'root' | 'admin' = 'root',
  ) {}

  run(command: string, output: readonly string[]): this {
    const mark = this.user === 'root' ? '#' : '$';
    this.#parts.push(`[${this.user}@${this.machine.host} ~]${mark} ${command}\n`);
    for (const line of output) this.#parts.push(`${line}\n`);
    return this;
  }

  get text(): string {
    return this.#parts.join('');
  }
}
