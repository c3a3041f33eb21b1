import assert from 'node:assert/strict';
import { drApps } from '../../../server/src/engine/formats/dr/dr-apps';
import { drConfigStats } from '../../../server/src/engine/formats/dr/dr-config-stats';
import { drConfiguration } from '../../../server/src/engine/formats/dr/dr-configuration';
import { drResolve } from '../../../server/src/engine/formats/dr/dr-resolve';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const CURL = "% curl 'localhost:9000/assistant/zpn_dr/";
const APPS = `${CURL}show_dr_apps'
App#1 name: branch erp app_gid: 145257608574402742
App#2 name: time-sheets app_gid: 145257608574402724
%
`;
const STATS = `Config file name :unknown, size :0 bytes, last_modified_time:Sep 30 22:36 2025
Config file name :customer_conf.json, size :17218 bytes, last_modified_time:Sep 30 22:36 2025
Config file name :other_conf.json, size :0 bytes, last_modified_time:Sep 30 22:36 2025
`;
const RESOLVE = `${CURL}resolve_dr_domain?record_type=a'
Resolving DR domain:dr.kestrelmoor.example record_type:A
Synchronous.
DNS A response addr1 : 192.0.2.18
%
`;
const CONFIGURATION = `DR activation domain: dr.kestrelmoor.example
DR publickey uploaded: NO
DR Max auth interval secs: 1209600
`;

describe('disaster recovery endpoints', () => {
  it('read the applications', () => {
    assert.deepEqual(factsOf(drApps, APPS), [
      {
        apps: [
          { name: 'branch erp', id: '145257608574402742', line: 1 },
          { name: 'time-sheets', id: '145257608574402724', line: 2 },
        ],
      },
    ]);
    assert.equal(factsOf(drApps, APPS.slice(APPS.indexOf('App#')))[0]?.apps.length, 2);
    assert.equal(factsOf(drApps, `${CURL}show_dr_apps'\n%\n`)[0]?.apps.length, 0);
  });

  it('read the configuration files', () => {
    const [facts] = factsOf(drConfigStats, STATS);
    assert.deepEqual(
      facts?.files.map(({ name, size, line }) => [name, size, line]),
      [
        ['unknown', 0, 0],
        ['customer_conf.json', 17_218, 1],
        ['other_conf.json', 0, 2],
      ],
    );
    assert.equal(factsOf(drConfigStats, STATS + STATS).length, 2);
    assert.equal(factsOf(drConfigStats, STATS.replaceAll(' :', ': '))[0]?.files.length, 3);
  });

  it('read what the activation domain resolves to', () => {
    const [facts] = factsOf(drResolve, RESOLVE);
    assert.deepEqual([facts?.domain, facts?.recordType, facts?.answers], ['dr.kestrelmoor.example', 'A', 1]);
    const [failed] = factsOf(drResolve, RESOLVE.replace(/DNS A .*/u, 'DNS resolution failed'));
    assert.deepEqual([failed?.answers, failed?.finished, failed?.failedLine], [0, true, 3]);
    const [cut] = factsOf(drResolve, 'Resolving DR domain:dr.kestrelmoor.example record_type:TXT\n');
    assert.deepEqual([cut?.answers, cut?.finished], [0, false]);
  });

  it('read the settings', () => {
    const [facts] = factsOf(drConfiguration, CONFIGURATION);
    assert.equal(facts?.domain, 'dr.kestrelmoor.example');
    assert.deepEqual(facts.publicKey, { uploaded: false, line: 1, start: 0, end: 25 });
    assert.equal(facts.maxAuthSeconds, 1_209_600);
    assert.equal(factsOf(drConfiguration, CONFIGURATION.replace('NO', 'YES'))[0]?.publicKey?.uploaded, true);
    assert.equal(factsOf(drConfiguration, 'DR activation domain: \nDR publickey uploaded: NO\n')[0]?.domain, '');
  });

  it('leave other texts alone', () => {
    assert.equal(readArtifact('App#1 is down\nDR: left\nConfig file name: x\nResolving DR names\n').format, null);
  });

  it('name every value', () => {
    assertCovered(drApps, APPS.split('\n').slice(1, 3), /^name:$/u);
    assertCovered(drConfigStats, STATS.split('\n'), /^\S+,$/u);
    assertCovered(drResolve, RESOLVE.split('\n').slice(1, 4), /^(?:Synchronous\.|:)$/u);
    assertCovered(drConfiguration, CONFIGURATION.split('\n'));
    assert.deepEqual(valuesOf(drApps, APPS.split('\n')[1] ?? ''), [
      'dr.App=branch erp',
      'dr.app_gid=145257608574402742',
    ]);
  });

  it('are not upset by cuts and strange lines', () => {
    assertRobust(drApps, APPS);
    assertRobust(drConfigStats, STATS);
    assertRobust(drResolve, RESOLVE);
    assertRobust(drConfiguration, CONFIGURATION);
  });
});
