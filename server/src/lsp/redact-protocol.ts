/** Redaction for sharing, as the editor asks for it. Typed once for both sides. */

export interface RedactTextParams {
  /** The text to redact: a selection, or a whole document. */
  readonly text: string;
  /** The document it is from: tells a key file, and lets its other lines say what is a name. */
  readonly uri?: string;
}

export interface RedactedText {
  readonly text: string;
  /** How many places were replaced. */
  readonly replaced: number;
  /** How many places still look like something that should be gone; the editor should not share such a text unread. */
  readonly leaks: number;
}

export const REDACT_REQUESTS = {
  /** RedactTextParams -> RedactedText. Stand-ins are the same for the whole session; nothing of them is written anywhere. */
  redactText: 'zpaTriage/redactText',
} as const;
