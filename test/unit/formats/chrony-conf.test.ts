import assert from 'node:assert/strict';
import { chronyConf } from '../../../server/src/engine/formats/config/chrony-conf';
import type { ChronyConfFacts } from '../../../server/src/engine/formats/config/chrony-conf';
import { assertCovered, assertRobust, factsOf, readArtifact } from './support';

const RHEL = `# Use public servers from the pool.ntp.org project.
pool 0.zscaler.pool.ntp.org iburst maxsources 4
server 10.20.0.5 iburst
sourcedir /run/chrony-dhcp
driftfile /var/lib/chrony/drift
makestep 1.0 3
rtcsync
#allow 192.0.2.0/24
leapsectz right/UTC
logdir /var/log/chrony
`;
const AZURE = 'refclock PHC /dev/ptp_hyperv poll 3 dpoll -2 offset 0 stratum 2\ndriftfile /var/lib/chrony/drift\n';
const NTP = 'driftfile /var/lib/ntp/drift\nrestrict default nomodify\nserver 127.127.1.0\nserver 10.20.0.5 prefer\n';

/** Facts of the text as the file of this name. */
function read(text: string, path = 'chrony.conf'): ChronyConfFacts | undefined {
  return readArtifact(text, path).sections.find((one) => one.format === 'chrony-conf')?.facts as ChronyConfFacts;
}

describe('chrony.conf', () => {
  it('reads sources of chrony and ntpd', () => {
    const facts = read(RHEL);
    assert.deepEqual(
      facts?.sources.map(({ kind, name, line }) => [kind, name, line]),
      [
        ['pool', '0.zscaler.pool.ntp.org', 1],
        ['server', '10.20.0.5', 2],
      ],
    );
    assert.deepEqual([facts.elsewhere, facts.whole, facts.contentLines], ['dhcp', true, 8]);
    assert.equal(read(AZURE)?.sources[0]?.kind, 'refclock');
    assert.deepEqual(
      read(NTP, 'ntp.conf')?.sources.map(({ name }) => name),
      ['10.20.0.5'],
    );
  });

  it('sees sources that are switched off, or that stand elsewhere', () => {
    assert.equal(read('# server 10.20.0.5 iburst\n!pool a.example\nrtcsync\n')?.commented.length, 2);
    assert.equal(read('confdir /etc/chrony/conf.d\n')?.elsewhere, 'files');
    assert.equal(read('leapseclist /usr/share/zoneinfo/leap-seconds.list\n')?.elsewhere, 'no');
  });

  it('counts curly quotes outside of comments', () => {
    const facts = read('# the “old” server\nserver “10.20.0.5” iburst\n');
    assert.equal(facts?.quoteCount, 2);
    assert.deepEqual(facts.quotes[0], { line: 1, start: 7, end: 8 });
  });

  it('reads what commands print', () => {
    const [facts] = factsOf(chronyConf, `[root@h ~]# cat /etc/chrony.conf\n${RHEL}[root@h ~]# uptime\n`);
    assert.equal(facts?.sources.length, 2);
    const [picked] = factsOf(
      chronyConf,
      "[root@h ~]# grep -E '^(server|pool)' /etc/chrony.conf\nserver 10.20.0.5 iburst\n",
    );
    assert.deepEqual([picked?.whole, picked?.sources.length], [false, 1]);
  });

  it('is recognised by content only where a source is named in its way', () => {
    assert.equal(readArtifact('server 10.20.0.5 iburst\n', 'notes.txt').format, 'chrony-conf');
    assert.equal(readArtifact('server 10.20.0.5 is down\nlog everything\n', 'notes.txt').format, null);
  });

  it('names every value', () => {
    assertCovered(
      chronyConf,
      RHEL.split('\n').filter((line) => !line.startsWith('#')),
      /^(?:iburst|maxsources|4)$/u,
    );
  });

  it('is not upset by cuts and strange lines', () => {
    assertRobust(chronyConf, RHEL);
    for (let end = 0; end < RHEL.length; end += 1) read(RHEL.slice(0, end));
  });
});
