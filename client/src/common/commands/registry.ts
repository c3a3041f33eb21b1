/** Registering commands by name. */
import * as vscode from 'vscode';

/** What each command does, by its name without `zpaTriage.`. VS Code hands over arguments as they come. */
export type Commands = Readonly<Record<string, (...args: never[]) => unknown>>;

/** Registers the commands; an error is told to the user, not lost. */
export function registerCommands(...groups: readonly Commands[]): vscode.Disposable[] {
  return groups.flatMap((commands) =>
    Object.entries(commands).map(([name, run]) =>
      vscode.commands.registerCommand(`zpaTriage.${name}`, run as (...args: unknown[]) => unknown),
    ),
  );
}

/** Puts a text on the clipboard and says so for a moment. */
export async function copyText(text: string, told: string): Promise<void> {
  await vscode.env.clipboard.writeText(text);
  vscode.window.setStatusBarMessage(`$(check) ${told}`, 3_000);
}
