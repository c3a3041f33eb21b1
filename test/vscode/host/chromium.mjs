// Which Chromium to start, and with what environment, on machines that may lack its libraries, any font, or both.
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** True where the Chromium from npm runs; elsewhere the installed browser is used. */
export const bundledChromium =
  process.platform === 'linux' && process.arch === 'x64' && process.env.ZPA_TRIAGE_CHROMIUM === undefined;

/** Where browsers are installed on the systems for which npm has no Chromium. */
const INSTALLED = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
};

/**
 * The browser to start: the one that ZPA_TRIAGE_CHROMIUM names, else the one of the cache, else an installed one.
 * @param {string} folder the unpacked Chromium of the cache
 * @returns {{executablePath: string, env: NodeJS.ProcessEnv}}
 */
export function findChromium(folder) {
  const named = process.env.ZPA_TRIAGE_CHROMIUM;
  if (named !== undefined) return { executablePath: named, env: process.env };
  if (bundledChromium) return { executablePath: join(folder, 'chromium'), env: bareMachine(folder) };
  const installed = INSTALLED[process.platform]?.find((path) => existsSync(path));
  if (installed === undefined)
    throw new Error('no Chromium found: name one in the environment variable ZPA_TRIAGE_CHROMIUM');
  return { executablePath: installed, env: process.env };
}

/**
 * Unpacks the package @sparticuz/chromium with its own code, which knows no other target than the temporary folder.
 * @param {string} from the package
 * @param {string} to
 * @param {string} node the package wants a newer Node than ours
 */
export async function unpackChromium(from, to, node) {
  mkdirSync(to);
  const code = `
    const { inflate } = await import(${JSON.stringify(pathToFileURL(join(from, 'build/index.js')).href)});
    for (const name of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br']) await inflate(${JSON.stringify(join(from, 'bin'))} + '/' + name);
  `;
  await run(node, ['--input-type=module', '--eval', code], { env: { ...process.env, TMPDIR: to } });
}

/**
 * Environment that lends Chromium what the machine lacks: nss and nspr, and one font.
 * @param {string} folder
 */
function bareMachine(folder) {
  const env = { ...process.env };
  if (lacksLibraries(join(folder, 'chromium'))) {
    env.LD_LIBRARY_PATH = [join(folder, 'al2023/lib'), env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  }
  if (lacksFonts()) env.FONTCONFIG_FILE = fontConfiguration(folder);
  return env;
}

/** Only then are the lent ones taken: a machine's own libraries fit each other. */
function lacksLibraries(executable) {
  try {
    return execFileSync('ldd', [executable], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).includes(
      'not found',
    );
  } catch {
    return true;
  }
}

function lacksFonts() {
  const folders = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(homedir(), '.fonts'),
    join(homedir(), '.local/share/fonts'),
  ];
  return !folders.some((path) => existsSync(path) && readdirSync(path).length > 0);
}

/** The package's own file names folders of another machine. */
function fontConfiguration(folder) {
  const file = join(folder, 'fonts.conf');
  const fonts = `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir>`;
  if (!existsSync(file)) writeFileSync(file, `<?xml version="1.0"?>\n<fontconfig>${fonts}</fontconfig>\n`);
  return file;
}
