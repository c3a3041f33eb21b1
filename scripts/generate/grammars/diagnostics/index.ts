/** Outputs of tools, transcripts, reports and configuration files: every line by its own shape. */
import { jsonLine } from '../json';
import { group, line, parts, SCOPE, word } from '../pattern';
import type { Grammar, Pattern } from '../pattern';
import { failures, successes, unknownIssuer, usedUp, values } from '../values';
import { config } from './config';
import { connect } from './connect';
import { disk } from './disk';
import { host } from './host';
import { network } from './network';
import { records } from './records';
import { service } from './service';
import { transcript } from './transcript';

/** For lines of no known shape. */
const fallback: readonly Pattern[] = [
  failures,
  unknownIssuer,
  successes,
  ...usedUp,
  parts(String.raw`^([ \t]{0,40}[A-Za-z][\w ()/.%-]{1,40}?)(?:[ \t]{0,20}:(?=\s|$))`, SCOPE.label),
  word(String.raw`(?<=[:=] )(?:true|false|yes|no|none|unknown|enabled|disabled)$`, SCOPE.word),
  { include: 'source.zpa-journal#message' },
  ...values,
];

export const diagnostics: Grammar = {
  scopeName: 'source.zpa-diagnostics',
  name: 'ZPA Connector Diagnostics',
  patterns: [
    { include: '#transcript' },
    group(records),
    { include: 'source.zpa-journal#lines' },
    { include: 'source.zpa-memory#rows' },
    jsonLine([{ include: 'source.zpa-journal#message' }]),
    { include: '#outputs' },
    { include: '#fallback' },
  ],
  repository: {
    transcript: { patterns: [group(transcript)] },
    outputs: { patterns: [disk, network, service, connect, host, config].map(group) },
    // As a line of its own: what is tried at every word must be few, not all the shapes.
    fallback: { patterns: [line('.', ...fallback)] },
  },
};
