/**
 * What a format is: how it is recognised, read and explained. One folder or file a format; the registry is
 * generated (`npm run generate`). A format knows nothing of rules, knowledge or editors.
 */

import type { LineSkimmer } from '../text/line-window';

/** Ids of catalogue A, plus `transcript` for a file of several sections. */
export type FormatId = string;

export type LanguageId = 'zpa-journal' | 'zpa-memory' | 'zpa-provision-key' | 'zpa-diagnostics';

/** What is known about a section before its first line is read. */
export interface SectionContext {
  readonly path: string;
  /** The command whose output this is, where a prompt or an echo line named it; without prompt and sudo. */
  readonly command: string | null;
  /** Log-clock time of the nearest dated line before the section in the same file, epoch ms; null when none. */
  readonly timeMs: number | null;
  readonly assumptions: TimeAssumptions;
  readonly messages: MessageMatcher;
}

/** How times without year or zone are read. */
export interface TimeAssumptions {
  /** Year given by the user for lines that have none. */
  readonly year: number | null;
  /** File time or current time, epoch ms: the latest moment a line without a year can have been written. */
  readonly notAfterMs: number;
}

/**
 * Finds which known message a log message is. Bound to catalogue data by the engine's caller.
 */
export interface MessageMatcher {
  /** The message that begins at `start`, or null. `role` is the process's role. */
  match(role: ProcessRole, text: string, start: number, end: number): MessageMatch | null;
}

export interface MessageMatch {
  readonly id: string;
  /** Named groups of the message's expression. */
  readonly groups: Readonly<Record<string, string>>;
}

/** Who writes a line: the App Connector's child, its manager (parent), either when only a unit is named, or another process of the host. */
export type ProcessRole = 'child' | 'parent' | 'unit' | 'other';

/** `taken`: surely of this section; `maybe`: only if nothing else begins here; `refused`: the section ended before this line. */
export type Take = 'taken' | 'maybe' | 'refused';

/** Reads one section line by line. Offsets are UTF-16 units of `text`; lines are 0-based lines of the file. */
export interface SectionReader<Facts> {
  take(text: string, start: number, end: number, line: number): Take;
  /** Takes a line that `take` called `maybe` and that begins nothing else. */
  keep?(text: string, start: number, end: number, line: number): void;
  /** Takes lines that it surely owns from a window on, as many as it knows well enough to skim: a short cut for `take`. */
  readonly skimmer?: LineSkimmer | null;
  finish(): Facts;
}

/** A named value in a line. Offsets are UTF-16 units from the start of the line. */
export interface FieldToken {
  /** Canonical name, e.g. `rpc.drop.AppRtReq`; glossary entries are found by it. */
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
}

export interface Format<Facts = unknown> {
  readonly id: FormatId;
  readonly language: LanguageId;
  /** Order in which formats are asked whether a section begins: the more certain the opening, the higher. Default 0. */
  readonly certainty?: number;
  /** For people, e.g. "Journal of the App Connector". */
  readonly title: string;
  /** Matches the command line (without prompt and sudo) whose output this format is. */
  readonly command?: RegExp;
  /** Matches exact file names (last path part) that settle the format where the content allows it. */
  readonly fileName?: RegExp;
  /** A byte order mark is damage in files of this name, so their reader is shown it; elsewhere it is skipped. */
  readonly seesByteOrderMark?: boolean;
  /** Its reader passes over the codes of a terminal itself; others are shown a line behind those that it begins with. */
  readonly seesControlCodes?: boolean;
  /** Why a section beginning with these lines (up to 8, the first is the candidate) is of this format; null when it is not. */
  opens(lines: readonly string[]): string | null;
  read(context: SectionContext): SectionReader<Facts>;
  /** Whether a line of a section is the head of a table, by which the rows below it (up to the next head) are read. */
  isHead?(line: string): boolean;
  /**
   * Named values of one line of a section, in order. `head`: the nearest line above it that is a head; without it (a line
   * looked at alone) a row is read by its shape, and not at all where its shape could be of several tables.
   */
  fields?(line: string, head?: string): readonly FieldToken[];
  /**
   * Further places that have a hover: where else a value of `fields` is named, words that name a group of values, and
   * values that are part of no series.
   */
  places?(line: string): readonly FieldToken[];
  /**
   * Key that ties a line to the same line of the previous sample (same process, connection, allocator); null when the
   * line has no previous. `head` as of `fields`.
   */
  seriesKey?(line: string, head?: string): string | null;
}
