import picomatch from 'picomatch';

export interface ScanSettings {
  /** Globs of paths relative to their root that are left out. */
  readonly exclude: readonly string[];
  /** Bytes; larger files are left out and named. */
  readonly maxFileBytes: number;
}

export const DEFAULT_SCAN: ScanSettings = { exclude: [], maxFileBytes: 8 * 2 ** 30 };

/** Endings of files that hold no evidence: programs, sources, pictures, captures and the like. */
const NO_EVIDENCE =
  /\.(?:[cm]?[jt]sx?|map|py|pyc|rb|go|rs|java|class|jar|kt|cs|cpp|cc|[ch]|hpp|swift|php|pl|lua|scss|css|less|html?|svg|png|jpe?g|gif|webp|ico|bmp|tiff?|mp[34]|mov|avi|woff2?|ttf|otf|eot|pdf|docx?|xlsx?|pptx?|odt|exe|dll|so|dylib|[ao]|bin|img|iso|wasm|vsix|rpm|deb|pcap(?:ng)?|sqlite3?|db|lock|md|rst|sh|bat|ps1|tf|proto|graphql|vue|ipynb)$/iu;
const NO_EVIDENCE_NAMES = /(?:^|\/)(?:package-lock\.json|yarn\.lock|LICENSE|Makefile|Dockerfile)$/u;

/** Decides which files a scan reads. Paths are relative to their root, `/` separated. */
export class ScanFilter {
  readonly #excluded: (path: string) => boolean;

  constructor(settings: ScanSettings) {
    const { exclude } = settings;
    this.#excluded = exclude.length === 0 ? () => false : picomatch([...exclude], { dot: true });
  }

  /** Whether a file is worth reading. */
  wantsFile(path: string): boolean {
    return !NO_EVIDENCE.test(path) && !NO_EVIDENCE_NAMES.test(path) && !this.#excluded(path);
  }

  skipsFolder(path: string): boolean {
    return this.#excluded(path) || this.#excluded(`${path}/`);
  }
}
