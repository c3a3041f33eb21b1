/** Which steps of which runbooks are done, kept for the workspace. */
import * as vscode from 'vscode';

const KEY = 'zpaTriage.runbookTicks';

type Ticks = Readonly<Record<string, readonly string[]>>;

export class RunbookTicks implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<string>();
  /** With the runbook's id. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly memory: vscode.Memento) {}

  /** Ids of the steps that are done. */
  of(runbook: string): readonly string[] {
    return this.#all()[runbook] ?? [];
  }

  async set(runbook: string, step: string, on: boolean): Promise<void> {
    const others = this.of(runbook).filter((one) => one !== step);
    await this.#keep({ ...this.#all(), [runbook]: on ? [...others, step] : others }, runbook);
  }

  async clear(runbook: string): Promise<void> {
    await this.#keep({ ...this.#all(), [runbook]: [] }, runbook);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #all(): Ticks {
    return this.memory.get<Ticks>(KEY, {});
  }

  async #keep(ticks: Ticks, runbook: string): Promise<void> {
    await this.memory.update(KEY, Object.fromEntries(Object.entries(ticks).filter(([, steps]) => steps.length > 0)));
    this.#changed.fire(runbook);
  }
}
