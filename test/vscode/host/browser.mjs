// A headless Chromium that shows the served VS Code.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureCache } from './cache.mjs';
import { findChromium } from './chromium.mjs';

/** Quiet offline: nothing but the page asks the network. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
const SIZE = { width: 1400, height: 900 };

/** Folder of the pictures; ZPA_TRIAGE_SCREENSHOTS overrides. */
export const screenshotFolder =
  process.env.ZPA_TRIAGE_SCREENSHOTS ?? join(dirname(fileURLToPath(import.meta.url)), '../../output/screenshots');

/**
 * @returns {Promise<{page: import('playwright-core').Page, close: () => Promise<void>}>} one empty page, and what ends the browser
 */
export async function openBrowser() {
  const { chromium: folder } = await ensureCache();
  // Signals are ours: playwright would end this process before the server is stopped. It still kills Chromium on exit.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = await chromium.launch({ ...findChromium(folder), ...signals, args: FLAGS, headless: true });
  const page = await browser.newPage({ viewport: SIZE });
  return { page, close: () => browser.close() };
}

/** The README's pictures are shown to everybody who looks at the project. */
const MAX_README_BYTES = 150_000;

/**
 * Takes a picture of the page as it is now.
 * @param {import('playwright-core').Page} page
 * @param {string} name becomes NAME.png in the folder of the pictures
 * @returns {Promise<string>} the file
 */
export async function takeScreenshot(page, name) {
  mkdirSync(screenshotFolder, { recursive: true });
  const plain = name.replace(/[^\w.-]+/gu, '-');
  if (!plain.startsWith('readme-')) {
    const file = join(screenshotFolder, `${plain}.png`);
    await page.screenshot({ path: file });
    return file;
  }
  // For the README: as good as fits into what a page should weigh.
  const file = join(screenshotFolder, `${plain}.jpg`);
  for (let quality = 90; quality >= 40; quality -= 10) {
    const picture = await page.screenshot({ path: file, type: 'jpeg', quality });
    if (picture.length <= MAX_README_BYTES) break;
  }
  return file;
}

/** More pixels than on the page: the walkthrough is read on all kinds of screens. */
const PART_SCALE = 1.5;
const PART_QUALITY = 55;

/**
 * Takes a picture of one part of the page.
 * @param {import('playwright-core').Page} page
 * @param {{name: string, of: string, height?: number, margin?: number}} part `of`: a CSS selector; `height`: at most, in pixels
 * @returns {Promise<string>} the file, NAME.webp in the folder of the pictures
 */
export async function takePart(page, { name, of, height = Infinity, margin = 0 }) {
  const box = await page.locator(of).filter({ visible: true }).first().boundingBox();
  if (box === null) throw new Error(`nothing to take a picture of: ${of}`);
  const size = page.viewportSize() ?? SIZE;
  const x = Math.max(0, box.x - margin);
  const y = Math.max(0, box.y - margin);
  const clip = {
    x,
    y,
    width: Math.min(box.x + box.width + margin, size.width) - x,
    height: Math.min(box.y + Math.min(box.height, height) + margin, size.height) - y,
    scale: PART_SCALE,
  };
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: PART_QUALITY, clip });
  await session.detach();
  mkdirSync(screenshotFolder, { recursive: true });
  const file = join(screenshotFolder, `${name}.webp`);
  writeFileSync(file, Buffer.from(data, 'base64'));
  return file;
}

/** @typedef {{relativePath: string, contents: string}} LogFile a log of VS Code's own */

/**
 * Wires what VS Code's smoke-test driver calls. Before the page is opened.
 * @param {import('playwright-core').Page} page
 * @param {(level: string, text: string) => void} onLog every line of VS Code's log and of the extension host's console
 * @returns {Promise<{ended: Promise<{code: number, logs: LogFile[]}>}>} `ended`: the tests' result; rejects when the page has died
 */
export async function automation(page, onLog) {
  let exit = () => {};
  let fail = () => {};
  const ended = new Promise((resolve, reject) => {
    exit = (code, logs = []) => resolve({ code, logs });
    fail = reject;
  });
  await page.exposeFunction('codeAutomationExit', exit);
  await page.exposeFunction('codeAutomationLog', (level, args) => onLog(level, args.map(asText).join(' ')));
  page.once('crash', () => fail(new Error('the page of VS Code crashed')));
  page.once('close', () => fail(new Error('the page of VS Code was closed')));
  // Its end is awaited later; until then a failure is nobody's unhandled rejection.
  ended.catch(() => {});
  return { ended };
}

/** @param {unknown} value */
function asText(value) {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
