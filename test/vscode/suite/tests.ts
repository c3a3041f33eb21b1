/** The tests of the suite, in order. */
import './smoke.test';
