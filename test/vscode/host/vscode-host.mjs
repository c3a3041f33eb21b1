#!/usr/bin/env node
// Stands in for the desktop VS Code executable: takes the arguments that @vscode/test-electron passes, and runs the
// extension's tests in a VS Code that is served from the npm cache to a headless Chromium.
//
// Environment: ZPA_TRIAGE_HOST_TIMEOUT (ms), ZPA_TRIAGE_SCREENSHOTS, ZPA_TRIAGE_CHROMIUM, ZPA_TRIAGE_CACHE;
// ZPA_TRIAGE_HOST_LOG=1 prints all that VS Code says.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { automation, openBrowser, screenshotFolder, takeScreenshot } from './browser.mjs';
import { ensureCache } from './cache.mjs';
import { ACTION_MARK, answerAction } from './page-actions.mjs';
import { startServer } from './server.mjs';
import { offerWebExtension } from './web-extension.mjs';

const TIMEOUT_MS = Number(process.env.ZPA_TRIAGE_HOST_TIMEOUT ?? 300_000);
const VERBOSE = process.env.ZPA_TRIAGE_HOST_LOG === '1';
/** Marks the lines of the suite that are for people. All others are VS Code's own. */
const REPORT_MARK = 'ZPA_TEST:';
/** Of VS Code's own errors, how many are shown when the tests fail. */
const ERRORS_SHOWN = 20;
/** Errors of every run: native modules that are not compiled, and no network. */
const HARMLESS = /bindings file|Release\/watchdog|open-vsx|Service Worker|ENOTFOUND/u;
const SETTINGS = { 'git.enabled': false };

async function main() {
  const run = readArguments();
  endWithParent();
  // Two starts at once must not install twice.
  await ensureCache();
  const [server, browser] = await Promise.all([startServer({ smokeTest: true, settings: SETTINGS }), openBrowser()]);
  const { page } = browser;
  /** @type {string[]} */
  const noise = [];
  let actions = Promise.resolve();
  const { ended } = await automation(page, (level, text) => {
    if (VERBOSE) console.log(`[${level}] ${text}`);
    if (text.startsWith(REPORT_MARK)) console.log(text.slice(REPORT_MARK.length));
    else if (text.startsWith(ACTION_MARK)) {
      actions = actions.then(() => answerAction(page, text.slice(ACTION_MARK.length), run.workspace));
    } else noise.push(`[${level}] ${text}`);
  });
  await page.goto(`${server.url}/?${await offerExtension(page, server, run)}`);

  const timeout = new Promise((done) => setTimeout(done, TIMEOUT_MS, null));
  const result = await Promise.race([ended, timeout]);
  await actions;
  if (result === null) {
    const picture = await takeScreenshot(page, 'timeout').catch(() => 'none');
    console.log(`no result after ${TIMEOUT_MS / 1000} s; the page then: ${picture}\n${server.log().slice(-2_000)}`);
  }
  if (result?.code !== 0) explainFailure(noise, result?.logs ?? []);
  await Promise.all([browser.close(), server.stop()]);
  return result?.code === 0 ? 0 : 1;
}

/**
 * @typedef {object} Run
 * @property {string} workspace
 * @property {string} tests
 * @property {string} extension
 * @property {boolean} web in the web extension host
 *
 * @returns {Run}
 */
function readArguments() {
  // Not strict: a desktop VS Code gets many arguments that mean nothing here.
  const { values, positionals } = parseArgs({
    strict: false,
    allowPositionals: true,
    options: {
      extensionTestsPath: { type: 'string' },
      extensionDevelopmentPath: { type: 'string' },
      extensionDevelopmentKind: { type: 'string' },
    },
  });
  const { extensionTestsPath: tests, extensionDevelopmentPath: extension } = values;
  const [workspace] = positionals;
  if (workspace === undefined || tests === undefined || extension === undefined) {
    throw new Error(
      'usage: vscode-host.mjs FOLDER --extensionTestsPath=FILE --extensionDevelopmentPath=FOLDER [--extensionDevelopmentKind=web]',
    );
  }
  return {
    workspace: resolve(workspace),
    tests: resolve(tests),
    extension: resolve(extension),
    web: values.extensionDevelopmentKind === 'web',
  };
}

/**
 * @param {import('playwright-core').Page} page
 * @param {import('./server.mjs').Server} server
 * @param {Run} run
 * @returns {Promise<URLSearchParams>} what makes the page open the folder and run the tests
 */
async function offerExtension(page, server, { workspace, tests, extension, web }) {
  const folder = asUriPath(workspace);
  const welcome = ['skipWelcome', 'true'];
  if (web) {
    await offerWebExtension(page, server.url, { extension, tests });
    return new URLSearchParams({ folder, payload: JSON.stringify([welcome]) });
  }
  const remote = (path) => `vscode-remote://127.0.0.1:${server.port}${encodeURI(asUriPath(path))}`;
  const payload = [['extensionDevelopmentPath', remote(extension)], ['extensionTestsPath', remote(tests)], welcome];
  return new URLSearchParams({ folder, payload: JSON.stringify(payload) });
}

/** @param {string} path */
function asUriPath(path) {
  return process.platform === 'win32' ? `/${path.replaceAll('\\', '/')}` : path;
}

/**
 * @param {string[]} noise
 * @param {import('./browser.mjs').LogFile[]} logs
 */
function explainFailure(noise, logs) {
  const errors = noise.filter((line) => line.startsWith('[error]') && !HARMLESS.test(line)).slice(-ERRORS_SHOWN);
  if (errors.length > 0 && !VERBOSE) console.log(`VS Code's errors:\n${errors.map(shorten).join('\n')}`);
  if (logs.length === 0) return;
  const folder = join(screenshotFolder, '../vscode-logs');
  for (const { relativePath, contents } of logs) {
    const file = join(folder, relativePath);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }
  console.log(`VS Code's logs: ${folder}`);
}

/** @param {string} error with its stack */
function shorten(error) {
  return error.split('\n').slice(0, 6).join('\n');
}

/** Whoever started the tests may be killed: then this one has no reason to go on. */
function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, 500).unref();
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
