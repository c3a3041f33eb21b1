/** Reports that this program wrote, known by how they begin whatever they are called: no evidence of anything. */

/** A beginning of this length tells. */
const HEAD = 1_000;

const BEGINNINGS: readonly RegExp[] = [
  // JSON of triage and of diff.
  /^\{\s{0,20}"schemaVersion":\s{0,4}\d{1,4},\s{0,20}"tool":\s{0,4}\{\s{0,20}"name":\s{0,4}"zpa-triage"/u,
  // NDJSON: a finding with its id, or the summary alone.
  /^\{"type":"finding","id":"[a-z0-9/-]{1,120}@[^"]{0,500}:\d{1,12}","ruleId":"/u,
  /^\{"type":"summary","schemaVersion":\d{1,4},"tool":\{"name":"zpa-triage"/u,
  // SARIF.
  /^\{\s{0,20}"\$schema":\s{0,4}"[^"]{0,200}sarif[^{}]{1,200}\{\s{0,20}"tool":\s{0,4}\{\s{0,20}"driver":\s{0,4}\{\s{0,20}"name":\s{0,4}"zpa-triage"/u,
  // The text for a terminal, then Markdown.
  /^\d{1,9} root causes?: \d{1,9} errors?, \d{1,9} warnings?(?:, \d{1,9} info)?(?:, \d{1,9} hints?)? in \d{1,9} files?\r?\n\r?\n/u,
  /^# App Connector Troubleshooting Report\r?\n/u,
];

/** Looks at the beginning of a text that streams by. */
export class OwnReportFinder {
  #head = '';

  push(chunk: string): void {
    if (this.#head.length < HEAD) this.#head += chunk.slice(0, HEAD - this.#head.length);
  }

  /** Whether the text is such a report. */
  finish(): boolean {
    const head = this.#head.replace(/^\ufeff/u, '');
    return BEGINNINGS.some((one) => one.test(head));
  }
}
