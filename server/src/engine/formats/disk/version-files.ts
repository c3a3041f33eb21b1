import type { FieldToken, Format, SectionContext, SectionReader, Take } from '../format';
import { labelled, unlabelled } from '../shared/words';

/** Files that hold or print a version: the downloaded child, the manager, the child program itself, the image's metadata. */
export type VersionFile = 'version' | 'updater.version' | 'image.bin' | 'metadata';

/** A version as one of these files has it. Columns are UTF-16 units, 0-based, end exclusive. */
export interface VersionEntry {
  readonly file: VersionFile;
  readonly version: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Contents of version files, printed one after the other or copied. */
export interface VersionFilesFacts {
  readonly entries: readonly VersionEntry[];
}

declare module '../../facts/registry' {
  interface FactsByFormat {
    'version-files': VersionFilesFacts;
  }
}

/** `25.47.1`, `25.47.0-PR-11524-207-g6641d39042`. */
const VERSION = String.raw`\d{1,3}\.\d{1,5}(?:\.\d{1,5}){1,3}(?:[-+~][\w.+~-]{1,60})?`;
/** The version alone; a prompt follows on the same line where the file has no final line break. */
const ALONE = new RegExp(
  `^\\s{0,20}(?<version>${VERSION})(?=\\s*$|\\s?\\[[\\w.-]{1,64}@|[\\w.-]{1,64}@[\\w.-]{1,255}[:\\s])(?<rest>.{0,400})`,
  'du',
);
/** What a program or a list of values calls its version; words before it bounded. */
const NAMED = new RegExp(
  `^(?:[\\w./" {-]{0,80}[^\\w.])?(?<label>[Vv]er(?:sion)?)"?(?:\\s?[:=]\\s?|\\s)"?v?(?<version>${VERSION})(?![\\w.])`,
  'du',
);
/** Paths of the files in a command, in order. */
const FILES = /(?:^|[\s/])(updater\.version|version|metadata|image\.bin)(?=$|[\s"';|&>])/gu;
/** Releases are named by year: a file `version` with anything else is of another product. */
const RELEASE = /^[12]\d\./u;
const MAX_ENTRIES = 1_000;

export const versionFiles: Format<VersionFilesFacts> = {
  id: 'version-files',
  language: 'zpa-diagnostics',
  title: 'Versions of the connector software',
  certainty: 1,
  command:
    /^(?:(?:\/(?:usr\/)?bin\/)?(?:cat|head|tail|more|less) (?:-\w{1,8} |\d{1,4} ){0,3}(?:\S{0,200}\/)?(?:updater\.version|zscaler\/(?:\S{1,60}\/)?(?:version|metadata))|cat (?:\S{0,200}\/)?(?:version|updater\.version)(?=$| )|(?:\S{1,200}\/)?image\.bin -{1,2}version)/u,
  fileName: /^(?:updater\.)?version(?:\.txt)?$/u,
  // Outside of a command or its own file a version is a word like any other.
  opens: () => null,
  read: (context) => new VersionReader(context),
  fields: versionFields,
};

class VersionReader implements SectionReader<VersionFilesFacts> {
  readonly #entries: VersionEntry[] = [];
  /** Files whose content is still to come. */
  #expected: VersionFile[];

  constructor(private readonly context: SectionContext) {
    this.#expected = filesOf(context.command ?? context.path.replaceAll('\\', '/').replace(/\.txt$/u, ''));
  }

  take(text: string, start: number, end: number, line: number): Take {
    const content = text.slice(start, Math.min(end, start + 4_096));
    if (/^(?:cat|head|tail|-?bash|sudo|sh): |No such file or directory/u.test(content)) {
      this.#miss(content);
      return 'taken';
    }
    const [file] = this.#expected;
    const found = file === undefined ? null : versionIn(content, file);
    if (found === null) return this.context.command !== null || content.trim() === '' ? 'maybe' : 'refused';
    if (this.#entries.length < MAX_ENTRIES) this.#entries.push({ ...found.entry, line });
    // Behind the version there may be a prompt with the next command.
    this.#expected = [...this.#expected.slice(1), ...filesOf(found.rest)];
    return 'taken';
  }

  /** A complaint about one of the files: its content does not come. */
  #miss(content: string): void {
    const [missing] = filesOf(content.replaceAll(':', ' '));
    this.#expected = this.#expected.filter((one) => one !== missing);
  }

  finish(): VersionFilesFacts {
    return { entries: this.#entries };
  }
}

/** The version that a line of the file holds, and what stands behind it; null where it holds none. */
function versionIn(
  content: string,
  file: VersionFile,
): { readonly entry: Omit<VersionEntry, 'line'>; readonly rest: string } | null {
  const match = ALONE.exec(content) ?? (file === 'version' ? null : NAMED.exec(content));
  const [start, end] = match?.indices?.groups?.version ?? [0, 0];
  const version = content.slice(start, end);
  return RELEASE.test(version) ? { entry: { file, version, start, end }, rest: match?.groups?.rest ?? '' } : null;
}

function filesOf(text: string): VersionFile[] {
  return [...text.matchAll(FILES)].flatMap(([, name]): VersionFile[] =>
    name === 'version' || name === 'updater.version' || name === 'metadata' || name === 'image.bin' ? [name] : [],
  );
}

function versionFields(line: string): readonly FieldToken[] {
  const alone = ALONE.exec(line)?.indices?.groups?.version;
  if (alone !== undefined)
    return [unlabelled('version-files.version', { text: line.slice(...alone), start: alone[0], end: alone[1] })];
  const groups = NAMED.exec(line)?.indices?.groups;
  const [label, value] = [groups?.label, groups?.version];
  if (label === undefined || value === undefined) return [];
  return [
    labelled(
      'version-files.version',
      { text: line.slice(...label), start: label[0], end: label[1] },
      { text: line.slice(...value), start: value[0], end: value[1] },
    ),
  ];
}
