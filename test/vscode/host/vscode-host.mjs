#!/usr/bin/env node
// Stands in for the desktop VS Code executable: takes the arguments that @vscode/test-electron passes, and runs the
// extension's tests in a VS Code that is served from the npm cache to a headless Chromium.
import { resolve } from 'node:path';
import { openBrowser, pageAction } from './browser.mjs';
import { startServer } from './server.mjs';

const TIMEOUT_MS = Number(process.env.ZPA_TRIAGE_HOST_TIMEOUT ?? 300_000);
/** Lines of the suite for us: an action on the page, and what it has to tell. All other lines are VS Code's own. */
const ACTION = 'ZPA_PAGE:';
const REPORT = 'ZPA_TEST:';

function option(name) {
  const prefix = `--${name}=`;
  return process.argv.find((arg) => arg.startsWith(prefix))?.slice(prefix.length);
}

async function main() {
  const folder = process.argv.slice(2).find((arg) => !arg.startsWith('-'));
  const tests = option('extensionTestsPath');
  const extension = option('extensionDevelopmentPath');
  if (!tests || !extension) throw new Error('needs --extensionTestsPath and --extensionDevelopmentPath');
  const workspace = folder ? resolve(folder) : null;
  const server = await startServer({ smokeTest: true });
  const { page, close } = await openBrowser();
  const authority = `127.0.0.1:${server.port}`;
  const remote = (path) => `vscode-remote://${authority}${resolve(path)}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(tests)],
    ['skipWelcome', 'true'],
  ];
  const kind = option('extensionDevelopmentKind');
  if (kind) payload.push(['extensionDevelopmentKind', kind]);

  const noise = [];
  let actions = Promise.resolve();
  const ended = new Promise((done) => {
    void page.exposeFunction('codeAutomationExit', (code) => done(code));
  });
  await page.exposeFunction('codeAutomationLog', (_type, args) => {
    const text = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
    const at = text.indexOf(ACTION);
    if (at < 0) {
      const report = text.indexOf(REPORT);
      if (report >= 0) console.log(text.slice(report + REPORT.length));
      else noise.push(text);
      return;
    }
    const action = JSON.parse(text.slice(at + ACTION.length).replace(/[^}]*$/u, ''));
    actions = actions.then(() => pageAction(page, action, workspace)).catch((error) => {
      console.log(`page action failed: ${JSON.stringify(action)}: ${error.message.split('\n')[0]}`);
    });
  });
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (workspace) query.set('folder', workspace);
  await page.goto(`http://${authority}/?${query}`);
  const timeout = new Promise((done) => setTimeout(() => done('timeout'), TIMEOUT_MS));
  const code = await Promise.race([ended, timeout]);
  await actions;
  if (code === 'timeout') {
    console.log(`no result after ${TIMEOUT_MS / 1000} s; server log:\n${server.log().slice(-2_000)}`);
    await pageAction(page, { screenshot: 'timeout' }, null).catch(() => undefined);
  }
  await close();
  server.stop();
  if (code !== 0) console.log(noise.filter((line) => /[Ee]rror|zpa/u.test(line)).slice(-40).join('\n'));
  return code === 0 ? 0 : 1;
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
