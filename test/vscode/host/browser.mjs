// A headless Chromium that shows the served VS Code, and the page actions that a test suite may ask for.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium } from './cache.mjs';

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

/** @returns {Promise<{page: import('playwright-core').Page, close: () => Promise<void>}>} */
export async function openBrowser(size = { width: 1400, height: 900 }) {
  const { executable, libraries } = await ensureChromium();
  const env = { ...process.env };
  if (libraries) env.LD_LIBRARY_PATH = [libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const browser = await chromium.launch({ executablePath: executable, args: FLAGS, env, headless: true });
  const page = await browser.newPage({ viewport: size });
  return { page, close: () => browser.close() };
}

/** Folder of the screenshots; ZPA_TRIAGE_SCREENSHOTS overrides. */
export const screenshotFolder = process.env.ZPA_TRIAGE_SCREENSHOTS ?? join(process.cwd(), 'test', 'output', 'screenshots');

/**
 * Does what the suite asked for with a console line `ZPA_PAGE:{json}`: viewport, press, type, hoverText, clickText,
 * wait (ms), screenshot (name); then writes the acknowledgement file, on which the suite waits.
 */
export async function pageAction(page, action, workspace) {
  if (action.viewport) await page.setViewportSize(action.viewport);
  if (action.press) for (const key of [action.press].flat()) await page.keyboard.press(key);
  if (action.type) await page.keyboard.type(action.type);
  if (action.hoverText) await page.getByText(action.hoverText).first().hover({ timeout: 5_000 });
  if (action.clickText) await page.getByText(action.clickText).first().click({ timeout: 5_000 });
  await new Promise((resolve) => setTimeout(resolve, action.wait ?? 400));
  if (action.screenshot) {
    mkdirSync(screenshotFolder, { recursive: true });
    await page.screenshot({ path: join(screenshotFolder, `${action.screenshot}.png`) });
  }
  if (action.acknowledge && workspace) writeFileSync(join(workspace, action.acknowledge), 'done\n');
}
