import { connect } from './connect';
import { disk } from './disk';
import { host } from './host';
import { network } from './network';
import { records } from './records';
import type { Samples } from './sample';
import { service } from './service';

/** Samples of every format. */
export const samples: Samples = { ...host, ...disk, ...network, ...connect, ...service, ...records };
