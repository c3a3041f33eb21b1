import assert from 'node:assert/strict';
import { logrotateConf } from '../../../server/src/engine/formats/config/logrotate-conf';
import type { LogrotateConfFacts } from '../../../server/src/engine/formats/config/logrotate-conf';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

/** What the vendor's runbook asks for. */
const DAILY = `# rotate log files daily
daily
# keep 7 files
rotate 7
create
dateext
compress
`;
const RHEL = `# see "man logrotate" for details
weekly
rotate 4
create
dateext
#compress
include /etc/logrotate.d
`;
const SYSLOG = `/var/log/messages
/var/log/secure
{
    missingok
    sharedscripts
    postrotate
        /usr/bin/systemctl reload rsyslog.service >/dev/null 2>&1 || true
    endscript
}
`;

/** Facts of the text as the file logrotate.conf. */
function read(text: string): LogrotateConfFacts | undefined {
  return readArtifact(text, 'logrotate.conf').sections.find((one) => one.format === 'logrotate-conf')
    ?.facts as LogrotateConfFacts;
}

describe('logrotate.conf', () => {
  it('reads interval, number and compression', () => {
    const facts = read(DAILY);
    assert.deepEqual(
      [facts?.interval?.value, facts?.rotate?.value, facts?.compress, facts?.rotate?.line],
      ['daily', 7, true, 3],
    );
    const other = read(RHEL);
    assert.deepEqual([other?.interval?.value, other?.rotate?.value, other?.compress], ['weekly', 4, false]);
    assert.equal(read(SYSLOG)?.interval, null);
  });

  it('counts curly quotes outside of comments, in lines it does not know as well', () => {
    assert.equal(read('# “daily”\ndaily\n“/var/log/messages” {\n  echo ‘done’\n}\n')?.quoteCount, 4);
  });

  it('reads what commands print', () => {
    const text = `[root@h ~]# cat /etc/logrotate.conf\n${RHEL}[root@h ~]# cat /etc/logrotate.d/syslog\n${SYSLOG}`;
    const both = factsOf(logrotateConf, text);
    assert.deepEqual(
      both.map((one) => [one.rotate?.value ?? null, one.line]),
      [
        [4, 2],
        [null, 9],
      ],
    );
  });

  it('is never recognised by its content alone', () => {
    assert.equal(readArtifact(DAILY, 'notes.txt').format, null);
  });

  it('names every value', () => {
    assertCovered(logrotateConf, ['daily', 'rotate 7', 'create', 'dateext', 'compress', 'include /etc/logrotate.d']);
    assert.deepEqual(valuesOf(logrotateConf, 'rotate 7'), ['logrotate.rotate=7']);
  });

  it('is not upset by cuts and strange lines', () => {
    assertRobust(logrotateConf, DAILY);
    for (let end = 0; end < SYSLOG.length; end += 1) read(SYSLOG.slice(0, end));
  });
});
