import { FRANKFURT, INTERCEPTOR } from '../cast';
import { syntheticKey } from '../provisioning-key';
import { interceptFromNow } from './interception';
import type { Scenario } from './scenario';
import { blocksEachMinute, enterConnector, MORNING, openStage, redirectsAt, startUp } from './stage';
import { supportFiles } from './support-files';

/** Seconds into the story: 11:21:08, the first firewall node has the new policy; 11:22:16, so has the second. */
const FIRST_NODE = 7_626;
const SECOND_NODE = 7_694;
/** 12:03:50, the journal is printed. */
const END = 10_188;

const README = `# A connector behind TLS inspection

This bundle is synthetic. \`npx tsx test/generator/write-samples.ts\` writes it; the company, hosts, names, ids and the
provisioning key are invented, and the addresses belong to nobody (documentation ranges and 10/8).

What it tells: the App Connector *Frankfurt DC-2* starts at 09:14 and works for two hours, with a few redirects as
every connector has them. At 11:21 the network team switches TLS inspection on, one firewall node after the other.
The control connection is cut, comes back through the node that still has the old policy, and is cut again a minute
later. From then on every handshake shows the certificate of ${INTERCEPTOR.company}, and the connector waits.

What to look at: the two closes and what follows them in journal.txt, and the issuer in openssl.txt. Name resolution,
path, clock, disk, processor and memory are fine, and the files that show it are here as well.

One thing more: an editor has put curly quotes around the key in provision_key. It does not matter to a connector
that has enrolled, and it would at the next enrolment. Open the file and take the quick fix.
`;

export const failedConnector: Scenario = {
  name: 'failed-connector',
  note: 'A connector works for two hours; then TLS inspection cuts it off. Its key file has curly quotes.',
  expected: {
    rootCause: 'tunnel/ssl-interception',
    findings: ['tunnel/ssl-interception', 'provision-key/smart-quotes'],
    tolerated: [
      'tunnel/control-connection-closed',
      'tunnel/not-connected-to-cloud',
      'tunnel/control-disconnected',
      'tunnel/backed-off-connections',
      'tunnel/tx-drop',
      'tunnel/redirected',
      'health/secondary-connection-down',
      'provision-key/secret-exposed',
    ],
  },
  bundle: (seed) => {
    const stage = openStage(seed, FRANKFURT);
    const { timeline, journal, random } = stage;
    journal.line('systemd', 1, 'Started Zscaler Private Access App Connector.');
    const life = enterConnector(stage);
    startUp(stage, life);
    blocksEachMinute(stage, life);
    redirectsAt(stage, life, [2_288, 5_009]);
    timeline.at(FIRST_NODE, () => {
      life.close('FOHH_CLOSE_REASON_SOCKET_ERR');
    });
    timeline.at(FIRST_NODE + 1, () => {
      life.connect(life.otherBroker(), 58);
    });
    timeline.at(SECOND_NODE, () => {
      life.close('FOHH_CLOSE_REASON_SOCKET_ERR');
      interceptFromNow(stage, life);
    });
    timeline.run(END);
    const collection = {
      cast: FRANKFURT,
      pids: { parent: 1054, child: 3276 },
      processStartMs: MORNING,
      collectedMs: MORNING + (END + 130) * 1000,
      issuer: INTERCEPTOR.commas,
      keyFile: `\u201c${syntheticKey(random.fork('key'), FRANKFURT.identity)}\u201d\n`,
    };
    return new Map([
      ['journal.txt', journal.text],
      ...supportFiles(collection, random.fork('files')),
      ['README.md', README],
    ]);
  },
};
