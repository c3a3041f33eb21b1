/**
 * A value that somebody took out: `<redacted>`, `[REDACTED_IP]`, `XXXX`, `xxx.xxx.xxx.xxx`, `10.x.x.x`, `****`. What
 * stood there is unknown, and no fault of the file.
 */
const MARK =
  /^["']?(?:[<[{(](?:[\w-]{1,20}[ _:-])?(?:redacted|removed|masked|hidden|anonymi[sz]ed|sanitized)(?:[ _:-][\w-]{1,20})?[>\]})]|(?:\w{1,20}[_-])?redacted(?:[_-]\w{1,20})?|x{3,64}|\*{3,64}|(?=[\d.]{0,12}[x*])(?:\d{1,3}|[x*]{1,3})(?:\.(?:\d{1,3}|[x*]{1,3})){3})["']?$/iu;

/** Whether a whole value is a mark of redaction. */
export function isRedactionMark(value: string): boolean {
  return value.length <= 100 && MARK.test(value.trim());
}
