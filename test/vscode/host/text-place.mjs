// Where a text is on the page. Playwright finds elements; an editor's line is one element per token, or one for all.

/** Looked through in this order. */
const SCOPES = ['.monaco-editor .view-line', 'body'];

/**
 * The middle of the first visible occurrence, in the page or in a webview of it.
 * @param {import('playwright-core').Page} page
 * @param {string} text
 * @param {string} [within] a CSS selector
 * @returns {Promise<{x: number, y: number} | null>}
 */
export async function placeOfText(page, text, within) {
  const scopes = within === undefined ? SCOPES : [within];
  for (const frame of page.frames()) {
    try {
      const place = await frame.evaluate(findInDocument, { text, scopes });
      if (place === null) continue;
      const { x, y } = await frameOffset(frame);
      return { x: place.x + x, y: place.y + y };
    } catch {
      // A frame may go while it is looked at.
    }
  }
  return null;
}

/** Of a frame's content in the page. */
async function frameOffset(frame) {
  if (frame.parentFrame() === null) return { x: 0, y: 0 };
  const box = await (await frame.frameElement()).boundingBox();
  if (box === null) throw new Error('hidden frame');
  return box;
}

/** Runs in the page. */
function findInDocument({ text, scopes }) {
  for (const scope of scopes) {
    for (const element of document.querySelectorAll(scope)) {
      const place = findInElement(element);
      if (place !== null) return place;
    }
  }
  return null;

  function findInElement(element) {
    const nodes = [];
    let whole = '';
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      nodes.push({ node: walker.currentNode, start: whole.length });
      // Editors draw spaces as no-break spaces.
      whole += walker.currentNode.data.replaceAll('\u00a0', ' ');
    }
    for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) {
      const place = middle(nodes, at, at + text.length);
      if (place !== null) return place;
    }
    return null;
  }

  function middle(nodes, start, end) {
    const range = document.createRange();
    const first = nodes.findLast((entry) => entry.start <= start);
    const last = nodes.findLast((entry) => entry.start < end);
    range.setStart(first.node, start - first.start);
    range.setEnd(last.node, end - last.start);
    const box = range.getClientRects()[0];
    if (box === undefined || box.width === 0) return null;
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    // Not scrolled away, and nothing lies over it.
    const top = document.elementFromPoint(x, y);
    const owner = first.node.parentElement;
    return top !== null && (top.contains(owner) || owner.contains(top)) ? { x, y } : null;
  }
}
