import type { FieldToken } from '../format';
import { labelled, span, unlabelled } from '../shared/words';
import { CONNECTED, ERROR, EXPIRES, NAME, SSL_CONNECTION, STATUS, TRYING } from './curl-lines';

/** Named values of a line of curl. */
export function curlFields(line: string): readonly FieldToken[] {
  const error = ERROR.exec(line)?.groups?.code;
  if (error !== undefined) return [labelled('curl.error', span(line, 0, 4), span(line, 7, 7 + error.length))];
  const status = STATUS.exec(line)?.groups?.status;
  if (status !== undefined) {
    const at = line.indexOf(` ${status}`) + 1;
    return [unlabelled('curl.status', span(line, at, at + 3))];
  }
  const part = NAME.exec(line)?.groups?.part;
  if (part !== undefined) return behindLabel(line, part);
  if (EXPIRES.test(line)) return behindLabel(line, 'expire date');
  const ssl = SSL_CONNECTION.exec(line);
  if (ssl !== null) {
    const at = line.indexOf('SSL');
    return [labelled('curl.SSL connection', span(line, at, at + 14), span(line, ssl[0].length, line.length))];
  }
  return addresses(line);
}

function behindLabel(line: string, label: string): readonly FieldToken[] {
  const at = line.indexOf(label);
  const end = at + label.length;
  return [labelled(`curl.${label}`, span(line, at, end), span(line, end + 1, line.length))];
}

function addresses(line: string): readonly FieldToken[] {
  const tried = TRYING.exec(line)?.groups?.address;
  if (tried !== undefined) {
    const at = line.indexOf(tried);
    return [unlabelled('curl.address', span(line, at, at + tried.length))];
  }
  const groups = CONNECTED.exec(line)?.groups;
  if (groups?.address === undefined || groups.port === undefined) return [];
  const at = line.indexOf(`(${groups.address}`) + 1;
  const port = line.indexOf(groups.port, line.indexOf('port ', at));
  return [
    unlabelled('curl.address', span(line, at, at + groups.address.length)),
    unlabelled('curl.port', span(line, port, port + groups.port.length)),
  ];
}
