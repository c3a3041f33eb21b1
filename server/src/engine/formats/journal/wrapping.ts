/** What mail programs and tickets put in front of a line that was pasted: marks of a quotation, blanks of an indentation. */

const WRAPPING = /(?:> {0,4}){1,6}[ \t]{0,16}|[ \t]{1,24}(?:> {0,4}){0,6}/uy;
const PRODUCT = /(?:zpa-(?:connector|service-edge|pcc)|np-connector)(?:-child|\.service)?(?=[[:])/uy;

/** Where the line begins behind quotation marks and indentation; `start` where there are none. */
export function skipWrapping(text: string, start: number): number {
  const unit = text.charCodeAt(start);
  if (unit !== 62 /* > */ && unit !== 32 && unit !== 9) return start;
  WRAPPING.lastIndex = start;
  return WRAPPING.test(text) ? WRAPPING.lastIndex : start;
}

/** Whether the name of a process of the product stands at `start`, in front of its pid or colon. */
export function isProductName(text: string, start: number): boolean {
  PRODUCT.lastIndex = start;
  return start >= 0 && PRODUCT.test(text);
}

/** Whether a control code begins in the word at `start`, of which the first units are looked at. */
export function isCoded(text: string, start: number, end: number): boolean {
  const last = Math.min(end, start + 96);
  for (let at = start; at < last; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 32) return false;
    if (unit === 27 /* ESC */) return true;
  }
  return false;
}
