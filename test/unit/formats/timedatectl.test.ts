import assert from 'node:assert/strict';
import { timedatectl } from '../../../server/src/engine/formats/clock/timedatectl';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const NEW = `[root@fra-ac-02 ~]# timedatectl status
               Local time: Tue 2026-03-17 12:07:15 UTC
           Universal time: Tue 2026-03-17 12:07:15 UTC
                 RTC time: Tue 2026-03-17 12:19:32
                Time zone: UTC (UTC, +0000)
System clock synchronized: no
              NTP service: active
          RTC in local TZ: no
`;
/** systemd 219. */
const OLD = `      Local time: Wed 2026-01-21 09:15:01 IST
  Universal time: Wed 2026-01-21 03:45:01 UTC
        RTC time: Wed 2026-01-21 03:45:00
       Time zone: Asia/Kolkata (IST, +0530)
     NTP enabled: no
NTP synchronized: no
 RTC in local TZ: no
      DST active: n/a
`;
/** systemd 237. */
const TIMESYNCD = `                      Local time: Wed 2026-01-21 03:45:01 UTC
                  Universal time: Wed 2026-01-21 03:45:01 UTC
                        RTC time: Wed 2026-01-21 03:45:01
                       Time zone: Etc/UTC (UTC, +0000)
       System clock synchronized: yes
systemd-timesyncd.service active: yes
                 RTC in local TZ: no
`;

describe('timedatectl', () => {
  it('reads the wording of systemd 239 and later', () => {
    const [facts] = factsOf(timedatectl, NEW);
    assert.equal(facts?.synchronized?.value, false);
    assert.deepEqual([facts.synchronized.line, facts.synchronized.start, facts.synchronized.end], [5, 0, 29]);
    assert.equal(facts.service?.active, true);
    assert.equal(facts.universalMs, Date.UTC(2026, 2, 17, 12, 7, 15));
    assert.equal(facts.hardwareMs, Date.UTC(2026, 2, 17, 12, 19, 32));
  });

  it('reads the wordings of older versions', () => {
    const [old] = factsOf(timedatectl, OLD);
    assert.equal(old?.synchronized?.value, false);
    assert.equal(old.service?.active, false);
    const [timesyncd] = factsOf(timedatectl, TIMESYNCD);
    assert.equal(timesyncd?.synchronized?.value, true);
    assert.equal(timesyncd.service?.active, true);
  });

  it('reads a line picked by grep, and properties', () => {
    assert.equal(factsOf(timedatectl, 'System clock synchronized: no\n')[0]?.synchronized?.value, false);
    const shown = factsOf(
      timedatectl,
      '$ timedatectl show\nTimezone=UTC\nLocalRTC=no\nCanNTP=yes\nNTP=no\nNTPSynchronized=yes\n',
    );
    assert.equal(shown[0]?.synchronized?.value, true);
    assert.equal(shown[0].service?.active, false);
  });

  it('tells n/a from off, and keeps what is not there at null', () => {
    const [facts] = factsOf(timedatectl, NEW.replace('active', 'n/a').replace(/System clock.*\n/u, ''));
    assert.equal(facts?.service?.active, null);
    assert.equal(facts.synchronized, null);
  });

  it('parts the answers of a loop', () => {
    const twice = factsOf(timedatectl, OLD + OLD.replace('synchronized: no', 'synchronized: yes'));
    assert.deepEqual(
      twice.map((one) => one.synchronized?.value),
      [false, true],
    );
  });

  it('leaves a remark about clocks alone', () => {
    assert.equal(readArtifact('Local time: noon\nsee timedatectl\n').format, null);
    assert.equal(readArtifact('The page says System clock synchronized: no\n').format, null);
  });

  it('names every value', () => {
    assertCovered(timedatectl, [...NEW.split('\n').slice(1), ...OLD.split('\n'), ...TIMESYNCD.split('\n')]);
    assert.deepEqual(valuesOf(timedatectl, 'System clock synchronized: no'), [
      'timedatectl.System clock synchronized=no',
    ]);
  });

  it('is not upset by cuts and strange lines', () => {
    assertRobust(timedatectl, OLD);
  });
});
