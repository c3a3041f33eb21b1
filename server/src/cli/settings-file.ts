/** Settings that come with `--config` or with a bundle: read, and what is wrong with them said on standard error. */
import { readFileSync } from 'node:fs';
import type { Catalogue } from '../engine/catalogue';
import { NO_SETTINGS, readConfig } from '../engine/report/bundle-config';
import type { BundleConfig } from '../engine/report/bundle-config';
import { reasonOf } from '../node/failures';
import { hint } from './args';
import { nearest } from './nearest';
import type { BundleRead } from './read-bundle';
import { complain } from './terminal';
import { UsageError } from './usage-error';

/** Settings of `--config`. Throws UsageError where the file holds none; parts that are not understood are named. */
export function configFile(file: string, catalogue: Catalogue): BundleConfig {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${file}: ${reasonOf(error)}`);
  }
  const config = readConfig(text);
  const nothing = config.problems.find((problem) => NO_SETTINGS.includes(problem));
  if (nothing !== undefined) throw new UsageError(`${file}: ${nothing}, so no settings`);
  for (const problem of [...config.problems, ...strangers(config, catalogue)]) complain(`${file}: ${problem}`);
  return config;
}

/** Settings of bundles. Their patterns are not run: a bundle comes from somebody else. */
export function bundleConfigs(bundle: BundleRead, catalogue: Catalogue): BundleConfig[] {
  return bundle.configs.map(({ path, config }) => {
    for (const problem of [...config.problems, ...strangers(config, catalogue)]) complain(`${path}: ${problem}`);
    if (config.customSignatures.length > 0) {
      complain(`${path}: customSignatures of a bundle are not used; give them with --config`);
    }
    return { ...config, customSignatures: [] };
  });
}

/** Ids that name no rule or runbook, and ids of signatures that are taken. */
function strangers(config: BundleConfig, { rules, runbooks }: Catalogue): readonly string[] {
  const own = config.customSignatures.map(({ id }) => id);
  const known = new Set([...rules.flatMap(({ id, aliases = [] }) => [id, ...aliases]), ...own]);
  const named = [...Object.keys(config.severities), ...config.suppress.map(({ rule }) => rule)];
  const ids = rules.map(({ id }) => id);
  return [
    ...[...new Set(named)]
      .filter((id) => !known.has(id))
      .map((id) => `no rule is called ${id}${hint(nearest(id, [...ids, ...own], 1))}`),
    ...own
      .filter((id, index) => ids.includes(id) || own.indexOf(id) < index)
      .map((id) => `the id ${id} of a custom signature is taken`),
    ...config.customSignatures.flatMap(({ id, runbook }) =>
      runbook === undefined || runbooks.some((one) => one.id === runbook)
        ? []
        : [`custom signature ${id}: no runbook is called ${runbook}`],
    ),
  ];
}
