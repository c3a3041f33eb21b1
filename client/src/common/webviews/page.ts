/** The frame of our pages: only the extension's own script and style, nothing from anywhere else. */
import * as vscode from 'vscode';

/** Options of every page of ours: scripts, and files of one folder of the extension. */
export function pageOptions(extension: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extension, 'dist', 'webview')] };
}

/**
 * The HTML of the page whose script and style are `dist/webview/NAME.js` and `NAME.css`. `content`: HTML that stands in it
 * from the beginning, with every text of the log escaped.
 */
export function pageHtml(
  webview: vscode.Webview,
  extension: vscode.Uri,
  name: string,
  title: string,
  content = '',
): string {
  const file = (extensionName: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', 'webview', `${name}.${extensionName}`)).toString();
  const nonce = crypto.randomUUID().replace(/-/gu, '');
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource};`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1.0">
<link rel="stylesheet" href="${file('css')}">
<title>${title}</title>
</head>
<body>
<main id="page">${content}</main>
<script nonce="${nonce}" src="${file('js')}"></script>
</body>
</html>`;
}

/** Our sign on the tab of a page. */
export function tabIcon(extension: vscode.Uri): { readonly light: vscode.Uri; readonly dark: vscode.Uri } {
  const file = (name: string): vscode.Uri => vscode.Uri.joinPath(extension, 'media', name);
  return { light: file('tab-light.svg'), dark: file('tab-dark.svg') };
}
