/** The tests of the suite, in order. */
import './smoke.test';
import './activation.test';
import './journal.test';
import './provision-key.test';
import './foreign.test';
import './desk.test';
import './archive.test';
import './sharing.test';
import './runbook.test';
import './timeline.test';
import './accessibility.test';
import './tour.test';
import './colours.test';
// Its large document stays open for minutes, with its problems.
import './lines.test';
