import assert from 'node:assert/strict';
import { rsyslogConf } from '../../../server/src/engine/formats/config/rsyslog-conf';
import type { RsyslogConfFacts } from '../../../server/src/engine/formats/config/rsyslog-conf';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const STRAIGHT = ':programname, isequal, "zpa-connector-child" stop\n:programname, isequal, "zpa-connector" stop\n';
const CURLY = STRAIGHT.replaceAll(/ "/gu, ' “').replaceAll('"', '”');
const MAIN = `# rsyslog configuration file, the “main” one
module(load="imuxsock" SysSock.Use="off")
$ActionFileDefaultTemplate RSYSLOG_TraditionalFileFormat
include(file="/etc/rsyslog.d/*.conf" mode="optional")
*.info;mail.none;authpriv.none                /var/log/messages
& stop
if $programname == 'zpa-connector' then stop
`;
const ECHO = 'echo ‘:programname, isequal, “zpa-connector-child” stop’ >> /etc/rsyslog.d/zpa-connector.conf\n';

/** Facts of the text as the file of this name. */
function read(text: string, path = 'etc/rsyslog.d/zpa-connector.conf'): RsyslogConfFacts | undefined {
  return readArtifact(text, path).sections.find((one) => one.format === 'rsyslog-conf')?.facts as RsyslogConfFacts;
}

describe('rsyslog.conf', () => {
  it('reads which programs are kept out of syslog', () => {
    const facts = read(STRAIGHT);
    assert.deepEqual([facts?.stopped, facts?.quoteCount], [['zpa-connector-child', 'zpa-connector'], 0]);
    assert.deepEqual(read(':programname, isequal, "zpa-connector" ~\n')?.stopped, ['zpa-connector']);
  });

  it('counts curly quotes outside of comments', () => {
    const facts = read(CURLY);
    assert.deepEqual([facts?.stopped, facts?.quoteCount], [[], 4]);
    assert.deepEqual(facts?.quotes[0], { line: 0, start: 23, end: 24 });
    assert.equal(read(MAIN, 'rsyslog.conf')?.quoteCount, 0);
  });

  it('reads what commands print, and what they write', () => {
    const shown = factsOf(rsyslogConf, `# cat /etc/rsyslog.d/zpa-connector.conf\n${CURLY}`);
    assert.equal(shown[0]?.quoteCount, 4);
    const typed = factsOf(rsyslogConf, `[root@h ~]# ${ECHO}[root@h ~]# systemctl restart rsyslog\n`);
    assert.deepEqual([typed[0]?.inCommand, typed[0]?.quoteCount], [4, 0]);
    assert.equal(factsOf(rsyslogConf, ECHO)[0]?.quoteCount, 4);
  });

  it('is recognised by content only by filters of the connector', () => {
    assert.equal(readArtifact(STRAIGHT, 'notes.txt').format, 'rsyslog-conf');
    assert.equal(readArtifact(STRAIGHT.replaceAll('zpa-', 'my-'), 'notes.txt').format, null);
  });

  it('names every value', () => {
    assertCovered(rsyslogConf, [...STRAIGHT.split('\n'), ...CURLY.split('\n')]);
    assert.deepEqual(valuesOf(rsyslogConf, ':programname, isequal, "zpa-connector" stop'), [
      'rsyslog.property=programname',
      'rsyslog.comparison=isequal',
      'rsyslog.value=zpa-connector',
      'rsyslog.action=stop',
    ]);
  });

  it('is not upset by cuts and strange lines', () => {
    assertRobust(rsyslogConf, CURLY);
    for (let end = 0; end < MAIN.length; end += 1) read(MAIN.slice(0, end), 'rsyslog.conf');
  });
});
