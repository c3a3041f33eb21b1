import type { FieldToken, Format, SectionContext } from '../format';
import { labelled, wordsOf } from '../shared/words';
import type { ConfigFacts, ConfigSpot } from './config-reader';
import { ConfigReader, showsFile } from './config-reader';
import type { QuoteFacts } from './quotes';
import { QuoteCollector } from './quotes';

/** Time sources of chrony.conf, or of ntp.conf. */
export interface ChronyConfFacts extends ConfigFacts, QuoteFacts {
  /** Sources with their name (empty for a reference clock), in order; the host's own clock is none. */
  readonly sources: readonly (ConfigSpot & { readonly kind: string; readonly name: string })[];
  /** Where further sources may stand: `dhcp` for chrony's own folder of DHCP answers, `files` for any other. */
  readonly elsewhere: 'no' | 'dhcp' | 'files';
  /** Source lines that are switched off by a comment. */
  readonly commented: readonly ConfigSpot[];
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    'chrony-conf': ChronyConfFacts;
  }
}

const FILE_NAME = /^(?:etc[._-])?(?:chrony|ntp)[._-]conf(?:\.(?:txt|bak|orig|old|rpmnew|rpmsave))?$/iu;
const SOURCE = /^(?:server|pool|peer|refclock|broadcastclient|multicastclient)$/u;
const DIRECTIVE =
  /^(?:server|pool|peer|refclock|broadcastclient|multicastclient|driftfile|makestep|rtcsync|rtcfile|hwclockfile|leapsectz|leapseclist|leapfile|keyfile|keys|ntsdumpdir|ntstrustedcerts|logdir|log|logchange|minsources|maxsources|maxupdateskew|maxdistance|allow|deny|local|bindcmdaddress|cmdport|port|sourcedir|confdir|include|includefile|hwtimestamp|stratumweight|initstepslew|smoothtime|dumpdir|dumponexit|user|pidfile|lock_all|sched_priority|restrict|fudge|tinker|statistics|statsdir|filegen|disable|enable|tos|interface|authselectmode|generatecommandkey|noclientlog|commandkey|clientloglimit|ratelimit)(?=\s|$)/u;
const COMMENTED = /^\s{0,20}[#!;%]\s{0,20}(?:server|pool)\s+\S/u;
const MAX_KEPT = 50;

export const chronyConf: Format<ChronyConfFacts> = {
  id: 'chrony-conf',
  language: 'zpa-diagnostics',
  title: 'Time sources of the host (chrony.conf, ntp.conf)',
  certainty: 1,
  command: showsFile('(?:chrony|ntp)\\.conf'),
  fileName: FILE_NAME,
  opens: (lines) =>
    /^(?:server|pool) [\w.:-]{1,255}(?: [\w.-]{1,40}){0,12} iburst(?:\s|$)/u.test(lines[0] ?? '')
      ? 'a time source as chrony.conf and ntp.conf name it'
      : null,
  read: (context) => new ChronyReader(context),
  fields,
};

function fields(line: string): readonly FieldToken[] {
  const text = line.slice(0, 4_096);
  if (!DIRECTIVE.test(text.trimStart())) return [];
  const [keyword, first, ...rest] = wordsOf(text);
  if (keyword === undefined) return [];
  const name = `chrony-conf.${keyword.text}`;
  if (first === undefined) return [labelled(name, keyword, keyword)];
  const last = SOURCE.test(keyword.text) ? first : (rest[rest.length - 1] ?? first);
  return [labelled(name, keyword, { text: text.slice(first.start, last.end), start: first.start, end: last.end })];
}

class ChronyReader extends ConfigReader<ChronyConfFacts> {
  readonly #sources: (ConfigSpot & { readonly kind: string; readonly name: string })[] = [];
  readonly #commented: ConfigSpot[] = [];
  readonly #quotes = new QuoteCollector();
  #elsewhere: ChronyConfFacts['elsewhere'] = 'no';

  constructor(context: SectionContext) {
    super(context, FILE_NAME);
  }

  protected override row(content: string, line: number): boolean {
    if (COMMENTED.test(content.slice(0, 400)) && this.#commented[this.#commented.length - 1]?.line !== line) {
      if (this.#commented.length < MAX_KEPT) this.#commented.push({ line, start: 0, end: content.trimEnd().length });
    }
    return super.row(content, line);
  }

  protected override content(content: string, line: number): void {
    this.#quotes.add(content.slice(0, 4_096), line);
  }

  protected directive(content: string, line: number): boolean {
    const text = content.slice(0, 4_096);
    if (!DIRECTIVE.test(text.trimStart())) return false;
    const [keyword, first] = wordsOf(text);
    if (keyword === undefined) return true;
    if (SOURCE.test(keyword.text)) this.#source(keyword.text, first?.text ?? '', keyword.start, first?.end, line);
    else if (/^(?:sourcedir|confdir|include|includefile)$/u.test(keyword.text)) this.#note(first?.text ?? '');
    return true;
  }

  #source(kind: string, name: string, start: number, end: number | undefined, line: number): void {
    const needsName = kind === 'server' || kind === 'pool' || kind === 'peer';
    // 127.127.x.y is a driver of the host itself: 1 its own clock.
    if ((needsName && name === '') || name.startsWith('127.127.1.')) return;
    if (this.#sources.length >= MAX_KEPT) return;
    this.#sources.push({ kind, name, line, start, end: end ?? start + kind.length });
  }

  #note(folder: string): void {
    if (folder.includes('dhcp')) this.#elsewhere = this.#elsewhere === 'files' ? 'files' : 'dhcp';
    else if (!/leap|keys/u.test(folder)) this.#elsewhere = 'files';
  }

  finish(): ChronyConfFacts {
    return {
      ...this.common,
      ...this.#quotes.facts,
      sources: this.#sources,
      elsewhere: this.#elsewhere,
      commented: this.#commented,
    };
  }
}
