// The licences of the packages that are bundled: their texts go wherever the programs go.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const LICENCE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/iu;
const PACKAGE = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//u;

/** Folders of the packages that esbuild's metafiles name as inputs, by package name and version. */
function packagesOf(metafiles) {
  const packages = new Map();
  for (const input of metafiles.flatMap(({ inputs }) => Object.keys(inputs))) {
    const found = PACKAGE.exec(input);
    if (found === null) continue;
    const folder = found[0].slice(0, -1);
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    packages.set(`${name} ${version}`, { folder, license });
  }
  return [...packages].sort(([one], [other]) => one.localeCompare(other, 'en'));
}

/** One text of all licences. Throws where a package has none: it must not be shipped unseen. */
export function notices(metafiles) {
  const parts = packagesOf(metafiles).map(([title, { folder, license }]) => {
    const files = readdirSync(folder).filter((file) => LICENCE.test(file));
    if (files.length === 0) throw new Error(`${title} comes without the text of its licence`);
    const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
    return `${title} (${license})\n\n${texts.join('\n\n')}\n`;
  });
  return `ZPA Connector Triage includes these packages.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
