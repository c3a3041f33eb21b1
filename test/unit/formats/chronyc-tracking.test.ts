import assert from 'node:assert/strict';
import { chronycSources } from '../../../server/src/engine/formats/clock/chronyc-sources';
import { chronycTracking } from '../../../server/src/engine/formats/clock/chronyc-tracking';
import { assertCovered, assertRobust, factsOf, readArtifact, valuesOf } from './support';

const NORMAL = `[root@fra-ac-02 ~]# chronyc tracking
Reference ID    : 0A140005 (10.20.0.5)
Stratum         : 3
Ref time (UTC)  : Tue Mar 17 12:00:19 2026
System time     : 0.000021418 seconds slow of NTP time
Last offset     : -0.000013502 seconds
RMS offset      : 0.000038771 seconds
Frequency       : 11.207 ppm slow
Residual freq   : -0.002 ppm
Skew            : 0.041 ppm
Root delay      : 0.012734115 seconds
Root dispersion : 0.001102441 seconds
Update interval : 1036.4 seconds
Leap status     : Normal
`;
const LOST = `Reference ID    : 00000000 ()
Stratum         : 0
Ref time (UTC)  : Thu Jan 01 00:00:00 1970
System time     : 0.000000000 seconds fast of NTP time
Last offset     : +0.000000000 seconds
RMS offset      : 0.000000000 seconds
Frequency       : 8.912 ppm slow
Residual freq   : +0.000 ppm
Skew            : 0.000 ppm
Root delay      : 1.000000000 seconds
Root dispersion : 1.000000000 seconds
Update interval : 0.0 seconds
Leap status     : Not synchronised
`;
/** chrony 1 and 2 print an address as reference. */
const OLD = LOST.replace('00000000 ()', '127.127.1.1 ()').replace('Stratum         : 0', 'Stratum         : 10');
/** A page that lost its line breaks. */
const ONE_LINE =
  'Reference ID : 00000000 (unsynchronised) System time : 312.4 seconds slow of NTP time Leap status : Not synchronised\n';

describe('chronyc tracking', () => {
  it('reads a clock that follows a server', () => {
    const [facts] = factsOf(chronycTracking, NORMAL);
    assert.equal(facts?.reference?.kind, 'source');
    assert.equal(facts.reference.id, '0A140005');
    assert.equal(facts.stratum?.value, 3);
    assert.equal(facts.behind?.seconds, 0.000021418);
    assert.equal(facts.lastOffset?.seconds, -0.000013502);
    assert.equal(facts.leap?.synchronised, true);
    assert.deepEqual([facts.leap.line, facts.leap.start, facts.leap.end], [13, 0, 24]);
  });

  it('reads a clock that follows nothing, or itself', () => {
    const [lost] = factsOf(chronycTracking, LOST);
    assert.equal(lost?.reference?.kind, 'none');
    assert.equal(lost.leap?.synchronised, false);
    assert.equal(factsOf(chronycTracking, OLD)[0]?.reference?.kind, 'local');
  });

  it('reads slow as behind and fast as ahead', () => {
    const fast = NORMAL.replace('0.000021418 seconds slow', '737.427447000 seconds fast');
    assert.equal(factsOf(chronycTracking, fast)[0]?.behind?.seconds, -737.427447);
  });

  it('reads values that stand on one line', () => {
    const [facts] = factsOf(chronycTracking, ONE_LINE);
    assert.equal(facts?.reference?.kind, 'none');
    assert.equal(facts.behind?.seconds, 312.4);
    assert.equal(facts.leap?.synchronised, false);
    assert.deepEqual(valuesOf(chronycTracking, ONE_LINE.trimEnd()), [
      'chronyc.Reference ID=00000000 (unsynchronised)',
      'chronyc.System time=312.4 seconds slow of NTP time',
      'chronyc.Leap status=Not synchronised',
    ]);
  });

  it('reads a daemon that does not answer, and parts the answers of a loop', () => {
    assert.ok(factsOf(chronycTracking, '# chronyc tracking\n506 Cannot talk to daemon\n')[0]?.daemonSilent);
    const loop = factsOf(chronycTracking, LOST + NORMAL.slice(NORMAL.indexOf('\n') + 1));
    assert.deepEqual(
      loop.map((one) => one.leap?.synchronised),
      [false, true],
    );
  });

  it('skips cut values', () => {
    const [facts] = factsOf(chronycTracking, LOST.slice(0, LOST.indexOf('seconds fast')));
    assert.equal(facts?.behind, null);
    assert.equal(facts.leap, null);
  });

  it('leaves other texts alone', () => {
    assert.equal(readArtifact('Reference ID : INV-20 (paid)\nSkew : high\n').format, null);
  });

  it('names every value', () => {
    assertCovered(chronycTracking, [...NORMAL.split('\n').slice(1), ...LOST.split('\n')], /^(?:seconds|ppm|:)$/u);
  });

  it('is not upset by cuts and strange lines', () => {
    assertRobust(chronycTracking, LOST);
    assertRobust(chronycTracking, ONE_LINE);
  });
});

const SOURCES = `[root@fra-ac-02 ~]# chronyc sources
210 Number of sources = 3
MS Name/IP address         Stratum Poll Reach LastRx Last sample
===============================================================================
^* 10.20.0.5                     2  10   377   412    -13us[  -21us] +/- 9123us
^- time.kestrelmoor.example      3   6    17    32   +210us[ +210us] +/-   41ms
#? PHC0                          0   4     0     -     +0ns[   +0ns] +/-    0ns
`;

describe('chronyc sources', () => {
  it('reads sources, states and reach', () => {
    const [facts] = factsOf(chronycSources, SOURCES);
    assert.deepEqual(
      facts?.sources.map(({ name, state, reach, line }) => [name, state, reach, line]),
      [
        ['10.20.0.5', '*', 255, 4],
        ['time.kestrelmoor.example', '-', 15, 5],
        ['PHC0', '?', 0, 6],
      ],
    );
  });

  it('reads the table of chrony 4 and the legend of -v', () => {
    const legend =
      "  .-- Source mode  '^' = server, '=' = peer, '#' = local clock.\n / .- Source state '*' = current best, '+' = combined, '-' = not combined,\n| /             'x' = may be in error, '~' = too variable, '?' = unusable.\n||                                                 .- xxxx [ yyyy ] +/- zzzz\n";
    const head = '[root@h ~]# chronyc -n sources -v\n\n' + legend;
    const [facts] = factsOf(chronycSources, head + SOURCES.slice(SOURCES.indexOf('MS Name')));
    assert.equal(facts?.sources.length, 3);
    assert.equal(factsOf(chronycSources, SOURCES.slice(SOURCES.indexOf('MS Name')))[0]?.sources.length, 3);
  });

  it('names every value and survives cuts', () => {
    assertCovered(chronycSources, SOURCES.split('\n').slice(4));
    assertRobust(chronycSources, SOURCES);
  });
});
