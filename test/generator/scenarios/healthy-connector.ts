import { ROTTERDAM } from '../cast';
import { syntheticKey } from '../provisioning-key';
import { healthy } from './scenario';
import type { Scenario } from './scenario';
import { blocksEachMinute, enterConnector, MORNING, openStage, redirectsAt, startUp } from './stage';
import { supportFiles } from './support-files';

/** 12:03:50, the journal is printed. */
const END = 10_188;

const README = `# A healthy connector

This bundle is synthetic. \`npx tsx test/generator/write-samples.ts\` writes it; the company, hosts, names, ids and the
provisioning key are invented, and the addresses belong to nobody (documentation ranges and 10/8).

What it tells: the App Connector *Rotterdam Edge-1* starts at 09:14 and works. It is redirected now and then, which is
normal. The files are those of the failed sample, so that the two can be compared one by one; nothing in them deserves
an error or a warning.
`;

export const healthyConnector: Scenario = {
  name: 'healthy-connector',
  note: 'A connector starts and works for three hours, with a few redirects.',
  expected: healthy('tunnel/redirected', 'provision-key/secret-exposed'),
  bundle: (seed) => {
    const stage = openStage(seed, ROTTERDAM);
    const { timeline, journal, random } = stage;
    journal.line('systemd', 1, 'Started Zscaler Private Access App Connector.');
    const life = enterConnector(stage, { pid: 2914, parentPid: 1021 });
    startUp(stage, life);
    blocksEachMinute(stage, life);
    redirectsAt(stage, life, [3_371, 7_891]);
    timeline.run(END);
    const collection = {
      cast: ROTTERDAM,
      pids: { parent: 1021, child: 2914 },
      processStartMs: MORNING,
      collectedMs: MORNING + (END + 130) * 1000,
      keyFile: `${syntheticKey(random.fork('key'), ROTTERDAM.identity)}\n`,
    };
    return new Map([
      ['journal.txt', journal.text],
      ...supportFiles(collection, random.fork('files')),
      ['README.md', README],
    ]);
  },
};
