/** Elements without any HTML text: what the log says can never become markup. */

type Child = Node | string | null;

/** An element with attributes, properties of ours (`onclick`) and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((one) => one !== null));
  return made;
}

/** A button with what it does. */
export function button(
  label: string,
  attributes: Readonly<Record<string, string>>,
  act: () => void,
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', act);
  return made;
}

interface VsCode {
  postMessage(message: unknown): void;
}

declare function acquireVsCodeApi(): VsCode;

const vscode = acquireVsCodeApi();

/** Sends a message to the extension. */
export function tell(message: unknown): void {
  vscode.postMessage(message);
}

/** Where the page is drawn. */
export function page(): HTMLElement {
  const found = document.getElementById('page');
  if (found === null) throw new Error('the page has no #page');
  return found;
}
