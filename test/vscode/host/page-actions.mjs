// What a test suite may ask of the page while it runs, in the Node and in the web extension host alike.
//
// The suite writes to its console a line `ZPA_PAGE:` and JSON: one PageAction. Both hosts send their console to the
// page, and the smoke-test driver sends it here. The answer goes back as a file, which both hosts can read through
// vscode.workspace.fs: `answer` names it, beside (not in) the opened folder, so that the tests' folder stays clean.
// suite/page.ts is the other end. In desktop VS Code nobody listens, and the suite does not ask.
import { renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { auditFile, auditFrames } from './audit.mjs';
import { takePart, takeScreenshot } from './browser.mjs';
import { placeOfText } from './text-place.mjs';

export const ACTION_MARK = 'ZPA_PAGE:';

const PATIENCE_MS = 5_000;
const SETTLE_MS = 300;

/**
 * Done in this order; all are optional.
 * @typedef {object} PageAction
 * @property {{width: number, height: number}} [viewport]
 * @property {string | string[]} [press] keys, as in `Control+Shift+M`
 * @property {string} [type] text for whatever has the focus
 * @property {string} [hoverText] the mouse goes to this text: in an editor, else anywhere, also in webviews
 * @property {string} [clickText]
 * @property {string} [within] a CSS selector that narrows hoverText and clickText
 * @property {string} [waitForText] text that has to show up, also in webviews
 * @property {number} [wait] milliseconds before the rest
 * @property {string} [screenshot] name of a picture
 * @property {{name: string, of: string, height?: number, margin?: number}} [part] a picture of the element of a CSS selector
 * @property {string} [read] a CSS selector: the visible texts of its elements are the answer
 * @property {string} [audit] a CSS selector: webviews that have such an element are checked for accessibility; what is wrong is the answer
 * @property {string} [auditFile] an HTML file of the opened folder, checked in the same way in a page of its own
 * @property {string} [answer] name of the file for the answer
 */

/**
 * Does what a line of the suite asks for, and answers.
 * @param {import('playwright-core').Page} page
 * @param {string} json what follows the mark
 * @param {string} workspace the opened folder
 */
export async function answerAction(page, json, workspace) {
  /** @type {PageAction} */
  const action = JSON.parse(json);
  const answer = await perform(page, action, workspace).catch((error) => ({
    error: String(error.message).split('\n')[0],
  }));
  if (action.answer === undefined) return;
  const file = join(dirname(workspace), basename(action.answer));
  // Renamed when complete: the suite must not read half of it.
  writeFileSync(`${file}.part`, JSON.stringify(answer));
  renameSync(`${file}.part`, file);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {PageAction} action
 * @param {string} workspace the opened folder
 * @returns {Promise<{texts: string[]}>}
 */
async function perform(page, action, workspace) {
  if (action.viewport) await page.setViewportSize(action.viewport);
  for (const key of [action.press ?? []].flat()) await page.keyboard.press(key);
  if (action.type) await page.keyboard.type(action.type);
  if (action.hoverText) await hover(page, action.hoverText, action.within);
  if (action.clickText) {
    await hover(page, action.clickText, action.within);
    await page.mouse.down();
    await page.mouse.up();
  }
  if (action.waitForText) await textPlace(page, action.waitForText, action.within);
  await new Promise((resolve) => setTimeout(resolve, action.wait ?? SETTLE_MS));
  if (action.screenshot) await takeScreenshot(page, action.screenshot);
  if (action.part) await takePart(page, action.part);
  if (action.audit) return { texts: await auditFrames(page, action.audit) };
  if (action.auditFile) return { texts: await auditFile(page, join(workspace, basename(action.auditFile))) };
  return { texts: action.read ? await readTexts(page, action.read) : [] };
}

async function hover(page, text, within) {
  const { x, y } = await textPlace(page, text, within);
  // Two moves: an editor asks for a hover only when the mouse moves over it.
  await page.mouse.move(x - 2, y);
  await page.mouse.move(x, y);
}

async function textPlace(page, text, within) {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const place = await placeOfText(page, text, within);
    if (place) return place;
    if (Date.now() > until) throw new Error(`no visible text ${JSON.stringify(text)}${within ? ` in ${within}` : ''}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Of the page and of its webviews. */
async function readTexts(page, selector) {
  const texts = await Promise.all(
    page.frames().map((frame) =>
      frame
        .locator(selector)
        .filter({ visible: true })
        .allInnerTexts()
        .catch(() => []),
    ),
  );
  return texts.flat();
}
