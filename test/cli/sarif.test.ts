import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import type { Report } from '../../server/src/engine/report/model';
import { SCENARIOS } from '../generator/scenarios/index';
import { buildCli, cli, folder, removeFolders } from './run-cli';
import { SARIF_SCHEMA } from './sarif-schema';

interface Region {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly snippet?: { readonly text: string };
}

interface Location {
  readonly id?: number;
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region: Region;
    readonly contextRegion?: Region;
  };
}

interface Sarif {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly locations: readonly Location[];
      readonly relatedLocations: readonly Location[];
    }[];
  }[];
}

const ajv = new Ajv({ strict: false, formats: { 'sarif-uri-reference': /^(?![a-z][a-z\d+.-]*:)[\w\-.~!*'()%/]+$/iu } });
const isSarif = ajv.compile(SARIF_SCHEMA);

function check(bundle: string): Sarif['runs'][number] {
  const log = JSON.parse(cli([bundle, '--format', 'sarif']).stdout) as Sarif;
  assert.ok(isSarif(log), JSON.stringify(isSarif.errors?.slice(0, 3), null, 1));
  const [run, ...more] = log.runs;
  assert.ok(run !== undefined && more.length === 0);
  const known = new Set(run.artifacts.map((artifact) => artifact.location.uri));
  assert.equal(known.size, run.artifacts.length);
  for (const { ruleId, ruleIndex, locations, relatedLocations } of run.results) {
    // 3.52: the index leads to the rule of the same id.
    assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId);
    assert.equal(new Set(relatedLocations.map(({ id }) => id)).size, relatedLocations.length);
    for (const { physicalLocation } of [...locations, ...relatedLocations]) {
      const { artifactLocation, region, contextRegion } = physicalLocation;
      assert.ok(known.has(artifactLocation.uri), artifactLocation.uri);
      // 3.30: a region does not end before it begins.
      const { startLine, startColumn = 1, endLine = startLine, endColumn = startColumn } = region;
      assert.ok(endLine > startLine || (endLine === startLine && endColumn >= startColumn), JSON.stringify(region));
      // 3.30.13: a snippet is what its region spans; 3.29.5: the context is more than that.
      if (region.snippet !== undefined) assert.equal(region.snippet.text.length, endColumn - startColumn);
      assert.ok(contextRegion === undefined || (contextRegion.startColumn ?? 1) <= startColumn);
    }
  }
  return run;
}

describe('SARIF 2.1.0', function () {
  this.timeout(240_000);
  before(buildCli);
  after(removeFolders);

  for (const scenario of SCENARIOS) {
    it(`of ${scenario.name} keeps to the standard`, () => {
      const bundle = folder(Object.fromEntries(scenario.bundle(2)));
      const run = check(bundle);
      const report = JSON.parse(cli([bundle, '--format', 'json']).stdout) as Report;
      assert.deepEqual(
        run.results.map(({ ruleId }) => ruleId),
        report.findings.map(({ ruleId }) => ruleId),
      );
    });
  }

  it('keeps to the standard with strange names of files and empty bundles', () => {
    check(folder({ 'c d/ä#?%:b.txt': 'x\n', 'http:/evil.txt': 'y\n', provision_key: '\n' }));
  });
});
