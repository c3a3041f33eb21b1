/** Lines that journalctl itself writes between messages. */
export type JournalMarker = 'boot' | 'begin' | 'empty';

/** `-- Boot <id> --`, `-- Reboot --`, `-- Logs begin at …`, `-- Journal begins at …`, `-- No entries --`; null otherwise. */
export function journalMarker(text: string, start: number, end: number): JournalMarker | null {
  if (!text.startsWith('-- ', start)) return null;
  const line = text.slice(start, Math.min(end, start + 50));
  if (/^-- (?:Boot [0-9a-f]{32}|Reboot) --/u.test(line)) return 'boot';
  if (/^-- (?:Logs begin|Journal begins) at /u.test(line)) return 'begin';
  return line.startsWith('-- No entries --') ? 'empty' : null;
}
