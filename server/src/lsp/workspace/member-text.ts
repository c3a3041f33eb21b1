import { URI } from 'vscode-uri';
import type { CreateDecoder } from '../../engine/ports';
import { readText } from '../../engine/text/read-text';
import type { MemberText } from '../bundle-protocol';
import type { BundleFiles } from './bundle-files';
import { memberPlace } from './member-uri';

/** Characters of a member that are shown: VS Code gives extensions no document that is longer. */
const MAX_CHARACTERS = 50_000_000;

/** Text of a member of an archive by its URI (memberUri), cut at 50 M characters; null where it cannot be found or read. */
export async function memberText(
  files: BundleFiles,
  createDecoder: CreateDecoder,
  uri: string,
): Promise<MemberText | null> {
  const place = memberPlace(uri);
  if (place === null) return null;
  const { path } = URI.parse(place.archive);
  const archive = path.slice(path.lastIndexOf('/') + 1);
  const wanted = `${archive}!/${place.member}`;
  const found = files.walk({
    roots: [place.archive],
    wants: (_root, inner, isArchive) => (isArchive ? wanted.startsWith(`${inner}!/`) : isIt(inner, archive, wanted)),
    skipsFolder: () => true,
    cancel: { cancelled: false },
  });
  for await (const find of found) {
    if (find.kind !== 'source' || !isIt(find.source.path, archive, wanted)) continue;
    const cancel = { cancelled: false };
    const parts: string[] = [];
    let room = MAX_CHARACTERS;
    const outcome = await readText(
      find.source,
      createDecoder,
      (text) => {
        parts.push(text.slice(0, room));
        if (text.length > room) cancel.cancelled = true;
        room = Math.max(0, room - text.length);
      },
      { maxBytes: Number.MAX_SAFE_INTEGER, cancel },
    );
    return outcome.encoding === null ? null : { text: parts.join(''), truncated: outcome.truncated };
  }
  return null;
}

/** A compressed file is found under its own name: there is nothing else in it. */
function isIt(path: string, archive: string, wanted: string): boolean {
  return path === wanted || path === archive;
}
