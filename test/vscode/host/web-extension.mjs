// The extension under test as a web-only VS Code (vscode.dev) would have it: loaded over HTTP by the web extension host.
//
// The served VS Code could load it from its own disk too, but not its worker: "Creating workers from remote extensions is
// currently not supported". And it ignores extensionDevelopmentKind (1.139 reads it under another name), so that an
// extension with both entries would run in the Node host.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative, sep } from 'node:path';

const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.css': 'text/css' };
/** Not 127.0.0.1: the web extension host takes scripts of its own origin, https and http://localhost only. */
const HOST = 'localhost';

/**
 * Serves the extension's folder and makes the page load it from there. Before the page is opened.
 * @param {import('playwright-core').Page} page
 * @param {string} pageOrigin of the served VS Code
 * @param {{extension: string, tests: string}} run the extension's folder and, in it, the module with the tests
 * @returns {Promise<() => void>} ends the serving
 */
export async function offerWebExtension(page, pageOrigin, { extension, tests }) {
  const inside = relative(extension, tests);
  if (inside.startsWith('..')) throw new Error(`the web extension host only runs tests inside the extension: ${tests}`);
  const { port, close } = await serveFolder(extension);
  const uri = (path) => ({ scheme: 'http', authority: `${HOST}:${port}`, path });
  const developmentOptions = {
    enableSmokeTestDriver: true,
    extensions: [uri('/extension')],
    extensionTestsPath: uri(`/extension/${inside.split(sep).join('/')}`),
  };
  // A page that we answer for does not count as one of this machine, and would need leave to ask it for anything.
  const leave = page.context().grantPermissions(['local-network-access'], { origin: pageOrigin });
  // A Chromium that does not know this permission does not ask for it either.
  await leave.catch(() => {});
  await page.route(
    (url) => url.origin === pageOrigin && url.pathname === '/',
    async (route) => {
      const response = await route.fetch({ maxRedirects: 0 });
      const headers = { ...response.headers() };
      headers['content-security-policy'] = allowOrigin(headers['content-security-policy'], `http://${HOST}:${port}`);
      await route.fulfill({ response, headers, body: withOptions(await response.text(), developmentOptions) });
    },
  );
  return close;
}

/** VS Code's page carries its configuration as JSON in an attribute. */
function withOptions(html, developmentOptions) {
  const pattern = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/u;
  if (!pattern.test(html)) throw new Error('VS Code has another start page than expected');
  return html.replace(pattern, (_all, start, text) => {
    const options = JSON.parse(text.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    const changed = JSON.stringify({
      ...options,
      developmentOptions: { ...options.developmentOptions, ...developmentOptions },
    });
    return `${start}${changed.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  });
}

/** The page itself reads the extension's manifest, grammars and pictures. */
function allowOrigin(policy = '', origin) {
  return policy.replaceAll(/(connect-src|img-src|font-src|style-src)/gu, `$1 ${origin}`);
}

/**
 * @param {string} folder
 * @returns {Promise<{port: number, close: () => void}>}
 */
async function serveFolder(folder) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://unused').pathname);
    // URL has resolved the dots: nothing outside the folder can be asked for.
    const file = path.startsWith('/extension/') ? join(folder, path.slice('/extension/'.length)) : null;
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (file === null || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return { port: server.address().port, close: () => void server.close() };
}
