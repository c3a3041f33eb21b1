/** The tests of the suite, in order. */
import './smoke.test';
import './journal.test';
import './provision-key.test';
import './foreign.test';
import './desk.test';
import './archive.test';
import './lines.test';
import './sharing.test';
import './runbook.test';
import './timeline.test';
import './tour.test';
import './colours.test';
