// Checks pages for accessibility with axe-core: the rules of WCAG 2.2 up to AA, and axe's best practices.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const NODES_SHOWN = 5;

/**
 * @param {import('playwright-core').Page} page
 * @param {string} selector of an element that the frames to check have
 * @returns {Promise<string[]>} what is wrong, one text a rule
 */
export async function auditFrames(page, selector) {
  const found = [];
  for (const frame of page.frames()) {
    const shown = await frame
      .locator(selector)
      .first()
      .isVisible()
      .catch(() => false);
    if (shown) found.push(...(await audit(frame)));
    if (shown) return found;
  }
  throw new Error(`no page with ${selector} is in sight`);
}

/**
 * @param {import('playwright-core').Page} page any of the browser
 * @param {string} file an HTML file
 * @returns {Promise<string[]>} what is wrong with it, one text a rule
 */
export async function auditFile(page, file) {
  // In both colour schemes: the report is read in a browser that has either.
  const found = [];
  for (const colorScheme of ['light', 'dark']) {
    const context = await page.context().browser().newContext({ colorScheme });
    try {
      const own = await context.newPage();
      await own.setContent(readFileSync(file, 'utf8'));
      found.push(...(await audit(own.mainFrame())).map((one) => `${colorScheme}: ${one}`));
    } finally {
      await context.close();
    }
  }
  return found;
}

/** The page's own policy lets no script in but by this way. */
async function audit(frame) {
  await frame.evaluate(AXE);
  const { violations, passes } = await frame.evaluate(() =>
    globalThis.axe.run(document, { resultTypes: ['violations'] }),
  );
  if (passes.length === 0) throw new Error('axe looked at nothing');
  return violations.map(({ id, help, nodes }) => {
    const shown = nodes
      .slice(0, NODES_SHOWN)
      .map(({ html, failureSummary }) => `  ${html.slice(0, 200)}\n  ${failureSummary}`);
    return `${id}: ${help} (${nodes.length})\n${shown.join('\n')}`;
  });
}
